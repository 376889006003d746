/// A number as plain decimal digits: the shortest text that reads back as the same double, rounded on that text.
///
/// Rounding works on the digits that a reader would see, not on the binary value, so 2.675 becomes 2.68 and 0.125
/// becomes 0.12 (half to even, IEEE 754 §4.3.1). No locale and no C library takes part.
struct DecimalText: Sendable, Equatable {
    /// Whether the number is below zero.
    var isNegative: Bool
    /// Digits before the point, without leading zeros; empty for a number below one.
    var whole: [UInt8]
    /// Digits behind the point.
    var fraction: [UInt8]

    /// The digits of a finite number; `nil` for infinities and for what is no number.
    init?(_ value: Double) {
        guard value.isFinite else { return nil }
        isNegative = value < 0
        whole = []
        fraction = []
        let text = "\(value.magnitude)"
        let parts = text.split(separator: "e", maxSplits: 1)
        guard let mantissa = parts.first else { return nil }
        let exponent = parts.count == 2 ? Int(parts[1].drop { $0 == "+" }) ?? 0 : 0
        let halves = mantissa.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        var digits = halves.flatMap { $0.utf8.map { $0 &- 48 } }
        var point = (halves.first?.utf8.count ?? 0) + exponent
        if point < 0 {
            digits.insert(contentsOf: repeatElement(0, count: -point), at: 0)
            point = 0
        }
        if point > digits.count { digits.append(contentsOf: repeatElement(0, count: point - digits.count)) }
        whole = Array(digits[..<point].drop { $0 == 0 })
        fraction = Array(digits[point...])
        while fraction.last == 0 { fraction.removeLast() }
    }

    /// The number with exactly so many decimals: filled with zeros, or rounded half to even.
    func rounded(decimals: Int) -> DecimalText {
        var result = self
        let wanted = max(0, decimals)
        if fraction.count <= wanted {
            result.fraction.append(contentsOf: repeatElement(0, count: wanted - fraction.count))
            return result
        }
        let next = fraction[wanted]
        let isExactHalf = next == 5 && !fraction[(wanted + 1)...].contains { $0 != 0 }
        result.fraction = Array(fraction[..<wanted])
        let last = result.fraction.last ?? whole.last ?? 0
        if next > 5 || (next == 5 && (!isExactHalf || !last.isMultiple(of: 2))) { result.increment() }
        return result
    }

    /// The digits with a sign and, where asked, a comma before every group of three.
    func text(grouped: Bool) -> String {
        var out = isNegative && (whole + fraction).contains { $0 != 0 } ? "-" : ""
        if whole.isEmpty { out += "0" }
        for (index, digit) in whole.enumerated() {
            if grouped, index > 0, (whole.count - index).isMultiple(of: 3) { out += "," }
            out.unicodeScalars.append(Unicode.Scalar(digit &+ 48))
        }
        guard !fraction.isEmpty else { return out }
        out += "."
        for digit in fraction { out.unicodeScalars.append(Unicode.Scalar(digit &+ 48)) }
        return out
    }

    private mutating func increment() {
        var index = fraction.count - 1
        while index >= 0 {
            if fraction[index] < 9 {
                fraction[index] += 1
                return
            }
            fraction[index] = 0
            index -= 1
        }
        index = whole.count - 1
        while index >= 0 {
            if whole[index] < 9 {
                whole[index] += 1
                return
            }
            whole[index] = 0
            index -= 1
        }
        whole.insert(1, at: 0)
    }
}
