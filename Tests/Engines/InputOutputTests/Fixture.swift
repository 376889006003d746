import Foundation
import InputOutput
import Kernels

/// Reference files: those of `Fixtures/` (see its `ORIGIN.md`) and those that may not ship, read from the folder that
/// `JINGWEI_REFERENCE` names (default `../shared`).
enum Fixture {
    struct Unreadable: Error {
        let file: String
    }

    /// The project's own folder.
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// The folder of reference material that does not ship; `nil` where it is absent.
    static let reference: URL? = {
        let named = ProcessInfo.processInfo.environment["JINGWEI_REFERENCE"]
        let folder =
            named.map { URL(filePath: $0) } ?? root.deletingLastPathComponent().appending(path: "shared")
        return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
    }()

    /// The file of the fixtures of indicators that do not ship; tells that the test did not run where it is absent.
    static func outside(_ file: String) -> URL? {
        guard let reference else {
            print("not run: \(file) is not there (set JINGWEI_REFERENCE)")
            return nil
        }
        return reference.appending(path: "reference/fixtures/indicators/" + file)
    }

    static func inside(_ file: String) -> URL { root.appending(path: "Fixtures/indicators/" + file) }

    /// Numbers of a CSV file: so many header rows and leading columns are left out.
    static func numbers(_ file: URL, headers: Int = 1, leading: Int = 1) throws -> DenseMatrix {
        guard let text = try? String(contentsOf: file, encoding: .utf8) else {
            throw Unreadable(file: file.lastPathComponent)
        }
        let lines = text.split(whereSeparator: \.isNewline).dropFirst(headers)
        return try DenseMatrix(
            rows: lines.map { line in
                line.split(separator: ",", omittingEmptySubsequences: false).dropFirst(leading).map {
                    Double($0) ?? .nan
                }
            })
    }

    /// The first column of a CSV file without its header.
    static func labels(_ file: URL) throws -> [String] {
        try String(contentsOf: file, encoding: .utf8).split(whereSeparator: \.isNewline).dropFirst().map {
            String($0.prefix { $0 != "," })
        }
    }

    /// `ref/io.json`.
    static func answers() throws -> Answers {
        let object = try JSONSerialization.jsonObject(with: Data(contentsOf: inside("ref/io.json")))
        return Answers(object: object)
    }

    /// A place in a JSON file.
    struct Answers {
        let object: Any

        subscript(key: String) -> Answers { Answers(object: (object as? [String: Any])?[key] ?? NSNull()) }

        var number: Double { (object as? NSNumber)?.doubleValue ?? .nan }
        var list: [Double] { (object as? [Any])?.map { ($0 as? NSNumber)?.doubleValue ?? .nan } ?? [] }
        var texts: [String] { object as? [String] ?? [] }
        var matrix: DenseMatrix? {
            (object as? [Any]).flatMap { try? DenseMatrix(rows: $0.map { Answers(object: $0).list }) }
        }
    }

    /// The made-up table of Beijing, Tianjin, Hebei and the rest with five sectors each.
    static func region(_ date: String = "") throws -> RegionTable {
        let flows = try numbers(inside("inputs/bth_mrio_synthetic_Z\(date).csv"))
        let demand = try numbers(inside("inputs/bth_mrio_synthetic_Y\(date).csv"))
        let output = zip(flows.rowSums, demand.rowSums).map(+)
        return RegionTable(
            system: try ProductionSystem(flows: flows, output: output), demand: demand,
            accounts: try numbers(inside("inputs/bth_mrio_synthetic_F.csv")))
    }

    struct RegionTable {
        let system: ProductionSystem
        let demand: DenseMatrix
        let accounts: DenseMatrix
        /// Five sectors a region, four regions.
        let regions = (0..<20).map { $0 / 5 }
    }
}

/// The largest difference of two lists, each measured by the larger of 1 and the number wanted; infinite where they differ in length or hold no number.
func distance(_ found: [Double], _ wanted: [Double]) -> Double {
    guard found.count == wanted.count, !wanted.isEmpty else { return .infinity }
    return zip(found, wanted).reduce(0) { worst, pair in
        let difference = abs(pair.0 - pair.1) / max(1, abs(pair.1))
        return difference.isNaN ? .infinity : max(worst, difference)
    }
}

func distance(_ found: DenseMatrix, _ wanted: DenseMatrix?) -> Double {
    distance(found.values, wanted?.values ?? [])
}
