import Ecosystem
import Reporting
import Studies
import Testing

@Suite struct `Study local-content` {
    private func ask(
        _ model: EcosystemModel, given: [String: String] = [:], others: [EcosystemModel] = [],
        scenario: Scenario? = nil
    ) throws -> (LocalContent.Result, ReportDraft) {
        let study = LocalContent()
        let input = try StudyInput.prepared(
            for: study.description, model: model, others: others, scenario: scenario, given: given)
        let result = try study.result(on: input)
        return (result, try study.draft(of: result, on: input))
    }

    private func notes(_ draft: ReportDraft) -> [Note] {
        draft.blocks.compactMap { block in if case .note(let note) = block { note } else { nil } }
    }

    /// Document 002, paragraph 9: 22 percent, and seven components with their places.
    @Test func `the built-in product has the stated share and the seven named components`() throws {
        let (result, draft) = try ask(OpenPackages.builtIn())
        #expect(result.product == ProductID("pr.su7u"))
        #expect(result.statedShare?.value == 0.22 && result.statedShare?.unit.key == "fraction")
        #expect(result.statedShare?.qualifier == .exactly)
        #expect(result.elsewhereOrUnsaid == 0.78)
        #expect(
            result.components.map { [$0.component, $0.region?.text ?? ""] } == [
                ["Window regulators", "r.bj"], ["Air filters", "r.bj"], ["Headlights", "r.tj"],
                ["Seats", "r.tj"],
                ["Gearboxes", "r.tj"], ["Batteries", "r.he"], ["Luggage racks", "r.he"],
            ])
        #expect(result.places.map(\.components) == [2, 3, 2])
        #expect(result.inside == 7 && result.outside == 0 && result.unknown == 0)
        #expect(
            result.components.allSatisfy { $0.supplier == nil && $0.value == nil && $0.place == "inside" })
        #expect(draft.answer.en.contains("22 %") && draft.answer.zh.contains("22%"))
    }

    @Test func `nothing is computed where only insiders are named and no value is printed`() throws {
        for basis in ["value", "count"] {
            let (result, draft) = try ask(OpenPackages.builtIn(), given: ["basis": basis])
            #expect(result.computedShare == nil)
            let titles = notes(draft).filter { $0.level == .gap }.map(\.title.en)
            #expect(titles.contains("A share by value cannot be computed"))
            #expect(titles.contains("A share by number cannot be computed"))
            #expect(titles.contains("Total known, split unknown"))
        }
    }

    @Test func `the doubtful gearbox stands beside the components with its correction`() throws {
        let (result, draft) = try ask(OpenPackages.builtIn())
        #expect(result.corrections == [CorrectionID("am.51")])
        #expect(notes(draft).contains { $0.origin?.records == ["am.51"] })
    }

    @Test func `candidates work in the segment and are in the region`() throws {
        let (result, _) = try ask(OpenPackages.builtIn())
        let work = try OpenPackages.rows("Data/beijing-tianjin-hebei", "activities")
        for part in result.components {
            let expected = Set(
                work.filter { $0["segment_id"] == part.segment?.text }.compactMap { $0["organization_id"] })
            #expect(Set(part.candidates.map(\.text)) == expected, "\(part.component)")
        }
        #expect(result.components.contains { !$0.candidates.isEmpty })
    }

    /// The fixture's README: 75,000 of 100,000 yuan come from inside; 41,000, 18,000 and 16,000 by place.
    @Test func `the share by value of the constructed product is three quarters`() throws {
        let (result, draft) = try ask(OpenPackages.constructed())
        #expect(result.computedShare?.by == "value" && result.computedShare?.value == 0.75)
        #expect(result.computedShare?.inside == 75_000 && result.computedShare?.total == 100_000)
        #expect(result.computedShare?.counted == 10 && result.computedShare?.left == 0)
        #expect(result.places.map(\.value) == [41_000, 18_000, 16_000])
        #expect(result.outside == 3 && result.components.allSatisfy { $0.supplier != nil })
        #expect(draft.blocks.flatMap(\.origins).allSatisfy { $0.basis == .synthetic })
        let (byCount, _) = try ask(OpenPackages.constructed(), given: ["basis": "count"])
        #expect(byCount.computedShare?.by == "count" && byCount.computedShare?.value == 0.7)
    }

    @Test func `a place inside the region counts its own components alone, and no share is printed for it`()
        throws
    {
        let (result, _) = try ask(OpenPackages.constructed(), given: ["region": "r.qa"])
        #expect(result.computedShare?.value == 0.41)
        #expect(result.statedShare == nil && result.elsewhereOrUnsaid == nil)
    }

    @Test func `moving a component out of the region never raises the share`() throws {
        let model = try OpenPackages.constructed()
        let before = try #require(try ask(model).0.computedShare?.value)
        for row in try OpenPackages.rows("Fixtures/studies/constructed-vehicle", "product-components") {
            let id = try #require(row["id"])
            let change = Scenario.Change.set(id: id, field: "supply_region", value: "r.out")
            let (moved, _) = try ask(model, scenario: Scenario(title: id, changes: [change]))
            let after = try #require(moved.computedShare?.value)
            #expect(after <= before)
        }
    }

    @Test func `other packages stand beside with their own product`() throws {
        let (result, draft) = try ask(
            OpenPackages.builtIn(), others: [OpenPackages.constructed(), OpenPackages.sixClusters()])
        #expect(result.compare.map(\.package) == ["constructed-vehicle", "six-clusters"])
        #expect(result.compare.first?.statedShare?.value == 0.75)
        #expect(result.compare.last?.components == 0 || result.compare.last?.product == nil)
        #expect(
            draft.blocks.contains { block in
                if case .table(let table) = block { table.id == "compare" } else { false }
            })
    }

    @Test func `an empty package says what is missing`() throws {
        let empty = EcosystemBuilder(PackageIdentity(id: "empty", title: Localized(same: "empty"))).build()
        let (result, draft) = try ask(empty)
        #expect(result.product == nil && result.components.isEmpty)
        #expect(draft.answer.en.contains("no product with components"))
    }
}
