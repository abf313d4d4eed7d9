import Foundation
import PatrolTestSupport
import Testing

/// A bare Debian on which the package is installed, and nothing else is done.
@Suite(.enabled(if: Machine.Supplies.given != nil, Comment(rawValue: Machine.whySkipped)))
struct `On a bare Debian` {
    @Test func thePackageBringsEverythingUp() async throws {
        try await Machine.boot { machine in
            try machine.install(Package.current)
            try unitsRun(machine)
            try userAndFoldersAreThere(machine)
            try unitsAreSoundAndClosed(machine)
            try theJournalExplainsItself(machine)
            try pagesAndCompletionsAreThere(machine)
            #expect(try machine.done("systemctl", "is-system-running") == "running\n")
        }
    }

    private func unitsRun(_ machine: Machine) throws {
        for unit in ["patrold.socket", "patrold.service", "patrol-backup.timer"] {
            #expect(try machine.done("systemctl", "is-enabled", unit) == "enabled\n", "\(unit)")
            #expect(try machine.isActive(unit), "\(unit)")
        }
        #expect(try machine.property("Type", of: "patrold.service") == "notify")
        #expect(try machine.property("NRestarts", of: "patrold.service") == "0")
        // A sentence: that it has started, and from its next turn on how things stand.
        let status = try machine.property("StatusText", of: "patrold.service")
        #expect(status.contains("已启动") || status.contains("运行正常"), "\(status)")
        #expect(try machine.property("Persistent", of: "patrol-backup.timer") == "yes")
        #expect(try machine.property("WatchdogUSec", of: "patrold.service") != "0")
    }

    private func userAndFoldersAreThere(_ machine: Machine) throws {
        #expect(try machine.done("getent", "passwd", "patrol").contains("nologin"))
        #expect(try machine.done("getent", "group", "patrol").hasPrefix("patrol:"))
        let process = try machine.property("MainPID", of: "patrold.service")
        #expect(try machine.done("stat", "--format=%U", "/proc/\(process)") == "patrol\n")
        let socket = try machine.done("stat", "--format=%U:%G %a", "/run/patrol/patrold.sock")
        #expect(socket == "root:patrol 660\n")
        #expect(try machine.done("stat", "--format=%U %a", "/var/lib/patrol") == "patrol 700\n")
        // Whatever is a setting is the administrator's, who will be asked before it is overwritten.
        let settings = try machine.done("dpkg-query", "--show", "--showformat=${Conffiles}", "patrol")
        #expect(settings.contains("/etc/patrol/patrol.yaml"))
        #expect(settings.contains("/etc/patrol/programmes/main-roads-daily.yaml"))
    }

    private func unitsAreSoundAndClosed(_ machine: Machine) throws {
        let units = try machine.done("dpkg-query", "--listfiles", "patrol").split(separator: "\n")
            .filter { $0.contains("/systemd/system/") && $0.contains(".") }.map(String.init)
        #expect(units.count >= 5, "\(units)")
        let verified = try machine.run(as: "root", ["systemd-analyze", "verify"] + units)
        #expect(verified.status == 0 && verified.output == "" && verified.error == "", "\(verified)")
        let security = try machine.done("systemd-analyze", "security", "--no-pager", "patrold.service")
        let overall = try #require(security.split(separator: "\n").first { $0.contains("Overall exposure") })
        let exposure = overall.split(separator: " ").compactMap { Double($0) }.first
        #expect(try #require(exposure) <= 0.8, "\(overall)")
        #expect(try machine.property("PrivateUsers", of: "patrold.service") == "no")
    }

    private func theJournalExplainsItself(_ machine: Machine) throws {
        let words = ["journalctl", "--no-pager", "--catalog", "PATROL_KIND=started"]
        for (language, isChinese) in [("zh_CN.UTF-8", true), ("C.UTF-8", false)] {
            let said = try machine.run(as: "root", words, language: language).output
            let explained = said.split(separator: "\n").filter { $0.hasPrefix("░░") && !$0.contains("http") }
            #expect(explained.count >= 3, "\(said)")
            let hasChinese = explained.contains { line in
                line.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
            }
            // The subject may name the district, which is Chinese whatever explains it.
            #expect(!isChinese || hasChinese, "\(said)")
            #expect(isChinese || explained.contains { $0.contains("patrold") }, "\(said)")
        }
    }

    private func pagesAndCompletionsAreThere(_ machine: Machine) throws {
        for page in ["patrold(8)", "patrol(1)", "patrol.yaml(5)"] {
            let (name, section) = (page.prefix { $0 != "(" }, page.dropLast().suffix(1))
            let english = try machine.run(
                as: "root",
                ["man", "-P", "cat", String(section), String(name)],
                language: "C.UTF-8"
            )
            #expect(english.status == 0 && english.output.contains("NAME"), "\(page): \(english.error)")
            let chinese = try machine.run(as: "root", ["man", "-P", "cat", String(section), String(name)])
            #expect(chinese.status == 0 && chinese.output.contains("巡查"), "\(page): \(chinese.error)")
        }
        let files = try machine.done("dpkg-query", "--listfiles", "patrol")
        for shell in ["bash-completion/completions/patrol", "zsh/vendor-completions/_patrol", "fish/"] {
            #expect(files.contains(shell), "\(shell)")
        }
        let packed = try machine.done("dpkg-query", "--show", "--showformat=${Version}", "patrol")
        for program in ["patrol", "patrold"] {
            let said = try machine.done(program, "--version")
            #expect(said.contains(packed), "\(said)")
        }
    }
}
