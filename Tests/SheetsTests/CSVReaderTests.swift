import Sheets
import Testing

@Suite struct CSVReaderTests {
    func fields(_ text: String, _ options: CSVOptions = CSVOptions()) throws -> [[String]] {
        try fields(Array(text.utf8), options).records
    }

    func fields(_ bytes: [UInt8], _ options: CSVOptions = CSVOptions()) throws -> (
        records: [[String]], summary: CSVSummary
    ) {
        var all: [[String]] = []
        let summary = try CSVReader(options).read(bytes: bytes) { all.append($0.strings) }
        return (all, summary)
    }

    func problems(_ text: String) throws -> [CSVProblem] { try fields(Array(text.utf8)).summary.problems }

    @Test func `a quoted comma stays inside its field`() throws {
        #expect(try fields("a,\"b,c\",d\n") == [["a", "b,c", "d"]])
    }

    @Test func `doubled quotes and line breaks inside quotes are text`() throws {
        #expect(
            try fields("\"say \"\"hi\"\"\",\"1\r\n2\"\r\nx,y") == [["say \"hi\"", "1\r\n2"], ["x", "y"]])
    }

    @Test func `every line end reads alike`() throws {
        let expected = [["a", "b"], ["1", ""], ["", "2"]]
        for end in ["\n", "\r\n", "\r"] {
            #expect(try fields(["a,b", "1,", ",2"].joined(separator: end)) == expected)
            #expect(try fields(["a,b", "1,", ",2", ""].joined(separator: end)) == expected)
        }
    }

    @Test func `a carriage return inside an unquoted field is kept`() throws {
        #expect(try fields("a\rb,c\r\n") == [["a\rb", "c"]])
    }

    @Test func `empty quoted fields and empty files`() throws {
        #expect(try fields("") == [])
        #expect(try fields("\n\n") == [])
        #expect(try fields("\"\"\n") == [[""]])
        #expect(try fields("\"\",\"\"") == [["", ""]])
        #expect(try fields("\u{FEFF}") == [])
    }

    @Test func `blank lines count as rows and are not delivered`() throws {
        var rows: [[Int]] = []
        try CSVReader().read(bytes: Array("h\n\n\"x\ny\"\n\r\nz\n".utf8)) { rows.append([$0.row, $0.line]) }
        #expect(rows == [[1, 1], [3, 3], [5, 6]])
    }

    @Test func `a missing field is empty and never traps`() throws {
        try CSVReader().read(bytes: Array("a,b".utf8)) { record in
            #expect(record.count == 2)
            #expect(record.string(-1) == "" && record.string(2) == "" && record.isEmpty(7))
            #expect(Array(record[1]) == [0x62])
        }
    }

    @Test func `an unterminated quote costs its own line only`() throws {
        let text = "a,b\n1,\"open\n2,x\n3,y\n"
        #expect(try fields(text) == [["a", "b"], ["1", "\"open"], ["2", "x"], ["3", "y"]])
        #expect(
            try problems(text) == [
                CSVProblem(kind: .unterminatedQuote, row: 2, column: 2, line: 2, byteOffset: nil)
            ])
    }

    @Test func `text after a closing quote is kept and reported`() throws {
        #expect(try fields("\"a\"\"b\"c\"d,e\n") == [["a\"bc\"d", "e"]])
        #expect(try problems("x\n\"a\"b,e\n").map(\.kind) == [.textAfterClosingQuote])
        #expect(try problems("x\ny,\"a\" ,e\n").map(\.column) == [2])
    }

    @Test func `a stray quote is kept and reported once`() throws {
        #expect(try fields("5\" and 6\",x\n") == [["5\" and 6\"", "x"]])
        #expect(try problems("5\" and 6\",x\n").count == 1)
        #expect(try problems("5\" and 6\",x\n").first?.kind == .strayQuote)
    }

    @Test func `a zero byte is reported at its offset`() throws {
        let summary = try fields([0x61, 0x0A, 0x62, 0x2C, 0x63, 0, 0x64, 0x0A]).summary
        #expect(summary.problems == [CSVProblem(kind: .nulByte, row: 2, column: 2, line: 2, byteOffset: 5)])
    }

    @Test func `invalid UTF-8 is reported at its row, column and offset`() throws {
        let start = Array("\u{FEFF}名称,地区\n北京,天津\n".utf8)
        let bytes = start + Array("河北,".utf8) + [0xE6, 0xB1] + Array("x\n".utf8)
        let (records, summary) = try fields(bytes)
        #expect(summary.encoding == .utf8 && summary.hasByteOrderMark)
        #expect(
            summary.problems.first
                == CSVProblem(
                    kind: .invalidText(byte: 0xE6), row: 3, column: 2, line: 3, byteOffset: start.count + 7))
        #expect(records.last?.last?.hasSuffix("x") == true)
    }

    @Test func `records over a limit are reported and the next one is read`() throws {
        let wide = String(repeating: ",", count: 5)
        let options = CSVOptions(
            maximumFields: 4, maximumFieldBytes: 10, maximumRecordBytes: 1_024, chunkBytes: 4_096)
        let long = String(repeating: "x", count: 30_000)
        let text = "a,b\n\(wide)\n01234567890,c\n\(long)\nd,e\n"
        let (records, summary) = try fields(Array(text.utf8), options)
        #expect(records == [["a", "b"], ["d", "e"]])
        #expect(summary.problems.map(\.kind) == [.tooManyFields, .fieldTooLong, .recordTooLong])
        #expect(summary.problems.map(\.row) == [2, 3, 4])
        #expect(summary.problems.map(\.losesRecord) == [true, true, true])
        #expect(summary.rows == 5)
    }

    @Test func `wide records are read up to the limit`() throws {
        for width in [255, 256, 257, 1_000, 16_384] {
            let record = (0..<width).map { String($0) }
            #expect(try fields(record.joined(separator: ",") + "\n") == [record])
        }
        #expect(try problems(String(repeating: ",", count: 16_384)).map(\.kind) == [.tooManyFields])
    }

    @Test func `a quote left open in a long file does not swallow it`() throws {
        let lines = String(repeating: "123,456\n", count: 5_000)
        let options = CSVOptions(maximumRecordBytes: 8_192, chunkBytes: 4_096)
        let (records, summary) = try fields(Array(("a,\"b\n" + lines).utf8), options)
        #expect(records.count == 5_001)
        #expect(summary.problems.map(\.kind) == [.unterminatedQuote])
    }

    @Test func `the separator is found in the first record`() throws {
        let detect = CSVOptions(delimiter: .detected)
        #expect(try fields("a;b;c\n1,5;2;3\n", detect) == [["a", "b", "c"], ["1,5", "2", "3"]])
        #expect(try fields("a\t\"b;;;;\"\tc\n", detect) == [["a", "b;;;;", "c"]])
        #expect(try fields("only\nx\n", detect) == [["only"], ["x"]])
        #expect(try fields("a;b\n", CSVOptions(delimiter: .semicolon)) == [["a", "b"]])
        #expect(try fields("a;b\n") == [["a;b"]])
    }

    @Test func `reading can stop after some records`() throws {
        let summary = try fields(Array("a\nb\nc\n".utf8), CSVOptions(maximumRecords: 2)).summary
        #expect(summary.deliveredRecords == 2)
    }

    @Test func `an error of the caller ends the reading and arrives unchanged`() {
        struct Stop: Error {}
        #expect(throws: Stop.self) { try CSVReader().read(bytes: Array("a\nb\n".utf8)) { _ in throw Stop() } }
    }

    @Test func `a renamed workbook, a folder and a missing file are refused with advice`() throws {
        let error = #expect(throws: SheetError.self) {
            try CSVReader().read(bytes: [0x50, 0x4B, 3, 4, 0, 0]) { _ in }
        }
        #expect(error?.kind == .unsupported)
        #expect(throws: SheetError.self) { try CSVReader().read(path: "/") { _ in } }
        let missing = #expect(throws: SheetError.self) {
            try CSVReader().read(path: "no such file.csv") { _ in }
        }
        #expect(missing?.file == "no such file.csv" && missing?.kind == .unreadable)
        #expect(missing?.description.hasPrefix("no such file.csv: ") == true)
    }

    @Test func `random texts read as a plain state machine reads them, whatever the buffer`() throws {
        var random = SeededGenerator(11)
        let alphabet = Array("ab,,,\"\"\"\n\n\r津;".utf8)
        for round in 0..<3_000 {
            var bytes = (0..<random.below(round % 10 == 0 ? 9_000 : 200)).map { _ in
                alphabet[random.below(alphabet.count)]
            }
            bytes = Array(String(decoding: bytes, as: UTF8.self).utf8)
            let expected = PlainCSV.records(bytes)
            let (records, summary) = try fields(bytes, CSVOptions(chunkBytes: 4_096))
            guard bytes.contains(0x0A), !summary.problems.contains(where: { $0.kind == .unterminatedQuote })
            else {
                continue
            }
            #expect(records == expected, "\(String(decoding: bytes, as: UTF8.self).debugDescription)")
        }
    }

    @Test func `a long file is cut alike by every buffer size`() throws {
        var random = SeededGenerator(12)
        let table = random.table(rows: 3_000, columns: 6)
        let bytes = CSVWriter.bytes(of: table, options: .package)
        for chunk in [4_096, 5_000, 1 << 16, 1 << 22] {
            #expect(try fields(bytes, CSVOptions(chunkBytes: chunk)).records == table)
        }
    }
}

/// CSV read one byte at a time, the obvious way: the oracle for the fast reader.
enum PlainCSV {
    static func records(_ bytes: [UInt8]) -> [[String]] {
        var records: [[String]] = []
        var record: [[UInt8]] = []
        var field: [UInt8] = []
        var wasQuoted = false
        var place = 0
        var index = 0
        func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
        func endRecord() {
            record.append(field)
            if record.count > 1 || !field.isEmpty || wasQuoted { records.append(record.map(text)) }
            record = []
            field = []
            wasQuoted = false
            place = 0
        }
        while index < bytes.count {
            let byte = bytes[index]
            switch (place, byte) {
            case (1, 0x22):
                if index + 1 < bytes.count, bytes[index + 1] == 0x22 {
                    field.append(0x22)
                    index += 1
                } else {
                    place = 2
                }
            case (1, _): field.append(byte)
            case (_, 0x2C):
                record.append(field)
                field = []
                wasQuoted = false
                place = 0
            case (_, 0x0A): endRecord()
            case (_, 0x0D) where index + 1 == bytes.count || bytes[index + 1] == 0x0A: break
            case (0, 0x22):
                place = 1
                wasQuoted = true
            default:
                field.append(byte)
                if place == 0 { place = 3 }
            }
            index += 1
        }
        if !record.isEmpty || !field.isEmpty || wasQuoted { endRecord() }
        return records
    }
}
