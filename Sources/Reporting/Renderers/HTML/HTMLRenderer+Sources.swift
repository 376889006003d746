public import Ecosystem

extension HTMLRenderer {
    /// The basis of an origin, and its state where it is not simply in place.
    public func basis(of origin: Origin) -> HTML {
        let mark = HTML.basis(origin.basis, language)
        guard origin.state != .actual else { return mark }
        return mark + HTML(text: " ") + HTML(.span, .class("tag")) { origin.state.label[language] }
    }

    /// The note that says where something comes from: document, paragraphs, basis, records, remark.
    ///
    /// - Parameter isEnd: Whether the note opens towards the left, for what stands at the right edge.
    public func source(_ origin: Origin, isEnd: Bool = false) -> HTML {
        note(ReportWords.source[language], isEnd: isEnd) { HTML(.dl) { rows(of: origin) } }
    }

    /// What something means, in plain words, one click away.
    public func meaning(_ text: Localized, of name: Localized, isEnd: Bool = false) -> HTML {
        note(ReportWords.meaning[language], isEnd: isEnd, of: name[language]) {
            HTML(.p, .class("of")) { name[language] } + HTML(.p) { text[language] }
        }
    }

    /// A word that tells what it means when it is clicked.
    public func explained(_ name: Localized, _ text: Localized) -> HTML {
        note(name[language], isEnd: false, isWord: true) {
            HTML(.p, .class("of")) { name[language] } + HTML(.p) { text[language] }
        }
    }

    /// The notes of a row, one behind the other, each under the columns that it stands for.
    func source(_ row: RowOrigins, of table: Table) -> HTML {
        guard row.entries.count > 1 else {
            return row.entries.first.map { source($0.origin, isEnd: true) } ?? .empty
        }
        return note(ReportWords.source[language], isEnd: true) {
            HTML(
                row.entries.map { entry in
                    let titles = entry.columns.map { table.columns[$0].title[language] }
                    return HTML(.p, .class("of")) { titles.joined(separator: language == .zh ? "、" : ", ") }
                        + HTML(.dl) { rows(of: entry.origin) }
                })
        }
    }

    private func note(
        _ summary: String, isEnd: Bool, isWord: Bool = false, of name: String? = nil,
        @HTMLBuilder content: () -> HTML
    ) -> HTML {
        // One name for all: a browser keeps one note open at a time, without script. A word that is explained stays on
        // paper, where the word "source" gives way to the numbers of the paragraphs.
        HTML(.details, .class(isWord ? "src word" : isEnd ? "src end" : "src"), .name("src")) {
            HTML(.summary) {
                summary
                name.map { name in HTML(.span, .class("vh")) { (language == .zh ? "：" : ": ") + name } }
            }
            HTML(.div, .class("pop")) { content() }
        }
    }

    private func rows(of origin: Origin) -> HTML {
        let citations = sources.citations(of: origin.paragraphs)
        return HTML(
            citations.map { citation in
                row(ReportWords.document) { title(of: citation) }
                    + (citation.paragraphs.isEmpty
                        ? .empty
                        : row(ReportWords.paragraph, class: "id ps") {
                            ids(citation.paragraphs.map(\.id), limit: 16) { links.address(ofParagraph: $0) }
                        })
            })
            + row(ReportWords.basis) {
                basis(of: origin)
                links.address(ofTerm: "basis-" + origin.basis.rawValue).map { address in
                    HTML(text: " ") + HTML(.a, .href(address)) { ReportWords.meaning[language] }
                }
            }
            + (origin.records.isEmpty
                ? .empty
                : row(ReportWords.record, class: "id") {
                    ids(origin.records, limit: 12) { links.address(ofRecord: $0) }
                })
            + (origin.note.map { remark in row(ReportWords.remark) { HTML(text: remark[language]) } }
                ?? .empty)
    }

    private func row(_ name: Localized, class names: String? = nil, @HTMLBuilder _ content: () -> HTML)
        -> HTML
    {
        HTML(.dt) { name[language] } + HTML(.dd, names.map { .class($0) }) { content() }
    }

    private func title(of citation: SourceDirectory.Citation) -> HTML {
        guard let document = citation.document else {
            return HTML(text: ReportWords.unknownDocument[language])
        }
        let date = document.date.map { language == .zh ? "，" + $0 : ", " + $0 } ?? ""
        let words = HTML(text: document.title[language])
        guard let address = links.address(of: .source, id: document.id) else {
            return words + HTML(text: date)
        }
        return HTML(.a, .href(address)) { words } + HTML(text: date)
    }

    private func ids(_ ids: [String], limit: Int, address: (String) -> String?) -> HTML {
        let shown = ids.prefix(limit).map { id in
            address(id).map { target in HTML(.a, .href(target)) { id } } ?? HTML(text: id)
        }
        let spaced = shown.enumerated().map { $0.offset == 0 ? $0.element : HTML(text: " ") + $0.element }
        guard ids.count > limit else { return HTML(spaced) }
        return HTML(spaced)
            + HTML(.span, .class("muted")) { " " + ReportWords.further(ids.count - limit)[language] }
    }

    /// All cited documents with their paragraphs; `nil` where nothing is cited.
    public func cited(_ report: Report) -> HTML? {
        let citations = sources.citations(of: report.citedParagraphs)
        guard !citations.isEmpty else { return nil }
        return HTML(.section, .class("panel refs")) {
            HTML(.h2) { ReportWords.sources[language] }
            for citation in citations {
                HTML(.div, .class("ref")) {
                    HTML(.p) {
                        citation.document.map { document in HTML(.span, .class("id")) { document.id + " " } }
                        title(of: citation)
                    }
                    paragraphs(citation.paragraphs)
                }
            }
        }
    }

    private func paragraphs(_ paragraphs: [SourceDirectory.Paragraph]) -> HTML {
        guard !paragraphs.isEmpty else { return .empty }
        let list = HTML(.ul) {
            for paragraph in paragraphs {
                HTML(.li) {
                    ids([paragraph.id], limit: 1) { links.address(ofParagraph: $0) }
                    (paragraph.topic ?? paragraph.section).map { topic in HTML(.span) { topic[language] } }
                }
            }
        }
        guard paragraphs.count > 8 else { return list }
        let count = paragraphs.count
        return HTML(.details) {
            HTML(.summary) { Localized("\(count) paragraphs", "\(count) 段")[language] }
            list
        }
    }

    /// Study, package, parameters and seed: what gives the same answer again.
    public func reproduction(of report: Report) -> HTML {
        HTML(.section, .class("panel")) {
            HTML(.h2) { ReportWords.reproduce[language] }
            HTML(.dl, .class("rows")) {
                row(ReportWords.study) {
                    HTML(.span, .class("id")) { report.study }
                    " " + report.version
                }
                stamp(report.package, ReportWords.package)
                for other in report.compared { stamp(other, ReportWords.compared) }
                report.scenario.map { scenario in row(ReportWords.scenario) { HTML(text: scenario) } }
                report.supplied.map { supplied in
                    row(supplied.kind.label) { HTML(text: supplied.name) }
                        + row(ReportWords.fingerprint) { HTML(.span, .class("id")) { supplied.fingerprint } }
                }
                if !report.parameters.isEmpty {
                    row(ReportWords.parameters) {
                        for id in report.parameters.keys.sorted() {
                            HTML(.span, .class("id line")) { "\(id) = \(report.parameters[id] ?? "")" }
                        }
                    }
                }
                row(ReportWords.seed) {
                    HTML(text: report.seed.map { String($0) } ?? ReportWords.noSeed[language])
                }
            }
        }
    }

    private func stamp(_ stamp: PackageStamp, _ name: Localized) -> HTML {
        row(name) { HTML(text: "\(stamp.title[language]) · \(stamp.id) \(stamp.version)") }
            + row(ReportWords.fingerprint) { HTML(.span, .class("id")) { stamp.fingerprint } }
    }
}
