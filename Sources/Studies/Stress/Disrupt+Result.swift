public import Ecosystem
import Resilience

extension Disrupt {
    /// What the study finds.
    public struct Result: Codable, Sendable {
        /// One shock as it was understood.
        public struct Shock: Codable, Sendable, Equatable {
            /// What was named.
            public var what: String
            /// `firm`, `sector`, `region`, `way`, `link` or `scenario`.
            public var kind: String
            /// Ids of the firms that stop; the first hundred.
            public var firms: [String]
            /// How many they are.
            public var firmCount: Int
            /// How many links are closed.
            public var links: Int
            /// First day, days until the recovery, the part lost, days of the recovery, its curve.
            public var start: Double
            /// Days until the recovery begins.
            public var days: Double
            /// The part lost.
            public var depth: Double
            /// Days of the recovery.
            public var recovery: Double
            /// `linear`, `convex` or `concave`.
            public var curve: String
        }

        /// One day.
        public struct Day: Codable, Sendable, Equatable {
            /// From 0.
            public var day: Int
            /// Output of the day.
            public var output: Double
            /// The part of output that is lost; below zero where more is made than before.
            public var loss: Double
            /// Final demand that is not met.
            public var unmet: Double
            /// Firms below their output before.
            public var hit: Int
            /// With samples: the part lost of which 5 % of the networks stay below; the same as `p5`.
            public var low: Double?
            /// With samples: the part lost of which 95 % of the networks stay below; the same as `p95`.
            public var high: Double?
            /// With samples: quantiles of the part lost over the networks.
            public var p5: Double?
            /// Quantile 0.25.
            public var p25: Double?
            /// Quantile 0.5.
            public var p50: Double?
            /// Quantile 0.75.
            public var p75: Double?
            /// Quantile 0.95.
            public var p95: Double?
        }

        /// One firm that is hit.
        public struct Hit: Codable, Sendable, Equatable {
            /// Its id.
            public var firm: String
            /// Its sector.
            public var sector: String
            /// Its region, where one is given.
            public var region: String?
            /// Output lost over all days, less what is made up for.
            public var loss: Double
            /// As a part of its output in all days.
            public var share: Double
            /// The largest part lost on one day.
            public var worst: Double
            /// That day.
            public var worstDay: Int
            /// The first day on which more than a hundredth is lost.
            public var hitDay: Int
            /// `shock`, `input` (something is lacking) or `orders` (less is ordered).
            public var cause: String
            /// The sector of what is lacking.
            public var input: String?
            /// From what stopped to this firm, each through the next; the firm itself is last.
            public var path: [String]
            /// Sector and region of each firm of the path.
            public var along: [Step]
            /// With samples: quantiles 0.05 and 0.95 of the loss of the firm of the same sector, region and rank by size.
            public var low: Double?
            /// Quantile 0.95.
            public var high: Double?
            /// The closed way on its last step.
            public var way: String?
            /// Days of work lost: jobs times the part of output lost, over all days.
            public var jobDays: Double?
        }

        /// One sector.
        public struct Segment: Codable, Sendable, Equatable {
            /// Its name.
            public var sector: String
            /// Firms in it.
            public var firms: Int
            /// Output lost over all days.
            public var loss: Double
            /// The largest part lost on one day.
            public var worst: Double
            /// That day.
            public var worstDay: Int
            /// The first day on which a user makes less for lack of its product; absent where none ever does.
            public var dryDay: Int?
            /// The most users that it slows or stops on one day.
            public var dryUsers: Int
            /// Output that users cannot make for lack of it.
            public var dryLoss: Double
            /// The part lost on average in each week.
            public var weeks: [Double]
        }

        /// Where a firm of a path belongs.
        public struct Step: Codable, Sendable, Equatable {
            /// Its sector.
            public var sector: String
            /// Its region, where one is given.
            public var region: String?
        }

        /// One region.
        public struct Region: Codable, Sendable, Equatable {
            /// Its name in the network.
            public var region: String
            /// Output lost over all days.
            public var loss: Double
            /// The largest part lost on one day.
            public var worst: Double
            /// That day.
            public var worstDay: Int
            /// The part lost on average in each week.
            public var weeks: [Double]
            /// The part lost on each day; with samples, the middle of the networks.
            public var days: [Double]
        }

        /// What many reconstructed networks say, each the middle 90 % of them.
        public struct Bands: Codable, Sendable, Equatable {
            /// Quantiles 0.05, 0.5 and 0.95; absent where no sample has the number.
            public struct Interval: Codable, Sendable, Equatable {
                /// Quantile 0.05.
                public var low: Double?
                /// Quantile 0.5.
                public var middle: Double?
                /// Quantile 0.95.
                public var high: Double?
            }

            /// A sector or region and the part that it loses on its worst day.
            public struct Named: Codable, Sendable, Equatable {
                /// Its name.
                public var name: String
                /// The part lost on the worst day.
                public var worst: Interval
            }

            /// An input that runs short in some networks.
            public struct Dry: Codable, Sendable, Equatable {
                /// Its sector.
                public var sector: String
                /// In how many networks a user makes less for lack of it.
                public var felt: Int
                /// The first such day in those networks.
                public var day: Interval
            }

            /// A firm that documents name, by its stand-ins.
            public struct Organization: Codable, Sendable, Equatable {
                /// Its id.
                public var organization: String
                /// The segment in which a made-up firm stands in for it.
                public var segment: String
                /// The region in which it does.
                public var region: String
                /// In how many networks its stand-in loses a hundredth or more on some day.
                public var felt: Int
                /// The part of its output lost over all days.
                public var share: Interval
            }

            /// How many networks, and the seed of the first.
            public var samples: Int
            /// The seed of the first.
            public var seed: Int
            /// Output lost, as a part of all.
            public var lossShare: Interval
            /// The largest part lost on a day.
            public var worst: Interval
            /// Days of work lost; absent where jobs are not known.
            public var jobDays: Interval?
            /// The first day on which a user makes less for lack of an input, in the networks in which one does.
            public var firstDry: Interval
            /// In how many networks one does.
            public var felt: Int
            /// Sectors.
            public var segments: [Named]
            /// Regions.
            public var regions: [Named]
            /// What runs short, by sector.
            public var dry: [Dry]
            /// Firms that documents name, in the order of the package; from a hundred networks on.
            public var named: [Organization]
        }

        /// Something odd or missing, with a code.
        public typealias Finding = FirmRisk.Result.Finding

        /// What was assumed.
        public struct Assumptions: Codable, Sendable, Equatable {
            /// Days of stock aimed at, restocking time, search (absent: never), idle capacity, most overproduction.
            public var stockDays = 0.0
            /// Days in which a gap in the stock is ordered.
            public var restockDays = 0.0
            /// Days until new suppliers are found; absent for never.
            public var searchDays: Int?
            /// Idle capacity.
            public var spare = 0.0
            /// The most that production rises above capacity.
            public var overproduction = 1.0
            /// `proportional` or `small-first`.
            public var rationing = ""
            /// Whether orders move to suppliers that can still produce.
            public var substitution = true
            /// Days of the values.
            public var period = 365.0
            /// What comes from abroad, as it was asked for; absent for nothing.
            public var imports: String?
        }

        /// What is assumed to come from abroad, of one sector.
        public struct Abroad: Codable, Sendable, Equatable {
            /// The sector.
            public var sector: String
            /// The part of its product that its users buy abroad.
            public var share: Double
            /// The way that it takes, where one was named.
            public var way: String?
            /// Whether the part is what the network says, not what was asked for.
            public var isOfTable: Bool
            /// What wider thing the network counted the part of.
            public var counted: Localized?
        }

        /// `network` or `table`; absent where nothing was given.
        public var source: String?
        /// What money is counted in; absent where the network does not say.
        public var money: Localized?
        /// What is assumed to come from abroad.
        public var abroad: [Abroad] = []
        /// Its name.
        public var name: String?
        /// How sure its numbers are.
        public var basis: Basis?
        /// Firms (or sectors of the table) and links.
        public var firms = 0
        /// Links.
        public var links = 0
        /// Days computed.
        public var days = 0
        /// Output per day before.
        public var before = 0.0
        /// Output lost over all days, and as a part of all output.
        public var loss = 0.0
        /// As a part of all output.
        public var lossShare = 0.0
        /// The largest part lost on a day, and that day.
        public var worst = 0.0
        /// That day.
        public var worstDay = 0
        /// Output that the stopped firms lose themselves.
        public var direct = 0.0
        /// Final demand that is not met, over all days.
        public var unmet = 0.0
        /// Days of work lost; absent where jobs are not known.
        public var jobDays: Double?
        /// What stopped.
        public var shocks: [Shock] = []
        /// What could have been named, where nothing was: firms by output, sectors, regions, ways.
        public var choices: [String] = []
        /// Day by day.
        public var curve: [Day] = []
        /// Who is hit, the largest loss first.
        public var hits: [Hit] = []
        /// Firms that are hit and that documents name: a reconstructed network says nothing of them one by one.
        public var hidden = 0
        /// Sectors, the largest loss first.
        public var segments: [Segment] = []
        /// Regions, in the network's order.
        public var regions: [Region] = []
        /// What is odd or missing.
        public var findings: [Finding] = []
        /// What many reconstructed networks say, where they were asked; all else is then of the network with the middle loss.
        public var bands: Bands?
        /// What was assumed.
        public var assumptions = Assumptions()
        /// The largest difference between deliveries and shipments, and between stocks and what came and went.
        public var residual = 0.0
        /// What the package lacks, where no network was given.
        public var missing: FirmRisk.Result.Missing?
    }
}

extension Disrupt.Result {
    init(missing: FirmRisk.Result.Missing) { self.missing = missing }
}
