import Crypto
package import Foundation
import PatrolLedger
package import PatrolModel

/// Real photos, one dot large, each of other words another file: what comes after a PNG's end no viewer minds.
package enum Photo {
    package static func png(_ words: String = "") -> Data { dot + Data(words.utf8) }

    package static let pdf = Data("%PDF-1.4\n%%EOF\n".utf8)

    package static func sha256(_ data: Data) -> String {
        SHA256.hash(data: data).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    private static let dot =
        Data(
            base64Encoded:
                "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
        ) ?? Data()
}

extension Evidence {
    /// What the record knows of ``Photo/png(_:)``.
    package static func photo(_ moment: Moment = .after, _ words: String = "") -> Evidence {
        let data = Photo.png(words)
        return Evidence(
            sha256: Photo.sha256(data),
            bytes: Int64(data.count),
            type: .png,
            name: "照片\(words).png",
            moment: moment
        )
    }
}

extension TestLedger {
    /// Hands a file in, as whoever files does before the filing that names it.
    @discardableResult
    package func handIn(
        _ data: Data = Photo.png(),
        _ moment: Evidence.Moment = .after,
        name: String = "照片.png"
    ) throws -> Attachment {
        let sha256 = Photo.sha256(data)
        let upload = try ledger.evidence.upload(sha256, name: name)
        try data.withUnsafeBytes { try upload.append($0) }
        try ledger.evidence.take(upload, at: clock.now())
        return Attachment(sha256: sha256, name: name, moment: moment)
    }
}
