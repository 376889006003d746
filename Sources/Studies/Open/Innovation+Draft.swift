import Ecosystem
import Reporting

extension Innovation {
    /// Lays innovation out: figures, who gives what to whom, needs, platforms, branches, what is not known.
    public func draft(of result: Result, on input: StudyInput) throws -> ReportDraft {
        let model = input.model
        let tables = Tables(model, result)
        var blocks: [Block] = []
        let figures = tables.figures()
        if !figures.isEmpty { blocks.append(.figures(figures)) }
        let links = tables.links()
        if links.rows.isEmpty {
            blocks.append(
                .note(
                    Note(
                        .gap,
                        Localized(
                            "No relation of research, talent or technology is on record", "无科研、人才或技术关系记录"))))
        } else {
            blocks.append(.picture(Picture(.network(from: "from", to: "to", label: "level"), links)))
        }
        let fields = tables.fields()
        if !fields.rows.isEmpty {
            blocks.append(
                .picture(Picture(.heatmap(row: "field", column: "level", value: "sources"), fields)))
        }
        blocks += [tables.sources(), tables.needs(), tables.platforms()].filter { !$0.rows.isEmpty }
            .map(Block.table)
        let influence = tables.influence()
        if !influence.rows.isEmpty {
            blocks.append(.heading(Localized("Branches: how far services reach", "分支机构：服务延伸范围")))
            blocks.append(
                .picture(Picture(.sankey(from: "from", to: "to", value: "branches"), influence)))
            blocks.append(.table(tables.branches()))
        }
        blocks.append(.table(tables.unknown()))
        if !result.compare.isEmpty { blocks.append(.table(tables.compare(input.others))) }
        blocks.append(.method(Innovation.method))
        return ReportDraft(title: description.title, answer: answer(result, model), blocks: blocks)
    }

    private func answer(_ result: Result, _ model: EcosystemModel) -> Localized {
        let services = result.branches.count(where: \.isPublicService)
        let sources = Localized.count(result.sources.count, "source", "sources", "个")
        let links = Localized.count(result.links.count, "link", "links", "条")
        var en = "\(sources.en) of knowledge and talent on record, with \(links.en)"
        var zh = "记录有知识与人才来源 \(sources.zh)、联系 \(links.zh)"
        if !result.branches.isEmpty {
            let branches = Localized.count(result.branches.count, "branch", "branches", "处")
            en += " and \(branches.en), \(services.words) of them public services"
            zh += "、分支 \(branches.zh)，其中公共服务 \(services.words) 处"
        }
        let printed = result.figures.compactMap { figure -> Localized? in
            guard let value = figure.figure, value.unit.dimension == .money(currency: "CNY") else {
                return nil
            }
            let name = model.name(of: figure.indicator.text)
            let entity = model.name(of: figure.entity)
            let period = Period(reading: figure.period ?? "").words
            return Localized(
                "\(name.en.lowercasedFirst), \(entity.en), \(period.en): \(value.text.en)",
                "\(entity.zh)\(name.zh)（\(period.zh)）\(value.text.zh)")
        }
        if let first = printed.first {
            en += "; " + first.en
            zh += "；" + first.zh
        }
        return Localized(en + ".", zh + "。")
    }
}

extension String {
    /// The text with its first letter in lower case, for a name inside a sentence; abbreviations stay.
    var lowercasedFirst: String {
        guard let first, dropFirst().first?.isLowercase == true else { return self }
        return first.lowercased() + dropFirst()
    }
}
