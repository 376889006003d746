public import ChainAnalysis
public import Ecosystem

extension Balance {
    /// The answer.
    public struct Result: Codable, Sendable {
        /// One cluster.
        public struct Cluster: Codable, Sendable {
            /// The region.
            public var id: RegionID
            /// Vehicle companies as printed.
            @KnownOrNull public var vehicleCompanies: Double?
            /// Parts companies as printed.
            @KnownOrNull public var partsCompanies: Double?
            /// Parts companies over vehicle companies: another thing than the printed ratio.
            public var partsPerMaker: Double?
            /// The printed ratio to vehicle output.
            @KnownOrNull public var ratioPrinted: PrintedFigure?
            /// The base of the printed ratio; `null`, as no document prints it.
            @KnownOrNull public var base: String?
            /// Parts companies over the printed ratio: how many units of the base would be made; an end that the sign
            /// leaves open is `null`.
            @KnownOrNull public var impliedUnitsLow: Double?
            /// The upper end of the same.
            @KnownOrNull public var impliedUnitsHigh: Double?
            /// The same times the assumed base: vehicles.
            @KnownOrNull public var assumedVehiclesLow: Double?
            /// The upper end of the same.
            @KnownOrNull public var assumedVehiclesHigh: Double?
            /// Vehicles made in a year, where the package states them.
            @KnownOrNull public var output: Double?
            /// Parts companies per 10,000 of these vehicles: a ratio with a known base.
            @KnownOrNull public var partsPer10000: Double?
            /// Investment in vehicles and in parts, in yuan.
            public var vehicleInvestment, partsInvestment: Double?
            /// Investment in parts over investment in vehicles.
            @KnownOrNull public var partsToVehicleInvestment: Double?
            /// The figures behind it.
            public var figures: [IndicatorID]
        }

        /// Whether an assumed base fits what else is printed.
        public struct Reading: Codable, Sendable {
            /// Vehicles of one unit of the base.
            public var base: Double
            /// Σ implied vehicles over the clusters: lower and upper end.
            public var low, high: Double?
            /// What the printed capacity and use of the country imply.
            public var nationalLow, nationalHigh: Double?
            /// Whether the two intervals meet; `null` where one is not known.
            @KnownOrNull public var fits: Bool?
        }

        /// A parts or systems segment in the region.
        public struct Segment: Codable, Sendable {
            /// The segment.
            public var id: SegmentID
            /// Its stage.
            public var stage: String
            /// Its class.
            public var grade: CoverageClass
            /// What the class rests on.
            public var rule: CoverageRule
            /// Why it was given.
            public var reasons: [CoverageReason]
            /// Organizations of the region that work in it.
            public var organizations: Int
            /// Units needed a week.
            @KnownOrNull public var need: Double?
            /// Verified units a week.
            @KnownOrNull public var capacity: Double?
            /// Capacity over need, at most 1.
            @KnownOrNull public var coverage: Double?
            /// Need less capacity, at least 0.
            @KnownOrNull public var shortage: Double?
            /// The unit of the quantities.
            public var unit: String?
        }

        /// An area in which vehicle makers and parts makers are to meet.
        public struct Focus: Codable, Sendable {
            /// The segment.
            public var id: SegmentID
            /// Its own class.
            public var grade: CoverageClass
            /// Segments below it by class.
            public var below: [String: Int]
            /// Organizations of the region that work in it or below.
            public var organizations: [OrganizationID]
        }

        /// The region whose segments are judged.
        public var region: RegionID?
        /// Clusters, most parts companies first.
        public var clusters: [Cluster]
        /// What the assumed base would mean.
        public var reading: Reading
        /// Parts and systems segments in the order of the chain.
        public var segments: [Segment]
        /// Segments that lack capacity, largest part of the need first.
        public var shortages: [SegmentID]
        /// Segments that are weak or missing.
        public var weakOrMissing: [SegmentID]
        /// The areas of docking.
        public var focus: [Focus]
        /// What other packages say.
        public var compare: [Compared]

        /// Another package.
        public struct Compared: Codable, Sendable {
            /// Its id.
            public var package: String
            /// Its clusters.
            public var clusters: [Cluster]
            /// How many of its parts segments are weak or missing.
            public var weakOrMissing: Int
        }
    }

    /// Collects counts and ratios and judges the segments.
    public func result(on input: StudyInput) throws -> Result {
        let region = input.parameters.text("region").map(RegionID.init) ?? input.model.identity.homeRegion
        let base = input.parameters.number("base") ?? 10_000
        var result = try Balance.answer(on: input.model, region: region, base: base, input.progress)
        for other in input.others {
            let answer = try Balance.answer(
                on: other, region: other.identity.homeRegion, base: base, input.progress)
            result.compare.append(
                Result.Compared(
                    package: other.identity.id, clusters: answer.clusters,
                    weakOrMissing: answer.weakOrMissing.count))
        }
        return result
    }

    private static func answer(
        on model: EcosystemModel, region: RegionID?, base: Double, _ progress: StudyProgress
    ) throws -> Result {
        try progress.advance(to: 0.1, Localized("reading counts and ratios", "读取家数与比值"))
        let clusters = clusters(of: model, base: base)
        try progress.advance(to: 0.4, Localized("judging parts segments", "判定零部件环节"))
        let chain = ChainCoverage(of: model, in: ChainCoverage.Scope(region: region, includesAdjacent: true))
            .segments
        let parts = chain.filter { Vocabulary.stages.contains($0.stage ?? "") }
        let tree = SegmentTree(model)
        let judged = parts.map { segment in
            let quantities = segment.quantities
            return Result.Segment(
                id: segment.id, stage: segment.stage ?? "", grade: segment.grade, rule: segment.rule,
                reasons: segment.reasons, organizations: segment.organizations.count, need: quantities?.need,
                capacity: quantities?.capacity, coverage: quantities?.coverage,
                shortage: quantities.map { max(0, $0.need - $0.capacity) }, unit: segment.unit)
        }
        let short = judged.filter { ($0.coverage ?? 1) < 1 && $0.grade != .unknown }
            .sorted { ($0.coverage ?? 1, $0.id) < ($1.coverage ?? 1, $1.id) }
        let focus = Vocabulary.focus.compactMap { id -> Result.Focus? in
            guard let own = chain.first(where: { $0.id.text == id }) else { return nil }
            let below = tree.below(own.id)
            let members = chain.filter { below.contains($0.id) && $0.id != own.id }
            var classes: [String: Int] = [:]
            for member in members { classes[member.grade.rawValue, default: 0] += 1 }
            return Result.Focus(
                id: own.id, grade: own.grade, below: classes, organizations: own.organizations)
        }
        return Result(
            region: region, clusters: clusters, reading: reading(of: clusters, base: base, in: model),
            segments: judged,
            shortages: short.map(\.id),
            weakOrMissing: judged.filter { $0.grade == .weak || $0.grade == .missing }.map(\.id),
            focus: focus,
            compare: [])
    }

    private static func clusters(of model: EcosystemModel, base: Double) -> [Result.Cluster] {
        let vehicles = FigureIndex(model, Clusters.Vocabulary.vehicleCompanies)
        let parts = FigureIndex(model, Clusters.Vocabulary.partsCompanies)
        let ratios = FigureIndex(model, Clusters.Vocabulary.ratio)
        let outputs = FigureIndex(model, Vocabulary.output)
        let capital = (
            FigureIndex(model, Vocabulary.vehicleInvestment), FigureIndex(model, Vocabulary.partsInvestment)
        )
        return Clusters.regions(of: model).map { region in
            let id = region.text
            let (makers, firms, ratio) = (
                vehicles.figure(of: id), parts.figure(of: id), ratios.figure(of: id)
            )
            let (output, first, second) = (
                outputs.figure(of: id), capital.0.figure(of: id), capital.1.figure(of: id)
            )
            var cluster = Result.Cluster(
                id: region, vehicleCompanies: makers?.value, partsCompanies: firms?.value,
                ratioPrinted: ratio?.figure, base: nil, output: output?.value,
                vehicleInvestment: first?.printed?.referenceValue,
                partsInvestment: second?.printed?.referenceValue,
                figures: [makers, firms, ratio, output, first, second].compactMap { $0?.id })
            if let count = firms?.value {
                if let companies = makers?.value, companies > 0 { cluster.partsPerMaker = count / companies }
                if let made = output?.value, made > 0 { cluster.partsPer10000 = count / (made / 10_000) }
                if let interval = ratio?.figure?.interval {
                    cluster.impliedUnitsLow = interval.upper.flatMap { $0 > 0 ? count / $0 : nil }
                    cluster.impliedUnitsHigh = interval.lower.flatMap { $0 > 0 ? count / $0 : nil }
                    cluster.assumedVehiclesLow = cluster.impliedUnitsLow.map { $0 * base }
                    cluster.assumedVehiclesHigh = cluster.impliedUnitsHigh.map { $0 * base }
                }
            }
            if let left = cluster.vehicleInvestment, left > 0, let right = cluster.partsInvestment {
                cluster.partsToVehicleInvestment = right / left
            }
            return cluster
        }.sorted { ($1.partsCompanies ?? -1, $0.id) < ($0.partsCompanies ?? -1, $1.id) }
    }

    /// Sums what the clusters would make by an assumed base and sets it against the country's output.
    private static func reading(of clusters: [Result.Cluster], base: Double, in model: EcosystemModel)
        -> Result.Reading
    {
        let lows = clusters.compactMap(\.assumedVehiclesLow)
        let highs = clusters.compactMap(\.assumedVehiclesHigh)
        let isClosed = !highs.isEmpty && highs.count == clusters.count
        let national = Utilization.printedUse(in: model).first { $0.outputHigh != nil }
        var reading = Result.Reading(
            base: base, low: lows.isEmpty ? nil : lows.reduce(0, +),
            high: isClosed ? highs.reduce(0, +) : nil,
            nationalLow: national?.outputLow, nationalHigh: national?.outputHigh, fits: nil)
        if let low = reading.low, let most = reading.nationalHigh {
            // The clusters are a part of the country: they may make less than it, never more.
            reading.fits = low <= most
        }
        return reading
    }
}
