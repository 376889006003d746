import Ecosystem
import Testing

@Suite struct CoordinateReferenceTests {
    @Test func `the vectors are met to a millionth of a degree`() throws {
        let places = try PlatformVectors.load().gcj02
        #expect(places.count == 4)
        for place in places {
            let wgs = try point(place.wgs84)
            expectNear(CoordinateReference.gcj02.fromWGS84(wgs), try point(place.gcj02), 1e-6)
            expectNear(CoordinateReference.bd09.fromWGS84(wgs), try point(place.bd09), 1e-6)
            expectNear(CoordinateReference.gcj02.toWGS84(try point(place.gcj02)), wgs, 2e-6)
            expectNear(CoordinateReference.bd09.toWGS84(try point(place.bd09)), wgs, 2e-6)
            // The shift in this region, as the reference notes measured it.
            let shift = wgs.distance(to: try point(place.gcj02)).value
            #expect(shift > 0.52 && shift < 0.57, "\(place.name): \(shift) km")
        }
    }

    @Test func `there and back is the identity everywhere in China`() throws {
        var draws = SeededDraws(84)
        for _ in 0..<3000 {
            let wgs = try #require(
                GeoPoint(
                    longitude: .random(in: 73...135, using: &draws),
                    latitude: .random(in: 4...54, using: &draws)))
            for reference in CoordinateReference.allCases {
                expectNear(reference.toWGS84(reference.fromWGS84(wgs)), wgs, 1e-9)
            }
            let other = CoordinateReference.gcj02.convert(
                CoordinateReference.bd09.convert(wgs, to: .gcj02), to: .bd09)
            expectNear(other, wgs, 1e-9)
        }
    }

    @Test func `outside the box GCJ-02 is WGS-84`() throws {
        for (longitude, latitude) in [(2.35, 48.86), (-122.4, 37.8), (140, 36), (0, 0), (180, 90)] {
            let place = try #require(GeoPoint(longitude: longitude, latitude: latitude))
            #expect(CoordinateReference.gcj02.fromWGS84(place) == place)
            #expect(CoordinateReference.gcj02.toWGS84(place) == place)
        }
    }

    @Test func `points anywhere, the poles and edges too, never crash`() throws {
        var draws = SeededDraws(5)
        for _ in 0..<3000 {
            let place = try #require(
                GeoPoint(
                    longitude: .random(in: -180...180, using: &draws),
                    latitude: .random(in: -90...90, using: &draws)))
            for reference in CoordinateReference.allCases {
                _ = reference.toWGS84(place)
                _ = reference.fromWGS84(place)
            }
        }
        let pole = try #require(GeoPoint(longitude: 180, latitude: 90))
        #expect(CoordinateReference.bd09.toWGS84(pole).latitude <= 90)
    }

    @Test(arguments: [
        ("WGS84", CoordinateReference.wgs84), ("wgs-84", .wgs84), ("EPSG:4326", .wgs84), ("CGCS2000", .wgs84),
        ("GCJ-02", .gcj02),
        ("gcj02", .gcj02), ("火星坐标", .gcj02), ("BD-09", .bd09), ("bd09ll", .bd09), ("百度", .bd09),
    ])
    func `references are recognized by their names`(name: String, reference: CoordinateReference) {
        #expect(CoordinateReference(name: name) == reference)
    }

    @Test func `other names are none`() {
        for name in ["", "Beijing 54", "UTM", "84"] { #expect(CoordinateReference(name: name) == nil) }
    }

    private func point(_ pair: [Double]) throws -> GeoPoint {
        try #require(pair.count == 2 ? GeoPoint(longitude: pair[1], latitude: pair[0]) : nil)
    }

    private func expectNear(_ left: GeoPoint, _ right: GeoPoint, _ tolerance: Double) {
        #expect(
            abs(left.longitude - right.longitude) < tolerance
                && abs(left.latitude - right.latitude) < tolerance)
    }
}
