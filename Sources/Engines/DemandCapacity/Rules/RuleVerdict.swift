public import Ecosystem

/// What a rule says of one subject, with the figures that it was judged by.
public struct RuleVerdict: Sendable, Hashable {
    /// What came out.
    public enum Outcome: String, Sendable, Hashable, Codable, CaseIterable {
        /// The rule applies.
        case applies
        /// It does not.
        case doesNotApply
        /// Too little is known.
        case insufficientData

        /// The word for readers.
        public var label: Localized {
            switch self {
            case .applies: Localized("applies", "符合")
            case .doesNotApply: Localized("does not apply", "不符合")
            case .insufficientData: Localized("too little known", "数据不足")
            }
        }
    }

    /// A figure of one time.
    public struct Figure: Sendable, Hashable {
        /// The month, quarter or year.
        public let time: CalendarPoint
        /// The metric.
        public let value: Double
        /// What it is compared with, where that is no fixed value.
        public let compared: Double?
    }

    /// The rule's id.
    public let rule: String
    /// The maker, or the region.
    public let subject: String
    /// The product class, for rules on regions.
    public let productClass: String?
    /// What came out.
    public let outcome: Outcome
    /// The figures used, earliest first.
    public let figures: [Figure]
}

extension RuleSet {
    /// Judges records by every rule, by rule in the set's order, then by subject.
    ///
    /// - Complexity: O(rules × records × log records).
    public func verdicts(on records: [OperatingRecord]) -> [RuleVerdict] {
        rules.flatMap { rule in
            let used =
                rule.classes.isEmpty
                ? records : records.filter { rule.classes.contains($0.productClass ?? "") }
            switch rule.scope {
            case .maker:
                return Dictionary(grouping: used, by: \.maker).sorted { $0.key < $1.key }.map { maker, own in
                    rule.verdict(on: maker, nil, rule.metric.figures(own), compared: [:])
                }
            case .regionAndClass:
                let placed = used.filter { $0.region != nil && $0.productClass != nil }
                let byClass = Dictionary(grouping: placed) { $0.productClass ?? "" }
                return byClass.sorted { $0.key < $1.key }.flatMap { kind, members in
                    let whole = Dictionary(
                        rule.metric.figures(members).map { ($0.time, $0.value) },
                        uniquingKeysWith: { first, _ in first })
                    return Dictionary(grouping: members) { $0.region ?? "" }.sorted { $0.key < $1.key }
                        .map {
                            rule.verdict(on: $0.key, kind, rule.metric.figures($0.value), compared: whole)
                        }
                }
            }
        }
    }
}

extension UseRule {
    fileprivate func verdict(
        on subject: String, _ productClass: String?, _ known: [(time: CalendarPoint, value: Double)],
        compared whole: [CalendarPoint: Double]
    ) -> RuleVerdict {
        let last = known.suffix(max(1, window))
        let figures = last.map { figure in
            RuleVerdict.Figure(
                time: figure.time, value: figure.value,
                compared: comparator == .isBelowClass ? whole[figure.time] : nil)
        }
        let needsWhole = comparator == .isBelowClass
        let needsValue = comparator == .isBelow || comparator == .isLowButNotZero
        let isEnough =
            figures.count >= max(1, window) && UseRule.followEachOther(figures.map(\.time))
            && !(needsWhole && figures.contains { $0.compared == nil }) && !(needsValue && value == nil)
        guard isEnough else {
            return RuleVerdict(
                rule: id, subject: subject, productClass: productClass, outcome: .insufficientData,
                figures: figures)
        }
        let limit = value ?? 0
        let applies = figures.allSatisfy { figure in
            switch comparator {
            case .isZero: figure.value == 0
            case .isLowButNotZero: figure.value > 0 && figure.value < limit
            case .isBelow: figure.value < limit
            case .isBelowClass: figure.value < (figure.compared ?? 0)
            }
        }
        return RuleVerdict(
            rule: id, subject: subject, productClass: productClass,
            outcome: applies ? .applies : .doesNotApply, figures: figures)
    }

    /// Whether times of one kind follow each other without a gap.
    private static func followEachOther(_ times: [CalendarPoint]) -> Bool {
        zip(times, times.dropFirst()).allSatisfy { earlier, later in
            switch (earlier, later) {
            case (.year(let left), .year(let right)): right == left + 1
            case (.quarter(let year, let left), .quarter(let next, let right)):
                next * 4 + right == year * 4 + left + 1
            case (.month(let year, let left), .month(let next, let right)):
                next * 12 + right == year * 12 + left + 1
            default: false
            }
        }
    }
}
