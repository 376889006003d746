public import Ecosystem
import Indicators
import Kernels
import Reporting

/// The range of a number, where its inputs are rounded: `{low, high}`, an end `null` where it has none.
public struct NumberRange: Codable, Sendable, Equatable {
    /// The smallest that it may be.
    @KnownOrNull public var low: Double?
    /// The largest that it may be.
    @KnownOrNull public var high: Double?

    /// The range of a measure; `nil` for an exact number and for none.
    init?(_ measured: Measured?) {
        guard let bounded = measured?.bounded, !bounded.isExact else { return nil }
        low = bounded.low.isFinite ? bounded.low : nil
        high = bounded.high.isFinite ? bounded.high : nil
    }

    /// Whether two ranges have the same ends.
    public static func == (left: NumberRange, right: NumberRange) -> Bool {
        left.low == right.low && left.high == right.high
    }
}

/// What readers call the measures that the JSON form names by key.
enum MeasureName {
    private static let names = [
        "locationQuotient": Localized("location quotient", "区位商"),
        "krugmanTotal": Localized("Krugman index", "克鲁格曼指数"),
        "hhi": Localized("Herfindahl index", "赫芬达尔指数"),
        "locationalGini": Localized("locational Gini", "区位基尼系数"),
        "eci": Localized("complexity of regions (ECI)", "地区复杂度（ECI）"),
        "pci": Localized("complexity of industries (PCI)", "行业复杂度（PCI）"),
        "fitness": Localized("fitness", "适应度"),
        "relatednessDensity": Localized("relatedness density", "关联密度"),
        "cosine": Localized("similarity", "结构相似度"),
    ]

    /// The name of a measure; the key where it has none.
    static func label(_ key: String) -> Localized { names[key] ?? Localized(same: key) }
}

/// What a measure compares with and how it treats zeros, for the JSON form.
public struct MeasureConventions: Codable, Sendable, Equatable {
    /// The key of the measure in the result.
    public var measure: String
    /// The code of what it compares with.
    public var benchmark: String
    /// The code of how it treats zeros.
    public var zeros: String
    /// Both in words.
    public var words: Localized

    init(_ measure: String, _ conventions: Conventions) {
        self.measure = measure
        benchmark = conventions.benchmark.rawValue
        zeros = conventions.zeros.rawValue
        words = Localized(
            "compared with: \(conventions.benchmark.label.en); zeros: \(conventions.zeros.label.en)",
            "比较基准：\(conventions.benchmark.label.zh)；零值处理：\(conventions.zeros.label.zh)")
    }
}

/// A number that is not there, and why.
public struct MeasureGap: Codable, Sendable, Equatable {
    /// The key of the measure in the result.
    public var measure: String
    /// The region, where it concerns one.
    public var region: String?
    /// The industry, where it concerns one.
    public var industry: String?
    /// The code of the reason.
    public var code: String
    /// The reason in words.
    public var reason: Localized

    init(_ measure: String, region: String? = nil, industry: String? = nil, _ reason: Undefined) {
        self.measure = measure
        self.region = region
        self.industry = industry
        code = reason.rawValue
        self.reason = reason.label
    }
}

extension Cell {
    /// A measure with so many decimals: the number with its range where it has one, or why there is none.
    static func measured(_ measured: Measured?, decimals: Int, origin: Origin) -> Cell {
        guard let measured else { return .missing(Localized("left out: a cell is missing", "有缺项，未计算")) }
        switch measured {
        case .undefined(let reason): return .missing(reason.label)
        case .value(let bounded):
            var own = origin
            if let words = bounded.rangeWords(decimals: decimals) {
                own.note = own.note.map { Localized.joined([words, $0], Localized("; ", "；")) } ?? words
            }
            return .number(bounded.value, decimals: decimals, origin: own)
        }
    }
}

extension Bounded {
    /// What the number may be by its rounding, in words; `nil` for an exact one.
    func rangeWords(decimals: Int) -> Localized? {
        guard !isExact else { return nil }
        guard range.isFinite else {
            return Localized("rounding leaves no limit", "受舍入影响，范围不定")
        }
        let (one, other) = (low.words(decimals: decimals), high.words(decimals: decimals))
        return Localized("by rounding \(one) … \(other)", "因舍入可能为 \(one)～\(other)")
    }
}
