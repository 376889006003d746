import Sheets
import Testing

@Suite struct CSVWriterTests {
    @Test func `export has a byte order mark, CR LF and quotes where needed`() {
        let bytes = CSVWriter.bytes(of: [["名称", "a,b"], ["", ""], [""]])
        #expect(bytes == Array("\u{FEFF}名称,\"a,b\"\r\n,\r\n\"\"\r\n".utf8))
    }

    @Test func `formula-like cells are made harmless and plain numbers stay`() {
        for text in [
            "=1+1", "+86 10 1", "-x", "@a", "\tx", "\rx", "\nx", "＝1", "'=1", "''@a", "-", "--1", "+1-1",
        ] {
            #expect(FormulaGuard.guarded(text) == "'" + text, "\(text)")
        }
        for text in ["", "-12.5", "+1e3", "1", "a=1", "'quoted'", "京", "é", "-.5", "+5.", "ＡＢ"] {
            #expect(FormulaGuard.guarded(text) == text, "\(text)")
        }
    }

    @Test func `the guard is undone without loss on random texts`() {
        var random = SeededGenerator(21)
        for _ in 0..<5_000 {
            let text = random.text(4)
            #expect(FormulaGuard.unguarded(FormulaGuard.guarded(text)) == text)
        }
    }

    @Test func `write then read is the identity on random tables`() throws {
        var random = SeededGenerator(22)
        for round in 0..<300 {
            let table = random.table(rows: 1 + random.below(8), columns: 1 + random.below(6))
            let writing = CSVWriterOptions(
                writesByteOrderMark: round % 2 == 0, endsLinesWithCRLF: round % 3 == 0,
                delimiter: round % 5 == 0 ? 0x3B : 0x2C, guardsFormulas: round % 4 != 0)
            let reading = CSVOptions(
                delimiter: round % 5 == 0 ? .semicolon : .comma, undoesFormulaGuard: writing.guardsFormulas)
            var read: [[String]] = []
            let summary = try CSVReader(reading).read(bytes: CSVWriter.bytes(of: table, options: writing)) {
                read.append($0.strings)
            }
            #expect(read == table)
            #expect(summary.problems == [])
        }
    }

    @Test func `an unguarded number with an apostrophe of the user's survives`() throws {
        let table = [["'-12.5", "'", "'abc", "-12.5"]]
        let read = try CSVTable(
            bytes: CSVWriter.bytes(of: table), options: CSVOptions(undoesFormulaGuard: true))
        #expect(read.header == table[0])
    }

    @Test func `a file is written whole, and a failure leaves the old one`() throws {
        try withTemporaryFolder { folder in
            let path = folder + "/t.csv"
            try CSVWriter.write(to: path, options: .package) { writer in
                for row in 0..<20_000 {
                    writer.field(row)
                    writer.field("x")
                    try writer.endRecord()
                }
            }
            let first = try CSVTable(path: path)
            #expect(first.rows.count == 19_999 && first.rows.last?.fields == ["19999", "x"])
            struct Stop: Error {}
            #expect(throws: Stop.self) {
                try CSVWriter.write(to: path) { writer in
                    try writer.record(["half"])
                    throw Stop()
                }
            }
            #expect(try CSVTable(path: path) == first)
            #expect(names(in: folder) == ["t.csv"])
            #expect(throws: SheetError.self) { try CSVWriter.write(to: folder + "/none/t.csv") { _ in } }
        }
    }
}
