import DataPackages
import Ecosystem
import Foundation
import Reporting
import Studies
import Testing

/// Studies that set a table against what its folder holds beside it: `regionalize`, `rebalance`, `decomposition`.
@Suite struct `Studies of tables beside other numbers` {
    private static func sample(_ name: String) -> String {
        OpenPackages.root.appending(path: "docs/samples/\(name)").path
    }

    private static func inside(_ file: String) throws -> String {
        try String(
            contentsOf: OpenPackages.root.appending(path: "Fixtures/indicators/\(file)"), encoding: .utf8)
    }

    private func input(_ study: any Study, _ table: ComputingInput?, _ given: [String: String] = [:]) throws
        -> StudyInput
    {
        try StudyInput.prepared(
            for: study.description, model: OpenPackages.builtIn(), supplied: table, given: given)
    }

    private func table(_ files: [String: String]) throws -> ComputingInput {
        try ComputingInputReader.read(
            .table, from: .memory(files.mapValues { Array($0.utf8) }, name: "given")
        ).input
    }

    private func table(sample: String) throws -> ComputingInput {
        try ComputingInputReader.read(.table, path: Self.sample(sample)).input
    }

    /// A part of `ref/io.json`, computed by a plain numpy script that uses no package.
    private func reference(_ key: String) throws -> [String: Any] {
        let object = try JSONSerialization.jsonObject(with: Data(Self.inside("ref/io.json").utf8))
        return try #require((object as? [String: Any])?[key] as? [String: Any])
    }

    /// Two sectors, made so that the quotients can be worked out by hand: x = (100, 100), A = (.2 .1; .3 .2).
    private static let nation = [
        "flows.csv": "s,a,b\na,20,10\nb,30,20\n", "final_demand.csv": "s,use\na,70\nb,50\n",
    ]

    // MARK: regionalize

    @Test func `location quotients and the regional multipliers follow the formulas of the literature`()
        throws
    {
        // x^r = (30, 10): SLQ = (.30/.20, .10/.20) = (1.5, .5). Round 1983; Flegg and Webber 1997.
        let given = try table(
            Self.nation.merging(["regional_output.csv": "s,R\na,30\nb,10\n"]) { first, _ in first })
        let study = Regionalize()
        func inputs(_ method: String, _ delta: String = "0.3") throws -> [Double] {
            let result = try study.result(on: input(study, given, ["method": method, "delta": delta]))
            return try #require(result.regions.first).sectors.map(\.localInputs)
        }
        #expect(try study.result(on: input(study, given)).regions[0].sectors.map(\.quotient) == [1.5, 0.5])
        // SLQ: the row of b is halved.
        #expect(try zip(inputs("slq"), [0.2 + 0.15, 0.1 + 0.1]).allSatisfy { abs($0 - $1) < 1e-12 })
        // CILQ: a to a min(1, 1.5), b to a 1/3, a to b min(1, 3), b to b .5.
        #expect(try zip(inputs("cilq"), [0.2 + 0.1, 0.1 + 0.1]).allSatisfy { abs($0 - $1) < 1e-12 })
        // FLQ with δ = .3: λ = log₂(1.2)^.3 multiplies every quotient before it is cut at 1.
        let factor = pow(log2(1.2), 0.3)
        let flegg = [
            0.2 * min(1, factor * 1.5) + 0.3 * factor / 3, 0.1 * min(1, factor * 3) + 0.2 * factor * 0.5,
        ]
        #expect(try zip(inputs("flq"), flegg).allSatisfy { abs($0 - $1) < 1e-12 })
        #expect(try inputs("flq", "0") == inputs("cilq"), "without the exponent Flegg's quotient is CILQ")
        // AFLQ: buyer a is specialized, its column gains log₂(2.5) before the cut.
        let augmented = 0.2 * 1 + 0.3 * min(1, factor / 3 * log2(2.5))
        #expect(try abs(inputs("aflq")[0] - augmented) < 1e-12)
    }

    @Test func `a national table cut into its own regions keeps every output and tells what cannot be true`()
        throws
    {
        let study = Regionalize()
        let result = try study.result(on: input(study, table(sample: "regionalize")))
        #expect(result.regions.map(\.region) == ["BJ", "TJ", "HE"])
        #expect(abs(result.regions.map(\.share).reduce(0, +) - 1) < 1e-9)
        for region in result.regions {
            #expect(region.methods.count == 5 && region.methods.allSatisfy { $0.problem == nil })
            for sector in region.sectors {
                #expect(abs(sector.soldToSectors + sector.left - sector.output) < 1e-9)
                #expect(sector.localInputs <= sector.nationalInputs + 1e-12)
                #expect((sector.multiplier == nil) == (sector.output == 0))
            }
        }
        let hebei = try #require(result.regions.last)
        #expect(hebei.findings.map(\.kind) == [.lacking] && hebei.findings[0].sectors == ["Electronics"])
        // A region that makes almost nothing of what its sectors live on cannot sell it to them.
        let odd = try table(
            Self.nation.merging(["regional_output.csv": "s,R\na,1\nb,90\n"]) { first, _ in first })
        let answer = try study.result(on: input(study, odd, ["method": "slq"]))
        #expect(answer.regions[0].sectors[0].left < answer.regions[0].sectors[0].output)
    }

    @Test func `cross-hauling balances every product of the region`() throws {
        let study = Regionalize()
        let result = try study.result(
            on: input(study, table(sample: "regionalize"), ["method": "charm", "region": "TJ"]))
        #expect(result.told == "TJ" && result.table.tellsTrade && result.delta == nil)
        for sector in result.regions.flatMap(\.sectors) {
            let (out, back) = try (#require(sector.exports), #require(sector.imports))
            #expect(out >= -1e-9 && back >= -1e-9 && (0...1).contains(sector.crossHauling ?? -1))
        }
        #expect(result.regions.map { $0.findings.contains { $0.kind == .aboveNation } }.contains(true))
        let closed = try table(
            Self.nation.merging(["regional_output.csv": "s,R\na,30\nb,10\n"]) { first, _ in first })
        let refused = try study.result(on: input(study, closed, ["method": "charm"])).regions[0]
        #expect(refused.sectors.isEmpty && refused.findings.map(\.kind) == [.noEstimate])
        #expect(refused.findings[0].words.en.contains("foreign trade"))
    }

    @Test func `a region above the nation, an unknown region and a table of several are told`() throws {
        let study = Regionalize()
        let above = try table(
            Self.nation.merging(["regional_output.csv": "s,R\na,300\nb,10\n"]) { first, _ in first })
        let region = try study.result(on: input(study, above)).regions[0]
        #expect(region.findings.first?.words.en.contains("than the nation") == true)
        // Jobs stand for output where the nation's jobs are given too.
        let jobs = try table(
            Self.nation.merging(["regional_output.csv": "s,R,nation\na,300,1000\nb,10,100\n"]) { first, _ in
                first
            })
        let byJobs = try study.result(on: input(study, jobs))
        #expect(byJobs.regions.map(\.region) == ["R"])
        #expect(byJobs.regions[0].sectors.map(\.output) == [30, 10])
        let unknown = #expect(throws: StudyProblem.self) {
            try study.result(on: input(study, jobs, ["region": "X"]))
        }
        #expect(unknown?.description.contains("it has R") == true)
        let several = #expect(throws: StudyProblem.self) {
            try study.result(on: input(study, table(sample: "decomposition")))
        }
        #expect(several?.description.contains("4 regions") == true)
    }

    @Test func `the estimated table is a table folder that input-output takes`() throws {
        let study = Regionalize()
        let report = try study.report(on: input(study, table(sample: "regionalize")))
        #expect(report.files.map(\.name) == ["flows.csv", "final_demand.csv", "extensions.csv"])
        let files = Dictionary(uniqueKeysWithValues: report.files.map { ($0.name, $0.bytes) })
        let again = try ComputingInputReader.read(.table, from: .memory(files, name: "region")).input
        let chains = InterIndustry()
        let result = try chains.result(on: input(chains, again))
        let told = try study.result(on: input(study, table(sample: "regionalize"))).regions[0].sectors
        #expect(zip(result.sectors, told).allSatisfy { abs($0.output - $1.output) < 1e-6 })
        #expect(
            zip(result.sectors, told).allSatisfy { abs($0.columnMultiplier - ($1.multiplier ?? 0)) < 1e-9 })
        #expect(!result.findings.contains { $0.kind == "unbalanced" })
    }

    // MARK: rebalance

    @Test func `a fit to the sums of the later date agrees with the reference`() throws {
        let (before, after) = try (
            Self.inside("inputs/bth_mrio_synthetic_Z.csv"), Self.inside("inputs/bth_mrio_synthetic_Z_t1.csv")
        )
        let rows = after.split(whereSeparator: \.isNewline).map {
            $0.split(separator: ",", omittingEmptySubsequences: false)
        }
        let numbers = rows.dropFirst().map { $0.dropFirst().map { Double($0) ?? .nan } }
        var margins = "sector,sales,purchases\n"
        for (place, row) in rows.dropFirst().enumerated() {
            let purchases = numbers.map { $0[place] }.reduce(0, +)
            margins += "\(row[0]),\(numbers[place].reduce(0, +)),\(purchases)\n"
        }
        let given = try table([
            "flows.csv": before, "final_demand.csv": Self.inside("inputs/bth_mrio_synthetic_Y.csv"),
            "margins.csv": margins,
        ])
        let study = Rebalance()
        let result = try study.result(on: input(study, given, ["top": "50"]))
        #expect(result.status == .fitted && result.method == "ras" && !result.fitsFinalDemand)
        let wanted = try #require(reference("ras")["Z"] as? [[Double]])
        let labels = result.sales.map(\.label)
        #expect(result.changes.count == 50)
        for change in result.changes {
            let (from, to) = try (
                #require(labels.firstIndex(of: change.from)), #require(labels.firstIndex(of: change.to))
            )
            #expect(abs(change.after - wanted[from][to]) < 1e-9 * max(1, wanted[from][to]))
        }
        #expect(result.sales.allSatisfy { abs(($0.after ?? 0) - $0.wanted) < 1e-9 * max(1, $0.wanted) })
    }

    @Test func `every sum is kept with negative stocks, and RAS says why it cannot`() throws {
        let study = Rebalance()
        let given = try table(sample: "rebalance")
        let result = try study.result(on: input(study, given))
        #expect(result.method == "gras" && result.status == .fitted && result.fitsFinalDemand)
        for line in result.sales + result.purchases {
            #expect(abs((line.after ?? .infinity) - line.wanted) < 1e-8 * max(1, line.wanted.magnitude))
        }
        let refused = try study.result(on: input(study, given, ["method": "ras"]))
        #expect(refused.status == .infeasible && refused.rounds == 0)
        #expect(Set(refused.obstacles.map(\.kind)) == ["badTotal", "badEntry"])
        #expect(refused.sales.allSatisfy { $0.after == nil })
        let short = try study.result(on: input(study, given, ["rounds": "1"]))
        #expect(short.status == .notConverged && !short.misses.isEmpty)
        // The files of the report are the fitted table.
        let report = try study.report(on: input(study, given))
        let files = Dictionary(uniqueKeysWithValues: report.files.map { ($0.name, $0.bytes) })
        guard
            case .table(let again) = try ComputingInputReader.read(.table, from: .memory(files, name: "f"))
                .input
        else {
            Issue.record("no table")
            return
        }
        #expect(zip(again.output, result.sales).allSatisfy { abs($0 - $1.wanted) < 1e-6 })
    }

    @Test(arguments: [
        ("a,30,33\nb,50,40\n", "add up"), ("a,30,30\nb,-5,-5\n", "cannot reach"),
        ("a,30,30\nb,0,0\n", "fitted"),
    ])
    func `sums that no table can have are told with what to do`(margins: String, words: String) throws {
        let study = Rebalance()
        let given = try table(
            Self.nation.merging(["margins.csv": "sector,sales,purchases\n" + margins]) { first, _ in first })
        let report = try study.report(on: input(study, given, ["method": "ras"]))
        let result = try study.result(on: input(study, given, ["method": "ras"]))
        if words == "fitted" {
            #expect(result.status == .fitted)
        } else {
            #expect(result.status == .infeasible)
            #expect(result.obstacles.contains { $0.words.en.contains(words) })
            #expect(report.files.isEmpty)
        }
    }

    // MARK: decomposition

    @Test func `output and an account decomposed agree with the reference`() throws {
        var files = [
            "flows.csv": try Self.inside("inputs/bth_mrio_synthetic_Z_t1.csv"),
            "final_demand.csv": try Self.inside("inputs/bth_mrio_synthetic_Y_t1.csv"),
            "flows-earlier.csv": try Self.inside("inputs/bth_mrio_synthetic_Z.csv"),
            "final_demand-earlier.csv": try Self.inside("inputs/bth_mrio_synthetic_Y.csv"),
            "extensions-earlier.csv": try Self.inside("inputs/bth_mrio_synthetic_F.csv"),
        ]
        files["extensions.csv"] = files["extensions-earlier.csv"]
        guard case .table(let plain) = try table(files), let old = plain.earlier else {
            Issue.record("no table")
            return
        }
        // The reference's later intensity is the earlier one times 1.03.
        let rows = plain.extensionNames.indices.map { row in
            plain.extensionNames[row] + ","
                + plain.sectors.indices.map { place in
                    let before = old.extensions[row * plain.sectors.count + place]
                    let output = (old.output[place], plain.output[place])
                    return output.0 > 0 ? "\(before / output.0 * 1.03 * output.1)" : "0"
                }.joined(separator: ",")
        }
        let header = "," + plain.sectors.map(\.text).joined(separator: ",")
        files["extensions.csv"] = ([header] + rows).joined(separator: "\n") + "\n"
        let study = Decomposition()
        let result = try study.result(on: input(study, table(files)))
        let outputs = try reference("sda_x")
        let technique = try #require(outputs["dL"] as? [Double])
        let demand = try #require(outputs["dy"] as? [Double])
        for (place, sector) in result.sectors.enumerated() {
            #expect(abs(sector.output.technology - technique[place]) < 1e-9 * max(1, abs(technique[place])))
            #expect(abs(sector.output.demand - demand[place]) < 1e-9 * max(1, abs(demand[place])))
            #expect(
                abs(sector.output.technology + sector.output.demand - sector.output.change)
                    < 1e-9 * max(1, sector.output.later))
        }
        let account = try #require(result.accounts.first { $0.account == "VA" })
        let wanted = try reference("sda_va")
        let exact = try #require(wanted["all_orders_mean"] as? [Double])
        let polar = try #require(wanted["polar_mean"] as? [Double])
        let found = [account.exact, account.polar].map { [$0.intensity, $0.technology, $0.demand] }
        #expect(zip(found[0], exact).allSatisfy { abs($0 - $1) < 1e-9 * abs($1) })
        #expect(zip(found[1], polar).allSatisfy { abs($0 - $1) < 1e-9 * abs($1) })
        // Uses add up to what demand did.
        let output = try #require(result.output)
        #expect(abs(result.uses.map(\.effect).reduce(0, +) - output.demand) < 1e-8 * abs(output.demand))
    }

    // MARK: all three

    @Test func `without a second input each says what is missing and how to give it`() throws {
        for study in [Regionalize(), Rebalance(), Decomposition()] as [any Study] {
            let report = try study.report(on: input(study, nil))
            #expect(report.supplied?.name == "china-2018")
            let gaps = report.blocks.compactMap { block -> Note? in
                if case .note(let note) = block, note.level == .gap { note } else { nil }
            }
            #expect(gaps.count == 1 && gaps[0].text?.en.contains("docs/samples/\(study.id)") == true)
            #expect(report.files.isEmpty)
        }
    }

    @Test(arguments: [
        ("regionalize", [[:], ["method": "charm"], ["method": "flq", "region": "HE"]]),
        ("rebalance", [[:], ["method": "ras"], ["rounds": "1"]]), ("decomposition", [[:]]),
    ])
    func `the samples fill every documented key`(id: String, questions: [[String: String]]) throws {
        let study = try #require(StudyCatalogue.study(id))
        let page = try String(
            contentsOf: OpenPackages.root.appending(path: "docs/studies/\(id).md"), encoding: .utf8)
        let filled = try questions.map {
            try ResultKeys.filled(study.report(on: input(study, table(sample: id), $0)).result)
        }
        let documented = try ResultKeys.documented(in: page)
        let empty = documented.filter { key in !filled.contains { $0.holds(key) } }
        #expect(documented.count > 10 && empty.isEmpty, "\(empty)")
    }

    @Test(arguments: [
        ("margins.csv", "sector,sales,purchases\na,1,x\nb,,2\n", ["“x” is no number", "is empty"]),
        ("margins.csv", "sector,sales\na,1\nb,2\n", ["sector, sales and purchases"]),
        (
            "margins.csv", "sector,sales,purchases\na,1,1\na,1,1\nc,1,1\n",
            ["stands already", "is no sector", "no row"]
        ),
        ("regional_output.csv", "sector,R\nb,1\na,2\n", ["first difference at 1"]),
        ("regional_output.csv", "sector,R,R\na,1,1\nb,2,2\n", ["stands twice"]),
        ("regional_output.csv", "sector,R\na,\nb,NaN\n", ["is empty", "“NaN” is no number"]),
        ("flows-earlier.csv", "s,a,b\na,1,2\nb,3,4\n", ["final_demand-earlier.csv"]),
    ])
    func `what is wrong beside a table is told in its file`(file: String, text: String, words: [String]) {
        do {
            _ = try table(Self.nation.merging([file: text]) { first, _ in first })
            Issue.record("was read")
        } catch {
            for word in words { #expect("\(error)".contains(word), "\(error)") }
        }
    }
}
