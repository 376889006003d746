import DataPackages
import Ecosystem
import Foundation

/// jingwei-benchmarks generate SMALL LARGE [rows] [seed] [fault distance]
/// jingwei-benchmarks check FOLDER [planted.csv]
/// jingwei-benchmarks load FOLDER
/// jingwei-benchmarks risk FIRMS full|peer|open|relative|joint [tolerance] [threads] [firms that fail] [checked in full]
/// jingwei-benchmarks network-folder FIRMS FOLDER
/// jingwei-benchmarks dynamics FIRMS DAYS FOLDER [ways+sources+stock+search+small-first+overtime]
/// jingwei-benchmarks dynamics-table FOLDER [rounds]
/// jingwei-benchmarks survival FAMILIES [threads] [firms that the peer solves] [1: whole programs too]
/// jingwei-benchmarks mitigation FAMILIES [measures] [threads]
/// jingwei-benchmarks reconstruct FIRMS [sectors] [regions] [threads]
/// jingwei-benchmarks bands SAMPLES FOLDER
/// jingwei-benchmarks network EDGES [runs]
/// jingwei-benchmarks input-output WHAT SECTORS [seed] [folder]
let arguments = CommandLine.arguments
func argument(_ index: Int, _ fallback: Int) -> Int {
    index < arguments.count ? Int(arguments[index]) ?? fallback : fallback
}

do {
    switch arguments.count > 2 ? arguments[1] : "" {
    case "generate" where arguments.count > 3:
        var package = try LargePackage(
            of: arguments[2], rows: argument(4, 1_000_000), seed: UInt64(argument(5, 1)))
        let faults = try package.write(to: arguments[3], faultDistance: argument(6, 1_000))
        var text = "file,row,column,kind\n"
        for fault in faults { text += "\(fault.file),\(fault.row),\(fault.column),\(fault.kind)\n" }
        try Data(text.utf8).write(to: URL(filePath: arguments[3] + ".planted.csv"))
        print("\(package.rows) rows, \(faults.count) faults planted")
    case "check":
        let (findings, cost) = try Measure.run { try PackageCheck.findings(folder: arguments[2]) }
        print("check: \(cost.text)")
        let counts = Finding.Severity.allCases.map { "\(findings.count($0)) \($0.rawValue)" }.joined(
            separator: ", ")
        print("findings: \(counts)")
        if arguments.count > 3 {
            let places = Set(findings.map { "\($0.file),\($0.row ?? 0),\($0.column?.rawValue ?? "")" })
            let planted = try String(contentsOfFile: arguments[3], encoding: .utf8).split(separator: "\n")
                .dropFirst()
            let found = planted.filter { line in
                places.contains(line.split(separator: ",").prefix(3).joined(separator: ","))
            }
            print("planted faults found at their file, row and column: \(found.count)/\(planted.count)")
        }
    case "network":
        let found = try NetworkBenchmark(path: arguments[2], runs: argument(3, 5))
        print(String(decoding: try JSONEncoder().encode(found), as: UTF8.self))
    case "risk":
        let mode = RiskBenchmark.Mode(rawValue: arguments.count > 3 ? arguments[3] : "open") ?? .open
        let firms = argument(2, 10_000)
        RiskBenchmark(
            firms: firms, mode: mode, tolerance: arguments.count > 4 ? Double(arguments[4]) ?? 1e-6 : 1e-6,
            threads: argument(5, 1), sample: argument(6, firms), checked: argument(7, 0)
        ).run()
    case "network-folder" where arguments.count > 3:
        try HeavyTailedNetwork(firms: argument(2, 10_000), meanDegree: 10, seed: 42).write(to: arguments[3])
    case "dynamics" where arguments.count > 4:
        let features = arguments.count > 5 ? Set(arguments[5].split(separator: "+").map { String($0) }) : []
        let known = DynamicsBenchmark.features
        guard features.isSubset(of: known) else {
            print("features are \(known.joined(separator: ", "))")
            exit(64)
        }
        try DynamicsBenchmark.network(
            firms: argument(2, 100_000), days: argument(3, 60), folder: arguments[4], features: features)
    case "dynamics-table": try DynamicsBenchmark.table(folder: arguments[2], rounds: argument(3, 20))
    case "survival":
        try SurvivalBenchmark(
            families: argument(2, 100), threads: argument(3, 1), sample: argument(4, 200),
            isWholeToo: argument(5, 0) == 1
        ).run()
    case "mitigation":
        try MitigationBenchmark(families: argument(2, 10), measures: argument(3, 30), threads: argument(4, 1))
            .run()
    case "reconstruct":
        try ReconstructionBenchmark.draw(
            firms: argument(2, 13_151), sectors: argument(3, 51), regions: argument(4, 1),
            threads: argument(5, 1))
    case "bands" where arguments.count > 3:
        try ReconstructionBenchmark.bands(samples: argument(2, 100), folder: arguments[3])
    case "load":
        let (package, cost) = try Measure.run { try PackageReader.read(folder: arguments[2]) }
        print("load: \(cost.text)")
        print("records: \(package.model.recordCount)")
    case "input-output": try InputOutputBenchmark.run(arguments.dropFirst(2))
    default:
        print(
            "usage: jingwei-benchmarks generate SMALL LARGE [rows] [seed] [distance] | check FOLDER [planted.csv] | load FOLDER | risk FIRMS MODE"
        )
        exit(64)
    }
} catch {
    print(error)
    exit(1)
}
