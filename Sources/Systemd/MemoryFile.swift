import CSystemd
import Glibc

/// A file that lies in memory alone and is gone with its last descriptor (memfd_create(2)).
package enum MemoryFile {
    /// A descriptor at the beginning of such a file; nil, with `errno` set, where there is no room for it.
    package static func holding(_ bytes: [UInt8]) -> Int32? {
        let descriptor = patrol_memory_file()
        guard descriptor >= 0 else { return nil }
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                write(descriptor, buffer.baseAddress?.advanced(by: written), bytes.count - written)
            }
            guard count > 0 else {
                let cause = errno
                close(descriptor)
                errno = cause
                return nil
            }
            written += count
        }
        lseek(descriptor, 0, SEEK_SET)
        return descriptor
    }

    /// A descriptor of such a file that takes so many bytes and refuses what comes after them; nil, with `errno` set,
    /// where there is no room for it.
    package static func taking(_ most: Int) -> Int32? {
        let descriptor = patrol_memory_file()
        guard descriptor >= 0 else { return nil }
        guard ftruncate(descriptor, off_t(most)) == 0, patrol_seal_length(descriptor) == 0 else {
            let cause = errno
            close(descriptor)
            errno = cause
            return nil
        }
        return descriptor
    }

    /// What was written to it from its beginning on.
    package static func written(to descriptor: Int32) -> [UInt8] {
        let length = lseek(descriptor, 0, SEEK_CUR)
        guard length > 0 else { return [] }
        return [UInt8](unsafeUninitializedCapacity: length) { buffer, count in
            count = max(0, pread(descriptor, buffer.baseAddress, length, 0))
        }
    }
}
