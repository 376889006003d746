/// Check characters (GB 32100-2015; the inner one GB 11714).
extension UnifiedSocialCreditCode {
    /// The 31 characters in the order of their values: no I, O, S, V, Z.
    public static let alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY"

    private static let letters = Array(alphabet.utf8)

    /// The value of each ASCII byte, -1 for bytes outside the alphabet.
    private static let values: [Int] = (0..<128).map { byte in letters.firstIndex { Int($0) == byte } ?? -1 }

    /// The value of a character, `nil` outside the alphabet.
    static func value(_ scalar: Unicode.Scalar) -> Int? {
        guard scalar.value < 128 else { return nil }
        let value = values[Int(scalar.value)]
        return value < 0 ? nil : value
    }

    /// Weights of characters 1 to 17: powers of 3 modulo 31.
    static let weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

    /// Weights of the first eight characters of an organization code.
    static let organizationWeights = [3, 7, 9, 10, 5, 8, 4, 2]

    /// The check character that follows these 17 characters.
    ///
    /// 31 is prime and no weight is a multiple of it, so every substitution of one character is detected.
    ///
    /// - Returns: `nil` where there are not 17 characters of the alphabet.
    public static func checkCharacter(after prefix: some StringProtocol) -> Character? {
        guard prefix.utf8.count == weights.count else { return nil }
        var sum = 0
        for (scalar, weight) in zip(prefix.unicodeScalars, weights) {
            guard let value = value(scalar) else { return nil }
            sum += value * weight
        }
        return Character(Unicode.Scalar(letters[(31 - sum % 31) % 31]))
    }

    /// The check character of an organization code after its first eight characters (letters count 10 to 35).
    ///
    /// - Returns: `nil` where there are not eight digits or upper-case letters.
    public static func organizationCheckCharacter(after prefix: some StringProtocol) -> Character? {
        guard prefix.utf8.count == organizationWeights.count else { return nil }
        var sum = 0
        for (byte, weight) in zip(prefix.utf8, organizationWeights) {
            switch byte {
            case 48...57: sum += Int(byte - 48) * weight
            case 65...90: sum += Int(byte - 55) * weight
            default: return nil
            }
        }
        switch 11 - sum % 11 {
        case 10: return "X"
        case 11: return "0"
        case let digit: return Character(Unicode.Scalar(UInt8(48 + digit)))
        }
    }
}
