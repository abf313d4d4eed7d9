#ifndef PATROL_FAULTS_H
#define PATROL_FAULTS_H

#include <stdint.h>

/// What a disk does, as the library reads it while the program runs: the file that PATROL_FAULTS names, mapped and shared.
/// All zero is a disk without faults. Set the error before the count that brings it into force.
///
/// `path` restricts everything but `syncs` to files whose path contains it, or ends with it where it
/// ends in `$`; empty is every file but devices and the like.
struct patrol_faults {
    /// Counted here: fsync and fdatasync calls, whatever became of them and on whatever file.
    int64_t syncs;
    /// Microseconds that each fsync takes longer.
    int64_t sync_delay;
    /// How many of the next fsyncs fail; -1 is all of them until told otherwise.
    int64_t failing_syncs;
    int64_t sync_error;
    /// Not 0: writes fail once `write_allowance` more bytes have been written.
    int64_t write_error;
    int64_t write_allowance;
    /// What becomes of the write that finds no room: 0 nothing of it is written, 1 the first half of it, 2 the first half, and
    /// then the program is killed.
    int64_t tear;
    int64_t failing_opens;
    int64_t open_error;
    int64_t failing_reads;
    int64_t read_error;
    /// Counted here: the calls that were made to fail.
    int64_t failures;
    /// Not 0: no fsync comes back before it is 0 again.
    int64_t hanging_syncs;
    char path[256];
};

#endif
