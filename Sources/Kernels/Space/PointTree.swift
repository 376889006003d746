/// Points in a space of a few dimensions, ready to be asked for the nearest of each: a balanced k-d tree without pointers.
///
/// The middle point of every stretch of ``order`` parts it by one coordinate, the next one a level deeper. Bentley 1975 (Comm.
/// ACM 18:509); Friedman, Bentley & Finkel 1977 (ACM Trans. Math. Software 3:209).
public struct PointTree: Sendable {
    /// A point that is near another one.
    public struct Neighbour: Sendable, Hashable {
        /// Its number.
        public let point: Int
        /// The square of its distance.
        public let squaredDistance: Double

        /// A point at a distance.
        public init(point: Int, squaredDistance: Double) {
            self.point = point
            self.squaredDistance = squaredDistance
        }
    }

    /// How many coordinates a point has.
    public let dimensions: Int
    /// How many points there are.
    public let count: Int
    /// Coordinates in the tree's order, point by point, so that a search reads them one behind the other.
    private let coordinates: [Double]
    /// Numbers of the points in the tree's order.
    private let order: [Int32]
    /// Where each point stands in it.
    private let places: [Int32]
    /// Below so many points a stretch is looked through as a whole.
    private static let leaf = 8

    /// A tree.
    ///
    /// - Parameter coordinates: Point by point, `dimensions` numbers each.
    /// - Returns: `nil` where the numbers do not fit the dimensions or one is not finite.
    /// - Complexity: O(n log² n).
    public init?(_ coordinates: [Double], dimensions: Int) {
        guard dimensions > 0, coordinates.count.isMultiple(of: dimensions),
            coordinates.allSatisfy(\.isFinite),
            coordinates.count / dimensions < Int(Int32.max)
        else { return nil }
        self.dimensions = dimensions
        count = coordinates.count / dimensions
        var order = (0..<Int32(count)).map { $0 }
        var stretches = [(0, count, 0)]
        while let (low, high, axis) = stretches.popLast() {
            guard high - low > Self.leaf else { continue }
            order[low..<high].sort { left, right in
                let (one, other) = (
                    coordinates[Int(left) * dimensions + axis], coordinates[Int(right) * dimensions + axis]
                )
                return one != other ? one < other : left < right
            }
            let middle = (low + high) / 2
            let next = (axis + 1) % dimensions
            stretches.append((low, middle, next))
            stretches.append((middle + 1, high, next))
        }
        self.order = order
        var places = [Int32](repeating: 0, count: count)
        for (place, point) in order.enumerated() { places[Int(point)] = Int32(place) }
        self.places = places
        self.coordinates = order.flatMap { point in
            coordinates[Int(point) * dimensions..<(Int(point) + 1) * dimensions]
        }
    }

    /// The nearest other points of a point, the nearest first; of equal distances the one with the lower number.
    ///
    /// - Precondition: the point is one of the tree.
    /// - Complexity: O(log n + wanted) for points that are spread out.
    public func nearest(_ wanted: Int, to point: Int) -> [Neighbour] {
        guard wanted > 0 else { return [] }
        var search = Search(
            own: Int(places[point]), wanted: wanted, found: [], stretches: [(0, count, 0, 0)])
        search.found.reserveCapacity(wanted + 1)
        coordinates.withUnsafeBufferPointer { coordinates in
            order.withUnsafeBufferPointer { order in
                search.run(coordinates, order, dimensions, Self.leaf)
            }
        }
        return search.found
    }
}

/// One search: what was found, and which stretches are still to be looked through, each with the least square of a distance in it.
private struct Search {
    let own: Int
    let wanted: Int
    var found: [PointTree.Neighbour]
    var stretches: [(low: Int, high: Int, axis: Int, least: Double)]

    private var bound: Double {
        found.count < wanted ? .infinity : found.last?.squaredDistance ?? .infinity
    }

    mutating func run(
        _ coordinates: UnsafeBufferPointer<Double>, _ order: UnsafeBufferPointer<Int32>, _ dimensions: Int,
        _ leaf: Int
    ) {
        while let (low, high, axis, least) = stretches.popLast() {
            // An equal distance counts: the number decides.
            guard least <= bound else { continue }
            guard high - low > leaf else {
                for place in low..<high { look(place, coordinates, order, dimensions) }
                continue
            }
            let middle = (low + high) / 2
            look(middle, coordinates, order, dimensions)
            let apart = coordinates[own * dimensions + axis] - coordinates[middle * dimensions + axis]
            let next = (axis + 1) % dimensions
            let far = max(least, apart * apart)
            let (left, right) = (
                (low, middle, next, apart <= 0 ? least : far),
                (middle + 1, high, next, apart <= 0 ? far : least)
            )
            // The near side is looked through first.
            if apart <= 0 {
                stretches.append(right)
                stretches.append(left)
            } else {
                stretches.append(left)
                stretches.append(right)
            }
        }
    }

    private mutating func look(
        _ place: Int, _ coordinates: UnsafeBufferPointer<Double>, _ order: UnsafeBufferPointer<Int32>,
        _ dimensions: Int
    ) {
        guard place != own else { return }
        var square = 0.0
        for axis in 0..<dimensions {
            let apart = coordinates[place * dimensions + axis] - coordinates[own * dimensions + axis]
            square += apart * apart
        }
        let limit = bound
        guard square <= limit else { return }
        let point = Int(order[place])
        if square == limit, let last = found.last, last.point < point { return }
        var index = found.count
        while index > 0 {
            let before = found[index - 1]
            guard
                square < before.squaredDistance || (square == before.squaredDistance && point < before.point)
            else { break }
            index -= 1
        }
        found.insert(PointTree.Neighbour(point: point, squaredDistance: square), at: index)
        if found.count > wanted { found.removeLast() }
    }
}
