import DataPackages
import Ecosystem
import HTTPTypes
import Reporting
import Studies

extension Site {
    /// The operations of the API; its description is made from this list.
    var api: [Endpoint] {
        let operations = packageOperations + studyOperations + runOperations + recordOperations
        let document = OpenAPIDocument(endpoints: operations, version: Site.version).json.text()
        return operations + [.page("/api/v1/openapi.json") { _ in .json(document) }]
    }

    // MARK: What the operations share

    private static let root = "/api/v1/packages"
    private static let problems: [Endpoint.Response] = [
        .init(404, "Nothing is at this address.", "application/problem+json", schema: "Problem"),
        .init(
            422, "The question cannot be asked as it stands.", "application/problem+json", schema: "Problem"),
    ]
    private static let missing = problems[0]

    private var packageInput: Endpoint.Input { .path("package", "Id of a served package.", examples: order) }

    private var languageInput: Endpoint.Input {
        .query(
            "lang", "Language of messages and files.",
            schema: ["type": .string("string"), "enum": .array([.string("zh"), .string("en")])])
    }

    private static func stamp(_ package: ServedPackage) -> JSONValue {
        let identity = package.model.identity
        return .object([
            "id": .string(package.id), "title": both(identity.title), "version": .string(identity.version),
            "licence": identity.licence.map(JSONValue.string) ?? .null,
            "fingerprint": .string(package.model.fingerprint), "records": .integer(package.model.recordCount),
            "synthetic": .bool(identity.isSynthetic),
        ])
    }

    private static func both(_ text: Localized) -> JSONValue {
        .object(["en": .string(text.en), "zh": .string(text.zh)])
    }

    // MARK: Packages

    private var packageOperations: [Endpoint] {
        [
            .api(
                "/api/v1/packages", "listPackages", "The served data packages, the home first.",
                responses: [.init(200, "Packages.", schema: "Packages")]
            ) { _ in
                .json(JSONValue.array(self.order.compactMap { self.packages[$0] }.map(Site.stamp)).text())
            },
            .api(
                "\(Site.root)/{package}", "getPackage", "One data package.", inputs: [packageInput],
                responses: [.init(200, "The package.", schema: "Package"), Site.missing]
            ) { call in .json(Site.stamp(try self.package(call)).text()) },
            .api(
                "\(Site.root)/{package}/findings", "listFindings", "What check found in the package.",
                inputs: [packageInput, languageInput],
                responses: [.init(200, "Findings.", schema: "Findings"), Site.missing]
            ) { call in .json(try self.package(call).findings.json(call.language)) },
        ]
    }

    // MARK: Studies

    private var studyOperations: [Endpoint] {
        let studyInput = Endpoint.Input.path(
            "study", "Id of a study.", examples: StudyCatalogue.all.map(\.id))
        return [
            .api(
                "\(Site.root)/{package}/studies", "listStudies", "What can be asked, with parameters.",
                inputs: [packageInput], responses: [.init(200, "Studies.", schema: "Studies"), Site.missing]
            ) { call in .json(StudyListing.json(for: try self.package(call).model).text()) },
            .api(
                "\(Site.root)/{package}/studies/{study}", "getStudy",
                "One study with its parameters and methods.",
                inputs: [packageInput, studyInput],
                responses: [.init(200, "The study.", schema: "Study"), Site.missing]
            ) { call in
                let package = try self.package(call)
                return .json(StudyListing.json(try self.study(call).description, for: package.model).text())
            },
            .api(
                "\(Site.root)/{package}/studies/{study}/report", "askStudy",
                "Asks a study; its parameters are items of the query. A long run is answered with its address.",
                inputs: [packageInput, studyInput, languageInput],
                responses: [
                    .init(200, "The report.", schema: "Report"),
                    .init(202, "The run goes on.", schema: "Run"),
                ] + Site.problems
            ) { call in
                let package = try self.package(call)
                let request = try RunRequest(
                    study: try self.study(call), model: package.model, given: call.questionItems)
                let address = try self.queue.submit(request)
                _ = await self.settled(address, within: .seconds(10))
                return try self.runAnswer(address, package, isReport: true)
            },
        ]
    }

    // MARK: Runs

    private var runOperations: [Endpoint] {
        let runInput = Endpoint.Input.path("run", "Permanent address of a run.", examples: [])
        let formatInput = Endpoint.Input.query(
            "format", "Format of the file.",
            schema: [
                "type": .string("string"), "enum": .array(ReportFormat.allCases.map { .string($0.rawValue) }),
                "default": .string("json"),
            ])
        var ask = Endpoint.api(
            "\(Site.root)/{package}/runs", "startRun",
            "Asks a study with parameters, a scenario and packages to compare with.", method: .post,
            inputs: [packageInput],
            responses: [
                .init(202, "The run, with its address in Location.", schema: "Run"),
                .init(400, "The body is no such request.", "application/problem+json", schema: "Problem"),
                .init(413, "The body is too large.", "application/problem+json", schema: "Problem"),
                .init(415, "The body is no JSON.", "application/problem+json", schema: "Problem"),
            ] + Site.problems, bodyLimit: 1 << 20
        ) { call in try self.startRun(call) }
        ask.requestSchema = "RunRequest"
        return [
            ask,
            .api(
                "\(Site.root)/{package}/runs/{run}", "getRun", "The state of a run.",
                inputs: [packageInput, runInput],
                responses: [.init(200, "The state.", schema: "Run"), Site.missing]
            ) { call in
                try self.runAnswer(call.variables["run"] ?? "", try self.package(call), isReport: false)
            },
            .api(
                "\(Site.root)/{package}/runs/{run}", "cancelRun",
                "Stops a run; one that is done stays done.", method: .delete,
                inputs: [packageInput, runInput],
                responses: [.init(204, "Stopped, done before, or never known.", ""), Site.missing]
            ) { call in
                _ = try self.package(call)
                self.queue.cancel(call.variables["run"] ?? "")
                return Answer(.noContent, mediaType: "application/json", body: .bytes([]))
            },
            .api(
                "\(Site.root)/{package}/runs/{run}/report", "getRunReport", "The report of a run as a file.",
                inputs: [packageInput, runInput, formatInput, languageInput],
                responses: [
                    .init(200, "The report.", schema: "Report"),
                    .init(
                        503, "This machine cannot make the format.", "application/problem+json",
                        schema: "Problem"),
                ] + Site.problems
            ) { call in
                let package = try self.package(call)
                return try await RunPage(
                    site: self, call: call, package: package, address: call.variables["run"] ?? ""
                ).download()
            },
        ]
    }

    private func startRun(_ call: Call) throws -> Answer {
        let package = try package(call)
        let body = try RunRequestBody(call)
        guard let study = StudyCatalogue.study(body.study) else {
            throw WebProblem.notFound(
                Localized("There is no study “\(body.study)”.", "没有研究“\(body.study)”。"))
        }
        var others: [EcosystemModel] = []
        for id in body.compare ?? [] {
            guard let other = packages[id] else {
                throw WebProblem.notFound(Localized("No data package is called “\(id)”.", "没有名为“\(id)”的数据包。"))
            }
            others.append(other.model)
        }
        let request = try RunRequest(
            study: study, model: package.model, others: others, scenario: body.scenario,
            given: body.parameters ?? [:])
        let address = try queue.submit(request)
        var answer = try runAnswer(address, package, isReport: false)
        answer.status = .accepted
        answer.headers[.location] = "\(Site.root)/\(WebAddress.encoded(package.id))/runs/\(address)"
        return answer
    }

    /// The state of a run, or its report where that is asked and done.
    private func runAnswer(_ address: String, _ package: ServedPackage, isReport: Bool) throws -> Answer {
        guard let state = queue.state(of: address) else {
            throw WebProblem.notFound(
                Localized("No run has the address \(address).", "没有地址为 \(address) 的运行。"))
        }
        var members: [String: JSONValue] = ["address": .string(address), "package": .string(package.id)]
        switch state {
        case .done(let report):
            if isReport {
                let sources = SourceDirectory(package.model, citing: report.citedParagraphs)
                return .json(JSONRenderer(sources: sources).value(of: report).text())
            }
            members["state"] = .string("done")
            members["report"] = .string(
                "\(Site.root)/\(WebAddress.encoded(package.id))/runs/\(address)/report")
        case .failed(let problem): throw WebProblem(problem)
        case .cancelled: members["state"] = .string("cancelled")
        case .waiting: members["state"] = .string("waiting")
        case .working(let fraction, let step):
            members["state"] = .string("working")
            members["fraction"] = .number(fraction)
            members["step"] = Site.both(step)
        }
        return .json(JSONValue.object(members).text(), status: isReport ? .accepted : .ok)
    }

    // MARK: Records

    private var recordOperations: [Endpoint] {
        let kinds = RecordKind.allCases.map { JSONValue.string($0.rawValue) }
        return [
            .api(
                "\(Site.root)/{package}/records", "listRecords",
                "Records of a kind, in the order of the table.",
                inputs: [
                    packageInput,
                    .query(
                        "kind", "Kind of record.",
                        schema: [
                            "type": .string("string"), "enum": .array(kinds),
                            "default": .string("organization"),
                        ]),
                    .query(
                        "limit", "At most so many.",
                        schema: [
                            "type": .string("integer"), "minimum": .integer(1), "maximum": .integer(1000),
                            "default": .integer(100),
                        ]),
                    .query(
                        "offset", "Left out before the first.",
                        schema: [
                            "type": .string("integer"), "minimum": .integer(0),
                            "maximum": .integer(1_000_000_000), "default": .integer(0),
                        ]),
                ],
                responses: [.init(200, "Records.", schema: "Records")] + Site.problems
            ) { call in try self.listRecords(call) },
            .api(
                "\(Site.root)/{package}/records/{id}", "getRecord",
                "One record: its fields, where it comes from, and what the page shows of it.",
                inputs: [packageInput, .path("id", "Id of a record.", examples: exampleRecords)],
                responses: [.init(200, "The record.", schema: "Record"), Site.missing]
            ) { call in
                let package = try self.package(call)
                let id = call.variables["id"] ?? ""
                guard let record = package.model.record(id: id) else {
                    throw WebProblem.notFound(Localized("No record has the id “\(id)”.", "没有编号为“\(id)”的记录。"))
                }
                let page = RecordPage(record)
                let blocks = page.blocks
                let paragraphs = Set(
                    blocks.flatMap(\.origins).flatMap(\.paragraphs) + record.origin.paragraphs)
                let renderer = JSONRenderer(
                    sources: SourceDirectory(package.model, citing: paragraphs.sorted()))
                guard case .object(var members) = Site.json(record) else { throw WebProblem.failure }
                members["blocks"] = renderer.value(of: blocks)
                members["sources"] = renderer.sources(of: paragraphs.sorted())
                return .json(JSONValue.object(members).text())
            },
        ]
    }

    /// A few records that exist in the home package.
    private var exampleRecords: [String] {
        guard let model = packages[home]?.model else { return [] }
        return [.organization, .segment, .region, .source].compactMap { model.records(of: $0).first?.id }
    }

    private func listRecords(_ call: Call) throws -> Answer {
        let model = try package(call).model
        var problems: [StudyProblem.Detail] = []
        func whole(_ name: String, _ range: ClosedRange<Int>, _ fallback: Int) -> Int {
            guard let text = call.query.last(where: { $0.name == name })?.value else { return fallback }
            if let value = Int(text), range.contains(value) { return value }
            problems.append(
                StudyProblem.Detail(
                    parameter: name,
                    message: Localized(
                        "\(name): “\(text)” is no whole number from \(range.lowerBound) to \(range.upperBound)",
                        "\(name)：“\(text)”不是 \(range.lowerBound) 到 \(range.upperBound) 之间的整数")))
            return fallback
        }
        let limit = whole("limit", 1...1000, 100)
        let offset = whole("offset", 0...1_000_000_000, 0)
        let text = call.query.last { $0.name == "kind" }?.value ?? "organization"
        if RecordKind(rawValue: text) == nil {
            let known = RecordKind.allCases.map(\.rawValue).joined(separator: ", ")
            problems.append(
                StudyProblem.Detail(
                    parameter: "kind",
                    message: Localized("kind: “\(text)” is none of \(known)", "kind：“\(text)”不在可选值中：\(known)")
                ))
        }
        guard problems.isEmpty, let kind = RecordKind(rawValue: text) else {
            throw WebProblem(StudyProblem(problems))
        }
        let records = model.records(of: kind)
        return .json(
            JSONValue.object([
                "total": .integer(records.count), "offset": .integer(offset),
                "records": .array(records.dropFirst(offset).prefix(limit).map(Site.json)),
            ]).text())
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
