import ChainAnalysis
import Ecosystem
import Reporting

extension Balance {
    /// Lays the answer out: the printed ratio, what it would imply, segments that lack parts, areas of docking.
    public func draft(of result: Result, on input: StudyInput) throws -> ReportDraft {
        let model = input.model
        var blocks: [Block] = []
        let figures = figures(result, in: model)
        if !figures.isEmpty { blocks.append(.figures(figures)) }
        if !result.clusters.isEmpty {
            blocks.append(
                .picture(
                    Picture(
                        .bars(name: "cluster", values: ["ratio"]), ratioTable(result, in: model),
                        highlight: result.region?.text)))
            blocks.append(.table(impliedTable(result, in: model)))
            if result.clusters.contains(where: { $0.vehicleInvestment != nil || $0.partsInvestment != nil }) {
                blocks.append(.table(capitalTable(result, in: model)))
            }
        }
        if !result.shortages.isEmpty { blocks.append(.table(shortageTable(result, in: model))) }
        if !result.focus.isEmpty { blocks.append(.table(focusTable(result, in: model))) }
        if !result.segments.isEmpty { blocks.append(.table(segmentTable(result, in: model))) }
        blocks += notes(result, in: model).map(Block.note)
        if !result.compare.isEmpty { blocks.append(.table(compareTable(result, input))) }
        blocks += [.method(Balance.method), .method(Chain.method(CoverageOptions()))]
        return ReportDraft(title: description.title, answer: answer(result, in: model), blocks: blocks)
    }

    private func answer(_ result: Result, in model: EcosystemModel) -> Localized {
        let name = model.name(of: result.region?.text ?? "")
        var parts: [Localized] = []
        let own = result.clusters.first { $0.id == result.region } ?? result.clusters.first
        if let own, let firms = own.partsCompanies {
            let cluster = model.name(of: own.id.text)
            if let ratio = own.ratioPrinted {
                parts.append(
                    Localized(
                        "\(cluster.en) has \(firms.words()) parts firms and a printed ratio of \(ratio.sentence.en) to vehicle "
                            + "output, whose base is not printed",
                        "\(cluster.zh)有零部件企业 \(firms.words()) 家，与整车产量之比原文为“\(ratio.sentence.zh)”，基数未印"))
            } else {
                parts.append(
                    Localized(
                        "\(cluster.en) has \(firms.words()) parts firms; no ratio to vehicle output is printed",
                        "\(cluster.zh)有零部件企业 \(firms.words()) 家；未印与整车产量之比"))
            }
            if let known = own.partsPer10000 {
                parts.append(
                    Localized(
                        "with the output on record it is \(known.words(decimals: 2)) firms per 10,000 vehicles",
                        "按记录的产量为每万辆 \(known.words(decimals: 2)) 家"))
            } else if let low = own.impliedUnitsLow {
                let units = low.words()
                let high = own.impliedUnitsHigh?.words()
                parts.append(
                    Localized(
                        "it implies an output of "
                            + (high.map { "\(units) to \($0)" } ?? "more than \(units)")
                            + " times that base",
                        "隐含产量为基数的 " + (high.map { "\(units) 至 \($0) 倍" } ?? "\(units) 倍以上")))
            }
        }
        if !result.shortages.isEmpty {
            let count = Localized.count(result.shortages.count, "parts segment", "parts segments", "个零部件环节")
            parts.append(
                Localized(
                    "\(count.en) of \(name.en) \(result.shortages.count == 1 ? "makes" : "make") less than is needed",
                    "\(name.zh)有 \(count.zh)产能不足"))
        } else if !result.weakOrMissing.isEmpty {
            let count = result.weakOrMissing.count
            parts.append(
                Localized(
                    "\(count) of \(result.segments.count) parts segments of \(name.en) are weak or missing",
                    "\(name.zh)的 \(result.segments.count) 个零部件环节中有 \(count) 个弱或缺失"))
        }
        guard !parts.isEmpty else {
            return Localized(
                "This package holds no count of parts firms and no parts segment that is judged.",
                "此数据包没有零部件企业数，也没有可判定的零部件环节。")
        }
        let joined = Localized.joined(parts, Localized("; ", "；"))
        return Localized(joined.en.prefix(1).uppercased() + joined.en.dropFirst() + ".", joined.zh + "。")
    }

    private func figures(_ result: Result, in model: EcosystemModel) -> [Figure] {
        guard let own = result.clusters.first(where: { $0.id == result.region }) ?? result.clusters.first
        else {
            return []
        }
        let name = model.name(of: own.id.text)
        func figure(_ en: String, _ zh: String, _ definition: IndicatorDefinitionID) -> Figure {
            let label = Localized("\(en), \(name.en)", "\(name.zh)\(zh)")
            guard let found = FigureIndex(model, definition).figure(of: own.id.text) else {
                return Figure(label, Cell.notPrinted.value)
            }
            return Figure(
                label, found.cell.value, unit: found.printed?.unit.label, period: found.periodWords,
                origin: found.origin)
        }
        return [
            figure("Parts companies", "零部件企业", Clusters.Vocabulary.partsCompanies),
            figure("Printed ratio, base unknown", "原文比值（基数未知）", Clusters.Vocabulary.ratio),
            Figure(
                Localized("Parts segments weak or missing", "弱或缺失的零部件环节"),
                result.segments.isEmpty
                    ? Cell.noRecord.value : .number(FigureNumber(result.weakOrMissing.count)),
                unit: result.segments.isEmpty
                    ? nil : Localized("of \(result.segments.count)", "/ \(result.segments.count)"),
                origin: result.segments.isEmpty ? nil : segmentOrigin(result, in: model)),
        ]
    }

    func segmentOrigin(_ result: Result, in model: EcosystemModel) -> Origin {
        .counted(model.records(ids: result.segments.map(\.id.text)))
    }

    private func notes(_ result: Result, in model: EcosystemModel) -> [Note] {
        var notes: [Note] = []
        let ratios = FigureIndex(model, Clusters.Vocabulary.ratio)
        let found = result.clusters.compactMap { ratios.figure(of: $0.id.text) }.flatMap {
            ratios.corrections(of: $0)
        }
        notes += model.records(ids: Set(found.map(\.id)).sorted()).map(\.correctionNote)
        let reading = result.reading
        let national = Utilization.printedUse(in: model).first { $0.outputHigh != nil }
        let time = Period(reading: national?.period ?? "").words
        if let low = reading.low, let most = reading.nationalHigh, let fits = reading.fits {
            let (base, sum, country) = (reading.base.words(), (low / 1e6).words(), (most / 1e6).words())
            notes.append(
                Note(
                    fits ? .note : .warning,
                    Localized(
                        fits
                            ? "Read as firms per \(base) vehicles, the printed ratios do not contradict the national output"
                            : "Read as firms per \(base) vehicles, the printed ratios contradict the national output",
                        fits ? "若按每 \(base) 辆的企业数读，原文比值与全国产量不矛盾" : "若按每 \(base) 辆的企业数读，原文比值与全国产量矛盾"),
                    Localized(
                        "The clusters would then make at least \(sum) million vehicles; printed capacity and use give the country at "
                            + "most \(country) million (\(time.en); the counts and the ratio may be of another time). That fits a reading; it "
                            + "does not prove it, and the base stays unknown.",
                        "则各集群合计至少 \(sum) 百万辆；由原文产能与利用率，全国至多 \(country) 百万辆（\(time.zh)；家数与比值或属另一时期）。"
                            + "这只说明读法可行，并不证明，基数仍为未知。"),
                    origin: Origin(
                        basis: .estimated, records: result.clusters.flatMap(\.figures).map(\.text),
                        note: Localized("assumes a base that no document prints", "假设了原文未印的基数"))))
        }
        if !result.segments.isEmpty, !result.segments.contains(where: { $0.need != nil }) {
            notes.append(
                Note(
                    .gap,
                    Localized(
                        "No weekly need and no weekly capacity of any part is on record", "没有任何零部件的每周需求与周产能记录"
                    ),
                    Localized(
                        "So no shortage can be computed: classes come from what documents say and from named firms. Add "
                            + "i.need_weekly for segments and capacities of activities; docs/samples/balance is an example.",
                        "故无法计算缺口：判定来自文献说法与具名企业。可为环节补充 i.need_weekly，为业务补充产能；docs/samples/balance 为示例。")))
        }
        if !result.clusters.isEmpty, result.clusters.allSatisfy({ $0.partsToVehicleInvestment == nil }) {
            notes.append(
                Note(
                    .gap,
                    Localized(
                        "Investment in vehicles and in parts is not printed", "整车投资与零部件投资未印"),
                    Localized(
                        "Document 001 says that parts lack investment, but no figure.",
                        "文献 001 称零部件投入相对不足，但未给数字。"),
                    origin: model.record(id: "s001.2.3.p1").map { _ in
                        Origin(basis: .stated, paragraphs: ["s001.2.3.p1"])
                    }))
        }
        return notes
    }
}
