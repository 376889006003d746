import Ecosystem
import HTTPTypes
import Reporting
import Studies

extension Site {
    /// Bytes that a request to start a run may have: a scenario with thousands of changes.
    static let runRequestLimit = 1 << 20

    /// Where a run leads.
    static var runLinks: [Endpoint.Response.Link] {
        ["getRun", "getRunReport", "cancelRun", "citeRun", "compareRuns"].map { operation in
            var inputs = ["package": "$request.path.package", "run": "$response.body#/address"]
            if operation == "compareRuns" { inputs["other"] = "$response.body#/address" }
            return .init(operation: operation, inputs: inputs)
        }
    }

    /// Operations that start, watch and stop runs and fetch their reports.
    var runOperations: [Endpoint] {
        let run = Endpoint.Input.path("run", "Permanent address of a run.", pattern: "^[0-9a-f]{24}$")
        return [
            .api(
                "\(Site.packageRoot)/runs", "startRun",
                "Asks a study with parameters, a scenario and packages to compare with. Equal questions share one run, "
                    + "and its address is permanent.",
                method: .post, inputs: [packageInput],
                body: ("RunRequest", Site.runRequestLimit),
                responses: [
                    .json(
                        202, "The run.", "Run", headers: ["Location": "The address of the run."],
                        links: Site.runLinks),
                    .problem(403, "A browser sent the request from a page of another site."),
                    .problem(413, "The body has more than \(Site.runRequestLimit) bytes."),
                    .problem(415, "The body is no JSON."),
                    .problem(422, "The question cannot be asked as it stands; each problem is named."),
                    .problem(503, "Too many runs wait.", headers: ["Retry-After": "Seconds to wait."]),
                ]
            ) { call in try self.startRun(call) },
            .api(
                "\(Site.packageRoot)/runs/{run}", "getRun", "The state of a run.",
                inputs: [packageInput, run, languageInput], responses: [.json(200, "The state.", "Run")]
            ) { call in
                let package = try self.package(call)
                let address = call.variables["run"] ?? ""
                let state = try self.state(ofRun: address, in: package)
                return self.runAnswer(address, state, package, call.language)
            },
            .api(
                "\(Site.packageRoot)/runs/{run}/cancel", "cancelRun",
                "Stops a run; one that is done stays done.", method: .post,
                inputs: [packageInput, run, languageInput],
                responses: [
                    .json(200, "The state after it.", "Run"),
                    .problem(403, "A browser sent the request from a page of another site."),
                ]
            ) { call in
                let package = try self.package(call)
                let address = call.variables["run"] ?? ""
                _ = try self.state(ofRun: address, in: package)
                self.queue.cancel(address)
                let state = try self.state(ofRun: address, in: package)
                return self.runAnswer(address, state, package, call.language)
            },
            .api(
                "\(Site.packageRoot)/runs/{run}/report", "getRunReport",
                "The report of a run as a file: text, JSON, a ZIP of CSV tables, HTML, a workbook or PDF.",
                inputs: [
                    packageInput, run,
                    .query(
                        "format", "Format of the file.", among: ReportFormat.allCases.map(\.rawValue),
                        default: ReportFormat.json.rawValue), languageInput,
                ],
                responses: [
                    Endpoint.Response(
                        status: 200, summary: "The report.",
                        contents: ReportFormat.allCases.map { ($0.mediaType, $0 == .json ? "Report" : nil) },
                        headers: ["Content-Disposition": "A name for the file."]),
                    .problem(
                        409, "The run is not done yet.", headers: ["Retry-After": "Seconds to wait."]),
                    .problem(410, "The run was cancelled."),
                    .problem(422, "The question could not be answered; each problem is named."),
                    .problem(503, "This machine cannot make the format, or too many files are being made."),
                ]
            ) { call in
                try await RunPage(
                    site: self, call: call, package: try self.package(call),
                    address: call.variables["run"] ?? ""
                ).download()
            }, runFile(run),
        ]
    }

    /// The operation that fetches a file which a study made.
    private func runFile(_ run: Endpoint.Input) -> Endpoint {
        .api(
            "\(Site.packageRoot)/runs/{run}/files/{file}", "getRunFile",
            "A file that the study made, such as a disruption notification; the report lists their names.",
            inputs: [packageInput, run, .path("file", "Name of the file."), languageInput],
            responses: [
                Endpoint.Response(
                    status: 200, summary: "The file.",
                    contents: Site.runFileTypes.map { ($0, nil) },
                    headers: ["Content-Disposition": "A name for the file."]),
                .problem(409, "The run is not done yet.", headers: ["Retry-After": "Seconds to wait."]),
                .problem(410, "The run was cancelled."),
                .problem(422, "The question could not be answered; each problem is named."),
            ]
        ) { call in
            try RunPage(
                site: self, call: call, package: try self.package(call), address: call.variables["run"] ?? ""
            ).attachment()
        }
    }

    /// Media types of files that studies make.
    static let runFileTypes = ["application/json", "text/csv; charset=utf-8"]

    private func startRun(_ call: Call) throws -> Answer {
        let package = try package(call)
        let body = try RunRequestBody(call)
        var problems: [StudyProblem.Detail] = []
        let study = study(id: body.study)
        if study == nil {
            let known = studies.map(\.id).joined(separator: ", ")
            problems.append(
                StudyProblem.Detail(
                    parameter: "study",
                    message: Localized(
                        "study: “\(body.study)” is none of \(known)", "study：“\(body.study)”不在可选值中：\(known)"))
            )
        }
        var others: [EcosystemModel] = []
        for id in body.compare where id != package.id {
            if let other = packages.listed[id] {
                others.append(other.model)
            } else {
                let known = order.joined(separator: ", ")
                problems.append(
                    StudyProblem.Detail(
                        parameter: "compare",
                        message: Localized(
                            "compare: “\(id)” is none of \(known)", "compare：“\(id)”不在可选值中：\(known)")))
            }
        }
        guard let study, problems.isEmpty else { throw StudyProblem(problems) }
        let request = try RunRequest(
            study: study, model: package.model, others: others, scenario: body.scenario,
            supplied: try package.input(for: study.description, asked: body.supplied),
            given: body.parameters)
        let address = try queue.submit(request)
        let state = try state(ofRun: address, in: package)
        return runAnswer(address, state, package, call.language, status: .accepted)
    }

    /// The state of a run as data.
    func runAnswer(
        _ address: String, _ state: RunState, _ package: ServedPackage, _ language: Language,
        status: HTTPResponse.Status = .ok
    ) -> Answer {
        let path = Site.apiPath(ofRun: address, in: package)
        var members: [String: JSONValue] = ["address": .string(address), "package": .string(package.id)]
        if let question = queue.question(of: address) {
            members["study"] = .string(question.study)
            members["parameters"] = .object(question.parameters.mapValues(JSONValue.string))
        }
        switch state {
        case .waiting(let ahead):
            members["state"] = .string("waiting")
            members["ahead"] = .integer(ahead)
        case .working(let fraction, let step):
            members["state"] = .string("working")
            members["fraction"] = .number(fraction)
            members["step"] = Site.both(step)
        case .done:
            members["state"] = .string("done")
            members["report"] = .string("\(path)/report")
        case .failed(let problem):
            members["state"] = .string("failed")
            members["errors"] = WebProblem.errors(problem.details, language)
        case .broken:
            members["state"] = .string("failed")
            members["errors"] = WebProblem.errors(WebProblem.failure.details, language)
        case .cancelled: members["state"] = .string("cancelled")
        }
        var answer = Answer.json(JSONValue.object(members).text(), status: status)
        if status == .accepted { answer.headers[.location] = path }
        return answer
    }
}
