import Sheets
import Testing

@Suite struct XLSXReaderTests {
    typealias Seen = HandmadeWorkbook.Seen

    @Test func `shared, inline and rich texts are read without their phonetic marks`() throws {
        var book = HandmadeWorkbook(
            rows: """
                <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>
                <c r="C1" t="inlineStr"><is><t>in &amp; line</t></is></c>
                <c r="D1" t="inlineStr"><is><r><t>北</t></r><rPh sb="0" eb="1"><t>bei</t></rPh><r><t xml:space="preserve"> 京</t></r></is></c>
                <c r="E1" t="str"><f>A1&amp;B1</f><v>sum_x000D_</v></c></row>
                """)
        book.sharedXML =
            "<sst><si><t>_x005F_x000A_ one</t></si><si><r><rPr><b/></rPr><t>ri</t></r><r><t>ch</t></r><rPh><t>x</t></rPh></si></sst>"
        #expect(
            try book.cells() == [
                Seen(1, "A", .text, "_x000A_ one"), Seen(1, "B", .text, "rich"),
                Seen(1, "C", .text, "in & line"),
                Seen(1, "D", .text, "北 京"), Seen(1, "E", .text, "sum\r"),
            ])
    }

    @Test func `numbers, booleans, errors and formulas`() throws {
        let book = HandmadeWorkbook(
            rows: """
                <row r="2"><c r="A2"><v>1.1000000000000001</v></c><c r="B2" t="b"><v>1</v></c><c r="C2" t="e"><v>#N/A</v></c>
                <c r="D2"><f>1+1</f></c><c r="E2" s="9"/><c r="F2" t="n"><v>9.1120116000000006E+17</v></c><c r="G2"><v>-0.5</v></c></row>
                """)
        #expect(
            try book.cells() == [
                Seen(2, "A", .number, "1.1"), Seen(2, "B", .boolean, "TRUE"), Seen(2, "C", .error, "#N/A"),
                Seen(2, "D", .blank, ""), Seen(2, "F", .number, "9.1120116e+17"),
                Seen(2, "G", .number, "-0.5"),
            ])
        let reader = try XLSXReader(bytes: book.bytes())
        try reader.read(reader.sheets[0]) { row in
            #expect(row.cell(column: 6)?.mayHaveLostDigits == true)
            #expect(row.cell(column: 6)?.rawText == "9.1120116000000006E+17")
            #expect(row.cell(column: 1)?.mayHaveLostDigits == false)
            #expect(row.cell(column: 4)?.isFormula == true)
            #expect(
                row.cell(column: 5) == nil && row.cell(column: 99) == nil && row[7] == nil && row[-1] == nil)
            #expect(row.strings(width: 3) == ["1.1", "TRUE", "#N/A"])
            #expect(row.lastColumn == 7 && row.strings().count == 7)
        }
    }

    @Test func `rows and cells without references take their place from the order`() throws {
        let book = HandmadeWorkbook(
            rows:
                "<row><c><v>1</v></c><c><v>2</v></c></row><row r=\"5\"><c r=\"AA5\"><v>3</v></c><c><v>4</v></c></row><row><c><v>5</v></c></row>"
        )
        #expect(try book.cells().map { "\($0.column)\($0.row)" } == ["A1", "B1", "AA5", "AB5", "A6"])
    }

    @Test func `prefixed elements are understood`() throws {
        var book = HandmadeWorkbook()
        book.sheetXML =
            "<x:worksheet xmlns:x=\"u\"><x:sheetData><x:row r=\"1\"><x:c r=\"A1\"><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>"
        #expect(try book.cells() == [Seen(1, "A", .number, "7")])
    }

    /// Serial numbers and their dates as Excel shows them (ECMA-376 part 1, 18.17.4).
    @Test(arguments: [
        (1.0, "1900-01-01"), (59.0, "1900-02-28"), (61.0, "1900-03-01"), (25_569.0, "1970-01-01"),
        (44_562.0, "2022-01-01"),
        (45_413.354_166_666_664, "2024-05-01T08:30:00"), (0.5, "12:00:00"), (2_958_465.0, "9999-12-31"),
    ])
    func `serial numbers become dates`(serial: Double, text: String) throws {
        var book = HandmadeWorkbook(
            rows: "<row r=\"1\"><c r=\"A1\" s=\"1\"><v>\(serial)</v></c><c r=\"B1\"><v>1</v></c></row>")
        book.stylesXML =
            "<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>"
        #expect(try book.cells().first == Seen(1, "A", .date, text))
    }

    @Test func `a day that never was and one beyond the calendar stay numbers`() throws {
        for serial in ["60", "-1", "2958466"] {
            var book = HandmadeWorkbook(rows: "<row r=\"1\"><c r=\"A1\" s=\"0\"><v>\(serial)</v></c></row>")
            book.stylesXML = "<styleSheet><cellXfs><xf numFmtId=\"14\"/></cellXfs></styleSheet>"
            #expect(try book.cells() == [Seen(1, "A", .number, serial)])
        }
    }

    @Test func `the 1904 system counts from 1904`() throws {
        var book = HandmadeWorkbook(rows: "<row r=\"1\"><c r=\"A1\" s=\"0\"><v>43100</v></c></row>")
        book.workbookXML =
            "<workbook xmlns:r=\"r\"><workbookPr date1904=\"1\"/><sheets><sheet name=\"S\" r:id=\"rId1\"/></sheets></workbook>"
        book.stylesXML = "<styleSheet><cellXfs><xf numFmtId=\"14\"/></cellXfs></styleSheet>"
        #expect(try book.cells() == [Seen(1, "A", .date, "2022-01-01")])
    }

    @Test(arguments: [
        ("yyyy\"年\"m\"月\"d\"日\"", true), ("[$-804]yyyy-mm-dd;@", true), ("hh:mm AM/PM", true),
        ("General", false),
        ("0.00E+00", false), ("#,##0 \"days\"", false), ("[Red]0.0", false), ("[h]:mm:ss", false),
        ("0\\d", false),
        ("[$¥-804]#,##0.00", false), ("0.0;yyyy", false), ("_d0", false),
    ])
    func `a format code shows a date or not`(code: String, isDate: Bool) throws {
        let quoted = code.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "&quot;")
        var book = HandmadeWorkbook(rows: "<row r=\"1\"><c r=\"A1\" s=\"0\"><v>44562</v></c></row>")
        book.stylesXML =
            "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"\(quoted)\"/></numFmts><cellStyleXfs><xf numFmtId=\"0\"/></cellStyleXfs><cellXfs><xf numFmtId=\"164\"/></cellXfs></styleSheet>"
        #expect(try book.cells().map(\.kind) == [isDate ? .date : .number])
    }

    @Test(arguments: [
        ("<row r=\"2\"><c><v>1</v></c></row><row r=\"2\"><c><v>1</v></c></row>", 2, nil),
        ("<row r=\"0\"/>", nil, nil), ("<row r=\"1048577\"/>", nil, nil),
        ("<row r=\"3\"><c r=\"B3\"><v>1</v></c><c r=\"A3\"><v>1</v></c></row>", 3, "A"),
        ("<row r=\"3\"><c r=\"B4\"><v>1</v></c></row>", 3, "A"),
        ("<row r=\"3\"><c r=\"XFE3\"><v>1</v></c></row>", 3, "A"),
        ("<row r=\"3\"><c r=\"C3\" t=\"s\"><v>0</v></c></row>", 3, "C"),
        ("<row><c t=\"q\"><v>0</v></c></row>", 1, "A"),
        ("<row><c><v>1O</v></c></row>", 1, "A"), ("<row><c><v>INF</v></c></row>", 1, "A"),
        ("<row><row/></row>", 1, nil),
        ("<row>", nil, nil),
    ])
    func `a damaged sheet is refused at its place`(rows: String, row: Int?, column: String?) {
        let error = HandmadeWorkbook(rows: rows).refusal()
        #expect(error?.kind == .malformed)
        #expect(error?.file == "hand.xlsx")
        #expect(error?.row == row && error?.column == column, "\(error?.description ?? "")")
    }

    @Test func `a document type, an entity bomb and deep XML are refused`() {
        var book = HandmadeWorkbook()
        book.sheetXML =
            "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]><worksheet><sheetData><row><c t=\"str\"><v>&b;</v></c></row></sheetData></worksheet>"
        #expect(book.refusal()?.reason.en.contains("document type") == true)
        book.sheetXML = String(repeating: "<a>", count: 65) + String(repeating: "</a>", count: 65)
        #expect(book.refusal()?.reason.en.contains("deep") == true)
        book.sheetXML =
            "<worksheet a=\"" + (0..<700_000).map { "\($0 &* 48_271 % 9_973_127)" }.joined() + "\"/>"
        #expect(book.refusal()?.reason.en.contains("single XML tag") == true)
    }

    @Test func `what is no workbook says what to do`() throws {
        func kind(_ bytes: [UInt8]) -> SheetError.Kind? {
            do {
                _ = try XLSXReader(bytes: bytes)
                return nil
            } catch { return (error as? SheetError)?.kind }
        }
        let old: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
        #expect(kind(old + [UInt8](repeating: 0, count: 600)) == .unsupported)
        let encrypted =
            old + [UInt8](repeating: 0, count: 600) + "EncryptedPackage".utf16.flatMap { [UInt8($0), 0] }
        #expect(kind(encrypted) == .encrypted)
        #expect(kind([]) == .malformed)
        #expect(kind(Array("a,b".utf8)) == .malformed)
        #expect(kind(try ZipWriter.bytes { try $0.add("x", []) }) == .malformed)
        #expect(kind(try ZipWriter.bytes { try $0.add("word/document.xml", []) }) == .unsupported)
        #expect(throws: SheetError.self) { try XLSXReader(path: "no such.xlsx") }
    }

    @Test func `chart sheets are left out and hidden sheets are marked`() throws {
        var book = HandmadeWorkbook(rows: "<row><c><v>1</v></c></row>")
        book.workbookXML =
            "<workbook xmlns:r=\"r\"><sheets><sheet name=\"图\" r:id=\"rId4\"/><sheet name=\"S\" state=\"hidden\" r:id=\"rId1\"/></sheets></workbook>"
        let sheets = try XLSXReader(bytes: book.bytes()).sheets
        #expect(sheets.map(\.name) == ["S"] && sheets.map(\.isHidden) == [true])
    }

    @Test func `an error of the caller arrives unchanged`() throws {
        struct Stop: Error {}
        let reader = try XLSXReader(bytes: HandmadeWorkbook(rows: "<row><c><v>1</v></c></row>").bytes())
        #expect(throws: Stop.self) { try reader.read(reader.sheets[0]) { _ in throw Stop() } }
        #expect(try reader.read(reader.sheets[0]) { _ in } == 1)
    }

    @Test func `column letters go to XFD`() {
        #expect(
            [1, 26, 27, 702, 703, 16_384].map(CellReference.letters) == ["A", "Z", "AA", "ZZ", "AAA", "XFD"])
        #expect(CellReference.letters(0) == "" && CellReference.letters(-3) == "")
    }
}
