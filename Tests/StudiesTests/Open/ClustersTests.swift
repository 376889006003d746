import Ecosystem
import Reporting
import Studies
import Testing

@Suite struct `Study clusters` {
    /// The counts and ratios of document 001, §1.1–1.6 and §2.3.
    static let printed: [(id: String, vehicles: Double, parts: Double, ratio: String)] = [
        ("r.yrd", 61, 5849, "11.2"), ("r.myr", 53, 2346, "8.06"), ("r.bth", 52, 1178, "<3"),
        ("r.cyu", 45, 1398, "6.24"), ("r.prd", 28, 1275, "<3"), ("r.nec", 20, 846, "<3"),
    ]

    private func ask(_ model: EcosystemModel, by: String = "vehicles", others: [EcosystemModel] = []) throws
        -> (Clusters.Result, ReportDraft)
    {
        let study = Clusters()
        let input = try StudyInput.prepared(
            for: study.description, model: model, others: others, given: ["by": by])
        let result = try study.result(on: input)
        return (result, try study.draft(of: result, on: input))
    }

    @Test func `the built-in region gives the figures that document 001 prints, largest first`() throws {
        let (result, _) = try ask(OpenPackages.builtIn())
        #expect(result.clusters.map(\.id.text) == Self.printed.map(\.id))
        for (cluster, expected) in zip(result.clusters, Self.printed) {
            #expect(cluster.vehicleCompanies == expected.vehicles)
            #expect(cluster.partsCompanies == expected.parts)
            #expect(cluster.ratioPrinted?.digitsText == expected.ratio)
            #expect(cluster.corrections == [CorrectionID("am.18")])
        }
        #expect(result.vehicleCompanies == 259)
        #expect(result.partsCompanies == 12892)
        #expect(result.home == RegionID("r.bth"))
    }

    @Test func `shares sum to one and places count from one`() throws {
        let (result, _) = try ask(OpenPackages.builtIn(), by: "parts")
        #expect(abs(result.clusters.compactMap(\.vehicleShare).reduce(0, +) - 1) < 1e-12)
        #expect(abs(result.clusters.compactMap(\.partsShare).reduce(0, +) - 1) < 1e-12)
        #expect(result.clusters.compactMap(\.partsRank) == [1, 2, 3, 4, 5, 6])
        #expect(result.clusters.first?.partsCompanies == 5849)
    }

    @Test func `the printed ratio is shown with its correction and never recomputed`() throws {
        let (_, draft) = try ask(OpenPackages.builtIn())
        let notes = draft.blocks.compactMap { block -> Note? in
            if case .note(let note) = block { note } else { nil }
        }
        #expect(notes.contains { $0.origin?.records == ["am.18"] })
        #expect(notes.contains { $0.text?.en.contains("5,849 ÷ 61 = 95.9") == true })
        guard
            case .picture(let picture) = draft.blocks.first(where: {
                if case .picture = $0 { true } else { false }
            })
        else {
            Issue.record("no picture")
            return
        }
        let ratios = picture.table.rows.compactMap(\.last)
        #expect(ratios.count == 6)
        #expect(ratios[2].value == .number(FigureNumber(3, decimals: 0, qualifier: "<")))
        #expect(ratios.allSatisfy { $0.origin?.basis == .stated })
    }

    @Test func `core makers are those that document 001 names`() throws {
        let (result, _) = try ask(OpenPackages.builtIn())
        let home = result.clusters.first { $0.id == RegionID("r.bth") }
        #expect(Set(home?.coreMakers.map(\.text) ?? []) == ["o.baw", "o.faw", "o.gwm"])
        #expect(home?.members.map(\.text) == ["r.bj", "r.tj", "r.he"])
    }

    @Test func `a figure that nobody prints is missing, not zero`() throws {
        var builder = EcosystemBuilder(PackageIdentity(id: "two", title: Localized(same: "two")))
        for (id, name) in [("r.a", "A"), ("r.b", "B")] {
            builder.add(.region, ["id": id, "name_en": name, "level": "cluster", "basis": "stated"])
        }
        builder.add(
            .indicator,
            [
                "id": "in.1", "entity_id": "r.b", "indicator_id": "i.veh_companies", "value": "7",
                "unit": "companies", "basis": "stated",
            ])
        let (result, draft) = try ask(builder.build())
        #expect(result.clusters.map(\.id.text) == ["r.b", "r.a"])
        #expect(result.clusters.last?.vehicleCompanies == nil)
        #expect(result.clusters.last?.vehicleRank == nil)
        #expect(result.partsCompanies == nil)
        #expect(draft.answer.en.contains("7 vehicle companies, rank 1 of 1"))
    }

    @Test func `an empty package says what is missing`() throws {
        let (result, draft) = try ask(.empty)
        #expect(result.clusters.isEmpty)
        #expect(draft.answer.en.contains("no region of the level “cluster”"))
    }

    @Test func `compared packages stand beside`() throws {
        let model = try OpenPackages.builtIn()
        let (result, draft) = try ask(model, others: [model])
        #expect(result.compare.map(\.clusters.count) == [6])
        let table = draft.blocks.compactMap { block -> Table? in
            if case .table(let table) = block, table.id == "compare" { table } else { nil }
        }
        #expect(table.first?.rows.count == 12)
    }

    @Test func `the JSON form has the keys that others rely on`() throws {
        let model = try OpenPackages.builtIn()
        let report = try Clusters().report(
            on: StudyInput.prepared(for: Clusters().description, model: model))
        let first = report.result["clusters"]?[0]
        #expect(first?["id"] == .string("r.yrd"))
        #expect(first?["vehicleCompanies"] == .integer(61))
        #expect(first?["partsCompanies"] == .integer(5849))
        #expect(first?["ratioPrinted"]?["value"] == .number(11.2))
        #expect(report.result["clusters"]?[2]?["ratioPrinted"]?["qualifier"] == .string("<"))
    }
}
