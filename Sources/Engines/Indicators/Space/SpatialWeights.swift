import Kernels

/// Who is whose neighbour, and how much a neighbour counts.
public struct SpatialWeights: Sendable, Hashable {
    /// A neighbour and its weight.
    public struct Neighbour: Sendable, Hashable {
        /// The number of the unit.
        public let unit: Int
        /// Its weight, above zero.
        public let weight: Double

        /// A neighbour.
        public init(unit: Int, weight: Double) {
            self.unit = unit
            self.weight = weight
        }
    }

    /// The neighbours of each unit, by number.
    public let neighbours: [[Neighbour]]

    /// Neighbours as given; a unit is never its own neighbour.
    ///
    /// - Throws: neighbours that do not exist, weights that are not above zero.
    public init(_ neighbours: [[Neighbour]]) throws(InputProblems) {
        var check = InputCheck()
        for (unit, list) in neighbours.enumerated() {
            for (position, neighbour) in list.enumerated() {
                if neighbour.unit == unit || !neighbours.indices.contains(neighbour.unit) {
                    check.add(
                        .outside(
                            list: ListName.neighbours, position: position, value: Double(neighbour.unit),
                            low: 0, high: Double(neighbours.count - 1)))
                }
                if !(neighbour.weight > 0 && neighbour.weight.isFinite) {
                    check.add(
                        .outside(
                            list: ListName.weights, position: position, value: neighbour.weight, low: 0,
                            high: .infinity))
                }
            }
        }
        try check.finish()
        self.neighbours = neighbours.map { $0.sorted { $0.unit < $1.unit } }
    }

    /// The `count` nearest of each unit with equal weights that sum to one; of equal distances the earlier unit. For distances
    /// that no coordinates give, such as by road; for points ``nearest(_:points:)`` is faster.
    ///
    /// - Throws: distances that do not form a square, or are no numbers.
    /// - Complexity: O(n² + n × count²), more where distances fall along the list.
    public static func nearest(_ count: Int, distances: [[Double]]) throws(InputProblems) -> SpatialWeights {
        var check = InputCheck()
        for (row, values) in distances.enumerated() {
            if values.count != distances.count {
                check.add(.ragged(row: row, found: values.count, expected: distances.count))
            }
            for (column, value) in values.enumerated() where value.isNaN {
                check.add(.noDistance(from: row, to: column, value: value))
            }
        }
        if count < 1 {
            check.add(
                .outside(
                    list: ListName.neighbours, position: 0, value: Double(count), low: 1, high: .infinity))
        }
        try check.finish()
        return try SpatialWeights(
            distances.indices.map { unit in
                var others: [Int] = []
                let row = distances[unit]
                for other in row.indices where other != unit {
                    if others.count == count, let last = others.last, row[last] <= row[other] { continue }
                    let place = others.firstIndex { row[other] < row[$0] } ?? others.count
                    others.insert(other, at: place)
                    if others.count > count { others.removeLast() }
                }
                return others.map { Neighbour(unit: $0, weight: 1 / Double(others.count)) }
            })
    }

    /// The `count` nearest of each point of a plane (or of a space of a few dimensions) with equal weights that sum to one; of equal
    /// distances the earlier unit.
    ///
    /// - Parameter points: The coordinates of each unit, as many for all.
    /// - Throws: points with different numbers of coordinates, coordinates that are not finite.
    /// - Complexity: O(n log² n + n × count) for points that are spread out.
    public static func nearest(_ count: Int, points: [[Double]]) throws(InputProblems) -> SpatialWeights {
        var check = InputCheck()
        let dimensions = points.first?.count ?? 1
        for (row, values) in points.enumerated() {
            if values.count != dimensions || dimensions == 0 {
                check.add(.ragged(row: row, found: values.count, expected: max(1, dimensions)))
            }
            for (column, value) in values.enumerated() where !value.isFinite {
                check.add(.notFinite(row: row, column: column))
            }
        }
        if count < 1 {
            check.add(
                .outside(
                    list: ListName.neighbours, position: 0, value: Double(count), low: 1, high: .infinity))
        }
        try check.finish()
        guard let tree = PointTree(points.flatMap(\.self), dimensions: dimensions) else {
            return SpatialWeights(checked: [])
        }
        return SpatialWeights(
            checked: points.indices.map { unit in
                let others = tree.nearest(count, to: unit)
                return others.map { Neighbour(unit: $0.point, weight: 1 / Double(others.count)) }
                    .sorted { $0.unit < $1.unit }
            })
    }

    /// The same neighbours with the weights of each unit scaled to a sum of one.
    public var rowStandardized: SpatialWeights {
        let scaled = neighbours.map { list in
            let sum = list.map(\.weight).compensatedSum
            return list.map { Neighbour(unit: $0.unit, weight: $0.weight / sum) }
        }
        return SpatialWeights(checked: scaled)
    }

    private init(checked neighbours: [[Neighbour]]) { self.neighbours = neighbours }

    /// S₀, S₁ and S₂ of Cliff and Ord.
    var sums: (all: Double, pairs: Double, margins: Double) {
        var all = CompensatedSum()
        var pairs = CompensatedSum()
        var columns = [Double](repeating: 0, count: neighbours.count)
        var backward = [[Int: Double]](repeating: [:], count: neighbours.count)
        for (unit, list) in neighbours.enumerated() {
            for neighbour in list {
                all.add(neighbour.weight)
                columns[neighbour.unit] += neighbour.weight
                backward[unit][neighbour.unit, default: 0] += neighbour.weight
            }
        }
        for (unit, list) in neighbours.enumerated() {
            for neighbour in list {
                let back = backward[neighbour.unit][unit]
                let both = neighbour.weight + (back ?? 0)
                // A pair is met from both sides where both weigh something, and once else; ½ Σ Σ counts it twice.
                pairs.add(back == nil ? both * both : both * both / 2)
            }
        }
        let margins = neighbours.indices.map { unit in
            let row = neighbours[unit].map(\.weight).compensatedSum + columns[unit]
            return row * row
        }
        return (all.value, pairs.value, margins.compensatedSum)
    }
}
