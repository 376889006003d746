import Ecosystem
import Reporting

@testable import Web

/// Follows the links of the site inside this process, each address once, and notes what is wrong.
///
/// Pages of records are many and alike: of each folder so many are opened, of the others it is checked that the record
/// that they are about exists. Everything else is opened.
struct Crawler {
    let visitor: Visitor
    /// The package that is crawled.
    let model: EcosystemModel
    /// Pages of a folder that are opened.
    let pagesPerFolder: Int
    /// Items of the query that choose how a page is shown, not what; links with them are followed without.
    private static let shown: Set<String> = ["lang", "theme"]
    /// Addresses of one path with different queries that are opened.
    private static let variants = 3

    private(set) var visited: Set<String> = []
    private(set) var problems: [String] = []
    private(set) var pages = 0
    private var queries: [String: Int] = [:]
    private var folders: [String: Int] = [:]

    init(_ visitor: Visitor, model: EcosystemModel, pagesPerFolder: Int) {
        self.visitor = visitor
        self.model = model
        self.pagesPerFolder = pagesPerFolder
    }

    /// Follows everything that can be reached from an address, pages in one language.
    mutating func crawl(from start: String, language: String) async throws {
        var waiting = [start]
        visited.insert(start)
        while let address = waiting.popLast() {
            let separator = address.contains("?") ? "&" : "?"
            let reply = try await visitor.follow(address + separator + "lang=" + language)
            if reply.status != 200 {
                problems.append("\(address): \(reply.status)")
                continue
            }
            guard reply.isPage else { continue }
            pages += 1
            let reading = PageReading(bytes: reply.bytes)
            for problem in reading.problems { problems.append("\(address): \(problem)") }
            for link in reading.links {
                guard let next = Crawler.own(link), visited.insert(next).inserted, allows(next) else {
                    continue
                }
                waiting.append(next)
            }
        }
    }

    /// An address of this site without its fragment and without how it is shown; `nil` for others.
    static func own(_ link: String) -> String? {
        guard link.hasPrefix("/") else { return nil }
        let address = link.prefix { $0 != "#" }
        let parts = address.split(separator: "?", maxSplits: 1)
        guard parts.count == 2 else { return String(address) }
        let items = parts[1].split(separator: "&").filter { item in
            !shown.contains(String(item.prefix { $0 != "=" }))
        }
        return items.isEmpty ? String(parts[0]) : "\(parts[0])?\(items.joined(separator: "&"))"
    }

    private mutating func allows(_ address: String) -> Bool {
        // A PDF starts a browser, and other packages are crawled from their own homes.
        if address.contains("format=pdf") { return false }
        if address.hasPrefix("/r/"),
            address.split(separator: "/").dropFirst().first != Substring(model.identity.id)
        {
            return false
        }
        if let mark = address.firstIndex(of: "?") {
            queries[String(address[..<mark]), default: 0] += 1
            return queries[String(address[..<mark])] ?? 0 <= Crawler.variants
        }
        guard let slash = address.lastIndex(of: "/"),
            let id = PercentDecoding.decoded(
                address[address.index(after: slash)...].utf8, plusIsSpace: false),
            model.record(id: id) != nil
        else { return true }
        folders[String(address[..<slash]), default: 0] += 1
        return folders[String(address[..<slash])] ?? 0 <= pagesPerFolder
    }
}
