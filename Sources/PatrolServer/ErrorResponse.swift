import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import PatrolModel
import PatrolWire

/// The table that gives each kind of refusal its HTTP status, and its body.
enum ErrorResponse {
    static func status(of error: PatrolError) -> HTTPResponse.Status {
        switch error.kind {
        case .usage: .notFound
        case .badData: .unprocessableContent
        case .tooLarge: .contentTooLarge
        case .missing: .notFound
        case .refused: .conflict
        case .notAllowed: .forbidden
        case .unavailable, .restart: .serviceUnavailable
        case .configuration, .failure, .inputOutput: .internalServerError
        }
    }

    static func json(_ error: PatrolError) -> ByteBuffer {
        let data = try? JSONBody.encoder().encode(ErrorBody(error))
        return ByteBuffer(bytes: data ?? Data())
    }

    static func response(_ error: PatrolError) -> Response {
        Response(
            status: status(of: error),
            headers: JSONBody.headers,
            body: ResponseBody(byteBuffer: json(error))
        )
    }
}

/// Turns whatever a route throws into an answer, and logs each refusal with its reason.
struct Refusals: RouterMiddleware {
    typealias Context = PatrolContext

    /// Of the configuration in force.
    let language: @Sendable () -> String
    /// What the ledger makes of an error: its own troubles are told as such.
    let told: @Sendable (any Error) -> any Error

    func handle(
        _ request: Request,
        context: PatrolContext,
        next: (Request, PatrolContext) async throws -> Response
    ) async throws -> Response {
        do {
            // A page in somebody's browser must not be able to speak for them.
            guard request.headers[.origin] == nil, request.headers[.referer] == nil else {
                throw PatrolError.crossOrigin
            }
            return speaking(try await next(request, context))
        } catch {
            return speaking(ErrorResponse.response(refusal(for: error, request, context)))
        }
    }

    /// Tells the reader's side what to speak where nobody there has said.
    private func speaking(_ response: Response) -> Response {
        var response = response
        response.headers[.contentLanguage] = language()
        return response
    }

    private func refusal(for error: any Error, _ request: Request, _ context: PatrolContext) -> PatrolError {
        let refusal: PatrolError
        switch error {
        case let error as PatrolError: refusal = error
        case is CancellationError: refusal = .shuttingDown
        case is NIOTooManyBytesError: refusal = .bodyTooLarge(limitBytes: Route.rosterLimit)
        case let error as HTTPError where error.status == .notFound:
            refusal = .unknownRoute(path: String(request.uri.path.prefix(100)))
        case let error as HTTPError where error.status == .contentTooLarge:
            refusal = .bodyTooLarge(limitBytes: Route.bodyLimit)
        default: refusal = told(error) as? PatrolError ?? .internalFailure
        }
        let metadata: Logger.Metadata = [
            "user": "\(context.peer.user)", "method": "\(request.method)",
            "path": "\(request.uri.path)", "refusal": "\(refusal.code)",
            "detail": "\(String(buffer: ErrorResponse.json(refusal)))",
        ]
        if refusal.kind == .failure || refusal.kind == .configuration {
            let cause: Logger.Metadata = ["cause": "\(error)"]
            context.logger.error("a request failed", metadata: metadata.merging(cause) { $1 })
        } else {
            context.logger.notice("refused", metadata: metadata)
        }
        return refusal
    }
}
