public import Ecosystem

/// What a week's demand is against its capacity (CX-0128 §5.5).
public enum WeekMatch: String, Sendable, Hashable, Codable, CaseIterable {
    /// Less than the actual capacity is needed.
    case surplus
    /// Exactly the actual capacity is needed.
    case zeroDeviation
    /// More than the actual capacity, within the maximum.
    case bottleneckWithinMaximum
    /// More than the maximum capacity.
    case bottleneckBeyondMaximum

    /// Compares a week; a difference of less than `tolerance` of the capacity is none, so that load factors do not
    /// turn rounding into a bottleneck.
    public init(demand: Double, actual: Double, maximum: Double, tolerance: Double = 1e-9) {
        func isAbove(_ capacity: Double) -> Bool {
            demand - capacity > tolerance * max(capacity.magnitude, demand.magnitude)
        }
        if isAbove(maximum) {
            self = .bottleneckBeyondMaximum
        } else if isAbove(actual) {
            self = .bottleneckWithinMaximum
        } else if (demand - actual).magnitude <= tolerance * max(actual.magnitude, demand.magnitude) {
            self = .zeroDeviation
        } else {
            self = .surplus
        }
    }

    /// The word of the standard.
    public var result: String {
        switch self {
        case .surplus: "surplus"
        case .zeroDeviation: "zeroDeviation"
        case .bottleneckWithinMaximum, .bottleneckBeyondMaximum: "bottleneck"
        }
    }

    /// The name of the standard's colour.
    public var colourName: String {
        switch self {
        case .surplus, .zeroDeviation: "green"
        case .bottleneckWithinMaximum: "orange"
        case .bottleneckBeyondMaximum: "red"
        }
    }

    /// The standard's colour; words or shapes stand beside it.
    public var colour: String {
        switch self {
        case .surplus, .zeroDeviation: "#809500"
        case .bottleneckWithinMaximum: "#FFA600"
        case .bottleneckBeyondMaximum: "#D91E18"
        }
    }

    /// Whether more is needed than planned.
    public var isBottleneck: Bool { self == .bottleneckWithinMaximum || self == .bottleneckBeyondMaximum }

    /// The words for readers.
    public var label: Localized {
        switch self {
        case .surplus: Localized("surplus", "有余")
        case .zeroDeviation: Localized("in balance", "持平")
        case .bottleneckWithinMaximum: Localized("bottleneck within the maximum", "瓶颈（最大产能以内）")
        case .bottleneckBeyondMaximum: Localized("bottleneck beyond the maximum", "瓶颈（超出最大产能）")
        }
    }
}
