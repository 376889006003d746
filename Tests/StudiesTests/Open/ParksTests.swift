import Ecosystem
import Reporting
import Studies
import Testing

@Suite struct `Study parks` {
    private func ask(_ model: EcosystemModel, _ given: [String: String] = [:], others: [EcosystemModel] = [])
        throws
        -> (Parks.Result, ReportDraft)
    {
        let study = Parks()
        let input = try StudyInput.prepared(
            for: study.description, model: model, others: others, given: given)
        let result = try study.result(on: input)
        return (result, try study.draft(of: result, on: input))
    }

    @Test func `Caofeidian has the seven parks that document 003 lists, Zhongguancun its five sub-parks`()
        throws
    {
        let (result, _) = try ask(OpenPackages.builtIn())
        func children(_ id: String) -> [String] {
            result.parks.first { $0.id.text == id }?.children.map(\.text) ?? []
        }
        let seven = ["port", "steel", "chem", "equip", "bond", "new", "hitech"].map { "pk.cfd_" + $0 }
        #expect(Set(children("pk.cfd")).isSuperset(of: seven))
        #expect(
            Set(children("pk.zgc")) == ["pk.zgc_tj", "pk.zgc_sjz", "pk.zgc_ts", "pk.zgc_cz", "pk.zgc_qhd"])
        for entry in result.parks {
            for child in entry.children { #expect(result.parks.first { $0.id == child }?.parent == entry.id) }
        }
    }

    @Test func `parks of the region and elsewhere add up to the table`() throws {
        let (result, _) = try ask(OpenPackages.builtIn())
        let rows = try OpenPackages.rows("Data/beijing-tianjin-hebei", "parks")
        #expect(result.parks.count + result.parksElsewhere == rows.count)
        #expect(!result.parks.contains { $0.id.text == "pk.jiading" })
        for entry in result.parks {
            let row = rows.first { $0["id"] == entry.id.text }
            let anchors = (row?["anchors"] ?? "").split(separator: ";").map { $0.drop { $0 == " " } }
            #expect(entry.anchors.map(\.text) == anchors.map(String.init))
        }
    }

    @Test func `the region filter keeps parks of the region and its parts`() throws {
        let (result, _) = try ask(OpenPackages.builtIn(), ["region": "r.tj"])
        #expect(result.parks.contains { $0.id.text == "pk.wuqing" })
        #expect(!result.parks.contains { $0.id.text == "pk.etown" })
    }

    @Test func `overlap is symmetric, between 0 and 1, and 1 for equal parks`() throws {
        let (result, _) = try ask(OpenPackages.builtIn(), ["pairs": "1000"])
        #expect(result.overlaps.count == result.overlappingPairs)
        #expect(result.complements.count == result.complementingPairs)
        for pair in result.overlaps {
            #expect(pair.overlap > 0 && pair.overlap <= 1)
            #expect(pair.a < pair.b)
            #expect(
                !(pair.sharedFocus.isEmpty && pair.sharedFunctions.isEmpty && pair.sharedSegments.isEmpty))
        }
        for pair in result.complements {
            #expect(pair.overlap == 0)
            #expect(Set(pair.stagesOfA).isDisjoint(with: pair.stagesOfB))
        }
        #expect(result.overlaps.map(\.overlap) == result.overlaps.map(\.overlap).sorted(by: >))
        // Baoding and Cangzhou share the focus that document 000 §3.2 gives them together.
        let pair = result.overlaps.first { $0.a.text == "pk.bd" && $0.b.text == "pk.cz" }
        #expect(pair?.sharedFunctions == ["vehicle_plant"])
    }

    @Test func `two parks with one of three features in common overlap by a third`() throws {
        var builder = EcosystemBuilder(PackageIdentity(id: "two", title: Localized(same: "two")))
        builder.add(.park, ["id": "pk.a", "focus": "steel; ports"])
        builder.add(.park, ["id": "pk.b", "focus": "ports; chips"])
        builder.add(.park, ["id": "pk.c", "parent_id": "pk.a", "focus": "steel; ports"])
        let (result, _) = try ask(builder.build())
        #expect(result.overlaps.map { "\($0.a) \($0.b)" } == ["pk.a pk.b", "pk.b pk.c"])
        #expect(result.overlaps.first?.overlap == 1.0 / 3)
        #expect(result.overlaps.first?.sharedFocus.map(\.en) == ["ports"])
    }

    @Test func `figures of a park are sorted into area, money and cost by unit`() throws {
        var builder = EcosystemBuilder(PackageIdentity(id: "one", title: Localized(same: "one")))
        builder.add(.park, ["id": "pk.a"])
        let figures = [("12", "km2"), ("30", "billion yuan"), ("170", "yuan/tonne"), ("60", "minutes")]
        for (index, (value, unit)) in figures.enumerated() {
            builder.add(
                .indicator, ["id": "in.\(index)", "entity_id": "pk.a", "value": value, "unit": unit])
        }
        let (result, draft) = try ask(builder.build())
        #expect(result.gradient.first?.area?.value == 12)
        #expect(result.gradient.first?.money?.value == 30)
        #expect(result.gradient.first?.unitCost?.value == 170)
        #expect(result.gradient.first?.others == [IndicatorID("in.3")])
        #expect(Blocks.numbersWithoutOrigin(draft.blocks).isEmpty)
    }

    @Test func `what is not printed is said`() throws {
        let (_, draft) = try ask(OpenPackages.builtIn())
        let notes = draft.blocks.compactMap { if case .note(let note) = $0 { note.title.en } else { nil } }
        #expect(notes.contains { $0.contains("Area, output and cost") })
        #expect(Blocks.numbersWithoutOrigin(draft.blocks).isEmpty)
    }

    @Test func `an empty package and a park that is its own parent are answers`() throws {
        #expect(try ask(.empty).0.parks.isEmpty)
        var builder = EcosystemBuilder(PackageIdentity(id: "loop", title: Localized(same: "loop")))
        builder.add(.park, ["id": "pk.a", "parent_id": "pk.a", "focus": "steel"])
        #expect(try ask(builder.build()).0.parks.count == 1)
    }
}
