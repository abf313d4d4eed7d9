import Foundation
import Glibc
import PatrolTestSupport

/// A disk of a test's own, mounted by root; unmounted with the test, whatever becomes of it.
final class Mount: @unchecked Sendable {
    struct Failed: Error { let detail: String }

    private var point: String?
    private var image: String?

    static let hasLoopDevices = access("/dev/loop-control", W_OK) == 0

    deinit { end() }

    /// A small one in memory.
    func memory(at path: String, megabytes: Int) throws {
        mkdir(path, 0o750)
        try Mount.run("/bin/mount", "-t", "tmpfs", "-o", "size=\(megabytes)m", "tmpfs", path)
        point = path
    }

    /// A small ext4 in a file.
    func disk(at path: String, image: String, megabytes: Int) throws {
        mkdir(path, 0o750)
        try Mount.run("/usr/bin/truncate", "-s", "\(megabytes)M", image)
        try Mount.run("/sbin/mkfs.ext4", "-q", image)
        self.image = image
        try mount(image, path)
    }

    /// What the kernel does when such a disk answers with errors: it is read-only from now on, open files and all.
    func abort() throws {
        try Mount.run("/bin/mount", "-o", "remount,abort", point ?? "")
    }

    /// Mounts what has reached the disk anew, as after a restart of the machine. A copy of it, since whatever still holds
    /// the broken mount, if only another mount namespace, would keep it read-only.
    func again() throws {
        guard let point, let image else { return }
        end()
        try FileManager.default.copyItem(atPath: image, toPath: image + "-again")
        try mount(image + "-again", point)
    }

    /// Makes a file of all the room that is left.
    static func fill(_ path: String) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
        defer { close(descriptor) }
        let block = [UInt8](repeating: 7, count: 4096)
        while write(descriptor, block, block.count) > 0 {}
    }

    func end() {
        guard let point else { return }
        _ = try? Mount.run("/bin/umount", "--lazy", point)
        self.point = nil
    }

    private func mount(_ image: String, _ path: String) throws {
        try Mount.run("/bin/mount", "-o", "loop,errors=remount-ro", image, path)
        point = path
    }

    private static func run(_ program: String, _ arguments: String...) throws {
        let outcome = try Program(program).run(
            arguments.map { Array($0.utf8) },
            environment: ["PATH": "/usr/sbin:/usr/bin:/sbin:/bin"]
        )
        guard outcome.status == 0 else { throw Failed(detail: "\(program): \(outcome.error)") }
    }
}
