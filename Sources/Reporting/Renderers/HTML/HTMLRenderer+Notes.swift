public import Ecosystem

extension HTMLRenderer {
    /// Remarks, findings and gaps in one panel, each marked by shape and word.
    func findings(_ notes: [Note], title: HTML.Tag) -> HTML {
        HTML(.section, .class("panel")) {
            HTML(title) { ReportWords.findings[language] }
            HTML(.ul, .class("finds")) {
                for note in notes { finding(note) }
            }
        }
    }

    private func finding(_ note: Note) -> HTML {
        HTML(.li) {
            HTML.levelMark(note.level, language)
            HTML(.div) {
                HTML(.b) { note.title[language] }
                note.text.map { text in HTML(.p) { text[language] } }
                // A source note is a block, which a paragraph cannot hold.
                note.origin.map { origin in
                    HTML(.div, .class("m")) { basis(of: origin) + source(origin) }
                }
            }
        }
    }

    /// How the answer was reached.
    func method(_ method: Method, title: HTML.Tag) -> HTML {
        HTML(.section, .class("panel method")) {
            HTML(title) { ReportWords.method[language] }
            HTML(.p) { method.text[language] }
            method.formula.map { formula in HTML(.code, .class("formula")) { formula } }
            method.limits.map { limits in
                HTML(.p) {
                    HTML(.b) { ReportWords.limits[language] + (language == .zh ? "：" : ": ") }
                    limits[language]
                }
            }
            if !method.literature.isEmpty {
                HTML(.ul, .class("lit")) {
                    for work in method.literature { HTML(.li) { work } }
                }
            }
        }
    }
}

extension HTML {
    /// The shape of a note's level, named for assistive programs.
    public static func levelMark(_ level: Note.Level, _ language: Language) -> HTML {
        let name =
            switch level {
            case .note: "info"
            case .warning: "warn"
            case .error: "bad"
            case .gap: "gap"
            case .synthetic: "warn synth"
            }
        return HTML(
            .svg, .class("i " + name), Attribute("viewbox", "0 0 18 18"), .role("img"),
            .label(ReportWords.level(level)[language])
        ) {
            switch level {
            case .note:
                HTML(.circle, Attribute("cx", "9"), Attribute("cy", "9"), Attribute("r", "7"))
                HTML(.path, Attribute("d", "M9 8.2v4.4M9 5.2v1.2"))
            case .warning:
                HTML(.path, Attribute("d", "M9 2.2 16.4 15.4H1.6Z"))
                HTML(.path, Attribute("d", "M9 7v4M9 12.6v1.2"))
            case .error:
                HTML(.path, Attribute("d", "M6.1 2h5.8L16 6.1v5.8L11.9 16H6.1L2 11.9V6.1z"))
                HTML(.path, Attribute("d", "M6.5 6.5l5 5M11.5 6.5l-5 5"))
            case .gap:
                HTML(
                    .rect, Attribute("x", "2"), Attribute("y", "2"), Attribute("width", "14"),
                    Attribute("height", "14"))
            case .synthetic:
                HTML(
                    .rect, Attribute("x", "2"), Attribute("y", "2"), Attribute("width", "14"),
                    Attribute("height", "14"))
                HTML(.path, Attribute("d", "M2 9l7-7M2 16L16 2M9 16l7-7"))
            }
        }
    }
}
