import Foundation
import Glibc
import PatrolTestSupport
import Testing

/// That the faults other tests rest on really happen, to a small program and to the daemon.
@Suite struct `A faulty disk` {
    private let folder: TemporaryFolder
    private let disk: FaultyDisk

    init() throws {
        folder = try TemporaryFolder()
        disk = try FaultyDisk(in: folder, only: "ledger")
    }

    @Test func countsWhatIsSynchronized() throws {
        #expect(try python("os.fsync(f); os.fdatasync(f); os.fsync(f)") == "done")
        #expect(disk.syncs == 3)
        #expect(disk.failures == 0)
    }

    @Test func makesEachSynchronizationTakeLonger() throws {
        // Longer than a busy disk takes by itself.
        disk.delaySyncs(microseconds: 3_000_000)
        let script = "b = time.monotonic(); os.fsync(f); os.fdatasync(f); print(time.monotonic() - b >= 6)"
        #expect(try python(script) == "True\ndone")
        #expect(try python(script, on: "other") == "False\ndone")
    }

    @Test func failsAsManySynchronizationsAsItIsTold() throws {
        disk.failSyncs(2)
        #expect(
            try python("tell(lambda: os.fsync(f)); tell(lambda: os.fdatasync(f)); os.fsync(f)")
                == "EIO\nEIO\ndone"
        )
        #expect(disk.failures == 2)
        disk.failSyncs(error: ENOSPC)
        #expect(try python("tell(lambda: os.fsync(f)); tell(lambda: os.fsync(f))") == "ENOSPC\nENOSPC\ndone")
        disk.mend()
        #expect(try python("os.fsync(f)") == "done")
    }

    @Test(arguments: [
        "os.write(f, b'12345678')", "os.pwrite(f, b'12345678', 4)", "os.writev(f, [b'1234', b'5678'])",
        "os.pwritev(f, [b'1234', b'5678'], 4)",
    ])
    func isFullAfterSoManyBytes(_ write: String) throws {
        disk.failWrites(after: 4)
        #expect(try python("os.write(f, b'abcd'); tell(lambda: \(write))") == "ENOSPC\ndone")
        #expect(contents() == "abcd")
        #expect(try python("os.ftruncate(f, 2)") == "done")
        #expect(contents() == "ab")
        #expect(try python(write, on: "other") == "done")
    }

    @Test(arguments: [
        "os.write(f, b'12345678')", "os.pwrite(f, b'12345678', 4)", "os.writev(f, [b'1234', b'5678'])",
        "os.pwritev(f, [b'1234', b'5678'], 4)",
    ])
    func tearsAWriteInTheMiddle(_ write: String) throws {
        disk.failWrites(after: 4, error: EIO, tear: .half)
        #expect(
            try python("os.write(f, b'abcd'); tell(lambda: \(write)); tell(lambda: \(write))")
                == "EIO\nEIO\ndone"
        )
        #expect(contents().hasPrefix("abcd1234"))
        #expect(try python("tell(lambda: os.ftruncate(f, 0))") == "EIO\ndone")
        disk.mend()
        #expect(try python("os.ftruncate(f, 0)") == "done")
    }

    @Test func killsTheProgramInTheMiddleOfAWrite() throws {
        disk.failWrites(tear: .halfAndKilled)
        let outcome = try run("os.write(f, b'12345678')", on: "ledger")
        #expect(outcome.status == 128 + SIGKILL)
        #expect(contents() == "1234")
    }

    @Test func failsToOpenAndToRead() throws {
        disk.failOpens(1)
        let again = "os.open(path, os.O_RDONLY)"
        #expect(try python(again) == "the first EMFILE\ndone")
        disk.failReads(2)
        #expect(
            try python("tell(lambda: os.pread(f, 1, 0)); tell(lambda: os.read(f, 1)); os.read(f, 1)")
                == "EIO\nEIO\ndone"
        )
        #expect(disk.failures == 3)
    }

    @Test func isTheDaemonsDiskWhileItRuns() async throws {
        try await Blocking.run {
            let house = House(daemon: try RunningDaemon())
            let disk = try FaultyDisk(in: house.daemon.folder, only: "ledger.sqlite")
            try house.daemon.start(environment: disk.environment, limits: ["--nofile=512"])
            try house.done("site", "import", try house.roster())
            let (before, started) = (disk.syncs, ContinuousClock.now)
            #expect(before > 0)
            disk.delaySyncs(microseconds: 300_000)
            try house.done("inspect", "R-1", "--as", "inspector")
            #expect(disk.syncs > before)
            #expect(ContinuousClock.now - started >= .milliseconds(300))
            disk.mend()
            #expect(house.daemon.stop() == 0)
            #expect(try house.daemon.replay() == [])
        }
    }

    private func contents() -> String {
        (try? String(contentsOfFile: folder.file("ledger"), encoding: .utf8)) ?? ""
    }

    /// What a script printed whose `f` is the file of that name; `tell` prints the error of what it calls.
    private func python(_ script: String, on name: String = "ledger") throws -> String {
        let outcome = try run(script, on: name)
        #expect(outcome.status == 0, "\(outcome.error)")
        return outcome.output.trimmingCharacters(in: .newlines)
    }

    private func run(_ script: String, on name: String) throws -> Program.Outcome {
        let text = """
            import errno, os, time
            path = \"\(folder.file(name))\"
            def tell(call):
                try: call()
                except OSError as error: print(errno.errorcode[error.errno])
            try: f = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
            except OSError as error:
                print("the first", errno.errorcode[error.errno])
                f = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
            \(script)
            print("done")
            """
        return try Program("/usr/bin/python3").run(
            ["-I", "-c", text].map { Array($0.utf8) },
            environment: disk.environment
        )
    }
}
