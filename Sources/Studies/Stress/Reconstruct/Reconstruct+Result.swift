public import Ecosystem
import Kernels
import Reconstruction

extension Reconstruct {
    /// What the study finds.
    public struct Result: Codable, Sendable {
        /// One choice or documented figure that the network rests on.
        public struct Assumption: Codable, Sendable, Equatable {
            /// The parameter's id.
            public var id: String
            /// Its name.
            public var label: Localized
            /// Its value in words.
            public var value: Localized
            /// How it is known and from where.
            public var origin: Origin
            /// Why this value.
            public var why: Localized
        }

        /// Firms of a segment or region.
        public struct Share: Codable, Sendable, Equatable {
            /// Id of the segment or region.
            public var id: String
            /// Made-up firms.
            public var firms: Int
            /// What they make.
            public var output: Double
            /// What they sell in the network.
            public var sales: Double
            /// What they buy in the network.
            public var purchases: Double
        }

        /// Trade between two regions.
        public struct Trade: Codable, Sendable, Equatable {
            /// Id of the selling region.
            public var from: String
            /// Id of the buying region.
            public var to: String
            /// Value of the links.
            public var value: Double
        }

        /// How many links firms have, or how large they are.
        public struct Spread: Codable, Sendable, Equatable {
            /// The mean and the quantiles.
            public var mean: Double, median: Double, p90: Double, p99: Double, largest: Double
            /// 0 all alike, towards 1 one has all.
            public var gini: Double
        }

        /// How well the network fits.
        public struct Fit: Codable, Sendable, Equatable {
            /// Links as wanted, as expected over seeds, as drawn.
            public var wantedLinks: Double, expectedLinks: Double, links: Int
            /// Relative deviation of what groups of firms sell from their share by output, in expectation; purchases are exact.
            public var worstSales: Double
            /// All trade as asked, and as drawn.
            public var askedTrade: Double, drawnTrade: Double
            /// The largest deviation between a segment's drawn and asked purchases, as a part of all trade.
            public var worstSegment: Double
            /// Links a firm and sizes.
            public var suppliers: Spread, customers: Spread, sizes: Spread
            /// Firms without supplier, without customer, and that sell more than planned.
            public var withoutSupplier: Int, withoutCustomer: Int, oversold: Int
            /// Sectors of the table that firms cannot do without, all firms together, and those of which a firm has no supplier.
            public var needs: Int, needsWithoutSupplier: Int
            /// Links whose reverse is there, and linked pairs, as parts.
            public var reciprocity: Double, density: Double
            /// Output of the largest hundredth of firms, as a part of all.
            public var topHundredth: Double
        }

        /// Something that the targets ask and these firms cannot give.
        public struct Finding: Codable, Sendable, Equatable {
            /// Its code.
            public var code: String
            /// The segment it concerns.
            public var segment: String?
            /// The part of what is asked.
            public var share: Double?
        }

        /// What money is counted in, for a year.
        public var unit: Localized
        /// The seed.
        public var seed: UInt64
        /// Made-up firms.
        public var firms: Int
        /// Links between them.
        public var links: Int
        /// How it is known: always synthetic.
        public var basis: Basis
        /// What it rests on.
        public var assumptions: [Assumption]
        /// Segments and regions.
        public var segments: [Share], regions: [Share]
        /// Trade between regions.
        public var trade: [Trade]
        /// Links a firm at some ranks: rank, suppliers, customers.
        public var degrees: [[Int]]
        /// The fit.
        public var fit: Fit
        /// Organizations that stand-ins are in the network for.
        public var named: [String]
        /// Named links that it keeps.
        public var namedLinks: Int
        /// What these firms cannot give.
        public var findings: [Finding]
    }
}

extension Reconstruct.Result {
    init(_ plan: CompanionPlan, _ companion: CompanionNetwork, _ options: ReconstructionOptions) {
        let drawn = companion.drawn
        let measured = ReconstructionFit(drawn, needs: plan.firmNeeds)
        seed = options.seed
        firms = drawn.output.count
        links = drawn.values.count
        basis = .synthetic
        assumptions = plan.assumptions.map {
            Assumption(id: $0.id, label: $0.label, value: $0.value, origin: $0.origin, why: $0.why)
        }
        let tally = Tally(drawn, segments: plan.segments.count, regions: plan.regions.count)
        segments = plan.segments.indices.map { place in
            Share(
                id: plan.segments[place].text, firms: tally.segments[place].firms,
                output: tally.segments[place].output, sales: tally.segments[place].sales,
                purchases: tally.segments[place].purchases)
        }
        regions = plan.regions.indices.map { place in
            Share(
                id: plan.regions[place].text, firms: tally.regions[place].firms,
                output: tally.regions[place].output,
                sales: tally.regions[place].sales, purchases: tally.regions[place].purchases)
        }
        let width = plan.regions.count
        trade = tally.trade.indices.filter { tally.trade[$0] > 0 }.map { cell in
            Trade(
                from: plan.regions[cell / width].text, to: plan.regions[cell % width].text,
                value: tally.trade[cell])
        }
        degrees = Self.ranks(tally.suppliers.sorted(by: >), tally.customers.sorted(by: >))
        var asked: [Int: Double] = [:]
        var got: [Int: Double] = [:]
        for flow in measured.flows {
            asked[flow.customer, default: 0] += flow.expected
            got[flow.customer, default: 0] += flow.realized
        }
        let whole = asked.keys.sorted().map { asked[$0] ?? 0 }.compensatedSum
        let worst = asked.keys.map { abs((got[$0] ?? 0) - (asked[$0] ?? 0)) }.max() ?? 0
        fit = Fit(
            wantedLinks: drawn.wantedLinks, expectedLinks: drawn.expectedLinks, links: drawn.values.count,
            worstSales: drawn.worstSales, askedTrade: whole, drawnTrade: drawn.values.compensatedSum,
            worstSegment: whole > 0 ? worst / whole : 0, suppliers: Spread(measured.suppliers),
            customers: Spread(measured.customers), sizes: Spread(measured.sizes),
            withoutSupplier: measured.withoutSupplier, withoutCustomer: measured.withoutCustomer,
            oversold: measured.oversold, needs: measured.needs,
            needsWithoutSupplier: measured.needsWithoutSupplier, reciprocity: measured.reciprocity,
            density: measured.density,
            topHundredth: measured.topHundredth)
        named = plan.named.map(\.organization.text)
        namedLinks = plan.targets.namedLinks.count
        findings = drawn.findings.map { Finding($0, plan) }
        if !plan.accounts.hasJobs { findings.append(Finding(code: "no-jobs")) }
        unit = plan.accounts.money.unit
    }

    /// Ranks that grow by about a quarter, with the links of the firm at that rank.
    private static func ranks(_ suppliers: [Int], _ customers: [Int]) -> [[Int]] {
        var ranks: [[Int]] = []
        var rank = 1
        while rank <= suppliers.count {
            ranks.append([rank, suppliers[rank - 1], customers[rank - 1]])
            rank = max(rank + 1, rank * 5 / 4)
        }
        return ranks
    }

    /// Sums over firms and links.
    private struct Tally {
        struct Sum {
            var firms = 0
            var output = 0.0
            var sales = 0.0
            var purchases = 0.0
        }
        var segments: [Sum]
        var regions: [Sum]
        var trade: [Double]
        var suppliers: [Int]
        var customers: [Int]

        init(_ drawn: ReconstructedNetwork, segments count: Int, regions width: Int) {
            segments = [Sum](repeating: Sum(), count: count)
            regions = [Sum](repeating: Sum(), count: width)
            trade = [Double](repeating: 0, count: width * width)
            suppliers = [Int](repeating: 0, count: drawn.output.count)
            customers = suppliers
            for firm in drawn.output.indices {
                let (segment, region) = (Int(drawn.sectorOfFirm[firm]), Int(drawn.regionOfFirm[firm]))
                segments[segment].firms += 1
                segments[segment].output += drawn.output[firm]
                regions[region].firms += 1
                regions[region].output += drawn.output[firm]
            }
            for link in drawn.values.indices {
                let (from, to) = (Int(drawn.suppliers[link]), Int(drawn.customers[link]))
                let value = drawn.values[link]
                suppliers[to] += 1
                customers[from] += 1
                segments[Int(drawn.sectorOfFirm[from])].sales += value
                segments[Int(drawn.sectorOfFirm[to])].purchases += value
                regions[Int(drawn.regionOfFirm[from])].sales += value
                regions[Int(drawn.regionOfFirm[to])].purchases += value
                trade[Int(drawn.regionOfFirm[from]) * width + Int(drawn.regionOfFirm[to])] += value
            }
        }
    }
}

extension Reconstruct.Result.Spread {
    init(_ spread: ReconstructionFit.Spread) {
        self.init(
            mean: spread.mean, median: spread.median, p90: spread.ninetieth, p99: spread.ninetyNinth,
            largest: spread.largest, gini: spread.gini)
    }
}

extension Reconstruct.Result.Finding {
    init(_ finding: ReconstructionFinding, _ plan: CompanionPlan) {
        func of(_ code: String, _ sector: Int? = nil, _ share: Double? = nil) -> Self {
            Self(code: code, segment: sector.map { plan.segments[$0].text }, share: share)
        }
        self =
            switch finding {
            case .emptySector(let sector): of("empty-sector", sector)
            case .boughtElsewhere(let sector, let share): of("bought-elsewhere", sector, share)
            case .ownInput(let sector, let share): of("own-input", sector, share)
            case .isolatedSector(let sector): of("isolated-sector", sector)
            case .tooManyLinks: of("too-many-links")
            case .moreLinksForNeeds: of("more-links-for-needs")
            case .namedWithoutFlow: of("named-without-flow")
            }
    }
}
