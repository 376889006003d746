import Ecosystem
import Reporting
import Studies
import Testing

@Suite struct `Study smile-curve` {
    private func result(_ model: EcosystemModel, _ given: [String: String] = [:]) throws -> SmileCurve.Result
    {
        let study = SmileCurve()
        return try study.result(on: StudyInput.prepared(for: study.description, model: model, given: given))
    }

    @Test func `the built-in region has no value by stage: counts are shown and shares stay unknown`() throws
    {
        let model = try OpenPackages.builtIn()
        let answer = try result(model)
        #expect(answer.year == nil && answer.depth == nil)
        #expect(answer.stages.allSatisfy { $0.valueAdded == nil && $0.share == nil })
        #expect(answer.ends.allSatisfy { $0.share == nil && $0.isThin == nil })
        // Segments of each stage, counted in the table of segments; adjacent ones are outside the chain.
        let rows = try OpenPackages.rows("Data/beijing-tianjin-hebei", "segments")
        for stage in answer.stages {
            let own = rows.filter { $0["stage"] == stage.stage && $0["automotive"] == "yes" }
            #expect(stage.segments == own.count, "\(stage.stage)")
            #expect(stage.named == own.count { $0["named_in_source"] == "yes" }, "\(stage.stage)")
            #expect(stage.classes.values.reduce(0, +) == own.count)
        }
        #expect(answer.emptyStages == ["after_sales_recycling"])
        // Document 001, §2.4 names weak ends and unstable networks.
        #expect(answer.problems.map(\.text) == ["pb.15", "pb.16"])
        let report = try Samples.ask(SmileCurve(), model)
        #expect(report.answer.en.contains("No value by stage"))
    }

    @Test func `the sample's shares, margins and depth are those of its page`() throws {
        let answer = try result(Samples.model("smile-curve"))
        // docs/samples/smile-curve/README.md.
        #expect(answer.year == 2025)
        #expect(
            answer.stages.compactMap(\.valueAdded)
                == [1300, 900, 2100, 1300, 3600, 500, 400].map { $0 * 1e6 })
        let shares = answer.ends.compactMap(\.share)
        #expect(zip(shares, [1300, 7900, 900]).allSatisfy { abs($0 - $1 / 10100) < 1e-12 })
        #expect(abs(answer.stages.compactMap(\.share).reduce(0, +) - 1) < 1e-12)
        #expect(abs((answer.depth ?? 0) - (900.0 / 2050 - 7900.0 / 44000)) < 1e-12)
        #expect(answer.missingEnds == [.front, .back])
        #expect(try result(Samples.model("smile-curve"), ["thin-below": "0.1"]).missingEnds == [.back])
    }

    @Test func `a stage without output has a share and no margin, and a region counts only its own firms`()
        throws
    {
        var builder = EcosystemBuilder(
            PackageIdentity(id: "m", title: Localized(same: "m"), homeRegion: RegionID("r")))
        builder.add(.region, ["id": "r", "name_en": "R", "level": "province", "basis": "synthetic"])
        builder.add(.region, ["id": "x", "name_en": "X", "level": "province", "basis": "synthetic"])
        builder.add(
            .segment,
            ["id": "s", "name_en": "S", "stage": "vehicle", "automotive": "yes", "basis": "synthetic"])
        for (id, home) in [("o", "r"), ("p", "x")] {
            builder.add(
                .organization,
                ["id": id, "name_en": id, "kind": "oem", "home_region": home, "basis": "synthetic"])
            builder.add(
                .activity, ["id": "a" + id, "organization_id": id, "segment_id": "s", "basis": "synthetic"])
            builder.add(
                .indicator,
                [
                    "id": "i" + id, "entity_id": id, "indicator_id": "i.value_added", "period": "2025",
                    "value": "3",
                    "unit": "million yuan", "basis": "synthetic",
                ])
        }
        let answer = try result(builder.build())
        let vehicles = answer.stages.first { $0.stage == "vehicle" }
        #expect(vehicles?.valueAdded == 3e6 && vehicles?.share == 1 && vehicles?.margin == nil)
    }
}
