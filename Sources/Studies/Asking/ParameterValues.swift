public import Ecosystem

/// The values that a study runs with: checked, defaults filled in.
public struct ParameterValues: Sendable, Equatable {
    /// Id to text, only parameters that have a value.
    public let texts: [String: String]

    /// Values that need no check, for tests and defaults.
    public init(texts: [String: String] = [:]) { self.texts = texts }

    /// The text of a parameter.
    public func text(_ id: String) -> String? { texts[id] }
    /// The whole number of a parameter.
    public func integer(_ id: String) -> Int? { texts[id].flatMap { Int($0) } }
    /// The number of a parameter.
    public func number(_ id: String) -> Double? { texts[id].flatMap { Double($0) } }
    /// Whether a flag is set.
    public func flag(_ id: String) -> Bool { texts[id] == "yes" }

    /// Checks given texts against the parameters of a study and fills in defaults; all problems at once.
    ///
    /// An empty text counts as not given. Ids are read as they are, `yes`/`true`/`1`/`on` set a flag.
    public static func resolve(
        _ given: [String: String], for description: StudyDescription, on model: EcosystemModel
    ) throws(StudyProblem) -> ParameterValues {
        var texts: [String: String] = [:]
        var problems: [StudyProblem.Detail] = []
        let known = Set(description.parameters.map(\.id))
        for id in given.keys.sorted() where !known.contains(id) {
            let names = description.parameters.map(\.id).joined(separator: ", ")
            problems.append(
                StudyProblem.Detail(
                    parameter: id,
                    message: Localized(
                        "\(description.id) has no parameter “\(id)”; "
                            + (names.isEmpty ? "it takes none" : "it takes \(names)"),
                        "研究 \(description.id) 没有参数“\(id)”；" + (names.isEmpty ? "它不需要参数" : "可用参数：\(names)"))))
        }
        for parameter in description.parameters {
            guard let text = given[parameter.id], !text.isEmpty else {
                // A default is written as a given value of the same size is, so that both are one question.
                texts[parameter.id] = parameter.defaultText(for: model).map { text in
                    if case .number = parameter.kind, let value = Double(text) {
                        StudyParameter.plain(value)
                    } else {
                        text
                    }
                }
                continue
            }
            switch parameter.check(text, on: model) {
            case .success(let value): texts[parameter.id] = value
            case .failure(let detail): problems.append(detail)
            }
        }
        guard problems.isEmpty else { throw StudyProblem(problems) }
        return ParameterValues(texts: texts)
    }
}

extension StudyParameter {
    /// The one text of a number: whole numbers without decimals.
    static func plain(_ value: Double) -> String {
        value == value.rounded() && value.magnitude < 1e15 ? String(Int(value)) : "\(value)"
    }

    /// The canonical text of a value, or what is wrong with it.
    func check(_ text: String, on model: EcosystemModel) -> Result<String, StudyProblem.Detail> {
        func wrong(_ en: String, _ zh: String) -> Result<String, StudyProblem.Detail> {
            .failure(StudyProblem.Detail(parameter: id, message: Localized(en, zh)))
        }
        switch kind {
        case .choice(let choices):
            if choices.contains(where: { $0.code == text }) { return .success(text) }
            let codes = choices.map(\.code).joined(separator: ", ")
            return wrong("\(id): “\(text)” is none of \(codes)", "\(id)：“\(text)”不在可选值中：\(codes)")
        case .record(let kind):
            guard let record = model.record(id: text) else {
                return wrong(
                    "\(id): no record has the id “\(text)”; look it up with search",
                    "\(id)：没有编号为“\(text)”的记录；请先查找编号")
            }
            guard record.kind == kind else {
                return wrong(
                    "\(id): “\(text)” is a \(record.kind.label.en), a \(kind.label.en) is needed",
                    "\(id)：“\(text)”是\(record.kind.label.zh)，这里需要\(kind.label.zh)")
            }
            return .success(text)
        case .integer(let range):
            guard let value = Int(text), range.contains(value) else {
                return wrong(
                    "\(id): “\(text)” is no whole number from \(range.lowerBound) to \(range.upperBound)",
                    "\(id)：“\(text)”不是 \(range.lowerBound) 到 \(range.upperBound) 之间的整数")
            }
            return .success(String(value))
        case .number(let range):
            guard let value = Double(text), value.isFinite, range.contains(value) else {
                return wrong(
                    "\(id): “\(text)” is no number from \(range.lowerBound) to \(range.upperBound)",
                    "\(id)：“\(text)”不是 \(range.lowerBound) 到 \(range.upperBound) 之间的数")
            }
            return .success(Self.plain(value))
        case .text(let maximumLength):
            guard text.count <= maximumLength else {
                return wrong(
                    "\(id): \(text.count) characters, at most \(maximumLength) are allowed",
                    "\(id)：共 \(text.count) 个字符，最多 \(maximumLength) 个")
            }
            return .success(text)
        case .flag:
            switch text.lowercased() {
            case "yes", "true", "1", "on": return .success("yes")
            case "no", "false", "0", "off": return .success("no")
            default: return wrong("\(id): “\(text)” is neither yes nor no", "\(id)：“\(text)”既不是 yes 也不是 no")
            }
        }
    }
}
