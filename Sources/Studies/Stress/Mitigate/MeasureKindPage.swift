import Ecosystem
import Reporting

/// The blocks about kinds of measures for which no cost was given: what each amount of them does.
struct MeasureKindPage {
    private let result: Mitigate.Result
    private let labels: MeasureLabels
    private let origin: Origin

    init(_ result: Mitigate.Result, _ model: EcosystemModel) {
        self.result = result
        labels = MeasureLabels(result, model)
        origin = Origin(
            basis: max(result.basis ?? .estimated, .estimated),
            note: Localized(
                "computed from the network given as \(result.network ?? "")",
                "由所给网络 \(result.network ?? "") 计算"))
    }

    private var whole: Double { result.risk ?? 0 }
    private func amount(_ value: Double) -> FigureNumber {
        FigureNumber(value, decimals: value == 0 || value.magnitude >= 100 ? 0 : value.magnitude >= 1 ? 2 : 3)
    }
    private func cell(_ value: Double) -> Cell { Cell(.number(amount(value)), origin: origin) }
    private func percent(_ part: Double) -> FigureNumber {
        FigureNumber(part * 100, decimals: part == 0 || part >= 0.01 ? 1 : 3)
    }

    /// Of one kind the measure that lessens most for its size.
    private func best(_ kind: Mitigate.Result.Kind) -> Mitigate.Result.Measure? {
        kind.measures.filter { $0.cost > 0 && $0.alone > 1e-9 * whole }.max { left, right in
            left.alone / left.cost < right.alone / right.cost
        }
    }

    var answer: Localized {
        guard whole > 0 else {
            return labels.nothingLost
        }
        let found = result.kinds.compactMap { kind in best(kind).map { (kind, $0) } }
        guard !found.isEmpty else {
            return Localized(
                "None of the measures that could be made lessens \(labels.subject.en).",
                "可设的措施均不能减少\(labels.subject.zh)。")
        }
        let parts = found.map { kind, measure in
            let (words, place) = (Mitigate.words(kind.kind), labels.site(bare(measure)))
            return Localized("\(words.en): \(place.en)", "\(words.zh)：\(place.zh)")
        }
        return Localized(
            "What measures cost is not given, so kinds are not weighed against each other. For what it takes, each kind does most here: "
                + parts.map(\.en).joined(separator: "; ") + ".",
            "未给出措施费用，因此各类措施之间不作比较。按各自用量，每类措施作用最大之处：" + parts.map(\.zh).joined(separator: "；") + "。")
    }

    private func bare(_ measure: Mitigate.Result.Measure) -> Mitigate.Result.Measure {
        var measure = measure
        measure.customers = []
        return measure
    }

    var figures: [Figure] {
        [
            Figure(
                Localized("Expected loss without measures", "无措施时的预期损失"), .number(amount(whole)),
                unit: labels.loss, origin: origin,
                meaning: result.stop == nil
                    ? Localized("the mean over all that may stop", "对所有可能停产者取平均") : labels.stop)
        ]
            + result.kinds.compactMap { kind in
                guard let last = kind.frontier.last else { return nil }
                return Figure(
                    Localized(
                        "All of “\(Mitigate.words(kind.kind).en)” lessen it by",
                        "全部“\(Mitigate.words(kind.kind).zh)”使其减少"),
                    .number(percent(whole > 0 ? last.reduction / whole : 0)), unit: Localized(same: "%"),
                    origin: origin)
            }
    }

    /// What would let kinds be weighed against each other.
    var gap: Note {
        let asked = result.kinds.compactMap { kind in
            MeasureCosts.parameters.first { $0.id == "cost-\(kind.kind)" }
        }
        let en = asked.map { "\($0.title.en) (\($0.id))" }.joined(separator: ", ")
        let zh = asked.map { "\($0.title.zh)（\($0.id)）" }.joined(separator: "、")
        return Note(
            .gap, Localized("What these measures cost is not on record", "没有这些措施的费用记录"),
            Localized(
                "No document states it and none is guessed. Fill in \(en); then the best set for a budget follows. Until then each kind stands for "
                    + "itself, counted in what it takes.",
                "文献未给出，也不作猜测。填写\(zh)，即可给出预算内的最优组合；在此之前各类措施按用量分别列出。"))
    }

    /// A finding with the names of what it concerns.
    func note(_ finding: Mitigate.Result.Finding) -> Note {
        var note = Mitigate.note(finding)
        if result.isGenerated, note.text == FindingWords(finding).named { note.text = labels.named(finding) }
        return note
    }

    /// Each kind: what an amount of it does, and where it does most.
    var blocks: [Block] {
        result.kinds.flatMap { kind -> [Block] in
            [.heading(Mitigate.words(kind.kind)), .picture(frontier(kind)), .table(places(kind))]
        }
    }

    private func frontier(_ kind: Mitigate.Result.Kind) -> Picture {
        Picture(
            .series(time: "size", values: ["left"], group: nil),
            Table(
                "frontier-\(kind.kind)", Localized("What an amount of it leaves of the loss", "一定用量之后剩余的损失"),
                caption: Localized("the best choice of places for each amount, proven", "每一用量下的最优选址，已证明"),
                columns: [
                    .numbers("size", "Amount", "用量", unit: kind.unit),
                    .numbers("left", "Expected loss left", "剩余预期损失", unit: labels.loss),
                    .numbers("less", "Less by", "减少", unit: Localized(same: "%")),
                    .words("where", "Where", "何处"),
                ],
                rows: kind.frontier.map { choice in
                    let places = choice.measures.compactMap { id in kind.measures.first { $0.id == id } }
                        .map { labels.site(bare($0)) }
                    return [
                        cell(choice.cost), cell(choice.risk),
                        Cell(.number(percent(whole > 0 ? choice.reduction / whole : 0)), origin: origin),
                        .text(
                            places.isEmpty
                                ? Localized("nowhere", "无")
                                : Localized(
                                    places.map(\.en).joined(separator: "; "),
                                    places.map(\.zh).joined(separator: "；"))),
                    ]
                }))
    }

    private func places(_ kind: Mitigate.Result.Kind) -> Table {
        func rate(_ measure: Mitigate.Result.Measure) -> Double {
            measure.cost > 0 ? measure.alone / measure.cost : 0
        }
        let sorted = kind.measures.indices.sorted { left, right in
            (-rate(kind.measures[left]), left) < (-rate(kind.measures[right]), right)
        }.map { kind.measures[$0] }
        return Table(
            "places-\(kind.kind)", Localized("Where it does most for what it takes", "按用量计何处作用最大"),
            columns: [
                .words("firm", "Where", "何处"), labels.amountColumn,
                .numbers("size", "Takes", "用量", unit: kind.unit),
                .numbers("alone", "Lessens the loss by", "减少损失", unit: labels.loss),
                .numbers("rate", "for one unit of it", "每单位用量"),
            ],
            rows: sorted.map { measure in
                [
                    .text(labels.site(measure)), .text(labels.amount(measure), origin: origin),
                    cell(measure.cost),
                    cell(measure.alone),
                    Cell(
                        .number(FigureNumber(rate(measure), decimals: rate(measure) >= 1 ? 2 : 4)),
                        origin: origin),
                ]
            })
    }
}
