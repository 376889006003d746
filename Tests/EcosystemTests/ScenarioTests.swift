import Ecosystem
import Foundation
import Testing

struct `A scenario` {
    /// A region, two firms that work in one segment, and a link between them.
    private var model: EcosystemModel {
        var builder = EcosystemBuilder(PackageIdentity(id: "p", title: Localized(same: "P")))
        builder.add(.region, ["id": "r.a", "name_en": "A", "level": "province"])
        builder.add(.segment, ["id": "sg.a", "stage": "components", "automotive": "yes"])
        for id in ["o.a", "o.b"] {
            builder.add(
                .organization, ["id": id, "name_en": "Firm \(id)", "kind": "supplier", "home_region": "r.a"])
            builder.add(.activity, ["id": "os.\(id)", "organization_id": id, "segment_id": "sg.a"])
        }
        builder.add(.predicate, ["id": "supplies"])
        builder.add(
            .relation, ["id": "re.1", "subject_id": "o.a", "predicate": "supplies", "object_id": "o.b"])
        builder.add(.site, ["id": "si.a", "organization_id": "o.a", "region_id": "r.a", "functions": "hq"])
        return builder.build()
    }

    private func applied(_ changes: Scenario.Change...) throws -> EcosystemModel {
        try Scenario(title: "t", changes: changes).applied(to: model).get()
    }

    @Test
    func `a removed firm takes its activities and relations along and leaves the site without an owner`()
        throws
    {
        let changed = try applied(.remove(id: "o.a"))
        #expect(changed.record(id: "o.a") == nil)
        #expect(changed.records(of: .activity).map(\.id) == ["os.o.b"])
        #expect(changed.records(of: .relation).isEmpty)
        #expect(changed.record(id: "si.a")?.target("organization_id") == nil)
        #expect(changed.count(of: .organization) == 1)
        #expect(model.count(of: .organization) == 2)
    }

    @Test func `a set field is read, indexed and part of the fingerprint`() throws {
        let changed = try applied(.set(id: "o.b", field: "home_region", value: ""))
        #expect(changed.record(id: "o.b")?.text("home_region") == nil)
        #expect(changed.records(of: .organization, where: "home_region", is: "r.a").map(\.id) == ["o.a"])
        #expect(changed.fingerprint != model.fingerprint)
        #expect(
            try applied(.set(id: "o.b", field: "home_region", value: "r.a")).fingerprint == model.fingerprint)
    }

    @Test func `an added record is found, counted and can be removed again`() throws {
        let add = Scenario.Change.add(
            .activity, id: "os.new", fields: ["organization_id": "o.b", "segment_id": "sg.a"])
        let changed = try applied(add)
        #expect(
            changed.records(of: .activity, where: "organization_id", is: "o.b").map(\.id) == [
                "os.o.b", "os.new",
            ])
        let back = try applied(add, .remove(id: "os.new"))
        #expect(back.record(id: "os.new") == nil)
        #expect(back.records(of: .activity).count == 2)
        #expect(back.fingerprint == model.fingerprint)
    }

    @Test func `all changes that cannot be applied are told at once`() throws {
        let scenario = Scenario(
            title: "t",
            changes: [
                .remove(id: "o.nobody"), .set(id: "o.a", field: "colour", value: "red"),
                .add(.organization, id: "o.b", fields: [:]),
            ])
        guard case .failure(let problems) = scenario.applied(to: model) else {
            Issue.record("the scenario was applied")
            return
        }
        #expect(problems.problems.map(\.change) == [1, 2, 3])
        #expect(problems.description.contains("o.nobody") && problems.description.contains("colour"))
    }

    @Test func `the file form reads back as it was written`() throws {
        let scenario = Scenario(
            title: "t",
            changes: [
                .remove(id: "o.a"), .set(id: "o.b", field: "kind", value: "oem"),
                .add(.site, id: "si.b", fields: ["region_id": "r.a"]),
            ], seed: 7)
        let bytes = try JSONEncoder().encode(scenario)
        #expect(try JSONDecoder().decode(Scenario.self, from: bytes) == scenario)
    }
}
