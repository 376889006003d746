import Ecosystem
import Reporting
import Studies

/// What the stress page is asked, in a few words: for the heading of an answer and the line that the picker folds behind.
struct StressAsked {
    let page: StressPage
    /// The scenario whose shocks are asked; `nil` for none.
    let scenario: Scenario?

    /// Things that are named; more are counted.
    private static let limit = 3

    private var values: [String] {
        page.question.chosen.isEmpty
            ? scenario?.shocks.map(\.what) ?? [] : page.question.chosen
    }

    /// What stops, by name.
    var what: Localized {
        let names = values.prefix(Self.limit).map { page.choices[$0]?.name ?? Localized(same: $0) }
        let more = values.count - names.count
        return Localized(
            names.map(\.en).joined(separator: ", ") + (more > 0 ? " and \(more) more" : ""),
            names.map(\.zh).joined(separator: "、") + (more > 0 ? "等 \(values.count) 项" : ""))
    }

    /// The heading: what stops, is closed or cut, and for how long.
    var title: Localized {
        guard !values.isEmpty else { return StressPage.title }
        let kinds = Set(values.map { page.choices[$0]?.kind })
        let isOne = values.count == 1
        let verb: Localized =
            switch kinds {
            case [.way]: Localized(isOne ? "is closed" : "are closed", "关闭")
            case [.abroad]: Localized(isOne ? "is cut" : "are cut", "断供")
            default: Localized(isOne ? "stops" : "stop", "停摆")
            }
        guard let days = length else { return Localized("\(what.en) \(verb.en)", what.zh + verb.zh) }
        return Localized(
            "\(what.en) \(verb.en) for \(days) \(days == "1" ? "day" : "days")",
            "\(what.zh)\(verb.zh) \(days) 天")
    }

    /// How deep it is, and how it recovers.
    var how: Localized {
        guard !page.question.chosen.isEmpty else {
            return Localized("each as the scenario says", "各按情景所定")
        }
        var words: [Localized] = []
        if let depth = value("depth").flatMap(Double.init), depth < 1 {
            let part = NumberWording.digits(depth * 100, decimals: 0)
            words.append(Localized("\(part) % of capacity lost", "损失 \(part)% 产能"))
        } else {
            words.append(Localized("all capacity lost", "损失全部产能"))
        }
        if let start = value("start"), start != "0" {
            words.append(Localized("from day \(start)", "自第 \(start) 天起"))
        }
        if let days = value("recovery") {
            words.append(
                days == "0"
                    ? Localized("recovers at once", "随即恢复")
                    : Localized("recovers in \(days) days", "恢复需 \(days) 天"))
        }
        return Localized(words.map(\.en).joined(separator: ", "), words.map(\.zh).joined(separator: "，"))
    }

    /// The length of what is chosen; `nil` for a scenario, whose shocks have their own.
    private var length: String? { page.question.chosen.isEmpty ? nil : value("days") }

    /// A value as asked, else as the study takes it.
    private func value(_ id: String) -> String? {
        page.given[id]
            ?? page.study.description.parameters.first { $0.id == id }?.defaultText(for: page.model)
    }
}
