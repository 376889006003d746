import Foundation
import Reporting
import Testing

/// The peer is Foundation: what `JSONEncoder` writes, read again.
@Suite struct `A value as JSON without its text` {
    private struct Point: Codable, Equatable {
        var x: Double
        var y: Double?
    }

    private enum Kind: String, Codable { case plain, odd }

    private enum Answer: Codable {
        case none
        case one(Point)
        case two(first: Int, second: [Kind])
    }

    private class Named: Encodable {
        let name = "named"
        enum CodingKeys: CodingKey { case name }
        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(name, forKey: .name)
        }
    }

    private final class Derived: Named {
        enum OwnKeys: CodingKey { case own, list, inner, x }
        override func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: OwnKeys.self)
            try super.encode(to: container.superEncoder())
            try container.encodeNil(forKey: .own)
            var list = container.nestedUnkeyedContainer(forKey: .list)
            try list.encode(1.5)
            try list.encodeNil()
            var inner = list.nestedContainer(keyedBy: OwnKeys.self)
            try inner.encode(true, forKey: .x)
            try list.encode("last")
            try super.encode(to: container.superEncoder(forKey: .inner))
        }
    }

    private struct Everything: Encodable {
        var texts = ["", "汉字 “”", "line\nbreak\u{2028}"]
        var numbers = [
            0, -0.0, 1, -1.5, 1e-300, 1e15, 1e17, 1e300, 0.1, Double.pi, 9_007_199_254_740_992,
        ]
        var small: [Float] = [0.1, 3, 1e-20, 1e20]
        var whole: [Int] = [.min, 0, .max]
        var wide: [UInt64] = [0, .max]
        var narrow: [Int8] = [-128, 127]
        var flags = [true, false]
        var points = [Point(x: 1, y: nil), Point(x: 2, y: 3)]
        var optional: [Int?] = [1, nil]
        var missing: String?
        var byName = ["b": Point(x: 0, y: 0), "a": Point(x: 1, y: nil)]
        var byNumber = [7: "seven"]
        var pairs = [Point(x: 1, y: 2).x: "one"]
        var kinds: [Kind] = [.plain, .odd]
        var answers: [Answer] = [.none, .one(Point(x: 5, y: nil)), .two(first: 1, second: [.odd])]
        var derived = Derived()
        var empty: [Int] = []
        var nothing: [String: Int] = [:]
        var data = Data([1, 2, 250])
        var address = URL(string: "https://example.org/a?b=1")
        var day = Date(timeIntervalSinceReferenceDate: 12.5)
        var value = JSONValue.object(["n": .null, "list": .array([.number(2), .integer(3), .bool(true)])])
    }

    private func peer(_ value: some Encodable) throws -> JSONValue {
        try JSONDecoder().decode(JSONValue.self, from: JSONEncoder().encode(value))
    }

    @Test func `is what is read again from its text`() throws {
        let value = Everything()
        #expect(try JSONValue(encoding: value) == peer(value))
        #expect(try JSONValue(encoding: [1, 2]) == peer([1, 2]))
        #expect(try JSONValue(encoding: "text") == peer("text"))
        #expect(try JSONValue(encoding: Point(x: 1, y: 2.25)) == peer(Point(x: 1, y: 2.25)))
    }

    @Test(arguments: [Double.nan, .infinity, -.infinity])
    func `a number that JSON lacks is refused with its place`(number: Double) {
        let error = #expect(throws: EncodingError.self) {
            try JSONValue(encoding: ["points": [Point(x: 0, y: nil), Point(x: number, y: nil)]])
        }
        guard case .invalidValue(_, let context) = error else {
            Issue.record("another error")
            return
        }
        #expect(context.codingPath.map(\.stringValue) == ["points", "Index 1", "x"])
    }
}
