import Kernels

/// Weekly need of a region for a segment against the weekly capacity inside it.
public struct SegmentQuantities: Sendable, Hashable {
    /// Units needed a week.
    public var need: Double
    /// Verified units a week, one entry an independent supplier; none below 0.
    public var capacities: [Double]
    /// The share of the segment that was surveyed, 0…1; `nil` where it is not known.
    public var surveyedShare: Double?

    /// Quantities of one unit; capacities that are no positive finite number are left out.
    public init(need: Double, capacities: [Double], surveyedShare: Double?) {
        self.need = need
        self.capacities = capacities.filter { $0.isFinite && $0 > 0 }
        self.surveyedShare = surveyedShare.map { min(1, max(0, $0)) }
    }

    /// Verified units a week.
    public var capacity: Double { capacities.compensatedSum }

    /// C = min(1, Σ capacity ÷ need); `nil` where no need is stated.
    ///
    /// More capacity never lowers it.
    public var coverage: Double? {
        guard need.isFinite, need > 0 else { return nil }
        return min(1, capacity / need)
    }

    /// The Herfindahl–Hirschman index of the suppliers' shares of capacity, 0…1; `nil` without capacity.
    public var concentration: Double? {
        let total = capacity
        guard total > 0, total.isFinite else { return nil }
        return min(1, capacities.map { $0 / total * ($0 / total) }.compensatedSum)
    }

    /// The class with every reason for it.
    ///
    /// Unknown where too little was surveyed; missing where enough was surveyed and no verified supplier found; weak
    /// below half the need, with a single source, or with high concentration; adequate below the need; else strong.
    public func judged(_ options: CoverageOptions = CoverageOptions()) -> (CoverageClass, [CoverageReason]) {
        guard let coverage, let surveyedShare, surveyedShare >= options.surveyedFrom else {
            return (.unknown, [.surveyTooThin])
        }
        if capacities.isEmpty { return (.missing, [.noneFound]) }
        var reasons: [CoverageReason] = []
        if coverage < options.weakBelow { reasons.append(.farBelowNeed) }
        if capacities.count == 1 {
            reasons.append(.singleSource)
        } else if let concentration, concentration > options.concentratedAbove {
            reasons.append(.concentrated)
        }
        if !reasons.isEmpty { return (.weak, reasons) }
        return coverage < options.strongFrom ? (.adequate, [.belowNeed]) : (.strong, [.needMet])
    }
}
