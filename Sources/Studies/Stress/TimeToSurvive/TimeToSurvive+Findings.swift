import Ecosystem
import Reporting
import Resilience

extension TimeToSurvive {
    /// Why the question cannot be asked, with what to do.
    static func problem(_ problem: SurvivalProblem) -> StudyProblem {
        switch problem {
        case .noFirms:
            StudyProblem(
                Localized("firms.csv names no firm; add some", "firms.csv 没有企业；请补充"), parameter: "network")
        case .noDemand:
            StudyProblem(
                Localized(
                    "firms.csv has no column demand with a number above 0: say how many units of which firms are wanted per unit of time",
                    "firms.csv 没有大于 0 的 demand 列：请说明哪些企业的产品在每个时间单位需要多少"),
                parameter: "network")
        case .negative(let column, let firm, let value):
            StudyProblem(
                Localized(
                    "\(column) of “\(firm)” is \(value); a number from 0 on is needed",
                    "“\(firm)”的 \(column) 为 \(value)；应为不小于 0 的数"),
                parameter: "network")
        case .badLink(let supplier, let customer, let value):
            StudyProblem(
                Localized(
                    "the link from “\(supplier)” to “\(customer)” has the value \(value); a number from 0 on is needed",
                    "“\(supplier)”至“\(customer)”的连线数值为 \(value)；应为不小于 0 的数"),
                parameter: "network")
        case .noMargin(let firms):
            StudyProblem(
                Localized(
                    "\(firms.count) firms with a demand have no margin while others have: \(firms.prefix(5).joined(separator: ", ")); "
                        + "give all or none",
                    "\(firms.count) 家有需求的企业缺少 margin，而其他企业已给出：\(firms.prefix(5).joined(separator: "、"))；请全部给出或全部不给"
                ),
                parameter: "network")
        case .badStop(let name):
            StudyProblem(
                Localized(
                    "“\(name)”: a stop needs a time above 0, and firms and links of the network",
                    "“\(name)”：停摆时长须大于 0，且对象须在网络中"), parameter: "what")
        case .badRecovery(let value):
            StudyProblem(
                Localized("recovery: \(value) is not above 0", "recovery：\(value) 不大于 0"),
                parameter: "recovery")
        case .solver(let text):
            StudyProblem(
                Localized(
                    "the solver HiGHS cannot be used: \(text); scripts/setup.sh run installs it, or JINGWEI_HIGHS names libhighs.so",
                    "无法使用求解器 HiGHS：\(text)；请运行 scripts/setup.sh run 安装，或用 JINGWEI_HIGHS 指明 libhighs.so"))
        case .cancelled: StudyProblem(Localized("stopped", "已停止"))
        }
    }

    /// What is odd or missing, for readers.
    static func note(_ finding: Result.Finding, _ result: Result) -> Note {
        if let note = UnusedParameters.note(finding) { return note }
        let count = finding.count
        let words = FindingWords(finding)
        let named = words.named
        func told(_ en: String, _ zh: String) -> Localized {
            Localized(en + (named.map { ": \($0.en)" } ?? ""), zh + (named.map { "：\($0.zh)" } ?? ""))
        }
        switch finding.code {
        case "no-stock":
            return Note(
                .gap, words.firms("has no stock figure", "have no stock figure", "没有库存数字"),
                told("It counts as none, so times are at least this long", "按无库存计，故时间至少为此值"))
        case "no-capacity":
            return Note(
                .gap, words.firms("has no capacity figure", "have no capacity figure", "没有产能数字"),
                told(
                    "It counts as unlimited, so that others may lean on it without end", "按不限计，他人可无限依赖"))
        case "no-recovery":
            return Note(
                .gap, words.firms("has no time to recover", "have no time to recover", "没有恢复时间"),
                told(
                    "What is lost until then stays unknown; the parameter recovery stands in",
                    "其恢复前的损失未知；可用参数 recovery 代替"))
        case "no-margins":
            return Note(
                .gap, Localized("No margins are given", "没有毛利数字"),
                Localized("Losses are counted in units, whatever they are worth.", "损失按件数计，不论其价值。"))
        case "no-need":
            return Note(
                .note,
                Localized(
                    "\(count.words) links have the value 0 and limit nothing", "\(count.words) 条连线数值为 0，不构成限制"
                ))
        case "unused":
            return Note(
                .note,
                words.firms(
                    "supplies nobody and has no demand", "supply nobody and have no demand", "不供货给任何企业且没有需求"),
                named)
        case "part-of-unknown":
            return Note(
                .warning,
                Localized("A part of a capacity that is not given cannot be lost", "未给出的产能无从损失其一部分"), named)
        case "repeated":
            return Note(
                .warning,
                Localized("A firm stands twice in a scenario; its larger loss counts", "情景中同一企业出现两次，取较大损失"),
                named)
        case "short-anyway":
            let time = result.undisturbed.map { Self.time($0, result.unit) } ?? Localized("", "")
            return Note(
                .note, Localized("Demand outruns supply even when nothing stops", "即使无人停产，需求也超过供给"),
                Localized(
                    "Stocks then last \(time.en); no time below can be longer.",
                    "此时库存可支撑 \(time.zh)；下列时间均不会更长。"))
        default: return Note(.note, Localized(same: finding.code), named)
        }
    }

    /// A time in words.
    static func time(_ value: Double, _ unit: String) -> Localized {
        let number = NumberWording.text(FigureNumber(value, decimals: value >= 100 ? 0 : 1))
        let words = unitWords(unit)
        return Localized("\(number) \(words.en)", "\(number) \(words.zh)")
    }

    static func unitWords(_ unit: String) -> Localized {
        switch unit {
        case "day": Localized("days", "天")
        case "month": Localized("months", "个月")
        default: Localized("weeks", "周")
        }
    }
}
