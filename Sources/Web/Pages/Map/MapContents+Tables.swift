import Ecosystem
import Reporting

extension MapContents {
    /// Divisions with their organizations and sites, the largest first; organizations at home elsewhere in rows of
    /// their own, so that the column adds up to all that are asked for.
    var regionTable: Table {
        var rows: [[Cell]] = []
        let order = units.units.enumerated().sorted { left, right in
            let (a, b) = (
                organizations[left.element.id]?.count ?? 0, organizations[right.element.id]?.count ?? 0
            )
            return a == b ? left.offset < right.offset : a > b
        }
        for (_, unit) in order where isInView(unit) {
            rows.append([
                .link(unit), count(organizations[unit.id] ?? []), count(sites(in: unit.id).map(\.record)),
                pointless(sites(in: unit.id).map(\.record)),
            ])
        }
        rows += otherRegions
        return Table(
            "regions", Localized("By division", "各地"),
            caption: Localized(
                "Organizations by their home, sites by where they are", "机构按所在地，点位按位置"),
            columns: [
                Table.Column("region", Localized("Division", "地区")),
                Table.Column("organizations", Localized("Organizations", "机构"), kind: .number),
                Table.Column("sites", Localized("Sites", "点位"), kind: .number),
                Table.Column("pointless", Localized("No point", "无坐标"), kind: .number),
            ], rows: rows)
    }

    /// What is at home or stands in a region that is no unit and in none: a province whose city is not told, a place
    /// outside, or no place at all.
    private var otherRegions: [[Cell]] {
        let firms = organizations[nil] ?? []
        let loose = sites.filter { units.unit(of: $0.record.text("region_id")) == nil }.map(\.record)
        var seen: Set<String> = []
        var rows: [[Cell]] = []
        let homes =
            (firms.compactMap { $0.target("home_region") } + loose.compactMap { $0.target("region_id") })
            .filter { seen.insert($0.id).inserted }
        for region in homes where units.isHome(region.id) {
            let own = firms.filter { $0.text("home_region") == region.id }
            let there = loose.filter { $0.text("region_id") == region.id }
            rows.append([
                Cell(
                    .links([
                        Cell.Link(
                            region.name + Localized(", no division named", "（未写明下级）"), kind: .region,
                            id: region.id)
                    ])),
                count(own), count(there), pointless(there),
            ])
        }
        func others(_ name: Localized, _ own: [Record], _ there: [Record]) {
            guard !own.isEmpty || !there.isEmpty else { return }
            rows.append([.text(name), count(own), count(there), pointless(there)])
        }
        others(
            Localized("outside the region", "区外"),
            firms.filter { $0.text("home_region").map { !units.isHome($0) } ?? false },
            loose.filter { !units.isHome($0.text("region_id")) })
        others(
            Localized("home not recorded", "所在地无记录"), firms.filter { $0.text("home_region") == nil }, [])
        return rows
    }

    private func count(_ records: [Record]) -> Cell {
        guard !records.isEmpty else { return .noRecord }
        return .number(records.count, origin: .combined(records.map(\.origin), atBest: .counted))
    }

    /// How many of these have no point: a true zero where every one has; nothing where there are none.
    private func pointless(_ records: [Record]) -> Cell {
        guard !records.isEmpty else { return .text("") }
        return .number(
            records.count { $0.ownPoint == nil },
            origin: .combined(records.map(\.origin), atBest: .counted))
    }

    /// The sites or parks of a layer.
    func table(of layer: MapLayer) -> Table {
        let places = (layer == .park ? parks : sites).filter { $0.layer == layer }
        let isPark = layer == .park
        return Table(
            "layer-" + layer.rawValue, layer.label,
            columns: [
                Table.Column("name", Localized("Name", "名称")),
                Table.Column("kind", isPark ? Localized("Kind", "类别") : Localized("Functions", "功能")),
                Table.Column("region", Localized("Region", "地区")),
                Table.Column("point", Localized("Longitude, latitude", "经度, 纬度")),
                Table.Column("exactness", Localized("Drawn", "画法")),
            ],
            rows: places.map { place in
                let record = place.record
                let kind =
                    isPark
                    ? record.label("kind") ?? Localized(same: "")
                    : Localized.joined(record.list("functions").map { Vocabulary.siteFunction.label($0) })
                let own = record.ownPoint.map {
                    Localized(
                        same: NumberWording.digits($0.longitude, decimals: 2) + ", "
                            + NumberWording.digits($0.latitude, decimals: 2))
                }
                return [
                    .link(record, origin: record.origin), .text(kind),
                    record.target("region_id").map { .link($0) } ?? .unknown,
                    own.map { .text($0) } ?? .missing(Localized("no point", "无坐标")), .text(drawn(place)),
                ]
            })
    }

    /// How a place is drawn, or why it is not.
    func drawn(_ place: Place) -> Localized {
        if !place.isHome { return Localized("not drawn: outside the map", "未画：在图外") }
        guard place.point != nil else {
            return Localized("not drawn: its region has no point", "未画：所在地区无坐标")
        }
        return exactness(of: place)
    }

    /// Transport links with how they are drawn.
    var linkTable: Table {
        Table(
            "layer-link", MapLayer.link.label,
            columns: [
                Table.Column("name", Localized("Link", "联系")), Table.Column("mode", Localized("Mode", "方式")),
                Table.Column("from", Localized("From", "起点")), Table.Column("via", Localized("Via", "途经")),
                Table.Column("to", Localized("To", "终点")), Table.Column("drawn", Localized("Drawn", "画法")),
            ],
            rows: links.map { link in
                let record = link.record
                func end(_ field: FieldName) -> Cell { record.target(field).map { .link($0) } ?? .unknown }
                let via = record.list("via").compactMap { model.record(id: $0) }
                return [
                    .link(record, origin: record.origin), .text(record.label("mode") ?? Localized(same: "")),
                    end("from_id"), via.isEmpty ? .notPrinted : .links(via), end("to_id"),
                    .text(
                        link.absence.map { Localized("not drawn: \($0.en)", "未画：\($0.zh)") }
                            ?? (link.isCourseNamed
                                ? Localized("solid: course named", "实线：写明途经")
                                : Localized("dashed: only the ends are named", "虚线：只写起讫"))),
                ]
            })
    }
}
