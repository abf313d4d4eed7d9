import Foundation
import Testing

/// What a module may import of the others and of the libraries; whatever is not listed is refused, for the reason
/// given.
private struct Module: CustomTestStringConvertible, Sendable {
    let name: String
    let mayImport: Set<String>
    let reason: String

    var testDescription: String { name }

    static let all: [Module] = [
        Module(
            name: "PatrolModel",
            mayImport: [],
            reason: "what is true depends on no library, does no input or output, and knows no current time"
        ),
        Module(
            name: "PatrolLedger",
            mayImport: [
                "PatrolModel", "GRDB", "GRDBSQLite", "Crypto", "Foundation", "Glibc", "Synchronization",
            ],
            reason:
                "the ledger decides with the model and writes SQL; it knows no wire, no words and no socket"
        ),
        Module(
            name: "PatrolWire",
            mayImport: ["PatrolModel", "Glibc"],
            reason: "what both sides of the wire share must not drag either side along"
        ),
        Module(
            name: "PatrolText",
            mayImport: ["PatrolModel", "Glibc"],
            reason: "words are for what the model names; they come from no file and no server"
        ),
        Module(
            name: "PatrolReports",
            mayImport: ["PatrolModel", "PatrolText"],
            reason: "a report arranges words; where its rows come from is not its business"
        ),
        Module(
            name: "PatrolServer",
            mayImport: [
                "PatrolModel", "PatrolLedger", "PatrolWire", "Hummingbird", "HummingbirdCore", "HTTPTypes",
                "NIOCore", "NIOPosix", "NIOHTTPTypes", "Logging", "ServiceLifecycle", "Foundation", "Glibc",
                "Synchronization",
            ],
            reason: "routes speak to the ledger; words and systemd are others' work"
        ),
        Module(
            name: "PatrolClient",
            mayImport: ["PatrolModel", "PatrolWire", "Crypto", "FoundationEssentials", "Glibc"],
            reason: "the command line starts in milliseconds: no event loop, no ICU"
        ),
        Module(
            name: "PatrolCommands",
            mayImport: [
                "PatrolModel", "PatrolClient", "PatrolWire", "PatrolText", "PatrolReports", "ArgumentParser",
                "FoundationEssentials", "Glibc",
            ],
            reason: "a command asks the daemon and never touches the ledger's file"
        ),
        Module(
            name: "Systemd",
            mayImport: ["CSystemd", "Glibc"],
            reason: "systemd is an adapter and knows no patrol"
        ),
        Module(
            name: "PatrolDaemon",
            mayImport: [
                "PatrolModel", "PatrolLedger", "PatrolWire", "PatrolText", "PatrolReports", "PatrolServer",
                "PatrolClient", "Systemd", "Yams", "Subprocess", "SystemPackage",
                "ArgumentParser", "Logging", "ServiceLifecycle", "Foundation", "Glibc", "Synchronization",
            ],
            reason:
                "the daemon wires; SQL and HTTP stay behind the ledger, the server and the client that reload is"
        ),
        Module(name: "patrol", mayImport: ["PatrolCommands"], reason: "an entry point only starts"),
        Module(name: "patrold", mayImport: ["PatrolDaemon"], reason: "an entry point only starts"),
    ]
}

private enum Sources {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Sources")

    static func files(of module: String = "") throws -> [(path: String, text: String)] {
        let root = folder.appendingPathComponent(module)
        let paths = try FileManager.default.subpathsOfDirectory(atPath: root.path).filter {
            $0.hasSuffix(".swift")
        }
        return try paths.sorted().map {
            ($0, try String(contentsOf: root.appendingPathComponent($0), encoding: .utf8))
        }
    }
}

@Suite struct `The house keeps its order` {
    @Test(arguments: Module.all)
    fileprivate func aModuleImportsOnlyWhatItMay(_ module: Module) throws {
        let files = try Sources.files(of: module.name)
        #expect(!files.isEmpty)
        for file in files {
            for line in file.text.split(separator: "\n") {
                guard
                    let match = line.firstMatch(
                        of:
                            /^(?:package |public |internal |@testable )*import (?:struct |class |enum |func )?(\w+)/
                    )
                else { continue }
                let imported = String(match.1)
                #expect(
                    module.mayImport.contains(imported),
                    "\(module.name)/\(file.path) imports \(imported), but \(module.reason)"
                )
            }
        }
    }

    @Test func everyModuleIsListedHere() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: Sources.folder.path)
        let listed = Module.all.map(\.name) + ["CQuietDispatch", "CSystemd", "PatrolTestSupport"]
        #expect(names.sorted() == listed.sorted())
    }

    @Test func oneFileReadsTheSystemClock() throws {
        let readers = try Sources.files().filter { file in
            !file.path.hasPrefix("PatrolTestSupport")
                && ["clock_gettime", "gettimeofday", "Date()", "Date.now", "time(nil)"].contains {
                    file.text.contains($0)
                }
        }
        #expect(readers.map(\.path) == ["PatrolWire/SystemClock.swift"])
    }

    @Test func theProjectionsAloneWriteTheTablesBesidesTheEvents() throws {
        let writers = try Sources.files(of: "PatrolLedger").filter { file in
            !file.path.hasPrefix("Migrations")
                && file.text.contains(/(INSERT INTO|UPDATE|DELETE FROM) (?!event|ON|SET)\w+/)
        }
        #expect(
            writers.map(\.path) == [
                "ConfigurationProjection.swift", "EvidenceProjection.swift", "HazardProjection.swift",
                "Places/HazardPlaces.swift", "Projection.swift", "SearchProjection.swift",
                "UploadProjection.swift",
            ]
        )
    }

    @Test func nothingIsForcedAndNothingIsLeftForLater() throws {
        for file in try Sources.files() where !file.path.hasPrefix("PatrolTestSupport") {
            for mark in ["try!", "as!", "fatalError(", "TODO", "FIXME"] {
                #expect(!file.text.contains(mark), "\(file.path): \(mark)")
            }
        }
    }
}
