import Ecosystem

/// A field of the schema in the words of Frictionless Table Schema, with what those lack under `jingwei`.
enum FieldDescription {
    static func node(_ field: Field) -> JSONNode {
        var type = "string"
        var constraints: [(String, JSONNode?)] = []
        var own: [(String, JSONNode?)] = []
        var extra: [(String, JSONNode?)] = []
        if field.isRequired { constraints.append(("required", JSONNode(.bool(true)))) }
        switch field.type {
        case .id:
            own = [("kind", .text("id"))]
            constraints.append(("unique", JSONNode(.bool(true))))
        case .text: own = [("kind", .text("text"))]
        case .phrase: own = [("kind", .text("phrase"))]
        case .phrases: own = [("kind", .text("phrases")), ("separator", .text(";"))]
        case .name: own = [("kind", .text("name"))]
        case .code(let vocabulary):
            own = [("kind", .text("code"))]
            if vocabulary.isClosed { constraints.append(("enum", .texts(vocabulary.terms.map(\.code)))) }
        case .codes: own = [("kind", .text("codes")), ("separator", .text(";"))]
        case .reference: own = [("kind", .text("reference"))]
        case .references: own = [("kind", .text("references")), ("separator", .text(";"))]
        case .number(let range):
            type = "number"
            own = [("kind", .text("number"))]
            if range.lowerBound > -Double.greatestFiniteMagnitude {
                constraints += limits(NumberText.short(range.lowerBound), NumberText.short(range.upperBound))
            }
        case .integer(let range):
            type = "integer"
            own = [("kind", .text("integer"))]
            constraints += limits(String(range.lowerBound), String(range.upperBound))
        case .date:
            own = [("kind", .text("date"))]
            constraints.append(("pattern", .text(#"\d{4}(-\d{2}(-\d{2})?)?"#)))
        case .period: own = [("kind", .text("period"))]
        case .longitude:
            type = "number"
            own = [("kind", .text("longitude"))]
            constraints += limits("-180", "180")
        case .latitude:
            type = "number"
            own = [("kind", .text("latitude"))]
            constraints += limits("-90", "90")
        case .unit: own = [("kind", .text("unit"))]
        case .qualifier:
            own = [("kind", .text("qualifier"))]
            constraints.append(("enum", .texts(Qualifier.allCases.map(\.rawValue))))
        case .boolean:
            type = "boolean"
            own = [("kind", .text("boolean"))]
            extra = [("trueValues", .texts(["yes"])), ("falseValues", .texts(["no"]))]
        case .identifier(let scheme):
            own = [("kind", .text("identifier")), ("scheme", .text(scheme.rawValue))]
        }
        own.append(("titleZh", .text(field.label.zh)))
        if let targets = field.type.targets, !targets.isEmpty {
            own.append(("references", .texts(targets.map(\.table))))
        }
        return .object(
            [("name", .text(field.name.rawValue)), ("type", .text(type)), ("title", .text(field.label.en))]
                + extra
                + [
                    ("constraints", constraints.isEmpty ? nil : .object(constraints)),
                    ("jingwei", .object(own)),
                ])
    }

    private static func limits(_ low: String, _ high: String) -> [(String, JSONNode?)] {
        [("minimum", JSONNode(.number(low))), ("maximum", JSONNode(.number(high)))]
    }
}
