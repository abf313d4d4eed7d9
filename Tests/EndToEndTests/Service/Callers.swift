import Dispatch
import Foundation
import PatrolClient
import PatrolModel
import PatrolTestSupport
import PatrolWire
import Synchronization

/// People who file one inspection after the other, each on a connection of its own and without a second attempt, until
/// they are told to go home.
final class Callers: Sendable {
    struct Tally: Sendable {
        var recorded = 0
        /// Nobody listened there, and nothing was sent.
        var unreachable = 0
        /// Hung up on, refused, or answered with anything but a receipt.
        var letDown: [String] = []
    }

    static let inspection = #""verb":"inspection.file","body":{"site":"R-1"}"#
    /// Its first deadline is the bureau's own, to order.
    static let hazard =
        #""verb":"hazard.report","body":{"site":"R-1","hazard":{"category":"0306","condition":1,"severity":"general","describe":"倾斜","isNew":true}}"#

    private let socket: String
    private let filing: String
    private let tally = Mutex(Tally())
    private let isOver = Atomic<Bool>(false)
    private let group = DispatchGroup()

    /// What they file is the verb and the body of a filing.
    init(_ count: Int, at socket: String, filing: String = Callers.inspection) {
        self.socket = socket
        self.filing = filing
        for _ in 0..<count {
            let thread = Thread { [self] in
                while !isOver.load(ordering: .relaxed) { file() }
                group.leave()
            }
            group.enter()
            thread.start()
        }
    }

    /// What came of it all, once everybody has their answer.
    func goHome() -> Tally {
        isOver.store(true, ordering: .relaxed)
        group.wait()
        return tally.withLock { $0 }
    }

    var recorded: Int { tally.withLock { $0.recorded } }

    private func file() {
        let body = #"{"version":1,"key":"\#(FilingKey.random().text)",\#(filing)}"#
        var request = DaemonRequest(method: "POST", target: Route.filings, body: Array(body.utf8))
        request.headers.append((Route.onBehalfOf, "inspector"))
        let outcome = Result { () throws(TransportFailure) -> ResponseHead in
            try UnixTransport(path: socket).send(request, onSent: { _ in }, onBody: { _ in })
        }
        tally.withLock { tally in
            switch outcome {
            case .success(let head) where head.status == 200: tally.recorded += 1
            case .success(let head): tally.letDown.append("\(head.status)")
            case .failure(.unreachable): tally.unreachable += 1
            case .failure(let failure): tally.letDown.append("\(failure)")
            }
        }
    }
}
