import ArgumentParser
import PatrolClient
import PatrolModel
import PatrolText

/// `patrold reload`: asks the running daemon, and ends when it has answered, as `ExecReload=` wants it.
struct ReloadCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reload",
        abstract: PatroldCommand.text(.reload)
    )

    @Option(help: ArgumentHelp("\(PatroldCommand.text(.daemonSocket))"))
    var socket = "/run/patrol/patrold.sock"

    @OptionGroup var language: LanguageSwitch

    /// Every fault on a line of its own, and the number of them on standard error with `EX_CONFIG`.
    func run() throws {
        let phrases = PatroldCommand.language.phrases
        do {
            let answer = try PatrolClient(socket: socket, onBehalfOf: nil).reload()
            print(phrases.service(answer.change.map { .adopted($0) } ?? .unchanged))
        } catch PatrolError.badConfiguration(let faults) {
            for fault in faults { print(phrases.fault(fault)) }
            StandardError.write("patrold: " + phrases.service(.faults(faults.count)) + "\n")
            throw ExitCode(78)
        }
    }
}
