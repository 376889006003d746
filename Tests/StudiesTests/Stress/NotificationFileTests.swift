import DataPackages
import Ecosystem
import Foundation
import Reporting
import Studies
import Testing

/// The files of a disruption against the aspect model DemandAndCapacityNotification 3.0.0: fields, required ones, enumerations and
/// patterns of its published schema (eclipse-tractusx/sldt-semantic-models, urn:samm:io.catenax.demand_and_capacity_notification:3.0.0),
/// and what CX-0146 forbids. `Fixtures/platform/valid` holds a payload that was checked against that schema.
@Suite struct `Notifications of a disruption` {
    /// Fields that the model requires, and all that it knows.
    private static let required: Set<String> = [
        "notificationId", "sourceDisruptionId", "leadingRootCause", "effect", "status", "startDateOfEffect",
        "contentChangedAt",
    ]
    private static let known = required.union([
        "expectedEndDateOfEffect", "affectedSitesSender", "affectedSitesRecipient", "materialsAffected",
        "relatedNotificationIds", "text", "resolvingMeasureDescription",
    ])

    private func files() throws -> [[String: Any]] {
        let study = Disrupt()
        let supplied = try ComputingInputReader.read(
            .network, path: OpenPackages.root.path + "/docs/samples/disrupt"
        ).input
        let input = try StudyInput.prepared(
            for: study.description, model: OpenPackages.builtIn(), supplied: supplied,
            given: ["what": "cells-baoding", "date": "2027-01-11", "root-cause": "production-incident"])
        return try study.report(on: input).files.map { try object(Data($0.bytes)) }
    }

    private func object(_ data: Data) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    }

    private func fixture() throws -> [String: Any] {
        try object(
            Data(
                contentsOf: OpenPackages.root.appending(
                    path: "Fixtures/platform/valid/DemandAndCapacityNotification-3.0.0.json")))
    }

    @Test func `have the fields of the model, each as in a payload that the schema accepts`() throws {
        let fixture = try fixture()
        #expect(Set(fixture.keys).isSubset(of: Self.known))
        let files = try files()
        #expect(files.count == 3)
        for file in files {
            #expect(Set(file.keys).isSubset(of: Self.known))
            #expect(Self.required.isSubset(of: file.keys))
            for (key, value) in file {
                guard let known = fixture[key] else { continue }
                let isAlike = (value is String && known is String) || (value is [Any] && known is [Any])
                #expect(isAlike, "\(key)")
            }
        }
    }

    @Test func `bear ids, moments, sites and words as the standard wants them`() throws {
        let causes: Set = [
            "strike", "natural-disaster", "production-incident", "pandemic-or-epidemic",
            "logistics-disruption",
            "war", "insolvency", "other",
        ]
        let effects: Set = ["demand-reduction", "demand-increase", "capacity-reduction", "capacity-increase"]
        let uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/
        let moment = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\+\d\d:\d\d|Z)/
        let site = /BPNS[0-9A-Z]{12}/
        var ids: Set<String> = []
        var sources: Set<String> = []
        for file in try files() {
            func text(_ key: String) throws -> String { try #require(file[key] as? String, "\(key)") }
            func sites(_ key: String) throws -> [String] { try #require(file[key] as? [String], "\(key)") }
            #expect(try text("notificationId").wholeMatch(of: uuid) != nil)
            #expect(try text("sourceDisruptionId").wholeMatch(of: uuid) != nil)
            #expect(ids.insert(try text("notificationId")).inserted)
            sources.insert(try text("sourceDisruptionId"))
            #expect(causes.contains(try text("leadingRootCause")))
            #expect(effects.contains(try text("effect")))
            #expect(try text("status") == "open")
            for key in ["startDateOfEffect", "expectedEndDateOfEffect", "contentChangedAt"] {
                #expect(try text(key).wholeMatch(of: moment) != nil, "\(key)")
            }
            #expect(try text("startDateOfEffect") < text("expectedEndDateOfEffect"))
            // The recipient's own site only, and nothing of a third party anywhere.
            let (sender, recipient) = (
                try sites("affectedSitesSender"), try sites("affectedSitesRecipient")
            )
            #expect(recipient.count == 1)
            #expect((sender + recipient).allSatisfy { $0.wholeMatch(of: site) != nil })
            let words = file["text"] as? String ?? ""
            // Whoever creates a notification must say what it is about.
            #expect(!words.isEmpty && words.count <= 4_000)
            let named = words.matches(of: site).map { String($0.output) }
            #expect(Set(named).isSubset(of: Set(sender + recipient)))
            #expect(file["resolvingMeasureDescription"] == nil)
        }
        // They tell of one disruption.
        #expect(sources.count == 1)
    }
}
