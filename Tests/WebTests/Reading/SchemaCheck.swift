import Reporting

/// Checks values against the schemas of an OpenAPI description: the part of JSON Schema that the description uses.
///
/// A keyword that it does not know is reported, so that no rule is passed over in silence.
struct SchemaCheck {
    let schemas: [String: JSONValue]

    private static let silent: Set<String> = ["description", "examples", "default"]

    init(_ document: JSONValue) { schemas = document["components"]?["schemas"]?.members ?? [:] }

    /// What is wrong with a value, each with its place; the first twenty.
    func problems(of value: JSONValue, named name: String) -> [String] {
        var problems: [String] = []
        check(value, .object(["$ref": .string("#/components/schemas/\(name)")]), "", &problems)
        return Array(problems.prefix(20))
    }

    private func check(_ value: JSONValue, _ schema: JSONValue, _ place: String, _ problems: inout [String]) {
        guard problems.count < 20 else { return }
        let rules = schema.members
        for (rule, argument) in rules.sorted(by: { $0.key < $1.key }) {
            switch rule {
            case "$ref":
                let name = argument.string?.split(separator: "/").last.map(String.init) ?? ""
                guard let target = schemas[name] else {
                    problems.append("\(place): no schema \(name)")
                    continue
                }
                check(value, target, place, &problems)
            case "type":
                let types = argument.string.map { [$0] } ?? argument.list.compactMap(\.string)
                if !types.contains(where: { SchemaCheck.fits(value, $0) }) {
                    problems.append("\(place): \(SchemaCheck.shown(value)) is none of \(types)")
                }
            case "enum":
                if !argument.list.contains(value) { problems.append("\(place): \(SchemaCheck.shown(value))") }
            case "const": if argument != value { problems.append("\(place): \(SchemaCheck.shown(value))") }
            case "required":
                for name in argument.list.compactMap(\.string) where value[key: name] == nil {
                    if case .object = value { problems.append("\(place): \(name) is missing") }
                }
            case "properties":
                for (name, schema) in argument.members.sorted(by: { $0.key < $1.key }) {
                    if let member = value[key: name] { check(member, schema, "\(place).\(name)", &problems) }
                }
            case "additionalProperties":
                let known = rules["properties"]?.members ?? [:]
                for (name, member) in value.members.sorted(by: { $0.key < $1.key }) where known[name] == nil {
                    if argument == .bool(false) { problems.append("\(place): \(name) is not described") }
                    if case .object = argument { check(member, argument, "\(place).\(name)", &problems) }
                }
            case "items":
                for (index, item) in value.list.enumerated() {
                    check(item, argument, "\(place)[\(index)]", &problems)
                }
            case "anyOf": checkAny(value, argument.list, place, &problems)
            case "minimum":
                if let limit = SchemaCheck.number(argument), let number = SchemaCheck.number(value),
                    number < limit
                {
                    problems.append("\(place): \(number) is under \(limit)")
                }
            case "maximum":
                if let limit = SchemaCheck.number(argument), let number = SchemaCheck.number(value),
                    number > limit
                {
                    problems.append("\(place): \(number) is over \(limit)")
                }
            case "minLength":
                if case .string(let text) = value, let least = argument.whole,
                    text.unicodeScalars.count < least
                {
                    problems.append("\(place): shorter than \(least)")
                }
            default:
                if !SchemaCheck.silent.contains(rule) {
                    problems.append("\(place): rule \(rule) is not known here")
                }
            }
        }
    }

    /// One of several: the one that a constant member chooses, so that its own problems are told, else any.
    private func checkAny(
        _ value: JSONValue, _ schemas: [JSONValue], _ place: String, _ problems: inout [String]
    ) {
        var found: [[String]] = []
        for schema in schemas {
            var own: [String] = []
            check(value, schema, place, &own)
            if own.isEmpty { return }
            found.append(own)
        }
        problems += found.min { $0.count < $1.count } ?? ["\(place): fits nothing"]
    }

    private static func fits(_ value: JSONValue, _ type: String) -> Bool {
        switch (type, value) {
        case ("null", .null), ("boolean", .bool), ("integer", .integer), ("number", .integer),
            ("number", .number),
            ("string", .string), ("array", .array), ("object", .object):
            true
        case ("integer", .number(let value)): value == value.rounded()
        default: false
        }
    }

    private static func number(_ value: JSONValue) -> Double? {
        switch value {
        case .integer(let value): Double(value)
        case .number(let value): value
        default: nil
        }
    }

    private static func shown(_ value: JSONValue) -> String { String(value.text().prefix(80)) }
}

extension JSONValue {
    fileprivate subscript(key name: String) -> JSONValue? { members[name] }
}
