import Ecosystem
import HTTPTypes
import Logging
import Reporting
import Store
import Studies

extension Site {
    /// The pages on which scenarios are edited, asked with and kept.
    var scenarioPages: [Endpoint] {
        [
            .page("/r/{package}/scenario") { call in
                try await ScenarioPage(site: self, call: call, package: try self.package(call)).answer()
            },
            .page("/r/{package}/scenario/ask") { call in try self.askWithScenario(call) },
            .form("/r/{package}/scenario/save", bodyLimit: 2 << 20, isMetered: true) { call in
                try self.saveScenario(call)
            },
            .form("/r/{package}/scenario/delete", isMetered: true) { call in try self.deleteScenario(call) },
        ]
    }

    /// Leads to the study with the scenario, beside what is on record where that is asked for.
    private func askWithScenario(_ call: Call) throws -> Answer {
        let package = try package(call)
        let id = call.item("study") ?? ""
        guard let study = study(id: id) else {
            let known = studies.map(\.id).joined(separator: ", ")
            throw StudyProblem(
                Localized(
                    "study: “\(id.prefix(80))” is none of \(known)", "study：“\(id.prefix(80))”不在可选值中：\(known)"
                ),
                parameter: "study")
        }
        guard let question = try ScenarioQuestion.read(call, package, store) else {
            throw StudyProblem(
                Localized("scenario: none is given; edit one first", "scenario：没有给出；请先编辑情景"),
                parameter: "scenario")
        }
        var query = [("scenario", question.item)]
        if call.item("against") == "record" {
            query.append(("against", try queue.submit(RunRequest(study: study, model: package.model))))
        }
        if let language = call.askedLanguage { query.append(("lang", language.rawValue)) }
        return .redirect(
            to: WebAddress.path(
                "/r/\(WebAddress.encoded(package.id))/studies/\(WebAddress.encoded(id))", query: query))
    }

    private func saveScenario(_ call: Call) throws -> Answer {
        let package = try package(call)
        guard let store else { throw WebProblem.nothingKept }
        let fields = call.formFields
        let scenario = try ScenarioQuestion.parse(fields["text"] ?? "")
        let owner = call.owner ?? PrivateToken.random()
        do {
            let saved = try store.saveScenario(
                id: fields["id"].flatMap { $0.isEmpty ? nil : $0 }, owner: owner,
                package: package.model.identity.id,
                title: scenario.title, text: ScenarioQuestion.text(of: scenario))
            guard let saved else {
                throw WebProblem.notFound(Localized("This scenario is not yours.", "此情景不属于您。"))
            }
            return .redirect(
                to: WebAddress.path(
                    "/r/\(WebAddress.encoded(package.id))/scenario", query: [("scenario", saved.id)])
            ).keeping(owner: owner)
        } catch let error as StoreError {
            logger.error("a scenario could not be saved: \(error)")
            throw WebProblem(
                .conflict, kind: "keeping", Localized("It could not be saved", "未能保存"),
                Localized(
                    "The scenario is too long, too many are kept already, or the state folder cannot be written; take its text "
                        + "along as a file.",
                    "情景过长、已保存过多，或状态文件夹不可写；请先把文本存为文件。"))
        }
    }

    private func deleteScenario(_ call: Call) throws -> Answer {
        let package = try package(call)
        guard let store else { throw WebProblem.nothingKept }
        guard let owner = call.owner,
            try store.deleteScenario(id: call.formFields["id"] ?? "", owner: owner)
        else {
            throw WebProblem.notFound(Localized("There is no such scenario of yours.", "没有您的此情景。"))
        }
        return .redirect(to: "/r/\(WebAddress.encoded(package.id))/scenario#keep")
    }
}
