public import Ecosystem

/// Where something is, as a point, and how exact the point is.
public struct PlaceFinder: Sendable {
    /// How exact a point is.
    public enum Exactness: String, Sendable, Hashable, Codable, CaseIterable, Comparable {
        /// The point of a site.
        case site
        /// A point that stands for the district of a site.
        case district
        /// The point of a region, such as its seat.
        case region

        /// The words shown beside a distance.
        public var label: Localized {
            switch self {
            case .site: Localized("point of the site", "点位")
            case .district: Localized("approximate to the district", "约到区县")
            case .region: Localized("point of the region", "地区点位")
            }
        }

        /// More exact comes first.
        public static func < (left: Exactness, right: Exactness) -> Bool {
            (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
        }
    }

    /// A point with what it belongs to.
    public struct Spot: Sendable {
        /// The point.
        public let point: GeoPoint
        /// How exact it is.
        public let exactness: Exactness
        /// The region.
        public let region: RegionID?
        /// The site or region that has the point.
        public let record: String
    }

    /// The way between two places.
    public struct Way: Sendable {
        /// Along a great circle.
        public let distance: Kilometres
        /// The less exact of its two ends.
        public let exactness: Exactness
        /// The near end.
        public let from: Spot
        /// The far end.
        public let to: Spot
    }

    private let model: EcosystemModel
    private let index: OrganizationIndex

    /// A finder for a model.
    public init(_ model: EcosystemModel, _ index: OrganizationIndex) {
        self.model = model
        self.index = index
    }

    /// The points of a record: of a site its own, else its region's; of an organization those of its sites, else its
    /// own, else its home region's; of a region, park or other thing in a region that region's. A region without a
    /// point has none: the points of what lies in it are not its own.
    public func spots(of id: String) -> [Spot] {
        guard let record = model.record(id: id) else { return [] }
        switch record.kind {
        case .site: return spot(site: Site(record)).map { [$0] } ?? []
        case .region: return spot(region: RegionID(id)).map { [$0] } ?? []
        case .organization:
            let places = index.presences(of: OrganizationID(id)).filter(\.isActual)
            // The seat says less about where something is made than the sites do.
            let sites = places.filter { $0.site != nil }
            let known = sites.compactMap {
                $0.site.flatMap { model.find($0, as: Site.self) }.flatMap(spot(site:))
            }
            if !known.isEmpty { return known }
            if let own = ownPoint(of: record, in: places.first?.region) { return [own] }
            return places.compactMap { $0.region.flatMap(spot(region:)) }
        default: return (record.text("region_id").flatMap { spot(region: RegionID($0)) }).map { [$0] } ?? []
        }
    }

    /// The shortest way between two sets of points; of equally long ones the more exact, then the first. `nil` where
    /// either has no point.
    public func way(from: [Spot], to: [Spot]) -> Way? {
        var best: Way?
        for start in from {
            for end in to {
                let way = Way(
                    distance: start.point.distance(to: end.point),
                    exactness: max(start.exactness, end.exactness),
                    from: start, to: end)
                if let known = best, (known.distance, known.exactness) <= (way.distance, way.exactness) {
                    continue
                }
                best = way
            }
        }
        return best
    }

    private func spot(site: Site) -> Spot? {
        ownPoint(of: site.record, in: site.region) ?? site.region.flatMap { spot(region: $0) }
    }

    private func ownPoint(of record: Record, in region: RegionID?) -> Spot? {
        guard let longitude = record.number("lon"), let latitude = record.number("lat"),
            let point = GeoPoint(longitude: longitude, latitude: latitude)
        else { return nil }
        let basis = record.text("point_basis") ?? ""
        let isRough = basis.hasSuffix("_approx") || basis.hasSuffix("_capital")
        return Spot(point: point, exactness: isRough ? .district : .site, region: region, record: record.id)
    }

    private func spot(region id: RegionID) -> Spot? {
        guard let region = model.find(id, as: Region.self), let longitude = region.longitude,
            let latitude = region.latitude, let point = GeoPoint(longitude: longitude, latitude: latitude)
        else { return nil }
        return Spot(point: point, exactness: .region, region: id, record: id.text)
    }
}
