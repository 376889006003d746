import Ecosystem
import Reporting
import Testing

@Suite struct `A report in the terminal` {
    @Test(arguments: Language.allCases)
    func `reads as the golden text`(language: Language) throws {
        let text = TextRenderer(language: language, sources: SampleReport.sources).text(
            of: SampleReport.report)
        try Golden.expect(text, "sample.\(language.rawValue).txt")
    }

    @Test(arguments: [40, 60, 80, 100, 200])
    func `no line is wider than asked`(width: Int) {
        for language in Language.allCases {
            let text = TextRenderer(language: language, sources: SampleReport.sources, width: width)
                .text(of: SampleReport.report)
            for line in text.split(separator: "\n") {
                #expect(DisplayWidth.of(line) <= width, "\(line)")
            }
        }
    }

    @Test func `random words wrap within the width and none is lost`() {
        var random = SeededGenerator(seed: 5)
        let letters = Array("ab c京津，。“”（）1 2 ")
        for round in 0..<300 {
            let words = String(
                (0..<120).map { _ in letters[Int.random(in: 0..<letters.count, using: &random)] })
            var report = SampleReport.report
            report.answer = Localized(same: words)
            report.blocks = []
            let lines = TextRenderer(language: .zh, width: 40).text(of: report).split(separator: "\n")
            #expect(lines.allSatisfy { DisplayWidth.of($0) <= 40 }, "round \(round)")
            let shown = lines.joined().filter { $0 != " " }
            #expect(shown.contains(words.filter { $0 != " " }), "round \(round)")
        }
    }

    @Test func `a line never begins with closing punctuation`() {
        var report = SampleReport.report
        report.answer = Localized(same: String(repeating: "天津，河北。", count: 40))
        report.blocks = []
        let text = TextRenderer(language: .zh, width: 41).text(of: report)
        #expect(!text.split(separator: "\n").contains { $0.hasPrefix("，") || $0.hasPrefix("。") })
    }

    @Test func `what a terminal would obey is not passed on`() {
        var report = SampleReport.report
        report.title = Localized(same: "a\u{1B}[31mred\u{07}\u{202E}b")
        let text = TextRenderer(language: .en).text(of: report)
        #expect(!text.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{07}" || $0 == "\u{202E}" })
    }

    @Test func `styles are written only where asked`() {
        #expect(!TextRenderer(language: .en).text(of: SampleReport.report).contains("\u{1B}"))
        let styled = TextRenderer(language: .en, isStyled: true).text(of: SampleReport.report)
        #expect(styled.contains("\u{1B}[1mLocal content of a sample car\u{1B}[0m"))
    }

    @Test func `rows that fit no line become lists`() {
        let columns = (0..<12).map { Table.Column("c\($0)", Localized(same: "Column \($0)")) }
        let row = (0..<12).map { Cell.text("value number \($0)") }
        var report = SampleReport.report
        report.blocks = [.table(Table("wide", Localized(same: "Wide"), columns: columns, rows: [row]))]
        let text = TextRenderer(language: .en, width: 60).text(of: report)
        #expect(text.contains("  Column 11: value number 11\n"))
    }

    @Test func `an empty report still says what it is`() {
        let empty = Report(
            study: "s", version: "1", title: Localized(same: ""), answer: Localized(same: ""),
            package: PackageStamp(id: "p", title: Localized(same: "P"), version: "0", fingerprint: ""),
            result: .null,
            blocks: [.figures([]), .table(Table("t", Localized(same: "T"), columns: [], rows: [[]]))])
        #expect(TextRenderer(language: .en).text(of: empty).contains("s 1"))
    }
}
