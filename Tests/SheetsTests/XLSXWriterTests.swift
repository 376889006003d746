import Foundation
import Sheets
import Testing

@Suite struct XLSXWriterTests {
    func read(_ bytes: [UInt8]) throws -> [(name: String, rows: [[String]])] {
        let reader = try XLSXReader(bytes: bytes)
        return try reader.sheets.map { sheet in
            var rows: [[String]] = []
            try reader.read(sheet) { row in
                while rows.count < row.number - 1 { rows.append([]) }
                rows.append(row.strings())
            }
            return (sheet.name, rows)
        }
    }

    func sample(_ writer: XLSXWriter) throws {
        let columns = [
            XLSXColumn("名称"), XLSXColumn("Value", width: 12, format: .decimals(1)),
            XLSXColumn("Share", format: .percent(1)),
        ]
        try writer.sheet("数据/1", columns: columns) { sheet in
            try sheet.row([.text("=1+1"), .number(2.5), .number(0.22)])
            try sheet.row([
                .link(url: "https://example.org/?a=1&b=2", text: "page"), .integer(-7), .boolean(true),
            ])
            try sheet.row([
                .link(url: "javascript:alert(1)", text: "text"), .blank, .integer(911_201_160_000_000_000),
            ])
            let day = XLSXDate.Day(year: 2024, month: 5, day: 1)
            try sheet.row([
                .date(XLSXDate(day: day)), .date(XLSXDate(day: day, secondOfDay: 30_600)),
                .date(XLSXDate(day: XLSXDate.Day(year: 1899, month: 5, day: 1))),
            ])
        }
        try writer.sheet("数据/1") { try $0.row(["a", "", "c"]) }
    }

    @Test func `every kind of value comes back`() throws {
        let sheets = try read(XLSXWriter.bytes(sample))
        #expect(sheets.map(\.name) == ["数据-1", "数据-1 (2)"])
        #expect(
            sheets[0].rows == [
                ["名称", "Value", "Share"], ["=1+1", "2.5", "0.22"], ["page", "-7", "TRUE"],
                ["text", "", "911201160000000000"], ["2024-05-01", "2024-05-01T08:30:00", "1899-05-01"],
            ])
        #expect(sheets[1].rows == [["a", "", "c"]])
    }

    @Test func `kinds are kept: numbers are numbers, text is text and never a formula`() throws {
        let reader = try XLSXReader(bytes: XLSXWriter.bytes(sample))
        var kinds: [[XLSXCell.Kind]] = []
        try reader.read(reader.sheets[0]) { row in
            kinds.append((0..<row.count).compactMap { row[$0]?.kind })
            for index in 0..<row.count { #expect(row[index]?.isFormula == false) }
        }
        #expect(
            kinds == [
                [.text, .text, .text], [.text, .number, .number], [.text, .number, .boolean], [.text, .text],
                [.date, .date, .text],
            ])
    }

    @Test func `the same calls give the same bytes at any time`() throws {
        let first = try XLSXWriter.bytes(
            properties: XLSXProperties(title: "T", author: "A", comment: "C"), sample)
        Thread.sleep(forTimeInterval: 1.1)
        let second = try XLSXWriter.bytes(
            properties: XLSXProperties(title: "T", author: "A", comment: "C"), sample)
        #expect(first == second)
        #expect(try XLSXWriter.bytes(properties: XLSXProperties(title: "U"), sample) != first)
    }

    @Test func `write then read is the identity on random tables`() throws {
        var random = SeededGenerator(51)
        for _ in 0..<60 {
            let table = random.table(rows: 1 + random.below(6), columns: 1 + random.below(5)).map { row in
                // A missing cell and an empty one are the same in a worksheet, so rows end with text.
                row + ["end" + random.text(3)]
            }
            let bytes = try XLSXWriter.bytes { writer in
                try writer.sheet("t") { sheet in for row in table { try sheet.row(row) } }
            }
            #expect(try read(bytes).first?.rows == table)
        }
    }

    @Test func `characters that XML cannot hold come back`() throws {
        let texts = [
            "\u{1}\u{1F}", "\u{FFFE}\u{FFFF}", "_x0041_", "_x005F_", "a\r\nb", " x ", "\u{85}\u{2028}", "]]>",
            "_", "_xZZZZ_",
        ]
        let bytes = try XLSXWriter.bytes { try $0.sheet("t") { try $0.row(texts) } }
        #expect(try read(bytes).first?.rows == [texts])
    }

    @Test func `numbers of up to 15 digits come back exactly`() throws {
        var random = SeededGenerator(52)
        var numbers: [Double] = [0, -0.5, 1e-7, 1e21, 0.1, 123_456_789.012_345]
        for _ in 0..<500 {
            let digits = Int64.random(in: -999_999_999_999_999...999_999_999_999_999, using: &random)
            numbers.append(Double("\(digits)e\(Int.random(in: -20...5, using: &random))") ?? 0)
        }
        let bytes = try XLSXWriter.bytes { writer in
            try writer.sheet("n") { sheet in for number in numbers { try sheet.row([.number(number)]) } }
        }
        let reader = try XLSXReader(bytes: bytes)
        var seen: [Double] = []
        try reader.read(reader.sheets[0]) { seen.append($0[0]?.number ?? .nan) }
        #expect(seen == numbers)
    }

    @Test func `what a worksheet cannot hold is refused at its place`() throws {
        func error(_ values: [XLSXValue]) -> SheetError? {
            do {
                _ = try XLSXWriter.bytes {
                    try $0.sheet("t", columns: [XLSXColumn("h")]) { try $0.row(values) }
                }
                return nil
            } catch { return error as? SheetError }
        }
        for value in [
            XLSXValue.number(.nan), .number(.infinity), .text("a\0b"),
            .text(String(repeating: "长", count: 32_768)),
        ] {
            #expect(error([.blank, value])?.kind == .invalidValue)
            #expect(error([.blank, value])?.row == 2 && error([.blank, value])?.column == "B")
        }
        #expect(error([.text(String(repeating: "长", count: 32_767))]) == nil)
        #expect(error([XLSXValue](repeating: .integer(1), count: 16_385))?.kind == .tooLarge)
    }

    @Test func `a failure leaves the old file, and an empty workbook can be opened`() throws {
        try withTemporaryFolder { folder in
            let path = folder + "/w.xlsx"
            try XLSXWriter.write(to: path) { _ in }
            #expect(try XLSXReader(path: path).sheets.map(\.name) == ["Sheet1"])
            struct Stop: Error {}
            #expect(throws: Stop.self) {
                try XLSXWriter.write(to: path) { writer in
                    try writer.sheet("x") { try $0.row(["1"]) }
                    throw Stop()
                }
            }
            #expect(try XLSXReader(path: path).sheets.map(\.name) == ["Sheet1"])
            #expect(names(in: folder) == ["w.xlsx"])
            #expect(throws: SheetError.self) { try XLSXWriter.write(to: folder + "/none/w.xlsx") { _ in } }
        }
    }

    @Test func `sheet names are made valid and unique`() {
        var names = SheetNames()
        let long = String(repeating: "很长的名称", count: 8)
        let wanted = [
            "", "", "a/b:c", "A-B-C", "'q'", "History", "[x]", long, long, "  ",
            String(repeating: "🚗", count: 16),
        ]
        let given = wanted.map { names.take($0) }
        #expect(given[0...6] == ["Sheet", "Sheet (2)", "a-b-c", "A-B-C (2)", "q", "Sheet History", "(x)"])
        #expect(given.allSatisfy { !$0.isEmpty && $0.utf16.count <= 31 })
        #expect(Set(given.map { $0.lowercased() }).count == given.count)
    }
}
