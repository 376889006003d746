import Ecosystem
import Reporting
import Studies
import Testing

@Suite struct `Two reports side by side` {
    private func report(
        parameters: [String: String] = [:], figures: [Figure] = [], rows: [[Cell]] = [],
        scenario: String? = nil
    ) -> Report {
        let table = Table(
            "rows", Localized("Rows", "行"),
            columns: [
                Table.Column("name", Localized("Name", "名称")),
                Table.Column("count", Localized("Count", "数量"), kind: .number),
            ], rows: rows)
        return Report(
            study: "probe", version: "1", title: Localized(same: "t"), answer: Localized(same: "a"),
            package: PackageStamp(id: "p", title: Localized(same: "p"), version: "1", fingerprint: "f"),
            scenario: scenario, parameters: parameters, result: .null,
            blocks: [.figures(figures), .table(table)])
    }

    private func figure(_ name: String, _ value: Int) -> Figure {
        Figure(Localized(same: name), .number(FigureNumber(value)), unit: Localized(same: "u"))
    }

    @Test func `a report compared with itself differs in nothing`() throws {
        let model = try OpenPackages.builtIn()
        for study in StudyCatalogue.all where study.description.takes.isEmpty {
            let input = try StudyInput.prepared(for: study.description, model: model)
            let one = try study.report(on: input)
            let comparison = ReportComparison(one, one)
            #expect(comparison.isEmpty && comparison.settings.isEmpty, "\(study.id)")
            #expect(comparison.blocks.isEmpty)
        }
    }

    @Test func `what was asked, figures and rows that differ stand beside each other`() {
        let left = report(
            parameters: ["x": "1", "y": "2"], figures: [figure("one", 3), figure("two", 4)],
            rows: [[.text("a"), .number(1)], [.text("b"), .number(2)], [.text("c"), .number(3)]])
        let right = report(
            parameters: ["x": "1", "y": "5"],
            figures: [figure("one", 3), figure("two", 9), figure("new", 1)],
            rows: [[.text("c"), .number(3)], [.text("a"), .number(7)], [.text("d"), .number(4)]],
            scenario: "try")
        let comparison = ReportComparison(left, right)
        #expect(comparison.settings.map(\.name.en) == ["Scenario", "Parameter y"])
        #expect(comparison.settings.first?.left == nil && comparison.settings.first?.right?.en == "try")
        #expect(comparison.figures.map(\.label.en) == ["two", "new"] && comparison.equalFigures == 1)
        #expect(comparison.figures.first?.difference == 5 && comparison.figures.last?.difference == nil)
        let changes = comparison.tables.first?.changes ?? []
        // Order does not matter: a changed, b is gone, d is new, c is equal.
        #expect(changes.map { $0.column?.id } == ["count", nil, nil])
        #expect(changes.map { $0.right == nil } == [false, true, false])
        #expect(comparison.tables.first?.equalRows == 1)
        let ids = comparison.blocks.compactMap { block -> String? in
            if case .table(let table) = block { table.id } else { nil }
        }
        #expect(ids == ["settings", "figures", "rows-rows"])
    }

    @Test func `exchanging both exchanges the sides and the sign`() {
        let left = report(figures: [figure("one", 3)], rows: [[.text("a"), .number(1)]])
        let right = report(figures: [figure("one", 8)], rows: [[.text("b"), .number(1)]])
        let there = ReportComparison(left, right)
        let back = ReportComparison(right, left)
        #expect(there.figures.first?.difference == 5 && back.figures.first?.difference == -5)
        #expect(there.tables.first?.changes.count == back.tables.first?.changes.count)
        #expect(there.tables.first?.changes.first?.left == back.tables.first?.changes.last?.right)
    }

    @Test func `rows with the same words are matched in their order`() {
        let left = report(rows: [[.text("a"), .number(1)], [.text("a"), .number(2)]])
        let right = report(rows: [[.text("a"), .number(1)], [.text("a"), .number(3)]])
        let changes = ReportComparison(left, right).tables.first?.changes ?? []
        #expect(changes.count == 1 && changes.first?.right == .number(3))
    }
}
