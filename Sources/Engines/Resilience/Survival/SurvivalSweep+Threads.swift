import Kernels
import Solvers
import Synchronization

extension SurvivalSweep {
    /// The answers of disruptions around one answer of the undisturbed network, on the threads of the options.
    ///
    /// - Parameter taking: what is kept of an answer.
    func answers<Kept: Sendable>(
        _ program: SurvivalProgram, _ model: LinearModel, _ whole: LinearSolution,
        shared tau: LinearModel.Variable?, places: [Int], before: Int,
        taking: @escaping @Sendable (LocalSolver.Answer) -> Kept
    ) throws(SurvivalProblem) -> [Kept] {
        let shared = Shared<Kept>(count: places.count)
        let queue = WorkQueue(count: places.count, block: 8)
        let total = range.count * 2
        let (ground, options) = (ground, options)
        WorkQueue.run(threads: min(options.threads, max(1, places.count / 16))) { _ in
            let solver = LocalSolver(
                model, around: whole, shared: tau, largestPart: options.isLocal ? 0.25 : 0)
            guard let solver else { return shared.fail(.failed("no answer to start from"), queue) }
            while let range = queue.take() {
                for number in range {
                    let shock = ground.shocks[places[number]]
                    do throws(SolverProblem) {
                        let answer = try solver.solve(
                            changing: program.limits(shock, ground), freeing: program.start(shock, ground))
                        shared.set(taking(answer), at: number)
                    } catch {
                        return shared.fail(error, queue)
                    }
                }
                let done = shared.done()
                if !options.progress.tell(min(total, before + done), total) { queue.stop() }
            }
        }
        if let problem = shared.problem { throw Self.problem(problem) }
        guard let answers = shared.answers else { throw .cancelled }
        return answers
    }

    /// What threads write to; each place is written once.
    private final class Shared<Kept: Sendable>: Sendable {
        private let state: Mutex<(answers: [Kept?], done: Int, problem: SolverProblem?)>

        init(count: Int) {
            state = Mutex((Array(repeating: nil, count: count), 0, nil))
        }

        func set(_ answer: Kept, at number: Int) {
            state.withLock {
                $0.answers[number] = answer
                $0.done += 1
            }
        }

        func fail(_ problem: SolverProblem, _ queue: WorkQueue) {
            state.withLock { $0.problem = $0.problem ?? problem }
            queue.stop()
        }

        func done() -> Int { state.withLock { $0.done } }

        var problem: SolverProblem? { state.withLock { $0.problem } }

        /// All answers; `nil` where some are missing.
        var answers: [Kept]? {
            state.withLock { state in
                let found = state.answers.compactMap { $0 }
                return found.count == state.answers.count ? found : nil
            }
        }
    }
}
