// swift-tools-version: 6.2

import PackageDescription

// The fuzz targets, apart from the package they test because everything is built with instrumentation. `Sources` is a
// link to the sources under test. Built and run by `script/fuzz`.

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

/// A program that feeds one part of the engine.
func fuzzer(_ name: String, _ dependencies: Target.Dependency...) -> Target {
    .executableTarget(
        name: "Fuzz\(name)",
        dependencies: ["Harness"] + dependencies,
        path: "Targets/\(name)",
        swiftSettings: strict
    )
}

let package = Package(
    name: "roster",
    platforms: [.macOS(.v15)],
    dependencies: [.package(url: "https://github.com/apple/swift-collections.git", from: "1.6.0")],
    targets: [
        .target(
            name: "JSON",
            dependencies: [.product(name: "OrderedCollections", package: "swift-collections")],
            swiftSettings: strict
        ),
        .target(
            name: "GraphQL",
            dependencies: ["JSON", .product(name: "OrderedCollections", package: "swift-collections")],
            swiftSettings: strict
        ),
        .systemLibrary(name: "CLibFuzzer", path: "Targets/CLibFuzzer"),
        .target(name: "Harness", dependencies: ["CLibFuzzer"], path: "Targets/Harness", swiftSettings: strict),
        fuzzer("Documents", "GraphQL"),
        fuzzer("Requests", "GraphQL", "JSON", .product(name: "OrderedCollections", package: "swift-collections")),
        fuzzer("Schemas", "GraphQL"),
        fuzzer("JSON", "JSON"),
    ],
    swiftLanguageModes: [.v6]
)
