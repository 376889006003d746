import Ecosystem
import Reporting
import Studies
import Testing

@Suite struct `Study brief` {
    private func ask(
        _ model: EcosystemModel, others: [EcosystemModel] = [], given: [String: String] = [:]
    ) throws -> (Brief.Result, ReportDraft) {
        let study = Brief()
        let input = try StudyInput.prepared(
            for: study.description, model: model, others: others, given: given)
        let result = try study.result(on: input)
        return (result, try study.draft(of: result, on: input))
    }

    @Test func `weak links are those that the chain calls missing or weak, missing first`() throws {
        let model = try OpenPackages.builtIn()
        let chain = try Chain().result(on: StudyInput.prepared(for: Chain().description, model: model))
        let (result, _) = try ask(model)
        let wanted = chain.segments.filter { $0.class == "missing" || $0.class == "weak" }
        #expect(Set(result.weakLinks.map(\.segment)) == Set(wanted.map(\.id)))
        let classes = result.weakLinks.map(\.class)
        #expect(classes == classes.sorted())
        #expect(result.changes == nil)
    }

    @Test func `every table keeps to the asked length`() throws {
        let (_, draft) = try ask(OpenPackages.builtIn(), given: ["length": "5"])
        for case .table(let table) in draft.blocks { #expect(table.rows.count <= 5, "\(table.id)") }
    }

    @Test func `no event after the date is told, and later ones come first`() throws {
        let (all, _) = try ask(OpenPackages.builtIn())
        let (until, draft) = try ask(OpenPackages.builtIn(), given: ["date": "2015-01-01"])
        #expect(until.events.count < all.events.count && !until.events.isEmpty)
        #expect(draft.title.en.contains("2015-01-01"))
        let model = try OpenPackages.builtIn()
        let days = until.events.compactMap { id in
            model.record(id: id.text).flatMap { Period(reading: $0.text("date") ?? "").lastDay }
        }
        #expect(days.allSatisfy { $0 <= 20_150_101 } && days == days.sorted(by: >))
    }

    @Test func `a word that is no day is refused with what to write`() throws {
        let error = #expect(throws: StudyProblem.self) {
            try ask(OpenPackages.builtIn(), given: ["date": "spring"])
        }
        #expect(error?.details.first?.parameter == "date")
    }

    @Test func `what changed since the last brief is told record by record`() throws {
        let model = try OpenPackages.builtIn()
        let scenario = Scenario(
            title: "later", changes: [.set(id: "o.gwm", field: "home_region", value: "r.tj")])
        let later = try scenario.applied(to: model).get()
        let (result, _) = try ask(later, others: [model])
        #expect(result.changes?.map(\.id) == ["o.gwm"])
        #expect(result.changeCounts == ["changed": 1])
        let (same, draft) = try ask(model, others: [model])
        #expect(same.changes?.isEmpty == true)
        #expect(draft.answer.en.contains("nothing has changed"))
    }
}
