/// Text for the XML of a workbook.
enum XLSXText {
    /// Characters that XML 1.0 cannot hold, or that its parsers change (a carriage return), become `_xHHHH_`
    /// (ST_Xstring of ECMA-376); text that already looks like that gets its underscore escaped.
    static func escaped(_ text: String) -> String {
        var isPlain = true
        for byte in text.utf8 where byte < 0x20 || byte == 0x5F || byte == 0xEF {
            isPlain = false
            break
        }
        if isPlain { return text }
        var result = ""
        let scalars = Array(text.unicodeScalars)
        for (index, scalar) in scalars.enumerated() {
            let value = scalar.value
            let isControl = value < 0x20 && value != 0x09 && value != 0x0A
            if isControl || value == 0xFFFE || value == 0xFFFF
                || (value == 0x5F && looksEscaped(scalars, index))
            {
                let digits = String(value, radix: 16, uppercase: true)
                result += "_x" + String(repeating: "0", count: 4 - digits.count) + digits + "_"
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    private static func looksEscaped(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
        guard index + 6 < scalars.count, scalars[index + 1] == "x", scalars[index + 6] == "_" else {
            return false
        }
        return scalars[(index + 2)...(index + 5)].allSatisfy { scalar in
            ("0"..."9").contains(scalar) || ("A"..."F").contains(scalar) || ("a"..."f").contains(scalar)
        }
    }
}
