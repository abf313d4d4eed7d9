import PatrolModel

/// Reads `reminders` of `patrol.yaml`.
struct ReminderReader {
    func rules(_ settings: YAMLMap) -> [ReminderRule] {
        var rules: [ReminderRule] = []
        for map in settings.maps("reminders") {
            let rule = rule(map)
            if let rule, rules.contains(where: { $0.id == rule.id }) { map.fault("id", .repeated(rule.id)) }
            if let rule { rules.append(rule) }
            map.refuseUnknownKeys()
        }
        return rules
    }

    private enum Key: String, CaseIterable { case morning, before, at, after }

    /// Says when by exactly one of the keys.
    private func rule(_ map: YAMLMap) -> ReminderRule? {
        let id = map.identifier("id")
        let hook = map.map("hook").flatMap(hook)
        let given = Key.allCases.filter { map.keys.contains($0.rawValue) }
        guard let key = given.first else {
            map.fault("id", .missingKey(Key.allCases.map(\.rawValue).joined(separator: " / ")))
            _ = map.texts("to")
            return nil
        }
        for other in given.dropFirst() {
            map.fault(other.rawValue, .contradiction(other.rawValue, with: key.rawValue))
        }
        guard let occasion = key == .morning ? morning(map) : deadline(map, key) else { return nil }
        return ReminderRule(id: id, occasion: occasion, hook: hook)
    }

    private func morning(_ map: YAMLMap) -> ReminderRule.Occasion? {
        let days = map.choice("morning", default: ReminderRule.Morning.Days.working)
        let to: [ReminderRule.Morning.Audience] = choices(map, "to")
        guard !to.isEmpty else { return nil }
        return .morning(ReminderRule.Morning(days: days, to: to))
    }

    private func deadline(_ map: YAMLMap, _ key: Key) -> ReminderRule.Occasion? {
        let moment = moment(map, key)
        let kinds: [DeadlineKind] =
            map.keys.contains("deadlines") ? choices(map, "deadlines") : [.order, .rectification]
        let severity =
            map.text("severity") == nil ? nil : map.choice("severity", default: Hazard.Severity.general)
        let to: [DeadlineReminder.Addressee] = choices(map, "to")
        guard let moment, !kinds.isEmpty, !to.isEmpty else { return nil }
        let reminder = DeadlineReminder(moment, of: kinds, severity: severity, to: to)
        // What would never reach anybody is a slip of the pen.
        for kind in kinds where map.keys.contains("deadlines") && reminder.addressees(of: kind).isEmpty {
            map.fault("to", .contradiction("to: unit", with: "deadlines: \(kind.rawValue)"))
        }
        return .deadline(reminder)
    }

    private func moment(_ map: YAMLMap, _ key: Key) -> DeadlineReminder.Moment? {
        guard let text = map.text(key.rawValue) else { return nil }
        if key == .at {
            if text == "deadline" { return .passed }
            map.fault(key.rawValue, .badValue(text, expected: "deadline"))
            return nil
        }
        guard let limit = TimeLimit(text) else {
            map.fault(key.rawValue, .badCell(.unreadableLimit(text)))
            return nil
        }
        return key == .before ? .before(limit) : .after(limit)
    }

    private func hook(_ map: YAMLMap) -> ReminderRule.Hook? {
        let command = map.list("command")
        if command.isEmpty { map.fault("command", .missingKey("command")) }
        if let program = command.first, !program.hasPrefix("/") {
            map.fault("command", .badValue(program, expected: "/usr/local/lib/patrol/…"))
        }
        let hook = ReminderRule.Hook(
            command: command,
            timeLimit: map.integer("timeLimit", in: 1...3600, default: 30),
            retries: map.integer("retries", in: 0...10, default: 3)
        )
        map.refuseUnknownKeys()
        return command.isEmpty ? nil : hook
    }

    /// A required list of an enumeration's raw values.
    private func choices<Value: RawRepresentable<String> & CaseIterable>(_ map: YAMLMap, _ key: String)
        -> [Value]
    {
        let texts = map.marked(key)
        if texts.isEmpty { map.fault(key, .missingKey(key)) }
        return texts.compactMap { text, fault in
            if let value = Value(rawValue: text) { return value }
            let known = Value.allCases.map(\.rawValue)
            fault(.unknownValue(text, of: known, nearest: text.nearest(in: known)))
            return nil
        }
    }
}
