import Logging
import Systemd

/// swift-log's lines in the journal: metadata become `PATROL_…` fields.
struct JournalLogHandler: LogHandler {
    var logLevel = Logger.Level.notice
    var metadata: Logger.Metadata = [:]
    let writer: JournalWriter

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let all = metadata.merging(event.metadata ?? [:]) { $1 }
        let fields = all.sorted { $0.key < $1.key }.map { key, value in
            (
                "PATROL_" + key.uppercased().map { $0.isASCII && $0.isLetter ? String($0) : "_" }.joined(),
                "\(value)"
            )
        }
        writer.write(
            JournalMessage(
                kind: .log,
                priority: JournalLogHandler.priority(event.level),
                text: "\(event.message)",
                fields: fields
            )
        )
    }

    private static func priority(_ level: Logger.Level) -> Journal.Priority {
        switch level {
        case .trace, .debug: .debug
        case .info: .info
        case .notice: .notice
        case .warning: .warning
        case .error, .critical: .error
        }
    }
}
