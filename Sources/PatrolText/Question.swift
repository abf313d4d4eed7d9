/// What the keyboard dialogue asks and says.
package enum Question: Sendable {
    case todayHas(Int, shown: Int)
    case site
    /// The site, where no list can be shown.
    case siteUnseen
    case offline
    case noSuchSite(String)
    case severalSites(Int)
    case at(code: String, name: String)
    case outcome
    case checklist(programme: String, items: Int)
    case item(number: Int, of: Int, text: String)
    case itemNeedsHazard(number: Int, text: String)
    case badNeedsHazard
    /// With what Return alone means.
    case anyHazard(Bool), anotherHazard(Bool)
    case category
    case noSuchCategory(String)
    case whichCondition(Int)
    case severity, describe, fixedOnTheSpot, whatWasDone
    /// The path of a photo: without them a major one is not taken to be fixed.
    case photoBefore, photoAfter
    case note, observedAt, reason
    /// Who was there besides.
    case with
    case confirm, tryAgain, another
    case givenUp, ended
    case answered(String, items: Int, bad: [Int])
    case fixedMark, now
    /// After the open hazards that it looks like have been shown.
    case isAnother
    case leftOut
    // What is wrong with an answer.
    case needed, yesOrNo, unreadable
    case oneOf(Int)
}

extension Chinese {
    package func ask(_ question: Question) -> String {
        switch question {
        case .todayHas(let count, let shown):
            count == 0
                ? "今天没有待巡查的对象。"
                : "今天待巡查 \(count) 处" + (shown < count ? "，最急的 \(shown) 处：" : "：")
        case .site: "巡查对象（序号、编号或名称；直接回车退出）："
        case .siteUnseen: "巡查对象编号（直接回车退出）："
        case .offline: "连不上 patrold，不能列出清单；照常填写，填报先存入发件箱。"
        case .noSuchSite(let text): "没有编号或名称含“\(safe(text))”的巡查对象。"
        case .severalSites(let count): "有 \(count) 处，请选序号，或再输入："
        case .at(let code, let name): "— \(code) \(name)"
        case .outcome: "到访情况：1 已巡查  2 到访不遇  3 拒检  [1]："
        case .checklist(let programme, let items):
            "检查表（\(programme)，\(items) 项）：合格请回车，不合格输入 2，不涉及输入 3"
        case .item(let number, let count, let text): "  \(number)/\(count) \(text) [1]："
        case .itemNeedsHazard(let number, let text): "第 \(number) 项“\(text)”不合格。"
        case .badNeedsHazard: "检查表有不合格项，至少上报一件隐患。"
        case .anyHazard(let standard): "有隐患要上报吗？（y 有，n 没有）[\(standard ? "y" : "n")]："
        case .anotherHazard(let standard): "还有其他隐患吗？（y 有，n 没有）[\(standard ? "y" : "n")]："
        case .category: "问题是什么（小类代码、名称或文字，如“井盖”）："
        case .noSuchCategory(let text): "立案标准中没有“\(safe(text))”，请换个说法。"
        case .whichCondition(let count): "选序号（都不是输入 \(count + 1)）[1]："
        case .severity: "等级：1 一般  2 重大  [1]："
        case .describe: "问题及位置："
        case .fixedOnTheSpot: "当场整改好了吗？（y 是，n 否）[n]："
        case .whatWasDone: "怎样整改的（可不填）："
        case .photoBefore: "整改前的照片（文件；重大隐患须有）："
        case .photoAfter: "整改后的照片（文件）："
        case .note: "备注（可不填）："
        case .with: "同行执法人员（人员编号，几人用空格分开）："
        case .observedAt: "巡查时间，如 16:20（回车为现在）："
        case .reason: "迟报原因："
        case .confirm: "确认填报？（y 填报，n 放弃）[y]："
        case .tryAgain: "再试一次？（y 再试，n 放弃）[n]："
        case .another: "继续填报下一处？（y 继续，n 结束）[y]："
        case .givenUp: "已放弃，没有记录。"
        case .ended: "已结束；未确认的没有记录。"
        case .answered(let programme, let items, let bad):
            programme + "，\(items) 项"
                + (bad.isEmpty ? "，全部合格" : "，不合格：第 \(bad.map(String.init).joined(separator: "、")) 项")
        case .fixedMark: "  当场已整改"
        case .now: "现在"
        case .isAnother: "是另外的新问题吗？（y 是，照样上报；n 否，不再上报）[n]："
        case .leftOut: "这件隐患不再上报，巡查记录照填。"
        case .needed: "此项必填。"
        case .yesOrNo: "请输入 y 或 n。"
        case .unreadable: "输入的文字无法识读，请重新输入。"
        case .oneOf(let count): "请输入 1 至 \(count)。"
        }
    }
}

extension English {
    package func ask(_ question: Question) -> String {
        switch question {
        case .todayHas(let count, let shown):
            count == 0
                ? "Nothing is left to inspect today."
                : "\(count) \(count == 1 ? "site" : "sites") to inspect today"
                    + (shown < count ? ", the \(shown) that are due first:" : ":")
        case .site: "Site (number, code or name; Return to leave):"
        case .siteUnseen: "The site's code (Return to leave):"
        case .offline:
            "The daemon cannot be reached, so there are no lists; answer as usual, and what you file is kept in the outbox."
        case .noSuchSite(let text): "No site's code or name has '\(safe(text))' in it."
        case .severalSites(let count): "There are \(count); choose a number, or type again:"
        case .at(let code, let name): "— \(code) \(name)"
        case .outcome: "The visit: 1 inspected  2 nobody there  3 not let in  [1]:"
        case .checklist(let programme, let items):
            "Checklist of \(programme), \(items) items. Return where it is so, 2 where it is not, 3 where it does not apply:"
        case .item(let number, let count, let text): "  \(number)/\(count) \(text) [1]:"
        case .itemNeedsHazard(let number, let text): "Item \(number) is not so: \(text)."
        case .badNeedsHazard: "An item of the checklist is not as it should be: report at least one hazard."
        case .anyHazard(let standard): "Is there a hazard to report? (y, n) [\(standard ? "y" : "n")]:"
        case .anotherHazard(let standard): "Another hazard? (y, n) [\(standard ? "y" : "n")]:"
        case .category: "What is wrong (a category's code, its name, or words):"
        case .noSuchCategory(let text): "The catalogue has no '\(safe(text))'; try other words."
        case .whichCondition(let count): "Which (\(count + 1) for none of these) [1]:"
        case .severity: "Severity: 1 general  2 major  [1]:"
        case .describe: "What and where:"
        case .fixedOnTheSpot: "Has it been put right on the spot? (y, n) [n]:"
        case .whatWasDone: "What was done (may be left out):"
        case .photoBefore: "Photo of it before (a file; a major one needs it):"
        case .photoAfter: "Photo of it afterwards (a file):"
        case .note: "Note (may be left out):"
        case .with: "The other officers (their ids, with spaces between):"
        case .observedAt: "When, such as 16:20 (Return for now):"
        case .reason: "Why it is filed only now:"
        case .confirm: "File this? (y, n) [y]:"
        case .tryAgain: "Try again? (y, n) [n]:"
        case .another: "Go on to the next site? (y, n) [y]:"
        case .givenUp: "Given up; nothing was recorded."
        case .ended: "Ended; what was not confirmed was not recorded."
        case .answered(let programme, let items, let bad):
            programme + ", \(items) items"
                + (bad.isEmpty
                    ? ", all as they should be" : ", not so: \(bad.map(String.init).joined(separator: ", "))")
        case .fixedMark: "  fixed on the spot"
        case .now: "now"
        case .isAnother: "Is it another one? (y: report it all the same, n: leave it out) [n]:"
        case .leftOut: "It is left out; the inspection is filed all the same."
        case .needed: "This is needed."
        case .yesOrNo: "Please type y or n."
        case .unreadable: "That cannot be read; please type it again."
        case .oneOf(let count): "Please type 1 to \(count)."
        }
    }
}
