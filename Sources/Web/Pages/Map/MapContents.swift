import Ecosystem
import Reporting

/// What stands where in a package: its divisions with their counts, its sites, parks and links with their places.
struct MapContents {
    /// A site or park with its place.
    struct Place {
        let record: Record
        let layer: MapLayer
        /// Where it is drawn; `nil` where nothing says.
        let point: GeoPoint?
        let exactness: MapSheet.Exactness
        /// The region at whose point it stands.
        let seat: Record?
        /// Whether it lies in the package's home region.
        let isHome: Bool
    }

    /// A link with the points that it passes.
    struct Link {
        let record: Record
        /// The ends and what is between, in order; empty where an end has no place on the map.
        let points: [GeoPoint]
        let isCourseNamed: Bool
        /// Why it is not drawn.
        let absence: Localized?
    }

    let model: EcosystemModel
    let question: MapQuestion
    let units: RegionUnits
    /// Sites that the question asks for, in the order of the package.
    let sites: [Place]
    /// Parks that the question asks for.
    let parks: [Place]
    /// Links that the question asks for.
    let links: [Link]
    /// Organizations by the unit of their home region; `nil` is a home outside the units.
    let organizations: [String?: [Record]]

    /// The contents that a question asks for; layers are not left out here, so that each can be counted.
    init(_ model: EcosystemModel, _ outline: MapOutline?, _ question: MapQuestion) {
        self.model = model
        self.question = question
        let units = RegionUnits(model, outline)
        self.units = units
        let within = question.region?.id
        func isAsked(_ region: Record?) -> Bool {
            guard let within else { return true }
            return region?.regionChain.contains { $0.id == within } ?? false
        }
        let stage = question.stage
        let atStage = stage.map { MapContents.organizations(at: $0, model) }
        sites = model.records(of: .site).filter { site in
            isAsked(site.target("region_id"))
                && (atStage.map { $0.contains(site.text("organization_id") ?? "") } ?? true)
        }.map { MapContents.place($0, MapLayer(functions: $0.list("functions")), units) }
        parks = model.records(of: .park).filter { isAsked($0.target("region_id")) }
            .map { MapContents.place($0, .park, units) }
        links = model.records(of: .logisticsLink).filter { link in
            within == nil
                || (["from_id", "to_id"] as [FieldName]).contains { field in
                    isAsked(link.target(field).flatMap(MapContents.region))
                }
        }.map { MapContents.link($0, units) }
        organizations = Dictionary(
            grouping: model.records(of: .organization).filter { organization in
                isAsked(organization.target("home_region"))
                    && (atStage.map { $0.contains(organization.id) } ?? true)
            }, by: { units.unit(of: $0.text("home_region")) })
    }

    /// Sites in a unit.
    func sites(in unit: String) -> [Place] {
        sites.filter { units.unit(of: $0.record.text("region_id")) == unit }
    }

    /// Whether a unit is part of what is asked.
    func isInView(_ unit: Record) -> Bool {
        guard let region = question.region else { return true }
        return unit.regionChain.contains { $0.id == region.id }
            || region.regionChain.contains { $0.id == unit.id }
    }

    private static func organizations(at stage: String, _ model: EcosystemModel) -> Set<String> {
        let segments = Set(model.records(of: .segment).filter { $0.text("stage") == stage }.map(\.id))
        return Set(
            model.records(of: .activity).filter { segments.contains($0.text("segment_id") ?? "") }
                .compactMap { $0.text("organization_id") })
    }

    private static func place(_ record: Record, _ layer: MapLayer, _ units: RegionUnits) -> Place {
        let region = record.target("region_id")
        let isHome = units.isHome(region?.id)
        if let point = record.ownPoint {
            let isRough = ["general_knowledge_approx", "general_knowledge_capital"].contains(
                record.text("point_basis") ?? "")
            return Place(
                record: record, layer: layer, point: point, exactness: isRough ? .district : .own, seat: nil,
                isHome: isHome)
        }
        let seat = region?.regionChain.first { $0.ownPoint != nil }
        return Place(
            record: record, layer: layer, point: seat?.ownPoint, exactness: .region, seat: seat,
            isHome: isHome)
    }

    /// The region that a record is, lies in, or is at home in.
    static func region(of record: Record) -> Record? {
        switch record.kind {
        case .region: record
        case .organization: record.target("home_region")
        default: record.target("region_id")
        }
    }

    private static func point(of record: Record) -> GeoPoint? {
        record.ownPoint ?? region(of: record)?.regionChain.first { $0.ownPoint != nil }?.ownPoint
    }

    /// A link through the places that it names; one that measures a distance is no way.
    private static func link(_ record: Record, _ units: RegionUnits) -> Link {
        func none(_ why: Localized) -> Link {
            Link(record: record, points: [], isCourseNamed: false, absence: why)
        }
        if record.text("mode") == "distance" {
            return none(Localized("a distance, no way", "仅为距离"))
        }
        if record.text("mode") == "network" {
            return none(Localized("a network, no single way", "网络，不是一条线路"))
        }
        guard let from = record.target("from_id"), let to = record.target("to_id") else {
            return none(Localized("an end is not recorded", "一端无记录"))
        }
        for end in [from, to] where !units.isHome(region(of: end)?.id) {
            return none(
                Localized("leads outside the map: \(end.name.en)", "通往图外：\(end.name.zh)"))
        }
        guard let start = point(of: from), let end = point(of: to) else {
            let lost = point(of: from) == nil ? from : to
            return none(
                Localized("\(lost.name.en) has no point", "\(lost.name.zh)无坐标"))
        }
        guard start != end else {
            return none(Localized("both ends at one point", "两端同点"))
        }
        let via = record.list("via").compactMap { record.model.record(id: $0) }.compactMap(point)
        return Link(
            record: record, points: [start] + via.filter { $0 != start && $0 != end } + [end],
            isCourseNamed: record.text("via") != nil, absence: nil)
    }
}
