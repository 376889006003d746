/// A JSON value with the line that it starts on, so that whatever is wrong with it can be located.
struct JSONNode: Sendable, Hashable {
    /// One member of an object, in the order of the file.
    struct Member: Sendable, Hashable {
        var name: String
        var node: JSONNode
        /// The line of the name.
        var line: Int
    }

    /// What a node holds; a number keeps its text, so that nothing is rounded in passing.
    enum Value: Sendable, Hashable {
        case null
        case bool(Bool)
        case number(String)
        case string(String)
        case array([JSONNode])
        case object([Member])
    }

    var value: Value
    /// Counted from 1; 0 for nodes made in code.
    var line: Int

    init(_ value: Value, line: Int = 0) {
        self.value = value
        self.line = line
    }

    /// A text node.
    static func text(_ text: String) -> JSONNode { JSONNode(.string(text)) }
    /// A number node.
    static func number(_ number: Int) -> JSONNode { JSONNode(.number(String(number))) }
    /// A number node; whole numbers without decimals.
    static func number(_ number: Double) -> JSONNode {
        let whole = Int(exactly: number)
        return JSONNode(.number(whole.map { String($0) } ?? "\(number)"))
    }
    /// A list of texts.
    static func texts(_ texts: [String]) -> JSONNode { JSONNode(.array(texts.map { .text($0) })) }
    /// An object; members without a node are left out.
    static func object(_ members: [(String, JSONNode?)]) -> JSONNode {
        JSONNode(
            .object(members.compactMap { name, node in node.map { Member(name: name, node: $0, line: 0) } }))
    }

    /// The members of an object; none for other values.
    var members: [Member] { if case .object(let members) = value { members } else { [] } }
    /// The elements of a list; `nil` for other values.
    var elements: [JSONNode]? { if case .array(let elements) = value { elements } else { nil } }
    /// The text of a string; `nil` for other values.
    var string: String? { if case .string(let text) = value { text } else { nil } }
    /// The truth value; `nil` for other values.
    var bool: Bool? { if case .bool(let flag) = value { flag } else { nil } }
    /// The number; `nil` for other values and for numbers without a finite value.
    var double: Double? {
        guard case .number(let text) = value, let number = Double(text), number.isFinite else { return nil }
        return number
    }
    /// Whether the value is an object.
    var isObject: Bool { if case .object = value { true } else { false } }
    /// Whether the value is `null`.
    var isNull: Bool { value == .null }

    /// The member of that name; `nil` where there is none.
    subscript(name: String) -> JSONNode? { members.first { $0.name == name }?.node }

    /// What kind of value it is, for messages.
    var kindName: String {
        switch value {
        case .null: "null"
        case .bool: "a truth value"
        case .number: "a number"
        case .string: "a text"
        case .array: "a list"
        case .object: "an object"
        }
    }
}
