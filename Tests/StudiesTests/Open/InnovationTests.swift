import Ecosystem
import Reporting
import Studies
import Testing

@Suite struct `Study innovation` {
    private func ask(_ model: EcosystemModel, _ given: [String: String] = [:]) throws
        -> (Innovation.Result, ReportDraft)
    {
        let study = Innovation()
        let input = try StudyInput.prepared(
            for: study.description, model: model, others: [model], given: given)
        let result = try study.result(on: input)
        return (result, try study.draft(of: result, on: input))
    }

    @Test func `links are the relations of the table, results flow from where they arise`() throws {
        let (result, _) = try ask(OpenPackages.builtIn())
        let rows = try OpenPackages.rows("Data/beijing-tianjin-hebei", "relations")
        let predicates = [
            "researches_for", "validates_for", "transfers_technology_to", "commercialises", "talent_to",
        ]
        let wanted = rows.filter { predicates.contains($0["predicate"] ?? "") }.compactMap { $0["id"] }
        #expect(Set(result.links.map(\.id.text)) == Set(wanted))
        // Document 000 §3.4: Tianjin and Hebei turn Beijing's results into products.
        let turned = result.links.filter { $0.level == .commercialization && $0.to == "r.tj" }
        #expect(turned.map(\.from) == ["r.bj"])
    }

    @Test func `figures are those that documents 002 and 003 print`() throws {
        let (result, draft) = try ask(OpenPackages.builtIn())
        func value(_ id: String) -> Double? {
            result.figures.first { $0.indicator.text == id }?.figure?.value
        }
        #expect(value("i.tech_transfer") == 84.37)
        #expect(value("i.tech_contract") == 7.572)
        #expect(result.platformsPrinted?.value == 14)
        #expect(draft.answer.zh.contains("843.7 亿元"))
    }

    @Test func `joint platforms are institutes of another place's parent, markets and alliances`() throws {
        let (result, _) = try ask(OpenPackages.builtIn())
        let institutes = result.platforms.filter { $0.reason == .branchInstitute }
        // Document 003, Binhai: institutes of the academy and of Peking University.
        #expect(Set(institutes.map(\.id)) == ["o.cas_tib", "o.pku_it"])
        #expect(institutes.allSatisfy { $0.place?.text == "r.tj" && $0.parentPlace?.text == "r.bj" })
        #expect(result.platforms.contains { $0.id == "o.scalliance" && $0.reason == .alliance })
        let unnamed = result.unknown.first { $0.id == .platformsNotNamed }
        #expect(unnamed?.of == 14)
        #expect(unnamed?.count == nil)
    }

    @Test func `branches pair base and branch, services are marked`() throws {
        let (result, draft) = try ask(OpenPackages.builtIn())
        let school = result.branches.first { $0.organization == "o.bnu" }
        #expect(school?.fromPlace?.text == "r.bj" && school?.toPlace?.text == "r.he")
        #expect(school?.isPublicService == true)
        #expect(result.branches.first { $0.organization == "o.lenovo" }?.isPublicService == false)
        #expect(Blocks.numbersWithoutOrigin(draft.blocks).isEmpty)
    }

    @Test func `a weak segment is answered by a source that works in a part of it`() throws {
        var builder = EcosystemBuilder(
            PackageIdentity(id: "small", title: Localized(same: "small"), homeRegion: RegionID("r.a")))
        builder.add(.region, ["id": "r.a", "level": "province"])
        builder.add(.segment, ["id": "sg.c", "stage": "components"])
        builder.add(.segment, ["id": "sg.c.x", "parent_id": "sg.c", "stage": "components"])
        builder.add(.organization, ["id": "o.u", "kind": "university", "home_region": "r.a"])
        builder.add(
            .assessment, ["id": "as.1", "segment_id": "sg.c", "region_id": "r.a", "strength": "weak"])
        let before = try ask(builder.build()).0
        #expect(before.needs.first?.answeredBy == [])
        builder.add(
            .relation,
            [
                "id": "re.1", "subject_id": "o.u", "predicate": "researches_for", "object_id": "sg.c.x",
                "value": "2.5", "unit": "million yuan",
            ])
        let after = try ask(builder.build()).0
        #expect(after.needs.first?.answeredBy == ["o.u"])
        #expect(after.links.first?.value?.value == 2.5)
        #expect(after.fields.map(\.segment.text) == ["sg.c.x"])
        #expect(after.unknown.first { $0.id == .needsWithoutSource }?.count == 0)
    }

    @Test func `links outside the region are left out`() throws {
        let (result, _) = try ask(OpenPackages.builtIn(), ["region": "r.he"])
        #expect(result.links.contains { $0.to == "r.he" })
        #expect(!result.links.contains { $0.to == "o.liauto" })
    }

    @Test func `an empty package is an answer`() throws {
        let (result, draft) = try ask(.empty)
        #expect(result.links.isEmpty && result.sources.isEmpty)
        #expect(draft.blocks.contains { if case .note(let note) = $0 { note.level == .gap } else { false } })
    }
}
