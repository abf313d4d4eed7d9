import PatrolModel

extension LedgerTransaction {
    /// Puts this transaction's rules into force where they differ from those before, which have settled what fell due
    /// under them.
    /// - Returns: what the configuration's own catalogue file brought, where it says something new.
    mutating func adopt(after previous: PatrolModel.Configuration?) throws -> CatalogueImport? {
        if previous != configuration {
            try append(.configuration(configuration))
            if previous?.calendar != configuration.calendar { try recomputeProvisionalDeadlines() }
        }
        let catalogue = try adoptCatalogue(rulebook.catalogue)
        guard previous != configuration else { return catalogue }
        while try doOldest() {}
        try addJoiningDuties()
        return catalogue
    }
}

extension Rulebook {
    /// What a running ledger cannot change: whose it is, and where its days begin. At a start nothing that was
    /// computed in another zone is in memory.
    /// - Throws: ``PatrolError/districtChanged(ledger:configured:)``, ``PatrolError/zoneChanged(from:to:)``.
    func requireSameGround(as former: Rulebook) throws(PatrolError) {
        let (then, now) = (former.configuration, configuration)
        guard then.district.code == now.district.code else {
            throw .districtChanged(ledger: then.district.code, configured: now.district.code)
        }
        guard then.zone == now.zone else { throw .zoneChanged(from: then.zone, to: now.zone) }
    }
}
