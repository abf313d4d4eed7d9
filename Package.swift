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
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    ],
    targets: [
        .target(name: "PatrolModel", swiftSettings: settings),
        .target(
            name: "PatrolLedger",
            dependencies: [
                "PatrolModel",
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "Crypto", package: "swift-crypto"),
            ],
            swiftSettings: settings
        ),
        .target(name: "PatrolWire", dependencies: ["PatrolModel"], swiftSettings: settings),
        .target(name: "PatrolText", dependencies: ["PatrolModel"], swiftSettings: settings),
        .target(name: "PatrolReports", dependencies: ["PatrolText"], swiftSettings: settings),
        .target(
            name: "PatrolTestSupport",
            dependencies: ["PatrolModel", "PatrolLedger"],
            swiftSettings: settings
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
    ],
    swiftLanguageModes: [.v6]
)
