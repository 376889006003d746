import CHighs

/// The solver's library (HiGHS), opened when a model is first solved.
public enum SolverLibrary {
    /// What is wrong with it; `nil` where it can be used.
    public static let problem: String? = {
        var message = [CChar](repeating: 0, count: Int(JW_HIGHS_MESSAGE))
        guard jw_highs_open(&message, message.count) != 0 else { return nil }
        let text = message.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
        return String(decoding: text, as: UTF8.self)
    }()

    /// Its version, such as `1.15.1`; `nil` where it cannot be used.
    public static var version: String? {
        problem == nil ? jw_highs_version().map { String(cString: $0) } : nil
    }
}
