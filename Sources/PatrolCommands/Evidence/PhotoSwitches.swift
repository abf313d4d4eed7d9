import ArgumentParser
import PatrolClient
import PatrolModel
import PatrolText

/// Photos of what was found, and of what was fixed before the visit was over.
struct FoundPhotoSwitches: ParsableArguments {
    @Option(help: ArgumentHelp(.photoFound, valueName: "file"), completion: .file())
    var photo: [String] = []

    @Option(help: ArgumentHelp(.photoAfterFix, valueName: "file"), completion: .file())
    var photoAfter: [String] = []

    /// There is an afterwards only of what was fixed.
    func require(_ fix: FixSwitches) throws {
        if !photoAfter.isEmpty, !fix.fixed { throw ValidationError("Missing expected argument '--fixed'") }
    }

    func files(_ moment: Evidence.Moment) throws(PatrolError) -> [EvidenceFile] {
        try [EvidenceFile](photo, moment) + [EvidenceFile](photoAfter, .after)
    }
}

extension [EvidenceFile] {
    /// - Throws: as ``EvidenceFile/init(_:_:)``; nothing has been sent then.
    init(_ paths: [String], _ moment: Evidence.Moment) throws(PatrolError) {
        self = []
        for path in paths { append(try EvidenceFile(path, moment)) }
    }

    var attachments: [Attachment] { map(\.attachment) }
}
