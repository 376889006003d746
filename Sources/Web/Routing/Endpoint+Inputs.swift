import Ecosystem
import Reporting
import Studies

extension Endpoint.Input {
    /// A variable of the path with these possible values.
    static func path(_ name: String, _ summary: String, among values: [String]) -> Endpoint.Input {
        let schema: JSONValue = .object([
            "type": .string("string"), "enum": .array(values.map(JSONValue.string)),
        ])
        return Endpoint.Input(name: name, place: .path, schema: schema, summary: summary)
    }

    /// A variable of the path; `examples` exist.
    static func path(
        _ name: String, _ summary: String, pattern: String? = nil, examples: [String] = []
    ) -> Endpoint.Input {
        var schema: [String: JSONValue] = ["type": .string("string")]
        // No control characters: an address that holds them is refused before anything reads it.
        schema["pattern"] = .string(pattern ?? "^[^\\u0000-\\u001F\\u007F]+$")
        if !examples.isEmpty { schema["examples"] = .array(examples.map(JSONValue.string)) }
        return Endpoint.Input(name: name, place: .path, schema: .object(schema), summary: summary)
    }

    /// An optional item of the query with one of these values.
    static func query(
        _ name: String, _ summary: String, among values: [String], default fallback: String? = nil
    ) -> Endpoint.Input {
        var schema: [String: JSONValue] = [
            "type": .string("string"), "enum": .array(values.map(JSONValue.string)),
        ]
        if let fallback { schema["default"] = .string(fallback) }
        return Endpoint.Input(name: name, place: .query, schema: .object(schema), summary: summary)
    }

    /// An optional item of the query that may come several times, each with one of these values.
    static func query(_ name: String, _ summary: String, severalAmong values: [String]) -> Endpoint.Input {
        let item: JSONValue = .object([
            "type": .string("string"), "enum": .array(values.map(JSONValue.string)),
        ])
        return Endpoint.Input(
            name: name, place: .query,
            schema: .object(["type": .string("array"), "items": item]),
            summary: summary)
    }

    /// An optional item of the query: a whole number.
    static func query(
        _ name: String, _ summary: String, within range: ClosedRange<Int>, default fallback: Int
    )
        -> Endpoint.Input
    {
        Endpoint.Input(
            name: name, place: .query,
            schema: .object([
                "type": .string("integer"), "minimum": .integer(range.lowerBound),
                "maximum": .integer(range.upperBound), "default": .integer(fallback),
            ]), summary: summary)
    }

    /// What is wrong with the values that a call gives for an item of the query.
    func problems(in call: Call) -> [StudyProblem.Detail] {
        guard place == .query, !isSpread else { return [] }
        let values = call.query.filter { $0.name == name }.map(\.value)
        guard schema["type"] != .string("array") else {
            return values.flatMap { problems(with: $0, schema["items"] ?? .null) }
        }
        guard values.count < 2 else {
            return [detail("is given \(values.count) times, once is meant", "出现了 \(values.count) 次，只应出现一次")]
        }
        return values.flatMap { problems(with: $0, schema) }
    }

    private func problems(with text: String, _ schema: JSONValue) -> [StudyProblem.Detail] {
        if case .array(let choices)? = schema["enum"], !choices.contains(.string(text)) {
            let known = choices.compactMap { choice -> String? in
                if case .string(let value) = choice { value } else { nil }
            }.joined(separator: ", ")
            return [detail("“\(text)” is none of \(known)", "“\(text)”不在可选值中：\(known)")]
        }
        guard case .integer(let low)? = schema["minimum"], case .integer(let high)? = schema["maximum"] else {
            return []
        }
        if let value = Int(text), value >= low, value <= high, text == String(value) { return [] }
        return [
            detail(
                "“\(text)” is no whole number from \(low) to \(high)", "“\(text)”不是 \(low) 到 \(high) 之间的整数")
        ]
    }

    private func detail(_ en: String, _ zh: String) -> StudyProblem.Detail {
        StudyProblem.Detail(parameter: name, message: Localized("\(name): \(en)", "\(name)：\(zh)"))
    }
}

extension Endpoint.Response {
    /// A JSON answer of this schema.
    static func json(
        _ status: Int, _ summary: String, _ schema: String, headers: [String: String] = [:],
        links: [Link] = []
    ) -> Endpoint.Response {
        Endpoint.Response(
            status: status, summary: summary, contents: [("application/json", schema)], headers: headers,
            links: links)
    }

    /// Problem details.
    static func problem(_ status: Int, _ summary: String, headers: [String: String] = [:])
        -> Endpoint.Response
    {
        Endpoint.Response(
            status: status, summary: summary, contents: [("application/problem+json", "Problem")],
            headers: headers)
    }
}
