public import Ecosystem

extension Parks {
    /// The answer.
    public struct Result: Codable, Sendable {
        /// The region that is asked about.
        public var region: RegionID?
        /// Parks in it, in the order of the table.
        public var parks: [Entry]
        /// Parks of the package outside the region.
        public var parksElsewhere: Int
        /// Pairs that share a feature.
        public var overlappingPairs: Int
        /// Pairs that share none and cover different stages.
        public var complementingPairs: Int
        /// Overlapping pairs, largest overlap first, at most as many as asked.
        public var overlaps: [Pair]
        /// Complementing pairs, most stages together first, at most as many as asked.
        public var complements: [Pair]
        /// Whether all parks were compared pair by pair.
        public var allCompared: Bool
        /// What is said of cost and scale, by park.
        public var gradient: [Scale]
        /// Parks of other packages.
        public var compare: [Compared]
    }

    /// One park.
    public struct Entry: Codable, Sendable {
        /// A segment of a park.
        public struct Hosted: Codable, Sendable {
            /// How it is known.
            public enum Reason: String, Codable, Sendable {
                /// A record says that the park hosts it.
                case hosts
                /// An anchor or a hosted firm works in it.
                case anchor
            }
            /// The segment.
            public var id: SegmentID
            /// How it is known.
            public var by: Reason
        }
        /// The park.
        public var id: ParkID
        /// Its region.
        public var region: RegionID?
        /// The compared place in which it lies.
        public var place: RegionID?
        /// Its kind.
        public var kind: String?
        /// In place, planned, possible, recommended or ended.
        public var state: FactState
        /// The park that it is part of.
        public var parent: ParkID?
        /// Its sub-parks.
        public var children: [ParkID]
        /// What it is for.
        public var focus: [Localized]
        /// Functions of its sites.
        public var functions: [String]
        /// Its segments.
        public var segments: [Hosted]
        /// Stages of these segments, upstream first.
        public var stages: [String]
        /// Anchor organizations.
        public var anchors: [OrganizationID]
        /// Sites that it hosts.
        public var sites: [SiteID]
        /// What it receives.
        public var receivingRole: Localized?
        /// Policies that support it.
        public var policies: [PolicyID]
        /// Figures that describe it.
        public var figures: [IndicatorID]
    }

    /// Two parks.
    public struct Pair: Codable, Sendable {
        /// The first, by id.
        public var a: ParkID
        /// The second.
        public var b: ParkID
        /// Common part of their features, 0…1.
        public var overlap: Double
        /// Functions that both have.
        public var sharedFunctions: [String]
        /// Segments that both have.
        public var sharedSegments: [SegmentID]
        /// Focus that both have.
        public var sharedFocus: [Localized]
        /// Stages that only the first covers.
        public var stagesOfA: [String]
        /// Stages that only the second covers.
        public var stagesOfB: [String]
        /// Relations by which a document says that their places or they themselves complement each other.
        public var statedBy: [RelationID]
    }

    /// Cost and scale of a park as far as figures or words exist.
    public struct Scale: Codable, Sendable {
        /// The park.
        public var park: ParkID
        /// Its area.
        public var area: PrintedFigure?
        /// A sum of money, such as output or investment.
        public var money: PrintedFigure?
        /// A cost by unit.
        public var unitCost: PrintedFigure?
        /// Further figures, such as travel time.
        public var others: [IndicatorID]
        /// What a document says of cost and incentives.
        public var policyNote: Localized?
        /// Advantages of its region in land, labour, space and scale.
        public var advantages: [AdvantageID]
    }

    /// Another package.
    public struct Compared: Codable, Sendable {
        /// Its id.
        public var package: String
        /// Parks in its region.
        public var parks: Int
        /// Of these, sub-parks.
        public var subParks: Int
        /// Pairs that share a feature.
        public var overlappingPairs: Int
    }

    /// Reads parks and compares them pair by pair.
    public func result(on input: StudyInput) throws -> Result {
        let limit = input.parameters.integer("pairs") ?? 30
        let reader = Reader(input.model, region: input.parameters.text("region").map(RegionID.init))
        let pairs = try Pairs(reader, progress: input.progress)
        return Result(
            region: reader.tree.region, parks: reader.entries,
            parksElsewhere: input.model.count(of: .park) - reader.entries.count,
            overlappingPairs: pairs.overlapping.count, complementingPairs: pairs.complementing.count,
            overlaps: Array(pairs.overlapping.prefix(limit)),
            complements: Array(pairs.complementing.prefix(limit)),
            allCompared: reader.entries.count <= Parks.comparedParks, gradient: reader.gradient(),
            compare: try input.others.map { other in
                let reader = Reader(other, region: nil)
                return Compared(
                    package: other.identity.id, parks: reader.entries.count,
                    subParks: reader.entries.count { $0.parent != nil },
                    overlappingPairs: try Pairs(reader).overlapping.count)
            })
    }
}
