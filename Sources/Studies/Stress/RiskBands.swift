extension FirmRisk.Result {
    /// What many reconstructed networks agree on, and how far they differ; losses are parts of all revenue.
    public struct Bands: Codable, Sendable, Equatable {
        /// 5 %, 25 %, half, 75 % and 95 % of the samples are not above these.
        public struct Interval: Codable, Sendable, Equatable {
            /// The lower end, the middle, the upper end.
            public var low: Double, middle: Double, high: Double
            /// The ends of the middle half.
            public var quarter: Double, threeQuarters: Double
        }

        /// The loss of the firm at a rank.
        public struct Rank: Codable, Sendable, Equatable {
            /// From 1, the gravest.
            public var rank: Int
            /// Over the samples, each with its own firm at that rank.
            public var loss: Interval
        }

        /// Firms of a segment or a region.
        public struct Group: Codable, Sendable, Equatable {
            /// Id of the segment or region.
            public var id: String
            /// Firms in it.
            public var firms: Int
            /// The gravest loss of a firm, the mean loss, and its two directions.
            public var largest: Interval, mean: Interval, downstream: Interval, upstream: Interval
            /// Segments with firms that cannot do without this one; absent for regions.
            public var essentialFor: [String]?
        }

        /// A firm that documents name; its place in the network is assumed, so it has an interval and no rank.
        public struct Named: Codable, Sendable, Equatable {
            /// Its id.
            public var organization: String
            /// The segment and region in which it is put.
            public var segment: String, region: String
            /// Its loss, and the two directions.
            public var loss: Interval, downstream: Interval, upstream: Interval
        }

        /// How many networks; the first has this seed, the next ones the numbers after it.
        public var samples: Int, seed: UInt64
        /// Firms and, on average, links of a network.
        public var firms: Int, links: Double
        /// The rank curve, at ranks that grow by about a fifth.
        public var curve: [Rank] = []
        /// The mean loss, and the part of firms whose loss is 1 % or more.
        public var mean: Interval, grave: Interval
        /// How losses are spread over firms, and what size says of them; absent where there are no firms.
        public var shape: Shape<Interval>?
        /// How the failure that `pair` names reaches others; absent where it names none.
        public var pair: PairBands?
        /// Segments and regions.
        public var segments: [Group] = [], regions: [Group] = []
        /// Named firms, in the order of the records; none under 100 samples.
        public var named: [Named] = []
        /// No value of any sample is off by more.
        public var errorBound: Double
        /// Values of samples whose bound could not be proven.
        public var uncertified: Int
        /// The samples themselves, in a part that is still to be joined.
        public var draws: [Draw]?
    }

    /// What one network gives.
    public struct Draw: Codable, Sendable, Equatable {
        /// Its seed and links.
        var seed: UInt64, links: Int
        /// Losses at the ranks of the curve.
        var curve: [Double]
        var mean: Double, grave: Double
        var shape: Shape<Double>
        var pair: PairDraw?
        /// By segment and by region that have firms: largest, mean, downstream, upstream.
        var segments: [[Double]], regions: [[Double]]
        /// By named firm: loss, downstream, upstream.
        var named: [[Double]]
        var errorBound: Double, uncertified: Int
    }
}

extension FirmRisk.Result.Bands.Interval {
    /// The quantiles of some values.
    init(_ values: [Double]) {
        let quantiles = Quantiles(values)
        self.init(
            low: quantiles.value(at: 0.05), middle: quantiles.value(at: 0.5), high: quantiles.value(at: 0.95),
            quarter: quantiles.value(at: 0.25), threeQuarters: quantiles.value(at: 0.75))
    }
}
