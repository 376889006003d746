import Ecosystem
import Reporting
import Resilience

extension FirmRisk.Result.Finding {
    init(_ finding: DisruptionFinding) {
        switch finding {
        case .touchesNothing(let shock): self.init("touches-nothing", [shock])
        case .isolated(_, let firms): self.init("isolated", firms)
        case .cut(let shock, let depth): self.init("cut", ["\(shock): \(depth)"])
        case .afterTheEnd(let shock): self.init("after-the-end", [shock])
        case .endsEarly: self.init("ends-early", [], count: 1)
        case .noRevenue(let firms): self.init("no-revenue", firms)
        case .revenueBelowSales(let firms): self.init("revenue-below-sales", firms)
        case .noOutput(let firms): self.init("no-output", firms)
        case .emptySectors(let names): self.init("empty-sectors", names)
        case .noNeeds: self.init("no-needs", [], count: 1)
        case .negativeDemand(let sectors): self.init("negative-demand", sectors)
        case .moreInputsThanOutput(let sectors): self.init("inputs-above-output", sectors)
        case .swings(let peak): self.init("swings", ["\((peak * 10).rounded() / 10)"])
        }
    }
}

extension Disrupt {
    /// Why the question cannot be asked, with what to do.
    static func failure(_ problem: DisruptionProblem, _ input: StudyInput) -> any Error {
        let kind = input.supplied?.kind.rawValue ?? "network"
        switch problem {
        case .cancelled: return StudyCancelled()
        case .noFirms:
            return StudyProblem(Localized("there is no firm; add some", "没有企业；请补充"), parameter: kind)
        case .noOutput:
            return StudyProblem(
                Localized(
                    "no firm has output: all links and revenues are 0; give values", "所有企业产出均为 0；请提供金额"),
                parameter: kind)
        case .negative(let column, let firm, let value):
            return StudyProblem(
                Localized(
                    "\(column) of “\(firm)” is \(value); a number from 0 on is needed",
                    "“\(firm)”的 \(column) 为 \(value)；应为不小于 0 的数"), parameter: kind)
        case .noPlace(let shock):
            return StudyProblem(
                Localized("what: “\(shock)” names nothing that is there", "what：“\(shock)”不存在"),
                parameter: "what")
        case .badOption(let name, let value):
            let parameter = ["stockDays": "stock-days", "restockDays": "restock-days"][name] ?? name
            return StudyProblem(
                Localized(
                    "\(parameter): \(value) is out of range", "\(parameter)：\(value) 超出范围"),
                parameter: parameter)
        }
    }

    /// What is odd or missing, for readers.
    static func note(_ finding: Result.Finding) -> Note {
        if let note = UnusedParameters.note(finding) { return note }
        let words = FindingWords(finding.items, count: finding.count)
        let named = words.named
        let count = finding.count.words
        switch finding.code {
        case "touches-nothing":
            return Note(
                .warning, Localized("This shock stops nobody and closes nothing", "此冲击未使任何企业停摆，也未关闭任何通道"),
                named.map {
                    Localized(
                        "Its depth or its length is 0, or what it names has no output and no link: \($0.en)",
                        "深度或时长为 0，或所指对象既无产出也无连线：\($0.zh)")
                })
        case "isolated":
            return Note(
                .note, Localized("What stops here has no supplier and no customer", "停摆企业既无供应商也无客户"),
                named.map { Localized("The loss stays its own: \($0.en)", "损失仅限自身：\($0.zh)") })
        case "after-the-end":
            return Note(
                .warning, Localized("A shock begins after the last day", "冲击在推演期之后才开始"),
                named.map {
                    Localized("Compute more days, or begin earlier: \($0.en)", "请延长推演天数或提前开始：\($0.zh)")
                })
        case "ends-early":
            return Note(
                .warning, Localized("The last day comes before the recovery is over", "推演在恢复完成之前结束"),
                Localized("Losses after it are not counted; compute more days.", "其后损失未计入；请延长推演天数。"))
        case "no-output":
            return Note(
                .gap, Localized("\(count) firms have no output", "\(count) 家企业没有产出"),
                named.map {
                    Localized(
                        "No revenue and no sales are given; they neither make nor lose anything: \($0.en)",
                        "没有收入与销售数字，既不生产也不损失：\($0.zh)")
                })
        case "no-revenue":
            return Note(
                .gap, Localized("\(count) firms have no revenue", "\(count) 家企业没有收入数字"),
                named.map {
                    Localized(
                        "Their sales in the network stand in, or their purchases where larger: \($0.en)",
                        "以网络内销售代替，采购更大时以采购代替：\($0.zh)")
                })
        case "revenue-below-sales":
            return Note(
                .warning,
                Localized("\(count) firms have a revenue below their sales", "\(count) 家企业收入低于网络内销售"),
                named.map { Localized("It counts as equal to the sales: \($0.en)", "按等于网络内销售处理：\($0.zh)") })
        case "negative-demand":
            return Note(
                .warning, Localized("Final demand below zero counts as zero", "小于零的最终需求按零处理"), named)
        case "inputs-above-output":
            return Note(
                .warning, Localized("Some sectors use more than they make", "部分部门投入大于产出"), named)
        case "swings":
            return Note(
                .warning,
                Localized(
                    "Refilling stocks blows all orders up to \(words.items) times the usual",
                    "补库使全部订单升至平时的 \(words.items) 倍"),
                Localized(
                    "What happens after the shock may come from that alone: a longer restocking time or less stock calms it.",
                    "冲击之后的起伏可能仅由此引起：延长补库时间或减少库存可使其平稳。"))
        case "no-needs":
            return Note(
                .gap, Localized("Which inputs are essential is not said", "未说明哪些投入必不可少"),
                Localized(
                    "Every input counts as one that can partly be done without; essential.csv would say more.",
                    "所有投入均按可部分缺少处理；可用 essential.csv 说明。"))
        case "empty-sectors":
            return Note(.note, Localized("\(count) sectors have no firm", "\(count) 个部门没有企业"), named)
        case "cut":
            return Note(
                .warning, Localized("A part lost outside 0…1 was cut", "超出 0…1 的损失比例已截断"), named)
        default: return Note(.note, Localized(same: finding.code), named)
        }
    }
}
