import Ecosystem
import InputOutput
import Kernels

extension Rebalance {
    /// Fits the table.
    public func result(on input: StudyInput) throws -> Result {
        let given = try GivenTable(input, study: id)
        var result = Result(
            table: given.table.name, sectors: given.table.sectors.count, method: nil, status: .nothingGiven,
            rounds: 0, fitsFinalDemand: false, sales: [], purchases: [], changes: [], obstacles: [],
            misses: [],
            findings: given.oddities)
        guard let fit = TableFit(given) else { return result }
        try input.progress.advance(to: 0.1, Localized("fitting", "调整"))
        let way = input.parameters.text("method").flatMap(Way.init(rawValue:)) ?? .auto
        let (method, outcome) = fit.run(way, rounds: input.parameters.integer("rounds") ?? 10_000)
        result.method = method.rawValue
        result.rounds = outcome.rounds
        result.fitsFinalDemand = fit.fitsFinalDemand
        var isComputed = true
        switch outcome.status {
        case .fitted: result.status = .fitted
        case .infeasible(let obstacles):
            result.status = .infeasible
            result.obstacles = obstacles.map(fit.words)
            isComputed = false
        case .notConverged(let misses):
            result.status = .notConverged
            result.misses = misses.map { miss in
                let isRow = if case .row = miss.line { true } else { false }
                return Miss(
                    line: isRow ? "row" : "column", label: fit.label(miss.line).text, wanted: miss.wanted,
                    found: miss.found)
            }
        }
        func lines(
            _ labels: [FlowTable.Label], _ before: [Double], _ wanted: [Double], _ after: [Double],
            _ factors: [Double]
        ) -> [Line] {
            labels.indices.map { place in
                Line(
                    label: labels[place].text, before: before[place], wanted: wanted[place],
                    after: isComputed ? after[place] : nil,
                    factor: isComputed && factors[place].isFinite ? factors[place] : nil)
            }
        }
        guard fit.rowTotals.count == fit.matrix.rowCount, fit.columnTotals.count == fit.columns.count else {
            return result
        }
        result.sales = lines(
            given.table.sectors, fit.matrix.rowSums, fit.rowTotals, outcome.matrix.rowSums, outcome.rowFactors
        )
        result.purchases = lines(
            fit.columns, fit.matrix.columnSums, fit.columnTotals, outcome.matrix.columnSums,
            outcome.columnFactors)
        if isComputed {
            result.changes = Self.changes(fit, outcome, top: input.parameters.integer("top") ?? 15)
        }
        return result
    }

    private static func changes(_ fit: TableFit, _ outcome: FitOutcome, top: Int) -> [Change] {
        let width = fit.columns.count
        let before = fit.matrix.values
        let after = outcome.matrix.values
        let order = before.indices.filter { before[$0] != after[$0] }.sorted {
            let (left, right) = ((after[$0] - before[$0]).magnitude, (after[$1] - before[$1]).magnitude)
            return left != right ? left > right : $0 < $1
        }
        return order.prefix(top).map { place in
            Change(
                from: fit.given.table.sectors[place / width].text, to: fit.columns[place % width].text,
                before: before[place], after: after[place])
        }
    }
}
