import ArgumentParser
import PatrolText
import PatrolWire

/// `patrol event verify`
struct EventVerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration.verb("verify", of: "event", .eventVerify)

    @OptionGroup var switches: Switches

    func run() throws {
        let session = Session(switches)
        let found: VerificationBody = try session.get([Route.verification])
        if switches.json {
            try Output.json(found)
        } else if switches.quiet {
            Output.line(found.head)
        } else {
            let notice: Notice =
                if let broken = found.brokenAt {
                    .chainBroken(at: broken)
                } else {
                    .chainIntact(events: found.events, head: found.head)
                }
            Output.lines(session.phrases.notice(notice).wrapped(to: session.screen.width))
        }
        if !found.intact { throw ExitCode(ExitStatus.refused.rawValue) }
    }
}
