import Ecosystem
import Reporting
import Studies

/// How far a question is that a page asks by itself and shows in its own place.
enum AskedRun {
    /// The answer and the address of its run.
    case answered(Report, at: String)
    /// Why there is none.
    case refused(StudyProblem)
    /// The address of the run that goes on, and its state.
    case running(String, RunState?)
}

extension Site {
    /// Asks a question and waits for the answer as long as a page waits.
    ///
    /// - Throws: ``RunRefusal`` where no more questions are taken; ``WebProblem`` where the run broke.
    func asked(_ request: RunRequest) async throws -> AskedRun {
        let address = try queue.submit(request)
        switch await settled(address, within: limits.pageWait) {
        case .done(let report): return .answered(report, at: address)
        case .failed(let problem): return .refused(problem)
        case .broken: throw WebProblem.failure
        case .cancelled:
            return .refused(
                StudyProblem(
                    Localized("The run was cancelled; ask again to start it anew.", "运行已取消；重新提问即可再次运行。")))
        case .waiting, .working, nil: return .running(address, queue.state(of: address))
        }
    }
}
