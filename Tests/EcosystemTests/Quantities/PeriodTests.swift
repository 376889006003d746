import Ecosystem
import Foundation
import Testing

@Suite struct PeriodTests {
    /// Every period of the built-in region's indicators, and what it is.
    static let printed: [(String, Period, String, String)] = [
        ("2013", .at(.year(2013)), "2013年", "2013"),
        ("2025-03", .at(.month(2025, 3)), "2025年3月", "March 2025"),
        ("2014-07-31", .at(.day(2014, 7, 31)), "2014年7月31日", "31 July 2014"),
        ("2003-2014", .span(.year(2003), .year(2014)), "2003–2014年", "2003–2014"),
        (
            "2024-03/2025-03", .span(.month(2024, 3), .month(2025, 3)), "2024年3月至2025年3月",
            "March 2024 to March 2025"
        ),
        ("2024 vs 2013", .comparison(.year(2024), with: .year(2013)), "2024年较2013年", "2024 against 2013"),
        ("5 years", .lasting(5, .years), "5年", "5 years"), ("n.d.", .notPrinted, "年份未印", "year not printed"),
        ("planned", .worded("planned"), "规划", "planned"), ("plan", .worded("plan"), "规划", "plan"),
        ("peak", .worded("peak"), "峰值", "peak"),
        ("latest", .worded("latest"), "最新", "latest"), ("before", .worded("before"), "此前", "before"),
        ("after reclamation", .worded("after reclamation"), "填海后", "after reclamation"),
        ("future", .worded("future"), "未来", "future"),
        ("district total", .worded("district total"), "全区合计", "district total"),
        ("per year", .worded("per year"), "每年", "per year"),
    ]

    @Test func `printed periods are read, worded and written back`() {
        for (text, period, zh, en) in Self.printed {
            let read = Period(reading: text)
            #expect(read == period)
            #expect(read.words == Localized(en, zh))
            #expect(read.text == text)
            #expect(!Period.isDoubtful(text))
        }
    }

    @Test(arguments: [
        ("2013年", "2013"), ("2014年7月31日", "2014-07-31"), ("2014年7月", "2014-07"), ("２０１３", "2013"),
        ("2003–2014", "2003-2014"),
        ("2003年至2014年", "2003-2014"), ("2014/7/31", "2014-07-31"), ("2015-Q3", "2015-Q3"),
        ("2011-", "2011/.."), ("2011/..", "2011/.."), ("", "n.d."),
        ("年份未印", "n.d."), ("2014-01-01/2014-06-30", "2014-01-01/2014-06-30"), ("1 year", "1 years"),
        ("  planned  ", "planned"), ("3个月", "3 months"),
    ])
    func `other spellings have one canonical form`(text: String, canonical: String) {
        #expect(Period(reading: text).text == canonical)
        #expect(Period(reading: canonical).text == canonical)
    }

    @Test(arguments: [
        "2014-13", "2014-02-30", "2015-2013", "2014-00", "20144", "2014-07-31-01", "2013 vs 2024",
        "2900-02-29",
    ])
    func `dates that do not exist are doubtful, never lost`(text: String) {
        #expect(Period.isDoubtful(text))
        #expect(Period(reading: text).text == text)
    }

    @Test func `days follow the Gregorian calendar`() throws {
        #expect(CalendarPoint(reading: "2000-02-29") != nil && CalendarPoint(reading: "1900-02-29") == nil)
        #expect(
            CalendarPoint.month(2024, 2).lastDay == 20_240_229
                && CalendarPoint.quarter(2015, 3).lastDay == 20_150_930)
        #expect(
            CalendarPoint.quarter(2015, 2).firstDay == 20_150_401
                && CalendarPoint.year(2014).lastDay == 20_141_231)
        #expect(
            CalendarPoint(reading: "0999") == nil && CalendarPoint(reading: "2014-") == nil
                && CalendarPoint(reading: "年") == nil)
    }

    @Test func `dated periods come first and unprinted ones last`() {
        let order = [
            "1982-2014", "2003", "2003-2014", "2014", "2014-07-31", "2025", "5 years", "planned", "n.d.",
        ]
        let mixed = order.reversed().map(Period.init(reading:))
        #expect(
            mixed.sorted().map(\.text) == [
                "1982-2014", "2003", "2003-2014", "2014", "2014-07-31", "2025", "5 years", "planned", "n.d.",
            ])
        #expect(
            Period(reading: "2014-07").firstDay == 20_140_701 && Period(reading: "2003-2014").lastYear == 2014
        )
        #expect(Period(reading: "planned").firstDay == nil && Period(reading: "2011-").lastDay == nil)
    }

    @Test func `no text crashes, and what is read reads back as itself`() {
        var draws = SeededDraws(1)
        for _ in 0..<20_000 {
            let period = Period(reading: draws.text(upTo: 14))
            #expect(Period(reading: period.text) == period)
            _ = period.words
            _ = period.cell
        }
    }

    @Test func `the order is strict`() {
        let periods =
            Self.printed.map(\.1)
            + ["2013-01", "2013-Q1", "2013-01-01", "2013/..", "1 days"].map(Period.init(reading:))
        for left in periods {
            for right in periods {
                #expect([left < right, right < left, left == right].filter { $0 }.count == 1)
            }
        }
    }

    @Test func `validity includes both ends`() {
        let validity = Validity(from: .year(2001), to: .month(2010, 6))
        #expect(
            validity.contains(.day(2001, 1, 1)) && validity.contains(.day(2010, 6, 30))
                && validity.contains(.year(2010)))
        #expect(!validity.contains(.day(2010, 7, 1)) && !validity.contains(.year(2000)))
        #expect(Validity.always.contains(.year(1500)))
        let reversed = Validity(from: .year(2010), to: .year(2001))
        #expect(reversed.isReversed && !reversed.contains(.year(2005)))
    }

    @Test func `cells show digits for dates`() {
        #expect(
            Period(reading: "2014-07-31").cell.zh == "2014-07-31"
                && Period(reading: "2003-2014").cell.zh == "2003–2014")
        #expect(Period(reading: "n.d.").cell.zh == "年份未印")
    }

    @Test func `periods are encoded as text`() throws {
        let periods = Self.printed.map(\.1)
        #expect(try JSONDecoder().decode([Period].self, from: try JSONEncoder().encode(periods)) == periods)
    }
}
