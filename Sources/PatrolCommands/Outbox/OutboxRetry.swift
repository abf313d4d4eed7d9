import ArgumentParser
import PatrolClient
import PatrolModel
import PatrolText

/// `patrol outbox retry`
struct OutboxRetryCommand: ParsableCommand {
    static let configuration = CommandConfiguration.verb("retry", of: "outbox", .outboxRetry)

    @Argument(help: ArgumentHelp(.outboxNumbers))
    var numbers: [Int] = []

    @Flag(help: ArgumentHelp(.retryAsNew))
    var new = false

    @OptionGroup var switches: Switches

    func validate() throws {
        if new && numbers.isEmpty { throw ValidationError("Missing expected argument '<numbers>'") }
    }

    /// Ends with 0 where nothing is left, with 75 where something waits still, with 1 where something was refused.
    func run() throws {
        let outbox = Outbox.ofThisUser()
        let session = Session(switches)
        let phrases = session.phrases
        if outbox.isEmpty, numbers.isEmpty { return Output.line(phrases.notice(.outboxEmpty)) }
        let delivery = try outbox.locked {
            for item in try outbox.items(numbers) {
                guard var entry = item.entry, entry.refusal != nil, entry.socket == session.client.socket
                else { continue }
                (entry.refusal, entry.failures) = (nil, nil)
                // What was refused has not used its key up.
                if new { entry.filing.act = entry.filing.act.insistingOnNew }
                try outbox.write(entry, item.number)
            }
            return try outbox.deliver(through: session.client)
        }
        Courier(session.client, outbox: outbox).tell(delivery)
        if case .socketForbidden = delivery.obstacle {
            throw PatrolError.socketForbidden(socket: session.client.socket)
        }
        let left = try outbox.list()
        if left.isEmpty { return Output.line(phrases.notice(.outboxEmpty)) }
        let refused = left.count { $0.entry == nil || $0.entry?.refusal != nil }
        let elsewhere = left.count - refused - delivery.waiting
        if delivery.waiting > 0 { Output.error(phrases.notice(.stillWaiting(delivery.waiting))) }
        if refused + elsewhere > 0 {
            Output.error(phrases.notice(.leftInOutbox(refused: refused, elsewhere: elsewhere)))
        }
        let waits = delivery.waiting + elsewhere > 0
        throw ExitCode((waits ? ExitStatus.kept : .refused).rawValue)
    }
}

extension Outbox {
    /// - Throws: ``PatrolError/nothingInOutbox(number:)`` where a number is not there.
    func items(_ numbers: [Int]) throws(PatrolError) -> [OutboxItem] {
        let all = Dictionary(try list().map { ($0.number, $0) }) { first, _ in first }
        var items: [OutboxItem] = []
        for number in numbers {
            guard let item = all[number] else { throw .nothingInOutbox(number: String(number)) }
            items.append(item)
        }
        return items
    }
}
