import Ecosystem
import Testing

@Suite struct PrintedNumberTests {
    @Test(arguments: [
        ("42.30", "42.30", 42.3), ("843.7", "843.7", 843.7), ("-0.5", "-0.5", -0.5), (".5", "0.5", 0.5),
        ("+3", "3", 3), ("007", "7", 7),
        ("48,049,300", "48049300", 48_049_300), ("1e6", "1000000", 1e6), ("1.5E-3", "0.0015", 0.0015),
        ("０.８", "0.8", 0.8),
        ("0", "0", 0), ("0.00", "0.00", 0), ("\u{2212}2", "-2", -2), ("5.", "5", 5),
        ("24985636", "24985636", 24_985_636),
    ])
    func `a number keeps its printed digits`(text: String, printed: String, value: Double) throws {
        let number = try #require(PrintedNumber(reading: text))
        #expect(number.text == printed && number.value == value)
    }

    @Test(arguments: [
        "", " ", ".", "-", "1,00", "1,0000", ",100", "1.2.3", "1e", "e5", "1e99", "12a", "１２a", "nan", "inf",
        "0x10", "1 000", "--1",
        "99999999999999999999999", "1,000.5,0",
    ])
    func `other texts are no numbers`(text: String) {
        #expect(PrintedNumber(reading: text) == nil)
    }

    @Test func `text and digits read back`() throws {
        var draws = SeededDraws(8)
        for _ in 0..<5000 {
            let number = try #require(
                PrintedNumber(
                    digits: Int64.random(in: -999_999_999_999...999_999_999_999, using: &draws),
                    exponent: Int.random(in: -12...0, using: &draws)))
            #expect(PrintedNumber(reading: number.text) == number)
            #expect(number.timesTen(toThe: 7)?.timesTen(toThe: -7) == number)
            #expect(PrintedNumber(number.value)?.value == number.value)
        }
    }

    @Test func `limits refuse instead of overflowing`() throws {
        #expect(
            PrintedNumber(digits: .min, exponent: 0) == nil && PrintedNumber(digits: .max, exponent: 0) == nil
        )
        #expect(PrintedNumber(digits: 1, exponent: .max) == nil)
        let one = try #require(PrintedNumber(1))
        #expect(
            one.timesTen(toThe: .max) == nil && one.timesTen(toThe: .min) == nil
                && one.timesTen(toThe: 41) == nil)
        #expect(PrintedNumber(.infinity) == nil && PrintedNumber(.nan) == nil)
        #expect(one.rounded(decimals: 30) == nil)
    }

    @Test(arguments: [
        ("2.345", 2, "2.35"), ("-2.345", 2, "-2.35"), ("2.344", 2, "2.34"), ("0.5", 0, "1"), ("7", 2, "7.00"),
        ("999.96", 1, "1000.0"),
    ])
    func `rounding is half away from zero`(text: String, decimals: Int, expected: String) throws {
        #expect(try #require(PrintedNumber(reading: text)).rounded(decimals: decimals)?.text == expected)
    }
}
