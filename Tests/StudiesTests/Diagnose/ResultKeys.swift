import Foundation
import Reporting
import Testing

/// Keys of a result that hold something, as paths without indices, and keys that the page of a study documents.
struct ResultKeys {
    private var paths: Set<String> = []

    static func filled(_ value: JSONValue) -> ResultKeys {
        var keys = ResultKeys()
        keys.add(value, "")
        return keys
    }

    private mutating func add(_ value: JSONValue, _ path: String) {
        switch value {
        case .null: break
        case .array, .rows:
            if !value.items.isEmpty { paths.insert(path) }
            for item in value.items { add(item, path) }
        case .object(let members):
            if !members.isEmpty { paths.insert(path) }
            for (key, member) in members { add(member, path.isEmpty ? key : path + "." + key) }
        default: paths.insert(path)
        }
    }

    /// Whether a key is filled; ".use" continues the list that its cell began with.
    func holds(_ key: String) -> Bool {
        paths.contains(key) || paths.contains { $0.hasSuffix("." + key.drop { $0 == "." }) }
    }

    /// The names in backquotes at the head of each row of the table of result keys.
    static func documented(in page: String) throws -> [String] {
        let table = try #require(page.range(of: "## Result keys"))
        return page[table.upperBound...].split(separator: "\n").filter { $0.hasPrefix("| `") }
            .compactMap { $0.split(separator: "|").first }
            .flatMap { $0.split(separator: "`").enumerated().filter { $0.offset % 2 == 1 }.map(\.element) }
            .flatMap { $0.split(separator: ",") }.map { $0.filter { !" []".contains($0) } }.filter {
                !$0.isEmpty
            }
    }
}
