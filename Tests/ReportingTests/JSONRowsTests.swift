import Foundation
import Testing

@testable import Reporting

/// A long list of like objects is written row by row.
@Suite struct `Rows as JSON` {
    private struct Row: JSONRow {
        var certified: Bool
        var count: Int
        var name: String?
        var value: Double

        func write(to row: inout JSONRowText) {
            row.add("certified", certified)
            row.add("count", count)
            row.add("name", name)
            row.add("value", value)
        }
    }

    private struct Answer: Encodable {
        var rows: [Row]
        var title = "t"
    }

    private func rows(_ count: Int) -> [Row] {
        (0..<count).map { place in
            let name = "“\(place)”\"\\\n\r\t\u{1}\u{1F}\u{2028}\u{2029}津"
            let value: Double = place % 5 == 0 ? Double(place) : 1 / Double(place + 1)
            return Row(
                certified: place % 3 == 0, count: place - 5, name: place % 4 == 0 ? nil : name,
                value: value)
        }
    }

    /// The same values as a list of objects.
    private func plain(_ value: JSONValue) -> JSONValue {
        switch value {
        case .rows(let rows): .array((0..<rows.count).map { rows[$0] })
        case .object(let members): .object(members.mapValues { plain($0) })
        default: value
        }
    }

    @Test func `are written as a list of the same objects, however long`() throws {
        for count in [0, 1, 7, 1_024, 5_000] {
            let value = try JSONValue(encoding: Answer(rows: rows(count)))
            guard case .rows? = value["rows"] else {
                Issue.record("no rows")
                return
            }
            for indented in [false, true] {
                let isSame = value.text(indented: indented) == plain(value).text(indented: indented)
                #expect(isSame, "\(count) rows")
                var pieces: [UInt8] = []
                value.write(indented: indented) { pieces += $0 }
                let isWhole = pieces == value.bytes(indented: indented)
                #expect(isWhole, "\(count) rows")
            }
        }
    }

    @Test func `are read again by Foundation as what they were`() throws {
        let value = try JSONValue(encoding: Answer(rows: rows(3_000)))
        let again = try JSONDecoder().decode(JSONValue.self, from: Data(value.bytes()))
        let through = try JSONDecoder().decode(JSONValue.self, from: JSONEncoder().encode(value))
        let isSame = again == value && through == value && value == plain(value)
        #expect(isSame)
        #expect(value["rows"]?[2_999]?["count"] == .integer(2_994) && value["rows"]?[3_000] == nil)
        #expect(value["rows"]?.items.count == 3_000)
    }

    @Test func `write null for what is no number`() throws {
        let row = Row(certified: true, count: 1, name: nil, value: .infinity)
        let text = JSONValue.rows(JSONRows([row])).text()
        #expect(text == #"[{"certified":true,"count":1,"value":null}]"#)
    }
}
