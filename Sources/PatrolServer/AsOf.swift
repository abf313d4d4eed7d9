import HTTPTypes
import Hummingbird
import PatrolLedger
import PatrolModel
import PatrolWire

extension Desk {
    /// The record as it stood at the moment that is asked for; nil where none is, which is now.
    /// - Throws: ``PatrolError/unreadableMoment(text:)``, ``PatrolError/momentToCome(time:now:)``,
    ///   ``PatrolError/beforeLedger(time:began:)``.
    func cut(_ query: Query) async throws -> Cut? {
        // What stands there and cannot be read, be it nothing, must not be taken for a question about now.
        guard let text = query.written(Route.asOfQuery) else { return nil }
        return try await ledger.cut(at: TypedMoment(text).instant(in: rulebook.zone, now: clock.now()))
    }
}

extension Response {
    /// The same answer with the moment it speaks of.
    func speaking(of cut: Cut) -> Response {
        guard let name = HTTPField.Name(Route.asOf) else { return self }
        var response = self
        response.headers[name] = "\(cut.rulebook.zone.iso8601(cut.at)) \(cut.event)"
        return response
    }
}
