extension Positioning {
    /// The answer. Cities and segments are ids, or the names of a given matrix.
    public struct Result: Codable, Sendable {
        /// A segment that a city could grow into.
        public struct Candidate: Codable, Sendable {
            /// The city.
            public var region: String
            /// The segment.
            public var industry: String
            /// How near it is to what the city holds, 0…1.
            public var density: Double
            /// Segments near to it in which the city has an advantage, nearest first, at most five.
            public var near: [String]
            /// Cities that hold it.
            public var holders: [String]
            /// `fill-gap`, `join` or `repeats`.
            public var advice: String
        }

        /// How alike two cities are.
        public struct Pair: Codable, Sendable {
            /// One city.
            public var a: String
            /// The other.
            public var b: String
            /// The cosine of what they hold, 0…1.
            public var cosine: Double
        }

        /// What a city holds.
        public struct City: Codable, Sendable {
            /// The city.
            public var region: String
            /// Segments that it holds.
            public var held: Int
            /// Of these, those in which it has an advantage.
            public var advantages: Int
            /// Organizations, or the sum of its row.
            public var total: Double
        }

        /// Cities that hold anything, in the order of the table.
        public var regions: [City]
        /// Cities of which nothing is on record.
        public var silent: [String]
        /// Candidates, city by city, nearest first.
        public var candidates: [Candidate]
        /// The pairs that are most alike, at most twenty.
        public var alike: [Pair]
        /// How many segments anybody holds.
        public var industries: Int
    }
}
