import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// JSON answers: one object, or an array that is streamed page by page so that no list is cut or held whole.
enum JSONBody {
    static let headers: HTTPFields = [.contentType: "application/json; charset=utf-8"]

    static func encoder() -> JSONEncoder {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return encoder
    }

    static func response(_ value: some Encodable) throws -> Response {
        var buffer = ByteBuffer(bytes: try encoder().encode(value))
        buffer.writeString("\n")
        return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: buffer))
    }

    /// An array of the rows of all pages. `first` has been read before the status line goes out, so that a refusal can
    /// still be one; `limit` is how many rows were asked for; `next` is the page after a given one, nil where there is none; `row` is one row's JSON.
    static func list<Page: Sendable, Row>(
        first: Page,
        limit: Int? = nil,
        next: @escaping @Sendable (Page) async throws -> Page?,
        rows: @escaping @Sendable (Page) -> [Row],
        row: @escaping @Sendable (Row) throws -> Data
    ) -> Response {
        let body = ResponseBody { writer in
            var (page, written): (Page?, Int) = (first, 0)
            while let current = page {
                var buffer = ByteBuffer()
                for item in rows(current).prefix((limit ?? .max) - written) {
                    buffer.writeString(written == 0 ? "[\n" : ",\n")
                    buffer.writeBytes(try row(item))
                    written += 1
                }
                try await writer.write(buffer)
                page = written < limit ?? .max ? try await next(current) : nil
            }
            try await writer.write(ByteBuffer(string: written == 0 ? "[]\n" : "\n]\n"))
            try await writer.finish(nil)
        }
        return Response(status: .ok, headers: headers, body: body)
    }

    /// Rows a page has.
    static let pageSize = 500
}
