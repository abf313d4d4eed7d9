// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that the product does not depend on how its speed is measured.
let package = Package(
    name: "benchmarks",
    targets: [
        .executableTarget(
            name: "benchmarks",
            swiftSettings: [.treatAllWarnings(as: .error), .enableUpcomingFeature("ExistentialAny")]
        )
    ],
    swiftLanguageModes: [.v6]
)
