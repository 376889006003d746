import Ecosystem
import InputOutput
import Kernels

/// The part of a table that is fitted, and the sums that it is fitted to.
struct TableFit {
    let given: GivenTable
    let matrix: DenseMatrix
    let rowTotals: [Double]
    let columnTotals: [Double]
    /// Labels of the columns: sectors, and uses where they are fitted.
    let columns: [FlowTable.Label]
    let fitsFinalDemand: Bool

    /// `nil` where the table's folder holds no sums.
    init?(_ given: GivenTable) {
        let table = given.table
        guard let margins = table.companions.margins else { return nil }
        self.given = given
        let count = table.sectors.count
        let width = table.demandCategories.count
        fitsFinalDemand = margins.uses != nil
        columns = table.sectors + (fitsFinalDemand ? table.demandCategories : [])
        rowTotals = margins.sales
        columnTotals = margins.purchases + (margins.uses ?? [])
        var cells: [Double] = []
        cells.reserveCapacity(count * columns.count)
        for row in 0..<count {
            cells += table.flows[row * count..<(row + 1) * count]
            if fitsFinalDemand { cells += table.finalDemand[row * width..<(row + 1) * width] }
        }
        guard let matrix = try? DenseMatrix(rows: count, columns: columns.count, values: cells) else {
            return nil
        }
        self.matrix = matrix
    }

    /// Fits; GRAS where it is asked for or a number is negative.
    func run(_ way: Rebalance.Way, rounds: Int) -> (method: Rebalance.Way, outcome: FitOutcome) {
        let isSigned = matrix.values.contains { $0 < 0 } || (rowTotals + columnTotals).contains { $0 < 0 }
        let method: Rebalance.Way = way == .auto ? (isSigned ? .gras : .ras) : way
        let options = FitOutcome.Options(maximumRounds: rounds)
        let outcome =
            method == .gras
            ? SignedFit.run(matrix, rowTotals: rowTotals, columnTotals: columnTotals, options)
            : ProportionalFit.run(matrix, rowTotals: rowTotals, columnTotals: columnTotals, options)
        return (method, outcome)
    }

    func label(_ line: FitOutcome.Line) -> FlowTable.Label {
        switch line {
        case .row(let row): given.table.sectors[row]
        case .column(let column): columns[column]
        }
    }

    /// An obstacle in words: which line, what stands against it, what to do.
    func words(_ obstacle: FitOutcome.Obstacle) -> Rebalance.Obstacle {
        func side(_ line: FitOutcome.Line) -> Localized {
            let name = given.name(label(line))
            return switch line {
            case .row: Localized("sales of \(name.en)", "\(name.zh)的销售")
            case .column: Localized("purchases of \(name.en)", "\(name.zh)的采购")
            }
        }
        func made(_ kind: String, _ lines: [FitOutcome.Line], _ en: String, _ zh: String)
            -> Rebalance.Obstacle
        {
            Rebalance.Obstacle(kind: kind, labels: lines.map { label($0).text }, words: Localized(en, zh))
        }
        switch obstacle {
        case .shape(let rows, _, let columns, _):
            return made(
                "shape", [], "\(rows) row and \(columns) column sums do not fit the table",
                "\(rows) 个行合计、\(columns) 个列合计与表不符")
        case .sumsDiffer(let rows, let columns):
            return made(
                "sumsDiffer", [],
                "all sales add up to \(rows.words(decimals: 4)), all purchases to \(columns.words(decimals: 4)); they have to be equal: "
                    + "correct margins.csv",
                "全部销售合计 \(rows.words(decimals: 4))，全部采购合计 \(columns.words(decimals: 4))；两者应相等：请更正 margins.csv"
            )
        case .badTotal(let line, let value):
            let side = side(line)
            return made(
                "badTotal", [line],
                "\(side.en) are to be \(value.words(decimals: 4)), which RAS cannot reach; correct the sum or use GRAS",
                "\(side.zh)应为 \(value.words(decimals: 4))，RAS 无法达到；请更正合计数或改用 GRAS")
        case .badEntry(let row, let column, let value):
            let (from, to) = (given.name(label(.row(row))), given.name(label(.column(column))))
            return made(
                "badEntry", [.row(row), .column(column)],
                "\(from.en) to \(to.en) is \(value.words(decimals: 4)), which RAS cannot scale; use GRAS",
                "\(from.zh)售予\(to.zh)为 \(value.words(decimals: 4))，RAS 无法调整；请改用 GRAS")
        case .nothingToScale(let line, let total):
            let side = side(line)
            return made(
                "nothingToScale", [line],
                "\(side.en) are zero throughout and cannot become \(total.words(decimals: 4)); give the table a first guess there or set "
                    + "the sum to 0",
                "\(side.zh)全为零，无法调整为 \(total.words(decimals: 4))；请先给表中填一个初值，或把合计数设为 0")
        case .wrongSign(let line, let total):
            let side = side(line)
            return made(
                "wrongSign", [line],
                "\(side.en) have one sign throughout and cannot add up to \(total.words(decimals: 4))",
                "\(side.zh)均为同号，合计不可能为 \(total.words(decimals: 4))")
        }
    }
}
