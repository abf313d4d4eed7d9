import PatrolText
import Testing

@Suite struct `Help` {
    private static let page = """
        OVERVIEW: 列出隐患。

        USAGE: patrol hazard list [--state <state>] [--by <by>] [--socket <path>] [--json] [--csv]

        ARGUMENTS:
          <site>                  巡查对象编号。

        OPTIONS:
          --state <state>         只列此状态。 (values: reported, ordered)
          --subdistrict <subdistrict>
                                  只列此街道。
          --result <result>       ok, hazard. (values: ok, hazard; default: ok)
          --socket <path>         套接字。
          --json                  输出 JSON。
          -h, --help              Show help information.

        """

    @Test func showsExamplesFirstAndWhatEveryCommandHasLast() throws {
        let lines = HelpPage(Self.page).lines(Language.zh.phrases, width: 80)
        #expect(lines[0] == "列出隐患。" && lines[2] == "例如：" && lines[3].hasPrefix("  patrol hazard list"))
        let titles = lines.filter { $0.hasSuffix("：") }
        #expect(titles == ["例如：", "写法：", "参数：", "选项：", "各命令通用的选项："])
        #expect(lines.last == "  -h, --help       显示帮助。")
        #expect(lines.contains("  patrol hazard list [--state <state>] [--by <by>]"))
    }

    @Test func putsWhatTheParserAddsIntoItsLanguage() {
        let zh = HelpPage(Self.page).lines(Language.zh.phrases, width: 80)
        #expect(zh.contains { $0.contains("只列此状态。可选：reported、ordered。") })
        #expect(zh.contains { $0.contains("ok, hazard.默认 ok。") }, "what is named already is not named again")
        let en = HelpPage(Self.page).lines(Language.en.phrases, width: 80)
        #expect(en.contains { $0.hasSuffix("One of reported, ordered.") })
        #expect(en.contains("Options of every command:"))
    }

    @Test(arguments: [60, 80, 120])
    func staysWithinTheScreen(_ width: Int) {
        for language in Language.allCases {
            let lines = HelpPage(Self.page).lines(language.phrases, width: width)
            // A command is there to be copied and is not broken.
            for line in lines where !line.hasPrefix("  patrol ") { #expect(line.columns <= width, "\(line)") }
        }
    }
}

@Suite struct `A complaint of the argument parser` {
    @Test(arguments: [
        ("Missing expected argument '<site>'", "缺少 <site>"),
        ("Missing value for '--as <person>'", "--as <person> 缺少值"),
        ("Unknown option '--categry'. Did you mean '--category'?", "没有选项 --categry（是否指 --category？）"),
        ("Unknown option '-x'", "没有选项 -x"),
        ("Unexpected argument 'extra'", "多余的参数“extra”"),
        ("2 unexpected arguments: 'a', 'b'", "多余的参数“a”"),
        (
            "The value 'it's' is invalid for '--result <result>'. Please provide one of 'ok' and 'hazard'.",
            "“it's”不是 --result <result> 可用的值，可用：ok、hazard"
        ),
        (
            "The value 'x' is invalid for '--state <s>'. Please provide one of the following:\n  - open\n  - done",
            "“x”不是 --state <s> 可用的值，可用：open、done"
        ),
        ("Something else", "命令写法有误（Something else）"),
    ])
    func isSaidInOurWords(_ message: String, _ said: String) {
        let line = Language.zh.phrases.usage(UsageFault(message))
        #expect(line.contains(said) && line.hasSuffix("；加 --help 查看写法"), "\(line)")
    }
}
