import Ecosystem
import Reporting
import Studies
import Testing

@Suite struct `Study utilization` {
    private func result(_ model: EcosystemModel, _ given: [String: String] = [:]) throws -> Utilization.Result
    {
        let study = Utilization()
        return try study.result(
            on: StudyInput.prepared(for: study.description, model: model, given: given))
    }

    /// Document 001, §2.2: per cent of capacity used in 2020.
    static let printed = [("r.cn", 52.0), ("r.kr", 75), ("r.us", 73), ("r.jp", 68), ("r.eu", 62)]

    @Test func `the built-in region gives the national figures that document 001 prints`() throws {
        let answer = try result(OpenPackages.builtIn())
        #expect(answer.printedUse.map(\.region.text) == Self.printed.map(\.0))
        for (entry, expected) in zip(answer.printedUse, Self.printed) {
            #expect(abs(entry.use.value * 100 - expected.1) < 1e-9)
        }
        let china = try #require(answer.printedUse.first)
        #expect(china.capacity?.value == 48_049_300)
        // 51.5 % and 52.5 % of 48.0493 million round to 52 %.
        #expect(abs((china.outputLow ?? 0) - 48_049_300 * 0.515) < 1e-6)
        #expect(abs((china.outputHigh ?? 0) - 48_049_300 * 0.525) < 1e-6)
        #expect(
            answer.printedUse.dropFirst().compactMap(\.pointsFromFirst).map { $0.rounded() } == [
                23, 21, 16, 10,
            ])
    }

    @Test func `makers are limits as printed: 98, more than 50, nearly 20`() throws {
        let count = try #require(try result(OpenPackages.builtIn()).makerCounts.first)
        #expect(count.all.value == 98 && count.low?.digitsText == ">50" && count.zero?.digitsText == "~<20")
        #expect(count.lowShareAtLeast == 50.0 / 98 && count.zeroShareAtMost == 20.0 / 98)
    }

    @Test func `what no document prints of the region stays unknown and is said`() throws {
        let model = try OpenPackages.builtIn()
        let answer = try result(model)
        #expect(
            answer.plants.isEmpty && answer.year == nil && answer.verdicts.isEmpty && answer.pipeline.isEmpty)
        #expect(answer.projects.map(\.figure.text) == ["in.0033", "in.0025", "in.0137"])
        #expect(answer.projects.map(\.phase) == [.underConstruction, .approved, .existing])
        let report = try Samples.ask(Utilization(), model)
        #expect(report.answer.en.contains("No plant of Beijing-Tianjin-Hebei"))
        #expect(report.answer.en.contains("52 %") && report.answer.en.contains("48.0493 million"))
        #expect(
            report.blocks.contains {
                if case .note(let note) = $0 {
                    note.level == .gap && note.title.en.contains("no output")
                } else {
                    false
                }
            })
    }

    @Test func `the sample rolls up as sums and lists who is idle`() throws {
        let answer = try result(Samples.model("utilization"))
        // docs/samples/utilization/README.md: 510,100 of 940,000; Iris has no output on record.
        #expect(answer.year == 2025)
        #expect(
            answer.whole?.output == 510_100 && answer.whole?.capacity == 940_000 && answer.whole?.leftOut == 1
        )
        let dongshan = answer.places.first { $0.id == "r.sa" }
        #expect(dongshan?.use == 402_000.0 / 450_000)
        #expect(dongshan?.idle == 54_000)
        #expect(answer.classes.map(\.id) == ["sg.cv", "sg.pv"])
        #expect(answer.zeroOutput == ["o.d", "o.e"] && answer.lowOutput == ["o.b"])
        #expect(answer.idle.map(\.id) == ["si.b1", "si.a2", "si.d1", "si.e1"])
        #expect(answer.exitCandidates == ["o.d", "o.e"])
        #expect(answer.plants.filter(\.isAboveCapacity).map(\.id) == ["si.f1"])
        let pipeline = try #require(answer.pipeline.first { $0.region == RegionID("r.sc") })
        #expect(
            pipeline.existing == 140_000 && pipeline.underConstruction == 200_000 && pipeline.approved == nil)
        #expect(pipeline.overheating == 340_000.0 / 150_000)
        #expect(answer.pipeline.compactMap(\.shareOfComing).reduce(0, +) == 1)
    }

    @Test func `limits and rule sets can be set`() throws {
        let model = try Samples.model("utilization")
        let answer = try result(model, ["low-output": "400", "idle-below": "0.02", "rules": "document-001"])
        #expect(answer.lowOutput.isEmpty && answer.idle.map(\.id) == ["si.d1", "si.e1"])
        #expect(answer.ruleSets.map(\.id) == ["document-001"])
        // Without the rule of exit only the maker without any output in the year is left.
        #expect(answer.exitCandidates == ["o.e"])
        let earlier = try result(model, ["year": "2024", "region": "r.sa"])
        #expect(earlier.year == 2024 && earlier.whole?.output == 373_000)
    }

    @Test func `months take their part of a year's capacity and a silent month is not zero`() throws {
        var builder = EcosystemBuilder(
            PackageIdentity(id: "m", title: Localized(same: "m"), homeRegion: RegionID("r")))
        builder.add(.region, ["id": "r", "name_en": "R", "level": "province", "basis": "synthetic"])
        builder.add(
            .organization,
            ["id": "o", "name_en": "O", "kind": "oem", "home_region": "r", "basis": "synthetic"])
        for (id, indicator, period, value, unit) in [
            ("1", "i.capacity", "2025", "1200", "vehicles/year"),
            ("2", "i.output", "2025-01", "50", "vehicles"),
            ("3", "i.output", "2025-02", "70", "vehicles"),
        ] {
            builder.add(
                .indicator,
                [
                    "id": id, "entity_id": "o", "indicator_id": indicator, "period": period, "value": value,
                    "unit": unit, "basis": "synthetic",
                ])
        }
        let answer = try result(builder.build())
        // Two months of a yearly capacity of 1,200: 120 of 200.
        #expect(answer.whole?.use == 0.6 && answer.whole?.records == 2)
    }
}
