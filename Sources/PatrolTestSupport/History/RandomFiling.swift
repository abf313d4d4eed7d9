import PatrolModel

/// What somebody files in a random history.
struct RandomFiling: Sendable {
    let act: Act
    let actor: Actor
    let observedAt: String?
    let key: FilingKey
}

extension RandomHistory {
    /// One of everything that can be filed, what happens most often most often.
    func filing() -> RandomFiling {
        let planned: (act: Act, by: Person, observedAt: String?) =
            switch chance.number(1...1000) {
            case ...250: inspection()
            case ...350: report()
            case ...470: order() ?? report()
            case ...560: rectification() ?? report()
            case ...640: verification() ?? report()
            case ...680: closing() ?? report()
            case ...930: life() ?? report()
            case ...955: slip()
            case ...975: paperDay()
            case ...982: roster()
            case ...987: retirement()
            case ...991: catalogue()
            case ...995:
                (
                    .makeUpload(MakeUpload(system: "adverts", withRefused: chance.percent(50))), .dispatcher,
                    nil
                )
            default: answers() ?? report()
            }
        // A clerk types from paper; whoever has typed a claim cannot check it.
        let typist: Person? = chance.percent(8) ? .admin : nil
        return RandomFiling(
            act: planned.act,
            actor: Actor(planned.by, typedBy: typist),
            observedAt: planned.observedAt,
            key: chance.key()
        )
    }

    private func typed(minutesAgo minutes: Int) -> String {
        String(Zone.shanghai.iso8601(now + -Int64(minutes) * 60).prefix(16)).replacing("T", with: " ")
    }

    private func site() -> String { chance.one(of: sites).code }

    private func details(_ category: String? = nil) -> HazardDetails {
        let category = category ?? chance.one(of: ["0103", "E0401", "0306", "0306"])
        let isFixed = chance.percent(15)
        return HazardDetails(
            category: category,
            condition: category == "0103" ? nil : chance.number(1...2),
            severity: chance.percent(20) ? .major : nil,
            describe: chance.one(of: ["井盖缺失", "路面下沉", "招牌\"松动\"", "第 \(chance.number(1...99)) 号灯箱倾斜"]),
            fixed: isFixed,
            action: isFixed && chance.percent(50) ? "当场扶正" : nil,
            position: chance.percent(20) ? position() : nil,
            isNew: chance.percent(85),
            evidence: isFixed ? photos : chance.percent(30) ? Array(photos.prefix(1)) : []
        )
    }

    /// Within some hundred metres.
    private func position() -> Position {
        Position(micro: 30_550_000 + chance.number(0...3000), 114_310_000 + chance.number(0...3000))
    }

    private func inspect(_ site: String, with: [String] = []) -> Inspect {
        let found = chance.percent(14) ? (0...(chance.percent(20) ? 1 : 0)).map { _ in details() } : []
        let isChecked = chance.percent(15)
        let lines = (1...3).map { item in
            Check.Line(item, !found.isEmpty && item == 1 ? .bad : chance.one(of: [.ok, .ok, .na]))
        }
        let seen: [Inspection.Result?] = [nil, nil, nil, nil, .ok, .absent, .refused]
        return Inspect(
            site: site,
            result: found.isEmpty && !isChecked ? chance.one(of: seen) : nil,
            note: chance.percent(20) ? "看过" : nil,
            hazard: found.first,
            furtherHazards: Array(found.dropFirst()),
            checks: isChecked ? [Check(programme: "roads-checked", lines)] : [],
            with: with
        )
    }

    private func inspection() -> (Act, Person, String?) {
        let by = chance.one(of: [Person.inspector, .inspector, .secondInspector, .street])
        // Two of them now and then; whoever is named besides themselves is refused.
        let with = chance.percent(10) ? [chance.one(of: ["inspector", "inspector-2"])] : []
        // What is filed without a reason after a day is refused.
        let minutes = chance.percent(30) ? chance.number(0...1500) : nil
        return (.inspect(inspect(site(), with: with)), by, minutes.map(typed))
    }

    private func report() -> (Act, Person, String?) {
        let filing = ReportHazard(
            site: site(),
            hazard: details(),
            reason: chance.percent(10) ? "通信中断" : nil
        )
        let minutes = filing.reason == nil ? chance.number(0...1200) : chance.number(0...4300)
        let by = chance.one(of: [Person.inspector, .secondInspector])
        return (.report(filing), by, chance.percent(50) ? typed(minutesAgo: minutes) : nil)
    }

    /// One that stands so, in the order of their numbers so that the same seed chooses the same.
    private func hazard(_ state: HazardState) -> Hazard? {
        let found = open.values.filter { $0.state == state }.sorted { $0.id < $1.id }
        return found.isEmpty ? nil : chance.one(of: found)
    }

    private func order() -> (Act, Person, String?)? {
        hazard(.reported).map { hazard in
            let order = OrderHazard(
                hazard: hazard.id,
                unit: chance.percent(15) ? "燃气管网单位" : nil,
                service: chance.one(of: [nil, .word, .paper, .message]),
                servedAt: chance.percent(20) ? TypedTime(typed(minutesAgo: chance.number(0...60))) : nil
            )
            return (.order(order), chance.one(of: [Person.dispatcher, .inspector, .supervisor]), nil)
        }
    }

    private func rectification() -> (Act, Person, String?)? {
        hazard(.ordered).map { hazard in
            let by = hazard.responsibleUnit == "养护单位" ? Person.liaison : .secondInspector
            let time = chance.percent(20) ? typed(minutesAgo: chance.number(0...30)) : nil
            let evidence = chance.percent(80) ? Array(photos.suffix(1)) : []
            let claim = RectifyHazard(hazard: hazard.id, action: "已整改", evidence: evidence)
            return (.rectify(claim), by, time)
        }
    }

    private func verification() -> (Act, Person, String?)? {
        hazard(.rectified).map { hazard in
            let by = chance.one(of: [Person.inspector, .secondInspector, .supervisor, .leader])
            let check = VerifyHazard(hazard: hazard.id, failed: chance.percent(20), note: "到场查看")
            return (.verify(check), by, nil)
        }
    }

    private func closing() -> (Act, Person, String?)? {
        hazard(.verified).map { hazard in
            (.close(CloseHazard(hazard: hazard.id)), chance.one(of: [Person.leader, .secondLeader]), nil)
        }
    }

    /// What no rule allows, whatever stands.
    private func slip() -> (Act, Person, String?) {
        let closed = hazards.values.filter { $0.state == .closed }.map(\.id).max() ?? "H-2025-999999"
        return chance.one(of: [
            (.inspect(Inspect(site: "R-0")), .inspector, nil),
            (.inspect(Inspect(site: site())), .auditor, nil),
            (.inspect(Inspect(site: site())), .inspector, "2099-01-01 08:00"),
            (.order(OrderHazard(hazard: closed)), .dispatcher, nil),
            (.close(CloseHazard(hazard: closed)), .supervisor, nil),
            (.report(ReportHazard(site: site(), hazard: details("0999"))), .inspector, nil),
            (.verify(VerifyHazard(hazard: closed, failed: true, note: nil)), .supervisor, nil),
        ])
    }

    /// A paper day; some of them have a row that nobody could file.
    private func paperDay() -> (Act, Person, String?) {
        let hasFault = chance.percent(15)
        let rows = (0..<chance.number(2...8)).map { row in
            InspectDay.Row(
                line: row + 2,
                inspect: inspect(hasFault && row == 1 ? "R-0" : site()),
                observedAt: TypedTime(typed(minutesAgo: chance.number(0...600)))
            )
        }
        return (.inspectDay(InspectDay(rows)), chance.one(of: [Person.inspector, .secondInspector]), nil)
    }

    /// A roster that adds a road, renames one, hangs another tag on a third, and now and then leaves one out.
    private func roster() -> (Act, Person, String?) {
        var listed = sites.sorted { $0.code < $1.code }
        let changed = chance.number(0...listed.count - 1)
        let former = listed[changed]
        listed[changed] = Site(
            code: former.code,
            name: "道路\(former.code)（\(chance.number(1...99)) 段）",
            kind: former.kind,
            subdistrict: former.subdistrict,
            responsibleUnit: former.responsibleUnit,
            tags: chance.percent(50) ? ["重要商圈"] : [],
            activeFrom: former.activeFrom,
            activeTo: former.activeTo,
            position: chance.percent(50) ? position() : former.position
        )
        let leavesOut = listed.count > 10 && chance.percent(30)
        if leavesOut { listed.removeLast() }
        if listed.count < 30 { listed.append(.road("R-\(chance.number(100...9999))")) }
        let rows = listed.enumerated().map { RosterRow(line: $0.offset + 2, $0.element) }
        return (.importSites(ImportSites(rows, retiringMissing: leavesOut)), .admin, nil)
    }

    private func retirement() -> (Act, Person, String?) {
        let codes = sites.count > 10 ? [site()] : ["R-0"]
        return (.retireSites(RetireSites(codes, reason: "封闭改造")), .supervisor, nil)
    }

    /// What the other system says of the last batch; now and then of something it was never sent.
    private func answers() -> (Act, Person, String?)? {
        guard !sent.isEmpty else { return nil }
        let answers = (sent + (chance.percent(20) ? ["H-2025-999999"] : [])).map { hazard in
            chance.percent(70)
                ? UploadReceipt.Answer(hazard: hazard, result: .accepted, external: "AD" + hazard.dropFirst())
                : UploadReceipt.Answer(hazard: hazard, result: .refused, reason: "照片不清")
        }
        let rows = answers.enumerated().map {
            ImportUploadReceipt.Row(line: $0.offset + 2, answer: $0.element)
        }
        let receipt = ImportUploadReceipt(system: "adverts", source: "answers.csv", rows: rows)
        return (.importUploadReceipt(receipt), .supervisor, nil)
    }

    private func catalogue() -> (Act, Person, String?) {
        let extra = Catalogue.Category(
            code: "X\(chance.number(1...9))",
            name: "临时类别\(chance.number(1...9999))",
            conditions: [
                Catalogue.Condition(number: 1, text: "占道", limit: .workingDays(chance.number(1...9)))
            ]
        )
        let rows = Catalogue(Catalogue.sample.categories + [extra]).rows
        let filing = ImportCatalogue(source: "city.csv", rows: rows, keepingMissing: chance.percent(40))
        return (.importCatalogue(filing), .admin, nil)
    }
}
