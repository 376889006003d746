import Ecosystem
import Reporting
import Studies
import Testing

@Suite struct `Study specialization` {
    private func ask(
        _ model: EcosystemModel, _ matrix: RegionMatrix? = nil, _ given: [String: String] = [:],
        others: [EcosystemModel] = []
    ) throws -> (Specialization.Result, ReportDraft) {
        let study = Specialization()
        let input = try StudyInput.prepared(
            for: study.description, model: model, others: others, supplied: matrix.map { .matrix($0) },
            given: given)
        let result = try study.result(on: input)
        return (result, try study.draft(of: result, on: input))
    }

    @Test func `the sample matrix gives the reference's numbers, in the file's order`() throws {
        let (result, _) = try ask(.empty, StructureSamples.matrix())
        let reference = try StructureSamples.reference()
        let panel = reference["panel2023"]
        #expect(result.regions.first == "Beijing" && result.regions.count == 13)
        #expect(result.industries.first == "OEM_passenger" && result.industries.count == 10)
        for (row, wanted) in zip(result.locationQuotient, StructureSamples.matrix(panel?["LQ"])) {
            expectNear(row, wanted)
        }
        expectNear(result.krugmanTotal, StructureSamples.numbers(panel?["krugman"]))
        expectNear(result.krugmanHalf, StructureSamples.numbers(panel?["krugman_half"]))
        expectNear(result.hhi, StructureSamples.numbers(panel?["HHI"]))
        expectNear(result.hhiNormalized, StructureSamples.numbers(panel?["HHI_norm"]))
        expectNear(result.locationalGini, StructureSamples.numbers(panel?["locational_gini"]))
        let complexity = reference["complexity"]
        expectNear(result.eci, StructureSamples.numbers(complexity?["eci_ddof0"]))
        expectNear(result.pci, StructureSamples.numbers(complexity?["pci_normalised_by_eci"]))
        expectNear(result.fitness, StructureSamples.numbers(complexity?["fitness_1000"]))
        for (row, wanted) in zip(
            result.relatednessDensity, StructureSamples.matrix(complexity?["density_excl_self"]))
        { expectNear(row, wanted) }
        expectNear(
            [result.spectrum?.correlationWithDiversity], [complexity?["corr_eci_diversity"]?.double])
    }

    @Test func `the sample fills every key that is about it, and every table has its origin`() throws {
        let study = Specialization()
        let input = try StudyInput.prepared(
            for: study.description, model: .empty, supplied: .matrix(StructureSamples.matrix()),
            given: ["margin": "0.005"])
        let report = try study.report(on: input)
        for key in [
            "regions", "industries", "locationQuotient", "krugmanTotal", "krugmanHalf", "hhi",
            "hhiNormalized",
            "equivalentNumber", "eci", "pci", "diversity", "ubiquity", "fitness", "locationalGini",
            "relatednessDensity", "conventions",
        ] {
            guard case .array(let list)? = report.result[key] else {
                Issue.record("\(key) is no list")
                continue
            }
            #expect(!list.isEmpty && !list.contains(.null), "\(key)")
        }
        // No quotient lies within rounding of 1, so that ECI is exact.
        for key in ["locationQuotient", "krugmanTotal", "hhi", "locationalGini"] {
            guard case .array(let list)? = report.result["ranges"]?[key] else {
                Issue.record("no range of \(key)")
                continue
            }
            #expect(!list.isEmpty && !list.contains(.null), "\(key)")
        }
        #expect(report.result["spectrum"]?["eigengap"]?.double ?? 0 > 0)
        let numbers = report.blocks.flatMap { block -> [Cell] in
            switch block {
            case .table(let table): table.rows.flatMap { $0 }
            case .picture(let picture): picture.table.rows.flatMap { $0 }
            default: []
            }
        }.filter { if case .number = $0.value { true } else { false } }
        #expect(numbers.count > 200)
        #expect(numbers.allSatisfy { $0.origin?.basis == .declared })
    }

    @Test func `a small eigengap is warned of`() throws {
        let (result, draft) = try ask(.empty, StructureSamples.matrix())
        #expect(result.spectrum?.eigengap ?? 1 < 0.1)
        #expect(
            draft.blocks.contains { if case .note(let note) = $0 { note.level == .warning } else { false } })
    }

    @Test func `the built-in region is measured by the three printed sectors, and says that this is all`()
        throws
    {
        let (result, draft) = try ask(OpenPackages.builtIn())
        #expect(result.source == "printed" && result.period == "2013")
        #expect(result.regions == ["r.bj", "r.tj", "r.he"])
        let reference = try StructureSamples.reference()["seed003"]?["2013"]
        expectNear(result.krugmanTotal, StructureSamples.numbers(reference?["krugman_vs_BTH_total"]))
        expectNear(result.hhi, StructureSamples.numbers(reference?["HHI"]))
        for (row, wanted) in zip(
            result.locationQuotient, StructureSamples.matrix(reference?["LQ_within_BTH"]))
        { expectNear(row, wanted) }
        // Beijing's quotient of services with what rounding allows.
        let range = try #require(result.ranges?.locationQuotient[0][2])
        #expect(range.low ?? 9 < 1.4961330 && range.high ?? 0 > 1.4961331)
        #expect((range.high ?? 9) - (range.low ?? 0) < 0.02)
        // Three sectors fall into two groups of regions: no complexity, and the reason stands there.
        #expect(result.eci == [nil, nil, nil])
        #expect(result.gaps.contains { $0.measure == "eci" && $0.code == "disconnected" })
        let notes = draft.blocks.compactMap { if case .note(let note) = $0 { note } else { nil } }
        #expect(notes.contains { $0.level == .gap && $0.title.en.contains("Three sectors") })
        #expect(result.yearsPrinted == [2009, 2010, 2011, 2012, 2013])
    }

    @Test func `another year is asked by its number, one without figures gives the reason`() throws {
        let (result, _) = try ask(OpenPackages.builtIn(), nil, ["year": "2009"])
        let reference = try StructureSamples.reference()["seed003"]?["2009"]
        expectNear(result.krugmanTotal, StructureSamples.numbers(reference?["krugman_vs_BTH_total"]))
        let (none, draft) = try ask(OpenPackages.builtIn(), nil, ["year": "1999"])
        #expect(none.source == "none" && none.regions.isEmpty)
        #expect(draft.answer.en.contains("no structure to measure"))
        let (empty, _) = try ask(.empty)
        #expect(empty.source == "none")
    }

    @Test func `a missing cell takes out its region or industry and never counts as zero`() throws {
        let matrix = try StructureSamples.matrix(without: [(2, 4)])
        let (rows, _) = try ask(.empty, matrix)
        #expect(rows.regionsLeftOut == ["Shijiazhuang"])
        #expect(rows.krugmanTotal.count == 13 && rows.krugmanTotal[2] == nil && rows.krugmanTotal[3] != nil)
        #expect(rows.locationQuotient[2].allSatisfy { $0 == nil })
        let (columns, _) = try ask(.empty, matrix, ["gaps": "industries"])
        #expect(columns.industriesLeftOut == ["EDrive"])
        #expect(columns.locationQuotient[0][4] == nil && columns.locationQuotient[2][3] != nil)
    }

    @Test func `a benchmark row is compared with and is no region`() throws {
        let matrix = try #require(
            RegionMatrix(
                name: "b.csv", regions: ["a", "nation", "b"], industries: ["x", "y"],
                values: [2, 2, 10, 30, 1, 0]))
        let (result, _) = try ask(.empty, matrix, ["benchmark": "nation"])
        #expect(result.regions == ["a", "b"])
        expectNear(result.locationQuotient[0], [2, 0.5 / 0.75])
        #expect(result.benchmark == "nation")
        #expect(result.conventions.first?.benchmark == "given")
        #expect(throws: StudyProblem.self) { try ask(.empty, matrix, ["benchmark": "China"]) }
    }

    @Test func `negative numbers and a benchmark below its regions are refused by name`() throws {
        let matrix = try #require(
            RegionMatrix(name: "b.csv", regions: ["a", "b"], industries: ["x", "y"], values: [2, -2, 1, 0]))
        do {
            _ = try ask(.empty, matrix)
            Issue.record("is expected to be refused")
        } catch let problem as StudyProblem {
            #expect(problem.details.count == 1)
            #expect(problem.description.contains("a, y: "))
        }
        let small = try #require(
            RegionMatrix(name: "b.csv", regions: ["a", "n"], industries: ["x"], values: [5, 3]))
        #expect(throws: StudyProblem.self) { try ask(.empty, small, ["benchmark": "n"]) }
    }

    @Test func `one region, one industry, zeros and an empty matrix give reasons and no NaN`() throws {
        for (regions, industries, values) in [
            (["a"], ["x", "y"], [1.0, 2]), (["a", "b"], ["x"], [1, 2]),
            (["a", "b"], ["x", "y"], [0, 0, 0, 0]),
            (["a", "b"], ["x", "y"], [0, 0, 1, 2]), ([], [], []), (["a"], ["x"], [3]),
        ] {
            let matrix = try #require(
                RegionMatrix(name: "m", regions: regions, industries: industries, values: values.map { $0 }))
            let (result, draft) = try ask(.empty, matrix)
            let numbers =
                result.krugmanTotal + result.hhi + result.eci + result.locationQuotient.flatMap { $0 }
            #expect(numbers.allSatisfy { $0?.isFinite ?? true })
            #expect(!draft.answer.zh.isEmpty)
            if regions.count == 1 { #expect(result.gaps.contains { $0.measure == "eci" }) }
        }
    }

    @Test func `compared packages stand beside`() throws {
        let model = try OpenPackages.builtIn()
        let (result, draft) = try ask(model, others: [model])
        #expect(result.compare.map(\.regions.count) == [3])
        #expect(
            draft.blocks.contains { if case .table(let table) = $0 { table.id == "compare" } else { false } })
    }
}
