/// The tags of a page, read as a browser reads well-formed markup: enough to find links, ids and anything forbidden.
struct PageReading {
    struct Tag {
        var name: String
        var attributes: [String: String]
        /// The text between this tag and the next one.
        var text: String
    }

    private(set) var tags: [Tag] = []
    /// Where the markup is broken; empty for a sound page.
    private(set) var faults: [String] = []

    /// Elements without an end.
    private static let void: Set<String> = [
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
    ]

    init(_ text: String) { self.init(bytes: Array(text.utf8)) }

    /// Reads bytes rather than characters: pages are long and many.
    init(bytes: [UInt8]) {
        bytes.withUnsafeBufferPointer { read($0) }
    }

    private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) {
        var open: [String] = []
        var position = 0
        while let start = PageReading.find(0x3C, in: bytes, from: position) {
            if !tags.isEmpty, !open.isEmpty {
                tags[tags.count - 1].text += PageReading.text(bytes, position, start)
            }
            guard let end = PageReading.end(of: bytes, from: start + 1) else {
                faults.append(
                    "a tag does not end: \(PageReading.text(bytes, start, min(start + 60, bytes.count)))")
                return
            }
            position = end + 1
            let inside = PageReading.text(bytes, start + 1, end)
            if inside.hasPrefix("!") { continue }
            if inside.hasPrefix("/") {
                let name = String(inside.dropFirst())
                if open.last == name {
                    open.removeLast()
                } else {
                    faults.append("</\(name)> ends <\(open.last ?? "nothing")>")
                }
                continue
            }
            let isClosed = inside.hasSuffix("/")
            let tag = PageReading.tag(isClosed ? String(inside.dropLast()) : inside)
            if tag.name.isEmpty || !tag.name.utf8.allSatisfy(PageReading.isWord) {
                faults.append("<\(inside.prefix(60))> is no tag")
            }
            tags.append(tag)
            if !isClosed, !PageReading.void.contains(tag.name) { open.append(tag.name) }
        }
        if !open.isEmpty { faults.append("not closed: \(open)") }
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
    }

    private static func text(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> String {
        start < end ? String(decoding: bytes[start..<end], as: UTF8.self) : ""
    }

    private static func find(_ byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        var index = start
        while index < bytes.count {
            if bytes[index] == byte { return index }
            index += 1
        }
        return nil
    }

    /// The end of a tag, outside of quotes.
    private static func end(of bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        var quote: UInt8 = 0
        var index = start
        while index < bytes.count {
            let byte = bytes[index]
            if quote != 0 {
                if byte == quote { quote = 0 }
            } else if byte == 0x22 || byte == 0x27 {
                quote = byte
            } else if byte == 0x3E {
                return index
            }
            index += 1
        }
        return nil
    }

    private static func tag(_ text: String) -> Tag {
        let bytes = Array(text.utf8)
        return bytes.withUnsafeBufferPointer { bytes in
            var index = 0
            func word() -> String {
                let start = index
                while index < bytes.count, bytes[index] > 0x20, bytes[index] != 0x3D { index += 1 }
                return PageReading.text(bytes, start, index)
            }
            var tag = Tag(name: word(), attributes: [:], text: "")
            while index < bytes.count {
                guard bytes[index] > 0x20 else {
                    index += 1
                    continue
                }
                let name = word()
                var value = ""
                if index < bytes.count, bytes[index] == 0x3D {
                    index += 1
                    let quote = index < bytes.count ? bytes[index] : 0
                    if quote == 0x22 || quote == 0x27 {
                        let end = find(quote, in: bytes, from: index + 1) ?? bytes.count
                        value = unescaped(PageReading.text(bytes, index + 1, end))
                        index = end + 1
                    } else {
                        value = word()
                    }
                }
                tag.attributes[name] = value
            }
            return tag
        }
    }

    /// The text without entities.
    static func unescaped(_ text: String) -> String {
        guard text.utf8.contains(0x26) else { return text }
        return text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
            .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
    }

    /// Addresses of all links.
    var links: [String] { tags.filter { $0.name == "a" }.compactMap { $0.attributes["href"] } }

    /// The text of the first element of a name.
    func text(of name: String) -> String? { tags.first { $0.name == name }?.text }

    /// Everything that a page of this site must be and must not hold.
    var problems: [String] {
        var problems = faults
        func expect(_ holds: Bool, _ problem: @autoclosure () -> String) {
            if !holds { problems.append(problem()) }
        }
        expect(tags.filter { $0.name == "h1" }.count == 1, "\(tags.filter { $0.name == "h1" }.count) h1")
        expect(text(of: "title")?.isEmpty == false, "no title")
        let language = tags.first { $0.name == "html" }?.attributes["lang"] ?? ""
        expect(language == "en" || language == "zh-CN", "language “\(language)”")
        var ids: Set<String> = []
        for tag in tags {
            if let id = tag.attributes["id"] { expect(ids.insert(id).inserted, "id “\(id)” twice") }
            expect(tag.name != "style", "a style element")
            expect(!["iframe", "object", "embed", "applet"].contains(tag.name), "a \(tag.name) element")
            // Pages for frames of other sites open their links outside; a base address is never set.
            expect(tag.name != "base" || tag.attributes == ["target": "_blank"], "a base element")
            if tag.name == "script" {
                expect(
                    tag.attributes["src"]?.hasPrefix("/assets/") == true,
                    "a script that is not the site's own")
                expect(tag.text.isEmpty, "a script with code: \(tag.text.prefix(60))")
            }
            for (name, value) in tag.attributes {
                expect(name.utf8.allSatisfy { PageReading.isWord($0) || $0 == 0x2D }, "attribute “\(name)”")
                expect(!name.hasPrefix("on"), "attribute \(name)")
                expect(name != "style" && name != "srcdoc", "attribute \(name)=\(value.prefix(60))")
                if ["href", "src", "action", "formaction", "xlink:href"].contains(name) {
                    let isOwn = (value.hasPrefix("/") && !value.hasPrefix("//")) || value.hasPrefix("#")
                    let isOutside = tag.name == "a" && value.hasPrefix("https://")
                    expect(isOwn || isOutside, "\(name)=\(value.prefix(80))")
                }
            }
        }
        for link in links where link.count > 1 && link.hasPrefix("#") {
            let target = String(link.dropFirst())
            expect(ids.contains(target), "no id for the link \(link)")
        }
        return problems
    }
}
