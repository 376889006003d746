/// Joins marks that stand nearer to each other than their size, so that none hides another.
///
/// Marks with a place of their own and marks that are drawn at the point of their region are joined apart, because
/// they say different things; the latter then give way to the former. The order of the marks decides, so that equal
/// sheets are drawn alike. `atlas.js` does the same when a reader zooms.
struct MapMerging {
    /// A mark, or several at one spot.
    struct Group {
        var members: [Int]
        var x: Double
        var y: Double
        /// Whether it stands at the point of a region.
        var isSeat: Bool
        var radius: Double
    }

    /// Groups in the order of their first mark.
    private(set) var groups: [Group] = []

    /// Joins what is nearer than `gap` pixels, then what overlaps; quadratic in the number of marks.
    ///
    /// - Parameter radius: the radius of so many marks at one spot.
    init(
        _ spots: [(x: Double, y: Double, isSeat: Bool)], nearer gap: Double, within frame: MapFrame,
        radius: (Int) -> Double
    ) {
        var isTaken = [Bool](repeating: false, count: spots.count)
        for first in spots.indices where !isTaken[first] {
            var members: [Int] = []
            for other in spots.indices.dropFirst(first) where !isTaken[other] {
                let (dx, dy) = (spots[other].x - spots[first].x, spots[other].y - spots[first].y)
                guard spots[other].isSeat == spots[first].isSeat, dx * dx + dy * dy < gap * gap else {
                    continue
                }
                members.append(other)
                isTaken[other] = true
            }
            groups.append(MapMerging.group(members, spots, radius))
        }
        var isChanged = true
        var passes = 0
        while isChanged, passes < 8 {
            isChanged = false
            passes += 1
            var kept: [Group] = []
            for group in groups {
                if let near = kept.firstIndex(where: {
                    $0.isSeat == group.isSeat && MapMerging.overlap($0, group) > 0
                }) {
                    kept[near] = MapMerging.group(kept[near].members + group.members, spots, radius)
                    isChanged = true
                } else {
                    kept.append(group)
                }
            }
            groups = kept
        }
        giveWay(within: frame)
    }

    private static func group(
        _ members: [Int], _ spots: [(x: Double, y: Double, isSeat: Bool)], _ radius: (Int) -> Double
    ) -> Group {
        let count = Double(max(1, members.count))
        return Group(
            members: members, x: members.reduce(0) { $0 + spots[$1].x } / count,
            y: members.reduce(0) { $0 + spots[$1].y } / count,
            isSeat: members.first.map { spots[$0].isSeat } ?? false, radius: radius(members.count))
    }

    /// By how many pixels two groups overlap.
    private static func overlap(_ left: Group, _ right: Group) -> Double {
        let (dx, dy) = (left.x - right.x, left.y - right.y)
        return left.radius + right.radius + 1 - (dx * dx + dy * dy).squareRoot()
    }

    /// Groups at the points of regions move off the others: their place is not exact anyway.
    private mutating func giveWay(within frame: MapFrame) {
        for _ in 0..<6 {
            for seat in groups.indices where groups[seat].isSeat {
                for other in groups.indices where other != seat {
                    let overlap = MapMerging.overlap(groups[seat], groups[other])
                    guard overlap > 0 else { continue }
                    let (dx, dy) = (groups[seat].x - groups[other].x, groups[seat].y - groups[other].y)
                    let length = (dx * dx + dy * dy).squareRoot()
                    groups[seat].x += (length < 0.5 ? 0.8 : dx / length) * overlap
                    groups[seat].y += (length < 0.5 ? 0.6 : dy / length) * overlap
                }
                let edge = groups[seat].radius + 1
                groups[seat].x = min(max(groups[seat].x, edge), frame.width - edge)
                groups[seat].y = min(max(groups[seat].y, edge), frame.height - edge)
            }
        }
    }
}
