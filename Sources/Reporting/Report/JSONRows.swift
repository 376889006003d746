/// A value that is written as one object of a long list.
public protocol JSONRow: Encodable, Sendable {
    /// Adds its members in the order of their keys' code points, as its encoding names them; those that are not known are left out.
    func write(to row: inout JSONRowText)
}

/// Like objects in a list; each is made when it is asked for, so that a million of them take no memory.
public struct JSONRows: Sendable {
    /// How many there are.
    public let count: Int
    private let value: @Sendable (Int) -> JSONValue
    private let write: @Sendable (Int, inout JSONRowText) -> Void

    init<Row: JSONRow>(_ rows: [Row]) {
        count = rows.count
        value = { place in (try? JSONValue(encoding: rows[place])) ?? .null }
        write = { place, row in rows[place].write(to: &row) }
    }

    /// One of them.
    public subscript(place: Int) -> JSONValue { value(place) }

    /// Adds one of them as text.
    func write(_ place: Int, to text: inout JSONText, depth: Int) {
        var row = JSONRowText(taking: &text, depth: depth)
        write(place, &row)
        row.give(back: &text)
    }
}

/// A list whose items are rows.
protocol JSONRowList {
    var jsonRows: JSONRows { get }
}

extension Array: JSONRowList where Element: JSONRow {
    var jsonRows: JSONRows { JSONRows(self) }
}

/// The text of one row, to which its members are added.
public struct JSONRowText {
    private var text: JSONText
    private let depth: Int
    private var count = 0

    /// Takes over a text, so that it is not copied.
    init(taking other: inout JSONText, depth: Int) {
        text = JSONText(indented: other.indented)
        self.depth = depth
        swap(&text, &other)
        text.add("{")
    }

    /// Adds a number; one that is not finite is written as `null`.
    public mutating func add(_ key: StaticString, _ value: Double) {
        start(key)
        text.add(number: value)
    }

    /// Adds a whole number.
    public mutating func add(_ key: StaticString, _ value: Int) {
        start(key)
        text.add(String(value))
    }

    /// Adds `true` or `false`.
    public mutating func add(_ key: StaticString, _ value: Bool) {
        start(key)
        text.add(value ? "true" : "false")
    }

    /// Adds a text, where there is one.
    public mutating func add(_ key: StaticString, _ value: String?) {
        guard let value else { return }
        start(key)
        text.add(quoted: value)
    }

    private mutating func start(_ key: StaticString) {
        if count > 0 { text.add(",") }
        text.breakLine(depth + 1)
        text.add("\"")
        key.withUTF8Buffer { text.add($0) }
        text.add(text.indented ? "\": " : "\":")
        count += 1
    }

    mutating func give(back other: inout JSONText) {
        if count > 0 { text.breakLine(depth) }
        text.add("}")
        swap(&text, &other)
    }
}
