public import Ecosystem

extension Overview {
    /// The answer. Counts are counts of records; what is not known is absent, never 0.
    public struct Result: Codable, Sendable {
        /// The region that is asked about.
        public var region: RegionID?
        /// The places that its tables compare.
        public var places: [Place]
        /// All records of the package.
        public var records: Int
        /// Records by kind, in the order of the tables; kinds without a record are left out.
        public var kinds: [KindCount]
        /// Organizations that have their home or a site in the region.
        public var organizations: Int
        /// Organizations inside the region that are in none of its places.
        public var organizationsUnplaced: Int
        /// Stages of the chain, upstream first.
        public var stages: [Stage]
        /// Every segment with the organizations that work in it, in the order of the table.
        public var segments: [SegmentCount]
        /// Organizations by place and stage.
        public var loom: PlaceStageMatrix
        /// Facts by basis, strongest first.
        public var bases: [BasisCount]
        /// Kinds of which some records are planned, possible, recommended or ended.
        public var states: [StateCount]
        /// How old documents and figures are.
        public var freshness: Freshness
        /// What is missing, in a fixed order; a gap without a case is listed with 0.
        public var gaps: [Gap]
        /// Readings of printed forms.
        public var corrections: [Correction]
        /// Figures that are printed one way and read another.
        public var contradictions: [Contradiction]
        /// The figures that the home page opens with.
        public var headline: [Headline]
        /// The same counts of other packages.
        public var compare: [Compared]
    }

    /// One place.
    public struct Place: Codable, Sendable {
        /// The region's id.
        public var id: RegionID
        /// Organizations with their home or a site that is in place there.
        public var organizations: Int
        /// Of these, those with their home there.
        public var atHome: Int
        /// Sites that are in place.
        public var sites: Int
        /// Sites that are planned, possible or given up.
        public var sitesNotInPlace: Int
        /// Parks.
        public var parks: Int
        /// Policies for it or a part of it.
        public var policies: Int
        /// Events in it or a part of it.
        public var events: Int
    }

    /// Records of a kind.
    public struct KindCount: Codable, Sendable {
        /// The kind, such as `logisticsLink`.
        public var kind: RecordKind
        /// Its table, such as `logistics-links`.
        public var table: String
        /// How many.
        public var count: Int
    }

    /// One stage of the chain.
    public struct Stage: Codable, Sendable {
        /// The stage's code.
        public var stage: String
        /// Segments of the stage.
        public var segments: Int
        /// Of these, those with an organization inside the region.
        public var segmentsWithOrganizations: Int
        /// Organizations inside the region that work in the stage.
        public var organizations: Int
    }

    /// Organizations of a segment.
    public struct SegmentCount: Codable, Sendable {
        /// The segment.
        public var id: SegmentID
        /// Its stage.
        public var stage: String?
        /// Organizations inside the region that work in it or in a part of it.
        public var organizations: Int
    }

    /// Facts of a basis.
    public struct BasisCount: Codable, Sendable {
        /// The basis.
        public var basis: Basis
        /// How many facts have it.
        public var count: Int
        /// Their part of all facts, 0…1.
        public var share: Double
    }

    /// Records of a kind by state.
    public struct StateCount: Codable, Sendable {
        /// The kind.
        public var kind: RecordKind
        /// In place.
        public var actual: Int
        /// Intended.
        public var planned: Int
        /// Named as possible.
        public var possible: Int
        /// Recommended.
        public var recommended: Int
        /// Ended.
        public var ended: Int
    }

    /// How old documents and figures are.
    public struct Freshness: Codable, Sendable {
        /// One document.
        public struct Document: Codable, Sendable {
            /// Its id.
            public var id: SourceID
            /// Its date; absent where none is printed.
            public var date: String?
        }
        /// Records of a kind that can carry a date.
        public struct Dated: Codable, Sendable {
            /// The kind.
            public var kind: RecordKind
            /// How many.
            public var count: Int
            /// Those without a date.
            public var undated: Int
            /// Their part, 0…1.
            public var undatedShare: Double
        }
        /// Documents in the order of the table.
        public var documents: [Document]
        /// The date of the latest document.
        public var latestDocument: String?
        /// The latest year that a figure is about.
        public var latestFigureYear: Int?
        /// Kinds that can carry a date.
        public var dated: [Dated]
        /// Records without a date among all that can carry one, 0…1.
        public var undatedShare: Double?
    }

    /// One reading of a printed form.
    public struct Correction: Codable, Sendable {
        /// Its id.
        public var id: CorrectionID
        /// What is printed.
        public var printed: String
        /// How sure the reading is: high, medium, low.
        public var confidence: String?
        /// Ids of the records that it concerns.
        public var concerns: [String]
    }

    /// A printed figure and its reading.
    public struct Contradiction: Codable, Sendable {
        /// Id of the printed figure.
        public var printed: IndicatorID
        /// The printed figure.
        public var printedFigure: PrintedFigure?
        /// Id of the reading.
        public var corrected: IndicatorID
        /// The reading.
        public var correctedFigure: PrintedFigure?
        /// Whether the number stays and only what it measures is read differently.
        public var sameNumber: Bool
    }

    /// One figure of the home page.
    public struct Headline: Codable, Sendable {
        /// The figure's id.
        public var id: IndicatorID
        /// What it measures.
        public var indicator: IndicatorDefinitionID
        /// What it describes.
        public var entity: String
        /// The figure, shares as fractions.
        public var figure: PrintedFigure?
        /// Its period; absent where none is printed.
        public var period: String?
        /// Corrections that concern it.
        public var corrections: [CorrectionID]
    }

    /// Another package.
    public struct Compared: Codable, Sendable {
        /// Its id.
        public var package: String
        /// All its records.
        public var records: Int
        /// Its records by kind.
        public var kinds: [KindCount]
        /// Organizations inside its region.
        public var organizations: Int
        /// Segments with an organization inside its region.
        public var segmentsWithOrganizations: Int
        /// Records without a date among all that can carry one, 0…1.
        public var undatedShare: Double?
    }
}
