public import DemandCapacity
public import Ecosystem

extension Utilization {
    /// The answer.
    public struct Result: Codable, Sendable {
        /// Whether capacity is there.
        public enum Phase: String, Codable, Sendable, CaseIterable {
            case existing, underConstruction, approved
        }

        /// What a document prints of a country or region as a whole, and what follows from it.
        public struct PrintedUse: Codable, Sendable {
            /// The region.
            public var region: RegionID
            /// The printed use, as a fraction.
            public var use: PrintedFigure
            /// The period as printed.
            public var period: String?
            /// The printed capacity, where there is one.
            public var capacity: PrintedFigure?
            /// The smallest and largest output that rounds to the printed use.
            public var outputLow, outputHigh: Double?
            /// Capacity less that output.
            public var idleLow, idleHigh: Double?
            /// Percentage points above (+) or below (−) the first region of the list.
            public var pointsFromFirst: Double?
        }

        /// Makers as a document counts them.
        public struct MakerCount: Codable, Sendable {
            /// Of which region.
            public var region: RegionID
            /// All makers.
            public var all: PrintedFigure
            /// Makers below the monthly limit.
            public var low: PrintedFigure?
            /// Makers without output, which are among them.
            public var zero: PrintedFigure?
            /// The part of the makers that is low, at least; `nil` where the sign gives no lower end.
            public var lowShareAtLeast: Double?
            /// The part that stands still, at most.
            public var zeroShareAtMost: Double?
        }

        /// Use of one subject in the year of the roll-ups.
        public struct Use: Codable, Sendable {
            /// A plant, an organization, a segment or a region.
            public var id: String
            /// Units made and units that could have been made.
            public var output, capacity: Double
            /// Output over capacity; `null` where no record has both.
            @KnownOrNull public var use: Double?
            /// Capacity that was not used.
            public var idle: Double
            /// Records that count, and records that lack output or capacity.
            public var records, leftOut: Int
            /// Whether more was made than the capacity says.
            public var isAboveCapacity: Bool
            /// Last of three months in a row over the first, less 1; `nil` where three are not known.
            public var trend: Double?
            /// The figures behind it.
            public var figures: [IndicatorID]
        }

        /// A rule set that was used.
        public struct Rules: Codable, Sendable {
            /// Its id and version.
            public var id, version: String
            /// How its text is known.
            public var basis: Basis
            /// Its first day.
            public var validFrom: String?
            /// The document that it follows, and whether it was checked against it.
            public var source: Localized
            /// Its rules with their limits.
            public var rules: [Limit]
        }

        /// A rule with its limit.
        public struct Limit: Codable, Sendable {
            /// The rule.
            public var rule: String
            /// What is measured, against what.
            public var metric, comparator: String
            /// How many times in a row.
            public var window: Int
            /// The limit in the metric's unit; `null` where the rule compares with zero or with the class.
            @KnownOrNull public var value: Double?
            /// How the limit is known.
            public var basis: Basis
        }

        /// What a rule says of one maker or place.
        public struct Verdict: Codable, Sendable {
            /// The rule set and the rule.
            public var set, rule: String
            /// The maker, or the region.
            public var subject: String
            /// The segment, for rules on places.
            public var productClass: String?
            /// How the rule's limit is known; the figures have their own basis.
            public var basis: Basis
            /// What came out.
            public var outcome: RuleVerdict.Outcome
            /// The figures that it was judged by: time, value, and what it is compared with.
            public var figures: [Figure]
        }

        /// A figure of a verdict.
        public struct Figure: Codable, Sendable {
            /// The month, quarter or year.
            public var time: String
            /// The metric.
            public var value: Double
            /// What it is compared with.
            public var compared: Double?
        }

        /// Capacity that is there or is coming in one place, against the demand there.
        public struct Pipeline: Codable, Sendable {
            /// The place.
            public var region: RegionID
            /// Units a year in place; `null` where nothing is stated, as with the next ones.
            @KnownOrNull public var existing: Double?
            /// Units a year under construction.
            @KnownOrNull public var underConstruction: Double?
            /// Units a year that are approved or planned.
            @KnownOrNull public var approved: Double?
            /// Units a year that somebody expects to be bought.
            @KnownOrNull public var demand: Double?
            /// All phases over the demand.
            @KnownOrNull public var overheating: Double?
            /// What is coming over what exists.
            public var growth: Double?
            /// Its part of all that is coming.
            public var shareOfComing: Double?
            /// Plants that are coming.
            public var projects: Int
            /// The figures behind it.
            public var figures: [IndicatorID]
        }

        /// A figure of capacity that is built or planned.
        public struct Project: Codable, Sendable {
            /// The figure.
            public var figure: IndicatorID
            /// What it describes.
            public var entity: String
            /// Units a year.
            public var capacity: PrintedFigure
            /// Whether it is there, and how far it has come.
            public var phase: Phase
        }

        /// The region asked about.
        public var region: RegionID?
        /// The year of the roll-ups; `null` where no plant has output and capacity.
        @KnownOrNull public var year: Int?
        /// Printed use of countries and regions; the region of the printed capacity first.
        public var printedUse: [PrintedUse]
        /// Makers as a document counts them.
        public var makerCounts: [MakerCount]
        /// Use of the region as a whole.
        public var whole: Use?
        /// Use by plant, maker, class and place.
        public var plants, makers, classes, places: [Use]
        /// Rule sets that were used.
        public var ruleSets: [Rules]
        /// What they say.
        public var verdicts: [Verdict]
        /// Makers without output; makers below the monthly limit but not at zero.
        public var zeroOutput, lowOutput: [String]
        /// Plants below the limit of idleness, largest idle capacity first.
        public var idle: [Use]
        /// Makers that a rule of exit finds, or that made nothing in the whole year.
        public var exitCandidates: [String]
        /// Capacity that is coming, by place.
        public var pipeline: [Pipeline]
        /// Single figures of capacity that is built or planned.
        public var projects: [Project]
        /// What other packages say.
        public var compare: [Compared]

        /// Another package.
        public struct Compared: Codable, Sendable {
            /// Its id.
            public var package: String
            /// Its region.
            public var region: RegionID?
            /// The year of its roll-ups.
            public var year: Int?
            /// Use of the region as a whole.
            public var use: Double?
            /// Makers without output, and low ones.
            public var zeroOutput, lowOutput: Int
        }
    }
}
