import Foundation
import Indicators
import Kernels
import Testing

@Suite struct `Space` {
    struct City {
        let name: String
        let lon: Double
        let lat: Double
        let product: Double
        let population: Double
    }
    private static func cities() throws -> [City] {
        try Reference.rows("inputs/cities.csv").map { row in
            City(
                name: row[0], lon: Double(row[1]) ?? .nan, lat: Double(row[2]) ?? .nan,
                product: Double(row[4]) ?? .nan, population: Double(row[5]) ?? .nan)
        }
    }

    @Test(Reference.trait) func `gravity links agree with the reference`() throws {
        let cities = try Self.cities()
        let reference = try Fixture.reference()["gravity"]
        let distances = reference["distance_km"].matrix.map { $0.map { Bounded($0 ?? .nan) } }
        let found = try GravityLinks.run(
            population: cities.map(\.population).exact, product: cities.map(\.product).exact,
            distances: distances)
        func compare(_ rows: [[Double?]], _ name: String) {
            for (one, wanted) in zip(rows, reference[name].matrix).enumerated() {
                // The reference puts 0 where a place meets itself.
                expect(wanted.0.enumerated().map { $0.offset == one ? 0 : $0.element }, wanted.1)
            }
        }
        compare(found.links.map { $0.map { $0?.value } }, "R_sym")
        compare(found.directed.map { $0.map { $0?.value } }, "R_directed_k")
        expect(found.totals, reference["total_linkage"].numbers)
        #expect(found.links[0][0] == nil)
    }

    @Test func `places without a distance are refused, each pair named`() {
        #expect(
            throws: InputProblems([
                .noDistance(from: 0, to: 1, value: 0), .noDistance(from: 1, to: 0, value: -3),
            ])
        ) {
            try GravityLinks.run(population: [1, 2], product: [1, 2], distances: [[0, 0], [-3, 0]])
        }
    }

    @Test func `the nearest of points are the nearest by all their distances`() throws {
        var generator = SeededGenerator(seed: 9)
        let points = (0..<120).map { _ in
            [Double(generator.next(below: 30)), Double(generator.next(below: 30))]
        }
        let distances = points.map { one in
            points.map {
                ((one[0] - $0[0]) * (one[0] - $0[0]) + (one[1] - $0[1]) * (one[1] - $0[1])).squareRoot()
            }
        }
        for count in [1, 4, 8, 200] {
            let isSame =
                try SpatialWeights.nearest(count, points: points) == .nearest(count, distances: distances)
            #expect(isSame)
        }
        #expect(throws: InputProblems.self) { try SpatialWeights.nearest(2, points: [[0, 1], [2]]) }
        #expect(throws: InputProblems.self) { try SpatialWeights.nearest(2, points: [[0, .nan]]) }
        #expect(throws: InputProblems.self) { try SpatialWeights.nearest(0, points: [[0, 1]]) }
        #expect(try SpatialWeights.nearest(2, points: []).neighbours.isEmpty)
    }

    private static func nearest() throws -> (values: [Bounded], weights: SpatialWeights) {
        let cities = try cities()
        let distances = cities.map { one in
            cities.map { hypot(one.lon - $0.lon, one.lat - $0.lat) }
        }
        return (
            cities.map { $0.product / $0.population }.exact, try .nearest(4, distances: distances)
        )
    }

    @Test(Reference.trait) func `Moran's I and its variances agree with the reference, PySAL and spdep`()
        throws
    {
        let (values, weights) = try Self.nearest()
        let found = try Moran.run(on: values, weights: weights)
        let reference = try Fixture.reference()["moran"]
        let wanted = ["I", "EI", "VI_norm", "VI_rand", "z_norm", "z_rand"].map { reference[$0].number }
        expect(
            [
                found.index, found.expected, found.normalVariance, found.randomVariance, found.normalZ,
                found.randomZ,
            ], wanted, within: 1e-12)
        expect(found.index, try Reference.peer("spdep")["I"].number)
        expect(found.index, try Reference.peer("pysal")["moran"]["I"].number)
        let neighbours = try Reference.peer("spdep")["neighbors"].matrix
        for (list, wanted) in zip(weights.neighbours, neighbours) {
            expect(list.map { Double($0.unit + 1) }, wanted)
        }
    }

    @Test(Reference.trait) func `local I agrees with spdep, and with esda but for its n less one`() throws {
        let (values, weights) = try Self.nearest()
        let found = try Moran.run(on: values, weights: weights).local
        expect(found.map(\.value), try Reference.peer("spdep")["local_Ii"].numbers)
        let peer = try Reference.peer("pysal")
        // esda divides the second moment by n − 1, Anselin 1995 and spdep by n.
        expect(found.map { $0.value.value.map { $0 * 12 / 13 } }, peer["local_Is"].numbers)
        let quadrants: [Moran.Quadrant] = [.highHigh, .lowHigh, .lowLow, .highLow]
        #expect(
            found.map(\.quadrant) == peer["quadrants"].list.map { quadrants[Int($0.number) - 1] })
    }

    @Test func `permutations follow the seed, and clustered values stand out`() throws {
        let chain = try SpatialWeights(
            (0..<20).map { unit in
                [unit - 1, unit + 1].filter { (0..<20).contains($0) }.map { .init(unit: $0, weight: 1) }
            }
        ).rowStandardized
        let rising = (0..<20).map { Double($0) }.exact
        let one = try Moran.run(on: rising, weights: chain, .init(permutations: 499, seed: 7))
        #expect(one == (try Moran.run(on: rising, weights: chain, .init(permutations: 499, seed: 7))))
        #expect(one.permuted?.p ?? 1 <= 0.002 + 1e-12)
        #expect(one.index.value ?? 0 > 0.7)
        let other = try Moran.run(on: rising, weights: chain, .init(permutations: 499, seed: 8))
        #expect(one.local.map(\.permuted) != other.local.map(\.permuted))
    }

    @Test func `equal values, no neighbours and one unit have no index, and say why`() throws {
        let pair = try SpatialWeights([[.init(unit: 1, weight: 1)], [.init(unit: 0, weight: 1)]])
        #expect(try Moran.run(on: [0.1, 0.1], weights: pair).index.reason == .allEqual)
        #expect(try Moran.run(on: [1, 2], weights: SpatialWeights([[], []])).index.reason == .noNeighbours)
        #expect(try Moran.run(on: [1], weights: SpatialWeights([[]])).index.reason == .oneRegion)
        #expect(try Moran.run(on: [1, 2], weights: pair).randomVariance.reason == .oneRegion)
        #expect(throws: InputProblems.self) { try Moran.run(on: [1, 2, 3], weights: pair) }
        #expect(throws: InputProblems.self) { try SpatialWeights([[.init(unit: 0, weight: 1)]]) }
        let island = try SpatialWeights([
            [.init(unit: 1, weight: 1)], [.init(unit: 0, weight: 1)], [],
        ])
        let found = try Moran.run(on: [1, 2, 6], weights: island)
        #expect(found.islands == [2])
        #expect(found.local[2].value.value == 0)
        #expect(found.local[2].permuted == nil)
    }
}
