import Ecosystem
import Foundation
import Reporting

/// An Atom feed as text (RFC 4287). Every text is escaped by the markup writer of pages; nothing else makes elements.
struct AtomFeed {
    /// One entry.
    struct Entry {
        /// Its id, a URN that never changes.
        var id: String
        /// When it was last changed, in seconds since 1970.
        var updated: Double
        var title: String
        var summary: String
        /// The page that it leads to, a whole address.
        var link: String
    }

    /// Its id, a URN that never changes.
    var id: String
    /// The language of its texts, as in HTML.
    var language: String
    var title: String
    var subtitle: String
    /// Who wrote it.
    var author: String
    /// When it was last changed, in seconds since 1970.
    var updated: Double
    /// Where it is found, a whole address.
    var address: String
    /// The page that it follows, a whole address.
    var page: String
    /// Newest first.
    var entries: [Entry]

    /// The document.
    var text: String {
        var out = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
        out += "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"\(Self.escaped(language))\">\n"
        out += element("id", id) + element("title", title) + element("subtitle", subtitle)
        out += element("updated", Self.time(updated))
        out += "<author><name>\(Self.escaped(author))</name></author>\n"
        out += link("self", address, "application/atom+xml") + link("alternate", page, "text/html")
        for entry in entries {
            out += "<entry>\n" + element("id", entry.id) + element("title", entry.title)
            out += element("updated", Self.time(entry.updated)) + element("summary", entry.summary)
            out += link("alternate", entry.link, "text/html") + "</entry>\n"
        }
        return out + "</feed>\n"
    }

    private func element(_ name: String, _ text: String) -> String {
        "<\(name)>\(Self.escaped(text))</\(name)>\n"
    }

    private func link(_ relation: String, _ address: String, _ type: String) -> String {
        "<link rel=\"\(relation)\" type=\"\(type)\" href=\"\(Self.escaped(address))\"/>\n"
    }

    private static func escaped(_ text: String) -> String { HTML(text: text).source }

    /// A time as RFC 3339 asks, in whole seconds of UTC.
    static func time(_ seconds: Double) -> String {
        Date(timeIntervalSince1970: seconds.rounded(.down)).formatted(.iso8601)
    }

    /// A URN made of texts: a UUID of version 8 (RFC 9562) out of their SHA-256, equal for equal texts.
    static func urn(_ parts: [String]) -> String {
        var hash = SHA256Hash()
        for part in parts { hash.add("\(part.utf8.count) \(part)\n") }
        var digits = Array(hash.finish().prefix(32))
        digits[12] = "8"
        digits[16] = ["8", "9", "a", "b"][(digits[16].hexDigitValue ?? 0) & 3]
        let text = String(digits)
        let cuts = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32]
        return "urn:uuid:"
            + cuts.map { cut in String(text.dropFirst(cut.lowerBound).prefix(cut.count)) }.joined(
                separator: "-")
    }
}
