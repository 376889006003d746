import Ecosystem
import Testing

@Suite struct GeoShapeTests {
    @Test func `a box covers its points and may cross the date line`() throws {
        let box = try #require(GeoBox(covering: [try at(116, 39), try at(118, 38), try at(117, 40)]))
        #expect(box.west == 116 && box.east == 118 && box.south == 38 && box.north == 40)
        #expect(
            try box.contains(at(116, 38)) && !box.contains(at(115.9, 39))
                && !box.contains(at(117, 40.1)))
        let pacific = try #require(GeoBox(southWest: try at(170, -10), northEast: try at(-170, 10)))
        #expect(
            try pacific.contains(at(179, 0)) && pacific.contains(at(-175, 0))
                && !pacific.contains(at(0, 0)))
        #expect(GeoBox(covering: []) == nil)
        #expect(GeoBox(southWest: try at(0, 1), northEast: try at(1, 0)) == nil)
    }

    @Test func `a ring with a notch holds what is inside and its own line`() throws {
        // A square of side 4 with a notch from above down to (2, 1).
        let ring = try #require(
            GeoRing([try at(0, 0), try at(4, 0), try at(4, 4), try at(2, 1), try at(0, 4), try at(0, 0)]))
        #expect(ring.points.count == 5 && ring.isCounterclockwise)
        for inside in [(1.0, 1.0), (3, 1), (2, 0.5), (0, 0), (4, 2), (2, 1), (2, 0)] {
            #expect(try ring.contains(at(inside.0, inside.1)), "\(inside)")
        }
        for outside in [(2.0, 2.0), (2, 1.1), (-1, 0), (5, 0), (2, 4), (4.001, 2)] {
            #expect(try !ring.contains(at(outside.0, outside.1)), "\(outside)")
        }
        let reversed = try #require(GeoRing(ring.points.reversed()))
        #expect(try !reversed.isCounterclockwise && reversed.contains(at(1, 1)))
        #expect(GeoRing([try at(0, 0), try at(1, 1), try at(0, 0)]) == nil)
    }

    @Test func `inside a circle of corners is what is nearer than its radius`() throws {
        // A polygon of 720 corners on a unit circle differs from the circle by less than 1e-5.
        var corners: [GeoPoint] = []
        for step in 0..<720 {
            let (x, y) = circle(Double(step) / 720)
            corners.append(try at(x, y))
        }
        let ring = try #require(GeoRing(corners))
        var draws = SeededDraws(42)
        for _ in 0..<3000 {
            let (x, y) = (
                Double.random(in: -1.2...1.2, using: &draws), Double.random(in: -1.2...1.2, using: &draws)
            )
            let radius = (x * x + y * y).squareRoot()
            if abs(radius - 1) > 1e-4 { #expect(try ring.contains(at(x, y)) == (radius < 1)) }
        }
    }

    @Test func `a point far from its region's point is found by scale`() throws {
        let reach = RegionReach()
        let tianjin = try at(117.2, 39.13)
        let port = try at(117.79, 38.98)
        #expect(reach.finding(port, from: tianjin, scale: .municipality) == nil)
        let shanghai = try at(121.47, 31.23)
        let finding = try #require(reach.finding(shanghai, from: tianjin, scale: .municipality))
        #expect(
            finding.distance.value > 900 && finding.distance.value < 1000 && finding.limit == Kilometres(200))
        #expect(finding.message.en.contains("200 km") && finding.message.zh.contains("200 km"))
        #expect(reach.finding(shanghai, from: tianjin, scale: .wide) == nil)
        var wider = RegionReach()
        wider.limits[.municipality] = Kilometres(2000)
        #expect(wider.finding(shanghai, from: tianjin, scale: .municipality) == nil)
        #expect(RegionReach.Scale(level: "district") == .county && RegionReach.Scale(level: "sea") == .wide)
    }

    private func at(_ longitude: Double, _ latitude: Double) throws -> GeoPoint {
        try #require(GeoPoint(longitude: longitude, latitude: latitude))
    }

    /// A point of the unit circle without trigonometry: rotate by repeated halving of the parameter.
    private func circle(_ turn: Double) -> (Double, Double) {
        let quarter = Int(turn * 4)
        // Rational points of one quarter are dense enough: t from 0 to 1.
        let t = turn * 4 - Double(quarter)
        let (x, y) = ((1 - t * t) / (1 + t * t), 2 * t / (1 + t * t))
        switch quarter {
        case 0: return (x, y)
        case 1: return (-y, x)
        case 2: return (-x, -y)
        default: return (y, -x)
        }
    }
}
