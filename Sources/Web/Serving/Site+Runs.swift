import Ecosystem
import HTTPTypes
import Reporting
import Studies

extension Site {
    /// The state of a run of this package.
    ///
    /// - Throws: ``WebProblem`` where no such run is known, or it was asked of another package.
    func state(ofRun address: String, in package: ServedPackage) throws(WebProblem) -> RunState {
        guard let state = queue.state(of: address),
            queue.question(of: address)?.package == package.model.identity.id
        else {
            throw .noRun(address)
        }
        return state
    }

    /// The report of a run of this package.
    ///
    /// - Throws: ``WebProblem`` that says why there is none: not done yet, cancelled, failed, or not known.
    func report(ofRun address: String, in package: ServedPackage) throws(WebProblem) -> Report {
        switch try state(ofRun: address, in: package) {
        case .done(let report): return report
        case .failed(let problem): throw WebProblem(problem)
        case .broken: throw .failure
        case .cancelled: throw .cancelled(queue.question(of: address)?.path(in: package))
        case .waiting, .working: throw .notDone
        }
    }
}

extension RunQuestion {
    /// The page that asks it again; `nil` where a scenario was applied, which no address holds.
    func path(in package: ServedPackage) -> String? {
        guard scenario == nil else { return nil }
        let values = parameters.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        return WebAddress.path(
            "/r/\(WebAddress.encoded(package.id))/studies/\(WebAddress.encoded(study))",
            query: values + compared.map { ("compare", $0) })
    }
}

extension WebProblem {
    /// No such run is known.
    static func noRun(_ address: String) -> WebProblem {
        .notFound(
            Localized(
                "No run has the address \(address); ask the question again on the study's page.",
                "没有地址为 \(address) 的运行；请在研究页面重新提问。"))
    }

    /// The run was stopped by somebody.
    fileprivate static func cancelled(_ path: String?) -> WebProblem {
        var problem = WebProblem(
            .gone, kind: "cancelled", Localized("The run was cancelled", "运行已取消"),
            Localized("Ask the question again to start it anew.", "重新提问即可再次运行。"))
        if let path { problem.way = (Localized("Ask again", "重新提问"), path) }
        return problem
    }

    /// The run still waits or works.
    static var notDone: WebProblem {
        var problem = WebProblem(
            .conflict, kind: "not-done", Localized("The run is not done yet", "运行尚未完成"),
            Localized("Ask for its state until it is done, then for its report.", "请查询运行状态，完成后再取结果。"))
        problem.headers[.retryAfter] = "5"
        return problem
    }
}
