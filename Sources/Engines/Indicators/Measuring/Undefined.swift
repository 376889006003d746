public import Ecosystem

/// Why a measure has no number.
public enum Undefined: String, Sendable, Hashable, Codable, CaseIterable {
    /// The region has nothing of any industry.
    case emptyRegion
    /// The benchmark has nothing of the industry.
    case emptyIndustry
    /// Nothing at all is there to be shared out.
    case nothingThere
    /// The benchmark is empty.
    case emptyBenchmark
    /// There is one region (or one unit) only, and the measure compares.
    case oneRegion
    /// There is one industry (or one sector) only, and the measure compares.
    case oneIndustry
    /// The industry has a single plant, whose own size is all its concentration.
    case onePlant
    /// All activity is in one region, so that no industry can be more concentrated.
    case oneRegionHasAll
    /// All values are the same.
    case allEqual
    /// The base of a growth rate is zero.
    case zeroBase
    /// There is output and no employment (or capital) to divide it by.
    case zeroInput
    /// A value of zero has no logarithm.
    case zeroValue
    /// There is no capacity.
    case zeroCapacity
    /// There is no demand to compare with.
    case zeroDemand
    /// Nobody is a neighbour of anybody.
    case noNeighbours
    /// The second eigenvalue stands for several directions, so that no single ranking is marked out.
    case repeatedEigenvalue
    /// The network of regions and industries falls apart, so that the second eigenvector only tells the parts apart.
    case disconnected
    /// The steps did not settle.
    case notConverged
    /// An input is not known.
    case unknownInput
    /// The result is too large for a number of the machine.
    case tooLarge

    /// The words for readers.
    public var label: Localized {
        switch self {
        case .emptyRegion: Localized("the region has nothing of any industry", "该地区各行业均为零")
        case .emptyIndustry: Localized("the benchmark has nothing of the industry", "基准中该行业为零")
        case .nothingThere: Localized("all values are zero", "各值均为零")
        case .emptyBenchmark: Localized("the benchmark is empty", "基准为空")
        case .oneRegion: Localized("there is one region only", "只有一个地区，无可比较")
        case .oneIndustry: Localized("there is one industry only", "只有一个行业，无可比较")
        case .onePlant: Localized("the industry has a single plant", "该行业只有一家工厂")
        case .oneRegionHasAll: Localized("one region has all activity", "全部活动集中在一个地区")
        case .allEqual: Localized("all values are the same", "各值相同")
        case .zeroBase: Localized("the base is zero, so growth has no rate", "基期为零，增长率无意义")
        case .zeroInput:
            Localized("there is output and no employment or capital", "有产出而无就业或资本")
        case .zeroValue: Localized("a value is zero and has no logarithm", "有值为零，不能取对数")
        case .zeroCapacity: Localized("there is no capacity", "产能为零")
        case .zeroDemand: Localized("there is no demand to compare with", "没有可比的需求")
        case .noNeighbours: Localized("nobody is a neighbour of anybody", "没有任何相邻关系")
        case .repeatedEigenvalue:
            Localized("the second eigenvalue is repeated: no single ranking is marked out", "第二特征值重复，排序不唯一")
        case .disconnected:
            Localized(
                "regions and industries fall into separate groups, so that the ranking only tells the groups apart",
                "地区与行业分成互不相连的几组，排序只能区分组别")
        case .notConverged: Localized("the steps did not settle", "迭代未收敛")
        case .unknownInput: Localized("an input is not known", "有输入未知")
        case .tooLarge: Localized("the result is too large to be held", "结果超出可表示范围")
        }
    }
}
