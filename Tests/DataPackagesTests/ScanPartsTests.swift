import Ecosystem
import Kernels
import Testing

@testable import DataPackages

@Suite struct `Parts of the scan` {
    private func withBytes<R>(_ text: String, _ body: (UnsafeBufferPointer<UInt8>) -> R) -> R {
        var copy = text
        return copy.withUTF8(body)
    }

    @Test(arguments: [
        ("0", 0), ("-12.50", -12.5), ("1e3", 1000), ("+7", 7), ("123456789012345", 123_456_789_012_345),
        ("0.1", 0.1), ("12345678901234567", 12_345_678_901_234_568), ("39.9042", 39.9042),
    ])
    func `numbers are read as the standard library reads them`(text: String, value: Double) {
        #expect(withBytes(text) { CellValues.number($0) } == value)
        #expect(Double(text) == value)
    }

    @Test(arguments: [
        "", "-", ".5", "5.", "1e", "0x10", "NaN", "inf", "1,5", " 1", "1 ", "１", "1e999", "--1", "1.2.3",
    ])
    func `what is no number is none`(text: String) {
        #expect(withBytes(text) { CellValues.number($0) } == nil)
    }

    @Test func `random decimals are exact`() {
        var generator = SeededGenerator(seed: 11)
        for _ in 0..<5_000 {
            let digits = String(generator.next() % 1_000_000_000_000)
            let place = generator.next(below: digits.count)
            let text = digits.prefix(place + 1) + "." + digits.suffix(digits.count - place) + "1"
            #expect(withBytes(String(text)) { CellValues.number($0) } == Double(text))
        }
    }

    @Test(arguments: [
        ("2014", true), ("2014-02", true), ("2012-02-29", true), ("1900-02-29", false), ("2014-00", false),
        ("2014-13", false), ("2014-04-31", false), ("2014/04/01", false), ("0999", false),
        ("20140401", false), ("", false),
    ])
    func `dates are those of the calendar`(text: String, isDate: Bool) {
        #expect(withBytes(text) { CellValues.isDate($0) } == isDate)
    }

    @Test func `control characters are found wherever they stand`() {
        for length in 0..<40 {
            let plain = String(repeating: "京a ", count: length / 5 + 1)
            #expect(!withBytes(plain) { CellValues.hasControl($0) })
            for control in ["\u{0}", "\u{1F}", "\u{7F}", "\n"] {
                let text = String(repeating: "x", count: length) + control + plain
                #expect(withBytes(text) { CellValues.hasControl($0) })
            }
        }
        #expect(!withBytes("\u{80}\u{7E}~ é") { CellValues.hasControl($0) })
    }

    @Test func `a byte table finds what it holds and nothing else`() {
        var generator = SeededGenerator(seed: 3)
        for isBulk in [false, true] {
            let table = ByteTable()
            var numbers: [String: Int] = [:]
            var twice = 0
            for _ in 0..<20_000 {
                let text = String(generator.next() % 15_000, radix: 36)
                if isBulk {
                    let number = withBytes(text) { table.append($0) }
                    if numbers[text] == nil { numbers[text] = number } else { twice += 1 }
                } else {
                    let (number, isNew) = withBytes(text) { table.insert($0) }
                    #expect(isNew == (numbers[text] == nil))
                    numbers[text] = numbers[text] ?? number
                }
            }
            var reported = 0
            table.index { new, first in
                reported += 1
                if table.string(new) != table.string(first) { reported = -1_000_000 }
            }
            #expect(reported == (isBulk ? twice : 0))
            for (text, number) in numbers {
                #expect(table.find(text) == number)
                #expect(table.string(number) == text)
            }
            #expect(table.find("not there") == -1)
        }
    }

    @Test func `the nearest text is found within its limit`() {
        func distance(_ left: String, _ right: String, _ limit: Int) -> Int? {
            NearestText.distance(Array(left.utf8), Array(right.utf8), atMost: limit)
        }
        #expect(distance("o.gwm", "o.gwm", 0) == 0)
        #expect(distance("o.gmw", "o.gwm", 2) == 1)
        #expect(distance("kitten", "sitting", 3) == 3)
        #expect(distance("kitten", "sitting", 2) == nil)
        #expect(distance("", "abc", 3) == 3)
        #expect(distance("abc", "", 2) == nil)
    }

    @Test func `the band gives what the whole table gives`() {
        var generator = SeededGenerator(seed: 9)
        func full(_ a: [UInt8], _ b: [UInt8]) -> Int {
            var table = [[Int]](repeating: [Int](repeating: 0, count: b.count + 1), count: a.count + 1)
            for i in 0...a.count { table[i][0] = i }
            for j in 0...b.count { table[0][j] = j }
            for i in 1..<(a.count + 1) {
                for j in 1..<(b.count + 1) {
                    var value = min(
                        table[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1), table[i - 1][j] + 1,
                        table[i][j - 1] + 1)
                    if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
                        value = min(value, table[i - 2][j - 2] + 1)
                    }
                    table[i][j] = value
                }
            }
            return table[a.count][b.count]
        }
        for _ in 0..<2_000 {
            let a = (0..<generator.next(below: 9)).map { _ in UInt8(97 + generator.next(below: 3)) }
            let b = (0..<generator.next(below: 9)).map { _ in UInt8(97 + generator.next(below: 3)) }
            let limit = generator.next(below: 5)
            let wanted = a.isEmpty || b.isEmpty ? max(a.count, b.count) : full(a, b)
            #expect(NearestText.distance(a, b, atMost: limit) == (wanted <= limit ? wanted : nil))
        }
    }

    @Test func `a term is found by its word in either language`() {
        #expect(NearestText.term("整车企业", in: .organizationKind) == "oem")
        #expect(NearestText.term("Vehicle Maker", in: .organizationKind) == "oem")
        #expect(NearestText.term("suplier", in: .organizationKind) == "supplier")
        #expect(NearestText.term("zzzzzzzz", in: .organizationKind) == nil)
    }

    @Test func `every header of every field is understood as some field of its table`() {
        for schema in EcosystemSchema.all {
            let index = HeaderIndex(schema)
            for (position, field) in schema.fields.enumerated() {
                #expect(index.field(field.name.rawValue) == position)
                #expect(index.field(" " + field.name.rawValue.uppercased() + " ") == position)
                #expect(index.field(field.label.zh) != nil)
                #expect(index.field(field.label.en) != nil)
            }
            #expect(index.field("zorkmid") == nil)
        }
    }

    @Test func `people's numbers have a plain form`() {
        #expect(NumberText.plain("1,000") == "1000")
        #expect(NumberText.plain("１２．５") == "12.5")
        #expect(NumberText.plain("−3") == "-3")
        #expect(NumberText.plain("12") == nil)
        #expect(NumberText.plain("12 t") == nil)
    }
}
