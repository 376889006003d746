import Ecosystem
import Testing

@Suite struct UnitRegisterTests {
    /// Every unit of the indicator tables of the built-in region.
    static let printed = [
        "100 million yuan", "Euro class", "agreements", "billion", "billion USD", "billion yuan", "brands",
        "cities", "code", "companies", "count",
        "currency units (not printed)", "degC", "enterprises", "km", "km2", "levels", "m", "miles",
        "million (unit as printed absent)",
        "million (unit not printed)", "million kW", "million tonnes", "million yuan", "minutes", "months",
        "nautical miles", "not printed", "parks",
        "percent", "percentage points", "persons", "platforms", "projects", "rank", "ratio", "seconds", "t/d",
        "tiers", "times", "tonnes", "tonnes/day",
        "trillion USD", "trillion yuan", "vehicles", "vehicles/month", "years", "yuan", "yuan/tonne",
    ]

    @Test(arguments: printed) func `a printed unit is registered under its own key`(key: String) throws {
        let unit = try #require(UnitRegister.unit(key))
        #expect(unit.key == key && unit.isRegistered)
        #expect(!unit.label.zh.isEmpty && !unit.label.en.isEmpty)
    }

    @Test func `keys and other names are unambiguous`() {
        let keys = UnitRegister.all.map(\.key)
        #expect(Set(keys).count == keys.count)
        for unit in UnitRegister.all { #expect(UnitOfMeasure(unit.key) == unit && unit.converts(to: unit)) }
    }

    @Test(arguments: [
        ("亿元", "100 million yuan"), ("万元", "10 thousand yuan"), ("万亿元", "trillion yuan"), ("%", "percent"),
        ("％", "percent"), ("家", "companies"),
        ("辆", "vehicles"), ("公里", "km"), ("海里", "nautical miles"), ("km²", "km2"), ("℃", "degC"),
        ("CNY", "yuan"), ("Percent", "percent"),
        (" billion  yuan ", "billion yuan"), ("亿美元", "100 million USD"),
    ])
    func `other names lead to the key`(name: String, key: String) {
        #expect(UnitRegister.unit(name)?.key == key)
    }

    @Test func `an unknown unit is kept and a near key is named`() {
        let unit = UnitOfMeasure("vehicle/fortnight")
        #expect(!unit.isRegistered && unit.key == "vehicle/fortnight" && unit.label.zh == "vehicle/fortnight")
        #expect(UnitRegister.nearestKey(to: "precent") == "percent")
        #expect(UnitRegister.nearestKey(to: "billion yaun") == "billion yuan")
        #expect(UnitRegister.nearestKey(to: "完全不同的东西") == nil)
        #expect(UnitRegister.unit(String(repeating: "％", count: 10_000)) == nil)
    }

    @Test func `no text crashes the register or a qualifier`() {
        var draws = SeededDraws(33)
        for _ in 0..<5000 {
            let text = draws.text(upTo: 20)
            _ = UnitOfMeasure(text).label
            _ = Qualifier(reading: text)
            _ = PrintedNumber(reading: text)?.text
        }
    }

    @Test func `signs and words are read as qualifiers`() {
        let expected: [(String, Qualifier)] = [
            ("=", .exactly), ("", .exactly), (">", .moreThan), ("超过", .moreThan), ("<", .lessThan),
            ("≥", .atLeast), (">=", .atLeast), ("不少于", .atLeast),
            ("<=", .atMost), ("≤", .atMost), ("~", .about), ("≈", .about), ("约", .about), ("~<", .nearly),
            ("近", .nearly), ("~>", .justOver), ("＞", .moreThan),
        ]
        for (text, qualifier) in expected { #expect(Qualifier(reading: text) == qualifier) }
        #expect(Qualifier(reading: "!") == nil)
        for qualifier in Qualifier.allCases where qualifier != .exactly {
            #expect(
                Qualifier(reading: qualifier.rawValue) == qualifier
                    && Qualifier(reading: qualifier.sign) == qualifier)
            #expect(
                Qualifier(reading: qualifier.words.en) == qualifier
                    && Qualifier(reading: qualifier.words.zh) == qualifier)
        }
    }
}
