import Foundation
import PatrolModel
import PatrolTestSupport
import Testing

/// A verb of the command line as these tests try it: how it is used, how it is refused, and what must be done before.
struct VerbTrial: CustomTestStringConvertible, Sendable {
    let verb: String
    let arguments: [String]
    let refusal: [String]
    let status: Int32
    var before: [[String]] = []
    var isFiling = false
    /// Only what could not be sent can be dropped: it is tried by tests of its own.
    var needsKept = false
    /// Prints what no daemon knows, and no JSON.
    var needsNoDaemon = false

    var testDescription: String { verb }

    /// `{roster}` stands for a roster's file, `{hazard}` for the number of the first hazard, `{soon}` for a day a month off,
    /// `{upload}` for the number of the first batch, `{answers}` for a file of answers to it.
    static let all: [VerbTrial] = [
        VerbTrial(
            verb: "today",
            arguments: ["--as", "inspector"],
            refusal: ["--person", "nobody"],
            status: 65
        ),
        VerbTrial(
            verb: "morning",
            arguments: ["--all"],
            refusal: ["--unit", "养护但位"],
            status: 65,
            before: [filed]
        ),
        VerbTrial(
            verb: "inspect",
            arguments: ["R-1", "--as", "inspector"],
            refusal: ["R-99", "--as", "inspector"],
            status: 65,
            isFiling: true
        ),
        VerbTrial(
            verb: "hazard report",
            arguments: report,
            refusal: report.dropLast(2) + ["--as", "auditor"],
            status: 77,
            isFiling: true
        ),
        VerbTrial(
            verb: "hazard list",
            arguments: [],
            refusal: ["--state", "gone"],
            status: 64,
            before: [filed]
        ),
        VerbTrial(
            verb: "hazard show",
            arguments: ["{hazard}"],
            refusal: ["H-1999-000001"],
            status: 65,
            before: [filed]
        ),
        VerbTrial(
            verb: "hazard order",
            arguments: ["{hazard}", "--as", "dispatcher"],
            refusal: ["{hazard}", "--as", "liaison"],
            status: 77,
            before: [filed],
            isFiling: true
        ),
        VerbTrial(
            verb: "hazard return",
            arguments: ["{hazard}", "--reason", "产权归燃气公司", "--as", "liaison"],
            refusal: ["{hazard}", "--reason", "产权归燃气公司", "--as", "dispatcher"],
            status: 77,
            before: [filed, ordered],
            isFiling: true
        ),
        VerbTrial(
            verb: "hazard reassign",
            arguments: ["{hazard}", "--unit", "燃气管网单位", "--as", "dispatcher"],
            refusal: ["{hazard}", "--unit", "燃气管网但位", "--as", "dispatcher"],
            status: 65,
            before: [filed, ordered, returned],
            isFiling: true
        ),
        VerbTrial(
            verb: "hazard progress",
            arguments: ["{hazard}", "--note", "已围挡", "--as", "liaison"],
            refusal: ["{hazard}", "--note", " ", "--as", "liaison"],
            status: 65,
            before: [filed, ordered],
            isFiling: true
        ),
        VerbTrial(
            verb: "hazard extend",
            arguments: ["{hazard}", "--by", "1紧急工作时", "--reason", "须定制", "--as", "liaison"],
            refusal: ["{hazard}", "--by", "种植季节15工作日", "--reason", "须定制", "--as", "liaison"],
            status: 65,
            before: [filed, ordered],
            isFiling: true
        ),
        VerbTrial(
            verb: "hazard refer",
            arguments: ["{hazard}", "--to", "燃气管网单位", "--as", "supervisor"],
            refusal: ["{hazard}", "--to", "燃气管网单位", "--as", "inspector"],
            status: 77,
            before: [filed],
            isFiling: true
        ),
        VerbTrial(
            verb: "hazard suspend",
            arguments: [
                "{hazard}", "--until", "{soon}", "--reason", "随道路改造", "--measures", "设警示牌", "--as",
                "supervisor",
            ],
            refusal: [
                "{hazard}", "--until", "明年", "--reason", "随道路改造", "--measures", "设警示牌", "--as", "supervisor",
            ],
            status: 65,
            before: [filed],
            isFiling: true
        ),
        VerbTrial(
            verb: "hazard resume",
            arguments: ["{hazard}", "--reason", "已开工", "--as", "supervisor"],
            refusal: ["{hazard}", "--reason", "已开工", "--as", "inspector"],
            status: 77,
            before: [filed, suspended],
            isFiling: true
        ),
        VerbTrial(
            verb: "hazard supervise",
            arguments: [
                "{hazard}", "--leader", "王局长", "--measures", "换管", "--funds", "12万", "--in-charge", "李工",
                "--deadline", "{soon}", "--contingency", "停气", "--as", "supervisor",
            ],
            refusal: ["{hazard}", "--leader", "王局长", "--as", "supervisor"],
            status: 64,
            before: [filed],
            isFiling: true
        ),
        VerbTrial(
            verb: "hazard rectify",
            arguments: ["{hazard}", "--note", "补装", "--photo", "{photo}", "--as", "liaison"],
            refusal: ["{hazard}", "--note", " ", "--as", "liaison"],
            status: 65,
            before: [filed, ordered],
            isFiling: true
        ),
        VerbTrial(
            verb: "hazard verify",
            arguments: ["{hazard}", "--note", "平整", "--as", "inspector-2"],
            refusal: ["{hazard}", "--note", "平整", "--as", "inspector"],
            status: 1,
            before: [filed, ordered, rectified],
            isFiling: true
        ),
        VerbTrial(
            verb: "hazard close",
            arguments: ["{hazard}", "--as", "leader"],
            refusal: ["{hazard}", "--as", "supervisor"],
            status: 77,
            before: [filed, planned, ordered, rectified, verified],
            isFiling: true
        ),
        VerbTrial(
            verb: "hazard look-back",
            arguments: ["{hazard}", "--note", "牢固", "--as", "supervisor"],
            refusal: ["{hazard}", "--note", "牢固", "--as", "inspector"],
            status: 1,
            before: [general, ordered, rectified, verified],
            isFiling: true
        ),
        VerbTrial(
            verb: "hazard downgrade",
            arguments: ["{hazard}", "--reason", "危害有限", "--as", "supervisor"],
            refusal: ["{hazard}", "--reason", "危害有限", "--as", "inspector"],
            status: 77,
            before: [filed],
            isFiling: true
        ),
        VerbTrial(
            verb: "hazard void",
            arguments: ["{hazard}", "--ground", "unfounded", "--as", "supervisor"],
            refusal: ["{hazard}", "--ground", "duplicate", "--as", "supervisor"],
            status: 64,
            before: [filed],
            isFiling: true
        ),
        VerbTrial(
            verb: "hazard case",
            arguments: ["{hazard}", "--number", "2026-031", "--as", "inspector"],
            refusal: ["{hazard}", "--as", "inspector"],
            status: 64,
            before: [filed],
            isFiling: true
        ),
        VerbTrial(
            verb: "evidence list",
            arguments: ["{hazard}"],
            refusal: ["H-1999-000001"],
            status: 65,
            before: [filed, ordered, rectified]
        ),
        VerbTrial(
            verb: "evidence save",
            arguments: ["{hazard}", "{folder}"],
            refusal: ["I-1999-000001", "{folder}"],
            status: 65,
            before: [filed, ordered, rectified]
        ),
        VerbTrial(
            verb: "overdue",
            arguments: ["--as-of", "today"],
            refusal: ["--as-of", "2099-01-01"],
            status: 65,
            before: [filed]
        ),
        VerbTrial(verb: "duty list", arguments: [], refusal: ["--programme", "roads-dialy"], status: 65),
        VerbTrial(
            verb: "site import",
            arguments: ["{roster}"],
            refusal: ["/nowhere.csv"],
            status: 65,
            isFiling: true
        ),
        VerbTrial(
            verb: "site retire",
            arguments: ["R-1", "--reason", "封闭改造"],
            refusal: ["R-1", "R-99", "--reason", "封闭改造"],
            status: 65,
            isFiling: true
        ),
        VerbTrial(
            verb: "site compare",
            arguments: ["{roster}"],
            refusal: ["{roster}", "--by", "colour"],
            status: 64
        ),
        VerbTrial(
            verb: "catalogue import",
            arguments: ["{catalogue}"],
            refusal: ["{roster}"],
            status: 65,
            isFiling: true
        ),
        VerbTrial(verb: "search", arguments: ["R-1"], refusal: ["？"], status: 65),
        VerbTrial(verb: "catalogue list", arguments: ["井盖"], refusal: ["a", "b"], status: 64),
        VerbTrial(verb: "catalogue show", arguments: ["0103"], refusal: ["0104"], status: 65),
        VerbTrial(verb: "programme list", arguments: [], refusal: ["extra"], status: 64),
        VerbTrial(
            verb: "programme show",
            arguments: ["roads-daily"],
            refusal: ["roads-dialy"],
            status: 65
        ),
        VerbTrial(
            verb: "programme preview",
            arguments: ["roads-daily", "--from", "2026-12-30", "--periods", "3"],
            refusal: ["roads-daily", "--from", "30 December"],
            status: 65
        ),
        VerbTrial(verb: "site list", arguments: [], refusal: ["extra"], status: 64),
        VerbTrial(verb: "site show", arguments: ["R-1"], refusal: ["R-99"], status: 65),
        VerbTrial(
            verb: "upload list",
            arguments: [],
            refusal: ["--as", "liaison"],
            status: 77,
            before: [advert]
        ),
        VerbTrial(
            verb: "upload make",
            arguments: ["--system", "adverts"],
            refusal: ["--system", "advert"],
            status: 65,
            before: [advert],
            isFiling: true
        ),
        VerbTrial(
            verb: "upload show",
            arguments: ["{upload}"],
            refusal: ["U-1999-000001"],
            status: 65,
            before: [advert, uploaded]
        ),
        VerbTrial(
            verb: "upload receipt",
            arguments: ["{answers}", "--system", "adverts"],
            refusal: ["{answers}", "--system", "adverts", "--as", "inspector"],
            status: 77,
            before: [advert, uploaded],
            isFiling: true
        ),
        VerbTrial(verb: "event list", arguments: [], refusal: ["--as", "inspector"], status: 77),
        VerbTrial(verb: "event verify", arguments: [], refusal: ["--as", "liaison"], status: 77),
        VerbTrial(verb: "outbox list", arguments: [], refusal: ["extra"], status: 64),
        VerbTrial(verb: "outbox retry", arguments: [], refusal: ["7"], status: 65),
        VerbTrial(verb: "outbox drop", arguments: [], refusal: ["7"], status: 65, needsKept: true),
        VerbTrial(
            verb: "completion",
            arguments: ["bash"],
            refusal: ["cmd.exe"],
            status: 64,
            needsNoDaemon: true
        ),
        VerbTrial(verb: "status", arguments: [], refusal: ["--as", "liaison"], status: 77),
    ]

    private static let report = [
        "--site", "R-1", "--category", "0103", "--describe", "缺失", "--severity", "major", "--as", "inspector",
    ]
    private static let filed = ["hazard", "report"] + report
    private static let advert = [
        "hazard", "report", "--site", "R-1", "--category", "0306", "--condition", "1", "--describe", "店招倾斜",
        "--as",
        "inspector",
    ]
    private static let uploaded = ["upload", "make", "--system", "adverts"]
    private static let ordered = ["hazard", "order", "{hazard}", "--as", "dispatcher"]
    private static let general = [
        "hazard", "report", "--site", "R-1", "--category", "0103", "--describe", "缺失", "--as", "inspector",
    ]
    /// Without its plan no major hazard is struck off.
    private static let planned = [
        "hazard", "supervise", "{hazard}", "--leader", "王局长", "--measures", "换管", "--funds", "12万",
        "--in-charge",
        "李工", "--deadline", "{soon}", "--contingency", "停气", "--as", "supervisor",
    ]
    private static let returned = ["hazard", "return", "{hazard}", "--reason", "产权归燃气公司", "--as", "liaison"]
    private static let suspended = [
        "hazard", "suspend", "{hazard}", "--until", "{soon}", "--reason", "随道路改造", "--measures", "设警示牌",
        "--as",
        "supervisor",
    ]
    private static let rectified = [
        "hazard", "rectify", "{hazard}", "--note", "补装", "--photo", "{photo}", "--as", "inspector",
    ]
    private static let verified = ["hazard", "verify", "{hazard}", "--note", "平整", "--as", "inspector-2"]
}

@Suite struct `Every verb that help lists` {
    private func filled(_ arguments: [String], _ house: House) throws -> [String] {
        let today = Zone.shanghai.date(Instant(seconds: Int64(Date().timeIntervalSince1970)))
        return try arguments.map { word in
            switch word {
            case "{hazard}": "H-\(today.year)-000001"
            case "{soon}": today.adding(days: 30).description
            case "{upload}": "U-\(today.year)-000001"
            case "{answers}":
                try house.daemon.folder.write(
                    "隐患编号,接收编号,接收结果,原因\nH-\(today.year)-000001,AD-1,接收,\n",
                    to: "answers.csv"
                )
            case "{roster}": try house.roster()
            case "{photo}": try house.daemon.folder.write(Photo.png(), to: "after.png")
            case "{folder}": house.daemon.folder.file("saved")
            case "{catalogue}":
                try house.daemon.folder.write(
                    "小类代码,小类名称,立案条件,处置时限\n0103,雨水井盖,缺失,2紧急工作时\n,,异响,5天\n",
                    to: "catalogue.csv"
                )
            default: word
            }
        }
    }

    @Test(arguments: VerbTrial.all)
    func isRefusedWithReasonAndRemedyAndAnUnchangedLedger(_ trial: VerbTrial) async throws {
        try await House.with { house in
            for step in trial.before {
                #expect(try house.daemon.patrol(try filled(step, house)).status == 0)
            }
            let words = trial.verb.split(separator: " ").map(String.init) + trial.refusal
            try house.refused(try filled(words, house), trial.status)
        }
    }

    @Test(arguments: VerbTrial.all)
    func givesTheSameAnswerAfterTheDaemonWasKilled(_ trial: VerbTrial) async throws {
        guard !trial.needsKept else { return }
        try await House.with { house in
            for step in trial.before {
                #expect(try house.daemon.patrol(try filled(step, house)).status == 0)
            }
            let key = trial.isFiling ? ["--key", "0192f0c1-2d3e-7abc-8def-0123456789ab"] : []
            let words = try filled(
                trial.verb.split(separator: " ").map(String.init) + trial.arguments + key,
                house
            )
            let form = trial.needsNoDaemon ? [] : ["--json"]
            let first = try house.daemon.patrol(words + form)
            #expect(first.status == 0, "\(first.error)")
            #expect(house.daemon.stop(SIGKILL) == 128 + SIGKILL)
            try house.daemon.start()
            let second = try house.daemon.patrol(words + form)
            #expect(second.status == 0, "\(second.error)")
            if trial.isFiling { #expect(first.output == second.output) }
        }
    }

    @Test func isTriedByTheseTests() async throws {
        let daemon = try RunningDaemon()
        func subcommands(_ path: [String]) throws -> [String] {
            let help = try daemon.patrol(path + ["--help"], language: "en").output
            guard let list = help.components(separatedBy: "Subcommands:\n").dropFirst().first else {
                return []
            }
            return list.split(separator: "\n", omittingEmptySubsequences: false).prefix { !$0.isEmpty }
                .compactMap { line in
                    line.hasPrefix("  ") && !line.hasPrefix("   ")
                        ? line.split(separator: " ").first.map(String.init) : nil
                }
        }
        let verbs = try subcommands([]).flatMap { noun in
            let below = try subcommands([noun])
            return below.isEmpty ? [noun] : below.map { "\(noun) \($0)" }
        }
        #expect(verbs.sorted() == VerbTrial.all.map(\.verb).sorted())
    }
}
