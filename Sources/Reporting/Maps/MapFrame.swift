import Ecosystem
import Foundation

/// Turns degrees into pixels: longitudes as wide as they are at the middle of the box, north up.
struct MapFrame: Hashable {
    /// Size in pixels.
    let width: Double
    /// Size in pixels.
    let height: Double
    private let west: Double
    private let north: Double
    private let east: Double
    private let south: Double
    /// Pixels to a degree of latitude.
    let scale: Double
    private let narrowing: Double
    private let margin: Double

    /// The largest frame around a box within so many pixels; a box without extent gets some.
    init(_ box: GeoBox, width widest: Double, height tallest: Double, margin: Double) {
        let least = 0.4
        let middle = ((box.west + box.east) / 2, (box.south + box.north) / 2)
        let half = (max(box.east - box.west, least) / 2, max(box.north - box.south, least) / 2)
        west = middle.0 - half.0
        east = middle.0 + half.0
        south = middle.1 - half.1
        north = middle.1 + half.1
        narrowing = max(0.05, cos(middle.1 * .pi / 180))
        self.margin = margin
        let across = 2 * half.0 * narrowing
        let down = 2 * half.1
        scale = max(0.001, min((widest - 2 * margin) / across, (tallest - 2 * margin) / down))
        width = (across * scale + 2 * margin).rounded(.up)
        height = (down * scale + 2 * margin).rounded(.up)
    }

    /// Where a point stands.
    func spot(_ point: GeoPoint) -> (x: Double, y: Double) {
        (
            margin + (point.longitude - west) * narrowing * scale,
            margin + (north - point.latitude) * scale
        )
    }

    /// Whether a point stands in the frame.
    func holds(_ point: GeoPoint) -> Bool {
        let spot = spot(point)
        return (0...width).contains(spot.x) && (0...height).contains(spot.y)
    }

    /// Whole steps of degrees for a graticule: about five lines each way.
    var graticule: (meridians: [Double], parallels: [Double]) {
        let span = max(east - west, north - south)
        let step = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20].first { span / $0 <= 7 } ?? 30
        func lines(_ low: Double, _ high: Double) -> [Double] {
            var found: [Double] = []
            var next = (low / step).rounded(.up) * step
            while next <= high, found.count < 40 {
                found.append((next * 10).rounded() / 10)
                next += step
            }
            return found
        }
        let outside = (margin / scale / narrowing, margin / scale)
        return (lines(west - outside.0, east + outside.0), lines(south - outside.1, north + outside.1))
    }

    /// The corner of the frame in degrees that a line of the graticule runs to.
    func spot(longitude: Double, latitude: Double) -> (x: Double, y: Double) {
        (margin + (longitude - west) * narrowing * scale, margin + (north - latitude) * scale)
    }

    /// A length in pixels as text, to a tenth.
    static func text(_ value: Double) -> String {
        guard value.isFinite, value.magnitude < 1e6 else { return "0" }
        let tenths = Int((value * 10).rounded())
        let (whole, rest) = (tenths.magnitude / 10, tenths.magnitude % 10)
        return (tenths < 0 ? "-" : "") + "\(whole)" + (rest == 0 ? "" : ".\(rest)")
    }
}
