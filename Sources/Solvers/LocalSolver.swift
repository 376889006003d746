/// Solves a model again after a few limits became tighter, by looking only at what they reach.
///
/// Starting from an optimal answer, some variables are freed and all others held where they are. The small model of the freed variables and
/// the rows that they stand in gives values and prices. Its values, with those held, meet all rows. Its prices, with the old prices of
/// all other rows, prove them to be the best where every held variable has a reduced cost of the right sign (by complementary slackness:
/// no other condition changed). Held variables that have not are freed too, until none is left or so many are free that the whole model is
/// solved from its old basis instead. The answer is therefore the one that the whole model has, at the cost of what changed.
///
/// A *shared* variable may stand in many rows, if raising it above its old value makes no row harder to meet and its lower limit is its old value:
/// rows in which it is the only freed variable are left out of the small model, being met without it, and have no price once it has risen.
///
/// One solver is used by one thread at a time.
public final class LocalSolver {
    /// A tightened model's answer.
    public struct Answer: Sendable {
        /// The objective, as of the whole model; infinite (of the worse sign) where the model has become infeasible.
        public var objective: Double
        /// The variables that were freed, by place.
        public var freed: [Int]
        /// Their values.
        public var values: [Double]
        /// The rows that they stand in, by place.
        public var rows: [Int]
        /// The prices of these rows; all other rows have ``LocalSolver/outsidePrices``.
        public var prices: [Double]
        /// Whether the whole model had to be solved; then all variables are listed.
        public var isWhole: Bool
        /// Whether there are values that meet all rows.
        public var isFeasible: Bool
    }

    private let model: LinearModel
    private let values: [Double]
    private let prices: [Double]
    private let shared: Int?
    private let options: SolverOptions
    private let basis: LinearSolution.Basis?
    private let oldObjective: Double
    private let largest: Double
    /// Rows in which a variable stands, with its coefficients, variable by variable.
    private let columnStarts: [Int]
    private let columnRows: [Int32]
    private let columnValues: [Double]
    private var whole: LinearSolver?
    private var placeOfVariable: [Int32]
    private var placeOfRow: [Int32]

    /// A solver around an optimal answer of a model.
    ///
    /// - Parameter shared: the shared variable; with one, prices outside are 0 as soon as it has risen, and an answer in which it has not is taken
    ///   as the best without prices. The objective then has to be that variable alone.
    /// - Parameter largestPart: which part of the variables may be free before the whole model is solved; 0 solves it at once.
    /// - Returns: `nil` where the answer is not optimal or does not belong to the model.
    public init?(
        _ model: LinearModel, around answer: LinearSolution, shared: LinearModel.Variable? = nil,
        largestPart: Double = 0.25,
        options: SolverOptions = SolverOptions(isPresolving: false, explainsInfeasibility: false)
    ) {
        guard answer.isOptimal, !model.isMixedInteger, answer.values.count == model.variableCount,
            answer.duals.count == model.rowCount, model.flaw == nil
        else { return nil }
        self.model = model
        self.shared = shared?.place
        self.options = options
        values = answer.values
        prices = shared == nil ? answer.duals : [Double](repeating: 0, count: model.rowCount)
        basis = answer.basis
        oldObjective = answer.objective
        largest = largestPart * Double(max(model.variableCount, 400))
        var starts = [Int](repeating: 0, count: model.variableCount + 1)
        for place in model.places { starts[Int(place) + 1] += 1 }
        for place in 0..<model.variableCount { starts[place + 1] += starts[place] }
        var next = starts
        var rows = [Int32](repeating: 0, count: model.places.count)
        var coefficients = [Double](repeating: 0, count: model.places.count)
        for row in 0..<model.rowCount {
            for term in Int(model.rowStarts[row])..<Int(model.rowStarts[row + 1]) {
                let place = Int(model.places[term])
                rows[next[place]] = Int32(clamping: row)
                coefficients[next[place]] = model.coefficients[term]
                next[place] += 1
            }
        }
        (columnStarts, columnRows, columnValues) = (starts, rows, coefficients)
        placeOfVariable = [Int32](repeating: -1, count: model.variableCount)
        placeOfRow = [Int32](repeating: -1, count: model.rowCount)
    }

    /// The answer of the model with other limits for some variables, which are freed together with those of `start`.
    ///
    /// Freeing enough at the start saves rounds; the answer does not depend on it but for the choice among equally good ones.
    ///
    /// - Throws: ``SolverProblem`` where the solver fails.
    /// - Complexity: what solving models of the freed variables takes, as long as they are few.
    public func solve(
        changing limits: [(LinearModel.Variable, LinearModel.Limits)], freeing start: [LinearModel.Variable]
    ) throws(SolverProblem) -> Answer {
        var region = Region(changed: limits)
        defer { forget(region) }
        if let shared { free(shared, in: &region) }
        for (variable, _) in limits { free(variable.place, in: &region) }
        for variable in start { free(variable.place, in: &region) }
        while Double(region.variables.count) <= largest {
            guard let found = try small(region) else { break }
            if isRisen(found, region) == false { return answer(found, region, prices: false) }
            let wrong = mispriced(found, region)
            if wrong.isEmpty { return answer(found, region, prices: true) }
            for place in wrong { free(place, in: &region) }
        }
        return try solveWhole(limits)
    }

    /// What is freed, and the limits that changed.
    private struct Region {
        var changed: [(LinearModel.Variable, LinearModel.Limits)]
        var variables: [Int] = []
        var rows: [Int] = []
    }

    private func free(_ place: Int, in region: inout Region) {
        guard placeOfVariable.indices.contains(place), placeOfVariable[place] < 0 else { return }
        placeOfVariable[place] = Int32(clamping: region.variables.count)
        region.variables.append(place)
        guard place != shared else { return }
        for index in columnStarts[place]..<columnStarts[place + 1] {
            let row = Int(columnRows[index])
            if placeOfRow[row] < 0 {
                placeOfRow[row] = Int32(clamping: region.rows.count)
                region.rows.append(row)
            }
        }
    }

    private func forget(_ region: Region) {
        for place in region.variables { placeOfVariable[place] = -1 }
        for row in region.rows { placeOfRow[row] = -1 }
    }

    /// The small model's answer; `nil` where it has none, which says nothing of the whole model.
    private func small(_ region: Region) throws(SolverProblem) -> LinearSolution? {
        var small = LinearModel(model.sense)
        var variables: [LinearModel.Variable] = []
        for place in region.variables {
            variables.append(small.addVariable(in: model.limits[place], cost: model.costs[place]))
        }
        for (variable, limits) in region.changed {
            small.setLimits(of: variables[Int(placeOfVariable[variable.place])], to: limits)
        }
        for row in region.rows {
            var terms: [(LinearModel.Variable, Double)] = []
            var held = 0.0
            for term in Int(model.rowStarts[row])..<Int(model.rowStarts[row + 1]) {
                let place = Int(model.places[term])
                if placeOfVariable[place] >= 0 {
                    terms.append((variables[Int(placeOfVariable[place])], model.coefficients[term]))
                } else {
                    held += model.coefficients[term] * values[place]
                }
            }
            let limits = model.rowLimits[row]
            small.addRow(terms, in: .init(limits.lower - held, limits.upper - held))
        }
        let found = try small.solve(options)
        return found.isOptimal ? found : nil
    }

    /// Whether the shared variable has risen; `nil` where there is none.
    private func isRisen(_ found: LinearSolution, _ region: Region) -> Bool? {
        guard let shared else { return nil }
        return found.values[Int(placeOfVariable[shared])] > values[shared] + 1e-12
            * max(1, values[shared].magnitude)
    }

    /// Held variables that stand in rows of the region and whose reduced cost has the wrong sign.
    private func mispriced(_ found: LinearSolution, _ region: Region) -> [Int] {
        let sign = model.sense == .minimize ? 1.0 : -1
        var seen: Set<Int> = []
        var wrong: [Int] = []
        for row in region.rows {
            for term in Int(model.rowStarts[row])..<Int(model.rowStarts[row + 1]) {
                let place = Int(model.places[term])
                guard placeOfVariable[place] < 0, seen.insert(place).inserted else { continue }
                var reduced = model.costs[place]
                var scale = reduced.magnitude
                for index in columnStarts[place]..<columnStarts[place + 1] {
                    let row = Int(columnRows[index])
                    let price = placeOfRow[row] >= 0 ? found.duals[Int(placeOfRow[row])] : prices[row]
                    reduced -= price * columnValues[index]
                    scale = max(scale, (price * columnValues[index]).magnitude)
                }
                reduced *= sign
                let slack = 1e-9 * max(1, scale)
                let limits = model.limits[place]
                let room = 1e-11 * max(1, values[place].magnitude)
                let mayRise = values[place] < limits.upper - room
                let mayFall = values[place] > limits.lower + room
                if (reduced < -slack && mayRise) || (reduced > slack && mayFall) { wrong.append(place) }
            }
        }
        return wrong
    }

    private func answer(_ found: LinearSolution, _ region: Region, prices arePrices: Bool) -> Answer {
        var objective = model.offset
        if let shared {
            objective += model.costs[shared] * found.values[Int(placeOfVariable[shared])]
        } else {
            objective = oldObjective
            for (place, value) in zip(region.variables, found.values) {
                objective += model.costs[place] * (value - values[place])
            }
        }
        return Answer(
            objective: objective, freed: region.variables, values: found.values, rows: region.rows,
            prices: arePrices ? found.duals : [], isWhole: false, isFeasible: true)
    }

    private func solveWhole(
        _ limits: [(LinearModel.Variable, LinearModel.Limits)]
    ) throws(SolverProblem) -> Answer {
        let solver: LinearSolver
        if let whole {
            solver = whole
        } else {
            solver = try LinearSolver(model, options)
            whole = solver
        }
        solver.setLimits(of: limits)
        defer { solver.setLimits(of: limits.map { ($0.0, model.limits[$0.0.place]) }) }
        let found = try solver.solve(from: basis)
        guard found.isOptimal else {
            let worst: Double = model.sense == .minimize ? .infinity : -.infinity
            return Answer(
                objective: worst, freed: [], values: [], rows: [], prices: [], isWhole: true,
                isFeasible: false)
        }
        return Answer(
            objective: found.objective, freed: Array(values.indices), values: found.values,
            rows: Array(0..<model.rowCount), prices: found.duals, isWhole: true, isFeasible: true)
    }
}
