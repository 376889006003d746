import Ecosystem
import Indicators
import Kernels

/// Regions by industries as the studies of structure measure them: out of a matrix that was given, or out of the figures
/// that documents print.
struct StructureTable {
    /// A row or column: what the JSON form calls it, and what readers see.
    struct Label {
        var id: String
        var name: Localized
    }

    /// All regions, in the file's order.
    var regions: [Label]
    /// All industries, in the file's order.
    var industries: [Label]
    /// What is known throughout.
    var table: IndustryTable
    /// Which regions stand in the table.
    var rows: [Int]
    /// Which industries stand in it.
    var columns: [Int]
    /// Totals to compare with, of the industries in the table; `nil` for the sum of the regions.
    var benchmark: [Bounded]?
    /// Whose totals they are.
    var benchmarkName: Label?
    /// Structures by printed shares, where they are printed; `nil` for the rows of the table.
    var shares: [Composition]?
    /// What computed numbers rest on.
    var origin: Origin
    /// The time of the numbers, where it is known.
    var period: Localized?

    /// The structure of each region of the table.
    func structures() throws(InputProblems) -> [Composition] {
        if let shares { return shares }
        var structures: [Composition] = []
        for row in 0..<table.regionCount { structures.append(try Composition(table.region(row))) }
        return structures
    }

    /// Values of the table's regions, spread over all of them; `nil` for what was left out.
    func spreadRows<Value>(_ values: [Value]) -> [Value?] { Self.spread(values, rows, regions.count) }
    /// Values of the table's industries, spread over all of them.
    func spreadColumns<Value>(_ values: [Value]) -> [Value?] {
        Self.spread(values, columns, industries.count)
    }
    /// Values of the table's cells, spread over all regions and industries.
    func spreadCells<Value>(_ values: [[Value]]) -> [[Value?]] {
        let empty = [Value?](repeating: nil, count: industries.count)
        return spreadRows(values.map { spreadColumns($0) }).map { $0 ?? empty }
    }

    private static func spread<Value>(_ values: [Value], _ places: [Int], _ count: Int) -> [Value?] {
        var all = [Value?](repeating: nil, count: count)
        for (value, place) in zip(values, places) { all[place] = value }
        return all
    }

    /// Regions that were left out because a cell of theirs is missing.
    var regionsLeftOut: [Label] { regions.indices.filter { !rows.contains($0) }.map { regions[$0] } }
    /// Industries that were left out because a cell of theirs is missing.
    var industriesLeftOut: [Label] {
        industries.indices.filter { !columns.contains($0) }.map { industries[$0] }
    }
}
