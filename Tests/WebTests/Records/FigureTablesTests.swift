import Ecosystem
import Reporting
import Testing

@testable import Web

@Suite struct `Tables of figures` {
    private func model(_ rows: [[FieldName: String]]) -> EcosystemModel {
        var builder = EcosystemBuilder(PackageIdentity(id: "figures", title: Localized(same: "F")))
        builder.add(.indicatorDefinition, ["id": "i.a", "name_en": "Output", "name_zh": "产量"])
        for (number, row) in rows.enumerated() {
            let fixed: [FieldName: String] = [
                "id": "in.\(number)", "entity_id": "r.a", "indicator_id": "i.a", "unit": "percent",
                "basis": "stated",
            ]
            builder.add(.indicator, fixed.merging(row) { _, given in given })
        }
        return builder.build()
    }

    private func periods(_ table: Table?) -> [String] {
        table?.rows.compactMap { row in
            if row.count > 1, case .text(let text) = row[1].value { text.en } else { nil }
        } ?? []
    }

    @Test func `begin with the latest and end with what has no year`() {
        let model = model([
            ["value": "1", "period": "2010"], ["value": "2", "period": "n.d."],
            ["value": "3", "period": "2024-03"],
        ])
        let tables = FigureTables.of(model.records(of: .indicator))
        #expect(tables.map(\.id) == ["figures"])
        #expect(periods(tables.first) == ["2024-03", "2010", "year not printed"])
    }

    @Test func `set three years or more of one indicator side by side`() {
        let model = model((2009...2012).map { ["value": "\($0 - 2000)", "period": "\($0)"] })
        let tables = FigureTables.of(model.records(of: .indicator))
        #expect(tables.map(\.id) == ["series"])
        #expect(
            tables.first?.columns.map(\.title.en) == ["Indicator", "Unit", "2009", "2010", "2011", "2012"])
        #expect(tables.first?.rows.count == 1)
    }

    @Test func `leave out no figure where a year has two`() {
        let model = model(
            ["2009", "2010", "2011", "2011"].enumerated().map {
                ["value": "\($0.offset)", "period": $0.element]
            })
        let tables = FigureTables.of(model.records(of: .indicator))
        let records = Set(tables.flatMap(\.origins).flatMap(\.records))
        #expect(records == ["in.0", "in.1", "in.2", "in.3"])
    }

    @Test func `show a corrected figure once, with what is printed beside it`() {
        let model = model([
            ["value": "30", "period": "2014"],
            ["value": "35", "period": "2014", "corrects_id": "in.0", "basis": "corrected"],
        ])
        let rows = FigureTables.of(model.records(of: .indicator)).first?.rows ?? []
        #expect(rows.count == 1)
        #expect(rows.first?.last?.printed?.en == "30 %")
        #expect(rows.first?.last?.origin?.basis == .corrected)
    }

    @Test func `say that a value is not printed where it is no number`() {
        let model = model([["value": "many", "period": "2014"]])
        #expect(FigureTables.of(model.records(of: .indicator)).first?.rows.first?.last == .notPrinted)
    }
}
