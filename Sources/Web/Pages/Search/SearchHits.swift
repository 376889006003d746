import Ecosystem
import Reporting
import Store

/// The results of one kind as a list.
struct SearchHits {
    let page: SearchPage
    let group: SearchResults.Group
    let highlighter: SearchHighlighter

    private var language: Language { page.call.language }
    private var renderer: HTMLRenderer {
        let paragraphs = Set(group.hits.flatMap(\.record.origin.paragraphs)).sorted()
        return HTMLRenderer(
            language: language, links: page.links,
            sources: SourceDirectory(page.package.model, citing: paragraphs))
    }

    /// The heading with the count, and the first results; `isAlone` where no other kind is shown.
    func markup(limit: Int, isAlone: Bool) -> HTML {
        let hits = group.hits.prefix(limit)
        let renderer = renderer
        return HTML(.section, .class("found")) {
            HTML(.div) {
                HTML(.h2) {
                    group.kind.plural.capitalized[language]
                    HTML(.small, .class("num")) { "\(group.count)" }
                }
                if group.count > hits.count, !isAlone {
                    HTML(.a, .href(page.address(page.call.item("q") ?? "", kind: group.kind))) {
                        Localized("All \(group.count)", "全部 \(group.count) 条")[language]
                        HTML(.span, .class("vh")) { " " + group.kind.plural[language] }
                    }
                }
            }
            HTML(.ul, .class("hits")) { for hit in hits { item(hit, renderer) } }
            if group.count > hits.count, isAlone {
                HTML(.p, .class("more small muted")) {
                    Localized(
                        "The first \(hits.count) of \(group.count); add a word to find fewer.",
                        "共 \(group.count) 条，显示前 \(hits.count) 条；加一个词可缩小范围。")[language]
                }
            }
        }
    }

    private func item(_ hit: SearchResults.Hit, _ renderer: HTMLRenderer) -> HTML {
        let record = hit.record
        let heading = record.heading
        return HTML(.li) {
            HTML(.div) {
                HTML(.a, .class("t"), .href(address(of: record))) { marked(heading[language]) }
                if let other = otherName(heading, record) {
                    HTML(.span, .class("alt"), .lang(language.other.tag)) { marked(other) }
                }
            }
            HTML(.div) {
                context(hit, shown: [heading[language], otherName(heading, record) ?? ""])
                HTML(.div, .class("m")) {
                    if let tag = tag(record) { HTML(.span, .class("tag")) { marked(tag[language]) } }
                    if record.kind != .region, let place = record.place {
                        HTML(
                            .span,
                            .class(page.links.placeClass(ofRegion: place.id).map { "pl \($0)" } ?? "pl")
                        ) {
                            place.name[language]
                        }
                    }
                    if EcosystemSchema.schema(of: record.kind).isFact {
                        renderer.basis(of: record.origin)
                        renderer.source(record.origin)
                    }
                    HTML(.span, .class("id")) { marked(record.id, isMatch: hit.field == "id") }
                }
            }
        }
    }

    private func address(of record: Record) -> String {
        let paragraph = record.kind == .paragraph ? page.links.address(ofParagraph: record.id) : nil
        return paragraph ?? page.links.address(of: record.kind, id: record.id) ?? page.root
    }

    /// The name in the other language, or the full name where the heading is a short one.
    private func otherName(_ heading: Localized, _ record: Record) -> String? {
        let full = record.fullName
        let candidates = [full[language.other], heading[language.other], full[language]]
        return candidates.first { $0 != heading[language] && $0 != record.id && !$0.isEmpty }
    }

    private func tag(_ record: Record) -> Localized? {
        RecordFilter.codeField(of: record.kind).flatMap { field in
            RecordFilter.codes(of: record).first.map {
                RecordFilter.label($0, of: record.kind, in: page.package.model)
            }
        }
    }

    /// The text in which something was found, unless the heading shows it already; then what the source says.
    private func context(_ hit: SearchResults.Hit, shown: [String]) -> HTML {
        let isShown =
            hit.field == "id" || shown.contains { $0.contains(hit.excerpt) } || isLinked(hit)
            || tag(hit.record)?[language] == hit.excerpt
        if !isShown { return line(hit.fieldLabel, hit.excerpt) }
        let schema = EcosystemSchema.schema(of: hit.record.kind)
        for field in ["description", "definition", "qualifier", "evidence", "role", "purpose"] as [FieldName]
        {
            guard let text = hit.record.phrase(field)?[language], let label = schema.field(field)?.label,
                !shown.contains(text)
            else { continue }
            return line(label, SearchHits.short(text))
        }
        return .empty
    }

    /// Whether the match is the name of another record that the heading names.
    private func isLinked(_ hit: SearchResults.Hit) -> Bool {
        let headed: Set<FieldName> = [
            "subject_id", "object_id", "predicate", "entity_id", "indicator_id", "organization_id",
            "segment_id", "region_id",
        ]
        guard headed.contains(hit.field), let target = hit.record.target(hit.field)?.name[language] else {
            return false
        }
        return hit.record.heading[language].contains(target)
    }

    private func line(_ label: Localized, _ text: String) -> HTML {
        HTML(.p, .class("x")) {
            HTML(.span) { label[language] + Localized(": ", "：")[language] }
            marked(text)
        }
    }

    private func marked(_ text: String, isMatch: Bool = true) -> HTML {
        guard isMatch else { return HTML(text: text) }
        return HTML(
            highlighter.parts(of: text).map { part in
                part.isMatch ? HTML(.mark) { part.text } : HTML(text: part.text)
            })
    }

    private static func short(_ text: String) -> String {
        text.count > 140 ? text.prefix(139) + "…" : text
    }
}
