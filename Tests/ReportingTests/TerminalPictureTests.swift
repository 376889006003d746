import Ecosystem
import Reporting
import Testing

@Suite struct `Pictures in the terminal` {
    private func text(_ picture: Picture, width: Int = 100) -> String {
        var report = SampleReport.report
        report.blocks = [.picture(picture)]
        return TextRenderer(language: .en, width: width).text(of: report)
    }

    private func course(_ days: Int) -> Picture {
        let table = Table(
            "course", Localized(same: "Course"),
            columns: [
                Table.Column("day", Localized(same: "Day"), kind: .number),
                Table.Column("lost", Localized(same: "Lost"), kind: .number),
            ],
            // The worst day is 67, the best day 101: neither is a step from the first.
            rows: (0..<days).map { day in
                [
                    .number(Double(day), decimals: 0),
                    .number(day == 67 ? 987 : day == 101 ? -55 : 10, decimals: 0),
                ]
            })
        return Picture(.series(time: "day", values: ["lost"], group: nil), table)
    }

    @Test func `a long course is shown at some days, with the first, the last, the worst and the best`() {
        let text = text(course(180))
        let days = text.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
            .filter { $0.count == 2 }.compactMap { Int($0[0]) }
        #expect(days == days.sorted() && Set(days).isSuperset(of: [0, 6, 67, 101, 174, 179]))
        #expect(days.count == 33)
        #expect(text.contains("33 of 180 rows; all of them with --format csv"))
        #expect(text.contains("987") && text.contains("-55"))
    }

    @Test func `a course of two months is shown whole`() {
        #expect(text(course(60)).contains("\n60 rows"))
    }

    private func heat(_ cells: [(String, Int, Double)]) -> Picture {
        let table = Table(
            "heat", Localized(same: "Heat"), caption: Localized(same: "lost in a week"),
            columns: [
                Table.Column("place", Localized(same: "Place")),
                Table.Column("week", Localized(same: "Week"), kind: .number),
                Table.Column("lost", Localized(same: "Lost"), unit: Localized(same: "%"), kind: .number),
            ],
            rows: cells.map {
                [.text($0.0), .number(Double($0.1), decimals: 0), .number($0.2, decimals: 1)]
            })
        return Picture(.heatmap(row: "place", column: "week", value: "lost"), table)
    }

    @Test func `a heat map stands in rows and columns, and what is not there is no zero`() {
        let text = text(heat([("north", 1, 2.5), ("north", 2, 3.5), ("south", 1, 4.5)]))
        #expect(text.contains("lost in a week; across: Week"))
        let lines = text.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
        #expect(lines.contains(["Place", "1", "2"]))
        #expect(lines.contains(["north", "2.5", "3.5"]))
        #expect(lines.contains(["south", "4.5", "–"]))
        #expect(text.contains("\n2 rows"))
    }

    @Test func `a heat map without room, or with a pair twice, is its table`() {
        let wide = heat((1...40).map { ("north", $0, 12.5) })
        #expect(text(wide).contains("\n40 rows"))
        #expect(text(wide).split(separator: "\n").allSatisfy { DisplayWidth.of($0) <= 100 })
        #expect(text(heat([("north", 1, 2.5), ("north", 1, 3.5)])).contains("\n2 rows"))
    }
}
