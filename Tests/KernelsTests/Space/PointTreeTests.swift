import Kernels
import Testing

@Suite("Point tree")
struct PointTreeTests {
    @Test(arguments: [1, 2, 3])
    func `the nearest are those that looking at every point finds, equal distances by number`(dimensions: Int)
        throws
    {
        var generator = SeededGenerator(seed: 5)
        for round in 0..<60 {
            let count = generator.next(below: 90)
            // Every other round on a grid, where many distances are equal.
            let points = (0..<count * dimensions).map { _ in
                round.isMultiple(of: 2) ? Double(generator.next(below: 4)) : generator.nextFraction()
            }
            let tree = try #require(PointTree(points, dimensions: dimensions))
            for wanted in [1, 3, 8, count + 5] {
                for point in 0..<count {
                    let all = (0..<count).filter { $0 != point }.map { other -> PointTree.Neighbour in
                        let square = (0..<dimensions).map { axis in
                            let apart = points[other * dimensions + axis] - points[point * dimensions + axis]
                            return apart * apart
                        }.reduce(0, +)
                        return PointTree.Neighbour(point: other, squaredDistance: square)
                    }.sorted { ($0.squaredDistance, $0.point) < ($1.squaredDistance, $1.point) }
                    let isSame = tree.nearest(wanted, to: point) == Array(all.prefix(wanted))
                    #expect(isSame)
                }
            }
        }
    }

    @Test func `numbers that are not finite or do not fit make no tree, and no point has no neighbour`() {
        #expect(PointTree([1, .nan], dimensions: 2) == nil && PointTree([1, 2, 3], dimensions: 2) == nil)
        #expect(PointTree([], dimensions: 2)?.count == 0 && PointTree([1], dimensions: 0) == nil)
        #expect(PointTree([1, 2], dimensions: 2)?.nearest(3, to: 0).isEmpty == true)
    }
}
