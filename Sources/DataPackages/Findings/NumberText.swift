/// Numbers as people write them.
enum NumberText {
    /// The plain form of a number with grouping commas, full-width digits or blanks; `nil` where that is not all.
    static func plain(_ text: String) -> String? {
        var out = ""
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x20, 0x2C, 0xA0, 0x3000, 0xFF0C, 0x2009, 0x202F: continue
            case 0xFF01...0xFF5E: out.unicodeScalars.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
            case 0x2212: out += "-"
            default: out.unicodeScalars.append(scalar)
            }
        }
        guard out != text, isPlain(out) else { return nil }
        return out
    }

    private static func isPlain(_ text: String) -> Bool {
        var copy = text
        return copy.withUTF8 { CellValues.number($0) != nil }
    }

    /// A number without a needless `.0`.
    static func short(_ value: Double) -> String {
        if value == value.rounded(), value.magnitude < 1e15 { return String(Int(value)) }
        return String(value)
    }

    /// `from … to` as a text.
    static func limits(_ low: Double, _ high: Double) -> String {
        if low == -Double.greatestFiniteMagnitude { return "any finite number" }
        return "\(short(low))…\(short(high))"
    }
}
