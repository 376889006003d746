public import Ecosystem

extension Clusters {
    /// The answer.
    public struct Result: Codable, Sendable {
        /// One cluster.
        public struct Cluster: Codable, Sendable {
            /// The region's id.
            public var id: RegionID
            /// Vehicle companies as printed; `null` where nothing is printed.
            @KnownOrNull public var vehicleCompanies: Double?
            /// Parts companies above designated size as printed.
            @KnownOrNull public var partsCompanies: Double?
            /// The ratio of parts firms to vehicle output as printed; its base is not printed.
            @KnownOrNull public var ratioPrinted: PrintedFigure?
            /// Its part of the vehicle companies of all clusters, 0…1.
            public var vehicleShare: Double?
            /// Its part of the parts companies of all clusters, 0…1.
            public var partsShare: Double?
            /// Its place by vehicle companies, from 1; equal figures share a place.
            public var vehicleRank: Int?
            /// Its place by parts companies, from 1.
            public var partsRank: Int?
            /// Provinces and other regions directly below it.
            public var members: [RegionID]
            /// Makers that a document names as core or major in the cluster.
            public var coreMakers: [OrganizationID]
            /// Makers that a document names as leading in a region inside the cluster.
            public var leadersInside: [OrganizationID]
            /// Vehicle makers on record at home in the cluster.
            public var namedVehicleMakers: Int
            /// Parts, battery and chip makers on record at home in the cluster.
            public var namedPartsMakers: Int
            /// Corrections that concern its figures.
            public var corrections: [CorrectionID]
            /// Ids of the figures it rests on.
            public var figures: [IndicatorID]
        }

        /// The clusters of another package.
        public struct Compared: Codable, Sendable {
            /// The package's id.
            public var package: String
            /// Its clusters in the same order of figures.
            public var clusters: [Cluster]
        }

        /// Clusters, largest figure first; those without one last, by id.
        public var clusters: [Cluster]
        /// The package's own region, where it is one of them.
        public var home: RegionID?
        /// Vehicle companies of all clusters that have a figure.
        public var vehicleCompanies: Double?
        /// Parts companies of all clusters that have a figure.
        public var partsCompanies: Double?
        /// What other packages say.
        public var compare: [Compared]
    }

    /// Collects the printed figures.
    public func result(on input: StudyInput) throws -> Result {
        let byParts = input.parameters.text("by") == "parts"
        let clusters = Clusters.clusters(of: input.model, byParts: byParts)
        let home = input.model.identity.homeRegion
        return Result(
            clusters: clusters, home: clusters.contains { $0.id == home } ? home : nil,
            vehicleCompanies: Clusters.sum(clusters.map(\.vehicleCompanies)),
            partsCompanies: Clusters.sum(clusters.map(\.partsCompanies)),
            compare: input.others.map {
                Result.Compared(
                    package: $0.identity.id, clusters: Clusters.clusters(of: $0, byParts: byParts))
            })
    }

    private static func clusters(of model: EcosystemModel, byParts: Bool) -> [Result.Cluster] {
        let regions = regions(of: model)
        let reader = Reader(model)
        var clusters = regions.map(reader.cluster)
        fill(&clusters, from: \.vehicleCompanies, share: \.vehicleShare, rank: \.vehicleRank)
        fill(&clusters, from: \.partsCompanies, share: \.partsShare, rank: \.partsRank)
        return clusters.sorted { left, right in
            let figures =
                byParts
                ? (left.partsCompanies, right.partsCompanies)
                : (left.vehicleCompanies, right.vehicleCompanies)
            let (one, other) = (figures.0 ?? -1, figures.1 ?? -1)
            return one != other ? one > other : left.id < right.id
        }
    }

    /// Regions of the level "cluster", else the package's places.
    static func regions(of model: EcosystemModel) -> [RegionID] {
        let clusters = model.records(of: .region, where: "level", is: Vocabulary.level).map {
            RegionID($0.id)
        }
        return clusters.isEmpty ? RegionTree(model).places : clusters
    }

    private static func sum(_ values: [Double?]) -> Double? {
        let known = values.compactMap { $0 }
        return known.isEmpty ? nil : known.reduce(0, +)
    }

    private static func fill(
        _ clusters: inout [Result.Cluster], from value: KeyPath<Result.Cluster, Double?>,
        share: WritableKeyPath<Result.Cluster, Double?>, rank: WritableKeyPath<Result.Cluster, Int?>
    ) {
        let values = clusters.map { $0[keyPath: value] }
        guard let total = sum(values), total > 0 else { return }
        for index in clusters.indices {
            guard let own = values[index] else { continue }
            clusters[index][keyPath: share] = own / total
            clusters[index][keyPath: rank] = 1 + values.filter { ($0 ?? -1) > own }.count
        }
    }

    /// Reads clusters from one model.
    private struct Reader {
        let model: EcosystemModel
        let tree: RegionTree
        let vehicles: FigureIndex
        let parts: FigureIndex
        let ratios: FigureIndex

        init(_ model: EcosystemModel) {
            self.model = model
            tree = RegionTree(model)
            vehicles = FigureIndex(model, Vocabulary.vehicleCompanies)
            parts = FigureIndex(model, Vocabulary.partsCompanies)
            ratios = FigureIndex(model, Vocabulary.ratio)
        }

        func cluster(_ region: RegionID) -> Result.Cluster {
            let used = [vehicles, parts, ratios].map { $0.figure(of: region.text) }
            let known = used.compactMap { $0 }
            let leading = model.all(Relation.self, where: "predicate", is: Vocabulary.core)
            let own = leading.filter { $0.object == region.text }
            let inside = leading.filter {
                $0.object != region.text && tree.contains(region, RegionID($0.object))
            }
            let corrections = known.flatMap { ratios.corrections(of: $0) }.map { CorrectionID($0.id) }
            return Result.Cluster(
                id: region, vehicleCompanies: used[0]?.value, partsCompanies: used[1]?.value,
                ratioPrinted: used[2]?.figure,
                members: model.all(Region.self, where: "parent_id", is: region.text)
                    .filter { Vocabulary.memberLevels.contains($0.level ?? "") }.map(\.id),
                coreMakers: Clusters.owners(own), leadersInside: Clusters.owners(inside),
                namedVehicleMakers: Clusters.makers(Vocabulary.vehicleMakers, in: region, of: model, tree)
                    .count,
                namedPartsMakers: Clusters.makers(Vocabulary.partsMakers, in: region, of: model, tree).count,
                corrections: Set(corrections).sorted(), figures: known.map(\.id))
        }
    }

    /// Organizations of some kinds that are at home in a region.
    static func makers(
        _ kinds: Set<String>, in region: RegionID, of model: EcosystemModel, _ tree: RegionTree
    ) -> [Organization] {
        kinds.sorted().flatMap { model.all(Organization.self, where: "kind", is: $0) }
            .filter { tree.contains(region, $0.home) }
    }

    private static func owners(_ relations: [Relation]) -> [OrganizationID] {
        var seen: Set<String> = []
        return relations.map(\.subject).filter { seen.insert($0).inserted }.map(OrganizationID.init)
    }
}
