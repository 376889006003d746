/// Whether a statement holds now or only may; independent of how it is known.
public enum FactState: String, CaseIterable, Sendable, Codable, Hashable {
    /// It holds, as far as the source says.
    case actual
    /// A source says that it is intended.
    case planned
    /// A source names it as a possibility.
    case possible
    /// A source recommends it.
    case recommended
    /// It held once and has ended.
    case ended

    /// The word shown beside a statement.
    public var label: Localized {
        switch self {
        case .actual: Localized("in place", "已有")
        case .planned: Localized("planned", "计划")
        case .possible: Localized("possible", "可能")
        case .recommended: Localized("recommended", "建议")
        case .ended: Localized("ended", "已结束")
        }
    }
}
