import Foundation
import Hummingbird
import PatrolModel

/// The part of a request's address behind the question mark.
struct Query {
    private let request: Request

    init(_ request: Request) {
        self.request = request
    }

    /// Nil where it is absent or empty.
    subscript(name: String) -> String? {
        guard let value = request.uri.queryParameters[Substring(name)].map(String.init), !value.isEmpty else {
            return nil
        }
        return value
    }

    /// As it was written, be it empty; nil where it is absent.
    func written(_ name: String) -> String? {
        request.uri.queryParameters[Substring(name)].map(String.init)
    }

    /// - Throws: ``PatrolError/malformedRequest(detail:)`` where the value is none of the type's.
    func value<Value: RawRepresentable<String>>(
        _ name: String,
        _: Value.Type
    ) throws(PatrolError) -> Value? {
        guard let text = self[name] else { return nil }
        guard let value = Value(rawValue: text) else {
            throw .malformedRequest(detail: "\(name)=\(text.prefix(40))")
        }
        return value
    }
}

extension Parameters {
    /// A part of the path, its percent signs undone.
    func text(_ name: String) throws -> String {
        let encoded = try require(name)
        guard let text = encoded.removingPercentEncoding else {
            throw PatrolError.invalidUTF8(place: name)
        }
        return text
    }
}

extension Query {
    /// How many rows are asked for; nil is all of them.
    /// - Throws: ``PatrolError/malformedRequest(detail:)`` where it is no number above 0.
    var limit: Int? {
        get throws(PatrolError) {
            guard let text = self["limit"] else { return nil }
            guard let limit = Int(text), limit > 0 else { throw .malformedRequest(detail: "limit") }
            return limit
        }
    }

    /// A day, as `2026-11-23`, or `today`, `yesterday`, `tomorrow` by the district's clock.
    /// - Throws: ``PatrolError/unreadableDate(text:)``.
    func date(_ name: String, today: CivilDate) throws(PatrolError) -> CivilDate? {
        guard let text = self[name] else { return nil }
        switch text {
        case "today": return today
        case "yesterday": return today.adding(days: -1)
        case "tomorrow": return today.adding(days: 1)
        default:
            guard let date = CivilDate(text) else { throw .unreadableDate(text: String(text.prefix(40))) }
            return date
        }
    }
}
