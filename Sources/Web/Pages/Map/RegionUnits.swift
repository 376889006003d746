import Ecosystem
import Reporting

/// The divisions that a map shades, and which of them each region belongs to.
struct RegionUnits {
    /// The divisions in the order of the package.
    let units: [Record]
    /// Whether they are drawn by their outlines.
    let hasOutline: Bool
    private let unitOf: [String: String]
    private let home: Set<String>

    private static let provinces: Set<String> = [
        "municipality", "province", "autonomous_region", "special_administrative_region",
    ]

    /// The units of a package: the divisions that are drawn; without outlines the provinces of a country, or the
    /// prefectures of a smaller region.
    init(_ model: EcosystemModel, _ outline: MapOutline?) {
        let regions = model.records(of: .region)
        var parents: [String: String] = [:]
        for region in regions { parents[region.id] = region.text("parent_id") }
        func chain(_ id: String) -> [String] {
            var found = [id]
            var next = parents[id]
            while let current = next, found.count < 24, !found.contains(current) {
                found.append(current)
                next = parents[current]
            }
            return found
        }
        let root = model.identity.homeRegion?.text
        let inside = regions.filter { root == nil || chain($0.id).contains(root ?? "") }
        home = Set(inside.map(\.id))
        let drawn = Set(outline?.divisions.map(\.code) ?? [])
        let outlined = inside.filter { $0.text("gbt2260").map(drawn.contains) ?? false }
        hasOutline = !outlined.isEmpty
        if hasOutline {
            units = outlined
        } else {
            let large = inside.filter { RegionUnits.provinces.contains($0.text("level") ?? "") }
            let cities = inside.filter { $0.text("level") == "prefecture_city" }
            if large.isEmpty {
                units = cities.isEmpty ? inside.filter { $0.number("lon") != nil } : cities
            } else if large.count > 6 {
                units = large
            } else {
                let split = Set(
                    cities.compactMap { city in chain(city.id).first { id in large.contains { $0.id == id } }
                    })
                units = large.filter { !split.contains($0.id) } + cities
            }
        }
        let chosen = Set(units.map(\.id))
        unitOf = Dictionary(
            regions.compactMap { region in
                chain(region.id).first(where: chosen.contains).map { (region.id, $0) }
            }, uniquingKeysWith: { first, _ in first })
    }

    /// The unit that a region is or belongs to.
    func unit(of region: String?) -> String? { region.flatMap { unitOf[$0] } }

    /// Whether a region is part of the package's home.
    func isHome(_ region: String?) -> Bool { region.map(home.contains) ?? false }
}

extension Record {
    /// This region and those above it, nearest first; a broken tree cannot make it endless.
    var regionChain: [Record] {
        var found = [self]
        while let next = found.last?.target("parent_id"), found.count < 24,
            !found.contains(where: { $0.id == next.id })
        {
            found.append(next)
        }
        return found
    }

    /// The record's own point.
    var ownPoint: GeoPoint? {
        guard let longitude = number("lon"), let latitude = number("lat") else { return nil }
        return GeoPoint(longitude: longitude, latitude: latitude)
    }
}
