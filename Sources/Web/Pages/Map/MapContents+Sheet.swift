import Ecosystem
import Reporting

extension MapContents {
    /// The number that a unit is shaded by.
    func number(of unit: Record) -> Int {
        switch question.shade {
        case .organizations: organizations[unit.id]?.count ?? 0
        case .sites: sites(in: unit.id).count
        case .none: 0
        }
    }

    /// The classes of these numbers.
    var shades: MapShades { MapShades(upTo: units.units.map(number).max() ?? 0) }

    /// The map: what is asked, with the addresses of `links`.
    func sheet(id: String, title: Localized, links addresses: PageLinks) -> MapSheet {
        let shades = shades
        let areas = units.units.map { unit -> MapSheet.Area in
            // What is not asked for is plain: it is not that nothing is on record there.
            let isShaded = question.shade != .none && isInView(unit)
            let count = number(of: unit)
            let firms = organizations[unit.id]?.count ?? 0
            let there = sites(in: unit.id).count
            return MapSheet.Area(
                code: unit.text("gbt2260") ?? unit.id, name: unit.name.onMap,
                lines: [
                    MapContents.count(firms, Localized("organizations recorded", "家机构有记录")),
                    MapContents.count(there, Localized("sites recorded", "处点位有记录")),
                ],
                point: unit.ownPoint, value: isShaded ? (count > 0 ? Double(count) : nil) : 0,
                shade: isShaded ? shades.shade(count) : 0, place: addresses.placeClass(ofRegion: unit.id),
                address: addresses.address(of: .region, id: unit.id), isInView: isInView(unit))
        }
        let marks = (sites + parks).filter { question.layers.contains($0.layer) && $0.isHome }
            .compactMap { mark($0, addresses) }
        let lines = question.layers.contains(.link) ? links.compactMap { line($0, addresses) } : []
        return MapSheet(
            id: id, label: title + Localized(" (the tables below hold the same)", "（下方各表内容相同）"),
            areas: areas, lines: lines, marks: marks, captions: units.hasOutline ? [] : captions(addresses))
    }

    private static func count(_ number: Int, _ what: Localized) -> Localized {
        number == 0
            ? Localized(
                "no record of \(what.en.replacing(" recorded", with: ""))",
                "\(what.zh.replacing("有记录", with: ""))：无记录")
            : Localized("\(number) \(what.en)", "\(number) \(what.zh)")
    }

    private func mark(_ place: Place, _ addresses: PageLinks) -> MapSheet.Mark? {
        guard let point = place.point else { return nil }
        let record = place.record
        let kind =
            place.layer == .park
            ? record.label("kind") ?? place.layer.label
            : Localized.joined(record.list("functions").map { Vocabulary.siteFunction.label($0) })
        let state = record.origin.state
        return MapSheet.Mark(
            id: record.id, name: record.name,
            lines: [
                state == .actual ? kind : kind + Localized(" (\(state.label.en))", "（\(state.label.zh)）"),
                record.target("region_id")?.name, exactness(of: place),
            ].compactMap { $0 },
            point: point, shape: place.layer.shape, exactness: place.exactness,
            address: addresses.address(of: record.kind, id: record.id))
    }

    /// How well a place is known, in words.
    func exactness(of place: Place) -> Localized {
        switch place.exactness {
        case .own: Localized("own point", "自有坐标")
        case .district: Localized("exact to the district only", "约到区县")
        case .region:
            place.seat.map {
                Localized("no point of its own: drawn at \($0.name.en)", "无坐标：画在\($0.name.zh)")
            } ?? Localized("no point", "无坐标")
        }
    }

    private func line(_ link: Link, _ addresses: PageLinks) -> MapSheet.Line? {
        guard link.points.count > 1 else { return nil }
        let record = link.record
        let state = record.origin.state
        let mode = record.label("mode") ?? record.kind.label
        return MapSheet.Line(
            name: record.name,
            lines: [
                state == .actual ? mode : mode + Localized(" (\(state.label.en))", "（\(state.label.zh)）"),
                link.isCourseNamed
                    ? Localized("course named", "写明途经") : Localized("only the ends are named", "只写起讫"),
            ], points: link.points, isCourseNamed: link.isCourseNamed,
            address: addresses.address(of: record.kind, id: record.id))
    }

    /// The compared places that hold several units, named in their midst.
    private func captions(_ addresses: PageLinks) -> [MapSheet.Caption] {
        model.identity.places.compactMap { id -> MapSheet.Caption? in
            guard let place = model.record(id: id.text), !units.units.contains(where: { $0.id == place.id })
            else { return nil }
            let points = units.units.filter { unit in unit.regionChain.contains { $0.id == place.id } }
                .compactMap(\.ownPoint)
            guard !points.isEmpty else { return nil }
            let count = Double(points.count)
            return GeoPoint(
                longitude: points.reduce(0) { $0 + $1.longitude } / count,
                latitude: points.reduce(0) { $0 + $1.latitude } / count
            ).map { MapSheet.Caption(place.name, at: $0, place: addresses.placeClass(ofRegion: place.id)) }
        }
    }
}
