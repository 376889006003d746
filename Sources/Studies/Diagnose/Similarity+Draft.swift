import Ecosystem
import Indicators
import Kernels
import Reporting

extension Similarity {
    /// At most so many pairs are drawn as a heatmap.
    static let drawnPairs = 1_600

    /// Lays the answer out: the pair most alike, all pairs, the years, the turns.
    public func draft(of result: Result, on input: StudyInput) throws -> ReportDraft {
        draft(of: result, try compared(on: input), on: input)
    }

    /// Lays out an answer whose pairs are at hand.
    func draft(of result: Result, _ compared: (table: StructureTable, pairs: Pairs)?, on input: StudyInput)
        -> ReportDraft
    {
        guard let (table, pairs) = compared, result.source != "none" else { return nothing() }
        var blocks: [Block] = [.figures(figures(result, table))]
        blocks.append(matrix(pairs, table))
        blocks.append(.table(list(pairs, table)))
        if result.years.count > 1 { blocks.append(series(result, input.model)) }
        if !result.turns.isEmpty { blocks.append(.table(turns(result, input.model))) }
        blocks += notes(result, table).map(Block.note)
        if !result.compare.isEmpty { blocks.append(.table(comparison(result, input))) }
        blocks += description.methods.map(Block.method)
        return ReportDraft(title: description.title, answer: answer(result, table), blocks: blocks)
    }

    private func nothing() -> ReportDraft {
        ReportDraft(
            title: description.title,
            answer: Localized(
                "There are no structures to compare: no matrix was given, and the package prints value added and shares of "
                    + "the three sectors for fewer than two places in that year.",
                "没有可比较的结构：未提供矩阵，且数据包所印三次产业增加值与比重齐全的地区在该年不足两个。"),
            blocks: [
                .note(
                    Note(
                        .gap, Localized("What to do", "可以怎样做"),
                        Localized(
                            "Give a matrix of regions × industries: --matrix FILE.csv, first column region, other columns "
                                + "industries.",
                            "提供地区×行业矩阵：--matrix FILE.csv，第一列为地区，其余各列为行业。")))
            ] + description.methods.map(Block.method))
    }

    private func name(_ id: String, _ table: StructureTable) -> Localized {
        table.regions.first { $0.id == id }?.name ?? Localized(same: id)
    }

    private func answer(_ result: Result, _ table: StructureTable) -> Localized {
        guard let most = result.mostAlike, let least = result.leastAlike, let high = most.cosine,
            let low = least.cosine
        else {
            return Localized("No two regions have structures that can be compared.", "没有两个地区的结构可以比较。")
        }
        let time = table.period.map { Localized(" in \($0.en)", "\($0.zh) 年") } ?? Localized("", "")
        let (a, b) = (name(most.a, table), name(most.b, table))
        let (c, d) = (name(least.a, table), name(least.b, table))
        return Localized(
            "\(a.en) and \(b.en) are most alike\(time.en) (cosine \(high.words(decimals: 3))), \(c.en) and \(d.en) least "
                + "(\(low.words(decimals: 3))).",
            "\(time.zh)\(a.zh)与\(b.zh)最为相似（余弦 \(high.words(decimals: 3))），\(c.zh)与\(d.zh)最不相似（"
                + "\(low.words(decimals: 3))）。")
    }

    private func figures(_ result: Result, _ table: StructureTable) -> [Figure] {
        func figure(_ en: String, _ zh: String, _ pair: Result.Pair?) -> Figure {
            guard let pair, let cosine = pair.cosine else {
                return Figure(Localized(en, zh), .missing(Localized("unknown", "未知")))
            }
            let (a, b) = (name(pair.a, table), name(pair.b, table))
            return Figure(
                Localized("\(en): \(a.en), \(b.en)", "\(zh)：\(a.zh)、\(b.zh)"),
                .number(FigureNumber(cosine, decimals: 3)), period: table.period, origin: table.origin)
        }
        return [
            figure("Most alike, cosine", "最相似（余弦）", result.mostAlike),
            figure("Least alike, cosine", "最不相似（余弦）", result.leastAlike),
        ]
    }

    private func matrix(_ pairs: Pairs, _ table: StructureTable) -> Block {
        let names = table.rows.map { table.regions[$0].name }
        guard names.count * names.count <= Self.drawnPairs else {
            return .note(
                Note(
                    .note,
                    Localized(
                        "\(names.count.words) regions are too many for a picture",
                        "地区共 \(names.count.words) 个，不便成图"),
                    Localized("JSON holds every pair.", "全部数值见 JSON。")))
        }
        var rows: [[Cell]] = []
        for (row, name) in names.enumerated() {
            for (column, other) in names.enumerated() {
                rows.append([
                    .text(name), .text(other),
                    .measured(pairs.pairs[row][column].cosine, decimals: 3, origin: table.origin),
                ])
            }
        }
        return .picture(
            Picture(
                .heatmap(row: "region", column: "other", value: "cosine"),
                Table(
                    "cosine", Localized("Cosine of the structures", "结构余弦"),
                    columns: [
                        .words("region", "Region", "地区"), .words("other", "Other region", "另一地区"),
                        .numbers("cosine", "Cosine", "余弦", unit: Localized("0…1", "0～1")),
                    ], rows: rows)))
    }

    private func list(_ pairs: Pairs, _ table: StructureTable) -> Table {
        let names = table.rows.map { table.regions[$0].name }
        var all: [(one: Int, other: Int, pair: StructuralSimilarity)] = []
        for one in names.indices {
            for other in names.indices where other > one { all.append((one, other, pairs.pairs[one][other])) }
        }
        let sorted = all.enumerated().sorted { left, right in
            let values = (left.element.pair.cosine.value ?? -1, right.element.pair.cosine.value ?? -1)
            return values.0 != values.1 ? values.0 > values.1 : left.offset < right.offset
        }
        return Table(
            "pairs", Localized("Pairs, most alike first", "各对地区，最相似者在前"),
            caption: all.count > 200
                ? Localized("the first 200 of \(all.count.words)", "共 \(all.count.words) 对，列前 200 对") : nil,
            columns: [
                .words("a", "Region", "地区"), .words("b", "Other region", "另一地区"),
                .numbers("cosine", "Cosine", "余弦", unit: Localized("0…1", "0～1")),
                .numbers("overlap", "Finger–Kreinin overlap", "芬格–克赖宁重合度", unit: Localized("0…1", "0～1")),
                .numbers("krugman", "Krugman's distance", "克鲁格曼距离", unit: Localized("0…2", "0～2")),
            ],
            rows: sorted.prefix(200).map { entry in
                let found = entry.element
                return [
                    .text(names[found.one]), .text(names[found.other]),
                    .measured(found.pair.cosine, decimals: 3, origin: table.origin),
                    .measured(found.pair.fingerKreinin, decimals: 3, origin: table.origin),
                    .measured(found.pair.krugman, decimals: 3, origin: table.origin),
                ]
            })
    }

    private func notes(_ result: Result, _ table: StructureTable) -> [Note] {
        var notes: [Note] = []
        if table.period != nil {
            notes.append(
                Note(
                    .gap, Localized("Three sectors are all that is printed", "所印数据只有三次产业"),
                    Localized(
                        "With three wide sectors every pair looks alike; the documents print no output or jobs by industry. The "
                            + "secondary share is what the other two leave, because its table is absent; ranges follow from "
                            + "the printed digits.",
                        "只分三次产业时各地都显得相似；文献未印分行业的产值或就业。第二产业比重的表缺失，取其余两个产业之外的部分；范围由所印位数得出。"),
                    origin: table.origin))
        } else {
            notes.append(Specialization.givenNote)
        }
        return notes + Specialization.leftOutNotes(result.regionsLeftOut + result.industriesLeftOut)
            + Specialization.gapNotes(result.gaps)
    }
}
