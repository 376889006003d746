import Ecosystem
import Foundation
import Testing

@Suite struct PrintedFigureTests {
    /// The words of the look guide first, then one figure for each kind of unit in the documents.
    static let wording: [(String, String, Qualifier, String, String)] = [
        ("843.7", "100 million yuan", .exactly, "843.7 亿元", "CNY 84.37 billion"),
        ("84.37", "billion yuan", .exactly, "843.7 亿元", "CNY 84.37 billion"),
        ("48049300", "vehicles", .exactly, "4,804.93 万辆", "48.0493 million vehicles"),
        ("11.5", "trillion yuan", .exactly, "11.5 万亿元", "CNY 11.5 trillion"),
        ("1.6", "trillion USD", .about, "~1.6 万亿美元", "~USD 1.6 trillion"),
        ("22", "percent", .exactly, "22%", "22 %"), ("22.65", "percent", .nearly, "~<22.65%", "~<22.65 %"),
        ("28.8", "percentage points", .exactly, "28.8 个百分点", "28.8 percentage points"),
        ("61", "companies", .exactly, "61家", "61 companies"), ("1", "companies", .exactly, "1家", "1 company"),
        ("5849", "companies", .exactly, "5,849家", "5,849 companies"),
        ("98", "enterprises", .exactly, "98家", "98 enterprises"),
        ("3000", "100 million yuan", .moreThan, ">3,000 亿元", ">CNY 300 billion"),
        ("42.30", "100 million yuan", .exactly, "42.30 亿元", "CNY 4.230 billion"),
        ("10.0", "billion yuan", .exactly, "100 亿元", "CNY 10.0 billion"),
        ("10038.9", "100 million yuan", .exactly, "1.00389 万亿元", "CNY 1.00389 trillion"),
        ("3000000", "vehicles", .moreThan, ">300 万辆", ">3 million vehicles"),
        ("1000", "vehicles/month", .lessThan, "<1,000 辆/月", "<1,000 vehicles a month"),
        ("320", "million tonnes", .exactly, "3.2 亿吨", "320 million tonnes"),
        ("300000", "tonnes/day", .exactly, "30 万吨/日", "300,000 tonnes a day"),
        ("1000000", "t/d", .exactly, "100 万吨/日", "1 million tonnes a day"),
        ("300000", "tonnes", .atLeast, "≥30 万吨", "≥300,000 tonnes"),
        ("20", "billion USD", .exactly, "200 亿美元", "USD 20 billion"),
        ("76", "million yuan", .about, "~7,600 万元", "~CNY 76 million"),
        ("170", "yuan/tonne", .about, "~170 元/吨", "~CNY 170 per tonne"),
        ("0", "yuan", .about, "~0 元", "~CNY 0"),
        ("4", "million kW", .exactly, "400 万千瓦", "4 million kW"),
        ("69.5", "km", .exactly, "69.5 公里", "69.5 km"),
        ("36", "m", .exactly, "36 米", "36 m"), ("38", "miles", .exactly, "38 英里", "38 miles"),
        ("38", "nautical miles", .exactly, "38 海里", "38 nautical miles"),
        ("8.56", "km2", .exactly, "8.56 平方公里", "8.56 km²"),
        ("9", "seconds", .exactly, "9 秒", "9 seconds"), ("60", "minutes", .about, "~60 分钟", "~60 minutes"),
        ("1", "months", .lessThan, "<1 个月", "<1 month"), ("10", "years", .exactly, "10年", "10 years"),
        ("100", "degC", .lessThan, "<100 °C", "<100 °C"), ("3", "times", .exactly, "3 倍", "3 times"),
        ("11.2", "ratio", .exactly, "11.2", "11.2"),
        ("1", "rank", .exactly, "第 1 位", "rank 1"), ("300300", "code", .exactly, "300300", "300300"),
        ("5", "Euro class", .moreThan, ">欧标 5", ">Euro 5"), ("6", "count", .exactly, "6", "6"),
        ("12000", "persons", .nearly, "~<1.2 万人", "~<12,000 persons"),
        ("100", "parks", .moreThan, ">100 个园区", ">100 parks"),
        ("30", "cities", .exactly, "30 个城市", "30 cities"),
        ("20", "projects", .moreThan, ">20 个项目", ">20 projects"),
        ("14", "platforms", .exactly, "14 个平台", "14 platforms"),
        ("7", "agreements", .exactly, "7 项协议", "7 agreements"),
        ("4", "brands", .exactly, "4 个品牌", "4 brands"),
        ("3", "levels", .exactly, "3 级", "3 levels"), ("2", "tiers", .exactly, "2 层", "2 tiers"),
        ("30", "not printed", .moreThan, ">30（单位未印）", ">30 (unit not printed)"),
        ("15", "million (unit not printed)", .exactly, "1,500 万（单位未印）", "15 million (unit not printed)"),
        (
            "100000000", "currency units (not printed)", .atLeast, "≥1 亿（币种未印）",
            "≥100 million (currency not printed)"
        ),
        ("7", "parsecs", .exactly, "7 parsecs", "7 parsecs"),
    ]

    @Test func `figures are written in the words of each language`() throws {
        for (text, unit, qualifier, zh, en) in Self.wording {
            let figure = PrintedFigure(
                try #require(PrintedNumber(reading: text)), UnitOfMeasure(unit), qualifier)
            #expect(figure.text.zh == zh)
            #expect(figure.text.en == en)
        }
    }

    @Test func `sentences take words for signs`() throws {
        #expect(
            try figure("3000", "persons", .moreThan).sentence
                == Localized("more than 3,000 persons", "超过 3,000 人"))
        #expect(
            try figure("12000", "persons", .nearly).sentence == Localized("nearly 12,000 persons", "近 1.2 万人")
        )
        #expect(try figure("22", "percent").sentence == Localized("22 %", "22%"))
        #expect(try figure("5", "Euro class", .moreThan).sentence == Localized("more than Euro 5", "超过欧标 5"))
        #expect(try figure("1234.5", "km", .about).digitsText == "~1,234.5")
    }

    @Test func `a share of 22 percent is the fraction 0.22, digit for digit`() throws {
        let share = try figure("22", "percent").converted(to: UnitOfMeasure("fraction"))
        #expect(share.number.text == "0.22" && share.value == 0.22 && share.unit.key == "fraction")
        #expect(try share.converted(to: UnitOfMeasure("percent")).number.text == "22")
        #expect(try figure("22.65", "percent").referenceValue == 0.2265)
    }

    @Test func `money converts within a currency only`() throws {
        let money = try figure("843.7", "100 million yuan", .about)
        let billions = try money.converted(to: UnitOfMeasure("billion yuan"))
        #expect(billions.number.text == "84.37" && billions.qualifier == .about)
        #expect(money.referenceValue == 84_370_000_000)
        #expect(try money.value(in: UnitOfMeasure("yuan")) == 84_370_000_000)
        #expect(throws: UnitProblem.differentDimension(from: "100 million yuan", to: "billion USD")) {
            try money.converted(to: UnitOfMeasure("billion USD"))
        }
    }

    @Test func `units of different dimensions do not mix`() throws {
        let pairs = [
            ("percent", "percentage points"), ("percent", "ratio"), ("vehicles", "companies"),
            ("vehicles", "vehicles/month"), ("years", "days"),
            ("not printed", "tonnes"), ("million (unit not printed)", "not printed"), ("parsecs", "km"),
            ("rank", "count"),
        ]
        for (from, to) in pairs {
            #expect(throws: UnitProblem.self) { try figure("1", from).value(in: UnitOfMeasure(to)) }
            #expect(throws: UnitProblem.self) { try figure("1", to).value(in: UnitOfMeasure(from)) }
        }
        // A unit always converts to itself, registered or not.
        #expect(try figure("7", "parsecs").value(in: UnitOfMeasure("parsecs")) == 7)
    }

    @Test func `miles become kilometres as a computed number only`() throws {
        // International mile 1.609344 km (1959), nautical mile 1.852 km (1929).
        #expect(try abs(figure("38", "nautical miles").value(in: UnitOfMeasure("km")) - 70.376) < 1e-12)
        #expect(try abs(figure("38", "miles").value(in: UnitOfMeasure("km")) - 61.155072) < 1e-9)
        #expect(throws: UnitProblem.notDecimal(from: "miles", to: "km")) {
            try figure("38", "miles").converted(to: UnitOfMeasure("km"))
        }
        #expect(try figure("200", "m").converted(to: UnitOfMeasure("km")).value == 0.2)
        #expect(try figure("2", "years").value(in: UnitOfMeasure("months")) == 24)
        #expect(
            try figure("300000", "t/d").converted(to: UnitOfMeasure("tonnes/day")).number.text == "300000")
    }

    @Test func `the interval is half a unit of the last printed digit`() throws {
        #expect(try figure("42.30", "km").interval == FigureInterval(lower: 42.295, upper: 42.305))
        #expect(try figure("50", "percent").interval == FigureInterval(lower: 49.5, upper: 50.5))
        #expect(
            try figure("50", "percent").converted(to: UnitOfMeasure("fraction")).interval
                == FigureInterval(lower: 0.495, upper: 0.505))
        #expect(try figure("61", "companies").interval == FigureInterval(lower: 61, upper: 61))
        #expect(try figure("3", "million tonnes").interval == FigureInterval(lower: 2.5, upper: 3.5))
        #expect(try figure("5", "km", .about).interval == nil)
        let more = try #require(try figure("50", "percent", .moreThan).interval)
        #expect(!more.contains(50) && more.contains(50.001) && more.upper == nil)
        let least = try #require(try figure("50", "percent", .atLeast).interval)
        #expect(least.contains(50) && !least.contains(49.9))
        let nearly = try #require(try figure("85", "percent", .nearly).interval)
        #expect(!nearly.contains(85) && nearly.contains(84) && nearly.lower == nil)
        #expect(try #require(try figure("85", "percent", .atMost).interval).contains(85))
        #expect(
            try #require(try figure("999999999999999999", "km").interval).contains(1e18))
    }

    @Test func `JSON holds value, qualifier and unit, and the printed form where a zero would go`() throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let plain = try figure("0.22", "fraction")
        let data = try encoder.encode(plain)
        #expect(String(decoding: data, as: UTF8.self) == #"{"qualifier":"=","unit":"fraction","value":0.22}"#)
        let zero = try figure("42.30", "100 million yuan", .atLeast)
        let text = String(decoding: try encoder.encode(zero), as: UTF8.self)
        #expect(text == #"{"printed":"42.30","qualifier":">=","unit":"100 million yuan","value":42.3}"#)
        for figure in [plain, zero] {
            #expect(try JSONDecoder().decode(PrintedFigure.self, from: try encoder.encode(figure)) == figure)
        }
    }

    private func figure(_ text: String, _ unit: String, _ qualifier: Qualifier = .exactly) throws
        -> PrintedFigure
    {
        PrintedFigure(try #require(PrintedNumber(reading: text)), UnitOfMeasure(unit), qualifier)
    }
}
