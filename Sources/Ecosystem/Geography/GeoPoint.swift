import Foundation

/// A point on the globe in degrees, WGS-84.
///
/// Keep the decimals as printed beside it where they matter: a point holds numbers, not their text. Points of
/// another reference are converted first, see ``CoordinateReference``.
public struct GeoPoint: Sendable, Hashable {
    /// Degrees east, -180 to 180.
    public let longitude: Double
    /// Degrees north, -90 to 90.
    public let latitude: Double

    /// A point; `nil` where a number is not finite or outside the globe.
    public init?(longitude: Double, latitude: Double) {
        guard longitude.isFinite, latitude.isFinite, longitude.magnitude <= 180, latitude.magnitude <= 90
        else {
            return nil
        }
        self.longitude = longitude
        self.latitude = latitude
    }

    /// Mean radius of the earth in km, (2a + b) / 3 of WGS-84 (IUGG).
    public static let earthRadius = 6371.0088

    /// The distance along a great circle on a sphere of the mean radius, by the haversine formula.
    ///
    /// The flattening of the earth is left out: at most 0.6 % off the ellipsoid.
    public func distance(to other: GeoPoint) -> Kilometres {
        let radians = Double.pi / 180
        let north = sin((other.latitude - latitude) * radians / 2)
        let east = sin((other.longitude - longitude) * radians / 2)
        let chord = north * north + cos(latitude * radians) * cos(other.latitude * radians) * east * east
        return Kilometres(2 * Self.earthRadius * asin(min(1, max(0, chord).squareRoot())))
    }
}

extension GeoPoint: Codable {
    /// Reads `[longitude, latitude]`, the order of GeoJSON; other numbers are a decoding error.
    public init(from decoder: any Decoder) throws {
        var container = try decoder.unkeyedContainer()
        let longitude = try container.decode(Double.self)
        let latitude = try container.decode(Double.self)
        guard let point = GeoPoint(longitude: longitude, latitude: latitude) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "[\(longitude), \(latitude)] is no point in degrees.")
        }
        self = point
    }

    /// Writes `[longitude, latitude]`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.unkeyedContainer()
        try container.encode(longitude)
        try container.encode(latitude)
    }
}
