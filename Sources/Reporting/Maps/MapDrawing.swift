public import Ecosystem

/// Draws a ``MapSheet`` as SVG inside a page: readable without script, in the colours of the style sheet, light and
/// dark alike. A script may let readers zoom it (`data-` attributes say where everything stands).
///
/// Layers from the ground up: shading or graticule, lines, names, marks, counted circles. There are no tiles, no
/// relief and nothing that is fetched; no border is drawn that is not the outline of a division.
public struct MapDrawing {
    /// How large a map is.
    public enum Size: Sendable {
        /// The map of a page.
        case full
        /// A map beside something else; it names only places with something on record.
        case small

        var width: Double { self == .full ? 720 : 400 }
        var height: Double { self == .full ? 720 : 330 }
        /// Marks nearer than this many pixels are joined.
        var gap: Double { self == .full ? 19 : 16 }
        var margin: Double { self == .full ? 28 : 20 }
    }

    let sheet: MapSheet
    let outline: MapOutline?
    let language: Language
    let size: Size
    let frame: MapFrame

    /// A drawing; `nil` where the sheet has nothing with a point or outline.
    public init?(_ sheet: MapSheet, on outline: MapOutline?, language: Language, size: Size = .full) {
        let drawn = outline.map { Set($0.divisions.map(\.code)) } ?? []
        let viewed = sheet.areas.filter(\.isInView)
        let codes = Set(viewed.map(\.code)).intersection(drawn)
        var corners: [GeoPoint] = []
        if let box = codes.isEmpty ? nil : outline?.box(of: codes) {
            corners = box.corners
        } else {
            corners = viewed.compactMap(\.point) + (viewed.isEmpty ? sheet.marks.map(\.point) : [])
        }
        guard let box = GeoBox(covering: corners) else { return nil }
        self.sheet = sheet
        self.outline = codes.isEmpty ? nil : outline
        self.language = language
        self.size = size
        let extra = codes.isEmpty ? 26.0 : 0
        frame = MapFrame(box, width: size.width, height: size.height, margin: size.margin + extra)
    }

    /// Whether outlines are drawn, so that their caution must be printed below.
    public var hasOutline: Bool { outline != nil }

    /// How many marks stand inside the frame.
    public var shownMarks: Int { marksInFrame.count }

    /// The marks inside the frame with their spots.
    var marksInFrame: [(mark: MapSheet.Mark, x: Double, y: Double)] {
        sheet.marks.compactMap { mark in
            guard frame.holds(mark.point) else { return nil }
            let spot = frame.spot(mark.point)
            return (mark, spot.x, spot.y)
        }
    }

    /// The map.
    public var markup: HTML {
        let shown = marksInFrame
        let merged = MapMerging(
            shown.map { ($0.x, $0.y, $0.mark.exactness == .region) }, nearer: size.gap, within: frame,
            radius: radius)
        let names = placedNames(around: merged.groups.map { ($0.x, $0.y, $0.radius) })
        let title = "m-" + sheet.id
        return HTML(
            .svg,
            attributes: [
                .class(size == .full ? "atlas" : "atlas small"), .role("group"),
                .label(sheet.label[language]),
                HTML.Attribute(
                    "viewbox", "0 0 \(MapFrame.text(frame.width)) \(MapFrame.text(frame.height))"),
                HTML.Attribute("width", MapFrame.text(frame.width)),
                HTML.Attribute("height", MapFrame.text(frame.height)),
                HTML.Attribute("data-gap", MapFrame.text(size.gap)),
            ],
            content: HTML([
                hatching(title), ground(hatching: title), lines,
                HTML(.g, .class("names")) { names },
                HTML(.g, .class("marks")) {
                    for group in merged.groups {
                        let isJoined = group.members.count > 1
                        for index in group.members {
                            mark(
                                shown[index].mark, at: (shown[index].x, shown[index].y),
                                drawnAt: isJoined ? nil : (group.x, group.y))
                        }
                        if isJoined { circle(group, group.members.map { shown[$0].mark }) }
                    }
                },
            ]))
    }

    // MARK: Marks

    /// The radius of so many marks at one spot.
    private func radius(_ count: Int) -> Double {
        guard count > 1 else { return 7 }
        return (size == .full ? 9.5 : 8) + min(6, Double(count) * 0.5)
    }

    /// A mark; one that is joined with others has no place to be drawn at and is hidden.
    private func mark(
        _ mark: MapSheet.Mark, at spot: (x: Double, y: Double), drawnAt drawn: (x: Double, y: Double)?
    ) -> HTML {
        let names = [
            "pin", mark.shape.rawValue, mark.exactness.rawValue, mark.isHighlighted ? "here" : "",
            drawn == nil ? "in" : "",
        ]
        let words = ([mark.name] + mark.lines).map { $0[language] }
        var attributes: [HTML.Attribute] = [
            .class(names.filter { !$0.isEmpty }.joined(separator: " ")),
            HTML.Attribute("data-x", MapFrame.text(spot.x)), HTML.Attribute("data-y", MapFrame.text(spot.y)),
            HTML.Attribute(
                "transform",
                "translate(\(MapFrame.text((drawn ?? spot).x)) \(MapFrame.text((drawn ?? spot).y)))"),
            .label(words.joined(separator: language == .zh ? "，" : ", ")),
        ]
        if let address = mark.address { attributes.append(.href(address)) }
        return HTML(
            mark.address == nil ? .g : .a, attributes: attributes,
            content: HTML(.title) { words.joined(separator: "\n") }
                + HTML(.path, HTML.Attribute("d", mark.shape.path)))
    }

    private func circle(_ group: MapMerging.Group, _ members: [MapSheet.Mark]) -> HTML {
        let shown = members.prefix(12).map { $0.name[language] }
        let more = members.count - shown.count
        let rest = more > 0 ? [Localized("and \(more) more", "等另外 \(more) 个")[language]] : []
        let head = Localized("\(members.count) here", "此处 \(members.count) 个")[language]
        let names = [
            "many", group.isSeat ? "seat" : "", members.contains(where: \.isHighlighted) ? "here" : "",
        ]
        return HTML(
            .g, .class(names.filter { !$0.isEmpty }.joined(separator: " ")),
            HTML.Attribute(
                "transform", "translate(\(MapFrame.text(group.x)) \(MapFrame.text(group.y)))")
        ) {
            HTML(.title) { ([head] + shown + rest).joined(separator: "\n") }
            HTML(.circle, HTML.Attribute("r", MapFrame.text(group.radius)))
            HTML(.text, HTML.Attribute("dy", ".36em")) { "\(members.count)" }
        }
    }

    // MARK: Lines

    private var lines: HTML {
        var seen: [String: Int] = [:]
        return HTML(.g, .class("lines zooms")) {
            for line in sheet.lines where line.points.count > 1 {
                path(of: line, &seen)
            }
        }
    }

    /// A line through named places is straight from place to place; one of which only the ends are known is bent, a
    /// little more for each further line between the same ends.
    private func path(of line: MapSheet.Line, _ seen: inout [String: Int]) -> HTML {
        let spots = line.points.map { frame.spot($0) }
        guard let first = spots.first, let last = spots.last else { return .empty }
        func text(_ spot: (x: Double, y: Double)) -> String {
            MapFrame.text(spot.x) + " " + MapFrame.text(spot.y)
        }
        let ends = [text(first), text(last)].sorted().joined(separator: " ")
        let number = seen[ends, default: 0]
        seen[ends] = number + 1
        var path = "M" + text(first)
        if spots.count > 2 || (line.isCourseNamed && number == 0) {
            for spot in spots.dropFirst() { path += "L" + text(spot) }
        } else {
            let bend = 0.1 + 0.07 * Double(number)
            let middle = (
                x: (first.x + last.x) / 2 + (last.y - first.y) * bend,
                y: (first.y + last.y) / 2 - (last.x - first.x) * bend
            )
            path += "Q" + text(middle) + " " + text(last)
        }
        let drawn = HTML(
            .path, .class(line.isCourseNamed ? "line named" : "line"), HTML.Attribute("d", path)
        ) {
            HTML(.title) { ([line.name] + line.lines).map { $0[language] }.joined(separator: "\n") }
        }
        return drawn
    }
}
