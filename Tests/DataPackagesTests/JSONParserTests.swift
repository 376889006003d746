import Foundation
import Testing

@testable import DataPackages

@Suite struct `JSON with lines` {
    private func parse(_ text: String) throws(DataPackageError) -> JSONNode {
        try JSONParser.parse(Array(text.utf8), path: "a.json")
    }

    @Test func `values keep their text and their line`() throws {
        let node = try parse("{\n \"a\": [1.50, -2e3, true, null],\n \"b\": \"\\u4eac\\ud83d\\ude97\\n\"\n}")
        #expect(node["a"]?.elements?.first?.value == .number("1.50"))
        #expect(node["b"]?.string == "京🚗\n")
        #expect(node["b"]?.line == 3)
    }

    @Test(arguments: [
        ("{\"a\": 1,}", 1), ("{\n\"a\": 01}", 2), ("{\"a\":1}\n\n x", 3), ("[1 2]", 1),
        ("{\"a\":1,\n\"a\":2}", 2), ("", 1),
        ("\"\u{1}\"", 1), ("nul", 1), ("[\"\\ud800\"]", 1), ("{\"a\" 1}", 1), ("[1", 1), ("'a'", 1),
        ("[1.]", 1),
    ])
    func `what is no JSON is refused with its line`(text: String, line: Int) {
        let error = #expect(throws: DataPackageError.self) { try parse(text) }
        #expect(error?.line == line)
        #expect(error?.path == "a.json")
    }

    @Test func `bytes that are no UTF-8 are refused`() {
        #expect(throws: DataPackageError.self) { try JSONParser.parse([0x22, 0xFF, 0x22]) }
    }

    @Test func `depth is limited, so that no input overflows the stack`() {
        let deep = String(repeating: "[", count: 100_000)
        #expect(throws: DataPackageError.self) { try parse(deep) }
    }

    @Test func `what is written reads back the same`() throws {
        let text = "{\"a\": [1, [2, \"x\\\"\\\\\\u0001\"]], \"b\": {}, \"c\": [], \"d\": null, \"e\": false}"
        let node = try parse(text)
        for isPretty in [true, false] {
            let again = try parse(node.text(isPretty: isPretty))
            #expect(again.text() == node.text())
        }
    }

    @Test func `Foundation reads what is written`() throws {
        let node = try parse("{\"京\": [1.5, {\"x\": \"\\n\\t\\u001f\"}]}")
        let object = try JSONSerialization.jsonObject(with: Data(node.text().utf8)) as? [String: Any]
        #expect(object?.keys.sorted() == ["京"])
    }
}
