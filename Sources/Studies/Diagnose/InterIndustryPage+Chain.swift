import Ecosystem
import InputOutput
import Reporting

extension InterIndustryPage {
    /// The chain of one sector: figures, the diagram of what goes in and out, sentences, tables.
    func blocks(of chain: InterIndustry.Chain) -> [Block] {
        guard let sector = measures(chain.sector) else { return [] }
        var blocks: [Block] = [.figures(figures(sector))]
        blocks += sentences(chain, sector).map(Block.note)
        let flows = flowTable(chain)
        if !flows.rows.isEmpty {
            blocks.append(.picture(Picture(.sankey(from: "from", to: "to", value: "value"), flows)))
        }
        if !chain.pulls.isEmpty { blocks.append(.picture(pullPicture(chain))) }
        if !chain.losses.isEmpty { blocks.append(.table(lossTable(chain))) }
        if let place = chain.localization { blocks.append(.table(localTable(chain, place))) }
        return blocks
    }

    private func figures(_ sector: InterIndustry.Sector) -> [Figure] {
        var figures = [
            Figure(
                Localized("Multiplier: output for one unit of final demand", "乘数：一单位最终需求带动的产出"),
                .number(FigureNumber(sector.columnMultiplier, decimals: 2)), origin: splitOrigin)
        ]
        if let technique = sector.techniqueMultiplier {
            figures.append(
                Figure(
                    Localized("The same with imported inputs counted as made at home", "把进口投入视同国产的乘数"),
                    .number(FigureNumber(technique, decimals: 2)), origin: origin))
        }
        figures += [
            Figure(
                Localized("Backward linkage (1 is the average sector)", "后向关联（1 为平均）"),
                .number(FigureNumber(sector.backwardLinkage, decimals: 2)), origin: splitOrigin),
            Figure(
                Localized("Forward linkage by supply", "前向关联（供给）"),
                .number(FigureNumber(sector.forwardLinkageGhosh, decimals: 2)), origin: splitOrigin),
            Figure(
                Localized("Output lost if it bought nothing", "停止采购时损失的产出"),
                .number(FigureNumber(sector.extractionLossBackward, decimals: 0)), unit: unit,
                origin: splitOrigin),
        ]
        if let imports = sector.importContent {
            figures.append(
                Figure(
                    Localized("Imports along the chain of a unit", "一单位沿全链所含进口"),
                    .number(FigureNumber(imports * 100, decimals: 1)), unit: Localized(same: "%"),
                    origin: splitOrigin))
        }
        return figures
    }

    private func listed(_ ties: some Sequence<InterIndustry.Tie>, products: Bool = false) -> Localized {
        Localized.joined(
            ties.map { tie in
                let name = products ? product(tie.sector) : name(tie.sector)
                let part = tie.share.percentWords()
                return Localized("\(name.en) \(part.en)", "\(name.zh) \(part.zh)")
            })
    }

    /// The chain in three or four sentences.
    private func sentences(_ chain: InterIndustry.Chain, _ sector: InterIndustry.Sector) -> [Note] {
        let name = name(chain.sector)
        var notes: [Note] = []
        func add(_ title: Localized, _ text: Localized) {
            notes.append(Note(.note, title, text, origin: splitOrigin))
        }
        let others = chain.suppliers.filter { $0.sector != chain.sector }
        if !others.isEmpty {
            let list = listed(others.prefix(5))
            let own = chain.suppliers.first { $0.sector == chain.sector }.map { $0.share.percentWords() }
            let abroad =
                chain.importedInputs.isEmpty ? nil : listed(chain.importedInputs.prefix(3), products: true)
            add(
                Localized("Who feeds \(name.en)", "谁供养\(name.zh)"),
                Localized(
                    "Its inputs come from \(list.en)" + (own.map { "; from itself \($0.en)" } ?? "")
                        + (abroad.map { "; from abroad \($0.en)" } ?? "") + ".",
                    "其投入来自\(list.zh)" + (own.map { "；来自本部门 \($0.zh)" } ?? "")
                        + (abroad.map { "；来自国外的有\($0.zh)" } ?? "") + "。"))
        }
        if !chain.pulls.isEmpty {
            let list = Localized.joined(
                chain.pulls.prefix(5).map { tie in
                    let name = self.name(tie.sector)
                    let amount = tie.value.words(decimals: 3)
                    return Localized("\(name.en) \(amount)", "\(name.zh) \(amount)")
                })
            add(
                Localized("What \(name.en) pulls", "\(name.zh)拉动什么"),
                Localized(
                    "One unit of final demand calls up, directly and along the chain, units of output of \(list.en).",
                    "一单位最终需求直接和沿链条带动的产出（单位）：\(list.zh)。"))
        }
        let uses = chain.finalUses.filter { $0.value > 0 }.sorted { $0.value > $1.value }
        let buyers = chain.customers.filter { $0.sector != chain.sector }
        if !uses.isEmpty || !buyers.isEmpty {
            let sectors = listed(buyers.prefix(3))
            let final = listed(uses.prefix(3))
            let both = [sectors, final].filter { !$0.en.isEmpty }
            let joined = Localized.joined(both, Localized("; for final use ", "；用于最终需求的有"))
            add(
                Localized("Whom \(name.en) supplies", "\(name.zh)供给谁"),
                Localized("Its output goes to \(joined.en).", "其产出流向\(joined.zh)。"))
        }
        if let content = sector.importContent {
            let imports = content.percentWords()
            let added = sector.valueAddedContent.percentWords()
            let list = listed(chain.valueAdded.prefix(4))
            add(
                Localized("Where a unit's value arises", "一单位价值产生于何处"),
                Localized(
                    "\(added.en) is value added at home, most of it in \(list.en); \(imports.en) leaks abroad as imports.",
                    "国内增加值占 \(added.zh)，主要在\(list.zh)；\(imports.zh) 以进口形式流向国外。"))
        }
        return notes
    }

    /// What goes into the sector and where its product goes. Names behind the sector are marked, because one sector can stand on
    /// both sides.
    private func flowTable(_ chain: InterIndustry.Chain) -> Table {
        let middle = name(chain.sector)
        func row(_ from: Localized, _ to: Localized, _ tie: InterIndustry.Tie, _ origin: Origin) -> [Cell] {
            [
                .text(from), .text(to), .number(tie.value, decimals: 0, origin: origin),
                .percent(tie.share, origin: origin),
            ]
        }
        var rows: [[Cell]] = []
        for tie in chain.suppliers where tie.sector != chain.sector {
            rows.append(row(name(tie.sector), middle, tie, splitOrigin))
        }
        for tie in chain.importedInputs.prefix(5) {
            let product = product(tie.sector)
            rows.append(
                row(Localized("Imported: \(product.en)", "进口：\(product.zh)"), middle, tie, splitOrigin))
        }
        func out(_ tie: InterIndustry.Tie) {
            let name = name(tie.sector)
            rows.append(row(middle, Localized("→ \(name.en)", "→ \(name.zh)"), tie, splitOrigin))
        }
        for tie in chain.customers where tie.sector != chain.sector { out(tie) }
        for tie in chain.finalUses where tie.value > 0 { out(tie) }
        return Table(
            Self.id("flows", chain.sector, places),
            Localized("What goes into \(middle.en) and where it goes", "\(middle.zh)的投入与去向"),
            caption: Localized(
                "The largest flows; what the sector sells to itself and stocks that shrink are left out. Shares: of its inputs, of its "
                    + "output", "最大的流量；不含本部门自用和减少的存货。占比：占其投入、占其产出"),
            columns: [
                .words("from", "From", "来自"), .words("to", "To", "流向"),
                .numbers("value", "Amount", "金额", unit: unit), .percent("share", "Share", "占比"),
            ], rows: rows)
    }

    private func pullPicture(_ chain: InterIndustry.Chain) -> Picture {
        let middle = name(chain.sector)
        return Picture(
            .bars(name: "sector", values: ["pulled"]),
            Table(
                Self.id("pulls", chain.sector, places),
                Localized(
                    "Output that one unit of final demand for \(middle.en) calls up",
                    "对\(middle.zh)一单位最终需求所带动的产出"),
                columns: [
                    .words("sector", "Sector", "部门"), .numbers("pulled", "Output", "产出"),
                    .percent("share", "Share of all that is pulled", "占全部带动"),
                ],
                rows: chain.pulls.map { tie in
                    [
                        .text(name(tie.sector)), .number(tie.value, decimals: 4, origin: splitOrigin),
                        .percent(tie.share, origin: splitOrigin),
                    ]
                }))
    }

    private func lossTable(_ chain: InterIndustry.Chain) -> Table {
        let middle = name(chain.sector)
        return Table(
            Self.id("losses", chain.sector, places),
            Localized("Who would lose if \(middle.en) bought nothing", "\(middle.zh)停止采购时谁受损"),
            columns: [
                .words("sector", "Sector", "部门"), .numbers("loss", "Output lost", "损失产出", unit: unit),
                .percent("share", "Share of the loss", "占全部损失"),
            ],
            rows: chain.losses.map { tie in
                [
                    .text(name(tie.sector)), .number(tie.value, decimals: 0, origin: splitOrigin),
                    .percent(tie.share, origin: splitOrigin),
                ]
            })
    }

    private func localTable(_ chain: InterIndustry.Chain, _ place: InterIndustry.Localization) -> Table {
        let middle = name(chain.sector)
        let own = name(place.region)
        var rows: [[Cell]] = [
            [
                .text(Localized("direct inputs from \(own.en)", "来自\(own.zh)的直接投入")),
                .percent(place.direct, origin: origin),
            ],
            [
                .text(
                    Localized("all inputs along the chain from \(own.en)", "沿全链来自\(own.zh)的投入")),
                .percent(place.total, origin: origin),
            ],
        ]
        rows += place.valueAdded.map { share in
            let region = name(share.region)
            return [
                .text(Localized("value added in \(region.en)", "\(region.zh)的增加值")),
                .percent(share.value, origin: origin),
            ]
        }
        return Table(
            Self.id("local", chain.sector, places),
            Localized("How much of the chain of \(middle.en) is local", "\(middle.zh)链条的本地化程度"),
            columns: [.words("what", "What", "项目"), .percent("share", "Share", "占比")], rows: rows)
    }

    /// The id of a chain's table: the sector's place keeps ids unique and short.
    private static func id(_ what: String, _ sector: String, _ places: [String: Int]) -> String {
        "\(what)-\((places[sector] ?? 0) + 1)"
    }
}
