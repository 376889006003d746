// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"), .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"), .treatAllWarnings(as: .error),
]

let package = Package(
    name: "jingwei-benchmarks",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "jingwei", path: "..")],
    targets: [
        .executableTarget(
            name: "jingwei-benchmarks", dependencies: [.product(name: "Jingwei", package: "jingwei")],
            swiftSettings: strict),
        .executableTarget(
            name: "indicators-benchmark", dependencies: [.product(name: "Jingwei", package: "jingwei")],
            swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6])
