import Ecosystem
import Reporting
import Studies
import Testing

@Suite struct `Study emerging` {
    private func ask(_ model: EcosystemModel, policies: String = "sector") throws -> Emerging.Result {
        let study = Emerging()
        let input = try StudyInput.prepared(
            for: study.description, model: model, given: ["policies": policies])
        let result = try study.result(on: input)
        _ = try study.draft(of: result, on: input)
        return result
    }

    @Test func `the lists of document 004 are those of section 2, place by place`() throws {
        // 004 §2.1: Tianjin: aerospace parts, new energy vehicles, medical devices, new materials, marine fishery. The third list:
        // agricultural technology, high-speed rail equipment, highway equipment, electronic information, talent.
        let result = try ask(OpenPackages.builtIn())
        func list(_ place: String) -> [String] {
            result.sectors.filter { $0.promotedBy.contains(RegionID(place)) }.map(\.segment.text).sorted()
        }
        let tianjin = ["sg.adj.aero", "sg.adj.marine", "sg.adj.med", "sg.mat.new", "sg.veh.nev"]
        let hebei = ["sg.adj.agri", "sg.adj.elec", "sg.adj.highway", "sg.adj.hsr", "sg.svc.talent"]
        #expect(tianjin.allSatisfy(list("r.tj").contains), "\(list("r.tj"))")
        #expect(hebei.allSatisfy(list("r.he").contains), "\(list("r.he"))")
        let fund = try #require(result.contests.first { $0.policy.text == "po.leadfund" })
        #expect(fund.claimants.map(\.text) == ["o.bjgov", "o.hegov"])
        #expect(result.pairs.allSatisfy { !$0.rivalries.isEmpty })
    }

    @Test func `overlap is symmetric by construction, within 0 and 1, and counts each sector once`() throws {
        for model in [
            try OpenPackages.builtIn(), try OpenPackages.sixClusters(), try OpenPackages.constructed(),
        ] {
            for policies in ["sector", "all"] {
                let result = try ask(model, policies: policies)
                for pair in result.pairs {
                    #expect(pair.common.count <= pair.either)
                    if let overlap = pair.overlap {
                        #expect((0...1).contains(overlap))
                        #expect(abs(overlap * Double(pair.either) - Double(pair.common.count)) < 1e-9)
                    }
                }
                #expect(Set(result.sectors.map(\.segment)).count == result.sectors.count)
            }
        }
    }

    @Test func `a shared sector, a weak one and a strong one that nobody promotes are told apart`() throws {
        var builder = EcosystemBuilder(
            PackageIdentity(
                id: "t", title: Localized(same: "t"), version: "1", homeRegion: RegionID("r"),
                places: [RegionID("r.a"), RegionID("r.b")]))
        builder.add(.region, ["id": "r"])
        for id in ["r.a", "r.b"] { builder.add(.region, ["id": id, "parent_id": "r"]) }
        builder.add(.segment, ["id": "sg.x"])
        builder.add(.segment, ["id": "sg.x1", "parent_id": "sg.x"])
        builder.add(.segment, ["id": "sg.y"])
        builder.add(
            .policy, ["id": "po.1", "instrument": "sector_policy", "region_id": "r.a", "segments": "sg.x"])
        builder.add(
            .policy,
            ["id": "po.2", "instrument": "sector_policy", "region_id": "r.b", "segments": "sg.x1;sg.x"])
        builder.add(
            .assessment, ["id": "as.1", "segment_id": "sg.x", "region_id": "r.a", "strength": "weak"])
        builder.add(
            .assessment, ["id": "as.2", "segment_id": "sg.y", "region_id": "r.b", "strength": "strong"])
        builder.add(.organization, ["id": "o.1", "home_region": "r.b"])
        builder.add(.activity, ["id": "os.1", "organization_id": "o.1", "segment_id": "sg.x1"])
        let result = try ask(builder.build())
        let shared = try #require(result.sectors.first)
        #expect(shared.segment.text == "sg.x" && shared.promotion == "shared")
        #expect(shared.standings.map(\.organizations) == [0, 1])
        #expect(result.pairs.first?.common.map(\.text) == ["sg.x"])
        // x1 lies inside x, which a promotes: no sector of b stands alone.
        #expect(result.pairs.first?.either == 1)
        #expect(
            result.imbalances.map { "\($0.kind) \($0.segment) \($0.place)" }
                == ["promoted-though-weak sg.x r.a", "strong-not-promoted sg.y r.b"])
    }
}
