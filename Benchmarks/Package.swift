// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "jingwei-benchmarks",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "jingwei", path: "..")],
    targets: [
        .executableTarget(
            name: "jingwei-benchmarks", dependencies: [.product(name: "Jingwei", package: "jingwei")],
            swiftSettings: [
                .enableUpcomingFeature("ExistentialAny"), .enableUpcomingFeature("MemberImportVisibility"),
                .enableUpcomingFeature("InternalImportsByDefault"), .treatAllWarnings(as: .error),
            ])
    ],
    swiftLanguageModes: [.v6])
