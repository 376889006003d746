import Ecosystem
import InputOutput
import Kernels

extension Decomposition {
    /// Splits the change.
    public func result(on input: StudyInput) throws -> Result {
        let given = try GivenTable(input, study: id)
        var result = Result(
            table: given.table.name, output: nil, sectors: [], uses: [], accounts: [],
            findings: given.oddities, earlierFindings: [])
        guard let table = given.table.earlier else { return result }
        let before: GivenTable
        let earlier: LeontiefSolver
        do throws(StudyProblem) {
            before = try GivenTable(table)
            earlier = try Self.solver(before)
        } catch {
            throw StudyProblem(
                error.details.map { detail in
                    StudyProblem.Detail(
                        parameter: detail.parameter,
                        message: Localized("the earlier table: ", "早期表：") + detail.message)
                })
        }
        result.earlierFindings = before.oddities
        try input.progress.advance(to: 0.1, Localized("factoring both tables", "分解两张表"))
        let later = try Self.solver(given)
        let demands = (Self.demand(before.table), Self.demand(given.table))
        guard
            let split = StructuralDecomposition.output(
                earlier: earlier, earlierDemand: demands.0, later: later, laterDemand: demands.1)
        else { return result }
        let outputs = (earlier.system.output, later.system.output)
        result.output = Change(
            earlier: outputs.0.compensatedSum, later: outputs.1.compensatedSum,
            change: split.total.compensatedSum,
            technology: split.exact[0].compensatedSum, demand: split.exact[1].compensatedSum)
        result.sectors = given.table.sectors.indices.map { place in
            Sector(
                sector: given.table.sectors[place].text,
                output: Change(
                    earlier: outputs.0[place], later: outputs.1[place], change: split.total[place],
                    technology: split.exact[0][place], demand: split.exact[1][place]))
        }
        result.uses = Self.uses(before.table, given.table, earlier, later)
        try input.progress.advance(to: 0.6, Localized("accounts", "账户"))
        result.accounts = table.extensionNames.indices.compactMap { row in
            Self.account(row, before.table, given.table, earlier, later, demands)
        }
        return result
    }

    private static func solver(_ given: GivenTable) throws(StudyProblem) -> LeontiefSolver {
        do throws(TableProblem) {
            return try ProductionSystem(given.table).solver()
        } catch {
            throw InterIndustry.problem(of: given.balance, given.table, because: error)
        }
    }

    /// Final demand in all, by sector.
    private static func demand(_ table: FlowTable) -> [Double] {
        let width = table.demandCategories.count
        return table.sectors.indices.map { table.finalDemand[$0 * width..<($0 + 1) * width].reduce(0, +) }
    }

    /// The change of all output by uses: ½ (m₀ + m₁) Δy of each use, m the multipliers.
    private static func uses(
        _ before: FlowTable, _ after: FlowTable, _ earlier: LeontiefSolver, _ later: LeontiefSolver
    ) -> [Use] {
        let ones = [Double](repeating: 1, count: after.sectors.count)
        let multipliers = zip(earlier.content(of: ones), later.content(of: ones)).map { ($0 + $1) / 2 }
        let width = after.demandCategories.count
        let uses = after.demandCategories.indices.map { use -> Use in
            let old = after.sectors.indices.map { before.finalDemand[$0 * width + use] }
            let new = after.sectors.indices.map { after.finalDemand[$0 * width + use] }
            let effect = ones.indices.map { multipliers[$0] * (new[$0] - old[$0]) }.compensatedSum
            return Use(
                use: after.demandCategories[use].text, earlier: old.compensatedSum, later: new.compensatedSum,
                effect: effect)
        }
        return uses.enumerated().sorted {
            let (left, right) = ($0.element.effect.magnitude, $1.element.effect.magnitude)
            return left != right ? left > right : $0.offset < $1.offset
        }.map(\.element)
    }

    private static func account(
        _ row: Int, _ before: FlowTable, _ after: FlowTable, _ earlier: LeontiefSolver,
        _ later: LeontiefSolver,
        _ demands: ([Double], [Double])
    ) -> Account? {
        let count = after.sectors.count
        func intensity(_ table: FlowTable, _ output: [Double]) -> [Double] {
            zip(table.extensions[row * count..<(row + 1) * count], output).map { $1 > 0 ? $0 / $1 : 0 }
        }
        let intensities = (intensity(before, earlier.system.output), intensity(after, later.system.output))
        guard
            let split = StructuralDecomposition.account(
                earlier: earlier, earlierIntensity: intensities.0, earlierDemand: demands.0, later: later,
                laterIntensity: intensities.1, laterDemand: demands.1)
        else { return nil }
        func parts(_ effects: [[Double]]) -> Parts {
            Parts(intensity: effects[0][0], technology: effects[1][0], demand: effects[2][0])
        }
        let old = zip(intensities.0, earlier.system.output).map(*).compensatedSum
        return Account(
            account: after.extensionNames[row], earlier: old, later: old + split.total[0],
            change: split.total[0],
            exact: parts(split.exact), polar: parts(split.polar))
    }
}
