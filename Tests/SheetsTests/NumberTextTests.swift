import Sheets
import Testing

@Suite struct NumberTextTests {
    func double(_ text: String) -> Double? {
        let bytes = Array(text.utf8)
        return bytes.withUnsafeBufferPointer { NumberText.double($0) }
    }

    func integer(_ text: String) -> Int? {
        let bytes = Array(text.utf8)
        return bytes.withUnsafeBufferPointer { NumberText.integer($0) }
    }

    @Test func `random decimals agree with the standard library to the last bit`() {
        var random = SeededGenerator(61)
        for _ in 0..<20_000 {
            var text = ["", "-", "+"][random.below(3)]
            for _ in 0...random.below(19) { text += String(random.below(10)) }
            if random.below(2) == 0 {
                text += "."
                for _ in 0..<random.below(24) { text += String(random.below(10)) }
            }
            if random.below(4) == 0 {
                text += "e" + ["", "-", "+"][random.below(3)] + String(random.below(40))
            }
            let expected = text.hasSuffix(".") ? Double(text.dropLast()) : Double(text)
            #expect(double(text) == expected, "\(text)")
        }
    }

    @Test func `what is no decimal number is none`() {
        for text in [
            "", "-", ".", "e5", "1e", "1e+", "inf", "nan", "0x1", " 1", "1 ", "1,5", "1.2.3", "１", "1e999",
        ] {
            #expect(double(text) == nil, "\(text)")
        }
        #expect(double("-0")?.sign == .minus)
        #expect(double(".5") == 0.5 && double("5.") == 5 && double("000123.4500") == 123.45)
    }

    @Test func `whole numbers to the limits and no further`() {
        #expect(integer("9223372036854775807") == .max && integer("-9223372036854775808") == .min)
        for text in ["", "-", "+", "9223372036854775808", "-9223372036854775809", "1.0", "1e3", " 1"] {
            #expect(integer(text) == nil, "\(text)")
        }
    }

    @Test func `text is the shortest that reads back`() {
        #expect(
            [0, -0.0, 5, -12.5, 0.1, 1e14, 1e15, 1.5e300].map(NumberText.text) == [
                "0", "0", "5", "-12.5", "0.1", "100000000000000", "1000000000000000", "1.5e+300",
            ])
    }
}
