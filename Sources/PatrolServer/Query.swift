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
