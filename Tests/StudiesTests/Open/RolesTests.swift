import Ecosystem
import Reporting
import Studies
import Testing

@Suite struct `Study roles` {
    private func ask(_ model: EcosystemModel, others: [EcosystemModel] = []) throws -> (
        Roles.Result, ReportDraft
    ) {
        let study = Roles()
        let input = try StudyInput.prepared(for: study.description, model: model, others: others)
        let result = try study.result(on: input)
        return (result, try study.draft(of: result, on: input))
    }

    @Test func `functions are counted as the table of sites holds them`() throws {
        let (result, _) = try ask(OpenPackages.builtIn())
        let package = "Data/beijing-tianjin-hebei"
        var parents: [String: String] = [:]
        for row in try OpenPackages.rows(package, "regions") { parents[row["id"] ?? ""] = row["parent_id"] }
        func place(_ region: String?) -> String? {
            var current = region
            while let id = current, !["r.bj", "r.tj", "r.he"].contains(id) { current = parents[id] }
            return current
        }
        let sites = try OpenPackages.rows(package, "sites").filter {
            ($0["state"] ?? "actual") == "actual" && $0["status"] != "relocated"
        }
        for profile in result.places {
            let own = sites.filter { place($0["region_id"]) == profile.place.text }
            #expect(profile.sites == own.count)
            for part in profile.functions {
                let with = own.count { row in
                    (row["functions"] ?? "").split(separator: ";").contains {
                        $0 == part.code || $0 == " " + part.code
                    }
                }
                #expect(part.count == with, "\(profile.place) \(part.code)")
            }
        }
    }

    @Test func `a quotient is the place's share over the region's`() throws {
        let (result, _) = try ask(OpenPackages.builtIn())
        #expect(result.benchmark == RegionID("r.bth"))
        for profile in result.places {
            #expect(!profile.functions.isEmpty && !profile.stages.isEmpty)
            #expect(abs(profile.functions.reduce(0) { $0 + $1.share } - 1) < 1e-12)
            #expect(abs(profile.stages.reduce(0) { $0 + $1.share } - 1) < 1e-12)
            for part in profile.functions + profile.stages {
                #expect(abs(part.share / part.benchmarkShare - part.locationQuotient) < 1e-12)
            }
        }
    }

    @Test func `research stands out in Beijing and component plants in Tianjin, as document 000 says`() throws
    {
        // Document 000 §2.1 and §2.2: Beijing research and headquarters, Tianjin a cluster of Tier 1 plants.
        let (result, draft) = try ask(OpenPackages.builtIn())
        func quotient(_ place: String, _ code: String) -> Double {
            result.places.first { $0.place.text == place }?.functions.first { $0.code == code }?
                .locationQuotient ?? 0
        }
        #expect(quotient("r.bj", "r&d") > 1)
        #expect(quotient("r.bj", "r&d") > quotient("r.tj", "r&d"))
        #expect(quotient("r.tj", "component_plant") > 1)
        #expect(draft.answer.en.contains("R&D in Beijing"))
        #expect(draft.answer.zh.contains("北京市的研发"))
    }

    @Test func `a policy plans its segments in its place, and what it limits is not planned`() throws {
        let (result, _) = try ask(OpenPackages.builtIn())
        func pair(_ segment: String, _ place: String) -> Roles.Pair? {
            result.matrix.first { $0.segment.text == segment && $0.place.text == place }
        }
        #expect(pair("sg.veh.nev", "r.tj")?.plannedBy.contains("po.tjnev") == true)
        #expect(pair("sg.adj.aero", "r.tj")?.difference == .plannedNotRecorded)
        // Document 002: Hebei's steel is cut back.
        #expect(pair("sg.mat.steel", "r.he")?.limitedBy == [PolicyID("po.hesteel")])
        #expect(pair("sg.mat.steel", "r.he")?.plannedBy.contains("po.hesteel") == false)
        // Contested funds plan nothing (document 004 §3).
        #expect(!result.matrix.contains { $0.plannedBy.contains("po.silkfund") })
        // The plan of Huanghua Motor City (document 003): dismantling is planned, nobody is on record.
        #expect(pair("sg.aft.dismantle", "r.he")?.difference == .plannedNotRecorded)
    }

    @Test(arguments: [
        (true, true, Roles.Pair.Difference.plannedAndRecorded), (true, false, .plannedNotRecorded),
        (false, true, .recordedNotPlanned),
    ]) func `plan and record differ as they are`(
        isPlanned: Bool, isRecorded: Bool, wanted: Roles.Pair.Difference
    )
        throws
    {
        let (result, _) = try ask(Self.small(isPlanned: isPlanned, isRecorded: isRecorded))
        #expect(result.matrix.filter { $0.segment.text == "sg.v.a" }.map(\.difference) == [wanted])
    }

    @Test func `a plan for a wider segment is not a plan for each part`() throws {
        let (result, _) = try ask(Self.small(isPlanned: true, isRecorded: true, planned: "sg.v"))
        #expect(result.matrix.map(\.segment.text) == ["sg.v", "sg.v.a"])
        #expect(result.matrix.map(\.difference) == [.plannedAndRecorded, .recordedUnderWiderPlan])
    }

    /// One place with one firm in a part of the vehicle segment and one policy.
    private static func small(isPlanned: Bool, isRecorded: Bool, planned: String = "sg.v.a") -> EcosystemModel
    {
        var builder = EcosystemBuilder(
            PackageIdentity(
                id: "small", title: Localized(same: "small"), homeRegion: RegionID("r.x"),
                places: [RegionID("r.a")]))
        builder.add(.region, ["id": "r.x", "level": "cluster"])
        builder.add(.region, ["id": "r.a", "level": "province", "parent_id": "r.x"])
        builder.add(.segment, ["id": "sg.v", "stage": "vehicle"])
        builder.add(.segment, ["id": "sg.v.a", "stage": "vehicle", "parent_id": "sg.v"])
        builder.add(.organization, ["id": "o.1", "kind": "oem", "home_region": "r.a"])
        if isRecorded {
            builder.add(.activity, ["id": "os.1", "organization_id": "o.1", "segment_id": "sg.v.a"])
        }
        if isPlanned {
            builder.add(
                .policy, ["id": "po.1", "region_id": "r.a", "segments": planned, "status": "in_force"])
        }
        return builder.build()
    }

    @Test func `an empty package says what is missing`() throws {
        let (result, draft) = try ask(.empty)
        #expect(result.places.isEmpty && result.matrix.isEmpty)
        #expect(draft.answer.en.contains("no region with parts"))
    }

    @Test func `numbers carry origins and compared packages stand beside`() throws {
        let model = try OpenPackages.builtIn()
        let (result, draft) = try ask(model, others: [model])
        #expect(Blocks.numbersWithoutOrigin(draft.blocks).isEmpty)
        #expect(result.compare.map(\.places.count) == [3])
    }
}
