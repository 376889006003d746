import Kernels

extension FirmRisk.Result {
    /// How the failure of one firm reaches others over many reconstructed networks. Firms between are told of by their segments: in
    /// each network they are other ones, and made up.
    public struct PairBands: Codable, Sendable, Equatable {
        /// One way of the loss.
        public struct Way: Codable, Sendable, Equatable {
            /// Segments from that of the firm that fails to that of the one that is hit.
            public var segments: [String]
            /// `downstream` (for lack of inputs) or `upstream` (for lack of orders).
            public var direction: String
            /// The part of the hit firm's capacity that is lost along it; 0 in networks without it.
            public var amount: Bands.Interval
            /// In how many networks it is there.
            public var networks: Int
        }

        /// A segment among those that are hit hardest.
        public struct Hit: Codable, Sendable, Equatable {
            /// Its id.
            public var segment: String
            /// What its firms among the hardest hit lose, as a part of all that is weighed; 0 in networks without it.
            public var weighed: Bands.Interval
            /// In how many networks it is there.
            public var networks: Int
        }

        /// What fails: a named organization, or a segment, whose largest firm stands for it.
        public var from: String
        /// What is hit; absent where nothing was named.
        public var to: String?
        /// Its loss for lack of inputs and of orders; absent where nothing was named.
        public var downstream: Bands.Interval?, upstream: Bands.Interval?
        /// The ways to it, those with the largest middle first.
        public var ways: [Way] = []
        /// Those that are hit hardest, segment by segment, where nothing was named.
        public var hits: [Hit] = []
    }

    /// The ways and hits of one network.
    public struct PairDraw: Codable, Sendable, Equatable {
        struct Part: Codable, Sendable, Equatable {
            var segments: [String]
            var direction: String
            var amount: Double
        }

        var downstream: Double?, upstream: Double?
        var ways: [Part]
        var hits: [Part]
    }
}

extension FirmRisk.Result.PairBands {
    /// Ways and segments that are kept at most.
    static let limit = 12

    /// Fills what the networks say together.
    mutating func fill(_ draws: [FirmRisk.Result.PairDraw]) {
        typealias Part = FirmRisk.Result.PairDraw.Part
        typealias Interval = FirmRisk.Result.Bands.Interval
        func gathered(_ parts: (FirmRisk.Result.PairDraw) -> [Part]) -> [(part: Part, Interval, Int)] {
            var found: [[String]: [Double]] = [:]
            for (number, draw) in draws.enumerated() {
                for part in parts(draw) {
                    found[[part.direction] + part.segments, default: .init(repeating: 0, count: draws.count)][
                        number] += part.amount
                }
            }
            return found.map { key, amounts in
                (
                    Part(segments: Array(key.dropFirst()), direction: key[0], amount: amounts.compensatedSum),
                    Interval(amounts), amounts.count { $0 > 0 }
                )
            }.sorted { left, right in
                left.0.amount != right.0.amount
                    ? left.0.amount > right.0.amount
                    : ([left.0.direction] + left.0.segments).lexicographicallyPrecedes(
                        [right.0.direction] + right.0.segments)
            }
        }
        if to != nil {
            downstream = Interval(draws.compactMap(\.downstream))
            upstream = Interval(draws.compactMap(\.upstream))
        }
        ways = gathered(\.ways).prefix(Self.limit).map { part, amount, networks in
            Way(segments: part.segments, direction: part.direction, amount: amount, networks: networks)
        }
        // A segment may be hit both ways; it is one segment.
        hits = gathered { draw in
            draw.hits.map { .init(segments: $0.segments, direction: "", amount: $0.amount) }
        }
        .prefix(Self.limit).map { part, amount, networks in
            Hit(segment: part.segments.first ?? "", weighed: amount, networks: networks)
        }
    }
}
