/// Reads HTML as the standard's tokenizer does for the markup that pages may hold, so that tests judge what a browser
/// would see and not what the writer meant.
struct MarkupReading {
    /// One element as opened.
    struct Element: Equatable {
        var name: String
        var attributes: [String: String]
    }

    private(set) var elements: [Element] = []
    private(set) var texts: [String] = []
    private(set) var faults: [String] = []

    private static let void: Set<String> = ["br", "col", "hr", "img", "input", "link", "meta", "wbr"]

    init(_ source: String) {
        var rest = Substring(source)
        var open: [String] = []
        var text = ""
        while let character = rest.first {
            guard character == "<" else {
                text.append(character)
                rest.removeFirst()
                continue
            }
            if !text.isEmpty { texts.append(Self.decoded(text)) }
            text = ""
            rest.removeFirst()
            guard let end = rest.firstIndex(of: ">") else {
                faults.append("a tag does not end")
                return
            }
            let inside = rest[..<end]
            rest = rest[rest.index(after: end)...]
            if inside.hasPrefix("!") { continue }
            if inside.hasPrefix("/") {
                let name = inside.dropFirst()
                if open.last != String(name) { faults.append("</\(name)> closes <\(open.last ?? "")>") }
                _ = open.popLast()
                continue
            }
            let element = readTag(inside)
            elements.append(element)
            if element.name == "style" || element.name == "script" {
                guard let close = rest.firstRange(of: "</\(element.name)>") else {
                    faults.append("<\(element.name)> does not end")
                    return
                }
                rest = rest[close.upperBound...]
            } else if !Self.void.contains(element.name) {
                open.append(element.name)
            }
        }
        if !text.isEmpty { texts.append(Self.decoded(text)) }
        if !open.isEmpty { faults.append("not closed: \(open)") }
    }

    private mutating func readTag(_ inside: Substring) -> Element {
        var rest = inside
        if rest.last == "/" { rest.removeLast() }
        let name = rest.prefix { $0.isLetter || $0.isNumber }
        rest = rest.dropFirst(name.count)
        var attributes: [String: String] = [:]
        while !rest.isEmpty {
            rest = rest.drop { $0 == " " }
            guard let equals = rest.firstIndex(of: "="), rest[equals...].hasPrefix("=\"") else {
                if !rest.isEmpty { faults.append("in <\(name)>: \(rest)") }
                break
            }
            let key = String(rest[..<equals])
            let value = rest[equals...].dropFirst(2)
            guard let quote = value.firstIndex(of: "\"") else {
                faults.append("a value in <\(name)> does not end")
                break
            }
            if attributes[key] != nil { faults.append("\(key) twice in <\(name)>") }
            attributes[key] = Self.decoded(String(value[..<quote]))
            rest = value[value.index(after: quote)...]
        }
        return Element(name: String(name), attributes: attributes)
    }

    private static func decoded(_ text: String) -> String {
        text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
            .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
    }
}
