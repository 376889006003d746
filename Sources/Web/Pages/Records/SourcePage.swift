import Ecosystem
import Reporting

/// A document: its paragraphs by section and topic, and the records that rest on each, folded; never its text.
struct SourcePage {
    let view: RecordView

    private var source: Record { view.page.record }
    private var model: EcosystemModel { source.model }
    private var language: Language { view.call.language }
    private var links: PageLinks {
        PageLinks(
            package: view.package.id, run: nil, language: language, site: view.site,
            files: "/r/\(WebAddress.encoded(view.package.id))/records/\(WebAddress.encoded(source.id))")
    }

    /// The paragraphs with the records that rest on each, for files.
    var paragraphTable: Table {
        let paragraphs = model.records(of: .paragraph, where: "source_id", is: source.id)
        let citing = Dictionary(
            grouping: SourceFacts.citing(paragraphs.map(\.id), in: model), by: \.paragraph
        ).mapValues { $0.map(\.record) }
        return Table(
            "paragraphs", Localized("Paragraphs and what rests on them", "段落与所支撑的记录"),
            columns: [
                Table.Column("paragraph", Localized("Paragraph", "段落")),
                Table.Column("section", Localized("Section", "章节")),
                Table.Column("topic", Localized("Topic", "主题")),
                Table.Column("count", Localized("Records", "记录"), kind: .number),
                Table.Column("records", Localized("Which", "哪些")),
            ],
            rows: paragraphs.map { paragraph in
                let records = citing[paragraph.id] ?? []
                return [
                    .text(paragraph.id), paragraph.phrase("section").map { .text($0) } ?? .notPrinted,
                    paragraph.phrase("topic").map { .text($0) } ?? .notPrinted, .number(records.count),
                    records.isEmpty
                        ? .noRecord
                        : Cell(.links(records.map { Cell.Link($0.heading, kind: $0.kind, id: $0.id) })),
                ]
            })
    }

    /// The page.
    func html() -> String {
        let paragraphs = model.records(of: .paragraph, where: "source_id", is: source.id)
        let renderer = HTMLRenderer(
            language: language, links: links, sources: SourceDirectory(model, citing: [source.id]))
        let citing = Dictionary(
            grouping: SourceFacts.citing([source.id] + paragraphs.map(\.id), in: model), by: \.paragraph
        ).mapValues { $0.map(\.record) }
        return view.frame(renderer).page {
            renderer.figures(view.page.facts.figures)
            HTML(.div, .class("grid sec")) {
                HTML(.div, .class("c8 stack")) {
                    if paragraphs.isEmpty {
                        HTML(.div, .class("empty")) {
                            HTML(.b) { Localized("No paragraph is on record", "没有段落记录")[language] }
                        }
                    } else {
                        directory(paragraphs, citing)
                    }
                }
                HTML(.div, .class("c4 stack")) {
                    if let whole = citing[source.id], !whole.isEmpty { wholeDocument(whole) }
                    about
                    corrections(paragraphs, renderer)
                }
            }
        }
    }

    private func directory(_ paragraphs: [Record], _ citing: [String: [Record]]) -> HTML {
        HTML(.div, .class("tblock wholes")) {
            HTML(
                .div, .class("tbl"), .role("region"), .label(Localized("Paragraphs", "段落")[language]),
                HTML.Attribute("tabindex", "0")
            ) {
                HTML(.table, .id("t-paragraphs"), .class("fit")) {
                    HTML(.caption) {
                        Localized("Paragraphs and what rests on them", "段落与所支撑的记录")[language]
                        HTML(.small) {
                            Localized("Cited by id; the text itself is not shown", "按编号引用，不展示原文")[language]
                        }
                    }
                    HTML(.thead) {
                        HTML(.tr) {
                            for title in [
                                Localized("Paragraph", "段落"), Localized("Topic", "主题"),
                                Localized("Records", "记录"),
                            ] { HTML(.th, .scope("col")) { title[language] } }
                        }
                    }
                    for section in sections(paragraphs) {
                        HTML(.tbody) {
                            HTML(.tr, .class("group")) {
                                HTML(.th, HTML.Attribute("colspan", "3"), .scope("rowgroup")) {
                                    section.title
                                }
                            }
                            for paragraph in section.paragraphs { row(paragraph, citing[paragraph.id] ?? []) }
                        }
                    }
                }
            }
            HTML(.div, .class("tfoot")) {
                HTML(.span) { Localized("\(paragraphs.count) paragraphs", "\(paragraphs.count) 段")[language] }
                HTML(.nav, .label(Localized("Downloads", "下载")[language])) {
                    for format in [ReportFormat.csv, .xlsx, .json] {
                        links.download(table: "paragraphs", as: format).map { address in
                            HTML(.a, .href(address)) { format.rawValue.uppercased() }
                        }
                    }
                }
            }
        }
    }

    /// Paragraphs that follow each other in one section.
    private func sections(_ paragraphs: [Record]) -> [(title: String, paragraphs: [Record])] {
        var found: [(title: String, paragraphs: [Record])] = []
        for paragraph in paragraphs {
            let title = paragraph.phrase("section")?[language] ?? Localized("No section", "无章节")[language]
            if found.last?.title == title {
                found[found.count - 1].paragraphs.append(paragraph)
            } else {
                found.append((title, [paragraph]))
            }
        }
        return found
    }

    private func row(_ paragraph: Record, _ records: [Record]) -> HTML {
        HTML(.tr, .id(paragraph.id)) {
            HTML(.th, .scope("row"), .class("id")) { paragraph.id }
            HTML(.td) { paragraph.phrase("topic")?[language] ?? "" }
            HTML(.td) {
                if records.isEmpty {
                    HTML(.span, .class("na")) { Localized("none", "无")[language] }
                } else {
                    HTML(.details, .class("rests")) {
                        HTML(.summary) {
                            Localized(
                                records.count == 1 ? "1 record" : "\(records.count) records",
                                "\(records.count) 条记录")[language]
                        }
                        list(records)
                    }
                }
            }
        }
    }

    /// Records by kind, each linked.
    private func list(_ records: [Record]) -> HTML {
        HTML(.dl) {
            for kind in RecordKind.allCases {
                let own = records.filter { $0.kind == kind }
                if !own.isEmpty {
                    HTML(.dt) { "\(kind.plural.capitalized[language]) \(own.count)" }
                    for record in own {
                        HTML(.dd) {
                            HTML(.a, .href(links.address(of: kind, id: record.id) ?? "#")) {
                                record.heading[language]
                            }
                            " "
                            HTML(.span, .class("id")) { record.id }
                        }
                    }
                }
            }
        }
    }

    private func wholeDocument(_ records: [Record]) -> HTML {
        HTML(.section, .class("panel")) {
            HTML(.h2) { Localized("Resting on the whole document", "以全文为据")[language] }
            HTML(.details, .class("rests")) {
                HTML(.summary) { Localized("\(records.count) records", "\(records.count) 条记录")[language] }
                list(Array(records.prefix(400)))
            }
        }
    }

    private var about: HTML {
        let fields: [FieldName] = ["authors", "publisher", "date", "kind", "language_note", "scope"]
        let schema = EcosystemSchema.schema(of: .source)
        return HTML(.section, .class("panel")) {
            HTML(.h2) { Localized("About the document", "文献信息")[language] }
            HTML(.dl, .class("rows")) {
                for name in fields {
                    HTML(.dt) { schema.field(name)?.label[language] ?? name.rawValue }
                    HTML(.dd) {
                        if source.text(name) == nil {
                            HTML(.span, .class("na")) { Localized("not printed", "未印")[language] }
                        } else if case .text(let words) = source.cell(name).value {
                            words[language]
                        }
                    }
                }
            }
        }
    }

    /// Readings of what this document prints wrongly or unclearly.
    private func corrections(_ paragraphs: [Record], _ renderer: HTMLRenderer) -> HTML {
        var seen: Set<String> = []
        let found = ([source] + paragraphs).flatMap {
            model.records(of: .correction, where: "sources", is: $0.id)
        }
        .filter { seen.insert($0.id).inserted }
        guard !found.isEmpty else { return .empty }
        return HTML(.section, .class("panel")) {
            HTML(.h2) { Localized("Corrections in this document", "此文献的校正")[language] }
            HTML(.p) {
                Localized("\(found.count) printed forms are read otherwise.", "\(found.count) 处原文另有读法。")[
                    language]
            }
            HTML(.details, .class("rests")) {
                HTML(.summary) { Localized("Show them", "展开")[language] }
                HTML(.ul) {
                    for correction in found {
                        HTML(.li) {
                            HTML(.a, .href(links.address(of: .correction, id: correction.id) ?? "#")) {
                                HTML(.s, .class("was")) { correction.text("printed_form") ?? correction.id }
                            }
                            " "
                            correction.phrase("resolution")?[language] ?? ""
                        }
                    }
                }
            }
        }
    }
}
