public import Kernels

/// Numbers of regions (rows) by industries (columns), each known exactly or within an interval, none negative.
public struct IndustryTable: Sendable, Hashable {
    /// How many regions there are.
    public let regionCount: Int
    /// How many industries there are.
    public let industryCount: Int
    /// The cells, region after region.
    public let cells: [Bounded]
    /// Whether every cell is known exactly.
    public let isExact: Bool

    /// A table of rows.
    ///
    /// - Throws: every cell that is negative or not finite, every row of another length, a sum beyond all numbers.
    public init(bounded rows: [[Bounded]]) throws(InputProblems) {
        var check = InputCheck()
        let columns = rows.first?.count ?? 0
        for (row, cells) in rows.enumerated() {
            if cells.count != columns {
                check.add(.ragged(row: row, found: cells.count, expected: columns))
            }
            for (column, cell) in cells.enumerated() {
                if !cell.range.isFinite {
                    check.add(.notFinite(row: row, column: column))
                } else if cell.low < 0 {
                    check.add(.negative(row: row, column: column, value: cell.low))
                }
            }
        }
        if check.problems.isEmpty, !rows.joined().map(\.high).compensatedSum.isFinite {
            check.add(.tooLarge(list: ListName.values))
        }
        try check.finish()
        regionCount = rows.count
        industryCount = columns
        cells = Array(rows.joined())
        isExact = cells.allSatisfy(\.isExact)
    }

    /// A table of exact numbers.
    public init(_ rows: [[Double]]) throws(InputProblems) {
        try self.init(bounded: rows.map { $0.map { Bounded($0) } })
    }

    /// One cell.
    public subscript(region: Int, industry: Int) -> Bounded { cells[region * industryCount + industry] }

    /// What a region has of each industry.
    public func region(_ region: Int) -> [Bounded] {
        Array(cells[(region * industryCount)..<((region + 1) * industryCount)])
    }

    /// What each region has of an industry.
    public func industry(_ industry: Int) -> [Bounded] {
        (0..<regionCount).map { self[$0, industry] }
    }

    /// What each region has in all.
    public var regionTotals: [Bounded] { (0..<regionCount).map { region($0).sum } }
    /// What there is of each industry.
    public var industryTotals: [Bounded] { (0..<industryCount).map { industry($0).sum } }

    /// The sums over all regions but one, industry by industry.
    func others(than region: Int) -> [Bounded] {
        (0..<industryCount).map { industry in
            (0..<regionCount).lazy.filter { $0 != region }.map { self[$0, industry] }.sum
        }
    }
}
