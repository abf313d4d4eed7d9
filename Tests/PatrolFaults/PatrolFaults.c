// A disk that fails on demand: preloaded into a program (LD_PRELOAD), it stands between it and the kernel. It counts and delays
// fsyncs and lets fsyncs, writes, reads and opens fail while the program runs, as the file at PATROL_FAULTS says. Without
// that file every call goes straight through.
//
// It calls the kernel itself (syscall(2)): looking up the next library's function would itself open and read files, and would
// not be safe in whichever thread came first.

#define _GNU_SOURCE
#include "PatrolFaults.h"
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

_Static_assert(sizeof(long) == 8, "offsets are passed to the kernel in one register");

static struct patrol_faults *faults;

__attribute__((constructor)) static void map_faults(void) {
    const char *path = getenv("PATROL_FAULTS");
    if (path == NULL) return;
    int file = (int)syscall(SYS_openat, AT_FDCWD, path, O_RDWR | O_CLOEXEC, 0);
    if (file < 0) return;
    void *map = mmap(NULL, sizeof *faults, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    syscall(SYS_close, file);
    if (map != MAP_FAILED) faults = map;
}

static int64_t value(const int64_t *field) { return __atomic_load_n(field, __ATOMIC_SEQ_CST); }

static void count(int64_t *field) { __atomic_fetch_add(field, 1, __ATOMIC_SEQ_CST); }

/// Takes one of `left`; -1 is inexhaustible.
static bool take(int64_t *left) {
    int64_t now = value(left);
    while (now > 0 && !__atomic_compare_exchange_n(left, &now, now - 1, 0, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST)) {}
    return now != 0;
}

static long fail(int64_t error) {
    count(&faults->failures);
    errno = (int)error;
    return -1;
}

/// A pattern that ends in `$` is the end of the path.
static bool matches(const char *path) {
    size_t length = strlen(path), wanted = strlen(faults->path);
    if (wanted == 0 || faults->path[wanted - 1] != '$') return strstr(path, faults->path) != NULL;
    wanted -= 1;
    return length >= wanted && strncmp(path + length - wanted, faults->path, wanted) == 0;
}

static bool path_is_meant(const char *path) {
    return path[0] == '/' && strncmp(path, "/dev/", 5) != 0 && strncmp(path, "/proc/", 6) != 0
        && matches(path);
}

/// Looked up each time: a descriptor's number is soon another file's.
static bool is_meant(int file) {
    char link[32], path[4096];
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    int before = errno;
    long length = syscall(SYS_readlinkat, AT_FDCWD, link, path, sizeof path - 1);
    errno = before;
    if (length < 0) return false;
    path[length] = 0;
    return path_is_meant(path);
}

// MARK: fsync

static long synchronize(long call, int file) {
    if (faults == NULL) return syscall(call, file);
    count(&faults->syncs);
    int64_t delay = value(&faults->sync_delay);
    bool is_hanging = value(&faults->hanging_syncs) != 0;
    if ((delay == 0 && !is_hanging && value(&faults->failing_syncs) == 0) || !is_meant(file)) return syscall(call, file);
    while (value(&faults->hanging_syncs) != 0) {
        struct timespec moment = {.tv_sec = 0, .tv_nsec = 10000000};
        syscall(SYS_nanosleep, &moment, NULL);
    }
    if (delay > 0) {
        struct timespec left = {.tv_sec = delay / 1000000, .tv_nsec = delay % 1000000 * 1000};
        while (syscall(SYS_nanosleep, &left, &left) != 0 && errno == EINTR) {}
    }
    if (take(&faults->failing_syncs)) return fail(value(&faults->sync_error));
    return syscall(call, file);
}

int fsync(int file) { return (int)synchronize(SYS_fsync, file); }
int fdatasync(int file) { return (int)synchronize(SYS_fdatasync, file); }

// MARK: write

/// How many of `size` bytes may be written: all of them where there is no fault, else as many as the fault lets through,
/// and then `*broken` is true.
static size_t room(int file, size_t size, bool *broken) {
    *broken = false;
    if (faults == NULL || value(&faults->write_error) == 0 || !is_meant(file)) return size;
    int64_t left = value(&faults->write_allowance);
    while (left >= (int64_t)size) {
        if (__atomic_compare_exchange_n(
                &faults->write_allowance, &left, left - (int64_t)size, 0, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST))
            return size;
    }
    // What came next would find room where this did not.
    __atomic_store_n(&faults->write_allowance, 0, __ATOMIC_SEQ_CST);
    *broken = true;
    return value(&faults->tear) == 0 ? 0 : size / 2;
}

/// The end of a write that found no room.
static long break_off(void) {
    if (value(&faults->tear) == 2) syscall(SYS_kill, getpid(), SIGKILL);
    return fail(value(&faults->write_error));
}

ssize_t write(int file, const void *bytes, size_t size) {
    bool broken;
    size_t allowed = room(file, size, &broken);
    if (!broken) return syscall(SYS_write, file, bytes, size);
    if (allowed > 0) syscall(SYS_write, file, bytes, allowed);
    return break_off();
}

ssize_t pwrite64(int file, const void *bytes, size_t size, off64_t offset) {
    bool broken;
    size_t allowed = room(file, size, &broken);
    if (!broken) return syscall(SYS_pwrite64, file, bytes, size, offset);
    if (allowed > 0) syscall(SYS_pwrite64, file, bytes, allowed, offset);
    return break_off();
}

ssize_t pwrite(int file, const void *bytes, size_t size, off_t offset) {
    return pwrite64(file, bytes, size, offset);
}

static size_t total(const struct iovec *parts, int number) {
    size_t size = 0;
    for (int index = 0; index < number; index++) size += parts[index].iov_len;
    return size;
}

/// Half of a gathered write is the first half of its parts.
static int half(int number, size_t allowed) { return allowed > 0 ? number / 2 : 0; }

ssize_t writev(int file, const struct iovec *parts, int number) {
    bool broken;
    size_t allowed = room(file, total(parts, number), &broken);
    if (!broken) return syscall(SYS_writev, file, parts, number);
    if (half(number, allowed) > 0) syscall(SYS_writev, file, parts, half(number, allowed));
    return break_off();
}

ssize_t pwritev64v2(int file, const struct iovec *parts, int number, off64_t offset, int flags) {
    bool broken;
    size_t allowed = room(file, total(parts, number), &broken);
    // The kernel takes the offset in two halves, of which the upper is nothing where a register holds it whole.
    if (!broken) return syscall(SYS_pwritev2, file, parts, number, offset, 0, flags);
    if (half(number, allowed) > 0) syscall(SYS_pwritev2, file, parts, half(number, allowed), offset, 0, flags);
    return break_off();
}

ssize_t pwritev2(int file, const struct iovec *parts, int number, off_t offset, int flags) {
    return pwritev64v2(file, parts, number, offset, flags);
}

ssize_t pwritev64(int file, const struct iovec *parts, int number, off64_t offset) {
    return pwritev64v2(file, parts, number, offset, 0);
}

ssize_t pwritev(int file, const struct iovec *parts, int number, off_t offset) {
    return pwritev64v2(file, parts, number, offset, 0);
}

/// Cutting a file off needs no room: a full disk does it, a broken one does not.
int ftruncate64(int file, off64_t size) {
    if (faults != NULL) {
        int64_t error = value(&faults->write_error);
        if (error != 0 && error != ENOSPC && value(&faults->write_allowance) == 0 && is_meant(file))
            return (int)fail(error);
    }
    return (int)syscall(SYS_ftruncate, file, size);
}

int ftruncate(int file, off_t size) { return ftruncate64(file, size); }

// MARK: read

static bool read_fails(int file) {
    return faults != NULL && value(&faults->failing_reads) != 0 && is_meant(file) && take(&faults->failing_reads);
}

ssize_t read(int file, void *bytes, size_t size) {
    if (read_fails(file)) return fail(value(&faults->read_error));
    return syscall(SYS_read, file, bytes, size);
}

ssize_t pread64(int file, void *bytes, size_t size, off64_t offset) {
    if (read_fails(file)) return fail(value(&faults->read_error));
    return syscall(SYS_pread64, file, bytes, size, offset);
}

ssize_t pread(int file, void *bytes, size_t size, off_t offset) { return pread64(file, bytes, size, offset); }

// MARK: open

/// A path that is not absolute is taken as it was given.
static bool open_fails(const char *path) {
    return faults != NULL && value(&faults->failing_opens) != 0 && strncmp(path, "/dev/", 5) != 0
        && strncmp(path, "/proc/", 6) != 0 && matches(path) && take(&faults->failing_opens);
}

static int open_in(int folder, const char *path, int flags, mode_t mode) {
    if (open_fails(path)) return (int)fail(value(&faults->open_error));
    return (int)syscall(SYS_openat, folder, path, flags, mode);
}

/// The mode is given only where the file may be made.
#define MODE(flags)                                                                                                  \
    mode_t mode = 0;                                                                                                 \
    if (((flags) & O_CREAT) != 0 || ((flags) & O_TMPFILE) == O_TMPFILE) {                                             \
        va_list rest;                                                                                                \
        va_start(rest, flags);                                                                                       \
        mode = va_arg(rest, mode_t);                                                                                 \
        va_end(rest);                                                                                                \
    }

int open(const char *path, int flags, ...) {
    MODE(flags)
    return open_in(AT_FDCWD, path, flags, mode);
}

int open64(const char *path, int flags, ...) {
    MODE(flags)
    return open_in(AT_FDCWD, path, flags, mode);
}

int openat(int folder, const char *path, int flags, ...) {
    MODE(flags)
    return open_in(folder, path, flags, mode);
}

int openat64(int folder, const char *path, int flags, ...) {
    MODE(flags)
    return open_in(folder, path, flags, mode);
}
