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
    targets: [
        .target(name: "PatrolModel", swiftSettings: settings),
        .target(name: "PatrolTestSupport", dependencies: ["PatrolModel"], swiftSettings: settings),
        .testTarget(
            name: "PatrolModelTests",
            dependencies: ["PatrolModel", "PatrolTestSupport"],
            swiftSettings: settings
        ),
    ],
    swiftLanguageModes: [.v6]
)
