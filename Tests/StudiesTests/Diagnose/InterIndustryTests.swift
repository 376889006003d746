import DataPackages
import Ecosystem
import Foundation
import Reporting
import Studies
import Testing

@Suite struct `Study input-output` {
    private static let study = InterIndustry()
    private static let sample = OpenPackages.root.appending(path: "docs/samples/input-output").path

    private func input(_ table: ComputingInput? = nil, _ given: [String: String] = [:]) throws -> StudyInput {
        try StudyInput.prepared(
            for: Self.study.description, model: OpenPackages.builtIn(), supplied: table, given: given)
    }

    private func table(_ files: [String: String]) throws -> ComputingInput {
        try ComputingInputReader.read(
            .table, from: .memory(files.mapValues { Array($0.utf8) }, name: "given")
        ).input
    }

    /// Keys that hold something.
    private static func collect(_ value: JSONValue, into keys: inout Set<String>) {
        switch value {
        case .array(let items): for item in items { collect(item, into: &keys) }
        case .object(let members):
            for (key, member) in members where member != .null {
                keys.insert(key)
                collect(member, into: &keys)
            }
        default: break
        }
    }

    /// Miller & Blair 2009, table 2.3 (two sectors): Z = [150 500; 200 100], f = [350; 1700]; L = [1.2541 .3300; .2640 1.1221].
    private func textbook() throws -> ComputingInput {
        try table([
            "flows.csv": "s,one,two\none,150,500\ntwo,200,100\n",
            "final_demand.csv": "s,use\none,350\ntwo,1700\n",
        ])
    }

    @Test func `the textbook's table gives the textbook's multipliers and losses`() throws {
        let result = try Self.study.result(on: input(textbook()))
        let (first, second) = (result.sectors[0], result.sectors[1])
        #expect(result.sectors.map(\.sector) == ["one", "two"])
        #expect(result.sectors.map(\.output) == [1000, 2000])
        #expect(abs(first.columnMultiplier - (1.2541 + 0.2640)) < 1e-4)
        #expect(abs(second.columnMultiplier - (0.3300 + 1.1221)) < 1e-4)
        #expect(abs(first.backwardLinkage + second.backwardLinkage - 2) < 1e-12)
        // Without purchases of sector one: x₂ = 1700 / .95, x₁ = .25 x₂ + 350.
        let two = 1700 / 0.95
        #expect(abs(first.extractionLossBackward - (3000 - two - (0.25 * two + 350))) < 1e-9)
        #expect(first.importContent == nil && first.techniqueMultiplier == nil)
        #expect(abs(first.valueAddedContent - 1) < 1e-12, "without imports all of a unit is value added")
    }

    @Test func `without a table the national one is told: the chain of automobiles`() throws {
        let input = try input()
        let report = try Self.study.report(on: input)
        let result = try Self.study.result(on: input)
        #expect(report.supplied?.name == "china-2018")
        #expect(result.chains.map(\.sector) == ["Automobiles", "Auto parts"])
        #expect(result.chains[0].suppliers.first?.sector == "Auto parts")
        #expect(result.chains[0].segments == [SegmentID("sg.veh")])
        #expect(result.sectors.count == 51)
        for sector in result.sectors {
            let imports = try #require(sector.importContent)
            let technique = try #require(sector.techniqueMultiplier)
            #expect(abs(sector.valueAddedContent + imports - 1) < 1e-6, "a unit is value added and imports")
            #expect(technique >= sector.columnMultiplier)
            #expect(
                sector.extractionLossBackward >= 0
                    && sector.extractionLossBackward < sector.extractionLossComplete)
        }
        let drawings = report.blocks.compactMap { block -> String? in
            if case .picture(let picture) = block { picture.drawing.kind } else { nil }
        }
        #expect(drawings.contains("sankey") && drawings.contains("bars"))
        #expect(report.answer.en.contains("Automobiles") && report.answer.zh.contains("汽车整车"))
        // What rests on the split of imports is an estimate; output is not.
        let tables = report.blocks.compactMap { block -> Table? in
            if case .table(let table) = block, table.id == "sectors" { table } else { nil }
        }
        #expect(tables.first?.rows[0][1].origin?.basis == .derived)
        #expect(tables.first?.rows[0][2].origin?.basis == .estimated)
    }

    @Test func `the sample fills every documented key and is labelled as made up`() throws {
        let loaded = try ComputingInputReader.read(.table, path: Self.sample)
        let input = try input(loaded.input)
        let report = try Self.study.report(on: input)
        let text = try String(
            contentsOf: OpenPackages.root.appending(path: "docs/studies/input-output.md"), encoding: .utf8)
        let keys = try #require(text.range(of: "## Result keys"))
        var documented: Set<String> = []
        for row in text[keys.upperBound...].split(separator: "\n") where row.hasPrefix("| `") {
            for (place, name) in row.split(separator: "`").enumerated() where place % 2 == 1 {
                documented.insert(String(name))
            }
        }
        var filled: Set<String> = []
        Self.collect(report.result, into: &filled)
        #expect(documented.count > 30)
        #expect(documented.subtracting(filled).isEmpty, "\(documented.subtracting(filled).sorted())")
        let result = try Self.study.result(on: input)
        #expect(result.sectors.allSatisfy { $0.importContent != nil && $0.techniqueMultiplier != nil })
        #expect(result.chains.first?.localization?.total != nil)
        #expect(result.accounts.count == 2 && result.findings.contains { $0.kind == "noOutput" })
        #expect(result.table.basis == .synthetic)
        let account = try #require(result.accounts.first)
        let production = account.regions.map(\.production).reduce(0, +)
        #expect(abs(production - account.regions.map(\.consumption).reduce(0, +)) < 1e-6 * production)
        #expect(
            report.blocks.contains {
                if case .note(let note) = $0 { note.level == .synthetic } else { false }
            })
    }

    @Test func `a sector is found by label and by either name, an unknown one is told with near ones`() throws
    {
        for name in ["Auto parts", "汽车零部件及配件"] {
            #expect(
                try Self.study.result(on: input(nil, ["sector": name])).chains.map(\.sector) == ["Auto parts"]
            )
        }
        let problem = #expect(throws: StudyProblem.self) {
            try Self.study.result(on: input(nil, ["sector": "auto"]))
        }
        #expect(problem?.description.contains("Auto parts") == true)
    }

    @Test func `tables that cannot be computed are told with their sectors`() throws {
        let negative = try table([
            "flows.csv": "s,one,two\none,1,2\ntwo,3,4\n", "final_demand.csv": "s,use\none,-9\ntwo,5\n",
        ])
        let first = #expect(throws: StudyProblem.self) { try Self.study.result(on: input(negative)) }
        #expect(first?.description.contains("one") == true && first?.description.contains("negative") == true)
        let greedy = try table([
            "flows.csv": "s,one,two\none,0,15\ntwo,15,0\n", "final_demand.csv": "s,use\none,-5\ntwo,-5\n",
        ])
        let second = #expect(throws: StudyProblem.self) { try Self.study.result(on: input(greedy)) }
        #expect(second?.description.contains("use more of their own products") == true)
    }

    @Test func `one sector, sectors without output and unbalanced columns are answered and told`() throws {
        let one = try Self.study.result(
            on: input(table(["flows.csv": "s,a\na,5\n", "final_demand.csv": "s,use\na,5\n"])))
        #expect(one.sectors[0].columnMultiplier == 2 && one.sectors[0].backwardVariation == nil)
        #expect(one.findings.map(\.kind) == ["oneSector"])
        let odd = try Self.study.result(
            on: input(
                table([
                    "flows.csv": "s,a,b\na,1,2\nb,0,0\n", "final_demand.csv": "s,use\na,7\nb,0\n",
                    "extensions.csv": "account,a,b\nvalue added,3,0\n",
                ])))
        #expect(odd.findings.map(\.kind).sorted() == ["idleInputs", "noOutput", "unbalanced"])
        #expect(odd.sectors[1].columnMultiplier == 1 && odd.sectors[1].extractionLossBackward == 0)
    }

    @Test func `the same table gives the same bytes`() throws {
        let input = try input()
        for format in [ReportFormat.text, .json, .csv, .html] {
            let bytes = try (0..<2).map { _ in
                try ReportRenderer.render(
                    Self.study.report(on: input), as: format, language: .zh,
                    sources: SourceDirectory(input.model))
            }
            #expect(bytes[0] == bytes[1])
        }
    }

    /// The keys of the study hold on pymrio's test table: multipliers are the column sums of the peer's L.
    @Test func `pymrio's test table gives pymrio's multipliers`() throws {
        let named = ProcessInfo.processInfo.environment["JINGWEI_REFERENCE"]
        let folder = URL(filePath: named ?? OpenPackages.root.deletingLastPathComponent().path + "/shared")
            .appending(path: "reference/fixtures/indicators")
        func text(_ file: String) -> String? {
            try? String(contentsOf: folder.appending(path: file), encoding: .utf8)
        }
        guard let flows = text("inputs/pymrio_test_Z.csv"), let demand = text("inputs/pymrio_test_Y.csv"),
            let inverse = text("peer/pymrio_test_L.csv")
        else {
            print("not run: pymrio's test table is not there (set JINGWEI_REFERENCE)")
            return
        }
        let result = try Self.study.result(
            on: input(table(["flows.csv": flows, "final_demand.csv": demand])))
        var sums = [Double](repeating: 0, count: 48)
        for line in inverse.split(whereSeparator: \.isNewline).dropFirst(3) {
            for (column, cell) in line.split(separator: ",").dropFirst(2).enumerated() {
                sums[column] += Double(cell) ?? .nan
            }
        }
        #expect(result.sectors.map(\.sector).prefix(2) == ["reg1/food", "reg1/mining"])
        for (sector, sum) in zip(result.sectors, sums) {
            #expect(abs(sector.columnMultiplier - sum) < 1e-9 * sum)
        }
    }

    private func outside(_ file: String) -> String? {
        let named = ProcessInfo.processInfo.environment["JINGWEI_REFERENCE"]
        let path = (named ?? OpenPackages.root.deletingLastPathComponent().path + "/shared") + "/data/" + file
        if FileManager.default.fileExists(atPath: path) { return path }
        print("not run: \(file) is not there (set JINGWEI_REFERENCE)")
        return nil
    }

    @Test func `the world table, with sectors that make nothing, gives finite numbers throughout`() throws {
        guard let path = outside("wiod_mrio/Z_2008.csv.gz") else { return }
        let result = try Self.study.result(
            on: input(ComputingInputReader.read(.table, path: path).input, ["sector": "CHN/c15"]))
        #expect(result.sectors.count == 1_435)
        #expect(result.findings.contains { $0.kind == "noOutput" })
        for sector in result.sectors {
            let numbers = [
                sector.columnMultiplier, sector.backwardLinkage, sector.forwardLinkageLeontief,
                sector.forwardLinkageGhosh, sector.extractionLossBackward, sector.extractionLossComplete,
                sector.valueAddedContent,
            ]
            #expect(numbers.allSatisfy { $0.isFinite })
            if sector.output == 0 {
                #expect(sector.columnMultiplier == 1 && sector.extractionLossBackward == 0)
            }
        }
        let origin = try #require(result.chains.first?.localization)
        #expect(origin.region == "CHN")
        // The table is closed but for rounding: a unit's value arises somewhere in it.
        #expect(abs(origin.valueAdded.map(\.value).reduce(0, +) - 1) < 1e-6)
        let account = try #require(result.accounts.first)
        let production = account.regions.map(\.production).reduce(0, +)
        #expect(abs(account.regions.map(\.consumption).reduce(0, +) - production) < 1e-6 * production)
    }

    @Test func `the national table that tells imports apart splits a unit into value added and imports`()
        throws
    {
        guard let path = outside("china_io_tables/china_2018_42.csv.gz") else { return }
        let result = try Self.study.result(on: input(ComputingInputReader.read(.table, path: path).input))
        #expect(result.sectors.count == 42 && result.table.tellsImports)
        for sector in result.sectors {
            #expect(abs(sector.valueAddedContent + (sector.importContent ?? 0) - 1) < 1e-6)
            #expect((sector.techniqueMultiplier ?? 0) >= sector.columnMultiplier)
        }
    }

    @Test func `the national table of 153 sectors, added up to ours, keeps its output and value added`()
        throws
    {
        guard let path = outside("china_io_tables/china_2018_153.csv.gz"),
            case .table(let published) = try ComputingInputReader.read(.table, path: path).input,
            case .table(let ours)? = try input().supplied
        else { return }
        let made = published.output.reduce(0, +) / 10_000
        #expect(abs(ours.output.reduce(0, +) - made) < 1e-6 * made)
        let added = (published.account("Value added") ?? []).reduce(0, +) / 10_000
        #expect(abs((ours.account("Value added") ?? []).reduce(0, +) - added) < 1e-6 * added)
    }
}
