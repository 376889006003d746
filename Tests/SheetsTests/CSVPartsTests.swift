import Sheets
import Testing

/// A file that is cut gives what one reading from the beginning gives.
@Suite struct `A CSV file in parts` {
    private struct Line: Equatable {
        var row: Int
        var line: Int
        var cells: [String]
    }

    /// The records and problems of a file read in one go, and in parts; no parts where it is not cut.
    private func read(
        _ bytes: [UInt8], _ options: CSVOptions = CSVOptions(delimiter: .detected), partBytes: Int
    ) throws -> (whole: ([Line], CSVSummary), parts: ([Line], CSVSummary)?) {
        try withTemporaryFolder { folder in
            let path = folder + "/a.csv"
            try AtomicFile.write(bytes, to: path)
            var lines: [Line] = []
            let summary = try CSVReader(options).read(path: path) {
                lines.append(Line(row: $0.row, line: $0.line, cells: $0.strings))
            }
            guard let parts = try CSVParts(path: path, options: options, partBytes: partBytes),
                let rows = parts.firstRows(try (0..<parts.count).map { try parts.survey($0) })
            else { return ((lines, summary), nil) }
            var found: [Line] = []
            var summaries: [CSVSummary] = []
            for part in 0..<parts.count {
                summaries.append(
                    try parts.read(part, from: rows[part]) {
                        found.append(Line(row: $0.row, line: $0.line, cells: $0.strings))
                    })
            }
            let joined = try #require(CSVSummary.joined(summaries, keeping: options.maximumProblems))
            return ((lines, summary), (found, joined))
        }
    }

    @Test func `has the same records, rows and problems, wherever it is cut`() throws {
        var random = SeededGenerator(5)
        let alphabet = ["a", "b", ",", ",", "\n", "\n", "\r\n", "津", "é", " ", "'=1", "12.5"]
        var cut = 0
        for round in 0..<200 {
            let start = ["id,wert\n", "\u{FEFF}编号;值\n\n", "a\tb\r\n"][round % 3]
            let text = start + (0..<400).map { _ in alphabet[random.below(alphabet.count)] }.joined()
            var options = CSVOptions(delimiter: .detected, undoesFormulaGuard: true)
            options.maximumFields = 4
            let (whole, parts) = try read(Array(text.utf8), options, partBytes: 16 + random.below(200))
            guard let parts else { continue }
            cut += 1
            let isSame = parts.0 == whole.0 && parts.1 == whole.1
            #expect(isSame, "round \(round)")
        }
        #expect(cut > 150)
    }

    @Test func `is read in one go where a line end may not end a record, or the text is not plain`() throws {
        let line = "1,2\n"
        let plain = String(repeating: line, count: 100)
        #expect(try read(Array(plain.utf8), partBytes: 64).parts?.0.count == 100)
        for odd in ["\"a\n\",2\n", "a\0,2\n"] {
            #expect(try read(Array((plain + odd + plain).utf8), partBytes: 64).parts == nil)
        }
        #expect(try read(Array(plain.utf8) + [0xB1, 0xB1, 0x0A], partBytes: 64).parts == nil)
        #expect(try read(Array(plain.utf8) + [0xE6, 0xB4], partBytes: 64).parts == nil)
        let old = plain.replacing("\n", with: "\r")
        #expect(try read(Array(old.utf8), partBytes: 64).parts == nil)
        #expect(try read([0xFE, 0xFF] + Array(plain.utf8), partBytes: 64).parts == nil)
        #expect(try read(Array(plain.utf8), partBytes: 1_000).parts == nil)
    }

    @Test func `is refused where it is a workbook or is not there`() throws {
        try withTemporaryFolder { folder in
            try AtomicFile.write(
                [0x50, 0x4B, 3, 4] + [UInt8](repeating: 0x0A, count: 400), to: folder + "/x")
            #expect(throws: SheetError.self) {
                try CSVParts(path: folder + "/x", options: CSVOptions(), partBytes: 64)
            }
            #expect(throws: SheetError.self) { try CSVParts(path: folder + "/y", options: CSVOptions()) }
        }
    }
}
