import ChainAnalysis
import Ecosystem
import Kernels
import Testing

@Suite("Coverage of a chain")
struct ChainCoverageTests {
    private func judged(
        _ model: EcosystemModel, _ segment: String, in region: String = "r.h",
        _ options: CoverageOptions = CoverageOptions()
    ) throws -> SegmentCoverage {
        let chain = ChainCoverage(
            of: model, in: ChainCoverage.Scope(region: RegionID(region), includesAdjacent: true),
            options: options)
        return try #require(chain.segments.first { $0.id.text == segment })
    }

    @Test func `two independent organizations are adequate and one is unknown`() throws {
        var region = SmallRegion()
        region.segment("sg.1")
        region.organization("o.1", home: "r.a")
        region.organization("o.2", home: "r.b")
        region.work("os.1", "o.1", "sg.1")
        let one = region
        region.work("os.2", "o.2", "sg.1")
        let two = try judged(region.model(), "sg.1")
        #expect(two.grade == .adequate && two.rule == .count && two.coverage == nil)
        #expect(two.organizations.map(\.text) == ["o.1", "o.2"])
        #expect(two.origin.basis == .counted)
        let alone = try judged(one.model(), "sg.1")
        #expect(alone.grade == .unknown && alone.organizations.count == 1 && alone.reasons == [.tooFewNamed])
    }

    @Test func `members of one group count once, however long the chain of parents is`() throws {
        var region = SmallRegion()
        region.segment("sg.1")
        region.organization("o.top", home: "r.x")
        region.organization("o.mid", home: "r.x", parent: "o.top")
        region.organization("o.1", home: "r.a", parent: "o.mid")
        region.organization("o.2", home: "r.b", parent: "o.top")
        region.work("os.1", "o.1", "sg.1")
        region.work("os.2", "o.2", "sg.1")
        let coverage = try judged(region.model(), "sg.1")
        #expect(coverage.grade == .unknown && coverage.organizations.count == 2 && coverage.independent == 1)
    }

    @Test func `parents in a circle are one group and end the walk`() throws {
        var region = SmallRegion()
        region.segment("sg.1")
        region.organization("o.1", home: "r.a", parent: "o.2")
        region.organization("o.2", home: "r.a", parent: "o.1")
        region.organization("o.3", home: "r.a", parent: "o.1")
        for number in 1...3 { region.work("os.\(number)", "o.\(number)", "sg.1") }
        #expect(try judged(region.model(), "sg.1").independent == 1)
    }

    @Test func `an organization counts by a site in the region, but not by a planned or abandoned one`()
        throws
    {
        var region = SmallRegion()
        region.segment("sg.1")
        for number in 1...4 {
            region.organization("o.\(number)", home: "r.x")
            region.work("os.\(number)", "o.\(number)", "sg.1")
        }
        region.site("si.1", of: "o.1", in: "r.a")
        region.site("si.2", of: "o.2", in: "r.a", state: "planned")
        region.site("si.3", of: "o.3", in: "r.a", status: "relocated")
        let coverage = try judged(region.model(), "sg.1")
        #expect(coverage.organizations.map(\.text) == ["o.1"])
        #expect(coverage.planned.map(\.text) == ["o.2"])
        #expect(coverage.elsewhere == 2)
    }

    @Test func `users of a segment and planned activities do not count`() throws {
        var region = SmallRegion()
        region.segment("sg.1")
        region.organization("o.1", home: "r.a")
        region.organization("o.2", home: "r.a")
        region.work("os.1", "o.1", "sg.1", role: "user")
        region.work("os.2", "o.2", "sg.1", state: "planned")
        let coverage = try judged(region.model(), "sg.1")
        #expect(coverage.organizations.isEmpty && coverage.planned.map(\.text) == ["o.2"])
    }

    @Test func `work in a part is work in the whole, and not the other way round`() throws {
        var region = SmallRegion()
        region.segment("sg.1")
        region.segment("sg.2", under: "sg.1")
        region.organization("o.1", home: "r.a")
        region.organization("o.2", home: "r.a")
        region.work("os.1", "o.1", "sg.1")
        region.work("os.2", "o.2", "sg.2")
        let model = region.model()
        #expect(try judged(model, "sg.1").organizations.count == 2)
        #expect(try judged(model, "sg.2").organizations.map(\.text) == ["o.2"])
    }

    @Test func `what a document says goes before counting, and weak and missing need a document`() throws {
        var region = SmallRegion()
        for number in 1...5 { region.segment("sg.\(number)") }
        region.organization("o.1", home: "r.a")
        region.organization("o.2", home: "r.a")
        region.work("os.1", "o.1", "sg.1")
        region.work("os.2", "o.2", "sg.1")
        region.said("as.1", "sg.1", "r.h", "weak")
        region.said("as.2", "sg.2", "r.h", "missing", basis: "inferred")
        region.said("as.3", "sg.3", "r.h", "strong")
        region.said("as.4", "sg.4", "r.a", "strong")
        region.said("as.5", "sg.5", "r.a", "weak")
        let model = region.model()
        let weak = try judged(model, "sg.1")
        #expect(weak.grade == .weak && weak.rule == .assessment && weak.assessments.map(\.text) == ["as.1"])
        #expect(weak.origin.basis == .stated && weak.origin.paragraphs == ["s.1"])
        let missing = try judged(model, "sg.2")
        #expect(missing.grade == .missing && missing.origin.basis == .inferred)
        #expect(try judged(model, "sg.3").grade == .strong)
        // Strong in a part speaks for the whole, inferred; weak in a part does not.
        let part = try judged(model, "sg.4")
        #expect(part.grade == .strong && part.reasons == [.saidOfPart] && part.origin.basis == .inferred)
        let other = try judged(model, "sg.5")
        #expect(other.grade == .unknown && other.otherAssessments.map(\.text) == ["as.5"])
        var options = CoverageOptions()
        options.partsSpeakForWhole = false
        #expect(try judged(model, "sg.4", options).grade == .unknown)
    }

    @Test func `of statements that contradict each other the worse one holds and the other is kept`() throws {
        var region = SmallRegion()
        region.segment("sg.1")
        region.said("as.1", "sg.1", "r.h", "strong")
        region.said("as.2", "sg.1", "r.h", "weak")
        region.said("as.3", "sg.1", "r.all", "strong")
        region.said("as.4", "sg.1", "r.x", "missing")
        let coverage = try judged(region.model(), "sg.1")
        #expect(coverage.grade == .weak)
        #expect(coverage.otherAssessments.map(\.text) == ["as.1", "as.3"])
    }

    @Test func `quantities go before everything else, in the home region alone`() throws {
        var region = SmallRegion()
        region.segment("sg.1")
        region.said("as.1", "sg.1", "r.h", "missing")
        region.figure("in.1", "sg.1", "i.need_weekly", "100", "sets/week")
        region.figure("in.2", "sg.1", "i.share_surveyed", "80", "percent")
        for (number, capacity) in [(1, "35"), (2, "35")] {
            region.organization("o.\(number)", home: "r.a")
            region.work("os.\(number)", "o.\(number)", "sg.1", capacity: capacity, unit: "sets")
        }
        let model = region.model()
        let coverage = try judged(model, "sg.1")
        #expect(coverage.grade == .adequate && coverage.rule == .quantity && coverage.coverage == 0.7)
        #expect(coverage.quantities?.surveyedShare == 0.8)
        #expect(coverage.origin.basis == .derived)
        #expect(coverage.origin.records.contains("in.1") && coverage.origin.records.contains("os.2"))
        #expect(try judged(model, "sg.1", in: "r.a").rule == .count)
    }

    @Test func `capacity in another unit or without a source is left out and named`() throws {
        var region = SmallRegion()
        region.segment("sg.1")
        region.figure("in.1", "sg.1", "i.need_weekly", "100", "sets")
        region.figure("in.2", "sg.1", "i.share_surveyed", "1", "fraction")
        for number in 1...3 { region.organization("o.\(number)", home: "r.a") }
        region.work("os.1", "o.1", "sg.1", capacity: "40", unit: "tonnes")
        region.work("os.2", "o.2", "sg.1", capacity: "40", unit: "sets", basis: "general")
        region.work("os.3", "o.3", "sg.1", capacity: "60", unit: "sets")
        let coverage = try judged(region.model(), "sg.1")
        #expect(coverage.coverage == 0.6 && coverage.unusable.map(\.text) == ["os.1", "os.2"])
    }

    @Test func `without a stated share the share of organizations with known capacity is the survey`() throws
    {
        var region = SmallRegion()
        region.segment("sg.1")
        region.figure("in.1", "sg.1", "i.need_weekly", "100", "sets")
        for number in 1...2 {
            region.organization("o.\(number)", home: "r.a")
            region.work(
                "os.\(number)", "o.\(number)", "sg.1", capacity: number == 1 ? "60" : "", unit: "sets")
        }
        let coverage = try judged(region.model(), "sg.1")
        #expect(
            coverage.quantities?.surveyedShare == 0.5 && coverage.grade == .unknown
                && coverage.coverage == 0.6)
    }

    @Test func `an added verified capacity never lowers a segment's coverage in the model`() throws {
        var generator = SeededGenerator(seed: 5)
        for round in 0..<60 {
            var region = SmallRegion()
            region.segment("sg.1")
            region.segment("sg.2", under: "sg.1")
            region.figure("in.1", "sg.1", "i.need_weekly", "\(1 + generator.next(below: 500))", "sets")
            for number in 0..<(1 + generator.next(below: 6)) {
                region.organization(
                    "o.\(number)", home: ["r.a", "r.b", "r.x"][generator.next(below: 3)],
                    parent: generator.next(below: 3) == 0 ? "o.0" : "")
                region.work(
                    "os.\(number)", "o.\(number)", ["sg.1", "sg.2"][generator.next(below: 2)],
                    capacity: "\(generator.next(below: 200))", unit: "sets")
            }
            let model = region.model()
            let before = try #require(try judged(model, "sg.1").coverage)
            let change = Scenario.Change.add(
                .activity, id: "os.new",
                fields: [
                    "organization_id": "o.0", "segment_id": "sg.2", "role": "producer_or_provider",
                    "capacity": "\(generator.next(below: 300))", "capacity_unit": "sets", "basis": "stated",
                ])
            let changed = try Scenario(title: "more \(round)", changes: [change]).applied(to: model).get()
            let after = try #require(try judged(changed, "sg.1").coverage)
            #expect(after >= before)
        }
    }

    @Test func `completeness says how many were surveyed of how many`() throws {
        var region = SmallRegion()
        for number in 1...4 { region.segment("sg.\(number)") }
        region.segment("sg.5", automotive: false)
        region.figure("in.1", "sg.1", "i.need_weekly", "100", "sets")
        region.organization("o.1", home: "r.a")
        region.work("os.1", "o.1", "sg.1", capacity: "25", unit: "sets")
        region.said("as.1", "sg.2", "r.h", "weak")
        region.work("os.2", "o.1", "sg.3")
        let chain = ChainCoverage(of: region.model(), in: ChainCoverage.Scope(region: RegionID("r.h")))
        #expect(
            chain.completeness.total == 4 && chain.completeness.surveyed == 1
                && chain.completeness.assessed == 1)
        #expect(chain.completeness.recorded == 2 && chain.completeness.value == 0.25)
        #expect(chain.completeness.classes == [.weak: 2, .unknown: 2])
    }

    @Test func `a model without segments has an empty chain`() {
        let chain = ChainCoverage(
            of: SmallRegion().model(), in: ChainCoverage.Scope(region: RegionID("r.nowhere")))
        #expect(chain.segments.isEmpty && chain.completeness.value == nil)
    }
}
