public import Ecosystem

extension Monitor {
    /// The answer.
    public struct Result: Codable, Sendable {
        /// One figure of a series.
        public struct Point: Codable, Sendable {
            /// The period as written.
            public var time: String
            /// The value in the series' unit.
            public var value: Double
            /// Its comparison sign; `nil` where it is exact.
            public var qualifier: String?
            /// The figure.
            public var figure: IndicatorID
        }

        /// A step that leaves the trend.
        public struct Break: Codable, Sendable {
            /// The period after the step.
            public var time: String
            /// Its size a year.
            public var step: Double
            /// The median step.
            public var typical: Double
            /// How many deviations it is off; `nil` where all other steps are equal.
            public var deviations: Double?
        }

        /// One indicator of one thing through time.
        public struct Series: Codable, Sendable {
            /// What it describes.
            public var entity: String
            /// What it measures.
            public var indicator: IndicatorDefinitionID
            /// The unit of its values.
            public var unit: String
            /// Its points, earliest first.
            public var points: [Point]
            /// Last less first; `null` for a single point.
            @KnownOrNull public var change: Double?
            /// `<` or `>` where a comparison sign makes the change a limit.
            public var changeQualifier: String?
            /// The change over the first value.
            public var relativeChange: Double?
            /// The constant rate a year between first and last; `nil` without dates.
            public var growthAYear: Double?
            /// `rising`, `falling`, `level`; `null` for a single point.
            @KnownOrNull public var direction: Direction?
            /// Periods in which a step went against the one before.
            public var turns: [String]
            /// Steps that leave the trend; empty below six points.
            public var breaks: [Break]
        }

        /// Which way a series goes from its first to its last point.
        public enum Direction: String, Codable, Sendable, CaseIterable {
            case rising, falling, level
        }

        /// A planned figure against what is.
        public struct Target: Codable, Sendable {
            /// What it describes.
            public var entity: String
            /// What it measures.
            public var indicator: IndicatorDefinitionID
            /// The planned figure.
            public var figure: IndicatorID
            /// Its period as written.
            public var time: String
            /// Its value and sign.
            public var target: PrintedFigure
            /// The last actual figure in the same unit; `null` where there is none.
            @KnownOrNull public var latest: Double?
            /// The period of that.
            public var latestTime: String?
            /// Target less latest.
            public var gap: Double?
            /// Whether a figure of its date or later reaches it; `null` where there is none.
            @KnownOrNull public var isReached: Bool?
        }

        /// Something to look at.
        public struct Alert: Codable, Sendable {
            /// What kind of thing.
            public enum Kind: String, Codable, Sendable, CaseIterable {
                /// A target's date has come and the figure is below it.
                case targetMissed
                /// A target's date has passed without a later figure.
                case targetUnknown
                /// The last step leaves the trend.
                case trendBreak
                /// The last step is larger than the limit.
                case jump
                /// The last step went against the one before.
                case turn
                /// The last figure is old.
                case outOfDate
            }

            /// What kind.
            public var kind: Kind
            /// What it measures.
            public var indicator: IndicatorDefinitionID
            /// What it is about.
            public var entities: [String]
            /// The period of the last figure.
            public var time: String
            /// The figures behind it.
            public var figures: [IndicatorID]
        }

        /// A figure that differs from a compared package.
        public struct Change: Codable, Sendable {
            /// What happened.
            public enum Kind: String, Codable, Sendable, CaseIterable {
                case added, removed, changed
            }

            /// The package that it is compared with.
            public var since: String
            /// What happened.
            public var kind: Kind
            /// What it describes.
            public var entity: String
            /// What it measures.
            public var indicator: IndicatorDefinitionID
            /// The period as written.
            public var time: String
            /// The value there.
            public var before: PrintedFigure?
            /// The value here.
            public var after: PrintedFigure?
        }

        /// Records that differ from a compared package, by kind.
        public struct RecordChange: Codable, Sendable {
            /// The package that it is compared with.
            public var since: String
            /// The table of the kind.
            public var table: String
            /// Records that are only here.
            public var added: Int
            /// Records that are only there.
            public var removed: Int
            /// Records whose content differs.
            public var changed: Int
        }

        /// The region asked about.
        public var region: RegionID?
        /// The newest year of any figure of the package.
        @KnownOrNull public var newestYear: Int?
        /// Series with two or more points, most points first.
        public var series: [Series]
        /// Figures that stand alone: nothing to follow yet.
        public var single: Int
        /// Figures without a date.
        public var undated: Int
        /// Planned figures.
        public var targets: [Target]
        /// What to look at, gravest first.
        public var alerts: [Alert]
        /// Figures that differ from the compared packages.
        public var changes: [Change]
        /// Records that differ from the compared packages.
        public var recordChanges: [RecordChange]
    }
}
