extension JSONNode {
    /// The JSON text, two blanks a level, members in their order; lists of plain values stand on one line.
    ///
    /// - Parameter isPretty: `false` puts all on one line.
    func text(isPretty: Bool = true) -> String {
        var out = ""
        write(into: &out, indent: isPretty ? 0 : nil)
        return out
    }

    private func write(into out: inout String, indent: Int?) {
        switch value {
        case .null: out += "null"
        case .bool(let flag): out += flag ? "true" : "false"
        case .number(let text): out += text
        case .string(let text): JSONNode.quote(text, into: &out)
        case .array(let elements):
            let isFlat = elements.allSatisfy { element in
                switch element.value {
                case .array, .object: false
                default: true
                }
            }
            let inner = isFlat ? nil : indent.map { $0 + 1 }
            out += "["
            for (index, element) in elements.enumerated() {
                if index > 0 { out += inner == nil && indent != nil ? ", " : "," }
                JSONNode.newLine(inner, into: &out)
                element.write(into: &out, indent: inner)
            }
            if !elements.isEmpty, inner != nil { JSONNode.newLine(indent, into: &out) }
            out += "]"
        case .object(let members):
            let inner = indent.map { $0 + 1 }
            out += "{"
            for (index, member) in members.enumerated() {
                if index > 0 { out += "," }
                JSONNode.newLine(inner, into: &out)
                JSONNode.quote(member.name, into: &out)
                out += indent == nil ? ":" : ": "
                member.node.write(into: &out, indent: inner)
            }
            if !members.isEmpty { JSONNode.newLine(indent, into: &out) }
            out += "}"
        }
    }

    private static func newLine(_ indent: Int?, into out: inout String) {
        guard let indent else { return }
        out += "\n"
        for _ in 0..<indent { out += "  " }
    }

    /// Appends a text with quotes and escapes.
    static func quote(_ text: String, into out: inout String) {
        out += "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": out += "\\\""
            case "\\": out += "\\\\"
            case "\n": out += "\\n"
            case "\r": out += "\\r"
            case "\t": out += "\\t"
            case "\u{0}"..<"\u{20}", "\u{7F}":
                let digits = String(scalar.value, radix: 16)
                out += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: out.unicodeScalars.append(scalar)
            }
        }
        out += "\""
    }
}
