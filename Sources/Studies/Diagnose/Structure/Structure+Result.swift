public import Ecosystem

extension Structure {
    /// The answer.
    public struct Result: Codable, Sendable {
        /// One place in one year.
        public struct RegionYear: Codable, Sendable {
            /// The place.
            public var region: RegionID
            /// The share of the first industry, 0…1.
            @KnownOrNull public var primary: Double?
            /// The share of the second industry, 0…1.
            @KnownOrNull public var secondary: Double?
            /// The share of the third industry, 0…1.
            @KnownOrNull public var tertiary: Double?
            /// Which of the shares are what the others leave.
            public var derived: [String]
            /// Value added of the three industries in the package's unit, in their order.
            public var valueAdded: [Double?]
            /// The product of the place that follows from value added and shares.
            public var product: Range?
            /// The sum of the squared shares.
            @KnownOrNull public var hhi: Double?
        }

        /// A number with the interval that rounding leaves.
        public struct Range: Codable, Sendable, Equatable {
            /// The number from the printed values.
            public var value: Double
            /// The smallest that it may be.
            public var low: Double
            /// The largest that it may be.
            public var high: Double
        }

        /// A measure between two places.
        public struct Pair: Codable, Sendable {
            /// One place.
            public var a: RegionID
            /// The other.
            public var b: RegionID
            /// The number from the printed values.
            public var value: Double
            /// The smallest that it may be.
            public var low: Double
            /// The largest that it may be.
            public var high: Double
        }

        /// One year.
        public struct Year: Codable, Sendable {
            /// The year.
            public var year: Int
            /// The places in the package's order.
            public var regions: [RegionYear]
            /// How alike the places are, 0…1; both must have all shares.
            public var cosine: [Pair]
            /// Krugman's distance, 0…2.
            public var krugman: [Pair]
            /// The overlap of the structures, 0…1.
            public var overlap: [Pair]
        }

        /// How far a place's structure has turned from the first year to the last.
        public struct Turn: Codable, Sendable {
            /// The place.
            public var region: RegionID
            /// The first year.
            public var from: Int
            /// The last year.
            public var to: Int
            /// Moore's angle in degrees.
            public var degrees: Double
            /// The smallest that it may be.
            public var low: Double
            /// The largest that it may be.
            public var high: Double
        }

        /// Something that the numbers show about the documents.
        public struct Finding: Codable, Sendable {
            /// What kind of finding.
            public enum Kind: String, Codable, Sendable {
                /// An industry of which the other two are printed and itself is not.
                case tableMissing = "table-missing"
                /// A point value falls outside the interval that the other table leaves.
                case outsideInterval = "outside-interval"
                /// Two tables cannot both be right.
                case inconsistent
                /// A sentence that the numbers contradict.
                case claimContradicted = "claim-contradicted"
                /// A sentence that holds in percentage points, not in percent as printed.
                case claimInPoints = "claim-in-points"
            }

            /// What kind of finding.
            public var kind: Kind
            /// The place, where it is about one.
            @KnownOrNull public var region: RegionID?
            /// The year, where it is about one.
            @KnownOrNull public var year: Int?
            /// The industry: primary, secondary or tertiary.
            public var industry: String
            /// The claim that is contradicted.
            @KnownOrNull public var claim: ClaimID?
            /// The value that was found.
            public var value: Double?
            /// The smallest that would fit.
            public var low: Double?
            /// The largest that would fit.
            public var high: Double?
            /// The finding in words.
            public var text: Localized
            /// Paragraphs that it is about.
            public var paragraphs: [String]
        }

        /// The years, oldest first.
        public var years: [Year]
        /// Turn of structure by place.
        public var turns: [Turn]
        /// What the numbers show about the documents.
        public var findings: [Finding]
        /// Claims that the numbers bear out or cannot contradict.
        public var heldClaims: [ClaimID]
        /// Claims about series that have too few numbers.
        public var uncheckedClaims: [ClaimID]
    }
}
