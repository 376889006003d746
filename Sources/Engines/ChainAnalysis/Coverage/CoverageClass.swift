public import Ecosystem

/// How well a region covers a segment.
public enum CoverageClass: String, Sendable, Hashable, Codable, CaseIterable {
    /// The need is met from inside, or a document says that the region leads.
    case strong
    /// Several independent suppliers, without proof that the need is met.
    case adequate
    /// Less than half the need, one supplier or a concentrated few, or a document says so.
    case weak
    /// Surveyed and none found, or a document says so.
    case missing
    /// Not enough is known.
    case unknown

    /// The word shown beside the mark.
    public var label: Localized { Vocabulary.strength.label(rawValue) }
}

/// What a class rests on.
public enum CoverageRule: String, Sendable, Hashable, Codable, CaseIterable {
    /// Weekly capacity against weekly need.
    case quantity
    /// What a document says of the segment in the region.
    case assessment
    /// The number of independent organizations that are named.
    case count

    /// The words shown beside the class.
    public var label: Localized {
        switch self {
        case .quantity: Localized("quantity", "数量")
        case .assessment: Localized("document", "文献")
        case .count: Localized("count", "计数")
        }
    }
}

/// Why a class was given; several may hold.
public enum CoverageReason: String, Sendable, Hashable, Codable, CaseIterable {
    /// Too little of the segment was surveyed.
    case surveyTooThin
    /// Surveyed, and no verified supplier found.
    case noneFound
    /// Capacity is below the limit for "weak".
    case farBelowNeed
    /// One independent supplier.
    case singleSource
    /// Supplier shares are concentrated.
    case concentrated
    /// Capacity is below the need.
    case belowNeed
    /// Capacity meets the need.
    case needMet
    /// A document says it of the region.
    case said
    /// A document says it of a part of the region.
    case saidOfPart
    /// Enough independent organizations are named.
    case enoughNamed
    /// Too few independent organizations are named.
    case tooFewNamed

    /// The words shown beside the class.
    public var label: Localized {
        switch self {
        case .surveyTooThin: Localized("too little surveyed", "调查不足")
        case .noneFound: Localized("surveyed, none found", "已调查，未见")
        case .farBelowNeed: Localized("far below need", "远低于需求")
        case .singleSource: Localized("single source", "单一来源")
        case .concentrated: Localized("concentrated", "集中度高")
        case .belowNeed: Localized("below need", "低于需求")
        case .needMet: Localized("need met", "满足需求")
        case .said: Localized("said of the region", "文献就本地区而言")
        case .saidOfPart: Localized("said of a part of the region", "文献就区内一地而言")
        case .enoughNamed: Localized("enough independent organizations named", "独立具名机构足够")
        case .tooFewNamed: Localized("too few organizations named", "具名机构不足")
        }
    }
}
