import ArgumentParser
import Glibc
import PatrolModel
import PatrolText

/// `patrold check-config`
struct CheckConfigCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check-config",
        abstract: PatroldCommand.text(.checkConfig)
    )

    @Option(help: ArgumentHelp("\(PatroldCommand.text(.config))"))
    var config = "/etc/patrol"

    /// Every fault on a line of its own, and the number of them on standard error with `EX_CONFIG`.
    func run() throws {
        let phrases = PatroldCommand.language.phrases
        do {
            let rulebook = try ConfigurationFolder(path: config).rulebook()
            let configuration = rulebook.configuration
            print(
                phrases.notice(
                    .configurationSound(
                        district: configuration.district.name,
                        people: configuration.people.count,
                        programmes: configuration.programmes.count,
                        conditions: rulebook.catalogue.count,
                        years: configuration.calendar.years.map(\.year)
                    )
                )
            )
        } catch PatrolError.badConfiguration(let faults) {
            for fault in faults { print(phrases.fault(fault)) }
            StandardError.write("patrold: " + phrases.notice(.configurationFaults(faults.count)) + "\n")
            throw ExitCode(78)
        }
    }
}
