import Ecosystem
import Reporting

/// What stands beside the map: what is drawn only roughly, and what is not drawn at all.
extension MapPage {
    /// What has no point of its own, by the region at whose point it is drawn.
    var seatPanel: HTML? {
        let seated = places.filter {
            contents.question.layers.contains($0.layer) && $0.isHome && $0.exactness == .region
                && $0.point != nil
        }
        guard !seated.isEmpty else { return nil }
        // By division, so that the list is as short as the map is coarse.
        var groups: [(seat: Record, places: [MapContents.Place])] = []
        for place in seated {
            let unit = contents.units.unit(of: place.record.text("region_id"))
                .flatMap { package.model.record(id: $0) }
            guard let seat = unit ?? place.seat else { continue }
            if let index = groups.firstIndex(where: { $0.seat.id == seat.id }) {
                groups[index].places.append(place)
            } else {
                groups.append((seat, [place]))
            }
        }
        groups = groups.enumerated()
            .sorted { ($1.element.places.count, $0.offset) < ($0.element.places.count, $1.offset) }
            .map(\.element)
        return HTML(.section, .class("panel stack")) {
            HTML(.h2) {
                Localized("\(seated.count) without a point of their own", "\(seated.count) 个没有自己的坐标")[
                    language]
            }
            HTML(.p) { Localized("Drawn dotted at the point of their region", "以虚线画在所在地区的点上")[language] }
            for (seat, places) in groups {
                HTML(.details) {
                    HTML(.summary) {
                        seatName(seat)
                        " "
                        HTML(.span, .class("muted num")) { "\(places.count)" }
                    }
                    HTML(.p, .class("small")) { names(places) }
                }
            }
        }
    }

    private func seatName(_ seat: Record) -> HTML {
        guard let place = links.placeClass(ofRegion: seat.id) else { return HTML(text: seat.name[language]) }
        return HTML(.span, .class("pl " + place)) { seat.name[language] }
    }

    private func names(_ places: [MapContents.Place]) -> HTML {
        HTML(
            places.enumerated().map { index, place in
                let link = HTML(.a, .href(links.address(of: place.record.kind, id: place.record.id) ?? root))
                {
                    place.record.name[language]
                }
                return (index == 0 ? .empty : HTML(text: language == .zh ? "、" : ", ")) + link
            })
    }

    /// What cannot be drawn at all.
    var absentPanel: HTML? {
        let absent = places.filter {
            contents.question.layers.contains($0.layer) && (!$0.isHome || $0.point == nil)
        }
        let ways = contents.question.layers.contains(.link) ? contents.links.filter { $0.absence != nil } : []
        guard !absent.isEmpty || !ways.isEmpty else { return nil }
        let outside = absent.filter { !$0.isHome }
        let pointless = absent.filter(\.isHome)
        func part(_ title: Localized, _ content: HTML, _ count: Int) -> HTML {
            guard count > 0 else { return .empty }
            return HTML(.details) {
                HTML(.summary) {
                    title[language] + " "
                    HTML(.span, .class("muted num")) { "\(count)" }
                }
                HTML(.p, .class("small")) { content }
            }
        }
        return HTML(.section, .class("panel stack")) {
            HTML(.h2) {
                Localized(
                    "\(absent.count + ways.count) not on the map", "\(absent.count + ways.count) 个不在图上")[
                        language]
            }
            part(Localized("Outside the region", "在区域之外"), names(outside), outside.count)
            part(Localized("Their region has no point", "所在地区无坐标"), names(pointless), pointless.count)
            if !ways.isEmpty {
                HTML(.p, .class("small")) {
                    HTML(.a, .href("#t-layer-link")) {
                        Localized("\(ways.count) transport links", "\(ways.count) 条运输联系")[language]
                    }
                    Localized(": the table says why", "：表中写明原因")[language]
                }
            }
        }
    }
}
