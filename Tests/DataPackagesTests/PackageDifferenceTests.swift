@testable import DataPackages
import Ecosystem
import Foundation
import Testing

@Suite struct `What changed between two packages` {
    private func model(_ regions: String, _ organizations: String = "id,name_zh,kind\n") throws
        -> EcosystemModel
    {
        try PackageReader.read(
            .memory(["regions.csv": Array(regions.utf8), "organizations.csv": Array(organizations.utf8)])
        ).model
    }

    @Test func `added, removed and changed records with their fields`() throws {
        let old = try model("id,name_zh,level\nr.a,甲,district\nr.b,乙,district\n")
        let new = try model("id,name_zh,level\nr.b,乙区,county\nr.c,丙,district\n")
        let difference = PackageDifference(from: old, to: new)
        #expect(difference.count(.added) == 1)
        #expect(difference.count(.removed) == 1)
        #expect(difference.entries.map(\.id) == ["r.a", "r.b", "r.c"])
        #expect(
            difference.entries[1].fields == [
                FieldChange(field: "name_zh", old: "乙", new: "乙区"),
                FieldChange(field: "level", old: "district", new: "county"),
            ])
        #expect(difference.text(.zh).contains("  ~ r.b 乙区"))
        let json = try JSONSerialization.jsonObject(with: Data(difference.json().utf8)) as? [String: Any]
        #expect(json?["changed"] as? Int == 1)
    }

    @Test func `the order of rows and columns is no difference`() throws {
        let old = try model("id,name_zh,level\nr.a,甲,district\nr.b,乙,district\n")
        let new = try model("level,id,name_zh\ndistrict,r.b,乙\ndistrict,r.a,甲\n")
        #expect(PackageDifference(from: old, to: new).isEmpty)
    }

    @Test func `a column that only one package has is compared`() throws {
        let old = try model("id,level\nr.a,district\n")
        let new = try model("id,level,mayor\nr.a,district,Li\n")
        let difference = PackageDifference(from: old, to: new)
        #expect(difference.entries.first?.fields == [FieldChange(field: "mayor", old: "", new: "Li")])
    }

    @Test func `two different packages read the same in both directions`() throws {
        guard Places.builtIn.count == 2 else { return }
        let left = try PackageReader.read(folder: Places.builtIn[0]).model
        let right = try PackageReader.read(folder: Places.builtIn[1]).model
        let there = PackageDifference(from: left, to: right)
        let back = PackageDifference(from: right, to: left)
        #expect(there.count(.added) == back.count(.removed))
        #expect(there.count(.changed) == back.count(.changed))
        #expect(!there.identity.isEmpty)
        #expect(PackageDifference(from: left, to: left).isEmpty)
    }

    @Test func `a scenario shows as its changes`() throws {
        let model = try PackageReader.read(folder: Places.region).model
        let scenario = Scenario(
            title: "", changes: [.remove(id: "o.byd"), .set(id: "o.gwm", field: "kind", value: "supplier")])
        let difference = PackageDifference(from: model, to: try scenario.applied(to: model).get())
        let own = difference.entries.filter { $0.kind == .organization }
        #expect(own.map(\.id) == ["o.byd", "o.gwm"])
        #expect(own.map(\.action) == [.removed, .changed])
        // Facts that need the removed record go with it.
        #expect(difference.entries.allSatisfy { $0.kind == .organization || $0.action == .removed })
    }
}
