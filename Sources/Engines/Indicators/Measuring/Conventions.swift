public import Ecosystem

/// What a measure compares with and how it treats zeros; every result carries its own.
public struct Conventions: Sendable, Hashable, Codable {
    /// What it compares with.
    public var benchmark: Benchmark
    /// How it treats zeros.
    public var zeros: ZeroTreatment

    /// Conventions.
    public init(_ benchmark: Benchmark, _ zeros: ZeroTreatment) {
        self.benchmark = benchmark
        self.zeros = zeros
    }
}

/// What a measure compares with.
public enum Benchmark: String, Sendable, Hashable, Codable, CaseIterable {
    /// The sum of all regions, the region itself included.
    case allRegions
    /// The sum of all other regions.
    case otherRegions
    /// Totals that were handed in, such as the nation's.
    case given
    /// The other of a pair.
    case eachOther
    /// Equal parts.
    case equalParts
    /// All plants of all industries, the industry's own included.
    case allPlants
    /// The mean, each unit weighted by its population.
    case weightedMean
    /// The mean of the units.
    case mean
    /// The same thing at the start.
    case start
    /// The smallest and the largest value.
    case extremes
    /// Bounds that were handed in.
    case givenBounds
    /// Capacity.
    case capacity
    /// Demand.
    case demand
    /// The whole of the product.
    case wholeProduct
    /// Nothing: the measure stands for itself.
    case nothing

    /// The words for readers.
    public var label: Localized {
        switch self {
        case .allRegions: Localized("the sum of all regions, the region itself included", "全部地区之和（含本地区）")
        case .otherRegions: Localized("the sum of all other regions", "其他地区之和（不含本地区）")
        case .given: Localized("totals handed in", "另行给定的总量")
        case .eachOther: Localized("the other of the pair", "两者互比")
        case .equalParts: Localized("equal parts", "均等份额")
        case .allPlants:
            Localized("all plants of all industries, the industry's own included", "全部行业的全部工厂（含本行业）")
        case .weightedMean: Localized("the mean, weighted by population", "按人口加权的平均值")
        case .mean: Localized("the mean", "平均值")
        case .start: Localized("the start of the period", "期初")
        case .extremes: Localized("the smallest and the largest value", "最小值与最大值")
        case .givenBounds: Localized("bounds handed in", "另行给定的上下限")
        case .capacity: Localized("capacity", "产能")
        case .demand: Localized("demand", "需求")
        case .wholeProduct: Localized("the whole product", "整个产品")
        case .nothing: Localized("nothing", "不作比较")
        }
    }
}

/// How a measure treats zeros.
public enum ZeroTreatment: String, Sendable, Hashable, Codable, CaseIterable {
    /// Zero is a value; a region or industry without anything has no number.
    case emptyIsUndefined
    /// Zero is a value like any other.
    case zeroCounts
    /// Industries at zero count among the n of the normalization.
    case zerosCounted
    /// Industries at zero do not count among the n of the normalization.
    case zerosLeftOut
    /// Regions without anything are left out; zero of the industry is a value.
    case emptyLeftOut
    /// The term of a zero is 0, its limit.
    case limitIsZero
    /// A zero makes the result undefined.
    case undefined
    /// A zero base needs no division and stays in.
    case zeroBaseKept
    /// Industries with a zero base are left out.
    case zeroBaseLeftOut
    /// All zero is 0 by agreement.
    case allZeroIsZero
    /// Values that do not vary are left out.
    case constantLeftOut
    /// One change of zero makes the whole zero.
    case zeroChangeIsZero
    /// A region without any industry above its threshold, and an industry without any such region, are left out.
    case trimmed
    /// A unit without neighbours stays in with a lag of zero.
    case islandHasNoLag
    /// Links of a place with itself are left out.
    case selfLeftOut

    /// The words for readers.
    public var label: Localized {
        switch self {
        case .emptyIsUndefined:
            Localized("zero is a value; a whole row or column of zeros has no number", "零为有效值；整行或整列为零则无定义")
        case .zeroCounts: Localized("zero is a value like any other", "零与其他值同等对待")
        case .zerosCounted: Localized("industries at zero are counted in n", "零值行业计入 n")
        case .zerosLeftOut: Localized("industries at zero are not counted in n", "零值行业不计入 n")
        case .emptyLeftOut: Localized("regions without anything are left out", "各行业均为零的地区不计")
        case .limitIsZero: Localized("the term of a zero is 0, its limit", "零值项取极限 0")
        case .undefined: Localized("a zero makes the result undefined", "出现零则无定义")
        case .zeroBaseKept: Localized("a zero base stays in: nothing is divided by it", "基期为零仍计入：不以其为除数")
        case .zeroBaseLeftOut: Localized("industries with a zero base are left out", "基期为零的行业不计")
        case .allZeroIsZero: Localized("all zero gives 0 by agreement", "全部为零时约定取 0")
        case .constantLeftOut: Localized("indicators that do not vary are left out", "无差异的指标不计")
        case .zeroChangeIsZero: Localized("one change of zero makes the whole zero", "有一个变化为零则整体为零")
        case .trimmed:
            Localized(
                "regions above the benchmark in nothing, and industries in which no region is, are left out",
                "没有任何优势行业的地区和没有任何优势地区的行业不计")
        case .islandHasNoLag: Localized("a unit without neighbours has a lag of zero", "无相邻单元的滞后值为零")
        case .selfLeftOut: Localized("links of a place with itself are left out", "不计自身联系")
        }
    }
}
