import PatrolModel
import PatrolTestSupport
import PatrolText
import Testing

@Suite struct `What the service says of itself` {
    private static let change = ConfigurationChange(
        programmes: .init(added: 1, changed: 2),
        people: .init(removed: 3),
        categories: .init(changed: 1, removed: 4),
        parts: ConfigurationChange.Part.allCases
    )

    private static let lines: [ServiceLine] = [
        .opening, .catchingUp, .running(overdue: 1, open: 1, next: "2026-11-24T07:30:00+08:00"),
        .running(overdue: 0, open: 7, next: nil), .troubled(.diskFull), .stopping, .adopted(change),
        .unchanged, .refused(first: ["a", "b", "c"], count: 4), .refused(first: ["a"], count: 1),
        .refusedFor(.zoneChanged(from: "Asia/Shanghai", to: "Asia/Urumqi")), .faults(1), .faults(2),
    ]

    @Test(arguments: lines.indices)
    func isOneLineInEitherLanguage(_ place: Int) {
        let line = Self.lines[place]
        let (chinese, english) = (Language.zh.phrases.service(line), Language.en.phrases.service(line))
        #expect(!chinese.contains("\n") && !english.contains("\n"))
        #expect(chinese.unicodeScalars.contains { $0.value > 0x4E00 }, "\(chinese)")
        #expect(!english.unicodeScalars.contains { $0.value > 0x4E00 }, "\(english)")
    }

    @Test func countsWhatANewConfigurationChanges() {
        let (zh, en) = (Language.zh.phrases, Language.en.phrases)
        #expect(
            zh.service(.adopted(Self.change))
                == "已启用新配置：巡查计划新增 1 项、变更 2 项；人员删去 3 名；立案小类变更 1 个、停用 4 个；"
                + "辖区名称、语言、各项规则、用户组权限、责任单位、对象类别、街道、工作日安排、上报系统有变更"
        )
        #expect(
            en.service(.adopted(Self.change)).hasPrefix(
                "a new configuration is in force: programmes 1 added, 2 changed; people 3 removed; "
            )
        )
    }
}
