import Ecosystem
import Kernels
import Reporting

extension Structure {
    /// Lays the answer out: how alike the places are, what the documents get wrong, shares over the years.
    public func draft(of result: Result, on input: StudyInput) throws -> ReportDraft {
        draft(of: result, reader(on: input), on: input)
    }

    /// Lays out an answer whose tables are read already.
    func draft(of result: Result, _ reader: StructureReader, on input: StudyInput) -> ReportDraft {
        let model = input.model
        guard let last = result.years.last else {
            return ReportDraft(
                title: description.title,
                answer: Localized(
                    "This package holds no share of the three industries for its places.",
                    "此数据包没有各地三次产业占比。"),
                blocks: [
                    .note(
                        Note(
                            .gap, Localized("What the study needs", "本研究需要的数据"),
                            Localized(
                                "Rows of indicators.csv with the indicators i.share_primary, i.share_secondary, i.share_tertiary (percent) and, "
                                    + "for amounts, i.va_primary, i.va_secondary, i.va_tertiary; two of the three are enough.",
                                "indicators.csv 中的 i.share_primary、i.share_secondary、i.share_tertiary（百分比），以及金额 "
                                    + "i.va_primary、i.va_secondary、i.va_tertiary；三项中有两项即可。")))
                ] + Structure.methods.map(Block.method))
        }
        var blocks: [Block] = [.figures(figures(last, reader))]
        blocks += result.findings.map { finding in
            Block.note(
                Note(
                    finding.kind == .tableMissing ? .gap : .warning, finding.text, nil,
                    origin: Origin(
                        basis: .derived, paragraphs: finding.paragraphs,
                        records: finding.claim.map { [$0.text] } ?? [])))
        }
        blocks.append(
            .picture(Picture(.series(time: "year", values: ["cosine"], group: "pair"), alike(result, reader)))
        )
        blocks.append(.table(shares(result, reader)))
        blocks.append(.table(amounts(result, reader)))
        blocks.append(.table(turns(result, reader)))
        if !result.heldClaims.isEmpty { blocks.append(.note(held(result, model))) }
        for other in input.others {
            if let note = compared(other, last.year, input) { blocks.append(.note(note)) }
        }
        blocks += Structure.methods.map(Block.method)
        return ReportDraft(title: description.title, answer: answer(result, last, model), blocks: blocks)
    }

    private func answer(_ result: Result, _ last: Result.Year, _ model: EcosystemModel) -> Localized {
        let sorted = last.cosine.sorted { $0.value > $1.value }
        let wrong = result.findings.filter { $0.kind == .claimContradicted || $0.kind == .claimInPoints }
            .count
        let claims = Localized(
            wrong == 0
                ? "no sentence of the documents is contradicted"
                : "\(wrong) \(wrong == 1 ? "sentence" : "sentences") of the documents "
                    + "\(wrong == 1 ? "is" : "are") contradicted by their own tables",
            wrong == 0 ? "文献文字与表格无矛盾" : "文献有 \(wrong) 处表述与其自身表格矛盾")
        guard let most = sorted.first, let least = sorted.last else {
            return Localized(
                "\(last.year): shares of too few places are known to compare them; \(claims.en).",
                "\(last.year) 年：已知占比的地区太少，无法比较；\(claims.zh)。")
        }
        func pair(_ pair: Result.Pair) -> Localized {
            let (one, other) = (model.name(of: pair.a.text), model.name(of: pair.b.text))
            return Localized("\(one.en) and \(other.en)", "\(one.zh)与\(other.zh)")
        }
        func number(_ value: Double) -> String { text(value, 3) }
        return Localized(
            "\(last.year): \(pair(most).en) are most alike (cosine \(number(most.value))), \(pair(least).en) least "
                + "(\(number(least.value))); \(claims.en).",
            "\(last.year) 年：\(pair(most).zh)最相似（余弦 \(number(most.value))），\(pair(least).zh)最不相似（\(number(least.value))）；"
                + "\(claims.zh)。")
    }

    private func figures(_ year: Result.Year, _ reader: StructureReader) -> [Figure] {
        year.cosine.map { pair in
            let (one, other) = (reader.model.name(of: pair.a.text), reader.model.name(of: pair.b.text))
            return Figure(
                Localized("Alikeness, \(one.en)–\(other.en)", "相似度，\(one.zh)–\(other.zh)"),
                .number(FigureNumber(pair.value, decimals: 3)),
                unit: Localized(
                    "\(text(pair.low, 4))…\(text(pair.high, 4))", "\(text(pair.low, 4))…\(text(pair.high, 4))"
                ),
                period: Localized("\(year.year)", "\(year.year) 年"), origin: origin(pair, year.year, reader))
        }
    }

    private func text(_ value: Double, _ decimals: Int) -> String { value.words(decimals: decimals) }

    private func origin(_ pair: Result.Pair, _ year: Int, _ reader: StructureReader) -> Origin {
        .combined(
            [pair.a, pair.b].flatMap { place in
                Industry.allCases.compactMap { reader.shares(of: place, in: year).parts[$0]?.origin }
            })
    }

    private func alike(_ result: Result, _ reader: StructureReader) -> Table {
        var rows: [[Cell]] = []
        for year in result.years {
            for (index, pair) in year.cosine.enumerated() {
                let from = origin(pair, year.year, reader)
                let (one, other) = (reader.model.name(of: pair.a.text), reader.model.name(of: pair.b.text))
                func cell(_ value: Double?, _ decimals: Int) -> Cell {
                    value.map { .number($0, decimals: decimals, origin: from) } ?? .unknown
                }
                let krugman = year.krugman.indices.contains(index) ? year.krugman[index].value : nil
                let overlap = year.overlap.indices.contains(index) ? year.overlap[index].value : nil
                rows.append([
                    .text(Localized("\(one.en)–\(other.en)", "\(one.zh)–\(other.zh)")), .text("\(year.year)"),
                    cell(pair.value, 6), cell(pair.low, 4), cell(pair.high, 4), cell(krugman, 3),
                    cell(overlap, 3),
                ])
            }
        }
        return Table(
            "alike", Localized("How alike the places are, year by year", "各地结构相似度（逐年）"),
            caption: Localized(
                "1 = the same structure; low and high hold the rounding of the printed shares",
                "1 表示结构相同；下限与上限反映所印占比的舍入"),
            columns: [
                .words("pair", "Places", "地区"), .words("year", "Year", "年份"),
                .numbers("cosine", "Cosine", "余弦"), .numbers("low", "Low", "下限"),
                .numbers("high", "High", "上限"), .numbers("krugman", "Krugman's distance", "克鲁格曼距离"),
                .numbers("overlap", "Overlap", "重叠度"),
            ], rows: rows)
    }

    private func shares(_ result: Result, _ reader: StructureReader) -> Table {
        var rows: [[Cell]] = []
        for year in result.years {
            for region in year.regions {
                let parts = reader.shares(of: region.region, in: year.year).parts
                rows.append(
                    [reader.model.linkCell(region.region.text), .text("\(year.year)")]
                        + Industry.allCases.map { industry in
                            parts[industry].map {
                                .number($0.value.value, decimals: 1, origin: $0.origin)
                            } ?? .notPrinted
                        }
                        + [
                            region.hhi.map {
                                .number($0, decimals: 3, origin: .combined(parts.values.map(\.origin)))
                            } ?? .unknown
                        ])
            }
        }
        let percent = Localized("%", "%")
        return Table(
            "shares", Localized("Shares of the three industries", "三次产业占比"),
            caption: Localized(
                "What is not printed is derived from the other two and marked so", "未印者由另两项推算，并作标记"),
            columns: [
                .words("region", "Place", "地区"), .words("year", "Year", "年份"),
                .numbers("primary", "First", "第一产业", unit: percent),
                .numbers("secondary", "Second", "第二产业", unit: percent),
                .numbers("tertiary", "Third", "第三产业", unit: percent),
                .numbers("hhi", "Concentration (HHI)", "集中度（HHI）"),
            ], rows: rows)
    }

    private func amounts(_ result: Result, _ reader: StructureReader) -> Table {
        var rows: [[Cell]] = []
        for year in result.years {
            for region in year.regions {
                let place = region.region
                let product = reader.product(of: place, in: year.year)
                func cell(_ value: Double?) -> Cell {
                    guard let value, let origin = product?.origin else { return .unknown }
                    return .number(value, decimals: 1, origin: origin)
                }
                rows.append(
                    [reader.model.linkCell(place.text), .text("\(year.year)")]
                        + Industry.allCases.map { industry in
                            reader.valueAdded(of: place, industry, in: year.year).map {
                                .number($0.value.value, decimals: 2, origin: $0.origin)
                            } ?? .notPrinted
                        } + [cell(product?.point), cell(product?.low), cell(product?.high)])
            }
        }
        return Table(
            "amounts", Localized("Value added, and the product that follows", "增加值及由此推算的地区生产总值"),
            caption: Localized(
                "In the unit of the package (100 million yuan where documents print it)", "单位同数据包（文献为亿元）"),
            columns: [
                .words("region", "Place", "地区"), .words("year", "Year", "年份"),
                .numbers("primary", "First", "第一产业"), .numbers("secondary", "Second", "第二产业"),
                .numbers("tertiary", "Third", "第三产业"), .numbers("product", "Product", "地区生产总值"),
                .numbers("low", "Product, low", "下限"), .numbers("high", "Product, high", "上限"),
            ], rows: rows)
    }

    private func turns(_ result: Result, _ reader: StructureReader) -> Table {
        Table(
            "turns", Localized("How far the structures have turned (Moore's angle)", "结构变动（摩尔角）"),
            columns: [
                .words("region", "Place", "地区"), .words("period", "Years", "年份"),
                .numbers("degrees", "Angle", "角度", unit: Localized("degrees", "度")),
                .numbers("low", "Low", "下限"), .numbers("high", "High", "上限"),
            ],
            rows: result.turns.map { turn in
                let origin = Origin.combined(
                    [turn.from, turn.to].flatMap { year in
                        reader.shares(of: turn.region, in: year).parts.values.map(\.origin)
                    })
                return [
                    reader.model.linkCell(turn.region.text), .text("\(turn.from)–\(turn.to)"),
                    .number(turn.degrees, decimals: 4, origin: origin),
                    .number(turn.low, decimals: 2, origin: origin),
                    .number(turn.high, decimals: 2, origin: origin),
                ]
            })
    }

    private func held(_ result: Result, _ model: EcosystemModel) -> Note {
        let records = model.records(ids: result.heldClaims.map(\.text))
        let texts = records.compactMap { $0.phrase("description") }
        return Note(
            .note,
            Localized(
                "\(texts.count) statements of the documents agree with the numbers",
                "文献有 \(texts.count) 条表述与数字相符"),
            Localized.joined(texts, Localized("; ", "；")),
            origin: .combined(records.map(\.origin), atBest: .stated))
    }

    private func compared(_ other: EcosystemModel, _ year: Int, _ input: StudyInput) -> Note? {
        let reader = StructureReader(other, isByCell: input.parameters.text("rounding") == "cell")
        guard let last = reader.years.last else {
            return Note(
                .gap,
                Localized(
                    "\(other.identity.title.en): no shares on record", "\(other.identity.title.zh)：无占比记录"))
        }
        let texts = reader.places.compactMap { place -> Localized? in
            let parts = reader.shares(of: place, in: last).parts
            guard parts.count == Industry.allCases.count else { return nil }
            let numbers = Industry.allCases.compactMap { parts[$0].map { text($0.value.value, 1) } }
                .joined(separator: "/")
            let name = other.name(of: place.text)
            return Localized("\(name.en) \(numbers)", "\(name.zh) \(numbers)")
        }
        return Note(
            .note,
            Localized(
                "\(other.identity.title.en), \(last): shares first/second/third in %",
                "\(other.identity.title.zh)，\(last) 年：第一/第二/第三产业占比（%）"), Localized.joined(texts))
    }
}
