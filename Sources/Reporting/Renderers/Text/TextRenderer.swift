public import Ecosystem

/// Writes a report as plain text with aligned columns, for terminals and for reading aloud.
public struct TextRenderer: Sendable {
    let language: Language
    let sources: SourceDirectory
    let width: Int
    let isStyled: Bool

    /// A renderer for a language.
    ///
    /// - Parameters:
    ///   - width: Columns of a line; at least 40.
    ///   - isStyled: Whether titles are bold and remarks faint by ANSI codes, for terminals only.
    public init(
        language: Language, sources: SourceDirectory = SourceDirectory(), width: Int = 100,
        isStyled: Bool = false
    ) {
        self.language = language
        self.sources = sources
        self.width = max(40, width)
        self.isStyled = isStyled
    }

    /// The report as text, ending with a line break.
    public func text(of report: Report) -> String {
        var lines = wrapped(report.title[language]).map(bold)
        let ruleWidth = min(
            width, report.title[language].isEmpty ? 1 : DisplayWidth.of(report.title[language]))
        lines.append(String(repeating: "=", count: ruleWidth))
        lines += wrapped(report.answer[language])
        if report.isPartial { lines += ["", "[!] " + ReportWords.partial[language]] }
        if report.weakestBasis == .synthetic {
            lines.append("")
            lines += marked("[~] ", ReportWords.synthetic[language])
        }
        for block in report.blocks { lines += [""] + self.lines(of: block) }
        lines += cited(report) + stamp(of: report)
        return lines.joined(separator: "\n") + "\n"
    }

    private func lines(of block: Block) -> [String] {
        switch block {
        case .heading(let title): marked("## ", title[language]).map(bold)
        case .figures(let figures): lines(of: figures)
        case .table(let table): lines(of: table)
        case .picture(let picture): lines(of: picture)
        case .note(let note): lines(of: note)
        case .method(let method): lines(of: method)
        }
    }

    private func lines(of note: Note) -> [String] {
        let mark =
            switch note.level {
            case .note: "i"
            case .warning: "!"
            case .error: "x"
            case .gap: "?"
            case .synthetic: "~"
            }
        var text = ReportWords.level(note.level)[language] + colon + note.title[language]
        if let origin = note.origin { text += " (" + originText(origin, ids: 4) + ")" }
        return marked("[\(mark)] ", text) + (note.text.map { wrapped($0[language], indent: 4) } ?? [])
    }

    private func lines(of method: Method) -> [String] {
        var out = [bold(ReportWords.method[language])] + wrapped(method.text[language], indent: 2)
        if let formula = method.formula {
            out += wrapped(ReportWords.formula[language] + colon + formula, indent: 2)
        }
        for work in method.literature {
            out += wrapped(ReportWords.literature[language] + colon + work, indent: 2)
        }
        if let limits = method.limits {
            out += wrapped(ReportWords.limits[language] + colon + limits[language], indent: 2)
        }
        return out
    }

    private func cited(_ report: Report) -> [String] {
        let citations = sources.citations(of: report.citedParagraphs)
        guard !citations.isEmpty else { return [] }
        var out = ["", bold(ReportWords.sources[language])]
        let isShort = report.citedParagraphs.count <= 30
        for citation in citations {
            let title = citation.document?.title[language] ?? ReportWords.unknownDocument[language]
            let date = citation.document?.date.map { " (\($0))" } ?? ""
            out += wrapped((citation.document.map { $0.id + "  " } ?? "") + title + date, indent: 2)
            guard !citation.paragraphs.isEmpty else { continue }
            if isShort {
                for paragraph in citation.paragraphs {
                    let topic = paragraph.topic ?? paragraph.section
                    out += wrapped(paragraph.id + (topic.map { "  " + $0[language] } ?? ""), indent: 4)
                }
            } else {
                out += wrapped(citation.paragraphs.map(\.id).joined(separator: " "), indent: 4)
            }
        }
        return out
    }

    private func stamp(of report: Report) -> [String] {
        var rows = [(ReportWords.study, "\(report.study) \(report.version)")]
        rows += ([report.package] + report.compared).enumerated().map { index, stamp in
            (
                index == 0 ? ReportWords.package : ReportWords.compared,
                "\(stamp.id) \(stamp.version)  SHA-256 \(stamp.fingerprint)"
            )
        }
        if let scenario = report.scenario { rows.append((ReportWords.scenario, scenario)) }
        if let supplied = report.supplied {
            rows.append((supplied.kind.label, "\(supplied.name)  SHA-256 \(supplied.fingerprint)"))
        }
        if !report.parameters.isEmpty {
            let texts = report.parameters.keys.sorted().map { "\($0) = \(report.parameters[$0] ?? "")" }
            rows.append((ReportWords.parameters, texts.joined(separator: ", ")))
        }
        if let seed = report.seed { rows.append((ReportWords.seed, String(seed))) }
        for file in report.files { rows.append((ReportWords.files, "\(file.name) (\(file.bytes.count) B)")) }
        let grid = TextGrid(
            columns: [
                TextGrid.Column(title: "", unit: "", isNumber: false),
                TextGrid.Column(title: "", unit: "", isNumber: false),
            ], rows: rows.map { [TerminalText.safe($0.0[language]), TerminalText.safe($0.1)] },
            hasHeader: false)
        return [""] + grid.lines(width: width).map(faint)
    }

    // MARK: Words and styles

    var colon: String { language == .zh ? "：" : ": " }

    func wrapped(_ text: String, indent: Int = 0) -> [String] {
        TerminalText.lines(text, width: width - indent).map { String(repeating: " ", count: indent) + $0 }
    }

    /// Lines behind a mark; further lines stand under the first.
    func marked(_ mark: String, _ text: String) -> [String] {
        wrapped(text, indent: mark.count).enumerated().map { index, line in
            index == 0 ? mark + line.dropFirst(mark.count) : line
        }
    }

    func bold(_ text: String) -> String { isStyled ? "\u{1B}[1m\(text)\u{1B}[0m" : text }

    func faint(_ text: String) -> String { isStyled ? "\u{1B}[2m\(text)\u{1B}[0m" : text }

    /// Basis, state where it is not in place, and the first paragraph ids.
    func originText(_ origin: Origin, ids count: Int) -> String {
        let places = idText(origin.paragraphs, count)
        return basisText(origin) + (places.isEmpty ? "" : " " + places)
    }

    func basisText(_ origin: Origin) -> String {
        origin.basis.label[language] + (origin.state == .actual ? "" : "·" + origin.state.label[language])
    }

    func idText(_ ids: [String], _ count: Int) -> String {
        let shown = ids.prefix(count).joined(separator: " ")
        return ids.count > count ? shown + " +\(ids.count - count)" : shown
    }
}
