import Ecosystem
import Reporting
import Studies

/// One step of editing a scenario, as a form sends it: the scenario with this step taken.
///
/// Nothing is stored: the step and the scenario before it are in the address, and the answer leads to the address of the
/// scenario after it.
enum ScenarioChange {
    /// The scenario after the step that a call asks for; `nil` where it asks for none.
    ///
    /// - Throws: ``StudyProblem`` where the step cannot be taken.
    static func applied(_ call: Call, to scenario: Scenario, of model: EcosystemModel) throws(StudyProblem)
        -> Scenario?
    {
        var next = scenario
        switch call.item("do") {
        case nil: return nil
        case "title": next.title = String((call.item("title") ?? "").prefix(200))
        case "drop":
            guard let number = call.item("n").flatMap({ Int($0) }), next.changes.indices.contains(number - 1)
            else { throw refused("n", "there is no such change", "没有这一项修改") }
            next.changes.remove(at: number - 1)
        case "remove":
            next.changes.append(.remove(id: try id(call)))
        case "set":
            guard let field = call.item("field") else {
                throw refused("field", "choose a field", "请选择字段")
            }
            next.changes.append(
                .set(
                    id: try id(call), field: FieldName(rawValue: field),
                    value: call.query.last { $0.name == "value" }?.value ?? ""))
        case "add":
            guard let kind = call.item("kind").flatMap(RecordKind.init(rawValue:)) else {
                throw refused("kind", "choose a kind of record", "请选择记录类别")
            }
            var fields: [FieldName: String] = [:]
            for item in call.query where item.name.hasPrefix("f.") && !item.value.isEmpty {
                fields[FieldName(rawValue: String(item.name.dropFirst(2)))] = item.value
            }
            next.changes.append(.add(kind, id: try id(call), fields: fields))
        case .some(let step):
            throw refused("do", "“\(step.prefix(40))” is no step of editing", "“\(step.prefix(40))”不是编辑步骤")
        }
        if case .failure(let problems) = next.applied(to: model), let problem = problems.problems.last,
            problem.change == next.changes.count, next.changes.count > scenario.changes.count
        {
            throw StudyProblem(problem.message, parameter: "scenario")
        }
        return next
    }

    private static func id(_ call: Call) throws(StudyProblem) -> String {
        guard let id = call.item("record") else {
            throw refused("record", "an id is needed", "需要编号")
        }
        return id
    }

    private static func refused(_ parameter: String, _ en: String, _ zh: String) -> StudyProblem {
        StudyProblem(Localized("\(parameter): \(en)", "\(parameter)：\(zh)"), parameter: parameter)
    }
}
