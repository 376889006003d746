public import Ecosystem
public import Reporting

/// The catalogue as the command line and the API show it.
public enum StudyListing {
    /// An array of `{id, title, question, verb, parameters}`, defaults as the package gives them.
    public static func json(for model: EcosystemModel) -> JSONValue {
        .array(StudyCatalogue.all.map { json($0.description, for: model) })
    }

    /// One study as an object.
    public static func json(_ study: StudyDescription, for model: EcosystemModel) -> JSONValue {
        .object([
            "id": .string(study.id), "version": .string(study.version), "verb": .string(study.verb.rawValue),
            "title": both(study.title), "question": both(study.question),
            "takes": .array(study.takes.map { .string($0.rawValue) }),
            "parameters": .array(study.parameters.map { json($0, for: model) }),
            "methods": .array(
                study.methods.map { method in
                    .object([
                        "text": both(method.text), "formula": method.formula.map(JSONValue.string) ?? .null,
                        "literature": .array(method.literature.map(JSONValue.string)),
                        "limits": method.limits.map(both) ?? .null,
                    ])
                }),
        ])
    }

    /// A line a study, and under it a line a parameter.
    public static func text(for model: EcosystemModel, language: Language) -> String {
        var lines: [String] = []
        for study in StudyCatalogue.all.map(\.description) {
            lines.append("\(study.id)  \(study.title[language])")
            lines.append("    \(study.question[language])")
            for kind in study.takes {
                lines.append("    --\(kind.rawValue)  \(kind.label[language])")
            }
            for parameter in study.parameters {
                let range = parameter.kind.rangeText(language)
                let fallback = parameter.defaultText(for: model)
                let defaultText = fallback.map { Localized("default \($0)", "默认 \($0)")[language] }
                let facts = [range, parameter.unit?[language], defaultText].compactMap { $0 }
                lines.append(
                    "    --\(parameter.id)  \(parameter.title[language]) (\(facts.joined(separator: "; ")))")
            }
        }
        return lines.joined(separator: "\n")
    }

    private static func json(_ parameter: StudyParameter, for model: EcosystemModel) -> JSONValue {
        var members: [String: JSONValue] = [
            "id": .string(parameter.id), "title": both(parameter.title), "help": both(parameter.help),
            "unit": parameter.unit.map(both) ?? .null,
            "default": parameter.defaultText(for: model).map(JSONValue.string) ?? .null,
        ]
        switch parameter.kind {
        case .choice(let choices):
            members["type"] = .string("choice")
            members["choices"] = .array(
                choices.map { .object(["code": .string($0.code), "label": both($0.label)]) })
        case .record(let kind):
            members["type"] = .string("record")
            members["kind"] = .string(kind.rawValue)
        case .integer(let range):
            members["type"] = .string("integer")
            members["minimum"] = .integer(range.lowerBound)
            members["maximum"] = .integer(range.upperBound)
        case .number(let range):
            members["type"] = .string("number")
            members["minimum"] = .number(range.lowerBound)
            members["maximum"] = .number(range.upperBound)
        case .text(let maximumLength):
            members["type"] = .string("text")
            members["maximumLength"] = .integer(maximumLength)
        case .flag: members["type"] = .string("flag")
        }
        return .object(members)
    }

    private static func both(_ text: Localized) -> JSONValue {
        .object(["en": .string(text.en), "zh": .string(text.zh)])
    }
}

extension StudyParameter.Kind {
    /// What a value may be, in words.
    func rangeText(_ language: Language) -> String {
        switch self {
        case .choice(let choices): choices.map(\.code).joined(separator: "|")
        case .record(let kind):
            Localized("id of a \(kind.label.en)", "\(kind.label.zh)编号")[language]
        case .integer(let range): "\(range.lowerBound)–\(range.upperBound)"
        case .number(let range): "\(range.lowerBound)–\(range.upperBound)"
        case .text(let length): Localized("text, at most \(length) characters", "文字，至多 \(length) 字")[language]
        case .flag: "yes|no"
        }
    }
}
