import Ecosystem
import HTTPTypes
import Reporting
import Studies

extension Site {
    /// The operation that checks a scenario before it is asked with.
    var scenarioOperations: [Endpoint] {
        [
            .api(
                "\(Site.packageRoot)/scenario/check", "checkScenario",
                "Whether a scenario can be applied: every change that cannot be, with what to do.",
                method: .post, inputs: [packageInput, languageInput],
                body: (schema: "Scenario", limit: 1 << 20),
                responses: [
                    .json(200, "What is wrong with it; nothing where it can be applied.", "ScenarioCheck"),
                    .problem(400, "The body is no scenario."),
                    .problem(413, "The body is too large."), .problem(415, "The body is not JSON."),
                ]
            ) { call in try self.checkScenario(call) }
        ]
    }

    private func checkScenario(_ call: Call) throws -> Answer {
        let package = try package(call)
        let type = call.headers[.contentType]?.split(separator: ";").first.map(String.init) ?? ""
        guard type.lowercased() == "application/json" else {
            throw WebProblem(
                .unsupportedMediaType, kind: "media-type", Localized("JSON is needed here", "此处需要 JSON"),
                Localized("Send the body as application/json.", "请以 application/json 发送。"))
        }
        let scenario: Scenario
        do {
            scenario = try ScenarioQuestion.parse(String(decoding: call.body, as: UTF8.self))
        } catch {
            throw WebProblem(
                .badRequest, kind: "body", Localized("The body cannot be read", "无法读取请求内容"),
                Localized.joined(error.details.map(\.message), Localized(" ", " ")))
        }
        let problems = scenario.problems(on: package.model)
        var answer = Answer.json(
            JSONValue.object([
                "changes": .integer(scenario.changes.count), "shocks": .integer(scenario.shocks.count),
                "text": .string(ScenarioQuestion.text(of: scenario)),
                "problems": .array(
                    problems.sorted { $0.key < $1.key }.map { number, message in
                        .object(["change": .integer(number), "detail": .string(message[call.language])])
                    }),
            ]).text())
        answer.headers[.contentLanguage] = call.language.tag
        return answer
    }
}
