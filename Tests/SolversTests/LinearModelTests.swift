import Solvers
import Testing

@Suite("Linear models")
struct LinearModelTests {
    /// F. S. Hillier, G. J. Lieberman, “Introduction to Operations Research”, the Wyndor Glass example: max 3x + 5y, x ≤ 4, 2y ≤ 12,
    /// 3x + 2y ≤ 18; answer 36 at (2, 6), shadow prices 0, 3/2, 1.
    @Test func `the Wyndor Glass example has its published answer and shadow prices`() throws {
        var model = LinearModel(.maximize)
        let doors = model.addVariable(cost: 3)
        let windows = model.addVariable(cost: 5)
        model.addRow([(doors, 1)], in: .atMost(4))
        model.addRow([(windows, 2)], in: .atMost(12))
        model.addRow([(doors, 3), (windows, 2)], in: .atMost(18))
        let solution = try model.solve()
        #expect(solution.isOptimal)
        #expect((solution.objective - 36).magnitude < 1e-9)
        #expect(solution.value(doors).map { ($0 - 2).magnitude < 1e-9 } == true)
        #expect(solution.value(windows).map { ($0 - 6).magnitude < 1e-9 } == true)
        for (dual, expected) in zip(solution.duals, [0, 1.5, 1]) {
            #expect((dual - expected).magnitude < 1e-9)
        }
        #expect(solution.gap == 0)
    }

    @Test func `a knapsack of whole things takes the best whole things`() throws {
        // Values 60, 100, 120 and weights 10, 20, 30 under 50: the textbook answer is 220, the relaxation 240.
        var model = LinearModel(.maximize)
        let things = [60.0, 100, 120].map { model.addVariable(in: .init(0, 1), cost: $0, .integer) }
        model.addRow(Array(zip(things, [10, 20, 30])), in: .atMost(50))
        let solution = try model.solve()
        #expect(solution.isOptimal)
        #expect((solution.objective - 220).magnitude < 1e-6)
        #expect(solution.bound >= solution.objective - 1e-6)
        #expect(solution.values.map { $0.rounded() } == [0, 1, 1])
        #expect(solution.basis == nil && solution.duals.isEmpty)
    }

    @Test func `contradicting rows are named and the others are not`() throws {
        var model = LinearModel(.minimize)
        let (first, second) = (model.addVariable(cost: 1), model.addVariable(cost: 1))
        model.addRow([(first, 1), (second, -1)], in: .atMost(5))
        let low = model.addRow([(first, 1), (second, 1)], in: .atMost(1))
        let high = model.addRow([(first, 1), (second, 1)], in: .atLeast(2))
        let solution = try model.solve()
        guard case .infeasible(let reason) = solution.status else {
            Issue.record("\(solution.status)")
            return
        }
        #expect(reason.rows == [low, high])
        #expect(solution.values.isEmpty)
    }

    @Test func `an objective without end is unbounded and not infeasible`() throws {
        var model = LinearModel(.maximize)
        let (first, second) = (model.addVariable(cost: 1), model.addVariable())
        model.addRow([(first, 1), (second, -1)], in: .atMost(3))
        #expect(try model.solve().status == .unbounded)
    }

    @Test func `what is no model is refused with what is wrong`() {
        var model = LinearModel(.minimize)
        let one = model.addVariable(cost: .nan)
        model.addRow([(one, .infinity)], in: .atMost(1))
        #expect(throws: SolverProblem.badModel("cost of variable 0 is nan; coefficient 0 is inf")) {
            try model.solve()
        }
    }

    @Test func `a limit of iterations ends a run and says so`() throws {
        let model = RandomModels.covering(rows: 40, columns: 60, seed: 5)
        let solution = try model.solve(SolverOptions(iterationLimit: 3, isPresolving: false))
        guard case .limitReached(.iterations, _) = solution.status else {
            Issue.record("\(solution.status)")
            return
        }
        #expect(solution.iterations <= 3)
    }

    @Test func `an empty model is solved by doing nothing`() throws {
        let solution = try LinearModel(.minimize).solve()
        #expect(solution.isOptimal && solution.objective == 0 && solution.values.isEmpty)
    }

    @Test func `a run ends where who is asked says no`() throws {
        let relaxed = RandomModels.covering(rows: 60, columns: 90, seed: 8)
        #expect(throws: SolverProblem.cancelled) {
            try relaxed.solve(SolverOptions(isPresolving: false), goesOn: { false })
        }
        let whole = RandomModels.covering(rows: 40, columns: 60, seed: 8, isWhole: true)
        #expect(throws: SolverProblem.cancelled) { try whole.solve(goesOn: { false }) }
        #expect(try relaxed.solve(goesOn: { true }).isOptimal)
    }
}
