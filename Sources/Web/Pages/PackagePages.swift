import Ecosystem
import Reporting
import Studies

/// Pages of a package that are no studies: home, lists, records, sources, the package itself.
struct PackagePages {
    let site: Site
    let call: Call
    let package: ServedPackage

    private var language: Language { call.language }
    private var model: EcosystemModel { package.model }
    private var root: String { "/r/\(WebAddress.encoded(package.id))" }
    private var home: (title: Localized, path: String) { (Localized("Home", "首页"), root) }

    private func renderer(citing paragraphs: [String]) -> HTMLRenderer {
        HTMLRenderer(
            language: language,
            links: PageLinks(package: package.id, run: nil, language: language, site: site),
            sources: SourceDirectory(model, citing: paragraphs))
    }

    private func markup(_ blocks: [Block]) -> HTML {
        let paragraphs = Set(blocks.flatMap(\.origins).flatMap(\.paragraphs)).sorted()
        return renderer(citing: paragraphs).content(of: blocks)
    }

    // MARK: Records

    /// The page of a record under its own folder; `kind` is what the folder holds, `nil` for any.
    func record(_ kind: RecordKind?) throws -> Answer {
        let id = call.variables["id"] ?? ""
        guard let record = model.record(id: id), kind == nil || record.kind == kind else {
            let what = kind?.label ?? Localized("record", "记录")
            throw WebProblem.notFound(
                Localized("No \(what.en) has the id “\(id)”.", "没有编号为“\(id)”的\(what.zh)。"))
        }
        let page = RecordPage(record)
        let links = PageLinks(package: package.id, run: nil, language: language, site: site)
        let frame = PageFrame(
            site: site, call: call, package: package, title: record.name, lead: page.lead, verb: .see,
            crumbs: crumbs(of: record, links), marks: marks(of: record))
        return .page(frame.page { markup(page.blocks) })
    }

    private func crumbs(of record: Record, _ links: PageLinks) -> [(title: Localized, path: String)] {
        var chain: [(title: Localized, path: String)] = []
        var parent = record.target("parent_id")
        while let current = parent, chain.count < 8 {
            chain.insert((current.name, links.address(of: current.kind, id: current.id) ?? root), at: 0)
            parent = current.target("parent_id")
        }
        let list: [(title: Localized, path: String)] =
            switch record.kind {
            case .organization: [(Localized("Organizations", "机构"), "\(root)/organizations")]
            case .segment: [(Localized("Segments", "环节"), "\(root)/segments")]
            case .region: [(Localized("Regions", "地区"), "\(root)/regions")]
            case .source: [(Localized("Sources", "文献"), "\(root)/sources")]
            default: [(Localized("Data", "数据"), "\(root)/data")]
            }
        return [home] + list + chain
    }

    private func marks(of record: Record) -> HTML {
        let renderer = renderer(citing: record.origin.paragraphs)
        return HTML(.ul, .class("key")) {
            HTML(.li) { HTML(.span, .class("tag")) { (record.label("kind") ?? record.kind.label)[language] } }
            HTML(.li, .class("id")) { record.id }
            if EcosystemSchema.schema(of: record.kind).isFact {
                HTML(.li) { renderer.basis(of: record.origin) }
                HTML(.li) { renderer.source(record.origin) }
            }
        }
    }

    /// A list of all records of a kind.
    func list(_ kind: RecordKind, _ title: Localized) -> Answer {
        let records = model.records(of: kind)
        let table = Table(
            kind.table, title,
            columns: [
                Table.Column("name", Localized("Name", "名称")), Table.Column("kind", Localized("Kind", "类别")),
                Table.Column("place", Localized("Part of or place", "所属或所在地")),
                Table.Column("id", Localized("Id", "编号")),
            ],
            rows: records.map { row in
                [
                    Cell(.links([Cell.Link(row)]), origin: row.origin),
                    .text(row.label("kind") ?? row.label("level") ?? row.label("stage") ?? row.kind.label),
                    (row.target("home_region") ?? row.target("parent_id") ?? row.target("region_id")).map {
                        .link($0)
                    }
                        ?? .text(""),
                    .text(row.id),
                ]
            })
        let frame = PageFrame(
            site: site, call: call, package: package, title: title,
            lead: Localized("\(records.count) on record.", "共 \(records.count) 条记录。"), verb: .see,
            crumbs: [home])
        return .page(frame.page { markup([.table(table)]) })
    }

    // MARK: Sources

    /// A document: its paragraphs by section and topic, and the facts that rest on each; never its text.
    func source() throws -> Answer {
        let id = call.variables["id"] ?? ""
        guard let source = model.record(id: id), source.kind == .source else {
            throw WebProblem.notFound(Localized("No document has the id “\(id)”.", "没有编号为“\(id)”的文献。"))
        }
        let paragraphs = model.records(of: .paragraph, where: "source_id", is: id)
        let links = PageLinks(package: package.id, run: nil, language: language, site: site)
        let page = RecordPage(source)
        let frame = PageFrame(
            site: site, call: call, package: package, title: source.name,
            lead: source.phrase("scope") ?? Localized(same: ""), verb: .see,
            crumbs: [home, (Localized("Sources", "文献"), "\(root)/sources")], marks: marks(of: source))
        return .page(
            frame.page {
                HTML(.section, .class("sec")) {
                    HTML(.h2) { Localized("Paragraphs and what rests on them", "段落与所支撑的记录")[language] }
                    HTML(.div, .class("tbl free"), HTML.Attribute("tabindex", "0")) {
                        HTML(.table) {
                            HTML(.caption) {
                                Localized("\(paragraphs.count) paragraphs", "\(paragraphs.count) 段")[language]
                                HTML(.small) {
                                    Localized("Cited by id; the text itself is not shown", "按编号引用，不展示原文")[
                                        language]
                                }
                            }
                            HTML(.thead) {
                                HTML(.tr) {
                                    for title in [
                                        Localized("Paragraph", "段落"), Localized("Section", "章节"),
                                        Localized("Topic", "主题"),
                                        Localized("Records", "记录"),
                                    ] { HTML(.th, .scope("col")) { title[language] } }
                                }
                            }
                            HTML(.tbody) { for paragraph in paragraphs { row(paragraph, links) } }
                        }
                    }
                }
                markup(
                    page.blocks.filter {
                        if case .table(let table) = $0 { table.id == "facts" } else { false }
                    })
            })
    }

    private func row(_ paragraph: Record, _ links: PageLinks) -> HTML {
        let facts = EcosystemSchema.all.filter(\.isFact).flatMap { schema in
            model.records(of: schema.kind, where: "sources", is: paragraph.id)
        }
        return HTML(.tr, .id(paragraph.id)) {
            HTML(.th, .scope("row"), .class("id")) { paragraph.id }
            HTML(.td) { paragraph.phrase("section")?[language] ?? "" }
            HTML(.td) { paragraph.phrase("topic")?[language] ?? "" }
            HTML(.td) {
                if facts.isEmpty {
                    HTML(.span, .class("na")) { Localized("none", "无")[language] }
                } else {
                    HTML(.details) {
                        HTML(.summary) { Localized("\(facts.count) records", "\(facts.count) 条记录")[language] }
                        HTML(.ul) {
                            for fact in facts {
                                HTML(.li) {
                                    HTML(.a, .href(links.address(of: fact.kind, id: fact.id) ?? "#")) {
                                        fact.name[language]
                                    }
                                    " "
                                    HTML(.span, .class("id")) { fact.id }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
