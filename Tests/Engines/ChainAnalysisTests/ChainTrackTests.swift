import ChainAnalysis
import Ecosystem
import Testing

@Suite("Technology track and park")
struct ChainTrackTests {
    private func region() -> SmallRegion {
        var region = SmallRegion()
        region.segment("sg.gas", stage: "upstream_materials")
        region.segment("sg.cell")
        region.segment("sg.cell.plate", under: "sg.cell")
        region.segment("sg.car", stage: "vehicle")
        region.segment("sg.other")
        return region
    }

    private func track(_ words: String, _ model: EcosystemModel) -> ChainTrack {
        ChainTrack(words, in: model, tree: SegmentTree(model))
    }

    @Test func `a word finds segments by name without regard to case, hyphens and blanks`() {
        var region = region()
        region.add(
            .segment, ["id": "sg.fc", "name_en": "Fuel-cell systems", "name_zh": "燃料电池", "stage": "systems"])
        let model = region.model()
        #expect(track("FUEL CELL", model).reasons == [SegmentID("sg.fc"): .word])
        #expect(track("燃料电池", model).segments == [SegmentID("sg.fc")])
    }

    @Test func `an id brings its parts and what supplies it, and relations are followed both ways`() {
        var region = region()
        region.add(
            .relation,
            ["id": "re.1", "subject_id": "sg.gas", "predicate": "supplies", "object_id": "sg.cell"])
        region.add(
            .relation,
            ["id": "re.2", "subject_id": "sg.car", "predicate": "depends_on", "object_id": "sg.cell"])
        region.add(
            .relation,
            ["id": "re.3", "subject_id": "sg.other", "predicate": "competes_with", "object_id": "sg.cell"])
        let found = track(" sg.cell ", region.model())
        #expect(
            found.reasons == [
                SegmentID("sg.cell"): .given, SegmentID("sg.cell.plate"): .part, SegmentID("sg.gas"): .linked,
                SegmentID("sg.car"): .linked,
            ])
    }

    @Test func `a park whose name holds the word brings what it hosts, and unknown words are told`() {
        var region = region()
        region.add(
            .park, ["id": "pk.1", "name_en": "Steam zone", "region_id": "r.a", "kind": "demonstration_zone"])
        region.add(
            .relation, ["id": "re.1", "subject_id": "pk.1", "predicate": "hosts", "object_id": "sg.gas"])
        let found = track("steam; unicorn", region.model())
        #expect(found.reasons == [SegmentID("sg.gas"): .hosted])
        #expect(found.unknown == [" unicorn"])
    }

    @Test func `a module is present by a site, planned by a planned one, and otherwise as the document says`()
    {
        var region = region()
        region.add(.park, ["id": "pk.1", "name_en": "Park", "region_id": "r.a", "kind": "automotive_park"])
        for (number, segment, state) in [
            (1, "sg.car", ""), (2, "sg.cell", "planned"), (3, "sg.gas", "planned"), (4, "sg.other", ""),
        ] {
            region.add(
                .relation,
                [
                    "id": "re.\(number)", "subject_id": "pk.1", "predicate": "hosts", "object_id": segment,
                    "state": state,
                ])
        }
        region.organization("o.1", home: "r.a")
        region.work("os.1", "o.1", "sg.car")
        region.work("os.2", "o.1", "sg.cell.plate")
        for (id, function, state) in [("si.1", "vehicle_plant", ""), ("si.2", "component_plant", "planned")] {
            region.add(
                .site,
                [
                    "id": id, "organization_id": "o.1", "region_id": "r.a", "park_id": "pk.1",
                    "functions": function,
                    "state": state,
                ])
        }
        let model = region.model()
        let template = ParkTemplate(ParkID("pk.1"), in: model, tree: SegmentTree(model))
        #expect(template.modules.map(\.standing) == [.present, .sitePlanned, .planned, .named])
        #expect(template.modules.map { $0.sites.map(\.text) } == [["si.1"], ["si.2"], [], []])
        #expect(template.present == 1)
    }
}
