public import Ecosystem

extension Innovation {
    /// The answer.
    public struct Result: Codable, Sendable {
        /// The region that is asked about.
        public var region: RegionID?
        /// Who gives knowledge or talent.
        public var sources: [Source]
        /// What is given to whom, by level.
        public var links: [Link]
        /// Sources by field and level; a pair that is not listed has no record.
        public var fields: [Field]
        /// What is needed, and who answers it.
        public var needs: [Need]
        /// Printed figures of transfer, projects and platforms.
        public var figures: [Figure]
        /// Joint platforms on record.
        public var platforms: [Platform]
        /// The printed total of joint platforms.
        public var platformsPrinted: PrintedFigure?
        /// Branches: what extends from where to where.
        public var branches: [Branch]
        /// What is not known.
        public var unknown: [Unknown]
        /// The same counts of other packages.
        public var compare: [Compared]
    }

    /// Someone that gives knowledge or talent.
    public struct Source: Codable, Sendable {
        /// Id of the organization, park or region.
        public var id: String
        /// Its kind of organization; absent for parks and regions.
        public var kind: String?
        /// The compared place in which it lies.
        public var place: RegionID?
        /// Levels at which it gives.
        public var levels: [Level]
        /// Segments that its links or activities name.
        public var fields: [SegmentID]
    }

    /// One thing given.
    public struct Link: Codable, Sendable {
        /// Id of the relation.
        public var id: RelationID
        /// Its level.
        public var level: Level
        /// Who gives; for commercialization, whose results they are.
        public var from: String
        /// Who receives.
        public var to: String
        /// What is given, in the record's words.
        public var content: Localized?
        /// Its value a year, where one is on record.
        public var value: PrintedFigure?
        /// In place, planned, possible, recommended or ended.
        public var state: FactState
    }

    /// Sources of a field at a level.
    public struct Field: Codable, Sendable {
        /// The segment.
        public var segment: SegmentID
        /// The level.
        public var level: Level
        /// Who gives, by id.
        public var sources: [String]
    }

    /// Something that is needed.
    public struct Need: Codable, Sendable {
        /// Id of the assessment or recommendation that says so.
        public var id: String
        /// The segment that is weak or missing; absent for recommendations.
        public var segment: SegmentID?
        /// The region that needs it.
        public var region: RegionID?
        /// weak, missing, or the theme of a recommendation.
        public var reason: String
        /// Sources linked to the segment or a part of it.
        public var answeredBy: [String]
    }

    /// A printed figure.
    public struct Figure: Codable, Sendable {
        /// Its id.
        public var id: IndicatorID
        /// What it measures.
        public var indicator: IndicatorDefinitionID
        /// What it describes.
        public var entity: String
        /// The figure.
        public var figure: PrintedFigure?
        /// Its period; absent where none is printed.
        public var period: String?
    }

    /// One joint platform.
    public struct Platform: Codable, Sendable {
        /// What makes it one.
        public enum Reason: String, Codable, Sendable {
            /// An institute whose parent is at home in another place.
            case branchInstitute
            /// A technology market.
            case technologyMarket
            /// An alliance.
            case alliance
        }
        /// Id of the organization or site.
        public var id: String
        /// What makes it one.
        public var reason: Reason
        /// The compared place in which it lies.
        public var place: RegionID?
        /// The organization above it.
        public var parent: OrganizationID?
        /// The place of that organization.
        public var parentPlace: RegionID?
    }

    /// One branch.
    public struct Branch: Codable, Sendable {
        /// What extends.
        public var organization: String
        /// Where its base stays.
        public var from: [String]
        /// The site or region that it extends to.
        public var to: String
        /// The compared place of its base.
        public var fromPlace: RegionID?
        /// The compared place of the branch.
        public var toPlace: RegionID?
        /// What it does there.
        public var activity: Localized?
        /// Whether it is a public service: school, hospital, university, market.
        public var isPublicService: Bool
        /// In place, planned, possible, recommended or ended.
        public var state: FactState
        /// Relations that say so.
        public var relations: [RelationID]
    }

    /// Something that is not known.
    public struct Unknown: Codable, Sendable {
        /// What is not known.
        public enum Kind: String, Codable, Sendable, CaseIterable {
            /// Joint platforms of the printed total that are not named.
            case platformsNotNamed
            /// Transfers without a value on record.
            case transfersWithoutValue
            /// Talent links without a number.
            case talentWithoutNumber
            /// Sources without a field.
            case sourcesWithoutField
            /// Weak or missing segments without a source.
            case needsWithoutSource
        }
        /// What is not known.
        public var id: Kind
        /// How many cases; absent where even that is not known.
        public var count: Int?
        /// Among how many.
        public var of: Int?
        /// Ids of the cases, at most 20.
        public var examples: [String]
    }

    /// Another package.
    public struct Compared: Codable, Sendable {
        /// Its id.
        public var package: String
        /// Its sources.
        public var sources: Int
        /// Its links.
        public var links: Int
        /// Its joint platforms on record.
        public var platforms: Int
        /// Its branches.
        public var branches: Int
    }

    /// Reads links, sources, needs and branches.
    public func result(on input: StudyInput) throws -> Result {
        let reader = Reader(input.model, region: input.parameters.text("region").map(RegionID.init))
        try input.progress.advance(to: 0.5, Localized("sources and needs", "来源与需求"))
        let sources = reader.sources()
        let needs = reader.needs(sources)
        let platforms = reader.platforms()
        let total = reader.platformTotal()
        return Result(
            region: reader.tree.region, sources: sources, links: reader.links, fields: reader.fields(),
            needs: needs, figures: reader.figures(), platforms: platforms, platformsPrinted: total?.figure,
            branches: reader.branches(),
            unknown: reader.unknown(sources: sources, needs: needs, platforms: platforms, total: total),
            compare: input.others.map {
                let reader = Reader($0, region: nil)
                return Compared(
                    package: $0.identity.id, sources: reader.sources().count, links: reader.links.count,
                    platforms: reader.platforms().count, branches: reader.branches().count)
            })
    }
}
