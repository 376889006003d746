public import Ecosystem
import Kernels

extension IndustryTable {
    /// A matrix without its gaps: the table, and which of the matrix's rows and columns stand in it.
    public struct Known: Sendable, Hashable {
        /// The table.
        public let table: IndustryTable
        /// The rows of the matrix that stand in it, in order.
        public let regions: [Int]
        /// The columns of the matrix that stand in it, in order.
        public let industries: [Int]
    }

    /// What is left out where a cell is missing.
    public enum Gap: String, Sendable, Hashable, Codable, CaseIterable {
        /// Every region that has a missing cell.
        case regions
        /// Every industry that has a missing cell.
        case industries
    }

    /// The part of a matrix that is known throughout; a missing cell is never a zero.
    ///
    /// - Parameters:
    ///   - gap: what is left out where a cell is missing.
    ///   - margin: how far a printed number may lie from the true one, such as half a unit of its last digit; 0 for exact
    ///     numbers. Nothing goes below zero.
    /// - Throws: every cell that is negative or not finite, with its row and column in the matrix.
    public static func known(of matrix: RegionMatrix, leavingOut gap: Gap = .regions, margin: Double = 0)
        throws(InputProblems) -> Known
    {
        var check = InputCheck()
        if !(margin >= 0 && margin.isFinite) {
            check.add(
                .outside(list: ListName.bounds, position: 0, value: margin, low: 0, high: .infinity))
        }
        for row in matrix.regions.indices {
            for column in matrix.industries.indices {
                guard let value = matrix[row, column] else { continue }
                if !value.isFinite { check.add(.notFinite(row: row, column: column)) }
                if value < 0 { check.add(.negative(row: row, column: column, value: value)) }
            }
        }
        try check.finish()
        let regions = matrix.regions.indices.filter { row in
            gap == .industries || matrix.industries.indices.allSatisfy { matrix[row, $0] != nil }
        }
        let industries = matrix.industries.indices.filter { column in
            gap == .regions || matrix.regions.indices.allSatisfy { matrix[$0, column] != nil }
        }
        let rows = regions.map { row in
            industries.map { column -> Bounded in
                let value = matrix[row, column] ?? 0
                return margin > 0
                    ? Bounded(value, in: Interval(holding: max(0, value - margin), value + margin))
                    : Bounded(value)
            }
        }
        return Known(table: try IndustryTable(bounded: rows), regions: regions, industries: industries)
    }
}
