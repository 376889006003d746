import Ecosystem
import HTTPTypes
import Reporting
import Store
import Studies

extension Site {
    /// What fits a request in a package; `nil` where its index is not ready in time.
    func search(_ package: ServedPackage, _ request: SearchRequest, within patience: Duration) async throws
        -> SearchResults?
    {
        guard let index = try await SearchIndexes.shared.index(of: package.model, within: patience) else {
            return nil
        }
        return try await index.results(for: request)
    }

    /// The operation that finds records.
    var searchOperations: [Endpoint] {
        [
            .api(
                "\(Site.packageRoot)/search", "searchRecords",
                "Records found by id, code, name or words in Chinese or English, grouped by kind.",
                inputs: [
                    packageInput, queryInput,
                    .query(
                        "kind", "Kind of record; all where it is missing.",
                        among: RecordKind.allCases.map(\.rawValue)),
                    .query(
                        "limit", "Results of a kind at most.", within: 1...SearchIndex.groupLimit, default: 10
                    ),
                    languageInput,
                ],
                responses: [
                    .json(
                        200, "What was found; no group where nothing was.", "SearchResults",
                        links: [
                            .init(
                                operation: "getRecord",
                                inputs: [
                                    "package": "$request.path.package",
                                    "id": "$response.body#/groups/0/results/0/id",
                                ])
                        ]),
                    .problem(
                        503, "The index of the package is being made.",
                        headers: ["Retry-After": "Seconds to wait."]),
                ]
            ) { call in try await self.search(call) }
        ]
    }

    private var queryInput: Endpoint.Input {
        let model = packages[home]?.model
        let names = [RecordKind.organization, .segment, .paragraph].compactMap { kind in
            model?.records(of: kind).first.map { kind == .paragraph ? $0.id : $0.name.zh }
        }
        return Endpoint.Input(
            name: "q", place: .query,
            schema: .object([
                "type": .string("string"), "maxLength": .integer(SearchRequest.longestQuery),
                "examples": .array((names + ["Tianjin"]).map(JSONValue.string)),
            ]), summary: "Words, an id, a code or a name; nothing is found where it is missing.")
    }

    private func search(_ call: Call) async throws -> Answer {
        let package = try package(call)
        let request = SearchRequest(
            call.item("q") ?? "", kind: call.item("kind").flatMap(RecordKind.init(rawValue:)),
            limit: call.item("limit").flatMap { Int($0) } ?? 10, language: call.language)
        guard !request.isTooLong else {
            throw StudyProblem([
                StudyProblem.Detail(
                    parameter: "q",
                    message: Localized(
                        "q: has \(request.query.unicodeScalars.count) characters, at most \(SearchRequest.longestQuery) are looked for",
                        "q：有 \(request.query.unicodeScalars.count) 个字符，最多 \(SearchRequest.longestQuery) 个"))
            ])
        }
        guard let results = try await search(package, request, within: .seconds(10)) else {
            var problem = WebProblem(
                .serviceUnavailable, kind: "index", Localized("Not yet", "尚未就绪"),
                Localized("The search index is being made; ask again in a moment.", "检索索引正在建立，请稍后再试。"))
            problem.headers[.retryAfter] = "2"
            throw problem
        }
        return .json(Site.json(results).text())
    }

    private static func json(_ results: SearchResults) -> JSONValue {
        .object([
            "query": .string(results.query), "total": .integer(results.total),
            "didYouMean": results.didYouMean.map(JSONValue.string) ?? .null,
            "groups": .array(
                results.groups.map { group in
                    .object([
                        "kind": .string(group.kind.rawValue), "count": .integer(group.count),
                        "results": .array(group.hits.map(json)),
                    ])
                }),
        ])
    }

    private static func json(_ hit: SearchResults.Hit) -> JSONValue {
        .object([
            "id": .string(hit.record.id), "kind": .string(hit.record.kind.rawValue),
            "name": both(hit.record.heading), "field": .string(hit.field.rawValue),
            "excerpt": .string(hit.excerpt), "score": .number(hit.score),
        ])
    }
}

extension OpenAPISchemas {
    /// Schemas of what a search answers, by name.
    static var search: [String: JSONValue] {
        let kind = choice(RecordKind.allCases.map(\.rawValue))
        let result = object([
            "id": string, "kind": kind, "name": reference("Text"), "field": string, "excerpt": string,
            "score": .object([
                "type": .string("number"), "minimum": .integer(0), "maximum": .integer(1000),
                "description": .string("1000 for the id itself, 900 for the name; see docs/search.md."),
            ]),
        ])
        return [
            "SearchResults": object([
                "query": string, "total": count, "didYouMean": orNull(string),
                "groups": list(
                    object(["kind": kind, "count": count, "results": list(reference("SearchResult"))])),
            ]), "SearchResult": result,
        ]
    }
}
