import Ecosystem
import Synchronization

/// The borders of divisions as SVG paths, each written once for a frame and kept.
///
/// A path is a pure function of its key, so that nothing here can be out of date; the oldest go all at once when there are too many.
final class DrawnShapes: Sendable {
    private struct Key: Hashable {
        let code: String
        let frame: MapFrame
        let least: Double
    }

    /// Paths kept at most: some dozens of frames of a region.
    private static let limit = 2_000

    private let kept = Mutex<[Key: String]>([:])

    /// The path of a division in a frame; of points nearer than `least` pixels to the last one, none is drawn.
    func path(of division: MapOutline.Division, in frame: MapFrame, least: Double) -> String {
        let key = Key(code: division.code, frame: frame, least: least)
        if let path = kept.withLock({ $0[key] }) { return path }
        let path = Self.written(division, frame, least)
        kept.withLock { kept in
            if kept.count >= Self.limit { kept.removeAll(keepingCapacity: true) }
            kept[key] = path
        }
        return path
    }

    private static func written(_ division: MapOutline.Division, _ frame: MapFrame, _ least: Double) -> String
    {
        var path = ""
        for ring in division.rings {
            var last: (x: Double, y: Double)?
            for point in ring.dropLast() {
                let spot = frame.spot(point)
                if let last, abs(spot.x - last.x) < least, abs(spot.y - last.y) < least { continue }
                path += (last == nil ? "M" : "L") + MapFrame.text(spot.x) + " " + MapFrame.text(spot.y)
                last = spot
            }
            if last != nil { path += "Z" }
        }
        return path
    }
}
