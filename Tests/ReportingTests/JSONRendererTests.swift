import Ecosystem
import Foundation
import Reporting
import Testing

@Suite struct `A report as JSON` {
    private let value = JSONRenderer(sources: SampleReport.sources).value(of: SampleReport.report)

    @Test func `reads as the golden text`() throws {
        try Golden.expect(value.text(indented: true) + "\n", "sample.json")
    }

    @Test func `any JSON reader gets back the same values`() throws {
        let data = Data(value.text().utf8)
        #expect(try JSONDecoder().decode(JSONValue.self, from: data).text() == value.text())
        let keys = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any]).keys.sorted()
        #expect(
            keys == [
                "answer", "blocks", "compared", "files", "package", "parameters", "partial", "result",
                "scenario",
                "seed", "sources", "study", "supplied", "title", "version", "weakestBasis",
            ])
    }

    @Test func `numbers are numbers with their sign and decimals, missing ones are words`() {
        let figures = value["blocks"]?[0]?["figures"]
        #expect(figures?[1]?["value"]?["value"] == .number(1_234_567.5))
        #expect(figures?[1]?["value"]?["qualifier"] == .string(">="))
        #expect(figures?[1]?["value"]?["decimals"] == .integer(1))
        #expect(figures?[2]?["value"]?["kind"] == .string("missing"))
        #expect(figures?[2]?["value"]?["value"] == nil)
    }

    @Test func `a picture says how it is drawn and holds its table`() {
        let picture = value["blocks"]?[1]
        #expect(picture?["type"] == .string("bars"))
        #expect(picture?["drawing"]?["values"] == .array([.string("firms")]))
        #expect(picture?["rows"]?[0]?[1]?["value"] == .number(1200))
    }

    @Test func `every drawing names its columns`() throws {
        let drawings: [Picture.Drawing] = [
            .series(time: "t", values: ["v"], group: nil), .bars(name: "n", values: ["v"]),
            .heatmap(row: "r", column: "c", value: "v"), .sankey(from: "f", to: "t", value: "v"),
            .network(from: "f", to: "t", label: "l"),
            .map(name: "n", longitude: "x", latitude: "y", kind: nil),
            .bands(time: "t", quantiles: ["a", "b", "c"]),
            .mapOverTime(
                time: "t", areas: [.init(column: "v", region: "r.a", code: "120000", point: nil)]),
            .timeline(start: "s", end: nil, name: "n", lane: "l"),
        ]
        for drawing in drawings {
            var report = SampleReport.report
            report.blocks = [.picture(Picture(drawing, SampleReport.clusters))]
            let block = JSONRenderer().value(of: report)["blocks"]?[0]
            #expect(block?["type"] == .string(drawing.kind))
            guard case .object(let names) = block?["drawing"] else {
                Issue.record("\(drawing.kind) has no drawing")
                continue
            }
            #expect(names.count >= 2)
            let html = HTMLRenderer(language: .en).content(of: report).source
            #expect(html.contains("data-drawing=\"\(drawing.kind)\""))
        }
    }

    @Test func `a seed that JSON readers would round is a text`() {
        var report = SampleReport.report
        report.seed = .max
        #expect(JSONRenderer().value(of: report)["seed"] == .string("18446744073709551615"))
    }

    @Test func `paragraphs stand under their documents`() {
        #expect(value["sources"]?[0]?["document"] == .string("d1"))
        #expect(value["sources"]?[0]?["paragraphs"]?[1]?["id"] == .string("d1.p3"))
        #expect(value["sources"]?[2]?["document"] == .null)
        #expect(value["sources"]?[2]?["paragraphs"]?[0]?["id"] == .string("unknown.p9"))
    }
}
