import Ecosystem
import Reporting
import Resilience

extension Mitigate {
    /// Why the question cannot be asked, with what to do.
    static func problem(_ problem: MitigationProblem) -> StudyProblem {
        switch problem {
        case .survival(let problem): TimeToSurvive.problem(problem)
        case .noMeasures:
            StudyProblem(
                Localized(
                    "the network has no measures: add measures.csv with id, kind (stock, capacity, recovery, source, supplier), firm, amount, cost",
                    "网络没有措施：请添加 measures.csv，含 id、kind（stock、capacity、recovery、source、supplier）、firm、amount、cost"
                ),
                parameter: "network")
        case .noRecovery:
            StudyProblem(
                Localized(
                    "no firm has a time to recover, so that no loss is known: give the column ttr, or the parameter recovery",
                    "没有企业的恢复时间，损失无从得知：请提供 ttr 列或参数 recovery"), parameter: "recovery")
        case .noNeed(let measure, let customer):
            StudyProblem(
                Localized(
                    "measure “\(measure)”: “\(customer)” takes nothing of that material now; say in the column need how many units it would take",
                    "措施“\(measure)”：“\(customer)”目前不用该物料；请在 need 列写明每件用量"), parameter: "network")
        case .badLikelihood(let column):
            StudyProblem(
                Localized(
                    "likelihood: “\(column)” is no column of firms.csv with numbers from 0 on and one above 0, or shocks.csv names scenarios",
                    "likelihood：“\(column)”不是 firms.csv 中非负且有正数的列，或 shocks.csv 已给出情景"),
                parameter: "likelihood")
        case .badBudget(let value):
            StudyProblem(
                Localized("budget: \(value) is below 0", "budget：\(value) 小于 0"), parameter: "budget")
        }
    }

    /// Why nothing could be weighed, with what to do; `nil` where nothing lacks.
    static func lack(_ result: Result) -> Note? {
        let codes = result.findings.map(\.code)
        if codes.contains("no-measures") {
            return Note(
                .gap, Localized("Not known: the network names no measures.", "未知：此网络没有列出措施。"),
                Localized(
                    "Add measures.csv with id, kind (stock, capacity, recovery, source, supplier), firm, amount, cost; docs/samples/survival has one. Where the "
                        + "network's values are money (links=money), measures are made from it.",
                    "请添加 measures.csv，含 id、kind（stock、capacity、recovery、source、supplier）、firm、amount、cost；样例见 docs/samples/survival。若数值为金额（links=money），可由网络自动设措施。"
                ))
        }
        if codes.contains("no-recovery-known") {
            return Note(
                .gap,
                Localized(
                    "Not known: no firm has a time to recover, so that no loss is known.",
                    "未知：没有企业的恢复时间，损失无从得知。"),
                Localized("Give the column ttr, or the parameter recovery.", "请提供 ttr 列或参数 recovery。"))
        }
        return nil
    }

    /// What is odd or missing, for readers.
    static func note(_ finding: Result.Finding) -> Note {
        if let note = UnusedParameters.note(finding) { return note }
        let named = FindingWords(finding).named
        switch finding.code {
        case "capacity-unknown":
            return Note(
                .gap, Localized("More of a capacity that is not given changes nothing", "未给出产能的企业再增产能不起作用"),
                named)
        case "no-shorter":
            return Note(
                .warning, Localized("A recovery that is no shorter than it is anyway", "措施给出的恢复时间并不更短"), named
            )
        case "useless":
            return Note(
                .note, Localized("Measures that lessen no loss", "不能减少任何损失的措施"), named)
        case "left-out":
            return Note(
                .gap, Localized("Disruptions without a known time to recover are left out", "恢复时间未知的情景不计入"),
                named)
        case "no-likelihood":
            return Note(
                .gap, Localized("Firms without a likelihood count as never stopping", "未给出可能性的企业视为不会停产"),
                named)
        default: return TimeToSurvive.note(finding, TimeToSurvive.Result())
        }
    }

    /// What kind of measure it is, in words.
    static func words(_ kind: String) -> Localized {
        switch kind {
        case "stock": Localized("more stock", "增加库存")
        case "capacity": Localized("spare capacity", "备用产能")
        case "recovery": Localized("faster repair", "更快修复")
        case "source": Localized("second source", "第二货源")
        case "supplier": Localized("new supplier", "新供应商")
        default: Localized(same: kind)
        }
    }
}
