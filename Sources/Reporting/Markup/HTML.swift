/// Markup that can only be made by escaping: no text from outside becomes a tag, an attribute or a script.
///
/// Elements come from a closed list, attribute names from literals of the program, and every text and attribute value
/// is escaped. Markup is written so that an HTML parser and an XML parser read the same.
///
/// ```swift
/// HTML(.p, .class("lead")) {
///     "Found "
///     HTML(.a, .href(address)) { organization.name[language] }
/// }
/// ```
public struct HTML: Sendable, Equatable {
    /// The markup as text.
    public private(set) var source: String

    /// Nothing.
    public static let empty = HTML(trusted: "")

    /// Text, escaped; control characters that HTML forbids become U+FFFD.
    public init(text: String) {
        var out = ""
        HTML.escape(text, to: &out)
        source = out
    }

    /// An element with attributes (`nil` ones are left out) and content.
    public init(_ tag: Tag, _ attributes: Attribute?..., @HTMLBuilder content: () -> HTML = { .empty }) {
        self.init(tag, attributes: attributes.compactMap { $0 }, content: content())
    }

    /// An element with a list of attributes and content.
    ///
    /// Of attributes with the same name the first counts, classes are joined. Content of a void element is dropped.
    public init(_ tag: Tag, attributes: [Attribute], content: HTML = .empty) {
        let name = tag.rawValue
        var out = "<"
        // Places for the tag twice and for short attributes; longer ones let it grow.
        out.reserveCapacity(content.source.utf8.count + 2 * name.utf8.count + 5 + 40 * attributes.count)
        out += name
        var classes: String?
        for (place, attribute) in attributes.enumerated() {
            if attribute.name == "class" {
                classes = classes.map { $0 + " " + attribute.value } ?? attribute.value
            } else if !attributes[..<place].contains(where: { $0.name == attribute.name }) {
                HTML.write(attribute, to: &out)
            }
        }
        if let classes { HTML.write(.class(classes), to: &out) }
        if tag.isVoid {
            out += "/>"
        } else {
            out += ">"
            out += content.source
            out += "</"
            out += name
            out += ">"
        }
        source = out
    }

    /// Several pieces of markup, one after the other.
    public init(_ parts: some Collection<HTML>) {
        if parts.count == 1, let only = parts.first {
            source = only.source
            return
        }
        var out = ""
        out.reserveCapacity(parts.reduce(0) { $0 + $1.source.utf8.count })
        for part in parts { out += part.source }
        source = out
    }

    /// Markup followed by markup.
    public static func + (left: HTML, right: HTML) -> HTML { HTML(trusted: left.source + right.source) }

    /// Whether there is nothing in it.
    public var isEmpty: Bool { source.isEmpty }

    /// The markup in UTF-8.
    public var bytes: [UInt8] { Array(source.utf8) }

    /// A whole document: the doctype and one `html` element.
    ///
    /// `theme` is `light` or `dark` where the reader chose one.
    public static func document(_ language: String, theme: String? = nil, head: HTML, body: HTML) -> HTML {
        let chosen = theme.map { Attribute("data-theme", $0) }
        let root = HTML(
            .html, attributes: [.lang(language)] + (chosen.map { [$0] } ?? []),
            content: HTML(.head) { head } + body)
        return HTML(trusted: "<!doctype html>\n" + root.source + "\n")
    }

    /// A `style` element holding this program's own style sheet.
    static func style(_ sheet: StyleSheet) -> HTML { HTML(trusted: "<style>" + sheet.text + "</style>") }

    /// An empty `script` element.
    init(scriptWith attributes: [Attribute]) {
        var out = "<script"
        for attribute in attributes { HTML.write(attribute, to: &out) }
        source = out + "></script>"
    }

    /// A `base` element that names where links open, and no address.
    init(baseTarget target: StaticString) { source = "<base target=\"\(target)\"/>" }

    /// Whether nothing in a text has to be replaced; `false` also where only the scalars themselves tell.
    private static func isPlain(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            for index in bytes.indices {
                let byte = bytes[index]
                if byte < 0x80 {
                    // & < > " ' and control characters but tab and line feed.
                    if byte < 0x20 ? (byte != 0x09 && byte != 0x0A) : HTML.isSpecial(byte) { return false }
                } else if byte == 0xC2 || byte == 0xEF {
                    // C1 controls; U+FDD0 to U+FDEF and the end of the plane.
                    let next = index + 1 < bytes.count ? bytes[index + 1] : 0
                    if byte == 0xC2 ? next < 0xA0 : (next == 0xB7 || next == 0xBF) { return false }
                } else if byte >= 0xF0 {
                    return false
                }
            }
            return true
        }
    }

    private static func isSpecial(_ byte: UInt8) -> Bool {
        byte == 0x26 || byte == 0x3C || byte == 0x3E || byte == 0x22 || byte == 0x27 || byte == 0x7F
    }

    /// Markup written by this file alone.
    private init(trusted: String) { source = trusted }

    private static func write(_ attribute: Attribute, to out: inout String) {
        out += " "
        out += attribute.name
        out += "=\""
        escape(attribute.value, to: &out)
        out += "\""
    }

    /// Replaces what could end a text or an attribute value, and what HTML does not allow.
    ///
    /// Most texts hold nothing of the kind and are taken whole, after one look at their bytes.
    private static func escape(_ text: String, to out: inout String) {
        if isPlain(text) {
            out += text
            return
        }
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": out += "&amp;"
            case "<": out += "&lt;"
            case ">": out += "&gt;"
            case "\"": out += "&quot;"
            case "'": out += "&#39;"
            case "\t", "\n": out.unicodeScalars.append(scalar)
            case "\r": out += "\n"
            case _
            where scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value)
                || scalar.value & 0xFFFE == 0xFFFE || (0xFDD0...0xFDEF).contains(scalar.value):
                out += "\u{FFFD}"
            default: out.unicodeScalars.append(scalar)
            }
        }
    }
}

/// Lets markup be written as a list of parts: strings are texts, `if`, `for` and `switch` may stand between.
@resultBuilder
public enum HTMLBuilder {
    /// A text.
    public static func buildExpression(_ text: String) -> HTML { HTML(text: text) }
    /// Markup.
    public static func buildExpression(_ markup: HTML) -> HTML { markup }
    /// Markup, where there is any.
    public static func buildExpression(_ markup: HTML?) -> HTML { markup ?? .empty }
    /// A list of markup.
    public static func buildExpression(_ markup: [HTML]) -> HTML { HTML(markup) }
    /// Parts in order.
    public static func buildBlock(_ parts: HTML...) -> HTML { HTML(parts) }
    /// One part alone.
    public static func buildBlock(_ part: HTML) -> HTML { part }
    /// A part under a condition.
    public static func buildOptional(_ part: HTML?) -> HTML { part ?? .empty }
    /// One way of a condition.
    public static func buildEither(first part: HTML) -> HTML { part }
    /// The other way.
    public static func buildEither(second part: HTML) -> HTML { part }
    /// A loop.
    public static func buildArray(_ parts: [HTML]) -> HTML { HTML(parts) }
}
