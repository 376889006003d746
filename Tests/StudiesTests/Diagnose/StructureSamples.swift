import DataPackages
import Ecosystem
import Foundation
import Reporting
import Studies
import Testing

/// The sample matrix of the documentation and the reference values for it: its numbers are those of
/// `Fixtures/indicators/inputs/bth_matrix_2023.csv`, made up with a seed.
enum StructureSamples {
    static let file = "docs/samples/regions-by-industries-synthetic.csv"

    static func rows(_ name: String) throws -> [[String]] {
        let text = try String(contentsOf: OpenPackages.root.appending(path: name), encoding: .utf8)
        return text.split(whereSeparator: \.isNewline).map { line in
            line.split(separator: ",", omittingEmptySubsequences: false).map {
                $0.trimmingCharacters(in: CharacterSet(charactersIn: "\" "))
            }
        }
    }

    static func matrix(_ name: String = file, without missing: [(Int, Int)] = []) throws -> RegionMatrix {
        let rows = try rows(name)
        let industries = Array(rows[0].dropFirst())
        var values: [Double?] = rows.dropFirst().flatMap { $0.dropFirst().map { Double($0) } }
        for (row, column) in missing { values[row * industries.count + column] = nil }
        return try #require(
            RegionMatrix(
                name: "sample.csv", regions: rows.dropFirst().map { $0[0] }, industries: industries,
                values: values))
    }

    /// `Fixtures/indicators/ref/indicators.json`.
    static func reference() throws -> JSONValue {
        let data = try Data(
            contentsOf: OpenPackages.root.appending(path: "Fixtures/indicators/ref/indicators.json"))
        return try JSONDecoder().decode(JSONValue.self, from: data)
    }

    static func numbers(_ value: JSONValue?) -> [Double?] {
        guard case .array(let list)? = value else { return [] }
        return list.map { $0.double }
    }

    static func matrix(_ value: JSONValue?) -> [[Double?]] {
        guard case .array(let list)? = value else { return [] }
        return list.map { numbers($0) }
    }
}

extension JSONValue {
    var double: Double? {
        switch self {
        case .number(let number): number
        case .integer(let number): Double(number)
        default: nil
        }
    }
}

func expectNear(
    _ found: [Double?], _ wanted: [Double?], within give: Double = 1e-9,
    _ place: SourceLocation = #_sourceLocation
) {
    #expect(found.count == wanted.count && !wanted.isEmpty, sourceLocation: place)
    for (one, other) in zip(found, wanted) {
        switch (one, other) {
        case (nil, nil): break
        case (let one?, let other?):
            #expect(
                (one - other).magnitude <= give * max(1, other.magnitude), "\(one) for \(other)",
                sourceLocation: place)
        default:
            Issue.record("\(String(describing: one)) for \(String(describing: other))", sourceLocation: place)
        }
    }
}
