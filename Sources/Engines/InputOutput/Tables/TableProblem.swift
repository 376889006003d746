/// Why a table cannot be computed with.
public enum TableProblem: Error, Sendable, Equatable, CustomStringConvertible {
    /// There is no sector.
    case empty
    /// A list or matrix has another size than the sectors ask for; the name says which one.
    case shape(String, found: Int, expected: Int)
    /// A flow is not a number or infinite. Row and column from 0.
    case flowNotFinite(row: Int, column: Int)
    /// An output is not a number or infinite, or it is negative. Sector from 0.
    case output(sector: Int, value: Double)
    /// The sectors use up more of their own products than they make, so that no output meets every demand: one unit of
    /// everything for final use would take a negative output of the sector named.
    case notProductive(sector: Int)
    /// The equations have no one solution; `reciprocalCondition` as in `LUFactors`.
    case singular(reciprocalCondition: Double)

    /// What happened and what to do.
    public var description: String {
        switch self {
        case .empty: "the table has no sector; give at least one row and one column"
        case .shape(let name, let found, let expected):
            "\(name) holds \(found) numbers and not \(expected); give one for each sector"
        case .flowNotFinite(let row, let column):
            "the flow in row \(row + 1), column \(column + 1) of the table is not a finite number; correct or empty it"
        case .output(let sector, let value):
            "the output of sector \(sector + 1) is \(value); an output is a number of 0 or more: correct its row"
        case .notProductive(let sector):
            """
            the sectors use more of their own products than they make (seen at sector \(sector + 1)); check the \
            columns whose inputs exceed the output
            """
        case .singular(let condition):
            """
            the equations of the table have no one solution (reciprocal condition \(condition)); check for a sector \
            that sells to itself alone
            """
        }
    }
}
