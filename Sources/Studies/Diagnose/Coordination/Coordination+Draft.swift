import Ecosystem
import Reporting

extension Coordination {
    /// Lays the answer out: the four sub-indices with what they count, or the rows of the matrix.
    public func draft(of result: Result, on input: StudyInput) throws -> ReportDraft {
        let methods = [Block.method(Coordination.indices), .method(Coordination.coupling)]
        if !result.rows.isEmpty { return judged(result, input, methods) }
        let model = input.model
        let known = result.indices.filter { $0.value != nil }
        guard !known.isEmpty else {
            return ReportDraft(
                title: description.title,
                answer: Localized(
                    "This package holds nothing that the four sub-indices count.", "此数据包没有可供四个分项指数计数的记录。"),
                blocks: methods)
        }
        var blocks: [Block] = [.figures(result.indices.map { figure($0, model) })]
        blocks.append(.picture(Picture(.bars(name: "index", values: ["value"]), table(result, model))))
        blocks += result.indices.filter { $0.value != nil }.map { .note(meaning($0, model)) }
        if let together = result.together {
            blocks.append(
                .table(couplings([together], first: Localized("Region", "区域"), origin(result, model), model)))
        }
        for other in input.others { blocks.append(.note(try compared(other))) }
        return ReportDraft(title: description.title, answer: answer(known), blocks: blocks + methods)
    }

    private static let names: [String: Localized] = [
        "coordination": Localized("coordination", "协调"), "gradient": Localized("gradient", "梯度"),
        "complementarity": Localized("complementarity", "互补"), "symbiosis": Localized("symbiosis", "共生"),
    ]

    private func name(_ index: Result.Index) -> Localized {
        Self.names[index.id] ?? Localized(same: index.id)
    }

    private func answer(_ known: [Result.Index]) -> Localized {
        let parts = known.map { index -> Localized in
            let number = (index.value ?? 0).words(decimals: 2)
            return Localized("\(name(index).en) \(number)", "\(name(index).zh) \(number)")
        }
        let list = Localized.joined(parts, Localized(", ", "，"))
        return Localized(
            list.en.capitalizedFirstLetter + " (each 0…1, each a count over records).",
            list.zh + "（均为 0–1，皆为对记录的计数）。")
    }

    private func origin(_ index: Result.Index, _ model: EcosystemModel) -> Origin {
        index.id == "gradient"
            ? .combined(model.records(ids: index.outOf).map(\.origin))
            : .counted(model.records(ids: index.outOf))
    }

    private func origin(_ result: Result, _ model: EcosystemModel) -> Origin {
        .combined(result.indices.map { origin($0, model) })
    }

    private func figure(_ index: Result.Index, _ model: EcosystemModel) -> Figure {
        let label = Localized(name(index).en.capitalizedFirstLetter, name(index).zh)
        guard let value = index.value else { return Figure(label, Cell.noRecord.value) }
        return Figure(label, .number(FigureNumber(value, decimals: 2)), origin: origin(index, model))
    }

    private func table(_ result: Result, _ model: EcosystemModel) -> Table {
        Table(
            "indices", Localized("The four sub-indices and what they count", "四个分项指数及其计数"),
            columns: [
                .words("index", "Sub-index", "分项"), .numbers("value", "Value", "值"),
                .numbers("low", "Low", "下限"), .numbers("high", "High", "上限"),
                .numbers("counted", "Records that count", "计入记录"), .numbers("out_of", "Out of", "总记录"),
            ],
            rows: result.indices.map { index in
                let from = origin(index, model)
                func number(_ value: Double?) -> Cell {
                    value.map { .number($0, decimals: 3, origin: from) } ?? .noRecord
                }
                return [
                    .text(name(index)), number(index.value), number(index.low), number(index.high),
                    .number(index.counted.count, origin: from), .number(index.outOf.count, origin: from),
                ]
            })
    }

    /// What a value means, with the records behind it.
    private func meaning(_ index: Result.Index, _ model: EcosystemModel) -> Note {
        let (count, all) = (index.counted.count, index.outOf.count)
        let rest = index.outOf.filter { !index.counted.contains($0) }
        let names = Localized.joined(
            model.records(ids: rest.prefix(8)).map { record in
                // What a document says of a segment has no name of its own.
                guard let said = model.find(AssessmentID(record.id), as: Assessment.self),
                    let segment = said.segment, let region = said.region
                else { return record.name }
                let (what, place) = (model.name(of: segment.text), model.name(of: region.text))
                return Localized("\(what.en) (\(place.en))", "\(what.zh)（\(place.zh)）")
            })
        let more =
            rest.count > 8
            ? Localized(" and \(rest.count - 8) more", "等 \(rest.count) 项") : Localized(same: "")
        let title: Localized
        var text: Localized?
        switch index.id {
        case "coordination":
            title = Localized(
                "\(count) of \(all) mechanisms that bind the region are in force",
                "约束全区域的 \(all) 项机制中 \(count) 项已施行")
            text =
                rest.isEmpty
                ? nil : Localized("Not in force: \(names.en)\(more.en).", "尚未施行：\(names.zh)\(more.zh)。")
        case "symbiosis":
            title = Localized(
                "\(count) of \(all) by-product flows run today", "\(all) 条副产物流中 \(count) 条已运行")
            text =
                rest.isEmpty
                ? nil
                : Localized("Planned or possible: \(names.en)\(more.en).", "规划或可能：\(names.zh)\(more.zh)。")
        case "gradient":
            let ratio = (1 - (index.value ?? 0)).percentWords()
            title = Localized(
                "The lowest tertiary share of a place is \(ratio.en) of the highest",
                "第三产业占比最低地为最高地的 \(ratio.zh)")
        default:
            title = Localized(
                "\(count) of \(all) strengths that documents name are held by one place alone",
                "文献所称的 \(all) 项优势中 \(count) 项为一地独有")
            text =
                rest.isEmpty ? nil : Localized("Shared: \(names.en)\(more.en).", "共有：\(names.zh)\(more.zh)。")
        }
        return Note(.note, title, text, origin: origin(index, model))
    }

    private func couplings(
        _ rows: [Result.Coupling], first: Localized, _ origin: Origin, _ model: EcosystemModel?
    ) -> Table {
        func number(_ value: Double?) -> Cell {
            value.map { .number($0, decimals: 4, origin: origin) }
                ?? .missing(Localized("undefined: fewer than two scores", "无定义：得分少于两项"))
        }
        return Table(
            "coupling", Localized("Coupling coordination", "耦合协调度"),
            columns: [
                Table.Column("name", first), .numbers("c", "C, classic", "C（经典式）"), .numbers("t", "T", "T"),
                .numbers("d", "D, classic", "D（经典式）"), .numbers("c_corrected", "C, corrected", "C（修正式）"),
                .numbers("d_corrected", "D, corrected", "D（修正式）"),
            ],
            rows: rows.map { row in
                [
                    model.map { .text($0.name(of: row.name)) } ?? .text(row.name), number(row.coupling),
                    number(row.development), number(row.coordination), number(row.couplingCorrected),
                    number(row.coordinationCorrected),
                ]
            })
    }

    private func judged(_ result: Result, _ input: StudyInput, _ methods: [Block]) -> ReportDraft {
        let best = result.rows.max { ($0.coordination ?? -1) < ($1.coordination ?? -1) }
        let worst = result.rows.min { ($0.coordination ?? 2) < ($1.coordination ?? 2) }
        let name = input.supplied?.name ?? ""
        let origin = Origin(
            basis: input.givenBasis,
            note: Localized("from the given file \(name)", "来自所给文件 \(name)"))
        let high = best?.coordination?.words(decimals: 3) ?? "–"
        let low = worst?.coordination?.words(decimals: 3) ?? "–"
        return ReportDraft(
            title: description.title,
            answer: Localized(
                "\(best?.name ?? "") is coordinated best (D = \(high)), \(worst?.name ?? "") least (D = \(low)).",
                "\(best?.name ?? "")协调度最高（D = \(high)），\(worst?.name ?? "")最低（D = \(low)）。"),
            blocks: [
                .picture(
                    Picture(
                        .bars(name: "name", values: ["d", "d_corrected"]),
                        couplings(result.rows, first: Localized("Row", "行"), origin, nil)))
            ] + methods)
    }

    private func compared(_ other: EcosystemModel) throws -> Note {
        let found = try result(on: StudyInput(model: other))
        let known = found.indices.filter { $0.value != nil }
        let title = Localized("Compared: \(other.identity.title.en)", "对比：\(other.identity.title.zh)")
        return known.isEmpty
            ? Note(.gap, title, Localized("Nothing on record that the sub-indices count.", "无可计数的记录。"))
            : Note(.note, title, answer(known))
    }
}

extension String {
    /// The text with its first letter in upper case.
    fileprivate var capitalizedFirstLetter: String { prefix(1).uppercased() + dropFirst() }
}
