import Ecosystem
import Reporting

/// The blocks of an answer about measures.
struct MitigatePage {
    private let result: Mitigate.Result
    private let chosen: Mitigate.Result.Choice
    private let rows: Int
    private let origin: Origin
    private let labels: MeasureLabels

    init(_ result: Mitigate.Result, _ chosen: Mitigate.Result.Choice, rows: Int, _ model: EcosystemModel) {
        self.result = result
        self.chosen = chosen
        self.rows = rows
        labels = MeasureLabels(result, model)
        origin = Origin(
            basis: result.basis ?? .declared,
            note: Localized(
                "computed from the network given as \(result.network ?? "")",
                "由所给网络 \(result.network ?? "") 计算"))
    }

    private func amount(_ value: Double) -> FigureNumber {
        let size = value.magnitude
        return FigureNumber(value, decimals: size == 0 || size >= 100 ? 0 : size >= 1 ? 2 : 4)
    }
    private func cell(_ value: Double) -> Cell { Cell(.number(amount(value)), origin: origin) }
    private func rate(_ value: Double) -> FigureNumber {
        FigureNumber(value, decimals: value >= 100 ? 0 : value >= 1 ? 2 : 4)
    }
    private func percent(_ part: Double) -> FigureNumber {
        if part > 0, part < 1e-6 { return FigureNumber(0.0001, decimals: 4, qualifier: "<") }
        return FigureNumber(part * 100, decimals: part == 0 || part >= 0.001 ? 1 : 4)
    }
    private var loss: Localized { labels.loss }
    private var whole: Double { result.risk ?? 0 }

    var answer: Localized {
        guard whole > 0 else {
            return labels.nothingLost
        }
        guard !chosen.measures.isEmpty else {
            let budget = NumberWording.text(amount(chosen.budget))
            return Localized(
                "Within \(budget) no measure lessens \(labels.subject.en) of \(NumberWording.text(amount(whole))).",
                "预算 \(budget) 之内没有措施能减少\(labels.subject.zh) \(NumberWording.text(amount(whole)))。")
        }
        let (from, to) = (NumberWording.text(amount(whole)), NumberWording.text(amount(chosen.risk)))
        let spent = NumberWording.text(amount(chosen.cost))
        let cost =
            result.money.map { Localized("\(spent) × \($0.en)", "\(spent) \($0.zh)") }
            ?? Localized(same: spent)
        let part = NumberWording.text(percent(chosen.reduction / whole))
        let proof =
            chosen.gap <= 1e-5
            ? Localized("No set within the budget does better.", "预算内没有更好的组合。")
            : Localized(
                "No set within the budget does better by more than \(NumberWording.text(percent(chosen.gap))) %.",
                "预算内任何组合的改进不超过 \(NumberWording.text(percent(chosen.gap)))%。")
        return Localized(
            "\(chosen.measures.count.words) measures for \(cost.en) lessen \(labels.subject.en) by \(part) %, from \(from) to \(to). "
                + proof.en,
            "\(chosen.measures.count.words) 项措施共 \(cost.zh)，使\(labels.subject.zh)减少 \(part)%，由 \(from) 降至 \(to)。"
                + proof.zh
        )
    }

    var figures: [Figure] {
        var figures = [
            Figure(
                Localized("Expected loss without measures", "无措施时的预期损失"), .number(amount(whole)), unit: loss,
                origin: origin, meaning: labels.stop),
            Figure(
                Localized("with the chosen set", "采取所选措施后"), .number(amount(chosen.risk)), unit: loss,
                origin: origin),
            Figure(
                Localized("Budget", "预算"), .number(amount(chosen.budget)), unit: result.money, origin: origin),
            Figure(
                Localized("Spent", "花费"), .number(amount(chosen.cost)), unit: result.money, origin: origin),
        ]
        if let rate = chosen.reductionPerCost {
            figures.append(
                Figure(
                    Localized("Less expected loss for each unit of money", "每单位资金减少的预期损失"),
                    .number(self.rate(rate)),
                    origin: origin, meaning: Localized("a disruption, not a year", "按每次停产计，并非每年")))
        }
        figures.append(
            Figure(
                Localized("Not proven", "未证明部分"), .number(percent(chosen.gap)), unit: Localized(same: "%"),
                origin: origin,
                meaning: Localized(
                    "how much better another set could be at most, as a part of the loss without measures",
                    "其他组合至多可改进的幅度，占无措施时损失的比例")))
        return figures
    }

    /// Budget against what is left of the risk.
    var frontier: Picture {
        Picture(
            .series(time: "budget", values: ["risk"], group: nil),
            Table(
                "frontier", Localized("What a budget buys", "预算换来什么"),
                caption: Localized(
                    "the best set at each budget; more money never leaves more risk", "每一预算下的最优组合；预算增加，风险不增"),
                columns: [
                    .numbers("budget", "Budget", "预算"), .numbers("risk", "Expected loss", "预期损失", unit: loss),
                    .numbers("spent", "Spent", "花费"), .numbers("measures", "Measures", "措施数"),
                    .numbers("gap", "Not proven", "未证明部分", unit: Localized(same: "%")),
                ],
                rows: result.frontier.map { choice in
                    [
                        cell(choice.budget), cell(choice.risk), cell(choice.cost),
                        .number(choice.measures.count, origin: origin),
                        Cell(.number(percent(choice.gap)), origin: origin),
                    ]
                }), highlight: NumberWording.text(amount(chosen.budget)))
    }

    private func row(_ measure: Mitigate.Result.Measure) -> [Cell] {
        let named: [Cell] = result.isGenerated ? [] : [.text(measure.id)]
        return named + [
            .text(Mitigate.words(measure.kind)), .text(labels.site(measure)),
            .text(labels.amount(measure), origin: origin), cell(measure.cost), cell(measure.alone),
            Cell(.number(rate(measure.cost > 0 ? measure.alone / measure.cost : 0)), origin: origin),
        ]
    }

    private var measureColumns: [Table.Column] {
        let named: [Table.Column] = result.isGenerated ? [] : [.words("measure", "Measure", "措施")]
        return named + [
            .words("kind", "What", "做什么"), .words("firm", "Where", "何处"),
            labels.amountColumn, .numbers("cost", "Cost", "费用", unit: result.money),
            .numbers("alone", "Lessens alone", "单独减少损失", unit: result.money),
            .numbers("per_cost", "per cost", "每单位费用"),
        ]
    }

    var chosenSet: Table {
        Table(
            "chosen", Localized("The chosen set", "所选组合"),
            columns: measureColumns + [.numbers("in_set", "Worth in the set", "在组合中的作用")],
            rows: result.measures.filter(\.chosen).map { row($0) + [cell($0.inSet ?? 0)] })
    }

    var measures: Table {
        let sorted = result.measures.indices.sorted { left, right in
            func worth(_ place: Int) -> Double {
                let measure = result.measures[place]
                return measure.cost > 0 ? measure.alone / measure.cost : measure.alone > 0 ? .infinity : 0
            }
            return (-worth(left), left) < (-worth(right), right)
        }
        return Table(
            "measures", Localized("Each measure by itself", "各项措施单独看"),
            caption: Localized(
                "what each would do alone; together they do more or less than the sum",
                "单独采取时的作用；合用时可能大于或小于其和"),
            columns: measureColumns + [.words("chosen", "Chosen", "是否选中")],
            rows: sorted.prefix(rows).map {
                row(result.measures[$0]) + [
                    .text(result.measures[$0].chosen ? Localized("yes", "是") : Localized("no", "否"))
                ]
            })
    }

    var sets: Table {
        Table(
            "sets", Localized("The best set at each budget", "各预算下的最优组合"),
            columns: [.numbers("budget", "Budget", "预算"), .words("measures", "Measures", "措施")],
            rows: result.frontier.map {
                [
                    cell($0.budget),
                    .text(
                        $0.measures.isEmpty
                            ? Localized("none", "无") : labels.names($0.measures)),
                ]
            })
    }

    var disruptions: Table {
        let sorted = result.disruptions.indices.filter { result.disruptions[$0].before > 0 }.sorted {
            (-result.disruptions[$0].before, $0) < (-result.disruptions[$1].before, $1)
        }
        return Table(
            "disruptions", Localized("Disruptions before and after", "采取措施前后的停产损失"),
            caption: Localized("those that cost something", "仅列有损失者"),
            columns: [
                .words("scenario", "What stops", "停产者"),
                .numbers("before", "Loss without measures", "无措施时损失", unit: loss),
                .numbers("after", "with the chosen set", "采取所选措施后", unit: loss),
                .numbers("weight", "Weight", "权重", unit: Localized(same: "%")),
            ],
            rows: sorted.prefix(rows).map { place in
                let disruption = result.disruptions[place]
                return [
                    .text(labels.disrupted(disruption.scenario)), cell(disruption.before),
                    cell(disruption.after),
                    Cell(.number(percent(disruption.weight)), origin: origin),
                ]
            })
    }
}
