import Ecosystem
import Foundation
import Testing

@testable import DataPackages

@Suite struct `Findings` {
    private let finding = Finding(
        .error, file: "sites.csv", row: 4, column: "lon", position: 3, Localized("wrong \"x\"", "有误"),
        value: "12\u{1}x",
        expected: "number", suggestion: "12", recordID: "si.a")

    @Test func `one line says where and what`() {
        #expect(finding.description == "sites.csv:4:lon: error: wrong \"x\"")
        #expect(finding.line(.zh) == "sites.csv:4:lon: error: 有误")
        #expect(finding.value == "12␁x")
        #expect(Finding(.note, file: "a.csv", Localized("x", "y")).description == "a.csv: note: x")
    }

    @Test func `the JSON form has the keys that others rely on`() throws {
        let text = [finding, Finding(.gap, file: "a.csv", Localized("x", "y"))].json()
        let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: [[String: Any]]]
        let findings = try #require(object?["findings"])
        #expect(findings.count == 2)
        #expect(findings[0]["severity"] as? String == "error")
        #expect(findings[0]["row"] as? Int == 4)
        #expect(findings[0]["column"] as? String == "lon")
        #expect(findings[0]["message"] as? String == "wrong \"x\"")
        #expect(findings[1]["row"] is NSNull)
        #expect([Finding]().json() == "{\"findings\": []}\n")
        #expect([finding].json(.zh).contains("有误"))
    }

    @Test func `the order is total`() {
        var all: [Finding] = []
        for file in ["b.csv", "a.csv"] {
            for row in [nil, 2, 1] as [Int?] {
                for position in [0, 2, 1] {
                    for word in ["y", "x"] {
                        all.append(
                            Finding(.error, file: file, row: row, position: position, Localized(word, word)))
                    }
                }
            }
        }
        let sorted = all.sorted()
        #expect(sorted == all.reversed().sorted())
        #expect(zip(sorted, sorted.dropFirst()).allSatisfy { $0 < $1 && !($1 < $0) })
    }

    @Test func `long values are cut`() {
        #expect(Finding.shown(String(repeating: "京", count: 200)).count == 81)
    }

    @Test func `counts and errors`() {
        #expect([finding].hasErrors)
        #expect([finding].count(.gap) == 0)
        for severity in Finding.Severity.allCases { #expect(!severity.label.zh.isEmpty) }
    }
}
