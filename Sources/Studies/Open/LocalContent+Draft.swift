import ChainAnalysis
import Reporting
import Ecosystem

extension LocalContent {
    /// Lays the answer out: shares, components by place, the components, what is unknown.
    public func draft(of result: Result, on input: StudyInput) throws -> ReportDraft {
        let model = input.model
        guard let product = result.product, let content = LocalContent.content(result, in: model) else {
            return ReportDraft(
                title: description.title,
                answer: Localized(
                    "This package has no product with components, or no region to compare it with; name both or add a "
                        + "table of components.", "此数据包没有带部件的产品，或没有可作本地的地区；请指定两者，或补充部件表。"),
                blocks: [.method(LocalContent.method)])
        }
        let name = model.name(of: product.text)
        var blocks: [Block] = [.figures(figures(result, content, in: model))]
        if result.components.isEmpty {
            blocks.append(
                .note(
                    Note(
                        .gap, Localized("No component of this product is on record", "此产品无部件记录"),
                        Localized(
                            "That is not zero: the documents say nothing of its components.", "这不等于零：文献未提其部件。"
                        ))))
        } else {
            blocks.append(.picture(placePicture(result, content, in: model)))
            blocks.append(.table(partsTable(result, content, in: model)))
        }
        blocks += gaps(result, content, input).map(Block.note)
        blocks += model.records(ids: result.corrections.map(\.text)).map { .note($0.correctionNote) }
        if let compared = compareTable(result, input) { blocks.append(.table(compared)) }
        blocks.append(.method(LocalContent.method))
        return ReportDraft(
            title: Localized("Local content of \(name.en)", "\(name.zh.beforeChinese)的本地配套率"),
            answer: answer(result, content, in: model), blocks: blocks)
    }

    private func answer(_ result: Result, _ content: ProductContent, in model: EcosystemModel) -> Localized {
        let product = model.name(of: result.product?.text ?? "")
        let region = model.name(of: result.region?.text ?? "")
        var parts: [Localized] = []
        if let stated = content.stated?.printed {
            parts.append(
                Localized(
                    "\(stated.sentence.en) of the components of \(product.en) come from \(region.en)",
                    "\(product.zh.beforeChinese)有\(stated.sentence.zh)的部件来自\(region.zh)"))
        } else {
            parts.append(
                Localized(
                    "no share of \(product.en) from \(region.en) is printed",
                    "\(product.zh.beforeChinese)来自\(region.zh)的占比未印"))
        }
        if let share = result.computedShare {
            let words = share.value.percentWords()
            let by = share.by == "value" ? Localized("by value", "按价值") : Localized("by number", "按部件数")
            parts.append(
                Localized("computed \(by.en) it is \(words.en)", "\(by.zh)推算为 \(words.zh)"))
        }
        if result.components.isEmpty {
            parts.append(Localized("no component is named", "无具名部件"))
        } else {
            let places = result.places.filter { $0.components > 0 }.map { place in
                let name = model.name(of: place.region.text)
                return Localized("\(name.en) \(place.components)", "\(name.zh) \(place.components)")
            }
            let listed = Localized.joined(places)
            let count = Localized.count(result.components.count, "component", "components", "种部件")
            parts.append(
                Localized(
                    "\(count.en) \(result.components.count == 1 ? "is" : "are") named"
                        + (places.isEmpty ? "" : ": \(listed.en)"),
                    "\(count.zh)具名" + (places.isEmpty ? "" : "：\(listed.zh)")))
        }
        let joined = Localized.joined(parts, Localized("; ", "；"))
        return Localized(joined.en.prefix(1).uppercased() + joined.en.dropFirst() + ".", joined.zh + "。")
    }

    private func figures(_ result: Result, _ content: ProductContent, in model: EcosystemModel) -> [Figure] {
        var figures: [Figure] = []
        let label = Localized("Share from the region, as printed", "本地占比（原文）")
        if let stated = content.stated {
            figures.append(
                Figure(
                    label, stated.cell.value, unit: stated.printed?.unit.label, period: stated.periodWords,
                    origin: stated.origin, meaning: LocalContent.meaningOfStated))
            if let rest = result.elsewhereOrUnsaid {
                figures.append(
                    Figure(
                        Localized("From elsewhere or not said", "区外或未说明"),
                        .number(FigureNumber(rest * 100, decimals: LocalContent.decimals(of: stated))),
                        unit: Localized(same: "%"),
                        origin: Origin.combined(
                            [stated.origin],
                            note: Localized(
                                "100 % less the printed share; its split is unknown", "100% 减原文占比；其构成未知"))))
            }
        } else {
            figures.append(Figure(label, Cell.notPrinted.value))
        }
        let origins = content.parts.map(\.origin)
        figures.append(
            Figure(
                Localized("Components named", "具名部件"),
                origins.isEmpty ? Cell.noRecord.value : .number(FigureNumber(origins.count)),
                unit: origins.isEmpty ? nil : Localized("components", "种"),
                origin: origins.isEmpty ? nil : Origin.combined(origins, atBest: .counted),
                meaning: LocalContent.meaningOfNamed))
        let share = result.computedShare
        let origin = (share?.by == "value" ? content.byValue : content.byCount)?.origin
        let title =
            share?.by == "count"
            ? Localized("Share by number, computed", "按部件数推算的占比")
            : Localized("Share by value, computed", "按价值推算的占比")
        figures.append(
            Figure(
                title, share.map { Cell.percent($0.value).value } ?? .missing(Localized("unknown", "未知")),
                unit: share == nil ? nil : Localized(same: "%"), origin: share == nil ? nil : origin))
        return figures
    }

    /// Decimals of a printed percentage: what is derived from it is shown as exactly as it is.
    private static func decimals(of figure: Indicator) -> Int {
        figure.valueText.flatMap { FigureNumber(printed: $0) }?.decimals ?? 0
    }

    private func placePicture(_ result: Result, _ content: ProductContent, in model: EcosystemModel)
        -> Picture
    {
        let tree = RegionTree(model, region: result.region)
        let hasValues = content.parts.contains { $0.component.value != nil }
        let unit = content.byValue.map { UnitOfMeasure($0.unit).label }
        var columns: [Table.Column] = [
            .words("place", "Place", "地区"),
            .numbers("components", "Named components", "具名部件", unit: Localized("components", "种")),
        ]
        if hasValues { columns.append(.numbers("value", "Value", "价值", unit: unit)) }
        func row(_ name: Cell, _ parts: [ProductContent.Part]) -> [Cell] {
            let origin = Origin.combined(parts.map(\.origin), atBest: .counted)
            var row = [name, parts.isEmpty ? Cell.noRecord : .number(parts.count, origin: origin)]
            if hasValues {
                let values = parts.compactMap(\.component.value)
                row.append(
                    values.isEmpty
                        ? .noRecord
                        : .number(
                            values.reduce(0, +), decimals: 0, origin: Origin.combined(parts.map(\.origin))))
            }
            return row
        }
        var rows = result.places.map { place in
            row(
                model.linkCell(place.region.text),
                content.parts.filter { tree.place(of: $0.region) == place.region })
        }
        let rest = content.parts.filter { $0.place == .inside && tree.place(of: $0.region) == nil }
        if !rest.isEmpty { rows.append(row(.text(Localized("elsewhere in the region", "区内其他地方")), rest)) }
        let outside = content.parts.filter { $0.place == .outside }
        if !outside.isEmpty { rows.append(row(.text(Localized("outside the region", "区外")), outside)) }
        let unknown = content.parts.filter { $0.place == .unknown }
        if !unknown.isEmpty { rows.append(row(.text(Localized("place unknown", "产地未知")), unknown)) }
        return Picture(
            .bars(name: "place", values: ["components"]),
            Table(
                "places", Localized("Named components by place", "各地具名部件数"),
                caption: Localized(
                    "Named components, not all components: how many there are in all is not known",
                    "仅为具名部件；部件总数未知"), columns: columns, rows: rows))
    }

    private func partsTable(_ result: Result, _ content: ProductContent, in model: EcosystemModel) -> Table {
        let hasValues = content.parts.contains { $0.component.value != nil }
        var columns: [Table.Column] = [
            .words("component", "Component", "部件"), .words("segment", "Segment", "环节"),
            .words("from", "From", "来自"), .words("supplier", "Supplier", "供应商"),
        ]
        if hasValues {
            let unit = content.byValue.map { UnitOfMeasure($0.unit).label }
            columns.append(.numbers("value", "Value", "价值", unit: unit))
        }
        columns.append(.words("candidates", "In the region, same segment", "区内同环节机构"))
        return Table(
            "components", Localized("Components and where they come from", "部件及其来源"),
            caption: Localized(
                "Organizations of the same segment are candidates, not suppliers", "同环节机构为候选，并非供应商"),
            columns: columns,
            rows: content.parts.map { part in
                let component = part.component
                var row: [Cell] = [
                    .text(component.record.fullName, origin: component.origin),
                    model.linkCell(component.segment?.text),
                    part.region.map { model.linkCell($0.text, origin: part.origin) } ?? .unknown,
                    component.supplier.map { model.linkCell($0.text, origin: component.origin) }
                        ?? .missing(Localized("company not named", "未点名企业")),
                ]
                if hasValues {
                    row.append(
                        component.value.map { .number($0, decimals: 0, origin: component.origin) }
                            ?? .notPrinted)
                }
                row.append(model.linksCell(part.candidates.map(\.text)))
                return row
            })
    }

    private func compareTable(_ result: Result, _ input: StudyInput) -> Table? {
        guard !result.compare.isEmpty else { return nil }
        let own = Compared(
            package: input.model.identity.id, product: result.product, statedShare: result.statedShare,
            components: result.components.count, inside: result.inside,
            computedShare: result.computedShare?.value)
        let rows = zip([input.model] + input.others, [own] + result.compare).map { model, answer -> [Cell] in
            let origin = Origin(basis: .derived, records: answer.product.map { [$0.text] } ?? [])
            return [
                .text(model.identity.title),
                answer.product.map { .text(model.name(of: $0.text)) } ?? .noRecord,
                answer.statedShare.map { .percent($0.value, origin: origin) } ?? .notPrinted,
                answer.product == nil ? .noRecord : .number(answer.components, origin: origin),
                answer.product == nil ? .noRecord : .number(answer.inside, origin: origin),
                answer.computedShare.map { .percent($0, origin: origin) } ?? .unknown,
            ]
        }
        return Table(
            "compare", Localized("The same question in the compared packages", "各数据包的同一问题"),
            columns: [
                .words("package", "Package", "数据包"), .words("product", "Product", "产品"),
                .percent("stated", "Printed share", "原文占比"),
                .numbers("components", "Named components", "具名部件"),
                .numbers("inside", "From the region", "来自本地"),
                .percent("computed", "Computed share", "推算占比"),
            ], rows: rows)
    }
}

extension LocalContent {
    /// What a printed share of local content means.
    static let meaningOfStated = Localized(
        "The share of the product's components that a document says come from the region. By value, by number or by "
            + "weight is not printed, so that it cannot be computed again.",
        "文献所说产品部件中来自本地区的占比。按价值、件数还是重量未印，因此无法复算。")

    /// What named components are.
    static let meaningOfNamed = Localized(
        "Components that a document names with a place of supply. There are more that no document names.",
        "文献点名并写明产地的部件；未点名的部件还有很多。")
}
