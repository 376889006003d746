/// A box of longitudes and latitudes. West may be greater than east: the box then crosses the 180th meridian
/// (RFC 7946, section 5.2).
public struct GeoBox: Sendable, Hashable, Codable {
    /// The western edge.
    public let west: Double
    /// The southern edge.
    public let south: Double
    /// The eastern edge.
    public let east: Double
    /// The northern edge.
    public let north: Double

    /// A box between two corners; `nil` where south lies north of north.
    public init?(southWest: GeoPoint, northEast: GeoPoint) {
        guard southWest.latitude <= northEast.latitude else { return nil }
        west = southWest.longitude
        south = southWest.latitude
        east = northEast.longitude
        north = northEast.latitude
    }

    /// The smallest box around points that does not cross the 180th meridian; `nil` for no points.
    public init?(covering points: some Sequence<GeoPoint>) {
        var edges: (west: Double, south: Double, east: Double, north: Double)?
        for point in points {
            let old = edges ?? (point.longitude, point.latitude, point.longitude, point.latitude)
            edges = (
                min(old.west, point.longitude), min(old.south, point.latitude),
                max(old.east, point.longitude),
                max(old.north, point.latitude)
            )
        }
        guard let edges else { return nil }
        (west, south, east, north) = edges
    }

    /// The south-western and the north-eastern corner.
    public var corners: [GeoPoint] {
        [GeoPoint(longitude: west, latitude: south), GeoPoint(longitude: east, latitude: north)].compactMap {
            $0
        }
    }

    /// Whether a point lies in the box or on its edge.
    public func contains(_ point: GeoPoint) -> Bool {
        guard point.latitude >= south, point.latitude <= north else { return false }
        return west <= east
            ? point.longitude >= west && point.longitude <= east
            : point.longitude >= west || point.longitude <= east
    }
}
