/// Why a figure does not convert.
public enum UnitProblem: Error, Sendable, Hashable, CustomStringConvertible {
    /// The units measure different things, or one of them is not known.
    case differentDimension(from: String, to: String)
    /// The factor between the units is no power of ten: ask for the number instead of an exact figure.
    case notDecimal(from: String, to: String)
    /// The result has more digits than a printed number holds.
    case tooLarge(from: String, to: String)

    /// What happened and what to do, in English.
    public var description: String { message.en }

    /// What happened and what to do.
    public var message: Localized {
        switch self {
        case .differentDimension(let from, let to):
            Localized(
                "“\(from)” does not convert to “\(to)”: they measure different things.",
                "“\(from)”不能换算为“\(to)”：量纲不同。")
        case .notDecimal(let from, let to):
            Localized(
                "“\(from)” converts to “\(to)” only as a computed number, not as a printed figure.",
                "“\(from)”换算为“\(to)”只能得到计算值，不是原文数字。")
        case .tooLarge(let from, let to):
            Localized(
                "The figure in “\(from)” is too large or too small to be written in “\(to)”.",
                "以“\(from)”计的数字过大或过小，无法以“\(to)”表示。")
        }
    }
}
