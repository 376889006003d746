import Foundation
import Sheets
import Testing

@Suite struct TextEncodingTests {
    /// 北京 in GB 18030, by the table of GB 18030-2005.
    let beijing: [UInt8] = [0xB1, 0xB1, 0xBE, 0xA9]

    func read(_ bytes: [UInt8], _ options: CSVOptions = CSVOptions()) throws -> (
        records: [[String]], summary: CSVSummary
    ) {
        var all: [[String]] = []
        let summary = try CSVReader(options).read(bytes: bytes) { all.append($0.strings) }
        return (all, summary)
    }

    @Test func `a file saved by Chinese Excel is read as GB 18030`() throws {
        let table = try CSVTable(path: fixture("platform/interchange/orgs-zh-gb18030.csv"))
        #expect(table.summary.encoding == .gb18030)
        #expect(table.summary.problems == [])
        #expect(table.header.first?.contains("\u{FFFD}") == false)
        #expect(table.header.contains { $0.unicodeScalars.contains { $0.value > 0x4E00 } })
        #expect(table.rows.allSatisfy { $0.fields.count == table.header.count })
    }

    @Test func `valid UTF-8 wins over GB 18030`() throws {
        #expect(try read(Array("北京,天津\n".utf8)).summary.encoding == .utf8)
        #expect(try read(beijing + [0x0A]).records == [["北京"]])
    }

    @Test func `a bad byte in GB 18030 is reported at its row, column and offset`() throws {
        let bytes = beijing + [0x0A] + beijing + [0x2C, 0x78, 0xFF, 0x79, 0x0A] + beijing
        let (records, summary) = try read(bytes)
        #expect(summary.encoding == .gb18030)
        #expect(
            summary.problems
                == [CSVProblem(kind: .invalidText(byte: 0xFF), row: 2, column: 2, line: 2, byteOffset: 11)])
        #expect(records == [["北京"], ["北京", "x\u{FFFD}y"], ["北京"]])
    }

    @Test func `a character cut off by the end is reported`() throws {
        let summary = try read(beijing + [0x0A, 0xB1]).summary
        #expect(summary.problems.map(\.kind) == [.invalidText(byte: 0xB1)])
        #expect(summary.problems.first?.byteOffset == 5)
        let half = try read(Array("北京".utf8.dropLast()), CSVOptions(encoding: .utf8)).summary
        #expect(half.problems.first?.byteOffset == 3)
    }

    @Test func `a separator in the second byte of a character is no separator`() throws {
        // 0x81 0x7C and 0x81 0x40 are characters whose second byte is ASCII.
        let records = try read([0x81, 0x40, 0x2C, 0x81, 0x7C, 0x0A, 0xB1, 0xB1]).records
        #expect(records.first?.count == 2)
        #expect(records.first?.first?.unicodeScalars.count == 1)
    }

    @Test func `UTF-16 with a byte order mark is read`() throws {
        let text = "名称\t地区\r\n\"北,京\"\t🚗\r\n"
        for (mark, isLittle) in [([0xFF, 0xFE] as [UInt8], true), ([0xFE, 0xFF], false)] {
            let bytes =
                mark
                + text.utf16.flatMap { unit -> [UInt8] in
                    let pair = [UInt8(truncatingIfNeeded: unit), UInt8(unit >> 8)]
                    return isLittle ? pair : pair.reversed()
                }
            let (records, summary) = try read(bytes, CSVOptions(delimiter: .detected))
            #expect(summary.encoding == (isLittle ? .utf16LittleEndian : .utf16BigEndian))
            #expect(records == [["名称", "地区"], ["北,京", "🚗"]])
            let cut = try read(bytes + [0x00], CSVOptions(delimiter: .detected)).summary
            #expect(cut.problems.map(\.kind) == [.invalidText(byte: 0)])
        }
    }

    @Test func `a large GB 18030 file is decoded piece by piece`() throws {
        var bytes: [UInt8] = []
        for row in 0..<40_000 { bytes += Array("\(row),".utf8) + beijing + [0x0A] }
        var row = 0
        var isRight = true
        let summary = try CSVReader(CSVOptions(chunkBytes: 4_096)).read(bytes: bytes) { record in
            isRight = isRight && record.string(0) == String(row) && record.string(1) == "北京"
            row += 1
        }
        #expect(isRight && row == 40_000 && summary.encoding == .gb18030 && summary.problems == [])
    }

    @Test func `strict UTF-8 agrees with the standard library on random bytes`() throws {
        var random = SeededGenerator(31)
        let alphabet: [UInt8] = [
            0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE4, 0xED, 0xEF,
            0xF0, 0xF4,
            0xF5, 0xB8, 0xAD,
        ]
        var valid = 0
        for round in 0..<20_000 {
            var bytes = (0..<(1 + random.below(7))).map { _ in alphabet[random.below(alphabet.count)] }
            if round % 2 == 0 {
                bytes = Array(repeating: 0x61, count: 30) + bytes + Array(repeating: 0x62, count: 40)
            }
            let isValid = String(validating: bytes, as: UTF8.self) != nil
            valid += isValid ? 1 : 0
            let summary = try read(bytes, CSVOptions(encoding: .utf8)).summary
            #expect((summary.problemCount == 0) == isValid, "\(bytes)")
        }
        #expect(valid > 500)
    }
}
