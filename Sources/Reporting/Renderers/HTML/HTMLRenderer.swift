public import Ecosystem

/// Writes a report as HTML in the components of the style sheet: readable without script, every number with its source
/// one click away.
///
/// A page takes the parts it wants (`heading`, `content`, `sources`, `reproduction`) or all of them (`body`);
/// `document` makes one file that needs nothing else.
public struct HTMLRenderer: Sendable {
    let language: Language
    let links: any LinkResolver
    let sources: SourceDirectory
    let outline: MapOutline?

    /// A renderer for a language; maps are drawn on the outline, or on a graticule where there is none.
    public init(
        language: Language, links: any LinkResolver = NoLinks(), sources: SourceDirectory = SourceDirectory(),
        outline: MapOutline? = nil
    ) {
        self.language = language
        self.links = links
        self.sources = sources
        self.outline = outline
    }

    /// Everything below a page's header: heading, blocks, sources, and what reproduces the answer.
    public func body(of report: Report) -> HTML {
        heading(of: report) + content(of: report)
            + HTML(.div, .class("grid sec")) {
                HTML(.div, .class("c7")) { cited(report) }
                HTML(.div, .class("c5")) { reproduction(of: report) }
            }
    }

    /// Title, answer, and the notices that stand directly under them.
    public func heading(of report: Report) -> HTML {
        HTML(.div, .class("head")) {
            HTML(.h1) { report.title[language] }
            HTML(.p, .class("lead")) { report.answer[language] }
        }
            + notices(of: report)
    }

    /// What stands directly under the heading: that the run was stopped early, or that numbers are made up.
    ///
    /// - Parameter isLabelled: Whether the page says already that its numbers are made up.
    public func notices(of report: Report, isLabelled: Bool = false) -> HTML {
        var out: [HTML] = []
        if report.isPartial {
            out.append(HTML(.div, .class("note bad")) { HTML(.p) { ReportWords.partial[language] } })
        }
        if report.weakestBasis == .synthetic, !isLabelled {
            out.append(
                HTML(.div, .class("note sample hatch")) { HTML(.p) { ReportWords.synthetic[language] } })
        }
        return HTML(out)
    }

    /// The blocks in order; what follows a heading stands in one section with it.
    public func content(of report: Report) -> HTML { content(of: report.blocks) }

    /// Blocks in order, for pages that are no reports.
    public func content(of blocks: [Block]) -> HTML {
        var sections: [(title: Localized?, blocks: [Block])] = [(nil, [])]
        for block in blocks {
            if case .heading(let title) = block {
                sections.append((title, []))
            } else {
                sections[sections.count - 1].blocks.append(block)
            }
        }
        return HTML(
            sections.filter { $0.title != nil || !$0.blocks.isEmpty }.map { section in
                guard let title = section.title else {
                    return HTML(.div, .class("stack")) { markup(of: section.blocks, panelTitle: .h2) }
                }
                return HTML(.section, .class("sec")) {
                    HTML(.h2) { title[language] }
                    HTML(.div, .class("stack")) { markup(of: section.blocks, panelTitle: .h3) }
                }
            })
    }

    /// The blocks of a section; notes that follow each other share a panel.
    private func markup(of blocks: [Block], panelTitle: HTML.Tag) -> [HTML] {
        var out: [HTML] = []
        var notes: [Note] = []
        func flush() {
            if !notes.isEmpty { out.append(findings(notes, title: panelTitle)) }
            notes = []
        }
        for block in blocks {
            if case .note(let note) = block {
                notes.append(note)
                continue
            }
            flush()
            switch block {
            case .heading(let title): out.append(HTML(panelTitle) { title[language] })
            case .figures(let figures): out.append(self.figures(figures))
            case .table(let table): out.append(self.table(table))
            case .picture(let picture): out.append(self.picture(picture))
            case .method(let method): out.append(self.method(method, title: panelTitle))
            case .note: break
            }
        }
        flush()
        return out
    }

    // MARK: Key figures

    /// Key figures side by side, values on one line.
    public func figures(_ figures: [Figure]) -> HTML {
        HTML(.dl, .class("figs " + Self.columns(figures.count))) {
            for (index, figure) in figures.enumerated() {
                HTML(.div, .class("fig")) {
                    HTML(.dt) { figure.label[language] }
                    HTML(.dd) { value(of: figure, isLast: index == figures.count - 1) }
                }
            }
        }
    }

    /// The class for so many figures: as many columns as fill their rows best.
    static func columns(_ count: Int) -> String {
        switch count {
        case ...1: "one"
        case 2: "two"
        case 3, 6, 9: "three"
        case 5, 10: "five"
        default: "four"
        }
    }

    private func value(of figure: Figure, isLast: Bool) -> HTML {
        if case .missing(let why) = figure.value {
            return HTML(.div, .class("v na")) { HTML(.span, .decorative) { "—" } }
                + HTML(.div, .class("m")) {
                    HTML(.span) { why[language] }
                    figure.origin.map { source($0, isEnd: isLast) }
                    figure.meaning.map { meaning($0, of: figure.label, isEnd: isLast) }
                }
        }
        return HTML(.div, .class(Self.size(of: figure.value))) {
            value(figure.value)
            figure.unit.map { unit in
                HTML(.wbr)
                    + HTML(.small) {
                        (NumberWording.needsCross(unit[language]) ? "× " : "") + unit[language]
                    }
            }
        }
            + HTML(.div, .class("m")) {
                figure.origin.map { basis(of: $0) }
                figure.period.map { period in HTML(.span) { period[language] } }
                figure.origin.map { source($0, isEnd: isLast) }
                figure.meaning.map { meaning($0, of: figure.label, isEnd: isLast) }
            }
    }

    /// Words and long numbers are set smaller, so that no number is broken.
    private static func size(of value: Cell.Value) -> String {
        guard case .number(let number) = value else { return "v txt" }
        return NumberWording.text(number).count > 8 ? "v long" : "v"
    }

    /// A value: a number with its sign, words, or linked names.
    func value(_ value: Cell.Value) -> HTML {
        switch value {
        case .text(let text): HTML(text: text[language])
        case .missing(let why): HTML(.span, .class("na")) { why[language] }
        case .number(let number): HTML(text: NumberWording.text(number))
        case .links(let names):
            HTML(
                names.enumerated().map { index, name in
                    (index == 0 ? .empty : HTML(text: language == .zh ? "、" : ", ")) + link(name)
                })
        }
    }

    private func link(_ name: Cell.Link) -> HTML {
        let words = HTML(text: name.text[language])
        let linked = links.address(of: name.kind, id: name.id).map { address in
            HTML(.a, .href(address)) { words }
        }
        guard name.kind == .region, let place = links.placeClass(ofRegion: name.id) else {
            return linked ?? words
        }
        return HTML(.span, .class("pl " + place)) { linked ?? words }
    }
}
