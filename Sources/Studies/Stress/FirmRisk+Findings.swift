import Ecosystem
import Reporting
import Resilience

extension FirmRisk {
    /// Why the question cannot be asked, with what to do.
    static func problem(_ problem: SystemicRiskProblem, _ network: SupplyNetwork) -> StudyProblem {
        let columns = network.columns.map(\.name).joined(separator: ", ")
        return switch problem {
        case .noFirms:
            StudyProblem(
                Localized("firms.csv names no firm; add some", "firms.csv 没有企业；请补充"), parameter: "network")
        case .openNeedsFinalDemand:
            StudyProblem(
                Localized(
                    "open mode needs final-demand revenue: in a network that sells nothing outside, the upstream loss goes round in "
                        + "circles until nothing is left, and no value is true; give a column revenue, or ask mode peer",
                    "开放形式须用 final-demand revenue：网络若不对外销售，上游损失会在环中不断循环直至归零，任何数值都不成立；请提供 revenue 列，或改用 mode peer"
                ),
                parameter: "final-demand")
        case .noColumn(let name):
            StudyProblem(
                Localized(
                    "firms.csv has no column of numbers “\(name)”; it has \(columns.isEmpty ? "none" : columns)"
                        + (name == "revenue" ? "; add it, or ask mode peer with final-demand none" : ""),
                    "firms.csv 没有数值列“\(name)”；现有：\(columns.isEmpty ? "无" : columns)"
                        + (name == "revenue" ? "；请补上，或改用 mode peer 与 final-demand none" : "")),
                parameter: name == "revenue" ? "final-demand" : "weight")
        case .negative(let column, let firm, let value):
            StudyProblem(
                Localized(
                    "\(column) of “\(firm)” is \(value); a number from 0 on is needed",
                    "“\(firm)”的 \(column) 为 \(value)；应为不小于 0 的数"),
                parameter: "network")
        case .noWeights(let column):
            StudyProblem(
                Localized(
                    "\(column) is 0 for all firms, so that nothing is weighed; choose another column as weight",
                    "所有企业的 \(column) 均为 0，无从加权；请另选一列作权重"), parameter: "weight")
        case .badTolerance(let value):
            StudyProblem(
                Localized("tolerance: \(value) is not above 0", "tolerance：\(value) 不大于 0"),
                parameter: "tolerance")
        case .relativeInPeerMode:
            StudyProblem(
                Localized(
                    "relative-tolerance is for mode open; in peer mode the tolerance is the rule of when to stop",
                    "relative-tolerance 仅用于 mode open；同行形式的 tolerance 是停止规则"),
                parameter: "relative-tolerance")
        case .cancelled: StudyProblem(Localized("stopped", "已停止"))
        }
    }

    /// What is odd or missing, for readers.
    static func note(_ finding: Result.Finding, _ result: Result) -> Note {
        if let note = UnusedParameters.note(finding) { return note }
        let count = finding.count
        let words = FindingWords(finding)
        let named = words.named
        switch finding.code {
        case "isolated":
            return Note(
                .note,
                words.firms(
                    "has neither supplier nor customer", "have neither supplier nor customer", "既无供应商也无客户"),
                named.map { Localized("Their failure harms nobody else: \($0.en)", "其停产不影响他人：\($0.zh)") })
        case "no-supplier":
            return Note(
                .note,
                words.firms("has no supplier in the network", "have no supplier in the network", "在网络内无供应商"))
        case "no-customer":
            return Note(
                .note,
                words.firms("has no customer in the network", "have no customer in the network", "在网络内无客户"))
        case "empty-sectors":
            return Note(.note, Localized("\(count) sectors have no firm", "\(count) 个部门没有企业"), named)
        case "no-needs":
            return Note(
                .gap, Localized("Which inputs are essential is not said", "未说明哪些投入必不可少"),
                Localized(
                    "Every input counts as one that can partly be done without; essential.csv would say more.",
                    "所有投入均按可部分缺少处理；可用 essential.csv 说明。"))
        case "no-revenue":
            return Note(
                .gap, words.firms("has no revenue", "have no revenue", "没有收入数字"),
                named.map {
                    Localized(
                        "Their sales in the network stand in, as if they sold nothing outside: \($0.en)",
                        "以网络内销售代替，即视为不对外销售：\($0.zh)")
                })
        case "revenue-below-sales":
            return Note(
                .warning,
                words.firms(
                    "has a revenue below its sales", "have a revenue below their sales", "的收入低于网络内销售"),
                named.map {
                    Localized(
                        result.mode == "open"
                            ? "It counts as equal to the sales: \($0.en)"
                            : "Their shares add up to more than one: \($0.en)",
                        result.mode == "open" ? "按等于网络内销售处理：\($0.zh)" : "其份额之和大于一：\($0.zh)")
                })
        case "no-weight":
            return Note(
                .gap,
                words.firms("has no value to be weighed by", "have no value to be weighed by", "没有权重数值"),
                named.map { Localized("They weigh nothing here: \($0.en)", "在此不计权重：\($0.zh)") })
        case "touches-nothing":
            return Note(
                .warning,
                Localized("\(count) scenarios reach no other firm", "\(count) 个情景未波及其他企业"),
                named)
        case "cut":
            return Note(
                .warning, Localized("\(count) losses outside 0…1 were cut", "\(count) 个超出 0…1 的损失已截断"), named)
        case "repeated":
            return Note(
                .warning,
                Localized("A firm stands twice in a scenario; its larger loss counts", "情景中同一企业出现两次，取较大损失"),
                named)
        case "no-leak":
            return Note(
                .warning,
                Localized("Some losses go round without end", "部分损失循环不止"),
                Localized(
                    "Nothing on their way is sold to final demand, so no bound can be proven; final demand may be missing from the data.",
                    "其路径上没有最终需求，无法证明误差界；数据中可能缺少最终需求。"))
        case "not-certified":
            return Note(
                .warning,
                Localized(
                    "For \(count.words) of \(result.scenarios.count.words) no bound within the tolerance could be proven",
                    "\(result.scenarios.count.words) 个中有 \(count.words) 个无法证明误差在容许范围内"),
                Localized(
                    "Their errorBound is what is left up to a total loss; the values themselves were followed as far as the others. "
                        + "The figure above speaks of the rest.",
                    "其 errorBound 为至全部损失的余量；数值本身与其他情景计算得同样深入。上方误差数字指其余情景。"))
        case "not-converged":
            return Note(
                .warning,
                Localized("\(count) iterations were ended by the limit", "\(count) 次迭代因次数上限而终止"))
        default: return Note(.note, Localized(same: finding.code), named)
        }
    }
}
