import PatrolModel

extension RandomHistory {
    /// Anything else that may be done to a hazard as it stands; most of it legal.
    func life() -> (act: Act, by: Person, observedAt: String?)? {
        let wanted: [Hazard] =
            switch chance.number(1...10) {
            case ...2: hazards.values.filter { $0.state == .closed }
            case ...5: open.values.filter(\.isWaitedFor)
            case ...9: open.values.filter { $0.state == .ordered }
            default: Array(open.values)
            }
        let standing = wanted.sorted { $0.id < $1.id }
        guard !standing.isEmpty else { return nil }
        let hazard = chance.one(of: standing)
        let plain: Set<Verb> = [.hazardOrder, .hazardRectify, .hazardVerify, .hazardClose]
        let verbs = hazard.possible.filter { !plain.contains($0) }
        guard !verbs.isEmpty else { return nil }
        // What somebody waits for is decided more often than not.
        if hazard.isWaitedFor, chance.percent(60) {
            return act(hazard.awaited, on: hazard).map { ($0.0, $0.1, nil) }
        }
        let answers = verbs.filter { $0 == .hazardExtend || $0 == .hazardReturn }
        let verb = !answers.isEmpty && chance.percent(60) ? chance.one(of: answers) : chance.one(of: verbs)
        return act(verb, on: hazard).map { ($0.0, $0.1, nil) }
    }

    private func supervisor() -> Person { chance.one(of: [Person.supervisor, .secondSupervisor]) }

    private func act(_ verb: Verb, on hazard: Hazard) -> (Act, Person)? {
        let id = hazard.id
        switch verb {
        case .hazardReturn: return (.sendBack(ReturnHazard(hazard: id, reason: "非本单位管养")), .liaison)
        case .hazardReassign:
            let decision =
                chance.percent(50)
                ? ReassignHazard(hazard: id, unit: "燃气管网单位", service: .paper)
                : ReassignHazard(hazard: id, rejection: "系本单位管养")
            return (.reassign(decision), .dispatcher)
        case .hazardProgress: return (.noteProgress(NoteProgress(hazard: id, note: "已围挡")), .inspector)
        case .hazardExtend:
            let ask = ExtendHazard(hazard: id, step: .ask, by: hazard.grounds.limit, reason: "配件未到")
            return (.extend(ask), .liaison)
        case .hazardDecideExtension:
            let step: ExtendHazard.Step = chance.percent(50) ? .grant : .deny
            return (.extend(ExtendHazard(hazard: id, step: step, reason: "现场核实")), supervisor())
        case .hazardSuspend: return (.suspend(suspension(of: id)), supervisor())
        case .hazardResume: return (.resume(ResumeHazard(hazard: id, reason: "已开工")), supervisor())
        case .hazardRefer:
            return (.refer(ReferHazard(hazard: id, department: "燃气管网单位")), supervisor())
        case .hazardAnswerReferral:
            let answer = chance.one(of: Referral.Answer.allCases)
            return (.answerReferral(AnswerReferral(hazard: id, answer: answer, note: "来函")), .inspector)
        case .hazardSupervise:
            return (.supervise(SuperviseHazard(hazard: id, plan: .sample, note: "每周调度")), supervisor())
        case .hazardVoid: return (.void(voiding(of: hazard)), supervisor())
        case .hazardDowngrade:
            return (.downgrade(DowngradeHazard(hazard: id, reason: "核定为一般")), supervisor())
        case .hazardProsecute:
            let isOpen = hazard.enforcement.map { $0.outcome == nil } ?? false
            let filing = ProsecuteHazard(
                hazard: id,
                number: isOpen ? nil : "武城罚 \(chance.number(1...999))",
                outcome: isOpen ? "罚款 2000 元" : nil
            )
            return (.prosecute(filing), .inspector)
        case .hazardLookBack:
            let failed = chance.percent(30)
            let look = LookBackHazard(hazard: id, failed: failed, note: failed ? "又松动" : "完好")
            return (.lookBack(look), chance.one(of: [Person.inspector, .secondInspector, .supervisor]))
        default: return nil
        }
    }

    private func suspension(of id: String) -> SuspendHazard {
        let isForWorks = chance.percent(50)
        return SuspendHazard(
            hazard: id,
            ground: isForWorks ? .works : .season,
            reason: "待实施",
            measures: "围挡警示",
            until: today.adding(days: chance.number(0...20)),
            plan: isForWorks ? EnteredPlan(number: "建字 12", enteredOn: today.adding(days: -30)) : nil
        )
    }

    private func voiding(of hazard: Hazard) -> VoidHazard {
        guard hazard.voidAsked == nil else {
            return VoidHazard(hazard: hazard.id, step: chance.percent(60) ? .confirm : .reject)
        }
        let others = open.keys.filter { $0 != hazard.id }.sorted()
        guard chance.percent(40), !others.isEmpty else {
            return VoidHazard(hazard: hazard.id, ground: .unfounded, note: "现场未见")
        }
        return VoidHazard(hazard: hazard.id, ground: .duplicate, duplicateOf: chance.one(of: others))
    }
}

extension Hazard {
    /// Somebody has to decide on it, or record what came of it.
    fileprivate var isWaitedFor: Bool { awaited != .hazardProgress }

    fileprivate var awaited: Verb {
        if voidAsked != nil { return .hazardVoid }
        if stage.returned != nil { return .hazardReassign }
        if state == .suspended { return .hazardSuspend }
        if stage.order?.extensionAsked != nil { return .hazardDecideExtension }
        if let referral = stage.order?.referral, referral.outcome == nil { return .hazardAnswerReferral }
        return .hazardProgress
    }
}
