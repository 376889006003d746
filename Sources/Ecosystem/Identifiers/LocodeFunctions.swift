/// What a place in the UN/LOCODE register is for: its eight-character classifier, such as `1-34----`.
public struct LocodeFunctions: OptionSet, Sendable, Hashable {
    /// One bit for each function, in the order of the classifier.
    public let rawValue: Int

    /// A set of functions.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// 1: a port.
    public static let port = LocodeFunctions(rawValue: 1)
    /// 2: a rail terminal.
    public static let rail = LocodeFunctions(rawValue: 2)
    /// 3: a road terminal.
    public static let road = LocodeFunctions(rawValue: 4)
    /// 4: an airport.
    public static let airport = LocodeFunctions(rawValue: 8)
    /// 5: a postal exchange office.
    public static let postal = LocodeFunctions(rawValue: 16)
    /// 6: an inland clearance depot or other multimodal place.
    public static let multimodal = LocodeFunctions(rawValue: 32)
    /// 7: fixed transport, such as an oil platform.
    public static let fixedTransport = LocodeFunctions(rawValue: 64)
    /// B: a border crossing.
    public static let border = LocodeFunctions(rawValue: 128)

    /// Reads a classifier: digits 1 to 7 and B, anywhere; `-` and `0` (function unknown) add nothing.
    ///
    /// - Returns: `nil` where another character stands in it.
    public init?(classifier: String) {
        var value = 0
        for byte in classifier.utf8 {
            switch byte {
            case 49...55: value |= 1 << Int(byte - 49)
            case 66, 98: value |= 128
            case 45, 48, 32: continue
            default: return nil
            }
        }
        rawValue = value
    }
}
