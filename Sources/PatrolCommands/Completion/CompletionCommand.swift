import ArgumentParser
import PatrolText

/// `patrol completion`
struct CompletionCommand: ParsableCommand {
    static let configuration = CommandConfiguration.verb("completion", .completion)

    enum Shell: String, ExpressibleByArgument, CaseIterable { case bash, zsh, fish }

    @Argument(help: ArgumentHelp(.shell))
    var shell: Shell

    func run() {
        let kind: CompletionShell =
            switch shell {
            case .bash: .bash
            case .zsh: .zsh
            case .fish: .fish
            }
        Output.line(PatrolCommand.completionScript(for: kind))
    }
}
