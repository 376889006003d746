import DataPackages
import Ecosystem
import Foundation
import Reporting
import Studies
import Testing

@Suite("Bands over reconstructed networks")
struct RiskBandsTests {
    private let study = FirmRisk()
    /// Few firms, so that many networks cost little.
    private let few = "vehicle-firms=20; parts-firms=150; mean-suppliers=5"

    private func input(_ given: [String: String], shard: StudyShard? = nil) throws -> StudyInput {
        var input = try StudyInput.prepared(
            for: study.description, model: OpenPackages.builtIn(), given: given)
        input.shard = shard
        return input
    }

    private func bands(_ given: [String: String]) throws -> FirmRisk.Result.Bands {
        let result = try study.result(on: input(given))
        return try #require(result.bands)
    }

    @Test func `the middle of two networks is the mean of their two answers`() throws {
        let bands = try bands(["samples": "2", "seed": "7", "assumptions": few])
        var means: [Double] = []
        var gravest: [Double] = []
        for seed in ["7", "8"] {
            let companion = try CompanionPackage(
                of: OpenPackages.builtIn(),
                parameters: [
                    "vehicle-firms": "20", "parts-firms": "150", "mean-suppliers": "5", "seed": seed,
                ])
            let one = try StudyInput.prepared(
                for: study.description, model: OpenPackages.builtIn(), supplied: .network(companion.network),
                given: ["tolerance": "1e-5"])
            let losses = try study.result(on: one).scenarios.map(\.esri)
            means.append(losses.reduce(0, +) / Double(losses.count))
            gravest.append(losses.max() ?? 0)
        }
        #expect(abs(bands.mean.middle - (means[0] + means[1]) / 2) < 1e-9)
        #expect(abs((bands.curve.first?.loss.middle ?? 0) - (gravest[0] + gravest[1]) / 2) < 1e-9)
        #expect(bands.named.isEmpty)
    }

    @Test func `a named firm is told of from 100 networks on, as an interval and without a rank`() throws {
        let input = try input([
            "samples": "100", "assumptions": "vehicle-firms=20;parts-firms=60;mean-suppliers=4",
        ])
        let result = try study.result(on: input)
        let draft = try study.draft(of: result, on: input)
        let bands = try #require(result.bands)
        #expect(bands.named.contains { $0.organization == "o.gwm" })
        let keys = try JSONValue(encoding: bands)["named"]?[0]
        #expect(keys?["loss"] != nil && keys?["rank"] == nil)
        #expect(Basis.weakest(draft.blocks.flatMap(\.origins).map(\.basis)) == .synthetic)
        // Whatever table names a real firm gives an interval, in the order of ids.
        let tables = draft.blocks.compactMap { block -> Table? in
            switch block {
            case .table(let table): table
            case .picture(let picture): picture.table
            default: nil
            }
        }
        let naming = tables.filter { table in
            table.rows.contains { row in
                row.contains { cell in
                    if case .links(let links) = cell.value {
                        links.contains { $0.kind == .organization }
                    } else {
                        false
                    }
                }
            }
        }
        #expect(naming.map(\.id) == ["named"])
        #expect(
            naming.allSatisfy {
                $0.columns.map(\.id).contains("low") && !$0.columns.map(\.id).contains("rank")
            })
        let intervals =
            bands.curve.map(\.loss) + bands.named.map(\.loss)
            + bands.segments.flatMap { [$0.mean, $0.largest] }
        #expect(
            intervals.allSatisfy {
                0 <= $0.low && $0.low <= $0.middle && $0.middle <= $0.high && $0.high <= 1
            })
        let falls = zip(bands.curve, bands.curve.dropFirst()).allSatisfy { $0.loss.middle >= $1.loss.middle }
        #expect(falls)
    }

    @Test func `networks computed in parts and joined give the bytes of one run`() throws {
        let given = ["samples": "7", "assumptions": few]
        let whole = try study.report(on: input(given))
        func part(_ index: Int) throws -> JSONValue {
            try JSONDecoder().decode(
                JSONValue.self,
                from: Data(
                    ReportRenderer.render(
                        study.report(on: input(given, shard: StudyShard(index: index, count: 3))), as: .json,
                        language: .en, sources: SourceDirectory(OpenPackages.builtIn()))))
        }
        let parts = try (1...3).map(part)
        // A part that was killed is run again alone, and is the same.
        let again = try part(2)
        let isSamePart = again == parts[1]
        #expect(isSamePart)
        let joined = try study.report(joining: parts.reversed(), on: input(given))
        func bytes(_ report: Report) throws -> [UInt8] {
            try ReportRenderer.render(
                report, as: .json, language: .en, sources: SourceDirectory(OpenPackages.builtIn()))
        }
        let isSame = try bytes(joined) == bytes(whole)
        #expect(isSame)
    }

    @Test func `what cannot be sampled is refused with what to do`() throws {
        func refused(_ given: [String: String]) throws -> [String?] {
            let problem = #expect(throws: StudyProblem.self) { try study.result(on: input(given)) }
            return (problem?.details ?? []).map(\.parameter)
        }
        #expect(try refused(["samples": "3", "mode": "peer"]) == ["samples"])
        #expect(try refused(["samples": "3", "assumptions": "nonsense"]) == ["assumptions"])
        #expect(
            try refused(["samples": "3", "assumptions": "mean-suppliers=-1;no-such=2"]) == [
                "no-such", "mean-suppliers",
            ])
        let companion = try CompanionPackage(of: OpenPackages.builtIn())
        let both = try StudyInput.prepared(
            for: study.description, model: OpenPackages.builtIn(), supplied: .network(companion.network),
            given: ["samples": "3"])
        #expect(throws: StudyProblem.self) { try study.result(on: both) }
    }

    @Test func `the shape of the networks is told with its intervals, and who cannot do without whom`() throws
    {
        let bands = try bands(["samples": "3", "assumptions": few])
        let shape = try #require(bands.shape)
        #expect(shape.classes.count == 10)
        #expect(shape.firmsOfPercent == 2)
        #expect(0 < shape.firstPercent.middle && shape.firstPercent.middle <= shape.firstTen.middle)
        #expect(shape.firstTen.high <= 1)
        #expect((-1...1).contains(shape.sizeCorrelation.middle))
        #expect(zip(shape.classes, shape.classes.dropFirst()).allSatisfy { $0.size.middle <= $1.size.middle })
        let intervals = [shape.firstTen, shape.firstPercent, shape.sizeCorrelation] + bands.curve.map(\.loss)
        #expect(
            intervals.allSatisfy {
                $0.low <= $0.quarter && $0.quarter <= $0.middle && $0.middle <= $0.threeQuarters
                    && $0.threeQuarters <= $0.high
            })
        let ids = Set(bands.segments.map(\.id))
        let users = bands.segments.compactMap(\.essentialFor)
        #expect(users.count == ids.count)
        #expect(users.contains { !$0.isEmpty })
        #expect(users.allSatisfy { ids.isSuperset(of: $0) })
    }

    @Test func `a pair is explained by the segments between, with intervals that stay within its loss`()
        throws
    {
        let given = ["samples": "5", "assumptions": few, "pair": "sg.sys.seat, sg.veh"]
        let bands = try bands(given)
        let pair = try #require(bands.pair)
        #expect(pair.from == "sg.sys.seat" && pair.to == "sg.veh")
        let (down, up) = (try #require(pair.downstream), try #require(pair.upstream))
        #expect((0...1).contains(down.high) && (0...1).contains(up.high))
        #expect(!pair.ways.isEmpty && pair.ways.count <= 12)
        #expect(
            pair.ways.allSatisfy { way in
                way.segments.first == "sg.sys.seat" && way.segments.last == "sg.veh"
                    && (1...5).contains(way.networks)
                    && way.amount.high <= (way.direction == "downstream" ? down.high : up.high) + 1e-9
            })
        // Whom it hits, where nothing is named; parts give the bytes of one run.
        var asked = given
        asked["pair"] = "sg.sys.seat"
        let hits = try #require(try self.bands(asked).pair)
        #expect(hits.to == nil && hits.ways.isEmpty && !hits.hits.isEmpty)
        let whole = JSONRenderer().value(of: try study.report(on: input(given)))
        let parts = try (1...2).map { index in
            JSONRenderer().value(
                of: try study.report(on: input(given, shard: StudyShard(index: index, count: 2))))
        }
        let joined = JSONRenderer().value(of: try study.report(joining: parts, on: input(given)))
        let isSame = joined == whole
        #expect(isSame)
    }

    @Test func `a pair over networks is refused where it names nothing, or a real firm and too few networks`()
        throws
    {
        func refused(_ pair: String) throws -> [String?] {
            let problem = #expect(throws: StudyProblem.self) {
                try study.result(on: input(["samples": "3", "assumptions": few, "pair": pair]))
            }
            return (problem?.details ?? []).map(\.parameter)
        }
        #expect(try refused("nobody") == ["pair"])
        #expect(try refused("o.gwm, nobody") == ["samples", "pair"])
    }

    @Test func `any column of the networks weighs, and one that is not there is told`() throws {
        let taxes = try study.result(on: input(["samples": "2", "assumptions": few, "weight": "tax"]))
        #expect(taxes.weight == "tax")
        let revenue = try study.result(on: input(["samples": "2", "assumptions": few]))
        #expect(taxes.bands?.mean != revenue.bands?.mean)
        let draft = try study.draft(
            of: taxes, on: input(["samples": "2", "assumptions": few, "weight": "tax"]))
        #expect(draft.answer.en.contains("of all tax"))
        #expect(throws: StudyProblem.self) {
            try study.result(on: input(["samples": "2", "assumptions": few, "weight": "nonsense"]))
        }
    }
}
