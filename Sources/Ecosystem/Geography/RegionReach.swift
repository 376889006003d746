/// How far from a region's own point something in the region can lie.
///
/// A region is known by a point, often its seat. The limits are ours, set wide: a place beyond them is most likely
/// a slip of a coordinate. They hold for ordinary divisions; a package with larger ones (the western provinces,
/// Chongqing) states its own.
public struct RegionReach: Sendable, Hashable {
    /// The size of a region.
    public enum Scale: String, Sendable, Hashable, Codable, CaseIterable {
        /// A country, a part of a country, a sea, a corridor: no limit.
        case wide
        /// A province or autonomous region.
        case province
        /// A municipality directly under the central government, a special administrative region.
        case municipality
        /// A prefecture-level city.
        case prefecture
        /// A county, district or county-level city.
        case county
        /// A zone, a new area or a part of a district.
        case zone
    }

    /// The limit for each scale; a scale without one is not checked.
    public var limits: [Scale: Kilometres]

    /// The default limits: 800, 200, 250, 100 and 80 km.
    public init() {
        limits = [
            .province: Kilometres(800), .municipality: Kilometres(200), .prefecture: Kilometres(250),
            .county: Kilometres(100), .zone: Kilometres(80),
        ]
    }

    /// A point that lies too far from its region's point.
    public struct Finding: Sendable, Hashable {
        /// How far it lies.
        public let distance: Kilometres
        /// How far it may lie.
        public let limit: Kilometres
        /// What happened and what to do.
        public let message: Localized
    }

    /// What speaks against a place at `point` lying in the region known by `centre`; `nil` for nothing.
    public func finding(_ point: GeoPoint, from centre: GeoPoint, scale: Scale) -> Finding? {
        guard let limit = limits[scale] else { return nil }
        let distance = point.distance(to: centre)
        guard distance > limit else { return nil }
        let rounded = (Int(distance.value.rounded()), Int(limit.value.rounded()))
        return Finding(
            distance: distance, limit: limit,
            message: Localized(
                "The point lies \(rounded.0) km from its region's point; at most \(rounded.1) km are plausible. Check "
                    + "the coordinates, their order and reference, or the region.",
                "该点距所属地区的点 \(rounded.0) km，超过合理上限 \(rounded.1) km。请核对坐标、先后次序、坐标系或所属地区。"))
    }
}

extension RegionReach.Scale {
    /// The scale of a region by its level in the data (`province`, `district`, `development_zone` …); `wide` for
    /// levels that have no limit or are not known.
    public init(level: String) {
        switch level {
        case "province", "autonomous_region": self = .province
        case "municipality", "special_administrative_region": self = .municipality
        case "prefecture_city", "prefecture": self = .prefecture
        case "county", "county_city", "district": self = .county
        case "development_zone", "innovation_area", "new_area", "special_zone", "sub_area": self = .zone
        default: self = .wide
        }
    }
}
