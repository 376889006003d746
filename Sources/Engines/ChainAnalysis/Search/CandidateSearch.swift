public import Ecosystem

/// Who else could make something: organizations that work in its segment or in a related one, ranked by hard facts.
public struct CandidateSearch: Sendable {
    /// How near an organization's work is to what is asked for, nearest first.
    public enum Match: String, Sendable, Hashable, Codable, CaseIterable, Comparable {
        /// It works in the segment, or in a part of it.
        case same
        /// It works in the segment above, which does not say what exactly.
        case broader
        /// It works in another part of the same segment above.
        case related

        /// The words shown beside a candidate.
        public var label: Localized {
            switch self {
            case .same: Localized("same segment", "同一环节")
            case .broader: Localized("broader segment", "上级环节")
            case .related: Localized("related segment", "相关环节")
            }
        }

        /// Nearer comes first.
        public static func < (left: Match, right: Match) -> Bool {
            (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
        }
    }

    /// What is asked for.
    public struct Question: Sendable {
        /// The segment.
        public var segment: SegmentID
        /// Where it is needed: a site, organization, region or park; `nil` to leave distance out.
        public var near: String?
        /// Whether a candidate lies in this region is shown and ranked.
        public var region: RegionID?
        /// Organizations that are left out, with those of their groups.
        public var excluded: Set<OrganizationID>
        /// Whether only candidates in the region are listed.
        public var insideOnly: Bool

        /// A question.
        public init(
            segment: SegmentID, near: String? = nil, region: RegionID? = nil,
            excluded: Set<OrganizationID> = [],
            insideOnly: Bool = false
        ) {
            self.segment = segment
            self.near = near
            self.region = region
            self.excluded = excluded
            self.insideOnly = insideOnly
        }
    }

    /// One organization that could.
    public struct Candidate: Sendable {
        /// The organization.
        public let organization: OrganizationID
        /// How near its work is.
        public let match: Match
        /// Segments in which it works, of those that matched.
        public let segments: [SegmentID]
        /// Whether it is in the region; `nil` where none was asked for.
        public let isInside: Bool?
        /// The way to where it is needed; `nil` where a point is missing.
        public let way: PlaceFinder.Way?
        /// Its weekly capacity in the matched segments, where one is on record, with its unit.
        public let capacity: Double?
        /// The unit of the capacity.
        public let unit: String?
        /// Where its work and place come from.
        public let origin: Origin
    }

    /// Candidates, best first: by match, inside before outside, nearer before farther and before unknown, better known
    /// before worse, then by id.
    public let candidates: [Candidate]
    /// Whether where it is needed has a point.
    public let hasPoint: Bool

    /// Searches a model.
    ///
    /// Users of a segment are left out, and so is work that is planned.
    /// - Complexity: O(organizations + sites + activities of the related segments).
    public init(_ question: Question, in model: EcosystemModel) {
        let tree = SegmentTree(model)
        let index = OrganizationIndex(model)
        let finder = PlaceFinder(model, index)
        let matches = CandidateSearch.matches(question.segment, tree, in: model)
        let scope = question.region.map { RegionScope($0, in: model) }
        let start = question.near.map { finder.spots(of: $0) } ?? []
        let excludedGroups = Set(question.excluded.map(index.group))
        var work: [OrganizationID: [(match: Match, activity: Activity)]] = [:]
        for segment in matches.keys.sorted() {
            guard let match = matches[segment] else { continue }
            for activity in model.all(Activity.self, where: "segment_id", is: segment.text) {
                guard activity.role != "user", activity.record.isActual,
                    let organization = activity.organization,
                    !excludedGroups.contains(index.group(of: organization))
                else { continue }
                work[organization, default: []].append((match, activity))
            }
        }
        var found: [Candidate] = []
        for organization in work.keys.sorted() {
            let all = work[organization] ?? []
            guard let best = all.map(\.match).min() else { continue }
            let own = all.filter { $0.match == best }.map(\.activity)
            let presence = scope.flatMap { index.presence(of: organization, in: $0) }
            if question.insideOnly, scope != nil, presence == nil { continue }
            let known = own.first { $0.capacity != nil }
            let home = index.presences(of: organization).first.map { [$0.origin] } ?? []
            found.append(
                Candidate(
                    organization: organization, match: best,
                    segments: Set(own.compactMap(\.segment)).sorted(),
                    isInside: scope.map { _ in presence != nil },
                    way: finder.way(from: start, to: finder.spots(of: organization.text)),
                    capacity: known?.capacity, unit: known?.record.text("capacity_unit"),
                    origin: Origin.combined(
                        own.map(\.origin) + (presence.map { [$0.origin] } ?? home), atBest: .stated)))
        }
        candidates = found.sorted(by: CandidateSearch.isBetter)
        hasPoint = !start.isEmpty
    }

    /// Segments that count, and how near each is.
    private static func matches(_ segment: SegmentID, _ tree: SegmentTree, in model: EcosystemModel)
        -> [SegmentID: Match]
    {
        var matches: [SegmentID: Match] = [:]
        for part in tree.below(segment) { matches[part] = .same }
        guard let parent = model.find(segment, as: Segment.self)?.parent, parent != segment else {
            return matches
        }
        if matches[parent] == nil { matches[parent] = .broader }
        for part in tree.below(parent) where matches[part] == nil { matches[part] = .related }
        return matches
    }

    private static func isBetter(_ left: Candidate, _ right: Candidate) -> Bool {
        if left.match != right.match { return left.match < right.match }
        if left.isInside != right.isInside { return left.isInside == true }
        switch (left.way?.distance, right.way?.distance) {
        case (let near?, let far?) where near != far: return near < far
        case (_?, nil): return true
        case (nil, _?): return false
        default: break
        }
        if left.origin.basis != right.origin.basis { return left.origin.basis < right.origin.basis }
        return left.organization < right.organization
    }
}
