/// How a statement is known, strongest first.
///
/// A result carries the weakest basis of everything it rests on.
public enum Basis: String, CaseIterable, Sendable, Codable, Hashable, Comparable {
    /// A document says it.
    case stated
    /// A document's printed form, read or corrected; the printed form stands beside it.
    case corrected
    /// Items of a document's list, counted.
    case counted
    /// Arithmetic on statements.
    case derived
    /// A member declared it.
    case declared
    /// Curator's general knowledge; no document says it.
    case general
    /// It follows from a document's wording or context.
    case inferred
    /// An estimate under an assumption that is shown.
    case estimated
    /// Made up or reconstructed; never a fact.
    case synthetic

    /// 0 for the strongest; grows with weakness.
    public var rank: Int { Basis.allCases.firstIndex(of: self) ?? Basis.allCases.count }

    /// Stronger comes first.
    public static func < (left: Basis, right: Basis) -> Bool { left.rank < right.rank }

    /// The weakest of several, or `nil` for none.
    public static func weakest(_ bases: some Sequence<Basis>) -> Basis? { bases.max() }

    /// The word shown beside a figure.
    public var label: Localized {
        switch self {
        case .stated: Localized("stated", "原文")
        case .corrected: Localized("corrected", "校正")
        case .counted: Localized("counted", "计数")
        case .derived: Localized("derived", "推算")
        case .declared: Localized("declared", "申报")
        case .general: Localized("general knowledge", "常识")
        case .inferred: Localized("inferred", "推断")
        case .estimated: Localized("estimated", "估计")
        case .synthetic: Localized("synthetic", "合成")
        }
    }
}
