import Ecosystem
import Reporting
import Studies
import Testing

@Suite struct `Study suppliers` {
    private func ask(
        _ model: EcosystemModel, given: [String: String] = [:], others: [EcosystemModel] = [],
        scenario: Scenario? = nil
    ) throws -> (Suppliers.Result, ReportDraft) {
        let study = Suppliers()
        let input = try StudyInput.prepared(
            for: study.description, model: model, others: others, scenario: scenario, given: given)
        let result = try study.result(on: input)
        return (result, try study.draft(of: result, on: input))
    }

    private func notes(_ draft: ReportDraft) -> [Note] {
        draft.blocks.compactMap { block in if case .note(let note) = block { note } else { nil } }
    }

    /// Document 000, §2.2: four international Tier 1 suppliers of FAW-Volkswagen, and nothing about theirs.
    @Test func `the built-in region begins with the maker of most named suppliers, and names one tier`()
        throws
    {
        let (result, draft) = try ask(OpenPackages.builtIn())
        #expect(result.organization == OrganizationID("o.fawvw"))
        let up = try #require(result.sides.first)
        #expect(up.tiers.map(\.members) == [["o.borgwarner", "o.lear", "o.magna", "o.zf"]])
        #expect(up.namedTiers == 1 && up.isComplete)
        #expect(up.paths.map(\.count) == [2, 2, 2, 2])
        #expect(result.sides.last?.namedTiers == 0)
        #expect(
            notes(draft).contains {
                $0.level == .gap && $0.title.en == "The records name 1 tier of suppliers"
            })
        #expect(up.links.allSatisfy { $0.value == nil && $0.basis == .stated })
    }

    @Test func `every supply relation is found from its customer, a product standing for its maker`() throws {
        let package = "Data/beijing-tianjin-hebei"
        let relations = try OpenPackages.rows(package, "relations").filter {
            $0["predicate"] == "supplies" && $0["state"] == nil
        }
        let makers = Dictionary(
            uniqueKeysWithValues: try OpenPackages.rows(package, "products").compactMap { row in
                row["id"].flatMap { id in row["organization_id"].map { (id, $0) } }
            })
        let model = try OpenPackages.builtIn()
        let organizations = Set(try OpenPackages.rows(package, "organizations").compactMap { $0["id"] })
        for relation in relations {
            let object = relation["object_id"] ?? ""
            let customer = makers[object] ?? object
            guard organizations.contains(customer) else { continue }
            let (result, _) = try ask(
                model, given: ["organization": customer, "direction": "up", "depth": "1"])
            let link = result.sides[0].links.first { $0.record == relation["id"] }
            #expect(link?.supplier == relation["subject_id"])
        }
    }

    @Test func `places that stand for unnamed firms are told apart from firms`() throws {
        let (result, draft) = try ask(
            OpenPackages.builtIn(), given: ["organization": "o.xiaomiauto", "direction": "up"])
        #expect(result.sides[0].tiers[0].firms == 0 && result.sides[0].tiers[0].members.count == 4)
        #expect(result.sides[0].links.allSatisfy { $0.product == ProductID("pr.su7u") })
        #expect(draft.answer.en.contains("no supplier is named"))
    }

    /// The fixture's README: o.mat1 → o.cell1 → o.bat1 → o.veh1 and o.steel1 → o.stamp1 → o.veh1.
    @Test func `the constructed region shows three tiers with their values`() throws {
        let model = try OpenPackages.constructed()
        let (result, _) = try ask(model, given: ["organization": "o.veh1", "direction": "up", "depth": "5"])
        let up = try #require(result.sides.first)
        #expect(up.namedTiers == 3)
        #expect(up.paths.contains(["o.veh1", "o.bat1", "o.cell1", "o.mat1"]))
        #expect(up.paths.contains(["o.veh1", "o.stamp1", "o.steel1"]))
        let rows = try OpenPackages.rows("Fixtures/studies/constructed-vehicle", "relations").filter {
            $0["predicate"] == "supplies"
        }
        let direct = rows.filter { $0["object_id"] == "o.veh1" }.compactMap {
            $0["value"].flatMap { Double($0) }
        }
        #expect(up.tiers[0].values.map(\.value) == [direct.reduce(0, +)] && up.tiers[0].withoutValue == 0)
        let second = rows.filter { up.tiers[0].members.contains($0["object_id"] ?? "") }
        #expect(
            up.tiers[1].values.map(\.value) == [
                second.compactMap { $0["value"].flatMap { Double($0) } }.reduce(0, +)
            ])
        let (shallow, _) = try ask(model, given: ["organization": "o.veh1", "direction": "up", "depth": "1"])
        #expect(shallow.sides[0].namedTiers == 1 && shallow.sides[0].links.count == direct.count)
    }

    @Test func `going down from a supplier meets the maker that goes up to it`() throws {
        let model = try OpenPackages.constructed()
        let (up, _) = try ask(model, given: ["organization": "o.veh2", "direction": "up", "depth": "5"])
        for path in up.sides[0].paths {
            let end = try #require(path.last)
            let (down, _) = try ask(model, given: ["organization": end, "direction": "down", "depth": "5"])
            #expect(down.sides[0].tiers.flatMap(\.members).contains("o.veh2"))
            #expect(
                down.sides[0].paths.contains(path.reversed())
                    || down.sides[0].paths.contains { $0.starts(with: path.reversed()) })
        }
    }

    @Test func `two firms that supply each other end the walk`() throws {
        let model = try OpenPackages.constructed()
        let change = Scenario.Change.add(
            .relation, id: "re.loop",
            fields: [
                "subject_id": "o.bat1", "predicate": "supplies", "object_id": "o.mat1", "basis": "synthetic",
            ])
        let (result, _) = try ask(
            model, given: ["organization": "o.bat1", "direction": "up", "depth": "5"],
            scenario: Scenario(title: "loop", changes: [change]))
        #expect(result.sides[0].paths.allSatisfy { Set($0).count == $0.count })
    }

    @Test func `packages without supply relations say so, and stand beside others`() throws {
        let (result, draft) = try ask(OpenPackages.sixClusters())
        #expect(result.organization == nil && draft.answer.en.contains("no supply relation"))
        let (compared, table) = try ask(OpenPackages.builtIn(), others: [OpenPackages.constructed()])
        #expect(compared.compare.first?.namedTiers == 3 && compared.compare.first?.organization != nil)
        #expect(
            table.blocks.contains { if case .table(let table) = $0 { table.id == "compare" } else { false } })
    }
}
