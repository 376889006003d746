import Sheets
import Testing

@Suite struct SheetErrorTests {
    @Test func `an error says where, what and what to do, in both languages`() {
        let error = SheetError(
            .malformed, SheetText(en: "the cell is bad", zh: "单元格无效"),
            advice: SheetText(en: "Save it again", zh: "请重新保存"),
            sheet: "S", row: 3, column: "B"
        ).named("a.xlsx")
        #expect(error.description == "a.xlsx, sheet S, row 3, column B: the cell is bad. Save it again.")
        #expect(error.chineseDescription == "a.xlsx,工作表 S,第 3 行,B 列:单元格无效。请重新保存。")
        #expect(error.named("b.xlsx").file == "a.xlsx")
        let bare = SheetError(.malformed, error.reason, advice: error.advice)
        #expect(bare.description == "the cell is bad. Save it again.")
        #expect(bare.chineseDescription == "单元格无效。请重新保存。")
    }

    @Test func `every problem has words in both languages`() {
        let kinds: [CSVProblem.Kind] = [
            .unterminatedQuote, .textAfterClosingQuote, .strayQuote, .nulByte, .invalidText(byte: 0x0A),
            .fieldTooLong,
            .tooManyFields, .recordTooLong,
        ]
        let problems = kinds.map { CSVProblem(kind: $0, row: 2, column: 3, line: 2, byteOffset: 7) }
        #expect(Set(problems.map(\.text)).count == kinds.count)
        #expect(problems.allSatisfy { $0.description.hasPrefix("row 2, column 3: ") && !$0.text.zh.isEmpty })
        #expect(problems[4].text.en.hasPrefix("byte 0x0A (offset 7)"))
        #expect(problems.map(\.losesRecord) == [false, false, false, false, false, true, true, true])
    }
}
