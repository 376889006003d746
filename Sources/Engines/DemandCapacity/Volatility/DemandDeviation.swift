/// How far the demand of a week moved from one statement to the next, and whether that is beyond the limits.
public struct DemandDeviation: Sendable, Hashable {
    /// A limit that was passed.
    public enum Limit: String, Sendable, Hashable, Codable, CaseIterable {
        case relativeRise, relativeFall, absoluteRise, absoluteFall
    }

    /// The latest demand.
    public let latest: Double
    /// The demand stated before.
    public let previous: Double

    /// A deviation.
    public init(latest: Double, previous: Double) {
        self.latest = latest
        self.previous = previous
    }

    /// Latest minus previous.
    public var absolute: Double { latest - previous }
    /// The same as a fraction of the previous demand; `nil` where that is zero.
    public var relative: Double? { previous == 0 ? nil : absolute / previous }

    /// The limits that it passes: strictly more than a rise or less than a fall (CX-0128 §5.11.2).
    public func passed(_ limits: SubHorizon) -> [Limit] {
        var passed: [Limit] = []
        if let relative, let limit = limits.relativeRise, relative > limit { passed.append(.relativeRise) }
        if let relative, let limit = limits.relativeFall, relative < -limit { passed.append(.relativeFall) }
        if let limit = limits.absoluteRise, absolute > limit { passed.append(.absoluteRise) }
        if let limit = limits.absoluteFall, absolute < -limit { passed.append(.absoluteFall) }
        return passed
    }
}

/// Which weeks of a rolling horizon belong to which of its parts.
///
/// The standard's words ("end = start + length, the next begins one later") would make each part a week too long:
/// parts of 2, 11, 39 and 52 weeks fill 104 only where a part ends at start + length − 1, so that is used.
public struct RollingHorizon: Sendable, Hashable {
    /// A part with its weeks.
    public struct Part: Sendable, Hashable {
        /// What holds in it.
        public let limits: SubHorizon
        /// Its first week.
        public let first: Week
        /// Its last week.
        public let last: Week
    }

    /// The parts in order.
    public let parts: [Part]

    /// The horizon that holds in a week: the last measurement on or before it; `nil` before the first one, or where
    /// the start is no date.
    public init?(_ parameters: VolatilityParameters, in week: Week) {
        guard let start = Week(containing: parameters.start), parameters.interval > 0, week >= start else {
            return nil
        }
        let measurements = start.weeks(to: week) / parameters.interval
        var first = start.advanced(by: measurements * parameters.interval)
        var parts: [Part] = []
        for limits in parameters.parts.sorted(by: { $0.sequence < $1.sequence }) where limits.length > 0 {
            let last = first.advanced(by: limits.length - 1)
            parts.append(Part(limits: limits, first: first, last: last))
            first = last.advanced(by: 1)
        }
        self.parts = parts
    }

    /// The part that a week lies in.
    public func part(of week: Week) -> Part? { parts.first { $0.first <= week && week <= $0.last } }
}

/// The deviations of one series of weekly demands.
public enum DemandVolatility {
    /// A week that moved.
    public struct Entry: Sendable, Hashable {
        /// The week.
        public let week: Week
        /// How far it moved.
        public let deviation: DemandDeviation
        /// The part of the horizon that it lies in.
        public let sequence: Int?
        /// The limits that it passes.
        public let passed: [DemandDeviation.Limit]
    }

    /// Compares two statements of the same demands, week by week; weeks that only one of them has are left out, as
    /// unknown is not zero.
    ///
    /// - Parameter week: the week in which is measured.
    /// - Complexity: O(weeks × parts).
    public static func run(
        latest: [Week: Double], previous: [Week: Double], parameters: VolatilityParameters, in week: Week
    ) -> [Entry] {
        let horizon = RollingHorizon(parameters, in: week)
        return latest.keys.sorted().compactMap { week in
            guard let now = latest[week], let before = previous[week] else { return nil }
            let deviation = DemandDeviation(latest: now, previous: before)
            let part = horizon?.part(of: week)
            return Entry(
                week: week, deviation: deviation, sequence: part?.limits.sequence,
                passed: part.map { deviation.passed($0.limits) } ?? [])
        }
    }
}
