import Ecosystem

/// Reads who promotes what.
struct EmergingReader {
    private static let sectorInstruments: Set<String> = ["sector_policy", "cluster_plan", "programme"]
    private static let notPromoting: Set<String> = ["recommended", "missing", "proposed"]

    let model: EcosystemModel
    let tree: RegionTree
    private var parents: [SegmentID: SegmentID] = [:]
    /// Segment → place → policies; the empty place is the whole region.
    private var policies: [SegmentID: [RegionID?: [PolicyID]]] = [:]
    private var organizations: [SegmentID: [RegionID: Set<String>]] = [:]
    private var assessments: [SegmentID: [RegionID: [Assessment]]] = [:]

    init(_ model: EcosystemModel, onlySectorPolicies: Bool) {
        self.model = model
        tree = RegionTree(model)
        for segment in model.all(Segment.self) { parents[segment.id] = segment.parent }
        for policy in model.all(Policy.self) {
            let counts = !onlySectorPolicies || Self.sectorInstruments.contains(policy.instrument ?? "")
            guard counts, policy.record.factState == .actual,
                !Self.notPromoting.contains(policy.status ?? "")
            else { continue }
            let place = tree.place(of: policy.region)
            guard place != nil || tree.isInside(policy.region) else { continue }
            for segment in policy.segments where model.record(id: segment.text) != nil {
                policies[segment, default: [:]][place, default: []].append(policy.id)
            }
        }
        for activity in model.all(Activity.self) where activity.record.factState == .actual {
            guard let segment = activity.record.text("segment_id").map(SegmentID.init),
                let organization = activity.record.target("organization_id"),
                let place = tree.place(of: organization.text("home_region").map(RegionID.init))
            else { continue }
            for step in path(from: segment) {
                organizations[step, default: [:]][place, default: []].insert(organization.id)
            }
        }
        for assessment in model.all(Assessment.self) where assessment.record.factState == .actual {
            guard let segment = assessment.segment, let place = tree.place(of: assessment.region) else {
                continue
            }
            assessments[segment, default: [:]][place, default: []].append(assessment)
        }
    }

    /// The segments that anybody promotes, or of which a document says something.
    var segments: [SegmentID] { Set(policies.keys).union(assessments.keys).sorted() }

    func policies(for segment: SegmentID, in place: RegionID?) -> [PolicyID] {
        (policies[segment]?[place] ?? []).sorted()
    }

    func organizations(in segment: SegmentID, at place: RegionID) -> [Record] {
        model.records(ids: (organizations[segment]?[place] ?? []).sorted())
    }

    func assessments(of segment: SegmentID, at place: RegionID) -> [Assessment] {
        assessments[segment]?[place] ?? []
    }

    /// Whether two sectors are the same or one lies inside the other.
    func meet(_ one: SegmentID, _ other: SegmentID) -> Bool {
        path(from: one).contains(other) || path(from: other).contains(one)
    }

    /// A segment and those that it is part of; a circle ends at its first repetition.
    private func path(from segment: SegmentID) -> [SegmentID] {
        var path: [SegmentID] = []
        var current: SegmentID? = segment
        while let step = current, !path.contains(step) {
            path.append(step)
            current = parents[step]
        }
        return path
    }
}
