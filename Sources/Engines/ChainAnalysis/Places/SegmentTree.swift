public import Ecosystem

/// The tree of segments: what is part of what, and in which order it is shown.
public struct SegmentTree: Sendable {
    /// Segments from upstream to recycling, each above its own parts; a segment whose parents form a circle stands at
    /// the top of its stage.
    public let ordered: [Segment]
    private let children: [SegmentID: [SegmentID]]
    private let depths: [SegmentID: Int]

    /// Reads the segments of a model.
    ///
    /// - Complexity: O(n log n).
    public init(_ model: EcosystemModel) {
        let segments = model.all(Segment.self)
        var known: [SegmentID: Segment] = [:]
        var children: [SegmentID: [SegmentID]] = [:]
        for segment in segments where known[segment.id] == nil {
            known[segment.id] = segment
            if let parent = segment.parent, parent != segment.id {
                children[parent, default: []].append(segment.id)
            }
        }
        var ordered: [Segment] = []
        var depths: [SegmentID: Int] = [:]
        func walk(from top: Segment) {
            var waiting: [(SegmentID, Int)] = [(top.id, 0)]
            while let (id, depth) = waiting.popLast() {
                guard depths[id] == nil, let segment = known[id] else { continue }
                depths[id] = depth
                ordered.append(segment)
                for child in (children[id] ?? []).reversed() { waiting.append((child, depth + 1)) }
            }
        }
        let tops = segments.filter { $0.parent.map { known[$0] == nil } ?? true }
        for top in SegmentTree.byStage(tops) { walk(from: top) }
        for segment in SegmentTree.byStage(segments) where depths[segment.id] == nil { walk(from: segment) }
        self.ordered = ordered
        self.children = children
        self.depths = depths
    }

    /// How far below the top of the tree a segment stands; 0 at the top.
    public func depth(of segment: SegmentID) -> Int { depths[segment] ?? 0 }

    /// The parts of a segment, one step down.
    public func parts(of segment: SegmentID) -> [SegmentID] { children[segment] ?? [] }

    /// A segment and everything below it.
    public func below(_ segment: SegmentID) -> Set<SegmentID> {
        var found: Set<SegmentID> = [segment]
        var waiting = [segment]
        while let next = waiting.popLast() {
            for part in parts(of: next) where found.insert(part).inserted { waiting.append(part) }
        }
        return found
    }

    private static func byStage(_ segments: [Segment]) -> [Segment] {
        let terms = Vocabulary.chainStage.terms.map(\.code)
        func rank(_ segment: Segment) -> Int {
            segment.stage.flatMap { terms.firstIndex(of: $0) } ?? terms.count
        }
        return segments.enumerated().sorted { left, right in
            (rank(left.element), left.offset) < (rank(right.element), right.offset)
        }.map(\.element)
    }
}
