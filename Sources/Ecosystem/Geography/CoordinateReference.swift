/// The reference that a pair of coordinates is given in.
///
/// Everything is stored in WGS-84; Chinese map services give GCJ-02 or BD-09, about half a kilometre away.
public enum CoordinateReference: String, Sendable, Hashable, Codable, CaseIterable {
    /// WGS-84, the reference of GPS and of GeoJSON.
    case wgs84 = "WGS-84"
    /// GCJ-02, the shifted reference of Chinese public maps.
    case gcj02 = "GCJ-02"
    /// BD-09, the reference of Baidu maps: GCJ-02 shifted once more.
    case bd09 = "BD-09"

    /// The reference that a text names, in any of the usual spellings; `nil` where it names none of them.
    ///
    /// CGCS2000, the national reference, differs from WGS-84 by centimetres and is read as WGS-84.
    public init?(name: String) {
        let text = IdentifierText(name)
        switch IdentifierText.string(text.compact).replacing(":", with: "") {
        case "WGS84", "WGS1984", "EPSG4326", "4326", "CRS84", "GPS", "CGCS2000", "EPSG4490", "4490":
            self = .wgs84
        case "GCJ02", "GCJ", "火星", "火星坐标", "火星坐标系", "高德", "高德坐标", "腾讯", "国测局坐标": self = .gcj02
        case "BD09", "BD09LL", "百度", "百度坐标", "百度坐标系": self = .bd09
        default: return nil
        }
    }

    /// A point given in this reference, in WGS-84.
    ///
    /// GCJ-02 has no closed inverse: it is found by iteration to better than 1e-9 degrees.
    public func toWGS84(_ point: GeoPoint) -> GeoPoint {
        switch self {
        case .wgs84: point
        case .gcj02: ShiftedGrid.unshifted(point)
        case .bd09: ShiftedGrid.unshifted(ShiftedGrid.withoutBaiduShift(point))
        }
    }

    /// A WGS-84 point in this reference, for showing on such a map.
    public func fromWGS84(_ point: GeoPoint) -> GeoPoint {
        switch self {
        case .wgs84: point
        case .gcj02: ShiftedGrid.shifted(point)
        case .bd09: ShiftedGrid.withBaiduShift(ShiftedGrid.shifted(point))
        }
    }

    /// A point of this reference in another one.
    public func convert(_ point: GeoPoint, to other: CoordinateReference) -> GeoPoint {
        self == other ? point : other.fromWGS84(toWGS84(point))
    }
}
