import Ecosystem
import Indicators

extension Similarity {
    /// The answer; matrices are regions × regions in the order of `regions`, `null` where there is no number (`gaps` says why).
    public struct Result: Codable, Sendable {
        /// A pair of regions.
        public struct Pair: Codable, Sendable {
            /// The first.
            public var a: String
            /// The second.
            public var b: String
            /// Cosine, 0…1.
            @KnownOrNull public var cosine: Double?
            /// Its range; `null` where it is exact.
            @KnownOrNull public var range: NumberRange?
        }

        /// One printed year.
        public struct Year: Codable, Sendable {
            /// The year.
            public var year: Int
            /// Region ids.
            public var regions: [String]
            /// Pairs, each once.
            public var pairs: [Pair]
            /// Krugman's distance of the same pairs.
            public var krugman: [Double?]
            /// Finger and Kreinin's overlap of the same pairs.
            public var fingerKreinin: [Double?]

            init(_ year: Int, _ pairs: Pairs, _ table: StructureTable) {
                self.year = year
                regions = table.regions.map(\.id)
                self.pairs = []
                krugman = []
                fingerKreinin = []
                for one in regions.indices {
                    for other in regions.indices where other > one {
                        let pair = pairs.pairs[one][other]
                        self.pairs.append(
                            Pair(
                                a: regions[one], b: regions[other], cosine: pair.cosine.value,
                                range: NumberRange(pair.cosine)))
                        krugman.append(pair.krugman.value)
                        fingerKreinin.append(pair.fingerKreinin.value)
                    }
                }
            }
        }

        /// How far a structure has turned.
        public struct Turn: Codable, Sendable {
            /// The region's id.
            public var region: String
            /// The first year.
            public var from: Int
            /// The last year.
            public var to: Int
            /// Degrees, 0…90.
            @KnownOrNull public var degrees: Double?
            /// Its range; `null` where it is exact.
            @KnownOrNull public var range: NumberRange?
        }

        /// What another package prints.
        public struct Compared: Codable, Sendable {
            /// The package's id.
            public var package: String
            /// The year.
            @KnownOrNull public var period: String?
            /// Region ids.
            public var regions: [String]
            /// Regions × regions.
            public var cosine: [[Double?]]
            /// Regions × regions.
            public var krugman: [[Double?]]
        }

        /// `matrix`, `printed`, or `none` where there is nothing to compare.
        public var source: String
        /// The year of printed figures.
        @KnownOrNull public var period: String?
        /// Labels of the file's rows, or region ids.
        public var regions: [String] = []
        /// Labels of the file's columns, or sector codes.
        public var industries: [String] = []
        /// Cosine, 0…1.
        public var cosine: [[Double?]] = []
        /// Krugman's distance, 0…2.
        public var krugman: [[Double?]] = []
        /// Finger and Kreinin's overlap, 0…1.
        public var fingerKreinin: [[Double?]] = []
        /// Ranges of the cosines; `null` where every number is exact.
        @KnownOrNull public var ranges: [[NumberRange?]]?
        /// The pair that is most alike.
        @KnownOrNull public var mostAlike: Pair?
        /// The pair that is least alike.
        @KnownOrNull public var leastAlike: Pair?
        /// Every printed year.
        public var years: [Year] = []
        /// How far each place has turned over the printed years.
        public var turns: [Turn] = []
        /// Regions left out because a cell is missing.
        public var regionsLeftOut: [String] = []
        /// Industries left out because a cell is missing.
        public var industriesLeftOut: [String] = []
        /// Numbers that are not there, and why.
        public var gaps: [MeasureGap] = []
        /// What the measures compare with, and their zeros.
        public var conventions: [MeasureConventions] = []
        /// What other packages print.
        public var compare: [Compared] = []

        init(source: String) { self.source = source }

        /// Fills in the pairs of a table.
        mutating func fill(_ pairs: Pairs, _ table: StructureTable) {
            func spread<Value>(_ value: (StructuralSimilarity) -> Value?) -> [[Value?]] {
                let empty = [Value?](repeating: nil, count: table.regions.count)
                return table.spreadRows(
                    pairs.pairs.map { row in table.spreadRows(row.map(value)).map { $0 ?? nil } }
                )
                .map { $0 ?? empty }
            }
            period = table.period?.en
            regions = table.regions.map(\.id)
            industries = table.industries.map(\.id)
            cosine = spread { $0.cosine.value }
            krugman = spread { $0.krugman.value }
            fingerKreinin = spread { $0.fingerKreinin.value }
            let isExact = table.table.isExact && table.shares == nil
            ranges = isExact ? nil : spread { NumberRange($0.cosine) }
            regionsLeftOut = table.regionsLeftOut.map(\.id)
            industriesLeftOut = table.industriesLeftOut.map(\.id)
            conventions = [MeasureConventions("cosine", StructuralSimilarity.conventions)]
            let names = table.rows.map { table.regions[$0].id }
            for (row, name) in names.enumerated() {
                if let reason = pairs.pairs[row][row].cosine.reason {
                    gaps.append(MeasureGap("cosine", region: name, reason))
                }
            }
            var all: [Pair] = []
            for (row, name) in names.enumerated() {
                for (column, other) in names.enumerated() where column > row {
                    let cosine = pairs.pairs[row][column].cosine
                    guard cosine.value != nil else { continue }
                    all.append(
                        Pair(a: name, b: other, cosine: cosine.value, range: NumberRange(cosine)))
                }
            }
            // Of equals the first of the file.
            mostAlike = all.reduce(nil) { $0?.cosine ?? -1 < $1.cosine ?? -1 ? $1 : $0 }
            leastAlike = all.reduce(nil) { $0?.cosine ?? 2 > $1.cosine ?? 2 ? $1 : $0 }
        }
    }
}
