import Ecosystem

/// The segments that firms are spread over, each with its class, its stage and its sector of the national table.
struct CompanionSegments {
    let segments: [SegmentID]
    let classOfSegment: [Int]
    /// 0 components, 1 systems, 2 vehicle: what comes earlier in the chain goes into what comes later.
    let stageOfSegment: [Int]
    /// The table's sector of each segment.
    let sectorOfSegment: [Int]
    private let parents: [String: String]

    /// Vehicle makers work in the top segments of their stage, since documents count them without telling kinds apart; parts
    /// firms in the lowest ones of theirs.
    init(_ model: EcosystemModel, _ table: FlowTable, _ tree: RegionTree) throws(StudyProblem) {
        let all = model.all(Segment.self).filter { $0.isAutomotive }
        let parents = Dictionary(
            all.compactMap { segment in segment.parent.map { (segment.id.text, $0.text) } },
            uniquingKeysWith: { first, _ in first })
        self.parents = parents
        let stages = Dictionary(
            all.map { ($0.id.text, $0.stage ?? "") }, uniquingKeysWith: { first, _ in first })
        let hasBelow = Set(parents.values)
        var sectors: [String: Int] = [:]
        for (place, label) in table.sectors.enumerated() {
            for segment in table.about.segments[label.sector] ?? [] where sectors[segment.text] == nil {
                sectors[segment.text] = place
            }
        }
        var found: [(SegmentID, Int, Int, Int)] = []
        for segment in all {
            let stage = segment.stage ?? ""
            guard let kind = CompanionPlaces.Class.allCases.first(where: { $0.stages.contains(stage) }) else {
                continue
            }
            let isTop = segment.parent.map { stages[$0.text] != stage } ?? true
            guard kind == .vehicle ? isTop : !hasBelow.contains(segment.id.text) else { continue }
            let sector = CompanionPlaces.chain(segment.id.text, parents).lazy.compactMap { sectors[$0] }.first
            guard let sector else { continue }
            let order = ["components": 0, "systems": 1, "vehicle": 2][stage] ?? 0
            found.append((segment.id, kind.rawValue, order, sector))
        }
        for kind in CompanionPlaces.Class.allCases where !found.contains(where: { $0.1 == kind.rawValue }) {
            throw StudyProblem(
                Localized(
                    "no segment of \(kind.label.en) has a sector in the table \(table.name); name segments in its sectors.csv",
                    "表 \(table.name) 的 sectors.csv 没有对应\(kind.label.zh)的环节；请补充"), parameter: "table")
        }
        segments = found.map(\.0)
        classOfSegment = found.map(\.1)
        stageOfSegment = found.map(\.2)
        sectorOfSegment = found.map(\.3)
    }

    /// The segment that a recorded one is, lies in, or holds (the first of those that it holds).
    func place(of segment: SegmentID?) -> Int? {
        guard let segment else { return nil }
        for id in CompanionPlaces.chain(segment.text, parents) {
            if let place = segments.firstIndex(where: { $0.text == id }) { return place }
        }
        return segments.firstIndex { CompanionPlaces.chain($0.text, parents).contains(segment.text) }
    }
}
