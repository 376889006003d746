import Ecosystem
import HTTPTypes
import Reporting
import Studies

extension Site {
    /// Operations that show single records.
    var recordOperations: [Endpoint] {
        [
            .api(
                "\(Site.packageRoot)/records", "listRecords", "Records of a kind, in the order of the table.",
                inputs: [
                    packageInput,
                    .query(
                        "kind", "Kind of record.", among: RecordKind.allCases.map(\.rawValue),
                        default: RecordKind.organization.rawValue),
                    .query("limit", "At most so many.", within: 1...1000, default: 100),
                    .query("offset", "Left out before the first.", within: 0...1_000_000_000, default: 0),
                ],
                responses: [
                    .json(
                        200, "The records.", "Records",
                        links: [
                            .init(
                                operation: "getRecord",
                                inputs: [
                                    "package": "$request.path.package", "id": "$response.body#/records/0/id",
                                ])
                        ]),
                    .problem(422, "An item of the query cannot be used; each one is named."),
                ]
            ) { call in try self.listRecords(call) },
            .api(
                "\(Site.packageRoot)/records/{id}", "getRecord",
                "One record: its fields, where it comes from, and what the page shows of it.",
                inputs: [packageInput, .path("id", "Id of a record.", examples: exampleRecords)],
                responses: [.json(200, "The record.", "Record")]
            ) { call in try self.getRecord(call) },
        ]
    }

    /// A few records that exist in the home package.
    private var exampleRecords: [String] {
        guard let model = packages[home]?.model else { return [] }
        return [.organization, .segment, .region, .source].compactMap { model.records(of: $0).first?.id }
    }

    private func listRecords(_ call: Call) throws -> Answer {
        let model = try package(call).model
        let limit = call.item("limit").flatMap { Int($0) } ?? 100
        let offset = call.item("offset").flatMap { Int($0) } ?? 0
        let kind = call.item("kind").flatMap(RecordKind.init(rawValue:)) ?? .organization
        let records = model.records(of: kind)
        return .json(
            JSONValue.object([
                "total": .integer(records.count), "offset": .integer(offset),
                "records": .array(records.dropFirst(offset).prefix(limit).map(Site.json)),
            ]).text())
    }

    private func getRecord(_ call: Call) throws -> Answer {
        let model = try package(call).model
        let id = call.variables["id"] ?? ""
        guard let record = model.record(id: id) else {
            throw WebProblem.notFound(Localized("No record has the id “\(id)”.", "没有编号为“\(id)”的记录。"))
        }
        let blocks = RecordPage(record, strength: SegmentStrength(of: record, site: self)).blocks
        let paragraphs = Set(blocks.flatMap(\.origins).flatMap(\.paragraphs) + record.origin.paragraphs)
            .sorted()
        let renderer = JSONRenderer(sources: SourceDirectory(model, citing: paragraphs))
        guard case .object(var members) = Site.json(record) else { throw WebProblem.failure }
        members["blocks"] = renderer.value(of: blocks)
        members["sources"] = renderer.sources(of: paragraphs)
        return .json(JSONValue.object(members).text())
    }

    /// A record with its stated fields, as the package holds them.
    private static func json(_ record: Record) -> JSONValue {
        var fields: [String: JSONValue] = [:]
        for name in record.model.columns(of: record.kind) {
            if let text = record.text(name) { fields[name.rawValue] = .string(text) }
        }
        var members: [String: JSONValue] = [
            "id": .string(record.id), "kind": .string(record.kind.rawValue), "name": both(record.name),
            "fields": .object(fields),
        ]
        if EcosystemSchema.schema(of: record.kind).isFact {
            members["basis"] = .string(record.origin.basis.rawValue)
            members["state"] = .string(record.origin.state.rawValue)
        }
        return .object(members)
    }
}
