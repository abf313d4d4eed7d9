import NIOCore
import Synchronization

/// The open connections, counted by user so that one user's cannot crowd out the others'.
final class Connections: Sendable {
    private struct State {
        var channels: [ObjectIdentifier: any Channel] = [:]
        var perUser: [UInt32: Int] = [:]
        var isDraining = false
    }

    private let state = Mutex(State())
    private let limit: Int

    init(limit: Int) {
        self.limit = limit
    }

    /// False where the user has as many as allowed.
    func admit(_ channel: any Channel, of uid: UInt32) -> Bool {
        let isAdmitted = state.withLock { state in
            guard state.perUser[uid, default: 0] < limit else { return false }
            state.perUser[uid, default: 0] += 1
            state.channels[ObjectIdentifier(channel)] = channel
            return true
        }
        if isAdmitted {
            channel.closeFuture.whenComplete { [weak self] _ in self?.release(channel, of: uid) }
        }
        return isAdmitted
    }

    private func release(_ channel: any Channel, of uid: UInt32) {
        state.withLock { state in
            state.channels[ObjectIdentifier(channel)] = nil
            let left = state.perUser[uid, default: 1] - 1
            state.perUser[uid] = left > 0 ? left : nil
        }
    }

    /// Closes what is idle, and lets each of the others finish the request it is at; likewise those still to come.
    func drain() {
        let channels = state.withLock { state in
            state.isDraining = true
            return Array(state.channels.values)
        }
        for channel in channels { tell(channel) }
    }

    /// A connection that was set up while the others were told is told too.
    func tellIfDraining(_ channel: any Channel) {
        if state.withLock({ $0.isDraining }) { tell(channel) }
    }

    private func tell(_ channel: any Channel) {
        channel.pipeline.fireUserInboundEventTriggered(ConnectionGuard.Event.drain)
    }
}
