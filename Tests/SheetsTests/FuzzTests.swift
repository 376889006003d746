import Sheets
import Testing

/// Damaged input for every reader: it may be refused, but it must not crash, hang or hand out what is not there. Each
/// function takes any bytes, so that a fuzzer can call it as well.
enum FuzzTarget {
    static func csv(_ bytes: [UInt8]) {
        for encoding in [nil] + TextEncoding.allCases.map(Optional.some) {
            let options = CSVOptions(
                delimiter: bytes.count % 2 == 0 ? .detected : .comma, encoding: encoding,
                undoesFormulaGuard: true,
                maximumFields: 8, maximumFieldBytes: 64, maximumRecordBytes: 1_024, maximumProblems: 20,
                chunkBytes: 4_096)
            var last = 0
            let summary = try? CSVReader(options).read(bytes: bytes) { record in
                #expect(
                    record.row > last && record.line >= record.row && record.count >= 1 && record.count <= 8)
                last = record.row
                for index in 0..<record.count {
                    #expect(record[index].count <= 64)
                    // Decoded text is valid whatever the file held.
                    #expect(String(validating: record[index], as: UTF8.self) != nil)
                }
            }
            if let summary { #expect(summary.rows >= last && summary.problemCount >= summary.problems.count) }
        }
    }

    static func zip(_ bytes: [UInt8]) {
        let limits = ZipLimits(maximumEntries: 50, maximumEntryBytes: 1 << 20, maximumTotalBytes: 1 << 22)
        guard let reader = try? ZipReader(bytes: bytes, limits: limits) else { return }
        for entry in reader.entries {
            #expect(!entry.name.hasPrefix("/") && !entry.name.split(separator: "/").contains(".."))
            if let content = try? reader.bytes(of: entry) { #expect(content.count == entry.size) }
        }
    }

    static func workbook(_ bytes: [UInt8]) {
        let limits = ZipLimits(maximumEntries: 50, maximumEntryBytes: 1 << 20, maximumTotalBytes: 1 << 22)
        guard let reader = try? XLSXReader(bytes: bytes, limits: limits) else { return }
        for sheet in reader.sheets {
            var last = 0
            _ = try? reader.read(sheet) { row in
                #expect(row.number > last && row.count > 0)
                last = row.number
                for index in 0..<row.count {
                    guard let cell = row[index] else { continue }
                    #expect(cell.column >= 1 && cell.column <= CellReference.maximumColumn)
                    _ = cell.text.utf8.count
                    _ = cell.date
                }
            }
        }
    }

    /// The parts of a workbook, given as text, so that damage reaches the XML and not only the archive around it.
    static func sheetXML(_ bytes: [UInt8], shared: [UInt8], styles: [UInt8]) {
        var book = HandmadeWorkbook()
        book.sheetXML = String(decoding: bytes, as: UTF8.self)
        book.sharedXML = String(decoding: shared, as: UTF8.self)
        book.stylesXML = String(decoding: styles, as: UTF8.self)
        guard let bytes = try? book.bytes() else { return }
        workbook(bytes)
    }
}

@Suite struct FuzzTests {
    let csvSeed = Array(
        "\u{FEFF}id,名称,\"a \"\"b\"\"\"\r\n1,'=x,\"two\nlines\"\r\n\r\n,,\n\"-1\",2.5,京津冀\r\nx\ty;z,\u{0},é"
            .utf8)
    let csvAlphabet: [UInt8] =
        Array(",,\"\"\"\n\r;\t'=a".utf8) + [0, 0xE4, 0xBA, 0xAC, 0xB1, 0xFF, 0xFE, 0x81, 0x30]

    @Test func `CSV survives damage`() {
        var random = SeededGenerator(71)
        for round in 0..<3_000 {
            FuzzTarget.csv(
                round % 3 == 0
                    ? random.bytes(random.below(120), alphabet: csvAlphabet)
                    : random.mutated(csvSeed, alphabet: csvAlphabet))
        }
        for _ in 0..<20 { FuzzTarget.csv(random.bytes(20_000, alphabet: csvAlphabet)) }
        print("fuzz: CSV: 3020 executions in each of five ways, no crash")
    }

    @Test func `ZIP survives damage`() throws {
        var random = SeededGenerator(72)
        let packed = try ZipWriter.bytes { zip in
            try zip.add("a.txt", Array("hello hello hello".utf8))
            try zip.add("夹/b", [UInt8](repeating: 1, count: 300))
        }
        var handmade = HandmadeZip()
        handmade.add("x/", [])
        handmade.add("x/y", [1, 2, 3])
        for round in 0..<4_000 {
            FuzzTarget.zip(
                random.mutated(
                    round % 2 == 0 ? packed : handmade.bytes,
                    alphabet: [0, 1, 8, 0x50, 0x4B, 0xFF, 0x2E, 0x2F]))
        }
        print("fuzz: archive: 4000 executions, no crash")
    }

    @Test func `workbooks survive damage to the archive`() throws {
        var random = SeededGenerator(73)
        let bytes = try XLSXWriter.bytes { writer in
            try writer.sheet("s", columns: [XLSXColumn("h")]) { sheet in
                try sheet.row([.text("京"), .number(1), .date(XLSXDate(day: nil, secondOfDay: 60))])
            }
        }
        for _ in 0..<2_000 { FuzzTarget.workbook(random.mutated(bytes, alphabet: [0, 0x50, 0x4B, 0xFF])) }
        print("fuzz: workbook, archive damaged: 2000 executions, no crash")
    }

    @Test func `workbooks survive damage to their XML`() {
        var random = SeededGenerator(74)
        let sheet = Array(
            """
            <worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>44562.5</v></c></row>
            <row r="3"><c r="C3" t="inlineStr"><is><r><t>_x0041_&#20140;</t></r></is></c><c t="b"><v>1</v></c><c t="e"><f>A1</f><v>#N/A</v></c></row>
            </sheetData></worksheet>
            """.utf8)
        let shared = Array(
            "<sst><si><t>a_x000D_</t></si><si><r><t>b</t></r><rPh><t>c</t></rPh></si></sst>".utf8)
        let styles = Array(
            "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"[h]yy;&quot;d&quot;\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/></cellXfs></styleSheet>"
                .utf8)
        let alphabet = Array("<>/=\"&;r t13scvABZ_x[]!-".utf8)
        for round in 0..<3_000 {
            FuzzTarget.sheetXML(
                round % 4 == 0 ? sheet : random.mutated(sheet, alphabet: alphabet),
                shared: round % 4 == 1 ? random.mutated(shared, alphabet: alphabet) : shared,
                styles: round % 4 == 0 ? random.mutated(styles, alphabet: alphabet) : styles)
        }
        print("fuzz: workbook, XML damaged: 3000 executions, no crash")
    }

    @Test func `numbers survive damage`() {
        var random = SeededGenerator(75)
        for _ in 0..<5_000 {
            let bytes = random.bytes(random.below(30), alphabet: Array("0123456789.eE+-".utf8))
            bytes.withUnsafeBufferPointer { text in
                if let value = NumberText.double(text) { #expect(value.isFinite) }
                if let value = NumberText.integer(text) { #expect(Double(value) == NumberText.double(text)) }
            }
        }
    }
}
