import Ecosystem
import Testing

@Suite struct LocodeCoordinatesTests {
    @Test func `degrees and minutes become decimal degrees`() throws {
        let point = try #require(LocodeCoordinates.point("3859N 11747E"))
        #expect(abs(point.latitude - (38 + 59.0 / 60)) < 1e-12)
        #expect(abs(point.longitude - (117 + 47.0 / 60)) < 1e-12)
        let south = try #require(LocodeCoordinates.point("0030S 00005W"))
        #expect(south.latitude == -0.5 && abs(south.longitude + 5.0 / 60) < 1e-12)
    }

    @Test(arguments: [
        "", "3859N", "3859N11747E", "3860N 11747E", "9001N 11747E", "3859N 18001E", "385N 11747E",
        "3859E 11747N", "3859N 1174E",
        "３８５９Ｎ", "3859N 11747E 0", "ABCDN 11747E",
    ])
    func `other texts are no coordinates`(text: String) {
        #expect(LocodeCoordinates.point(text) == nil)
    }

    @Test func `every whole minute survives the way there and back`() throws {
        var draws = SeededDraws(7)
        for _ in 0..<2000 {
            let latitude = Int.random(in: -5400...5400, using: &draws)
            let longitude = Int.random(in: -10800...10800, using: &draws)
            let point = try #require(
                GeoPoint(longitude: Double(longitude) / 60, latitude: Double(latitude) / 60))
            #expect(LocodeCoordinates.point(LocodeCoordinates.text(point)) == point)
        }
        let port = try #require(GeoPoint(longitude: 117.787, latitude: 38.975))
        #expect(LocodeCoordinates.text(port) == "3859N 11747E")
    }
}
