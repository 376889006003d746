public import Ecosystem

/// The coverage of every segment of a chain in one region.
public struct ChainCoverage: Sendable {
    /// Which segments are asked for.
    public struct Scope: Sendable, Hashable {
        /// The region; `nil` for everywhere.
        public var region: RegionID?
        /// These segments only; `nil` for the whole tree.
        public var segments: Set<SegmentID>?
        /// Whether segments outside the automotive chain are shown.
        public var includesAdjacent: Bool

        /// A scope.
        public init(region: RegionID?, segments: Set<SegmentID>? = nil, includesAdjacent: Bool = false) {
            self.region = region
            self.segments = segments
            self.includesAdjacent = includesAdjacent
        }
    }

    /// Segments from upstream to recycling, each above its own parts.
    public let segments: [SegmentCoverage]
    /// How complete the chain is, and how much of it was surveyed.
    public let completeness: ChainCompleteness
    /// The options that were used.
    public let options: CoverageOptions

    /// Judges every segment of a scope.
    ///
    /// Classes come from quantities where a weekly need is stated, else from what a document says of the region, else
    /// from the number of independent organizations that are named. An organization counts where its home or one of
    /// its sites lies in the region; users of a segment do not count. The weekly need holds for the package's home
    /// region alone.
    /// - Complexity: O(records read + segments × depth of the tree).
    public init(of model: EcosystemModel, in scope: Scope, options: CoverageOptions = CoverageOptions()) {
        let tree = SegmentTree(model)
        let survey = ChainSurvey(model, region: scope.region, tree: tree, options: options)
        var segments: [SegmentCoverage] = []
        for segment in tree.ordered {
            if let wanted = scope.segments {
                if !wanted.contains(segment.id) { continue }
            } else if !scope.includesAdjacent, segment.record.boolean("automotive") == false {
                continue
            }
            segments.append(survey.judged(segment, depth: tree.depth(of: segment.id)))
        }
        self.segments = segments
        completeness = ChainCompleteness(of: segments)
        self.options = options
    }
}

/// How complete a chain is: the mean coverage over the surveyed segments, and how many these are of how many.
public struct ChainCompleteness: Sendable, Hashable {
    /// Segments in the chain.
    public let total: Int
    /// Segments that were surveyed: enough of their quantities is known to judge them.
    public let surveyed: Int
    /// Segments that a document judges.
    public let assessed: Int
    /// Segments in which the region has at least one organization on record.
    public let recorded: Int
    /// Σ C ÷ surveyed segments, each counting the same; `nil` where none is surveyed.
    public let value: Double?
    /// Segments of each class.
    public let classes: [CoverageClass: Int]

    init(of segments: [SegmentCoverage]) {
        let measured = segments.filter(\.isSurveyed)
        total = segments.count
        surveyed = measured.count
        assessed = segments.count { $0.rule == .assessment }
        recorded = segments.count { !$0.organizations.isEmpty }
        value = measured.isEmpty ? nil : measured.compactMap(\.coverage).reduce(0, +) / Double(measured.count)
        var classes: [CoverageClass: Int] = [:]
        for segment in segments { classes[segment.grade, default: 0] += 1 }
        self.classes = classes
    }
}
