import Ecosystem
import Indicators
import Kernels
import Reporting

extension Specialization {
    /// At most so many cells are drawn as a heatmap; larger tables list what stands out.
    static let drawnCells = 1_500

    /// Lays the answer out: who is specialized in what, the quotients, the regions, the industries, what is near.
    public func draft(of result: Result, on input: StudyInput) throws -> ReportDraft {
        draft(of: result, try measures(on: input), on: input)
    }

    /// Lays out an answer whose measures are at hand.
    func draft(of result: Result, _ measures: Measures?, on input: StudyInput) -> ReportDraft {
        guard let measures else { return nothing(input) }
        let table = measures.table
        let page = Page(measures, input.model)
        var blocks: [Block] = [.figures(page.figures)]
        blocks.append(page.quotients)
        blocks.append(.table(page.regions))
        blocks.append(.table(page.industries))
        if let near = page.near { blocks.append(.table(near)) }
        blocks += notes(result, table).map(Block.note)
        if !result.compare.isEmpty { blocks.append(.table(compared(result, input))) }
        blocks.append(.table(page.conventions(result)))
        blocks += Specialization.methods.map(Block.method)
        return ReportDraft(title: description.title, answer: page.answer, blocks: blocks)
    }

    private func nothing(_ input: StudyInput) -> ReportDraft {
        ReportDraft(
            title: description.title,
            answer: Localized(
                "There is no structure to measure: no matrix was given, and the package prints value added and shares of "
                    + "the three sectors for fewer than two places in that year.",
                "没有可衡量的结构：未提供矩阵，且数据包所印三次产业增加值与比重齐全的地区在该年不足两个。"),
            blocks: [
                .note(
                    Note(
                        .gap, Localized("What to do", "可以怎样做"),
                        Localized(
                            "Give a matrix of regions × industries: --matrix FILE.csv, first column region, other columns "
                                + "industries.",
                            "提供地区×行业矩阵：--matrix FILE.csv，第一列为地区，其余各列为行业。")))
            ] + Specialization.methods.map(Block.method))
    }

    private func notes(_ result: Result, _ table: StructureTable) -> [Note] {
        var notes: [Note] = []
        if table.period != nil {
            notes.append(
                Note(
                    .gap, Localized("Three sectors are all that is printed", "所印数据只有三次产业"),
                    Localized(
                        "The documents print no output or jobs by industry of the region. The secondary sector is what the "
                            + "other two leave, because its table is absent; its range is what both printed tables allow.",
                        "文献未印本区域分行业的产值或就业。第二产业的表缺失，取其余两个产业之外的部分；其范围由两张所印表共同限定。"),
                    origin: table.origin))
        } else {
            notes.append(Self.givenNote)
        }
        notes += Self.leftOutNotes(result.regionsLeftOut + result.industriesLeftOut)
        notes += Self.gapNotes(result.gaps)
        notes += spectrumNotes(result)
        return notes
    }

    /// That the numbers come from a given file.
    static let givenNote = Note(
        .note, Localized("The numbers are those of the file that was given", "数据来自所提供的文件"),
        Localized("They were not checked against the package or any source.", "未与数据包或任何来源核对。"))

    /// Which regions or industries are left out, the first forty by name; nothing where none are.
    static func leftOutNotes(_ names: [String]) -> [Note] {
        guard !names.isEmpty else { return [] }
        return [
            Note(
                .gap, Localized("Left out because a cell is missing", "因有缺项未计算"),
                Localized(same: names.prefix(40).joined(separator: ", ")))
        ]
    }

    /// Gaps with the same reason in one note.
    static func gapNotes(_ gaps: [MeasureGap]) -> [Note] {
        var order: [String] = []
        var grouped: [String: [MeasureGap]] = [:]
        for gap in gaps {
            if grouped[gap.code] == nil { order.append(gap.code) }
            grouped[gap.code, default: []].append(gap)
        }
        return order.compactMap { code in
            guard let list = grouped[code], let first = list.first else { return nil }
            let items = list.prefix(30).map { gap -> Localized in
                let place = [gap.region, gap.industry].compactMap { $0 }.joined(separator: " ")
                let name = MeasureName.label(gap.measure)
                return place.isEmpty ? name : Localized("\(name.en) of \(place)", "\(place)的\(name.zh)")
            }
            return Note(
                .gap, Localized("No number: \(first.reason.en)", "无数值：\(first.reason.zh)"),
                Localized.joined(items))
        }
    }

    private func spectrumNotes(_ result: Result) -> [Note] {
        guard let spectrum = result.spectrum else { return [] }
        var notes: [Note] = []
        if let gap = spectrum.eigengap, let related = spectrum.correlationWithDiversity,
            gap < 0.1 || related < 0.3
        {
            let (one, other) = (gap.words(decimals: 3), related.words(decimals: 3))
            notes.append(
                Note(
                    .warning, Localized("The ranking by ECI is weakly marked out", "ECI 排序的依据较弱"),
                    Localized(
                        "Gap of the second and third eigenvalue \(one), correlation with the number of advantages \(other): "
                            + "the direction of the ranking may turn with small changes of the numbers.",
                        "第二与第三特征值间隔 \(one)，与优势行业数的相关系数 \(other)：数据稍有变化，排序方向就可能反转。")))
        }
        if spectrum.undecided > 0 {
            notes.append(
                Note(
                    .warning,
                    Localized(
                        "\(spectrum.undecided) advantages are undecided within rounding",
                        "有 \(spectrum.undecided) 项优势在舍入范围内无法判定"),
                    Localized(
                        "Their quotients lie on either side of 1; the ranges of ECI hold every case.",
                        "其区位商可能在 1 的两侧；ECI 的范围包含各种情形。")))
        }
        if !spectrum.fitnessSettled, spectrum.eigengap != nil, result.eci.contains(where: { $0 != nil }) {
            notes.append(
                Note(
                    .warning, Localized("Fitness did not settle", "适应度未收敛"),
                    Localized(
                        "The numbers are those of the last step.", "所列为最后一步的数值。")))
        }
        return notes
    }

    private func compared(_ result: Result, _ input: StudyInput) -> Table {
        var rows: [[Cell]] = []
        for compared in result.compare {
            let model = input.others.first { $0.identity.id == compared.package } ?? input.model
            let origin = StructureTable.printed(model, year: input.parameters.integer("year"))?.origin
            for (place, region) in compared.regions.enumerated() {
                rows.append([
                    .text(model.identity.title), .text(model.name(of: region)),
                    .text(compared.period ?? ""),
                    compared.krugmanTotal[place].map { .number($0, decimals: 3, origin: origin) } ?? .unknown,
                    compared.hhi[place].map { .number($0, decimals: 3, origin: origin) } ?? .unknown,
                ])
            }
        }
        return Table(
            "compare", Localized("What other packages print", "其他数据包所印结构"),
            columns: [
                .words("package", "Package", "数据包"), .words("region", "Region", "地区"),
                .words("period", "Year", "年份"), .numbers("krugman", "Krugman index", "克鲁格曼指数"),
                .numbers("hhi", "Herfindahl index", "赫芬达尔指数"),
            ], rows: rows)
    }
}
