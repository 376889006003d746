import ChainAnalysis
import Ecosystem

/// How counted firms are spread over segments and regions, and which of them are named.
struct CompanionSpread {
    /// Firms by segment and region.
    private(set) var firms: [[Int]]
    /// Named firms with a segment and a region.
    let named: [CompanionPlan.Named]
    /// Named organizations in every region and segment, which the split follows.
    let recorded: Int

    /// Kinds of organization that documents count as vehicle makers or parts firms.
    private static let kinds: Set<String> = ["oem", "supplier", "battery_maker", "chip_maker"]

    init(_ model: EcosystemModel, _ places: CompanionPlaces, _ chain: CompanionSegments, isEven: Bool) {
        named = Self.named(model, places, chain)
        recorded = named.count
        let classes = CompanionPlaces.Class.allCases
        firms = [[Int]](
            repeating: [Int](repeating: 0, count: places.units.count), count: chain.segments.count)
        for kind in classes {
            let segments = chain.segments.indices.filter { chain.classOfSegment[$0] == kind.rawValue }
            let own = named.filter { chain.classOfSegment[$0.segment] == kind.rawValue }
            func weight(_ count: Int) -> Double { isEven ? 1 : Double(1 + count) }
            let bySegment = segments.map { segment in weight(own.count { $0.segment == segment }) }
            for counted in places.counted.indices {
                let units = places.units.indices.filter { places.countedOfUnit[$0] == counted }
                let byUnit = units.map { unit in weight(own.count { $0.region == unit }) }
                let weights = bySegment.flatMap { segment in byUnit.map { segment * $0 } }
                let split = Apportionment.split(places.firms[counted][kind.rawValue], by: weights)
                for (s, segment) in segments.enumerated() {
                    for (u, unit) in units.enumerated() { firms[segment][unit] = split[s * units.count + u] }
                }
                makeRoom(own, segments, units)
            }
        }
    }

    /// Where more firms are named than were put, others of the class make room.
    private mutating func makeRoom(_ named: [CompanionPlan.Named], _ segments: [Int], _ units: [Int]) {
        for segment in segments {
            for unit in units {
                let needed = named.count { $0.segment == segment && $0.region == unit }
                while firms[segment][unit] < needed {
                    var best: (segment: Int, unit: Int, spare: Int)?
                    for other in segments {
                        for place in units {
                            let taken = named.count { $0.segment == other && $0.region == place }
                            let spare = firms[other][place] - taken
                            if spare > 0, spare > best?.spare ?? 0 { best = (other, place, spare) }
                        }
                    }
                    if let best { firms[best.segment][best.unit] -= 1 }
                    firms[segment][unit] += 1
                }
            }
        }
    }

    private static func named(
        _ model: EcosystemModel, _ places: CompanionPlaces, _ chain: CompanionSegments
    ) -> [CompanionPlan.Named] {
        var sites: [String: [RegionID]] = [:]
        for site in model.all(Site.self) where site.isInPlace {
            if let owner = site.organization, let region = site.region {
                sites[owner.text, default: []].append(region)
            }
        }
        var segments: [String: Int] = [:]
        for activity in model.all(Activity.self) where activity.role == "producer_or_provider" {
            guard let owner = activity.organization, segments[owner.text] == nil,
                let place = chain.place(of: activity.segment)
            else { continue }
            segments[owner.text] = place
        }
        let candidates = model.all(Organization.self).filter { organization in
            kinds.contains(organization.organizationKind ?? "") && segments[organization.id.text] != nil
        }
        var counts = [Int](repeating: 0, count: places.units.count)
        var known: [(organization: OrganizationID, unit: Int?, wide: [Int])] = []
        for organization in candidates {
            let regions = [organization.home].compactMap(\.self) + (sites[organization.id.text] ?? [])
            let unit = regions.lazy.compactMap { places.unit(of: $0) }.first
            if let unit { counts[unit] += 1 }
            let wide = regions.lazy.map { places.units(inside: $0) }.first { !$0.isEmpty } ?? []
            known.append((organization.id, unit, wide))
        }
        return known.compactMap { organization, unit, wide in
            // Of a firm of which only the province is known, the city with the most named firms is assumed.
            let likely = wide.max { left, right in (counts[left], -left) < (counts[right], -right) }
            guard let region = unit ?? likely, let segment = segments[organization.text] else { return nil }
            return CompanionPlan.Named(organization: organization, segment: segment, region: region)
        }
    }
}

/// Pairs of organizations of which one supplies the other.
enum SupplyPairs {
    /// In the order of the records.
    static func pairs(_ model: EcosystemModel) -> [(supplier: String, customer: String)] {
        SupplyWeb(model).links.map { ($0.supplier, $0.customer) }
    }
}
