import Ecosystem

extension TimeToSurvive.Result {
    /// What many reconstructed networks say together.
    public struct Bands: Codable, Sendable, Equatable {
        /// The middle 90 % over the networks, with the middle.
        public typealias Interval = FirmRisk.Result.Bands.Interval

        /// Firms of a segment or region.
        public struct Group: Codable, Sendable, Equatable {
            /// Id of the segment or region; empty for all.
            public var id: String
            /// Firms in it.
            public var firms: Int
            /// The part of them without which demand fails before they are back.
            public var exposed: Interval
            /// In how many networks demand fails at all without one of them.
            public var felt: Int
            /// The shortest time to survive without one of them, over the networks where it ends; absent where in none.
            public var shortest: Interval?
            /// What the stop of one of them costs, on average.
            public var loss: Interval
        }

        /// Networks.
        public var samples: Int
        /// The seed of the first.
        public var seed: UInt64
        /// All firms.
        public var all: Group?
        /// By segment and by region.
        public var segments: [Group], regions: [Group]
    }
}
