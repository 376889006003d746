import Ecosystem
import Reporting
import Studies

/// A record's page in HTML: sentence and marks, figures, what stands before and behind, tables at the left, place, gaps
/// and corrections at the right.
struct RecordView {
    let site: Site
    let call: Call
    let package: ServedPackage
    let page: RecordPage

    private var language: Language { call.language }
    private var record: Record { page.record }
    private var facts: RecordFacts { page.facts }
    private var root: String { "/r/\(WebAddress.encoded(package.id))" }
    private var address: String { "\(root)/records/\(WebAddress.encoded(record.id))" }

    private var links: PageLinks {
        PageLinks(package: package.id, run: nil, language: language, site: site, files: address)
    }

    private var renderer: HTMLRenderer {
        let blocks = page.blocks
        let paragraphs = Set(blocks.flatMap(\.origins).flatMap(\.paragraphs)).union(record.origin.paragraphs)
        return HTMLRenderer(
            language: language, links: links,
            sources: SourceDirectory(record.model, citing: paragraphs.sorted()),
            outline: site.outlines[package.id])
    }

    /// The page.
    func html() -> String {
        let renderer = renderer
        return frame(renderer).page {
            if record.origin.basis == .synthetic || record.model.identity.isSynthetic && package.stated == nil
            {
                HTML(.div, .class("note sample hatch")) {
                    Localized("This record is made up; it is no fact.", "本记录为构造内容，不是事实。")[language]
                }
            }
            if !facts.figures.isEmpty { renderer.figures(facts.figures) }
            if !facts.steps.isEmpty { StepList(steps: facts.steps).markup(language) }
            if let tiers = facts.tiers { tiers.markup(language, links) }
            columns(renderer)
        }
    }

    /// The frame with sentence, marks and breadcrumb.
    func frame(_ renderer: HTMLRenderer) -> PageFrame {
        PageFrame(
            site: site, call: call, package: package, title: record.heading, lead: page.lead, verb: .see,
            crumbs: crumbs,
            marks: marks(renderer))
    }

    // MARK: Head

    private var crumbs: [(title: Localized, path: String)] {
        var chain: [(title: Localized, path: String)] = []
        var parent = record.kind == .organization ? nil : record.target("parent_id")
        var seen: Set<String> = [record.id]
        while let current = parent, seen.insert(current.id).inserted, chain.count < 8 {
            chain.insert((current.name, links.address(of: current.kind, id: current.id) ?? root), at: 0)
            parent = current.target("parent_id")
        }
        return [
            (Localized("Home", "首页"), root),
            (record.kind.plural.capitalized, "\(root)/\(record.kind.listPath)"),
        ] + chain
    }

    private func marks(_ renderer: HTMLRenderer) -> HTML {
        HTML(.ul, .class("key")) {
            HTML(.li) { HTML(.span, .class("tag")) { kindWord[language] } }
            if let place = record.place, place.id != record.id { HTML(.li) { placeMark(place) } }
            HTML(.li, .class("id")) { record.id }
            if EcosystemSchema.schema(of: record.kind).isFact {
                HTML(.li) { renderer.basis(of: record.origin) }
                HTML(.li) {
                    let count = record.origin.paragraphs.count
                    if count > 0 {
                        Localized(count == 1 ? "1 paragraph" : "\(count) paragraphs", "\(count) 处出处")[
                            language] + " "
                    }
                    renderer.source(record.origin)
                }
            }
            if site.study(id: StressPage.study) != nil,
                let items = site.stress.items(for: record, in: package)
            {
                HTML(.li) {
                    HTML(
                        .a, .href(WebAddress.path("\(root)/stress", query: items)),
                        HTML.Attribute("rel", "nofollow")
                    ) { Localized("What if this stops?", "若此处停摆？")[language] }
                }
            }
            if let printed = record.text("printed_name"), printed != record.fullName.en,
                printed != record.fullName.zh
            {
                HTML(.li, .class("muted")) { Localized("Printed: \(printed)", "原文：\(printed)")[language] }
            }
            if let confidence = record.label("name_confidence"), record.text("name_confidence") != "high" {
                HTML(.li, .class("muted")) {
                    Localized("Name confidence: \(confidence.en)", "名称把握：\(confidence.zh)")[language]
                }
            }
        }
    }

    /// The kind in one word, as exact as the record says.
    private var kindWord: Localized {
        for field in ["kind", "level", "instrument", "mode", "group", "strength", "theme"] as [FieldName] {
            if let label = record.label(field) { return label }
        }
        return record.kind.label
    }

    private func placeMark(_ place: Record) -> HTML {
        let link = HTML(.a, .href(links.address(of: place.kind, id: place.id) ?? root)) {
            place.name[language]
        }
        guard let colour = links.placeClass(ofRegion: place.id) else { return link }
        return HTML(.span, .class("pl " + colour)) { link }
    }

    // MARK: Columns

    private func columns(_ renderer: HTMLRenderer) -> HTML {
        let main = tables(facts.main, renderer)
        let panels = [gaps(renderer), corrections(renderer)].compactMap { $0 }
        let recorded = recorded(renderer)
        // Where there is no table, what is recorded takes the wide column.
        let wide = main.isEmpty ? [recorded].compactMap { $0 } : main
        let narrow =
            tables(facts.aside, renderer) + panels + (main.isEmpty ? [] : [recorded].compactMap { $0 }) + [
                files
            ]
        return HTML(.div, .class("grid sec")) {
            HTML(.div, .class("c8 stack")) {
                wide.isEmpty
                    ? [
                        HTML(.p, .class("muted")) {
                            Localized("Nothing further is on record.", "没有其他记录。")[language]
                        }
                    ] : wide
            }
            HTML(.div, .class("c4 stack")) { narrow }
        }
    }

    private func tables(_ blocks: [Block], _ renderer: HTMLRenderer) -> [HTML] {
        blocks.map { block in
            var markup = renderer.content(of: [block])
            if case .table(let table) = block, let more = facts.more[table.id] {
                markup =
                    markup
                    + HTML(.p, .class("small more")) {
                        HTML(.a, .href("\(root)/\(more.path)")) { more.title[language] }
                    }
            }
            return HTML(.div) { markup }
        }
    }

    /// What is not known yet.
    private func gaps(_ renderer: HTMLRenderer) -> HTML? {
        guard !facts.gaps.isEmpty else { return nil }
        return HTML(.section, .class("panel")) {
            HTML(.h2) { Localized("What is not known yet", "还不知道的")[language] }
            HTML(.ul, .class("finds")) {
                for note in facts.gaps {
                    HTML(.li) {
                        HTML.levelMark(note.level, language)
                        HTML(.div) {
                            HTML(.b) { note.title[language] }
                            if let text = note.text { HTML(.p) { text[language] } }
                        }
                    }
                }
            }
        }
    }

    /// What a document prints otherwise, struck, with the reading beside it.
    private func corrections(_ renderer: HTMLRenderer) -> HTML? {
        let corrections = page.corrections
        guard !corrections.isEmpty else { return nil }
        return HTML(.section, .class("panel")) {
            HTML(.h2) { Localized("Corrections", "校正")[language] }
            HTML(.ul, .class("finds")) {
                for correction in corrections {
                    HTML(.li) {
                        HTML.levelMark(.warning, language)
                        HTML(.div) {
                            HTML(.s, .class("was")) { correction.text("printed_form") ?? "" }
                            HTML(.p) {
                                HTML(.b) { correction.phrase("resolution")?[language] ?? "" }
                            }
                            if let handling = correction.phrase("handling") {
                                HTML(.p) { handling[language] }
                            }
                            HTML(.div, .class("m")) {
                                HTML(
                                    .a, .class("id"),
                                    .href("\(root)/records/\(WebAddress.encoded(correction.id))")
                                ) {
                                    correction.id
                                }
                                renderer.basis(of: correction.origin)
                                renderer.source(correction.origin)
                            }
                        }
                    }
                }
            }
        }
    }

    /// Fields that no table shows, as rows of label and value.
    private func recorded(_ renderer: HTMLRenderer) -> HTML? {
        let fields = page.fields
        guard !fields.isEmpty else { return nil }
        return HTML(.section, .class("panel")) {
            HTML(.h2) { Localized("What is recorded", "记录内容")[language] }
            HTML(.dl, .class("rows")) {
                for field in fields { HTML(.dt) { field.label[language] } + HTML(.dd) { value(field.cell) } }
                if EcosystemSchema.schema(of: record.kind).isFact {
                    HTML(.dt) { Localized("Known by", "依据")[language] }
                    HTML(.dd) {
                        renderer.basis(of: record.origin)
                        " "
                        renderer.source(record.origin)
                    }
                }
            }
        }
    }

    private func value(_ cell: Cell) -> HTML {
        switch cell.value {
        case .text(let text): HTML(text: text[language])
        case .missing(let why): HTML(.span, .class("na")) { why[language] }
        case .number(let number): HTML(text: NumberWording.text(number))
        case .links(let names):
            HTML(
                names.enumerated().map { index, name in
                    let link = HTML(.a, .href(links.address(of: name.kind, id: name.id) ?? "#")) {
                        name.text[language]
                    }
                    return index == 0 ? link : HTML(text: language == .zh ? "、" : ", ") + link
                })
        }
    }

    /// The record as data.
    private var files: HTML {
        let package = WebAddress.encoded(package.id)
        return HTML(.p, .class("small muted")) {
            Localized("This record as data: ", "此记录的数据：")[language]
            HTML(.a, .href("/api/v1/packages/\(package)/records/\(WebAddress.encoded(record.id))")) { "JSON" }
        }
    }
}

/// Steps of a life cycle, the present one ringed. Earlier ones are not filled: no document says that they were taken.
struct StepList {
    let steps: [RecordFacts.Step]

    /// The list.
    func markup(_ language: Language) -> HTML {
        HTML(.section, .class("panel stepbox"), .label(Localized("Progress", "进展")[language])) {
            HTML(.ol, .class("steps")) {
                for step in steps {
                    HTML(.li, step.isPresent ? .class("now") : nil, step.isPresent ? .current("step") : nil) {
                        HTML(.b) { step.title[language] }
                    }
                }
            }
            HTML(.p, .class("small muted")) {
                Localized("Only the ringed state is on record.", "只有标出的状态有记录。")[language]
            }
        }
    }
}
