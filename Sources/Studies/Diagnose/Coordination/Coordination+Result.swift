public import Ecosystem

extension Coordination {
    /// The answer.
    public struct Result: Codable, Sendable {
        /// One sub-index.
        public struct Index: Codable, Sendable {
            /// coordination, gradient, complementarity or symbiosis.
            public var id: String
            /// 0…1; `null` where nothing is on record.
            @KnownOrNull public var value: Double?
            /// The smallest that rounding of printed numbers allows.
            @KnownOrNull public var low: Double?
            /// The largest.
            @KnownOrNull public var high: Double?
            /// Records that count for it.
            public var counted: [String]
            /// All records that it is counted over.
            public var outOf: [String]
        }

        /// Coupling coordination of some scores.
        public struct Coupling: Codable, Sendable {
            /// The row of the matrix, or the region.
            public var name: String
            /// C of the classic form.
            @KnownOrNull public var coupling: Double?
            /// T, the mean.
            @KnownOrNull public var development: Double?
            /// D of the classic form.
            @KnownOrNull public var coordination: Double?
            /// C of the corrected form.
            @KnownOrNull public var couplingCorrected: Double?
            /// D of the corrected form.
            @KnownOrNull public var coordinationCorrected: Double?
        }

        /// The four sub-indices; empty where a matrix was given.
        public var indices: [Index]
        /// The four taken together, where all are known.
        @KnownOrNull public var together: Coupling?
        /// Row by row of a given matrix.
        public var rows: [Coupling]
        /// The region.
        @KnownOrNull public var region: RegionID?
    }
}
