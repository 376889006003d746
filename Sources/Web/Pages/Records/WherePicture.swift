import Ecosystem
import Reporting

/// Where a record is: its own point, or the points of its sites, as a map with its table.
struct WherePicture {
    /// The picture; `nil` where no point is known.
    let picture: Picture?

    private static let limit = 60

    /// `told` are the records that the page shows.
    init(_ record: Record, told: Set<String>) {
        let model = record.model
        var records: [Record]
        switch record.kind {
        case .site, .organization: records = [record]
        case .relocation, .logisticsLink:
            let ends: [FieldName] = ["from_region", "to_region", "to_site", "from_id", "to_id"]
            records = ends.compactMap { record.target($0) }
        case .park, .region: records = []
        default:
            picture = nil
            return
        }
        records += told.sorted().compactMap { model.record(id: $0) }.filter { $0.kind == .site }
        if records.allSatisfy({ $0.point == nil }) {
            let region =
                record.kind == .region ? record : record.kind == .park ? record.target("region_id") : nil
            records += [region].compactMap { $0 }
        }
        var seen: Set<String> = []
        let shown = records.filter { $0.point != nil && seen.insert($0.id).inserted }.prefix(
            WherePicture.limit)
        guard !shown.isEmpty else {
            picture = nil
            return
        }
        let pointless = records.filter { $0.kind == .site && $0.point == nil }.count
        let isRough = shown.contains { $0.text("point_basis") != "stated" }
        let hollow =
            isRough
            ? Localized("Points are exact to the district or seat only", "点位约到区县或驻地")
            : Localized("Exact points", "准确点位")
        let without =
            pointless == 0
            ? Localized("", "")
            : Localized(
                pointless == 1 ? "; 1 site has no point" : "; \(pointless) sites have no point",
                "；另有 \(pointless) 处无坐标")
        picture = Picture(
            .map(name: "name", longitude: "longitude", latitude: "latitude", kind: "kind"),
            Table(
                "where", Localized("Where it is", "在哪里"), caption: hollow + without,
                columns: [
                    Table.Column("name", Localized("Name", "名称")),
                    Table.Column("kind", Localized("Kind", "类别")),
                    Table.Column("point_basis", Localized("Point known by", "点位依据")),
                    Table.Column("longitude", Localized("Longitude", "经度"), kind: .number),
                    Table.Column("latitude", Localized("Latitude", "纬度"), kind: .number),
                ],
                rows: shown.map { place in
                    let kind: Cell =
                        place.kind == .site
                        ? place.cell("functions") : .text(place.label("level") ?? place.kind.label)
                    return [
                        .link(place), kind, place.label("point_basis").map { .text($0) } ?? .unknown,
                        coordinate(place, "lon"), coordinate(place, "lat"),
                    ]
                }))
        func coordinate(_ place: Record, _ field: FieldName) -> Cell {
            place.number(field).map { .number($0, decimals: 2) } ?? .unknown
        }
    }
}
