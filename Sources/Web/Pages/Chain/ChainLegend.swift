import Ecosystem
import Reporting
import Studies

/// The classes of a chain with their marks and counts, what each means, and what numbers and lines stand for.
struct ChainLegend {
    let segments: ChainSegments
    let renderer: HTMLRenderer
    let language: Language

    /// The legend.
    var markup: HTML {
        HTML(.ul, .class("key legend"), .label(Localized("Legend", "图例")[language])) {
            for term in Vocabulary.strength.terms where Chain.meaning(ofClass: term.code) != nil {
                HTML(.li) {
                    HTML(.span, .class("st \(term.code)"), .decorative)
                    Chain.meaning(ofClass: term.code).map { renderer.explained(term.label.capitalized, $0) }
                    " "
                    HTML(.b) { "\(segments.counts[term.code] ?? 0)" }
                }
            }
            HTML(.li, .class("muted")) {
                Localized("Number at right: independent organizations", "右侧数字：独立机构数")[language]
            }
            HTML(.li, .class("muted lines")) {
                Localized("Line width: ties on record", "线宽：记录的供应关系数")[language]
            }
            HTML(.li, .class("muted")) {
                HTML(.span, .class("tag warn")) { Localized("single", "单源")[language] }
                Localized("one independent organization on record", "只有一家独立机构有记录")[language]
            }
        }
    }
}
