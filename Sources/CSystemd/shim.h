#include <fcntl.h>
#include <sys/uio.h>
#include <systemd/sd-daemon.h>
#include <systemd/sd-journal.h>
#include <sys/syscall.h>
#include <unistd.h>

/* ioprio_set(2), which the C library leaves out: this thread's reads and writes wait for everybody else's. */
static inline long patrol_idle_io(void) { return syscall(SYS_ioprio_set, 1, 0, 3 << 13); }

/* memfd_create(2), which needs _GNU_SOURCE: a file that lies in memory alone. */
static inline int patrol_memory_file(void) {
    return (int)syscall(SYS_memfd_create, "patrol", 3U /* MFD_CLOEXEC | MFD_ALLOW_SEALING */);
}

/* F_ADD_SEALS with F_SEAL_SHRINK | F_SEAL_GROW, likewise: the file stays as long as it is. */
static inline int patrol_seal_length(int descriptor) { return fcntl(descriptor, 1033, 2 | 4); }
