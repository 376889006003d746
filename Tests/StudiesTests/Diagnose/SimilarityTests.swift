import Ecosystem
import Reporting
import Studies
import Testing

@Suite struct `Study similarity` {
    private func ask(
        _ model: EcosystemModel, _ matrix: RegionMatrix? = nil, _ given: [String: String] = [:],
        others: [EcosystemModel] = []
    ) throws -> (Similarity.Result, ReportDraft) {
        let study = Similarity()
        let input = try StudyInput.prepared(
            for: study.description, model: model, others: others, supplied: matrix.map { .matrix($0) },
            given: given)
        let result = try study.result(on: input)
        return (result, try study.draft(of: result, on: input))
    }

    @Test func `the sample matrix gives the reference's cosines, symmetric, with overlap beside`() throws {
        let (result, draft) = try ask(.empty, StructureSamples.matrix())
        let wanted = StructureSamples.matrix(try StructureSamples.reference()["panel2023"]?["cosine"])
        #expect(result.regions.count == 13)
        for (row, expected) in zip(result.cosine, wanted) { expectNear(row, expected) }
        for one in 0..<13 {
            for other in 0..<13 {
                #expect(result.krugman[one][other] == result.krugman[other][one])
                expectNear(
                    [result.fingerKreinin[one][other]], [1 - (result.krugman[one][other] ?? .nan) / 2])
            }
        }
        #expect(result.ranges == nil)
        #expect(draft.answer.en.contains("most alike"))
    }

    @Test(arguments: ["2009", "2010", "2011", "2012", "2013"])
    func `the built-in region gives the reference's pairs of every year`(year: String) throws {
        let (result, _) = try ask(OpenPackages.builtIn(), nil, ["year": year])
        let reference = try StructureSamples.reference()["seed003"]?[year]
        func pairs(_ matrix: [[Double?]]) -> [Double?] { [matrix[0][1], matrix[0][2], matrix[1][2]] }
        func wanted(_ key: String) -> [Double?] { ["BT", "BH", "TH"].map { reference?[key]?[$0]?.double } }
        expectNear(pairs(result.cosine), wanted("cosine_shares"))
        expectNear(pairs(result.krugman), wanted("krugman"))
        expectNear(pairs(result.fingerKreinin), wanted("finger_kreinin"))
        #expect(result.regions == ["r.bj", "r.tj", "r.he"])
    }

    @Test func `ranges are those of the printed digits`() throws {
        // Cosine Beijing–Tianjin for shares printed to 0.1 points, the project's reference on indicators, section 1.1.
        let wanted = [
            2009: (0.8221, 0.8253), 2010: (0.8491, 0.8521), 2011: (0.8508, 0.8538), 2012: (0.8539, 0.8568),
            2013: (0.8621, 0.8650),
        ]
        let (result, _) = try ask(OpenPackages.builtIn())
        #expect(result.years.map(\.year) == wanted.keys.sorted())
        for year in result.years {
            let pair = try #require(year.pairs.first { $0.a == "r.bj" && $0.b == "r.tj" })
            let ends = try #require(wanted[year.year])
            expectNear([pair.range?.low, pair.range?.high], [ends.0, ends.1], within: 5.1e-5)
        }
    }

    @Test func `Moore's angles of the printed years agree with the reference`() throws {
        let (result, _) = try ask(OpenPackages.builtIn())
        let wanted = try StructureSamples.reference()["seed003"]?["moore_structural_change_deg_2009_2013"]
        expectNear(
            result.turns.map(\.degrees), ["Beijing", "Tianjin", "Hebei"].map { wanted?[$0]?.double })
        #expect(result.turns.allSatisfy { $0.from == 2009 && $0.to == 2013 })
    }

    @Test func `figures of the built-in region name the records and paragraphs that they rest on`() throws {
        let (_, draft) = try ask(OpenPackages.builtIn())
        let cells = draft.blocks.flatMap { block -> [Cell] in
            switch block {
            case .table(let table): table.rows.flatMap { $0 }
            case .picture(let picture): picture.table.rows.flatMap { $0 }
            default: []
            }
        }.filter { if case .number = $0.value { true } else { false } }
        #expect(!cells.isEmpty)
        for cell in cells {
            #expect(cell.origin?.records.isEmpty == false)
            #expect(cell.origin?.paragraphs.contains("s003.tab2") == true)
            #expect(cell.origin.map { $0.basis >= .derived } == true)
        }
    }

    @Test func `the sample fills every key that is about it`() throws {
        let study = Similarity()
        let input = try StudyInput.prepared(
            for: study.description, model: .empty, supplied: .matrix(StructureSamples.matrix()),
            given: ["margin": "0.005"])
        let report = try study.report(on: input)
        for key in ["regions", "industries", "cosine", "krugman", "fingerKreinin", "ranges", "conventions"] {
            guard case .array(let list)? = report.result[key] else {
                Issue.record("\(key) is no list")
                continue
            }
            #expect(!list.isEmpty)
        }
        #expect(report.result["mostAlike"]?["cosine"]?.double ?? 0 > 0.7)
        #expect(report.result["leastAlike"]?["cosine"]?.double == 0 || report.result["leastAlike"] != .null)
    }

    @Test func `empty, single and incomplete regions give reasons and no NaN`() throws {
        for (regions, industries, values) in [
            (["a"], ["x", "y"], [1.0, 2]), (["a", "b"], ["x"], [1, 2]),
            (["a", "b"], ["x", "y"], [0, 0, 1, 2]),
            ([], [], []),
        ] {
            let matrix = try #require(
                RegionMatrix(name: "m", regions: regions, industries: industries, values: values.map { $0 }))
            let (result, draft) = try ask(.empty, matrix)
            #expect((result.cosine + result.krugman).joined().allSatisfy { $0?.isFinite ?? true })
            #expect(!draft.answer.en.isEmpty)
        }
        let (missing, _) = try ask(.empty, StructureSamples.matrix(without: [(0, 0)]))
        #expect(missing.regionsLeftOut == ["Beijing"])
        #expect(missing.cosine[0].allSatisfy { $0 == nil } && missing.cosine[1][1] == 1)
        let (none, draft) = try ask(.empty)
        #expect(none.source == "none" && draft.answer.en.contains("no structures"))
    }

    @Test func `compared packages stand beside`() throws {
        let model = try OpenPackages.builtIn()
        let (result, draft) = try ask(model, others: [model])
        #expect(result.compare.map(\.regions) == [["r.bj", "r.tj", "r.he"]])
        #expect(
            draft.blocks.contains { if case .table(let table) = $0 { table.id == "compare" } else { false } })
    }
}
