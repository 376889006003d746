import DataPackages
import Ecosystem
import Foundation
import Reporting
import Store
import Studies
import Testing

@testable import Web

/// The site of this module, not the place of an organization.
typealias Site = Web.Site

/// Sites to test: the two packages that ship, and small ones made here.
enum TestSites {
    static let root: URL = {
        var folder = URL(filePath: #filePath)
        for _ in 0..<4 { folder.deleteLastPathComponent() }
        return folder
    }()

    static let region = "beijing-tianjin-hebei"
    static let clusters = "six-clusters"

    /// The packages that ship, read once.
    static let shipped: [ServedPackage] = [region, clusters].compactMap { name in
        (try? PackageReader.read(folder: root.appending(path: "Data/\(name)").path)).map { ServedPackage($0) }
    }

    /// A site of the shipped packages that waits long enough for every answer, shared by tests that change nothing.
    static let site = Site(packages: shipped, queue: RunQueue(width: 2, kept: 2_000), limits: patient)

    /// One browser of that site; tests that need cookies take a fresh one.
    static let visitor = Visitor(site)

    /// The description of the API as that site serves it, read once.
    static let description = Task<JSONValue, any Error> {
        let reply = try await visitor.fresh().get("/api/v1/openapi.json")
        #expect(reply.status == 200)
        #expect(reply.type == "application/json")
        return reply.json
    }

    static let patient: ServiceLimits = {
        var limits = ServiceLimits()
        limits.pageWait = .seconds(540)
        limits.operationWait = .seconds(540)
        // A debug build takes its time with each.
        limits.networks = 2
        // Tests ask for files of every study at once.
        limits.waitingFiles = 1_000
        return limits
    }()

    /// A site of a small made-up package with these studies, which shows progress at once.
    static func small(
        studies: [any Study], store: Store? = nil, queue: RunQueue? = nil,
        limits change: (inout ServiceLimits) -> Void = { _ in },
        now: @escaping @Sendable () -> Date = { Date() }
    ) -> Site {
        var limits = ServiceLimits()
        limits.pageWait = .milliseconds(1)
        limits.operationWait = .milliseconds(1)
        limits.heartbeat = .milliseconds(20)
        change(&limits)
        return Site(
            packages: [ServedPackage(model: SmallPackage.model())], studies: studies, store: store,
            queue: queue,
            limits: limits, now: now)
    }
}

/// A made-up package with one region and one organization.
enum SmallPackage {
    static let id = "small"

    static func model(id: String = SmallPackage.id) -> EcosystemModel {
        var builder = EcosystemBuilder(
            PackageIdentity(
                id: id, title: Localized("Small", "小"), homeRegion: RegionID("r.a"),
                places: [RegionID("r.a")],
                isSynthetic: true))
        builder.add(
            .region,
            ["id": "r.a", "name_en": "Region A", "name_zh": "甲地", "level": "province", "basis": "stated"])
        builder.add(
            .organization,
            [
                "id": "o.a", "name_en": "Organization A", "name_zh": "甲公司", "kind": "supplier",
                "home_region": "r.a", "home_basis": "stated", "basis": "stated",
            ])
        return builder.build()
    }
}

extension JSONValue {
    /// Reads JSON text; `null` where it is none.
    init(text: String) {
        self = (try? JSONDecoder().decode(JSONValue.self, from: Data(text.utf8))) ?? .null
    }

    var string: String? { if case .string(let text) = self { text } else { nil } }
    var list: [JSONValue] { if case .array(let items) = self { items } else { [] } }
    var members: [String: JSONValue] { if case .object(let members) = self { members } else { [:] } }
    var whole: Int? { if case .integer(let value) = self { value } else { nil } }
}
