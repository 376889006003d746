import Ecosystem

extension MapDrawing {
    /// The hatching of areas without a record.
    func hatching(_ id: String) -> HTML {
        HTML(.defs) {
            HTML(
                .pattern, .id("h-" + id), HTML.Attribute("width", "6"), HTML.Attribute("height", "6"),
                HTML.Attribute("patternunits", "userSpaceOnUse"),
                HTML.Attribute("patterntransform", "rotate(45)")
            ) {
                HTML(
                    .rect, .class("bg"), HTML.Attribute("width", "6"), HTML.Attribute("height", "6"))
                HTML(.path, .class("fg"), HTML.Attribute("d", "M0 0V6"))
            }
        }
    }

    /// Areas as outlines, or a graticule with discs.
    func ground(hatching id: String) -> HTML {
        let areas = Dictionary(sheet.areas.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        guard let outline else { return graticule + discs(hatching: id) }
        return HTML(.g, .class("areas zooms")) {
            for division in outline.divisions {
                shape(division, areas[division.code], outline.shapes, hatching: id)
            }
        }
    }

    private func shape(
        _ division: MapOutline.Division, _ area: MapSheet.Area?, _ shapes: DrawnShapes, hatching id: String
    ) -> HTML {
        // Nearby points fall on one pixel of a small map: they are left out.
        let least = size == .full ? 0.45 : 0.8
        let path = shapes.path(of: division, in: frame, least: least)
        guard let area else {
            return HTML(.path, .class("area q0"), HTML.Attribute("d", path))
        }
        return linked(area, HTML(.path, attributes: look(of: area, id) + [HTML.Attribute("d", path)]))
    }

    private func look(of area: MapSheet.Area, _ id: String) -> [HTML.Attribute] {
        let key = area.key.map { [HTML.Attribute("data-area", $0)] } ?? []
        let here = area.isHighlighted ? " here" : ""
        let scale = sheet.scale.rawValue
        if area.shade > 0 { return [.class("area \(scale)\(min(5, area.shade))\(here)")] + key }
        guard area.value == nil else { return [.class("area \(scale)0\(here)")] + key }
        return [.class("area none\(here)"), HTML.Attribute("fill", "url(#h-\(id))")] + key
    }

    /// An area with its words; its link is left out of the tab order, because the table beside the map has it too.
    private func linked(_ area: MapSheet.Area, _ content: HTML) -> HTML {
        let words = ([area.name] + area.lines).map { $0[language] }
        let inside = HTML(.title) { words.joined(separator: "\n") } + content
        guard let address = area.address else { return HTML(.g) { inside } }
        return HTML(
            .a, .href(address), HTML.Attribute("tabindex", "-1"),
            .label(words.joined(separator: language == .zh ? "，" : ", "))
        ) { inside }
    }

    /// Meridians and parallels with their degrees: all that a map without outlines has to tell where things are.
    private var graticule: HTML {
        let lines = frame.graticule
        let (width, height) = (MapFrame.text(frame.width), MapFrame.text(frame.height))
        return HTML(.g, .class("grid zooms")) {
            for meridian in lines.meridians {
                let x = MapFrame.text(frame.spot(longitude: meridian, latitude: 0).x)
                HTML(.path, HTML.Attribute("d", "M\(x) 0V\(height)"))
                HTML(
                    .text, HTML.Attribute("x", x), HTML.Attribute("y", height), HTML.Attribute("dy", "-4"),
                    HTML.Attribute("dx", "3")
                ) {
                    Self.degrees(meridian) + (meridian < 0 ? "W" : "E")
                }
            }
            for parallel in lines.parallels {
                let y = MapFrame.text(frame.spot(longitude: 0, latitude: parallel).y)
                HTML(.path, HTML.Attribute("d", "M0 \(y)H\(width)"))
                HTML(.text, HTML.Attribute("x", "3"), HTML.Attribute("y", y), HTML.Attribute("dy", "-3")) {
                    Self.degrees(parallel) + (parallel < 0 ? "S" : "N")
                }
            }
        }
    }

    private static func degrees(_ value: Double) -> String {
        NumberWording.digits(value.magnitude, decimals: value == value.rounded() ? 0 : 1) + "°"
    }

    /// A disc for each area with a point: larger for more.
    private func discs(hatching id: String) -> HTML {
        let largest = sheet.areas.compactMap(\.value).max() ?? 0
        return HTML(.g, .class("areas discs")) {
            for area in sheet.areas {
                if let point = area.point, frame.holds(point) {
                    let spot = frame.spot(point)
                    linked(
                        area,
                        HTML(
                            .circle,
                            attributes: look(of: area, id) + (area.place.map { [.class($0)] } ?? []) + [
                                HTML.Attribute("data-x", MapFrame.text(spot.x)),
                                HTML.Attribute("data-y", MapFrame.text(spot.y)),
                                HTML.Attribute("cx", MapFrame.text(spot.x)),
                                HTML.Attribute("cy", MapFrame.text(spot.y)),
                                HTML.Attribute("r", MapFrame.text(radius(area, largest))),
                            ]))
                }
            }
        }
    }

    /// The area of a disc grows with its number, from a smallest size on; where nothing is counted, a link is large enough to hit.
    func radius(_ area: MapSheet.Area, _ largest: Double) -> Double {
        let least = size == .full ? 7.0 : 5.0
        guard let value = area.value, value > 0, largest > 0 else {
            return largest == 0 && area.value != nil && area.address != nil ? 12 : least
        }
        return least + (size == .full ? 17 : 10) * (value / largest).squareRoot()
    }
}
