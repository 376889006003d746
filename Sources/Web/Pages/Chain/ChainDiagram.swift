import Ecosystem
import Reporting

/// The chain as a grid: a column a stage from upstream to recycling, a card a segment, its parts nested inside.
///
/// Order is that of the taxonomy. It is HTML, so that it reads, prints and works without script; a script adds lines.
/// A card opens: who is in it, why it has its class, what is not known, and where that comes from.
struct ChainDiagram {
    let segments: ChainSegments
    let question: ChainQuestion
    let renderer: HTMLRenderer
    let links: PageLinks
    let language: Language

    /// Stages that stand under the others, because they serve all of them or stand outside the chain.
    private static let bands = ["enabling_services", "adjacent", ""]
    /// Organizations that a card names at most.
    private static let nameLimit = 12

    /// The grid.
    var markup: HTML {
        let stages = Vocabulary.chainStage.terms.map(\.code) + [""]
        return HTML(.div, .class("chain"), question.showsTies ? HTML.Attribute("data-ties", "t-ties") : nil) {
            for code in stages where !ChainDiagram.bands.contains(code) { stage(code) }
            for code in stages where ChainDiagram.bands.contains(code) { stage(code) }
        }
    }

    private func stage(_ code: String) -> HTML {
        let all = segments.all.filter { $0.stage == code }
        guard !all.isEmpty else { return .empty }
        let recorded = all.count { !$0.organizations.isEmpty }
        let cards = segments.cards(of: code).filter { isShown($0.segment) }
        let isBand = ChainDiagram.bands.contains(code)
        let name =
            code.isEmpty ? Localized("No stage", "未说明阶段") : Vocabulary.chainStage.label(code).capitalized
        return HTML(
            .details, .class(isBand ? "stage band" : "stage"), .flag("open"),
            .id("stage-" + (code.isEmpty ? "none" : code))
        ) {
            HTML(.summary, .class("sh")) {
                HTML(.b) { name[language] }
                HTML(.span) {
                    Localized(
                        "\(recorded) of \(all.count) segments recorded", "\(recorded) / \(all.count) 个环节有记录")[
                            language]
                }
            }
            HTML(.div, .class("segs")) {
                for card in cards { self.card(card.segment, isTop: card.isTop) }
                if cards.isEmpty {
                    HTML(.p, .class("small muted")) { Localized("All unknown", "均为未知")[language] }
                }
            }
        }
    }

    /// Whether a segment is drawn: a known one, or one with a known part.
    private func isShown(_ segment: ChainSegments.Segment) -> Bool {
        question.showsUnknown || segment.grade != "unknown"
            || segments.parts(of: segment).contains(where: isShown)
    }

    private func card(_ segment: ChainSegments.Segment, isTop: Bool) -> HTML {
        let parts = isTop || !question.showsParts ? [] : segments.parts(of: segment).filter(isShown)
        return HTML(
            .div, .class("seg \(segment.grade)" + (isTop ? " top-seg" : "")), .id(segment.id)
        ) {
            opening(segment)
            nested(parts)
        }
    }

    private func nested(_ parts: [ChainSegments.Segment]) -> HTML {
        guard !parts.isEmpty else { return .empty }
        return HTML(.ul) {
            for part in parts {
                HTML(.li, .class(part.grade), .id(part.id)) {
                    opening(part)
                    nested(segments.parts(of: part).filter(isShown))
                }
            }
        }
    }

    private func opening(_ segment: ChainSegments.Segment) -> HTML {
        HTML(.details, .class("open"), .name("segment")) {
            HTML(.summary) {
                HTML(
                    .span, .class("st \(segment.grade)"), .role("img"),
                    .label(Vocabulary.strength.label(segment.grade)[language]))
                HTML(.span) {
                    segment.record.name[language]
                    for tag in tags(segment) {
                        " "
                        HTML(.span, .class(tag.isWarning ? "tag warn" : "tag")) { tag.words[language] }
                    }
                }
                HTML(.span, .class("k")) {
                    segment.organizations.isEmpty
                        ? (segment.grade == "missing" ? "0" : "") : "\(segment.independent)"
                }
            }
            HTML(.div, .class("in-card")) { rows(segment) }
        }
    }

    private func tags(_ segment: ChainSegments.Segment) -> [(words: Localized, isWarning: Bool)] {
        var tags: [(words: Localized, isWarning: Bool)] = []
        if segment.independent == 1 { tags.append((Localized("single", "单源"), true)) }
        if segment.grade == "missing" { tags.append((Localized("surveyed", "已调查"), false)) }
        if segment.organizations.isEmpty, !segment.places.isEmpty {
            let places = Localized.joined(segment.places.map(\.name.onMap))
            tags.append((places + Localized(", firm not named", "，企业未点名"), false))
        }
        return tags
    }

    // MARK: What a card says

    private func rows(_ segment: ChainSegments.Segment) -> HTML {
        HTML(.dl) {
            row(Localized("Class", "强弱")) {
                HTML(text: Vocabulary.strength.label(segment.grade)[language])
                    + HTML(text: Localized(": ", "：")[language] + segment.why[language])
            }
            row(Localized("Organizations", "机构")) { names(segment.organizations, none: ChainDiagram.noFirm) }
            if !segment.places.isEmpty {
                row(Localized("Places named without a firm", "只点名地区")) {
                    names(segment.places, none: .unknown)
                }
            }
            if !segment.planned.isEmpty {
                row(Localized("Planned only", "仅为计划")) { names(segment.planned, none: .unknown) }
            }
            row(Localized("Not known", "还不知道")) { HTML(text: gap(segment)[language]) }
            if let origin = segment.origin {
                row(Localized("Source", "出处")) {
                    renderer.basis(of: origin) + HTML(text: " ") + renderer.source(origin)
                }
            }
        }
            + HTML(.p) {
                HTML(.a, .href(links.address(of: .segment, id: segment.id) ?? "#")) {
                    Localized("The segment's page", "环节页")[language]
                }
                " "
                HTML(.span, .class("id")) { segment.id }
            }
    }

    private func row(_ label: Localized, _ content: () -> HTML) -> HTML {
        HTML(.dt) { label[language] } + HTML(.dd) { content() }
    }

    private static let noFirm = Localized("none is named: unknown, not missing", "未点名：未知，不是缺失")

    private func gap(_ segment: ChainSegments.Segment) -> Localized {
        var gaps: [Localized] = []
        if segment.organizations.isEmpty { gaps.append(Localized("who works in it", "有哪些企业")) }
        if !segment.hasQuantities { gaps.append(Localized("weekly need and capacity", "每周需求与产能")) }
        return gaps.isEmpty ? Localized("nothing of what this page asks", "本页所问均有记录") : .joined(gaps)
    }

    private func names(_ records: [Record], none: Localized) -> HTML {
        guard !records.isEmpty else { return HTML(.span, .class("na")) { none[language] } }
        let shown = records.prefix(ChainDiagram.nameLimit).enumerated().map { index, record in
            HTML(text: index == 0 ? "" : language == .zh ? "、" : ", ")
                + HTML(.a, .href(links.address(of: record.kind, id: record.id) ?? "#")) {
                    record.name[language]
                }
        }
        let rest = records.count - shown.count
        return HTML(shown)
            + (rest > 0
                ? HTML(text: Localized(" and \(rest) more", "等 \(records.count) 家")[language]) : .empty)
    }
}

extension Localized {
    /// The word for what is not known.
    fileprivate static let unknown = Localized("unknown", "未知")
}
