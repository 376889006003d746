import Kernels
import Solvers
import Testing

/// Answers are not believed but checked: an answer that meets rows and limits, and prices that prove that none is better.
@Suite("Certificates of answers")
struct CertificateTests {
    @Test(arguments: 1...12 as ClosedRange<UInt64>)
    func `values meet rows and limits and prices prove the objective`(_ seed: UInt64) throws {
        let model = RandomModels.covering(rows: 12 + Int(seed) * 3, columns: 20 + Int(seed) * 4, seed: seed)
        let solution = try model.solve()
        #expect(solution.isOptimal)
        try Certificate.check(solution, of: model)
    }

    @Test(arguments: 1...8 as ClosedRange<UInt64>)
    func `a changed model solved from the old basis has the answer of one solved from scratch`(_ seed: UInt64)
        throws
    {
        var model = RandomModels.covering(rows: 30, columns: 50, seed: seed)
        let solver = try LinearSolver(model, SolverOptions(isPresolving: false))
        let first = try solver.solve()
        var generator = SeededGenerator(seed: seed &+ 100)
        for _ in 0..<5 {
            let variable = try #require(model.variables.randomElement(using: &generator))
            solver.setLimits(of: [(variable, .init(0, 1))])
            model.setLimits(of: variable, to: .init(0, 1))
            let warm = try solver.solve(from: first.basis)
            let cold = try model.solve()
            switch (warm.status, cold.status) {
            case (.optimal, .optimal):
                #expect((warm.objective - cold.objective).magnitude < 1e-7)
                try Certificate.check(warm, of: model)
            case (.infeasible, .infeasible): break
            default: Issue.record("\(warm.status) from the basis, \(cold.status) from scratch")
            }
        }
    }

    @Test(arguments: 1...6 as ClosedRange<UInt64>)
    func `whole answers lie between the relaxation and the bound`(_ seed: UInt64) throws {
        let relaxed = try RandomModels.covering(rows: 10, columns: 14, seed: seed).solve()
        let model = RandomModels.covering(rows: 10, columns: 14, seed: seed, isWhole: true)
        let whole = try model.solve()
        #expect(whole.isOptimal)
        #expect(whole.objective >= relaxed.objective - 1e-7)
        #expect(whole.bound <= whole.objective + 1e-7)
        #expect(whole.gap <= 1e-6)
        #expect(whole.values.allSatisfy { ($0 - $0.rounded()).magnitude < 1e-6 })
        Certificate.checkFeasible(whole, of: model)
    }

    @Test func `the same model gives the same bits again`() throws {
        let model = RandomModels.covering(rows: 25, columns: 40, seed: 3, isWhole: true)
        let (first, second) = (try model.solve(), try model.solve())
        let isSame = first.values.map(\.bitPattern) == second.values.map(\.bitPattern) && first == second
        #expect(isSame)
    }
}

/// Checks of an answer by sums of our own.
enum Certificate {
    static func checkFeasible(_ solution: LinearSolution, of model: LinearModel) {
        for (value, limits) in zip(solution.values, model.limits) {
            #expect(value >= limits.lower - 1e-7 && value <= limits.upper + 1e-7)
        }
        for row in model.rowLimits.indices {
            let range = Int(model.rowStarts[row])..<Int(model.rowStarts[row + 1])
            let sum = range.reduce(0) { $0 + model.coefficients[$1] * solution.values[Int(model.places[$1])] }
            #expect(sum >= model.rowLimits[row].lower - 1e-6 && sum <= model.rowLimits[row].upper + 1e-6)
        }
    }

    /// Feasible values, and a bound from the prices alone that equals their objective (strong duality).
    static func check(_ solution: LinearSolution, of model: LinearModel) throws {
        checkFeasible(solution, of: model)
        let sign = model.sense == .minimize ? 1.0 : -1
        var reduced = model.costs
        var bound = model.offset
        for row in model.rowLimits.indices {
            let price = solution.duals[row]
            for term in Int(model.rowStarts[row])..<Int(model.rowStarts[row + 1]) {
                reduced[Int(model.places[term])] -= price * model.coefficients[term]
            }
            let limit = sign * price > 0 ? model.rowLimits[row].lower : model.rowLimits[row].upper
            if price != 0 { bound += price * limit }
        }
        for (place, cost) in reduced.enumerated() where cost.magnitude > 1e-9 {
            bound += cost * (sign * cost > 0 ? model.limits[place].lower : model.limits[place].upper)
        }
        let objective = zip(model.costs, solution.values).reduce(model.offset) { $0 + $1.0 * $1.1 }
        #expect((objective - solution.objective).magnitude < 1e-6)
        #expect((bound - objective).magnitude < 1e-5, "prices prove \(bound), values reach \(objective)")
    }
}
