// swift-tools-version: 6.2
import PackageDescription

/// Warnings are errors, existentials are spelt `any`, and an import stays inside the file that needs it.
let settings: [SwiftSetting] = [
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

let package = Package(
    name: "patrol",
    products: [
        .executable(name: "patrold", targets: ["patrold"]),
        .executable(name: "patrol", targets: ["patrol"]),
        // Preloaded into the programs by tests and benchmarks; nothing links it.
        .library(name: "patrol-faults", type: .dynamic, targets: ["PatrolFaults"]),
    ],
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
        .package(url: "https://github.com/apple/swift-http-types", exact: "1.8.0"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", exact: "1.0.2", traits: []),
        .package(url: "https://github.com/apple/swift-system", exact: "1.8.1"),
    ],
    targets: [
        .target(name: "PatrolModel", swiftSettings: settings),
        .target(
            name: "PatrolLedger",
            dependencies: [
                "PatrolModel",
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
                .product(name: "Crypto", package: "swift-crypto"),
            ],
            swiftSettings: settings
        ),
        .target(name: "PatrolWire", dependencies: ["PatrolModel"], swiftSettings: settings),
        .target(name: "PatrolText", dependencies: ["PatrolModel"], swiftSettings: settings),
        .target(
            name: "PatrolServer",
            dependencies: [
                "PatrolModel", "PatrolLedger", "PatrolWire",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            swiftSettings: settings
        ),
        .target(
            name: "PatrolClient",
            dependencies: ["PatrolWire", .product(name: "Crypto", package: "swift-crypto")],
            swiftSettings: settings
        ),
        .target(name: "PatrolReports", dependencies: ["PatrolText"], swiftSettings: settings),
        .target(
            name: "PatrolCommands",
            dependencies: [
                "PatrolClient", "PatrolWire", "PatrolText", "PatrolReports",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: settings
        ),
        .systemLibrary(name: "CSystemd", pkgConfig: "libsystemd", providers: [.apt(["libsystemd-dev"])]),
        .target(name: "Systemd", dependencies: ["CSystemd"], swiftSettings: settings),
        .target(
            name: "PatrolDaemon",
            dependencies: [
                "PatrolModel", "PatrolLedger", "PatrolWire", "PatrolText", "PatrolReports", "PatrolServer",
                "PatrolClient", "Systemd",
                .product(name: "Yams", package: "Yams"),
                .product(name: "Subprocess", package: "swift-subprocess"),
                .product(name: "SystemPackage", package: "swift-system"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            swiftSettings: settings
        ),
        .target(
            name: "PatrolFaults",
            path: "Tests/PatrolFaults",
            cSettings: [.treatAllWarnings(as: .error)],
            // Without Swift's own libraries, which must not come into the programs a second time.
            linkerSettings: [.unsafeFlags(["-nostartfiles", "-static-stdlib"])]
        ),
        .target(
            name: "PatrolTestSupport",
            dependencies: [
                "PatrolModel", "PatrolLedger", .product(name: "Crypto", package: "swift-crypto"),
            ],
            swiftSettings: settings
        ),
        .target(name: "CQuietDispatch", cSettings: [.treatAllWarnings(as: .error)]),
        .executableTarget(
            name: "patrold",
            dependencies: ["PatrolDaemon", "CQuietDispatch"],
            swiftSettings: settings
        ),
        .executableTarget(
            name: "patrol",
            dependencies: ["PatrolCommands"],
            swiftSettings: settings,
            // At a fixed address it starts a tenth sooner: 50,000 places need not be relocated first. It has its user's
            // rights and no others; the daemon stays position-independent.
            linkerSettings: [
                .unsafeFlags(["-Xclang-linker", "-no-pie"], .when(configuration: .release))
            ]
        ),
        .testTarget(
            name: "PatrolModelTests",
            dependencies: ["PatrolModel", "PatrolTestSupport"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "PatrolLedgerTests",
            dependencies: [
                "PatrolLedger", "PatrolTestSupport", .product(name: "GRDB", package: "GRDB.swift"),
            ],
            exclude: ["Fixtures"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "PatrolWireTests",
            dependencies: ["PatrolWire", "PatrolTestSupport"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "PatrolTextTests",
            dependencies: ["PatrolText", "PatrolReports", "PatrolTestSupport"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "PatrolServerTests",
            dependencies: [
                "PatrolServer", "PatrolClient", "PatrolWire", "PatrolTestSupport",
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            swiftSettings: settings
        ),
        .testTarget(
            name: "PatrolDaemonTests",
            dependencies: [
                "PatrolDaemon", "PatrolServer", "PatrolText", "Systemd", "PatrolTestSupport",
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: settings
        ),
        .testTarget(
            name: "EndToEndTests",
            dependencies: [
                "patrold", "patrol", "PatrolModel", "PatrolClient", "PatrolWire", "PatrolLedger",
                "PatrolText", "PatrolTestSupport",
            ],
            exclude: ["Golden"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "AcceptanceTests",
            dependencies: ["PatrolModel", "PatrolLedger", "PatrolTestSupport"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "SystemTests",
            dependencies: ["PatrolModel", "PatrolLedger", "PatrolTestSupport"],
            path: "Tests/System",
            swiftSettings: settings
        ),
        .testTarget(
            name: "CrashTests",
            dependencies: [
                "PatrolModel", "PatrolClient", "PatrolWire", "PatrolLedger", "PatrolTestSupport",
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: settings
        ),
        .testTarget(name: "ArchitectureTests", swiftSettings: settings),
    ],
    swiftLanguageModes: [.v6]
)
