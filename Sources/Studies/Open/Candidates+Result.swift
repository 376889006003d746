import ChainAnalysis
public import Ecosystem

extension Candidates {
    /// The answer.
    public struct Result: Codable, Sendable {
        /// One organization that could.
        public struct Candidate: Codable, Sendable {
            /// The organization.
            public var organization: OrganizationID
            /// `same`, `broader` or `related`: how near its work is.
            public var match: String
            /// Segments in which it works, of those that matched.
            public var segments: [SegmentID]
            /// Whether it is in the region; absent where no region is asked for.
            public var inside: Bool?
            /// Kilometres along a great circle; absent where a point is missing.
            public var distance: Double?
            /// `site`, `district` or `region`: the less exact of the two points.
            public var exactness: String?
            /// The site or region at the candidate's end.
            public var at: String?
            /// Its region.
            public var region: RegionID?
            /// Degrees east of that point.
            public var longitude: Double?
            /// Degrees north of that point.
            public var latitude: Double?
            /// Weekly capacity in `unit`, where one is on record.
            public var capacity: Double?
            /// The unit of the capacity.
            public var unit: String?
            /// How its work and place are known.
            public var basis: Basis
        }

        /// The segment that was searched; absent where none could be found.
        public var segment: SegmentID?
        /// The component that was asked for.
        public var component: ComponentID?
        /// Who is named as its supplier now.
        public var supplier: OrganizationID?
        /// Where it is needed.
        public var near: String?
        /// Whether that place has a point.
        public var hasPoint: Bool
        /// The region whose candidates come first.
        public var region: RegionID?
        /// Candidates, best first.
        public var candidates: [Candidate]
        /// Candidates of each match.
        public var matches: [String: Int]
        /// Corrections that concern the component or organizations of the same segment.
        public var corrections: [CorrectionID]
        /// Candidates of the same segment in other packages.
        public var compare: [Compared]
    }

    /// Another package in short.
    public struct Compared: Codable, Sendable {
        /// The package's id.
        public var package: String
        /// Whether it knows the segment.
        public var hasSegment: Bool
        /// Organizations of the same segment there.
        public var same: Int
    }

    /// What is searched for, read from the parameters.
    func question(_ input: StudyInput) throws(StudyProblem) -> (CandidateSearch.Question, Component?)? {
        let model = input.model
        var component: Component?
        var segment = input.parameters.text("segment").map(SegmentID.init)
        if segment == nil, let id = input.parameters.text("component") {
            component = model.find(ComponentID(id), as: Component.self)
            segment = component?.segment
        }
        guard let segment else { return nil }
        var problems: [StudyProblem.Detail] = []
        func missing(_ parameter: String, _ id: String) -> StudyProblem.Detail {
            StudyProblem.Detail(
                parameter: parameter,
                message: Localized(
                    "\(parameter): no record has the id “\(id)”; look it up with search",
                    "\(parameter)：没有编号为“\(id)”的记录；请先查找编号"))
        }
        let near = input.parameters.text("near")
        if let near, model.record(id: near) == nil { problems.append(missing("near", near)) }
        var excluded: Set<OrganizationID> = []
        let listed = (input.parameters.text("exclude") ?? "").split { ",;，；、 ".contains($0) }.map(String.init)
        for id in listed {
            if model.find(OrganizationID(id), as: Organization.self) == nil {
                problems.append(missing("exclude", id))
            }
            excluded.insert(OrganizationID(id))
        }
        if !problems.isEmpty { throw StudyProblem(problems) }
        if let supplier = component?.supplier { excluded.insert(supplier) }
        let question = CandidateSearch.Question(
            segment: segment, near: near, region: input.parameters.text("region").map(RegionID.init),
            excluded: excluded, insideOnly: input.parameters.flag("inside"))
        return (question, component)
    }

    /// Searches and ranks.
    public func result(on input: StudyInput) throws -> Result {
        let model = input.model
        guard let (question, component) = try question(input) else {
            return Result(hasPoint: false, candidates: [], matches: [:], corrections: [], compare: [])
        }
        try input.progress.advance(to: 0.1, Localized("searching organizations", "查找机构"))
        let search = CandidateSearch(question, in: model)
        try input.progress.advance(to: 0.7, Localized("comparing", "比较"))
        var matches: [String: Int] = [:]
        for match in CandidateSearch.Match.allCases {
            matches[match.rawValue] = search.candidates.count { $0.match == match }
        }
        let same = search.candidates.filter { $0.match == .same }.map(\.organization.text)
        let concerned = [component?.id.text].compactMap { $0 } + same
        return Result(
            segment: question.segment, component: component?.id, supplier: component?.supplier,
            near: question.near,
            hasPoint: search.hasPoint, region: question.region,
            candidates: search.candidates.map(Candidates.coded),
            matches: matches,
            corrections: model.corrections(concerning: concerned).map { CorrectionID($0.id) },
            compare: input.others.map { other in
                let there = CandidateSearch(CandidateSearch.Question(segment: question.segment), in: other)
                return Compared(
                    package: other.identity.id,
                    hasSegment: other.find(question.segment, as: Segment.self) != nil,
                    same: there.candidates.count { $0.match == .same })
            })
    }

    private static func coded(_ candidate: CandidateSearch.Candidate) -> Result.Candidate {
        let way = candidate.way
        return Result.Candidate(
            organization: candidate.organization, match: candidate.match.rawValue,
            segments: candidate.segments,
            inside: candidate.isInside, distance: way?.distance.value, exactness: way?.exactness.rawValue,
            at: way?.to.record, region: way?.to.region, longitude: way?.to.point.longitude,
            latitude: way?.to.point.latitude, capacity: candidate.capacity, unit: candidate.unit,
            basis: candidate.origin.basis)
    }
}
