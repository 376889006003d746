import Ecosystem
import Testing

@Suite struct NumberWordsTests {
    @Test(arguments: [
        ("84370000000", "843.7 亿", "84.37 billion"), ("48049300", "4,804.93 万", "48.0493 million"),
        ("11500000000000", "11.5 万亿", "11.5 trillion"), ("5849", "5,849", "5,849"),
        ("9999", "9,999", "9,999"), ("10000", "1 万", "10,000"),
        ("12892", "1.2892 万", "12,892"), ("999999", "99.9999 万", "999,999"),
        ("1000000", "100 万", "1 million"),
        ("100000000", "1 亿", "100 million"), ("0", "0", "0"), ("0.8", "0.8", "0.8"),
        ("-25000", "-2.5 万", "-25,000"), ("999.5", "999.5", "999.5"),
    ])
    func `numbers switch at the words of each language`(text: String, zh: String, en: String) throws {
        let number = try #require(PrintedNumber(reading: text))
        #expect(NumberWords.text(number, .zh) == zh)
        #expect(NumberWords.text(number, .en) == en)
    }

    @Test func `a column keeps one scale`() throws {
        let million = try #require(NumberWords.scales(.en).first { $0.word == "million" })
        #expect(NumberWords.text(try #require(PrintedNumber(48_049_300)), in: million) == "48.0493")
        #expect(NumberWords.text(try #require(PrintedNumber(250_000)), in: million) == "0.25")
    }

    @Test func `computed numbers are rounded and grouped`() {
        #expect(NumberWords.text(1234567.891, decimals: 1) == "1,234,567.9")
        #expect(NumberWords.text(0.005, decimals: 2) == "0.01")
        #expect(NumberWords.text(1e-9, decimals: 2) == "0.00")
        #expect(NumberWords.text(.nan, decimals: 2) == nil && NumberWords.text(1, decimals: 99) == nil)
        #expect(NumberWords.text(-1e300, decimals: 2) == "-1e+300")
    }

    @Test func `the words never change the number`() throws {
        var draws = SeededDraws(21)
        for _ in 0..<3000 {
            let number = try #require(
                PrintedNumber(
                    digits: Int64.random(in: 1...9_999_999_999, using: &draws),
                    exponent: Int.random(in: -4...4, using: &draws)))
            for language in Language.allCases {
                let scale = NumberWords.scale(for: number, language)
                let shown = try #require(PrintedNumber(reading: NumberWords.text(number, in: scale)))
                #expect(shown.timesTen(toThe: scale.power)?.value == number.value)
                #expect(scale.power == 0 || shown.value >= 1)
            }
        }
    }
}
