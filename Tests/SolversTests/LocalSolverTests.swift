import Kernels
import Solvers
import Testing

@Suite("Solving near a change")
struct LocalSolverTests {
    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func `tightened limits give the objective that the whole model has from scratch`(_ seed: UInt64) throws {
        let model = RandomModels.blocks(count: 30, seed: seed)
        let answer = try model.solve(SolverOptions(isPresolving: false))
        let local = try #require(LocalSolver(model, around: answer))
        var generator = SeededGenerator(seed: seed &+ 500)
        var wholeModels = 0
        for _ in 0..<12 {
            let variable = try #require(model.variables.randomElement(using: &generator))
            let limits = LinearModel.Limits(0, (answer.value(variable) ?? 0) * generator.nextFraction())
            let found = try local.solve(changing: [(variable, limits)], freeing: [])
            var changed = model
            changed.setLimits(of: variable, to: limits)
            let expected = try changed.solve()
            #expect(found.isFeasible == expected.isOptimal)
            if found.isWhole { wholeModels += 1 }
            if expected.isOptimal {
                #expect(
                    (found.objective - expected.objective).magnitude < 1e-7
                        * max(1, expected.objective.magnitude))
            }
        }
        #expect(wholeModels < 12, "none was solved near its change")
    }

    @Test func `an answer that is not the best is no place to start from`() throws {
        let model = RandomModels.covering(rows: 40, columns: 60, seed: 5)
        let unfinished = try model.solve(SolverOptions(iterationLimit: 1, isPresolving: false))
        #expect(LocalSolver(model, around: unfinished) == nil)
        let whole = RandomModels.covering(rows: 5, columns: 6, seed: 5, isWhole: true)
        #expect(LocalSolver(whole, around: try whole.solve()) == nil)
    }
}
