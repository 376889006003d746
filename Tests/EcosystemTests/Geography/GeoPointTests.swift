import Ecosystem
import Foundation
import Testing

@Suite struct GeoPointTests {
    @Test func `numbers outside the globe make no point`() {
        #expect(GeoPoint(longitude: 180, latitude: -90) != nil)
        for (longitude, latitude) in [
            (180.1, 0), (-181, 0), (0, 90.5), (0, -91), (Double.nan, 0), (0, .infinity),
        ] {
            #expect(GeoPoint(longitude: longitude, latitude: latitude) == nil)
        }
    }

    @Test func `a degree along a meridian is pi over 180 of the radius`() throws {
        let south = try #require(GeoPoint(longitude: 116, latitude: 39))
        let north = try #require(GeoPoint(longitude: 116, latitude: 40))
        #expect(abs(south.distance(to: north).value - 6371.0088 * Double.pi / 180) < 1e-9)
        #expect(south.distance(to: south).value == 0)
        let antipode = try #require(GeoPoint(longitude: -64, latitude: -39))
        #expect(abs(south.distance(to: antipode).value - 6371.0088 * Double.pi) < 1e-6)
    }

    @Test func `the distance agrees with the spherical law of cosines`() throws {
        // An independent formula for the same sphere; well conditioned from a few km on.
        var draws = SeededDraws(11)
        let radians = Double.pi / 180
        for _ in 0..<1000 {
            let a = try #require(
                GeoPoint(
                    longitude: .random(in: 73...135, using: &draws),
                    latitude: .random(in: 18...54, using: &draws)))
            let b = try #require(
                GeoPoint(
                    longitude: .random(in: 73...135, using: &draws),
                    latitude: .random(in: 18...54, using: &draws)))
            let cosine =
                sin(a.latitude * radians) * sin(b.latitude * radians)
                + cos(a.latitude * radians) * cos(b.latitude * radians)
                * cos((a.longitude - b.longitude) * radians)
            let expected = 6371.0088 * acos(min(1, max(-1, cosine)))
            if expected > 10 { #expect(abs(a.distance(to: b).value - expected) < 1e-5) }
            #expect(a.distance(to: b) == b.distance(to: a))
        }
    }

    @Test func `a point is written as longitude, latitude`() throws {
        let point = try #require(GeoPoint(longitude: 117.787, latitude: 38.975))
        let data = try JSONEncoder().encode(point)
        #expect(String(decoding: data, as: UTF8.self) == "[117.787,38.975]")
        #expect(try JSONDecoder().decode(GeoPoint.self, from: data) == point)
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode(GeoPoint.self, from: Data("[38,117]".utf8))
        }
    }
}
