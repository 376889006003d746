import Ecosystem
import Reporting
import Testing

@Suite struct `Numbers in words` {
    @Test(arguments: [
        (0.0, 0, "0"), (1_234_567.5, 1, "1,234,567.5"), (999, 0, "999"), (1000, 0, "1,000"),
        (-1234.5, 2, "-1,234.50"),
        (0.001, 3, "0.001"), (1e15, 0, "1,000,000,000,000,000"), (1e21, 0, "1,000,000,000,000,000,000,000"),
        (1.5e-7, 8, "0.00000015"), (42.3, 2, "42.30"), (99.999, 2, "100.00"), (-0.0, 1, "0.0"),
        (-0.04, 1, "0.0"),
    ])
    func `thousands are set apart and decimals stand as given`(value: Double, decimals: Int, text: String) {
        #expect(NumberWording.digits(value, decimals: decimals) == text)
    }

    /// Powers as in scientific notation (ISO 80000-1 §7.3): one digit before the point.
    @Test(arguments: [
        (2.4e-12, 12, "2.4 × 10⁻¹²"), (1.5e-7, 8, "1.5 × 10⁻⁷"), (1.5e-7, 12, "1.50 × 10⁻⁷"),
        (-9.996e-6, 12, "-1.00 × 10⁻⁵"),
        (0.0001, 8, "0.00010000"), (1.5e-5, 6, "0.000015"), (0, 9, "0.000000000"), (3e-9, 7, "3.0 × 10⁻⁹"),
    ])
    func `a number with a long row of zeros is written by its power of ten`(
        value: Double, decimals: Int, text: String
    ) {
        #expect(NumberWording.text(FigureNumber(value, decimals: decimals)) == text)
    }

    /// Halves go to the even neighbour on the decimal digits (IEEE 754 §4.3.1), so the binary value of 2.675, which lies
    /// below it, does not count.
    @Test(arguments: [
        (0.5, 0, "0"), (1.5, 0, "2"), (2.5, 0, "2"), (0.125, 2, "0.12"), (0.375, 2, "0.38"),
        (2.675, 2, "2.68"),
        (1.005, 2, "1.00"), (0.285, 2, "0.28"), (0.2851, 2, "0.29"), (9.5, 0, "10"), (8.5, 0, "8"),
    ])
    func `halves are rounded to even on the decimal digits`(value: Double, decimals: Int, text: String) {
        #expect(NumberWording.digits(value, decimals: decimals) == text)
    }

    @Test func `rounding moves a number by at most half a unit of its last digit`() throws {
        var random = SeededGenerator(seed: 11)
        for _ in 0..<2_000 {
            let value = Double.random(in: -1e9...1e9, using: &random)
            let decimals = Int.random(in: 0...6, using: &random)
            let text = NumberWording.digits(value, decimals: decimals)
            let back = try #require(Double(text.replacing(",", with: "")))
            var unit = 1.0
            for _ in 0..<decimals { unit /= 10 }
            #expect(abs(back - value) <= unit / 2 + 1e-6, "\(value) to \(decimals): \(text)")
        }
    }

    @Test func `what is no number is a dash, not zero`() {
        #expect(NumberWording.digits(.nan, decimals: 2) == "–")
        #expect(NumberWording.digits(.infinity, decimals: 0) == "–")
    }

    @Test(arguments: [
        (">", ">20"), (">=", "≥20"), ("<=", "≤20"), ("~", "~20"), ("~<", "~<20"), ("=", "20"), ("", "20"),
        ("circa ", "circa 20"),
    ])
    func `the sign of comparison stands in front`(qualifier: String, text: String) {
        #expect(NumberWording.text(FigureNumber(20, decimals: 0, qualifier: qualifier)) == text)
    }

    @Test func `per cent stands close in Chinese and apart in English`() {
        #expect(NumberWording.percent(0.22, .zh) == "22%")
        #expect(NumberWording.percent(0.22, .en) == "22 %")
        #expect(NumberWording.percent(0.1234, decimals: 1, .en) == "12.3 %")
    }

    @Test func `Chinese puts no space before 家 and one before other units`() {
        #expect(NumberWording.with(unit: "家", "3", .zh) == "3家")
        #expect(NumberWording.with(unit: "种", "3", .zh) == "3 种")
        #expect(NumberWording.with(unit: "firms", "3", .en) == "3 firms")
        #expect(NumberWording.with(unit: nil, "3", .en) == "3")
        // Two numbers in a row would read as one.
        #expect(NumberWording.with(unit: "100 million yuan", "3", .en) == "3 × 100 million yuan")
        #expect(NumberWording.with(unit: "亿元", "3", .zh) == "3 亿元")
    }

    @Test func `numbers for files have no commas`() {
        #expect(NumberWording.plain(FigureNumber(1_234_567.125, decimals: 2, qualifier: "~")) == "1234567.12")
    }
}
