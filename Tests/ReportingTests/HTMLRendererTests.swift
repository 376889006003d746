import Ecosystem
import Reporting
import Testing

@Suite struct `A report as HTML` {
    private struct Addresses: LinkResolver {
        var prefix = "/r/sample/"
        func address(of kind: RecordKind, id: String) -> String? { prefix + kind.rawValue + "/" + id }
        func address(ofRecord id: String) -> String? { prefix + "record/" + id }
        func address(ofParagraph id: String) -> String? { prefix + "paragraph/" + id }
        func download(table id: String, as format: ReportFormat) -> String? {
            prefix + id + "." + format.fileExtension
        }
        func placeClass(ofRegion id: String) -> String? { "p2" }
        func sorted(table: String, by column: String) -> String? { prefix + "?sort=" + column }
        func sorting(of table: String) -> TableSorting? { TableSorting(column: "share", isDescending: true) }
    }

    private let report = SampleReport.report

    @Test(arguments: Language.allCases)
    func `reads as the golden markup`(language: Language) throws {
        let body = HTMLRenderer(language: language, links: Addresses(), sources: SampleReport.sources).body(
            of: report)
        let broken = body.source.replacing("><", with: ">\n<")
        try Golden.expect(broken + "\n", "sample.\(language.rawValue).html")
    }

    @Test func `is well formed, alone and as part of a page`() {
        for language in Language.allCases {
            let renderer = HTMLRenderer(language: language, links: Addresses(), sources: SampleReport.sources)
            #expect(MarkupReading(renderer.body(of: report).source).faults.isEmpty)
            let document = MarkupReading(renderer.document(of: report).source)
            #expect(document.faults.isEmpty)
            #expect(
                !document.elements.contains { $0.name == "script" || $0.attributes.keys.contains("style") })
            let ids = document.elements.compactMap { $0.attributes["id"] }
            #expect(Set(ids).count == ids.count)
        }
    }

    @Test func `every number has its source and every missing one its words`() {
        let reading = MarkupReading(
            HTMLRenderer(language: .en, links: Addresses(), sources: SampleReport.sources).content(of: report)
                .source)
        let notes = reading.elements.filter { $0.attributes["class"]?.hasPrefix("src") == true }
        // 3 figures, 2 rows of the picture, 2 rows of the table, 2 notes.
        #expect(notes.count == 9)
        #expect(reading.texts.contains("Parts of a sample car"))
        #expect(reading.texts.contains("not printed"))
        #expect(reading.elements.contains { $0.attributes["href"] == "/r/sample/paragraph/d1.p2" })
        #expect(reading.elements.contains { $0.attributes["href"] == "/r/sample/record/in.0061" })
        #expect(reading.elements.contains { $0.attributes["href"] == "/r/sample/organization/o.aisin" })
    }

    @Test func `tables say what heads what`() {
        let reading = MarkupReading(
            HTMLRenderer(language: .zh, links: Addresses()).table(SampleReport.components).source)
        let heads = reading.elements.filter { $0.name == "th" }
        #expect(heads.allSatisfy { $0.attributes["scope"] == "col" || $0.attributes["scope"] == "row" })
        #expect(heads.filter { $0.attributes["scope"] == "row" }.count == 2)
        #expect(heads.filter { $0.attributes["aria-sort"] == "descending" }.count == 1)
        #expect(reading.texts.contains("2 行 · 最弱依据：估计"))
        #expect(reading.elements.contains { $0.attributes["href"] == "/r/sample/components.xlsx" })
        #expect(reading.elements.contains { $0.attributes["class"] == "pl p2" })
    }

    @Test func `a picture shows its open table and no empty plot`() {
        let picture = Picture(.bars(name: "name", values: ["firms"]), SampleReport.clusters, highlight: "A")
        let reading = MarkupReading(HTMLRenderer(language: .en).picture(picture).source)
        #expect(reading.elements.first?.attributes["data-values"] == "firms")
        #expect(reading.elements.contains { $0.name == "details" && $0.attributes["open"] != nil })
        #expect(!reading.elements.contains { $0.attributes["class"]?.contains("plot") == true })
        #expect(reading.elements.contains { $0.attributes["data-v"] == "1200" })
        #expect(reading.elements.filter { $0.attributes["class"] == "hl" }.count == 1)
    }

    @Test func `without addresses nothing is linked`() {
        let reading = MarkupReading(
            HTMLRenderer(language: .en, sources: SampleReport.sources).body(of: report).source)
        #expect(!reading.elements.contains { $0.name == "a" })
    }

    @Test func `a page with a synthetic number says so under its heading`() {
        #expect(HTMLRenderer(language: .zh).heading(of: report).source.contains("note sample hatch"))
        var stated = report
        stated.blocks = [.figures([SampleReport.figures[0]])]
        #expect(!HTMLRenderer(language: .zh).heading(of: stated).source.contains("hatch"))
    }

    @Test func `every basis and level has a mark and a word of its own`() {
        for language in Language.allCases {
            #expect(Set(Basis.allCases.map { HTML.basis($0, language).source }).count == Basis.allCases.count)
            #expect(
                Set(Note.Level.allCases.map { HTML.levelMark($0, language).source }).count
                    == Note.Level.allCases.count)
        }
    }

    @Test func `random strings in every field come back as text and no address runs script`() {
        var random = SeededGenerator(seed: 8)
        let pieces = [
            "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onclick='x",
            "javascript:alert(1)", "</table>",
            "<!--", "&amp;", "京", " ", "=cmd", "</style><script>",
        ]
        let allowed = Set(HTML.Tag.allCases.map(\.rawValue) + ["style"])
        for round in 0..<150 {
            func nasty() -> String {
                (0..<Int.random(in: 1...3, using: &random)).map { _ in
                    pieces[Int.random(in: 0..<pieces.count, using: &random)]
                }.joined()
            }
            let text = nasty()
            let words = Localized(same: text)
            let origin = Origin(basis: .stated, paragraphs: [nasty()], records: [nasty()], note: words)
            let table = Table(
                nasty(), words, caption: words,
                columns: [
                    Table.Column(nasty(), words, unit: words), Table.Column("n", words, kind: .number),
                ],
                rows: [
                    [
                        Cell(.links([Cell.Link(words, kind: .region, id: nasty())])),
                        .number(1, origin: origin),
                    ]
                ])
            var report = SampleReport.report
            report.title = words
            report.answer = words
            report.parameters = [nasty(): nasty()]
            report.scenario = text
            report.blocks = [
                .heading(words), .table(table),
                .picture(Picture(.bars(name: nasty(), values: [nasty()]), table)),
                .figures([
                    Figure(words, .number(FigureNumber(1, decimals: 0, qualifier: nasty())), unit: words)
                ]),
                .note(Note(.gap, words, words, origin: origin)),
                .method(Method(words, formula: text, literature: [text], limits: words)),
            ]
            let renderer = HTMLRenderer(language: .en, links: Addresses(prefix: nasty()))
            let source = renderer.document(of: report).source
            let reading = MarkupReading(source)
            #expect(reading.faults.isEmpty, "round \(round)")
            #expect(reading.texts.filter { $0.contains(text) }.count >= 8, "round \(round)")
            for element in reading.elements {
                #expect(allowed.contains(element.name), "round \(round): \(element.name)")
                for (name, value) in element.attributes {
                    #expect(!name.hasPrefix("on") && name != "style")
                    if name == "href" { #expect(WebAddress.safe(value) == value) }
                }
            }
        }
    }
}
