/// A closed line of points, the outline of an area. The last point joins the first; it may repeat it.
///
/// Edges are straight in longitude and latitude, which is exact enough for outlines of regions; a ring must not
/// cross the 180th meridian.
public struct GeoRing: Sendable, Hashable {
    /// The corners in order, without the repeated last one.
    public let points: [GeoPoint]
    /// The box around the ring.
    public let box: GeoBox

    /// A ring; `nil` for fewer than three different corners in a row.
    public init?(_ points: [GeoPoint]) {
        let open = points.count > 1 && points.first == points.last ? Array(points.dropLast()) : points
        guard open.count >= 3, let box = GeoBox(covering: open) else { return nil }
        self.points = open
        self.box = box
    }

    /// Whether a point lies inside or on the line (even-odd rule). Linear in the number of corners.
    public func contains(_ point: GeoPoint) -> Bool {
        guard box.contains(point), var last = points.last else { return false }
        var isInside = false
        let (x, y) = (point.longitude, point.latitude)
        for next in points {
            let cross =
                (next.longitude - last.longitude) * (y - last.latitude)
                - (next.latitude - last.latitude) * (x - last.longitude)
            let isBetween =
                min(last.longitude, next.longitude) <= x && x <= max(last.longitude, next.longitude)
                && min(last.latitude, next.latitude) <= y && y <= max(last.latitude, next.latitude)
            if cross == 0, isBetween { return true }
            if (last.latitude > y) != (next.latitude > y) {
                let share = (y - last.latitude) / (next.latitude - last.latitude)
                if x < last.longitude + share * (next.longitude - last.longitude) { isInside.toggle() }
            }
            last = next
        }
        return isInside
    }

    /// Whether the corners run counter-clockwise, as RFC 7946 wants outer rings.
    public var isCounterclockwise: Bool {
        guard var last = points.last else { return false }
        var doubled = 0.0
        for next in points {
            doubled += last.longitude * next.latitude - next.longitude * last.latitude
            last = next
        }
        return doubled > 0
    }
}
