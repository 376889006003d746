import DataPackages
import Ecosystem
import HTTPTypes
import Reporting
import Studies

extension Site {
    /// Operations that give a package as a whole, how it and its answers are cited, and what differs between two.
    var dataOperations: [Endpoint] {
        let formats = PackageFiles.formats
        return [
            .api(
                "\(Site.packageRoot)/export", "exportPackage", "All of a package as one file.",
                inputs: [
                    packageInput,
                    .query(
                        "format", "Format of the file.", among: formats.map(\.rawValue),
                        default: ExportFormat.csv.rawValue),
                ],
                responses: [
                    .init(
                        status: 200, summary: "The file.",
                        contents: formats.map { ($0.mediaType, $0 == .geojson ? "FeatureCollection" : nil) },
                        headers: ["Content-Disposition": "A name for the file."]),
                    .problem(
                        503, "Too many files are being made.", headers: ["Retry-After": "Seconds to wait."]),
                ]
            ) { call in
                try await self.export(call, format: call.item("format") ?? ExportFormat.csv.rawValue)
            },
            .api(
                "\(Site.packageRoot)/citation", "citePackage", "How a package is cited.",
                inputs: [packageInput], responses: [.json(200, "The citation.", "CitationText")]
            ) { call in .json(Citation(try self.package(call), call: call).json.text()) },
            .api(
                "\(Site.packageRoot)/runs/{run}/citation", "citeRun", "How the answer of a run is cited.",
                inputs: [packageInput, runInput],
                responses: [.json(200, "The citation.", "CitationText")] + Site.unanswered
            ) { call in
                let package = try self.package(call)
                let run = call.variables["run"] ?? ""
                return .json(
                    Citation(
                        try self.report(ofRun: run, in: package), run: run, call: call, package: package
                    ).json.text())
            },
            .api(
                "\(Site.packageRoot)/runs/{run}/compare/{other}", "compareRuns",
                "Two answers side by side: what was asked differently, figures and rows that differ. Both are runs of this package.",
                inputs: [
                    packageInput, runInput,
                    .path("other", "Address of another run.", pattern: "^[0-9a-f]{24}$"),
                ],
                responses: [.json(200, "What differs.", "Comparison")] + Site.unanswered
            ) { call in try self.compareRuns(call) },
            .api(
                "\(Site.packageRoot)/changes", "listChanges",
                "What differs from another served package, record by record.",
                inputs: [
                    packageInput,
                    .query(
                        "against", "Id of the other package.", among: order,
                        default: order.dropFirst().first ?? home),
                    .query("limit", "Records at most.", within: 1...1000, default: 100),
                    .query(
                        "offset", "Records left out before the first.", within: 0...1_000_000_000, default: 0),
                ],
                responses: [.json(200, "The differences.", "Changes")]
            ) { call in try self.listChanges(call) },
        ]
    }

    /// The address of a run, as an input.
    var runInput: Endpoint.Input {
        .path("run", "Address of a run.", pattern: "^[0-9a-f]{24}$")
    }

    /// Why a run has no answer.
    private static var unanswered: [Endpoint.Response] {
        [
            .problem(409, "The run is not done yet.", headers: ["Retry-After": "Seconds to wait."]),
            .problem(410, "The run was cancelled."),
            .problem(422, "The question could not be answered; each problem is named."),
        ]
    }

    private func compareRuns(_ call: Call) throws -> Answer {
        let package = try package(call)
        let (run, other) = (call.variables["run"] ?? "", call.variables["other"] ?? "")
        let first = try report(ofRun: run, in: package)
        let second = try report(ofRun: other, in: package)
        let comparison = ReportComparison(first, second)
        let blocks = comparison.blocks
        let sources = SourceDirectory(
            package.model, citing: Set(blocks.flatMap(\.origins).flatMap(\.paragraphs)).sorted())
        return .json(
            JSONValue.object([
                "a": .string(run), "b": .string(other), "same": .bool(comparison.isEmpty),
                "equalFigures": .integer(comparison.equalFigures),
                "equalTables": .integer(comparison.equalTables),
                "blocks": JSONRenderer(sources: sources).value(of: blocks),
            ]).text())
    }

    private func listChanges(_ call: Call) throws -> Answer {
        let package = try package(call)
        let id = call.item("against") ?? order.first { $0 != package.id } ?? package.id
        guard let other = packages[id] else {
            throw WebProblem.notFound(Localized("No data package is called “\(id)”.", "没有名为“\(id)”的数据包。"))
        }
        let difference = differences.difference(from: other.model, to: package.model)
        let limit = call.item("limit").flatMap { Int($0) } ?? 100
        let offset = call.item("offset").flatMap { Int($0) } ?? 0
        func fields(_ changes: [FieldChange]) -> JSONValue {
            .array(
                changes.map { change in
                    .object([
                        "field": .string(change.field.rawValue), "old": .string(change.old),
                        "new": .string(change.new),
                    ])
                })
        }
        return .json(
            JSONValue.object([
                "against": .string(id), "added": .integer(difference.count(.added)),
                "removed": .integer(difference.count(.removed)),
                "changed": .integer(difference.count(.changed)), "package": fields(difference.identity),
                "offset": .integer(offset),
                "records": .array(
                    difference.entries.dropFirst(offset).prefix(limit).map { entry in
                        .object([
                            "kind": .string(entry.kind.rawValue), "id": .string(entry.id),
                            "action": .string(entry.action.rawValue), "name": Site.both(entry.name),
                            "fields": fields(entry.fields),
                        ])
                    }),
            ]).text())
    }
}

extension OpenAPISchemas {
    /// Schemas of what the operations on whole packages answer, by name.
    static var data: [String: JSONValue] {
        let field = object(["field": string, "old": string, "new": string])
        return [
            "CitationText": object([
                "title": reference("Text"), "text": reference("Text"), "bibtex": string, "address": string,
                "package": string, "version": string, "fingerprint": string, "study": orNull(string),
                "licence": orNull(string),
            ]),
            "Comparison": object([
                "a": string, "b": string, "same": .object(["type": .string("boolean")]),
                "equalFigures": count,
                "equalTables": count, "blocks": list(reference("Block")),
            ]),
            "Changes": object([
                "against": string, "added": count, "removed": count, "changed": count, "package": list(field),
                "offset": count,
                "records": list(
                    object([
                        "kind": choice(RecordKind.allCases.map(\.rawValue)), "id": string,
                        "action": choice(PackageDifference.Action.allCases.map(\.rawValue)),
                        "name": reference("Text"), "fields": list(field),
                    ])),
            ]),
            "ScenarioCheck": object([
                "changes": count, "shocks": count, "text": string,
                "problems": list(object(["change": count, "detail": string])),
            ]),
        ]
    }
}
