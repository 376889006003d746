import Kernels
import Solvers
import Synchronization

/// The losses of several disruptions under one set of measures, on threads.
enum LossSweep {
    static func cuts(
        _ program: LossProgram, _ shocks: [SurvivalGround.Shock], _ taken: [Bool], threads: Int,
        goesOn: @escaping @Sendable () -> Bool
    ) throws(MitigationProblem) -> [LossProgram.Cut] {
        let model = program.model(taking: taken)
        let options = SolverOptions(isPresolving: false, explainsInfeasibility: false)
        let basis: LinearSolution.Basis?
        do throws(SolverProblem) {
            basis = try model.solve(options, goesOn: goesOn).basis
        } catch {
            throw .survival(SurvivalSweep.problem(error))
        }
        let state = Mutex<(cuts: [LossProgram.Cut?], problem: SolverProblem?)>(
            (Array(repeating: nil, count: shocks.count), nil))
        let shared = Shared(state)
        let queue = WorkQueue(count: shocks.count, block: 4)
        WorkQueue.run(threads: min(threads, max(1, shocks.count / 8))) { _ in
            do throws(SolverProblem) {
                let solver = try LinearSolver(model, options)
                while let range = queue.take() {
                    guard goesOn() else { throw .cancelled }
                    for number in range {
                        let cut = try program.cut(shocks[number], taken, solver, from: basis)
                        shared.state.withLock { $0.cuts[number] = cut }
                    }
                }
            } catch {
                shared.state.withLock { $0.problem = $0.problem ?? error }
                queue.stop()
            }
        }
        let (cuts, problem) = shared.state.withLock { ($0.cuts, $0.problem) }
        if let problem { throw .survival(SurvivalSweep.problem(problem)) }
        return cuts.compactMap { $0 }
    }

    /// A lock that threads share.
    private final class Shared: Sendable {
        let state: Mutex<(cuts: [LossProgram.Cut?], problem: SolverProblem?)>
        init(_ state: consuming Mutex<(cuts: [LossProgram.Cut?], problem: SolverProblem?)>) {
            self.state = state
        }
    }
}
