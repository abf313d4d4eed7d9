import PatrolModel

extension LedgerTransaction {
    /// The files that a filing names, as they lie in the store. It is looked at here, within the transaction: no receipt
    /// is given for what refers to a file that is not on disk.
    func evidence(_ attachments: [Attachment]?) throws -> [Evidence] {
        try (attachments ?? []).map { attachment in
            let name = try Evidence.checkedName(attachment.name)
            let sha256 = try Evidence.checkedHash(attachment.sha256)
            guard let found = try store?.find(sha256), let type = found.type else {
                throw PatrolError.evidenceNotHandedIn(name: name)
            }
            return Evidence(
                sha256: sha256,
                bytes: found.bytes,
                type: type,
                name: name,
                moment: attachment.moment
            )
        }
    }

    /// The hazard with the files that were filed with a verb.
    func proven(_ hazard: Hazard, _ attachments: [Attachment]?, _ verb: Verb) throws -> Hazard {
        hazard.adding(try evidence(attachments), with: verb, by: try requireActor(), at: at)
    }
}
