import Ecosystem
import Reporting
import Studies
import Testing

@Suite struct `Study balance` {
    private func result(_ model: EcosystemModel, _ given: [String: String] = [:]) throws -> Balance.Result {
        let study = Balance()
        return try study.result(on: StudyInput.prepared(for: study.description, model: model, given: given))
    }

    /// Document 001, §1.1–1.6 and §2.3: parts firms and the ends that the printed ratio allows (11.2 is 11.15 to 11.25).
    static let printed: [(id: String, parts: Double, ratio: String, low: Double, high: Double?)] = [
        ("r.yrd", 5849, "11.2", 5849 / 11.25, 5849 / 11.15),
        ("r.myr", 2346, "8.06", 2346 / 8.065, 2346 / 8.055),
        ("r.cyu", 1398, "6.24", 1398 / 6.245, 1398 / 6.235), ("r.prd", 1275, "<3", 1275 / 3, nil),
        ("r.bth", 1178, "<3", 1178.0 / 3, nil), ("r.nec", 846, "<3", 846 / 3, nil),
    ]

    @Test func `the built-in region keeps the printed ratio, its base unknown, and says what it would imply`()
        throws
    {
        let answer = try result(OpenPackages.builtIn())
        #expect(answer.clusters.map(\.id.text) == Self.printed.map(\.id))
        for (cluster, expected) in zip(answer.clusters, Self.printed) {
            #expect(cluster.partsCompanies == expected.parts)
            #expect(cluster.ratioPrinted?.digitsText == expected.ratio)
            #expect(cluster.base == nil && cluster.output == nil && cluster.partsPer10000 == nil)
            #expect(abs((cluster.impliedUnitsLow ?? 0) - expected.low) < 1e-9 * expected.low)
            if let high = expected.high {
                #expect(abs((cluster.impliedUnitsHigh ?? 0) - high) < 1e-9 * high)
            } else {
                #expect(cluster.impliedUnitsHigh == nil)
            }
        }
        let report = try Samples.ask(Balance(), OpenPackages.builtIn())
        #expect(report.result["clusters"]?[0]?["base"] == .null)
    }

    @Test func `an assumed base is an estimate that fits the national output and can be changed`() throws {
        let answer = try result(OpenPackages.builtIn())
        // Lower ends × 10,000: 5.20 + 2.91 + 2.24 + 4.25 + 3.93 + 2.82 million, against 48.0493 million × 52.5 %.
        let low = Self.printed.map { $0.low * 10_000 }.reduce(0, +)
        #expect(abs((answer.reading.low ?? 0) - low) < 1)
        #expect(answer.reading.high == nil && answer.reading.fits == true)
        let other = try result(OpenPackages.builtIn(), ["base": "100000"])
        #expect(other.reading.fits == false)
        let report = try Samples.ask(Balance(), OpenPackages.builtIn())
        let implied = report.blocks.compactMap { block -> Table? in
            if case .table(let table) = block, table.id == "implied" { table } else { nil }
        }.first
        #expect(implied?.rows.allSatisfy { $0[1].origin?.basis == .derived } == true)
        #expect(implied?.rows.allSatisfy { ($0[3].origin?.basis ?? .stated) >= .estimated } == true)
    }

    @Test func `the region has no quantities of parts and says so`() throws {
        let answer = try result(OpenPackages.builtIn())
        #expect(answer.segments.count > 30 && answer.segments.allSatisfy { $0.need == nil })
        #expect(answer.shortages.isEmpty)
        #expect(answer.focus.map(\.id.text) == ["sg.cmp.key", "sg.sys.icv", "sg.cmp.nevkey"])
        let report = try Samples.ask(Balance(), OpenPackages.builtIn())
        let gaps = report.blocks.compactMap { block -> String? in
            if case .note(let note) = block, note.level == .gap { note.title.en } else { nil }
        }
        #expect(gaps.count == 2)
    }

    @Test func `the sample gives shortages and a ratio with a known base`() throws {
        // docs/samples/balance/README.md.
        let answer = try result(Samples.model("balance"))
        let short = Dictionary(uniqueKeysWithValues: answer.segments.map { ($0.id.text, $0.shortage) })
        #expect(short["sg.brake"] == 0 && short["sg.seat"] == 200 && short["sg.cell"] == 1200)
        #expect(short["sg.motor"] == 2000 && short["sg.cockpit"] == 0)
        #expect(answer.shortages.map(\.text) == ["sg.motor", "sg.cell", "sg.seat"])
        #expect(answer.weakOrMissing.map(\.text).sorted() == ["sg.cell", "sg.cockpit", "sg.motor"])
        let own = try #require(answer.clusters.first { $0.id == RegionID("r.s") })
        #expect(own.partsPer10000 == 6 && own.partsToVehicleInvestment == 0.25)
        #expect(answer.reading.fits == true && answer.reading.high != nil)
    }
}
