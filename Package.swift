// swift-tools-version: 6.2
import PackageDescription

/// One setting for every target: Swift 6 mode, explicit existentials, imports internal by default, no warnings.
let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .treatAllWarnings(as: .error),
]

/// A library target in `Sources/<path>`.
func library(
    _ name: String, path: String? = nil, _ dependencies: [Target.Dependency] = [],
    embedding folder: String? = nil
) -> Target {
    .target(
        name: name, dependencies: dependencies, path: "Sources/" + (path ?? name),
        resources: folder.map { [.embedInCode($0)] }, swiftSettings: strict)
}

/// A test target in `Tests/<path>Tests`, the mirror of `Sources/<path>`; `besides` are its folders without code.
func tests(
    _ name: String, path: String? = nil, _ dependencies: [Target.Dependency] = [], besides: [String] = []
) -> Target {
    .testTarget(
        name: name + "Tests", dependencies: [.byName(name: name)] + dependencies,
        path: "Tests/" + (path ?? name) + "Tests", exclude: besides, swiftSettings: strict)
}

/// A C library of the system, found by pkg-config, with its module map in `Sources/System/<name>`.
func system(_ name: String, _ pkgConfig: String?, apt: String) -> Target {
    .systemLibrary(name: name, path: "Sources/System/" + name, pkgConfig: pkgConfig, providers: [.apt([apt])])
}

let package = Package(
    name: "jingwei",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "jingwei", targets: ["JingweiCLI"]),
        .library(name: "Jingwei", targets: ["Jingwei"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    ],
    targets: [
        system("CSodium", "libsodium", apt: "libsodium-dev"),
        system("CXlsxWriter", "xlsxwriter", apt: "libxlsxwriter-dev"),
        system("CMinizip", "minizip", apt: "libminizip-dev"),
        system("CExpat", "expat", apt: "libexpat1-dev"),
        system("CIconv", nil, apt: "libc6-dev"),
        system("COpenBLAS", "openblas", apt: "libopenblas-dev"),

        .target(name: "CLanes", path: "Sources/CLanes"),
        .target(name: "CHighs", path: "Sources/CHighs"),
        library("Kernels", ["COpenBLAS", "CLanes"]),
        library("Solvers", ["CHighs"]),
        library("Sheets", ["CXlsxWriter", "CMinizip", "CExpat", "CIconv"]),
        library("Ecosystem", ["CSodium"]),
        library("DataPackages", ["Ecosystem", "Sheets", "Kernels"]),
        library("Indicators", path: "Engines/Indicators", ["Ecosystem", "Kernels"]),
        library("InputOutput", path: "Engines/InputOutput", ["Ecosystem", "Kernels"]),
        library("ChainAnalysis", path: "Engines/ChainAnalysis", ["Ecosystem", "Kernels"]),
        library("DemandCapacity", path: "Engines/DemandCapacity", ["Ecosystem", "Kernels"]),
        library("Reconstruction", path: "Engines/Reconstruction", ["Ecosystem", "Kernels"]),
        library("Resilience", path: "Engines/Resilience", ["Ecosystem", "Kernels", "Solvers"]),
        library("Reporting", ["Ecosystem", "Sheets", "Kernels"]),
        library(
            "Studies",
            [
                "Ecosystem", "DataPackages", "Indicators", "InputOutput", "ChainAnalysis", "DemandCapacity",
                "Reconstruction", "Resilience", "Reporting", "Kernels", "CSodium",
            ]),
        library(
            "Store",
            ["Ecosystem", "Studies", "CSodium", .product(name: "GRDB", package: "GRDB.swift")]),
        library(
            "Web",
            [
                "Ecosystem", "DataPackages", "Studies", "Reporting", "Store", "CSodium",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ], embedding: "Assets"),
        library(
            "Jingwei",
            [
                "Kernels", "Sheets", "Ecosystem", "DataPackages", "Indicators", "InputOutput",
                "ChainAnalysis",
                "DemandCapacity", "Reconstruction", "Resilience", "Reporting", "Solvers", "Studies",
            ]),
        .executableTarget(
            name: "JingweiCLI",
            dependencies: [
                "Ecosystem", "Sheets", "DataPackages", "Studies", "Reporting", "Store", "Web",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
            ],
            path: "Sources/CLI", swiftSettings: strict),

        tests("Kernels"),
        tests("Solvers", ["Kernels"]),
        tests("Sheets"),
        tests("Ecosystem"),
        tests("DataPackages", ["Ecosystem", "Sheets", "Kernels"], besides: ["Samples"]),
        tests("Indicators", path: "Engines/Indicators", ["Ecosystem", "Kernels"]),
        tests("InputOutput", path: "Engines/InputOutput", ["Ecosystem", "Kernels"]),
        tests("ChainAnalysis", path: "Engines/ChainAnalysis", ["Ecosystem", "DataPackages"]),
        tests("DemandCapacity", path: "Engines/DemandCapacity", ["Ecosystem", "Kernels"]),
        tests("Reconstruction", path: "Engines/Reconstruction", ["Ecosystem", "Kernels"]),
        tests("Resilience", path: "Engines/Resilience", ["Ecosystem", "DataPackages", "Kernels"]),
        tests("Reporting", ["Ecosystem", "Sheets"]),
        tests("Studies", ["Ecosystem", "DataPackages", "Reporting", "Sheets"]),
        tests(
            "Store",
            [
                "Ecosystem", "DataPackages", "Studies", "Reporting", "Kernels",
                .product(name: "GRDB", package: "GRDB.swift"),
            ]),
        tests(
            "Web",
            [
                "DataPackages", "Ecosystem", "Kernels", "Reporting", "Sheets", "Store", "Studies",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "Logging", package: "swift-log"),
            ]),
        .testTarget(
            name: "JingweiCLITests", dependencies: ["JingweiCLI", "DataPackages", "Ecosystem", "Reporting"],
            path: "Tests/CLITests", swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6]
)
