/// Weekly demand against weekly capacity, group by group (Catena-X CX-0128 v2.2.0, §5).
///
/// Compared demand of a week = Σ active linked series × load factor + the same of the groups linked below it + the
/// group's own production moved into or out of the week. Inactive demands and groups count nowhere. The delta of a
/// group below stays with that group: it moves production there, not demand here.
public struct WeeklyComparison: Sendable, Hashable {
    /// How is compared.
    public struct Options: Sendable, Hashable {
        /// A difference below this part of the capacity is none.
        public var tolerance = 1e-9

        /// The defaults.
        public init() {}
    }

    /// One week of a group.
    public struct WeekResult: Sendable, Hashable {
        /// The week.
        public let week: Week
        /// Σ of the group's own linked series × load factor, of those that state the week.
        public let linked: Double
        /// The same of the groups below.
        public let nested: Double
        /// Production moved into (+) or out of (−) the week.
        public let delta: Double
        /// Capacity that is planned.
        public let actual: Double
        /// Capacity that can be released.
        public let maximum: Double
        /// Linked series that do not state the week: their demand is unknown, not zero.
        public let unknown: [DemandLink]
        /// The result; `nil` where unknown demand leaves it open. A bottleneck beyond the maximum is certain even then,
        /// as no demand is negative.
        public let match: WeekMatch?

        /// What is compared with the capacity; a lower bound where something is unknown.
        public var compared: Double { linked + nested + delta }
        /// What can be released beyond the actual capacity.
        public var flexible: Double { maximum - actual }
        /// Actual capacity that is left over (+) or lacking (−).
        public var balance: Double { actual - compared }
    }

    /// One capacity group.
    public struct Group: Sendable, Hashable {
        /// Its id.
        public let id: String
        /// Its name.
        public let name: String
        /// Its unit.
        public let unit: String?
        /// Its weeks in order.
        public let weeks: [WeekResult]
        /// Linked series that nobody sent, or whose unit differs without a load factor.
        public let unmatched: [DemandLink]

        /// Weeks with a bottleneck.
        public var bottlenecks: [WeekResult] { weeks.filter { $0.match?.isBottleneck == true } }
        /// Known weekly demands before production is moved, for measuring how they move.
        public var demands: [Week: Double] {
            var demands: [Week: Double] = [:]
            for week in weeks where week.unknown.isEmpty { demands[week.week] = week.linked + week.nested }
            return demands
        }
    }

    /// The active groups without errors, by id.
    public let groups: [Group]
    /// What is wrong or odd with demands and groups. An object with an error is not used.
    public let findings: [PayloadFinding]

    /// Compares.
    ///
    /// - Complexity: O(links × weeks) for each group and the groups below it.
    public static func run(
        demands: [MaterialDemand], groups: [CapacityGroup], _ options: Options = Options()
    ) -> WeeklyComparison {
        var findings: [PayloadFinding] = []
        let soundDemands = demands.filter { demand in
            let own = demand.findings()
            findings += own
            return !own.contains { $0.severity == .error }
        }
        let soundGroups = groups.filter { group in
            let own = group.findings()
            findings += own
            return !own.contains { $0.severity == .error }
        }
        var book = DemandBook(soundDemands)
        findings += book.findings
        var nesting = GroupNesting(soundGroups)
        let results = nesting.groups.values.filter { !$0.isInactive }
            .sorted { PayloadCheck.plainID($0.id) < PayloadCheck.plainID($1.id) }
            .map { group in
                let below = nesting.below(group)
                return compare(group, below, &book, options)
            }
        findings += nesting.findings + book.laterFindings
        var seen: Set<PayloadFinding> = []
        return WeeklyComparison(groups: results, findings: findings.filter { seen.insert($0).inserted })
    }

    private static func compare(
        _ group: CapacityGroup, _ below: [CapacityGroup], _ book: inout DemandBook, _ options: Options
    ) -> Group {
        let own = group.linkedSeries.map { book.series(for: $0, of: group) }
        let nested = below.flatMap { group in group.linkedSeries.map { book.series(for: $0, of: group) } }
        let weeks = group.weeks.compactMap { capacity -> WeekResult? in
            guard case .success(let week) = Week.reading(monday: capacity.monday) else { return nil }
            var unknown: [DemandLink] = []
            func sum(_ lookups: [DemandBook.Lookup]) -> Double {
                var total = 0.0
                for lookup in lookups {
                    guard lookup.counts else { continue }
                    if let quantity = lookup.quantities?[week] {
                        total += quantity * (lookup.link.loadFactor ?? 1)
                    } else {
                        unknown.append(lookup.link)
                    }
                }
                return total
            }
            let (linked, lower) = (sum(own), sum(nested))
            let delta = capacity.delta ?? 0
            let match = WeekMatch(
                demand: linked + lower + delta, actual: capacity.actual, maximum: capacity.maximum,
                tolerance: options.tolerance)
            return WeekResult(
                week: week, linked: linked, nested: lower, delta: delta, actual: capacity.actual,
                maximum: capacity.maximum, unknown: unknown,
                match: unknown.isEmpty || match == .bottleneckBeyondMaximum ? match : nil)
        }
        return Group(
            id: group.id, name: group.name, unit: group.unit, weeks: weeks.sorted { $0.week < $1.week },
            unmatched: (own + nested).filter { $0.counts && $0.quantities == nil }.map(\.link))
    }
}
