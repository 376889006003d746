import Ecosystem
import Testing

@Suite struct GeoPointReadingTests {
    @Test func `two decimal texts make a point`() throws {
        let reading = GeoPointReading(longitude: " 117.787 ", latitude: "３８.975")
        #expect(reading.point == GeoPoint(longitude: 117.787, latitude: 38.975) && reading.problem == nil)
        let empty = GeoPointReading(longitude: "", latitude: " ")
        #expect(empty.point == nil && empty.problem == nil)
    }

    @Test func `a point of another reference is converted`() throws {
        let reading = GeoPointReading(longitude: "117.793252", latitude: "38.975885", reference: .gcj02)
        let point = try #require(reading.point)
        #expect(abs(point.longitude - 117.787) < 2e-6 && abs(point.latitude - 38.975) < 2e-6)
    }

    @Test(arguments: [
        ("117.787", "", GeoPointReading.Problem.incomplete, GeoPointReading.Field.latitude),
        ("", "38", .incomplete, .longitude),
        ("east", "38", .notANumber, .longitude), ("117", "38°58′", .notANumber, .latitude),
        ("nan", "38", .notANumber, .longitude),
        ("inf", "38", .notANumber, .longitude), ("0x10", "38", .notANumber, .longitude),
        ("38.975", "117.787", .swapped, .latitude),
        ("217", "38", .outsideGlobe, .longitude), ("17", "-99", .swapped, .latitude),
        ("170", "-299", .outsideGlobe, .latitude),
    ])
    func `a problem names the field`(
        longitude: String, latitude: String, problem: GeoPointReading.Problem, field: GeoPointReading.Field
    ) {
        let reading = GeoPointReading(longitude: longitude, latitude: latitude)
        #expect(reading.point == nil && reading.problem == problem && reading.field == field)
        #expect(reading.message?.en.isEmpty == false && reading.message?.zh.isEmpty == false)
    }

    @Test func `no pair of texts crashes`() {
        var draws = SeededDraws(99)
        for _ in 0..<5000 {
            let reading = GeoPointReading(longitude: draws.text(upTo: 12), latitude: draws.text(upTo: 12))
            #expect((reading.problem == nil) == (reading.message == nil))
        }
    }
}
