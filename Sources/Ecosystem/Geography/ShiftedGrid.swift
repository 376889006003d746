import Foundation

/// The arithmetic of the shifted references GCJ-02 and BD-09.
///
/// The formulas are the ones that public map libraries share; neither reference has a published standard. Outside
/// a box around China GCJ-02 is WGS-84 itself.
enum ShiftedGrid {
    /// Semi-major axis, in metres.
    private static let axis = 6_378_137.0
    /// First eccentricity squared, of another ellipsoid than the axis: both are what is in use.
    private static let eccentricity = 0.00669342162296594323
    private static let shiftedBox = (west: 72.004, south: 0.8293, east: 137.8347, north: 55.8271)

    /// Whether GCJ-02 differs from WGS-84 at a point.
    static func isShifted(_ point: GeoPoint) -> Bool {
        point.longitude >= shiftedBox.west && point.longitude <= shiftedBox.east
            && point.latitude >= shiftedBox.south && point.latitude <= shiftedBox.north
    }

    /// WGS-84 to GCJ-02.
    static func shifted(_ point: GeoPoint) -> GeoPoint {
        guard isShifted(point) else { return point }
        let shift = offset(point.longitude, point.latitude)
        return GeoPoint(longitude: point.longitude + shift.east, latitude: point.latitude + shift.north)
            ?? point
    }

    /// GCJ-02 to WGS-84: fixed-point iteration; each step shrinks the error about a hundredfold.
    static func unshifted(_ point: GeoPoint) -> GeoPoint {
        guard isShifted(point) else { return point }
        var longitude = point.longitude
        var latitude = point.latitude
        for _ in 0..<20 {
            let shift = offset(longitude, latitude)
            let east = point.longitude - longitude - shift.east
            let north = point.latitude - latitude - shift.north
            longitude += east
            latitude += north
            if east.magnitude < 1e-11, north.magnitude < 1e-11 { break }
        }
        guard let found = GeoPoint(longitude: longitude, latitude: latitude), isShifted(found) else {
            return point
        }
        return found
    }

    /// GCJ-02 to BD-09.
    static func withBaiduShift(_ point: GeoPoint) -> GeoPoint {
        let (x, y) = (point.longitude, point.latitude)
        let radius = (x * x + y * y).squareRoot() + 2e-5 * sin(y * baiduAngle)
        let angle = atan2(y, x) + 3e-6 * cos(x * baiduAngle)
        return GeoPoint(longitude: radius * cos(angle) + 0.0065, latitude: radius * sin(angle) + 0.006)
            ?? point
    }

    /// BD-09 to GCJ-02, by iteration as above, so that the way there and back is the identity.
    static func withoutBaiduShift(_ point: GeoPoint) -> GeoPoint {
        var guess = point
        for _ in 0..<20 {
            let there = withBaiduShift(guess)
            let east = point.longitude - there.longitude
            let north = point.latitude - there.latitude
            guard
                let next = GeoPoint(longitude: guess.longitude + east, latitude: guess.latitude + north)
            else { return guess }
            guess = next
            if east.magnitude < 1e-11, north.magnitude < 1e-11 { break }
        }
        return guess
    }

    private static let baiduAngle = Double.pi * 3000 / 180

    /// The shift from WGS-84 to GCJ-02 in degrees.
    private static func offset(_ longitude: Double, _ latitude: Double) -> (east: Double, north: Double) {
        let x = longitude - 105
        let y = latitude - 35
        let common = 20 * sin(6 * x * .pi) + 20 * sin(2 * x * .pi)
        let north =
            -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * x.magnitude.squareRoot()
            + (common + waves(y, 20, 40, 160, 320, 12)) * 2 / 3
        let east =
            300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * x.magnitude.squareRoot()
            + (common + waves(x, 20, 40, 150, 300, 12)) * 2 / 3
        let angle = latitude * .pi / 180
        let flattened = 1 - eccentricity * sin(angle) * sin(angle)
        let root = flattened.squareRoot()
        let metresNorth = axis * (1 - eccentricity) / (flattened * root) * .pi / 180
        let metresEast = axis / root * cos(angle) * .pi / 180
        return (east / metresEast, north / metresNorth)
    }

    private static func waves(
        _ t: Double, _ a: Double, _ b: Double, _ c: Double, _ d: Double, _ length: Double
    )
        -> Double
    {
        a * sin(t * .pi) + b * sin(t / 3 * .pi) + c * sin(t / length * .pi) + d * sin(t / 30 * .pi)
    }
}
