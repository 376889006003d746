import Foundation
import Kernels
import Testing

/// Files under `Fixtures/indicators`; where they come from stands in `ORIGIN.md` there.
enum Fixture {
    static let root: URL = {
        var folder = URL(filePath: #filePath)
        for _ in 0..<4 { folder.deleteLastPathComponent() }
        return folder
    }()

    static func text(_ name: String) throws -> String {
        try String(contentsOf: root.appending(path: "Fixtures/indicators/" + name), encoding: .utf8)
    }

    /// Rows behind the header.
    static func rows(_ name: String) throws -> [[String]] { rows(of: try text(name)) }

    static func rows(of text: String) -> [[String]] {
        text.split(whereSeparator: \.isNewline).dropFirst().map { line in
            line.split(separator: ",", omittingEmptySubsequences: false).map {
                $0.trimmingCharacters(in: CharacterSet(charactersIn: "\" "))
            }
        }
    }

    static func header(_ name: String) throws -> [String] {
        let line = try text(name).split(whereSeparator: \.isNewline).first ?? ""
        return line.split(separator: ",", omittingEmptySubsequences: false).map {
            $0.trimmingCharacters(in: CharacterSet(charactersIn: "\" "))
        }
    }

    static func matrix(_ name: String) throws -> [[Double]] {
        try rows(name).map { $0.dropFirst().map { Double($0) ?? .nan } }
    }

    /// The thirteen cities and ten industries, `inputs/bth_matrix_2023.csv`.
    static func cities() throws -> [[Double]] { try matrix("inputs/bth_matrix_2023.csv") }

    /// The reference values, `ref/indicators.json`.
    static func reference() throws -> Tree {
        try JSONDecoder().decode(Tree.self, from: Data(text("ref/indicators.json").utf8))
    }

    /// Output of a city by year and industry, in the order of the national panel's columns.
    static func panel(of city: String) throws -> [[Double]] {
        let order = try header("inputs/national_panel_synthetic.csv").dropFirst()
        var years: [String: [String: Double]] = [:]
        for row in try rows("inputs/bth_panel_synthetic.csv") where row[1] == city {
            years[row[0], default: [:]][row[2]] = Double(row[3])
        }
        return years.keys.sorted().map { year in order.map { years[year]?[$0] ?? .nan } }
    }
}

/// Reference material that does not ship: fixtures of other packages and their outputs.
enum Reference {
    static let folder: URL = {
        let given = ProcessInfo.processInfo.environment["JINGWEI_REFERENCE"] ?? "../shared"
        return URL(filePath: given, relativeTo: Fixture.root)
            .appending(path: "reference/fixtures/indicators")
    }()
    static let isThere = FileManager.default.fileExists(
        atPath: folder.appending(path: "README.md").path)
    /// For tests that need it; where it is absent, the test says so and does not run.
    static let trait = ConditionTrait.enabled(
        if: isThere, "not run: JINGWEI_REFERENCE holds no reference/fixtures/indicators")

    static func text(_ name: String) throws -> String {
        try String(contentsOf: folder.appending(path: name), encoding: .utf8)
    }
    static func rows(_ name: String) throws -> [[String]] { Fixture.rows(of: try text(name)) }
    /// The output of a peer package.
    static func peer(_ name: String) throws -> Tree {
        try JSONDecoder().decode(Tree.self, from: Data(text("peer/\(name).json").utf8))
    }
}

/// A JSON value, read by name and place.
indirect enum Tree: Decodable {
    case null
    case number(Double)
    case text(String)
    case list([Tree])
    case object([String: Tree])

    init(from decoder: any Decoder) throws {
        let single = try decoder.singleValueContainer()
        if single.decodeNil() {
            self = .null
        } else if let number = try? single.decode(Double.self) {
            self = .number(number)
        } else if let text = try? single.decode(String.self) {
            self = .text(text)
        } else if let list = try? single.decode([Tree].self) {
            self = .list(list)
        } else {
            self = .object(try single.decode([String: Tree].self))
        }
    }

    subscript(name: String) -> Tree {
        if case .object(let object) = self { object[name] ?? .null } else { .null }
    }
    subscript(place: Int) -> Tree {
        if case .list(let list) = self, list.indices.contains(place) { list[place] } else { .null }
    }
    var number: Double { if case .number(let number) = self { number } else { .nan } }
    var text: String { if case .text(let text) = self { text } else { "" } }
    var list: [Tree] { if case .list(let list) = self { list } else { [] } }
    /// Numbers of a list; `nil` for `null`.
    var numbers: [Double?] { list.map { if case .number(let number) = $0 { number } else { nil } } }
    var matrix: [[Double?]] { list.map(\.numbers) }
    /// The values of an object under these names.
    func numbers(_ names: [String]) -> [Double?] { names.map { self[$0].number } }
}

/// Draws for property tests, the same for the same seed.
struct Draws {
    private var generator: SeededGenerator
    init(_ seed: Int) { generator = SeededGenerator(seed: UInt64(seed)) }

    mutating func number(_ low: Double = 0, _ high: Double = 1) -> Double {
        low + (high - low) * generator.nextFraction()
    }
    mutating func whole(_ range: Range<Int>) -> Int {
        range.lowerBound + generator.next(below: range.count)
    }
    /// Sizes with many zeros.
    mutating func sizes(_ count: Int) -> [Double] {
        (0..<count).map { _ in whole(0..<3) == 0 ? 0 : number(0, 100).rounded() }
    }
    /// A number that is known to so much of itself either way.
    mutating func bounded(_ value: Double, _ part: Double = 0.05) -> Bounded {
        Bounded(
            value,
            in: Interval(holding: max(0, value - part * value * number()), value * (1 + part * number())))
    }
    /// A point of an interval; its ends often.
    mutating func point(_ range: Interval) -> Double {
        switch whole(0..<4) {
        case 0: range.lower
        case 1: range.upper
        default: number(range.lower, range.upper)
        }
    }
}
