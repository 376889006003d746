import Ecosystem

extension MapDrawing {
    /// What a word on a map takes up.
    private struct Box {
        var west: Double
        var north: Double
        var east: Double
        var south: Double

        /// How many square pixels two boxes share.
        func overlap(_ other: Box) -> Double {
            max(0, min(east, other.east) - max(west, other.west))
                * max(0, min(south, other.south) - max(north, other.north))
        }
    }

    /// Names of areas and captions, each at the spot near its area that hides the least: marks and earlier names count.
    func placedNames(around obstacles: [(x: Double, y: Double, radius: Double)]) -> [HTML] {
        let codes = Dictionary(
            outline?.divisions.map { ($0.code, $0) } ?? [], uniquingKeysWith: { first, _ in first })
        let largest = sheet.areas.compactMap(\.value).max() ?? 0
        var taken = obstacles.map { spot in
            Box(
                west: spot.x - spot.radius - 1, north: spot.y - spot.radius - 1,
                east: spot.x + spot.radius + 1,
                south: spot.y + spot.radius + 1)
        }
        var out: [HTML] = []
        if outline == nil {
            // The degrees at the left edge.
            taken += frame.graticule.parallels.map { parallel in
                let y = frame.spot(longitude: 0, latitude: parallel).y
                return Box(west: 0, north: y - 14, east: 36, south: y)
            }
            taken += sheet.areas.compactMap { area in
                guard let point = area.point else { return nil }
                let (spot, radius) = (frame.spot(point), radius(area, largest))
                return Box(
                    west: spot.x - radius, north: spot.y - radius, east: spot.x + radius,
                    south: spot.y + radius)
            }
        }
        for caption in sheet.captions {
            out.append(
                place(
                    caption.text[language], size: size == .full ? 15 : 12, at: frame.spot(caption.point),
                    away: [18, 32, 48], &taken, look: "cap" + (caption.place.map { " " + $0 } ?? "")))
        }
        // Where most is on record the name has the first choice.
        let named = sheet.areas.enumerated().filter {
            $0.element.isInView && !$0.element.name[language].isEmpty
        }
        .sorted { ($1.element.value ?? -1, $0.offset) < ($0.element.value ?? -1, $1.offset) }
        for (_, area) in named where size == .full || (area.value != nil && sheet.captions.isEmpty) {
            if let division = codes[area.code] {
                guard let point = division.label ?? Self.middle(of: division) else { continue }
                out.append(
                    place(
                        area.name[language], size: size == .full ? 12.5 : 11, at: frame.spot(point),
                        away: [0, 15, 26, 38], &taken, look: nil))
            } else if outline == nil, let point = area.point, frame.holds(point) {
                let away = (radius(area, largest) + 8).rounded()
                out.append(
                    place(
                        area.name[language], size: size == .full ? 12 : 10.5, at: frame.spot(point),
                        away: [away, away + 12], &taken, look: nil))
            }
        }
        return out
    }

    private static func middle(of division: MapOutline.Division) -> GeoPoint? {
        guard let box = division.box else { return nil }
        return GeoPoint(longitude: (box.west + box.east) / 2, latitude: (box.south + box.north) / 2)
    }

    /// Eight directions at a distance, above and below first.
    private static func ring(_ away: Double) -> [(x: Double, y: Double)] {
        let aslant = away * 0.8
        return [
            (0, -away), (0, away), (away * 1.5, 0), (-away * 1.5, 0), (aslant, -aslant), (-aslant, -aslant),
            (aslant, aslant), (-aslant, aslant),
        ]
    }

    private func place(
        _ words: String, size: Double, at spot: (x: Double, y: Double), away distances: [Double],
        _ taken: inout [Box], look: String?
    ) -> HTML {
        let moves = distances.flatMap { $0 == 0 ? [(x: 0, y: 0)] : Self.ring($0) }
        let width = Double(DisplayWidth.of(words)) * size * 0.52 + 4
        var best: (cost: Double, box: Box, x: Double, y: Double)?
        for (number, move) in moves.enumerated() {
            let x = min(max(spot.x + move.x, width / 2 + 2), frame.width - width / 2 - 2)
            let y = min(max(spot.y + move.y, size / 2 + 2), frame.height - size / 2 - 2)
            let box = Box(
                west: x - width / 2, north: y - size * 0.6, east: x + width / 2, south: y + size * 0.6)
            let cost = taken.reduce(Double(number) * 1.5) { $0 + box.overlap($1) }
            if cost < (best?.cost ?? .infinity) { best = (cost, box, x, y) }
        }
        guard let best else { return .empty }
        taken.append(best.box)
        return HTML(
            .text, look.map { .class($0) }, HTML.Attribute("x", MapFrame.text(best.x)),
            HTML.Attribute("y", MapFrame.text(best.y)), HTML.Attribute("dy", ".36em"),
            HTML.Attribute("data-x", MapFrame.text(spot.x)), HTML.Attribute("data-y", MapFrame.text(spot.y)),
            HTML.Attribute("data-away", distances.map(MapFrame.text).joined(separator: " ")),
            .decorative
        ) { words }
    }
}
