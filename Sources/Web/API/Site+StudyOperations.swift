import Ecosystem
import HTTPTypes
import Reporting
import Studies

extension Site {
    /// Operations that tell what can be asked, and ask it.
    var studyOperations: [Endpoint] {
        let study = Endpoint.Input.path("study", "Id of a study.", among: studies.map(\.id))
        return [
            .api(
                "\(Site.packageRoot)/studies", "listStudies", "What can be asked, with parameters.",
                inputs: [packageInput],
                responses: [
                    .json(
                        200, "The studies.", "Studies",
                        links: ["getStudy", "askStudy"].map { operation in
                            .init(
                                operation: operation,
                                inputs: ["package": "$request.path.package", "study": "$response.body#/0/id"])
                        })
                ]
            ) { call in
                let model = try self.package(call).model
                return .json(
                    JSONValue.array(self.studies.map { StudyListing.json($0.description, for: model) }).text()
                )
            },
            .api(
                "\(Site.packageRoot)/studies/{study}", "getStudy",
                "One study with its parameters and methods.", inputs: [packageInput, study],
                responses: [.json(200, "The study.", "Study")]
            ) { call in
                let package = try self.package(call)
                return .json(StudyListing.json(try self.study(call).description, for: package.model).text())
            },
            .api(
                "\(Site.packageRoot)/studies/{study}/report", "askStudy",
                "Asks a study. Its parameters are items of the query, each by its own name. What takes longer than a "
                    + "moment is answered with the run, whose report can be fetched when it is done.",
                inputs: [
                    packageInput, study, languageInput, comparedInput, suppliedInput, parametersInput,
                ],
                responses: [
                    .json(200, "The report.", "Report"),
                    .json(
                        202, "The run goes on.", "Run",
                        headers: ["Location": "The address of the run."], links: Site.runLinks),
                    .problem(422, "The question cannot be asked as it stands; each problem is named."),
                    .problem(
                        503, "Too many runs wait.", headers: ["Retry-After": "Seconds to wait."]),
                ]
            ) { call in try await self.ask(call) },
        ]
    }

    private var comparedInput: Endpoint.Input {
        .query("compare", "Ids of served packages to compare with.", severalAmong: order)
    }

    private var suppliedInput: Endpoint.Input {
        .query(
            "supplied",
            "Which of an own package's inputs the study computes with, or none; else the first that it takes.",
            among: ServedPackage.suppliedWords)
    }

    /// Every parameter of every study, each described by its kind; a study takes its own ones only.
    private var parametersInput: Endpoint.Input {
        let schemas = OpenAPISchemas(studies: studies.map(\.description), packages: order)
        return Endpoint.Input(
            name: "parameters", place: .query, schema: schemas.parameters,
            summary: "Parameters of the study, as listStudies names them; a study refuses those of others.",
            isSpread: true)
    }

    private func ask(_ call: Call) async throws -> Answer {
        let package = try package(call)
        let empty = call.questionItems.filter(\.value.isEmpty).keys.sorted()
        guard empty.isEmpty else {
            throw StudyProblem(
                empty.map { name in
                    StudyProblem.Detail(
                        parameter: name,
                        message: Localized(
                            "\(name): no value is given; leave it out for the default",
                            "\(name)：没有值；要用默认值请不要写此项"))
                })
        }
        var others: [EcosystemModel] = []
        for item in call.query where item.name == "compare" && item.value != package.id {
            if let other = packages.listed[item.value] { others.append(other.model) }
        }
        let study = try study(call)
        let request = try RunRequest(
            study: study, model: package.model, others: others,
            supplied: try package.input(for: study.description, asked: call.item("supplied")),
            given: call.questionItems)
        let address = try queue.submit(request)
        if let state = await settled(address, within: limits.operationWait), state.progress != nil {
            return runAnswer(address, state, package, call.language, status: .accepted)
        }
        let report = try report(ofRun: address, in: package)
        let sources = SourceDirectory(package.model, citing: report.citedParagraphs)
        return .json(JSONRenderer(sources: sources).value(of: report).text())
    }
}
