import Solvers

extension MitigationSearch {
    /// The set within a budget that looks best by what is known, and a bound that no set within it beats.
    func master(_ budget: Double) throws(MitigationProblem) -> (taken: [Bool], bound: Double) {
        var model = LinearModel(.minimize)
        let measures = (0..<measureCount).map { _ in model.addVariable(in: .init(0, 1), .integer) }
        model.addRow(Array(zip(measures, extended.costs)), in: .atMost(budget * (1 + 1e-12)))
        for (number, choice) in choices.enumerated() {
            let loss = model.addVariable(cost: weight(number))
            guard choice.times.count > 1 else {
                for cut in cuts[number][0] { add(cut, loss, nil, measures, to: &model) }
                continue
            }
            let ways = choice.times.map { _ in model.addVariable(in: .init(0, 1), .integer) }
            model.addRow(ways.map { ($0, 1) }, in: .exactly(1))
            for (place, way) in ways.enumerated() {
                for list in choice.conditions[place] {
                    model.addRow([(way, 1)] + list.map { (measures[$0], -1) }, in: .atMost(0))
                }
                for cut in cuts[number][place] { add(cut, loss, way, measures, to: &model) }
            }
        }
        let found: LinearSolution
        do throws(SolverProblem) {
            found = try model.solve(
                SolverOptions(
                    relativeGap: min(1e-7, options.gap / 10), absoluteGap: 1e-9, nodeLimit: 1_000_000,
                    feasibilityTolerance: 1e-9,
                    explainsInfeasibility: false), goesOn: goesOn)
        } catch {
            throw .survival(SurvivalSweep.problem(error))
        }
        guard found.isOptimal else {
            throw .survival(.solver("the choice of measures ended as \(found.status)"))
        }
        return (measures.map { (found.value($0) ?? 0) > 0.5 }, found.bound)
    }

    /// loss ≥ constant + Σ slope · measure, where the way is taken.
    private func add(
        _ cut: LossProgram.Cut, _ loss: LinearModel.Variable, _ way: LinearModel.Variable?,
        _ measures: [LinearModel.Variable], to model: inout LinearModel
    ) {
        guard cut.constant > 0 else { return }
        var terms = [(loss, 1.0)]
        for (measure, slope) in zip(measures, cut.slopes) where slope != 0 { terms.append((measure, -slope)) }
        guard let way else {
            model.addRow(terms, in: .atLeast(cut.constant))
            return
        }
        // Without the way the largest value of the cut, its constant, is taken off.
        terms.append((way, -cut.constant))
        model.addRow(terms, in: .atLeast(0))
    }
}
