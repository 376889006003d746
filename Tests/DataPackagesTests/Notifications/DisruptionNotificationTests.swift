import DataPackages
import Ecosystem
import Foundation
import Testing

/// Payloads of `Fixtures/platform`, made for this project after CX-0146.
@Suite struct `Disruption notifications` {
    private func payload(_ path: String) throws -> DisruptionNotification {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let bytes = try Data(contentsOf: root.appending(path: "Fixtures/platform/" + path))
        return try JSONDecoder().decode(DisruptionNotification.self, from: bytes)
    }

    @Test(arguments: ["", "-resolved"])
    func `valid ones have no problem and lose nothing when they are written`(kind: String) throws {
        let notice = try payload("valid/DemandAndCapacityNotification-3.0.0\(kind).json")
        #expect(notice.problems.isEmpty)
        let again = try JSONDecoder().decode(DisruptionNotification.self, from: JSONEncoder().encode(notice))
        #expect(again == notice)
        #expect(notice.materialsAffected?.first?.materialNumberCustomer == "BAT-PACK-75")
    }

    @Test func `a resolved one without its measure is refused`() throws {
        let notice = try payload("invalid/dcn-resolved-without-measure.json")
        #expect(notice.problems.contains { $0.column?.rawValue == "resolvingMeasureDescription" })
    }

    @Test func `every field that the standard does not allow is named at once`() throws {
        var notice = try payload("valid/DemandAndCapacityNotification-3.0.0.json")
        notice.notificationId = "7"
        notice.startDateOfEffect = "11 January"
        notice.affectedSitesSender = ["BPNL00000BTHS1CV"]
        notice.text = String(repeating: "x", count: 4_001)
        #expect(
            notice.problems.map { $0.column?.rawValue } == [
                "notificationId", "startDateOfEffect", "affectedSitesSender", "text",
            ])
    }
}
