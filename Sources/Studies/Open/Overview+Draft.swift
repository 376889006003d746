import Ecosystem
import Reporting

extension Overview {
    /// Lays the overview out: headline figures, the loom, counts, freshness, gaps, contradictions.
    public func draft(of result: Result, on input: StudyInput) throws -> ReportDraft {
        let model = input.model
        let tables = Tables(model, result)
        var blocks: [Block] = []
        let isHome = result.region == nil || result.region == model.identity.homeRegion
        let headline = isHome ? result.headline.map { tables.figure($0) } : []
        blocks.append(.figures(headline + tables.countFigures()))
        if result.loom.cells.isEmpty {
            blocks.append(
                .note(
                    Note(
                        .gap, Localized("No organization is on record in any stage of the chain", "各阶段均无机构记录")
                    )))
        } else {
            blocks.append(
                .picture(
                    Picture(
                        .heatmap(row: "place", column: "stage", value: "organizations"), tables.loom())))
        }
        let bare = result.places.filter { place in !result.loom.cells.contains { $0.place == place.id } }
        if !bare.isEmpty, !result.loom.cells.isEmpty {
            blocks.append(
                .note(
                    Note(
                        .gap, Localized("Places without an organization in any stage", "各阶段均无机构记录的地区"),
                        Localized.joined(bare.map { model.name(of: $0.id.text) }))))
        }
        blocks += [tables.places(), tables.stages(), tables.kinds()].filter { !$0.rows.isEmpty }.map(
            Block.table)
        blocks.append(.heading(Localized("How it is known", "依据")))
        if !result.bases.isEmpty {
            blocks.append(.picture(Picture(.bars(name: "basis", values: ["share"]), tables.bases())))
        }
        blocks += [tables.freshness(), tables.documents(), tables.states()].filter { !$0.rows.isEmpty }
            .map(Block.table)
        blocks.append(.heading(Localized("What is missing or contradicts itself", "缺口与矛盾")))
        blocks.append(.table(tables.gaps()))
        if let note = tables.relabelled() { blocks.append(.note(note)) }
        blocks += [tables.contradictions(), tables.corrections()].filter { !$0.rows.isEmpty }.map(Block.table)
        if !input.others.isEmpty { blocks.append(.table(tables.compare(input.others))) }
        blocks.append(.method(Overview.method))
        return ReportDraft(title: title(result, model), answer: answer(result, model), blocks: blocks)
    }

    private func title(_ result: Result, _ model: EcosystemModel) -> Localized {
        guard let region = result.region, region != model.identity.homeRegion else {
            return model.identity.title
        }
        let name = model.name(of: region.text)
        return Localized("\(name.en) at a glance", "\(name.zh)总览")
    }

    private func answer(_ result: Result, _ model: EcosystemModel) -> Localized {
        guard result.records > 0 else {
            return Localized(
                "This package holds no record yet; begin with regions and organizations.",
                "此数据包尚无记录，可从地区与机构开始录入。")
        }
        let staffed = result.segments.count { $0.organizations > 0 }
        let sites = result.places.reduce(0) { $0 + $1.sites }
        let placeNames =
            result.places.count <= 6
            ? Localized.joined(result.places.map { model.name(of: $0.id.text) })
            : Localized.count(result.places.count, "place", "places", "个地区")
        let siteCount = Localized.count(sites, "site", "sites", "个")
        let documents = result.freshness.documents.count {
            model.record(id: $0.id.text)?.text("kind") != "general_knowledge"
        }
        let en = [
            "\(result.organizations.words) organizations are on record",
            result.places.isEmpty ? "" : "with \(siteCount.en) in \(placeNames.en)",
            "working in \(staffed.words) of \(result.segments.count.words) segments, from \(documents.words) documents.",
        ]
        let zh = [
            "记录有机构 \(result.organizations.words) 家",
            result.places.isEmpty ? "" : "，\(placeNames.zh)有点位 \(siteCount.zh)",
            "，涉及 \(result.segments.count.words) 个环节中的 \(staffed.words) 个，来自 \(documents.words) 份文献。",
        ]
        return Localized(en.filter { !$0.isEmpty }.joined(separator: ", "), zh.joined())
    }
}
