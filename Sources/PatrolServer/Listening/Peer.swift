import Glibc

/// Who is at the other end of a local connection, by the kernel's word.
package struct Peer: Hashable, Sendable {
    package let uid: UInt32
    /// The user's name; the number where it has none.
    package let user: String
    /// Names of the primary and the supplementary groups that the process had when it connected.
    package let groups: Set<String>

    package init(uid: UInt32, user: String, groups: Set<String>) {
        self.uid = uid
        self.user = user
        self.groups = groups
    }

    /// Asks the kernel: `SO_PEERCRED` for user and group, `SO_PEERGROUPS` for the others (unix(7), socket(7)).
    package init?(descriptor: Int32) {
        var credentials = Credentials()
        var length = socklen_t(MemoryLayout<Credentials>.size)
        guard getsockopt(descriptor, SOL_SOCKET, SO_PEERCRED, &credentials, &length) == 0,
            length == socklen_t(MemoryLayout<Credentials>.size)
        else { return nil }
        let gids = Set(Peer.supplementaryGroups(of: descriptor) + [credentials.gid])
        self.init(
            uid: credentials.uid,
            user: Peer.userName(credentials.uid),
            groups: Set(gids.compactMap(Peer.groupName))
        )
    }

    /// `struct ucred`, which the Glibc module leaves out.
    private struct Credentials {
        var pid: Int32 = 0
        var uid: UInt32 = UInt32.max
        var gid: UInt32 = UInt32.max
    }

    private static func supplementaryGroups(of descriptor: Int32) -> [UInt32] {
        let peerGroups: Int32 = 59  // SO_PEERGROUPS of asm-generic/socket.h, since Linux 4.13
        var groups = [UInt32](repeating: 0, count: 64)
        for _ in 0..<2 {
            var length = socklen_t(groups.count * MemoryLayout<UInt32>.size)
            if getsockopt(descriptor, SOL_SOCKET, peerGroups, &groups, &length) == 0 {
                return Array(groups.prefix(Int(length) / MemoryLayout<UInt32>.size))
            }
            guard errno == ERANGE else { return [] }
            groups = [UInt32](repeating: 0, count: Int(length) / MemoryLayout<UInt32>.size)
        }
        return []
    }

    private static func userName(_ uid: UInt32) -> String {
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: 65536) { buffer in
            var (entry, found): (passwd, UnsafeMutablePointer<passwd>?) = (passwd(), nil)
            guard let space = buffer.baseAddress,
                getpwuid_r(uid, &entry, space, buffer.count, &found) == 0, found != nil
            else {
                return String(uid)
            }
            return String(cString: entry.pw_name)
        }
    }

    private static func groupName(_ gid: UInt32) -> String? {
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: 65536) { buffer in
            var (entry, found): (group, UnsafeMutablePointer<group>?) = (group(), nil)
            guard let space = buffer.baseAddress,
                getgrgid_r(gid, &entry, space, buffer.count, &found) == 0, found != nil
            else {
                return nil
            }
            return String(cString: entry.gr_name)
        }
    }
}
