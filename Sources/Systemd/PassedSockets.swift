import CSystemd
import Glibc

/// Sockets that a service manager has opened and passes on to the process it starts (sd_listen_fds(3)).
package enum PassedSockets {
    /// Takes them over, once and before anything else runs: what tells of them leaves the environment, and they do not
    /// pass on to programs that this one starts.
    package static func take() -> [Int32] {
        let count = sd_listen_fds(1)
        // SD_LISTEN_FDS_START, a macro.
        return count > 0 ? (0..<count).map { 3 + $0 } : []
    }

    /// Whether it is a stream socket of the Unix domain on which connections wait.
    package static func isListening(_ descriptor: Int32) -> Bool {
        sd_is_socket_unix(descriptor, Int32(SOCK_STREAM.rawValue), 1, nil, 0) > 0
    }
}
