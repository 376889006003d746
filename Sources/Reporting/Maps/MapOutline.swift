public import Ecosystem

/// Outlines of administrative divisions that a map is drawn on, and what must be said of them.
///
/// They come from a file that set-up installs or that an operator puts in its place; `docs/formats/outlines.md`
/// describes it. A map without outlines shows points on a graticule.
public struct MapOutline: Sendable {
    /// One division.
    public struct Division: Sendable, Equatable {
        /// Its GB/T 2260 code.
        public var code: String
        /// Outer and inner borders; each is closed by its first point.
        public let rings: [[GeoPoint]]
        /// The box around them; `nil` where there is no point.
        let box: GeoBox?
        /// Where its name stands; `nil` for the middle of its box.
        public var label: GeoPoint?
        /// What it is called, where a package names it.
        public var name: Localized?

        /// A division.
        public init(code: String, rings: [[GeoPoint]], label: GeoPoint? = nil, name: Localized? = nil) {
            self.name = name
            self.code = code
            self.rings = rings
            box = GeoBox(covering: rings.joined())
            self.label = label
        }
    }

    /// The divisions, in the order of the file.
    public var divisions: [Division] {
        didSet { shapes = DrawnShapes() }
    }
    /// Who made the outlines.
    public var origin: Localized?
    /// Under which licence.
    public var licence: Localized?
    /// The approval number of the map (审图号); `nil` for none yet.
    public var approval: String?

    /// The borders as drawn, kept for the frames in use: they are most of a map, and the same for every reader.
    private(set) var shapes = DrawnShapes()

    /// Outlines.
    public init(
        divisions: [Division], origin: Localized? = nil, licence: Localized? = nil, approval: String? = nil
    ) {
        self.divisions = divisions
        self.origin = origin
        self.licence = licence
        self.approval = approval
    }

    /// The division that holds a point; `nil` where none does.
    public func division(at point: GeoPoint) -> Division? {
        divisions.first { division in
            division.rings.count { GeoRing($0)?.contains(point) ?? false } % 2 == 1
        }
    }

    /// The box around the divisions with these codes, all where none is named; `nil` where there is no point.
    func box(of codes: Set<String> = []) -> GeoBox? {
        GeoBox(
            covering: divisions.lazy.filter { codes.isEmpty || codes.contains($0.code) }
                .compactMap(\.box).flatMap(\.corners))
    }

    /// What stands under a small map that shows the outlines; the map page says the rest.
    public var shortCaution: Localized {
        Localized(
            "Outlines simplified, for orientation only, no authority on boundaries. Map approval number: ",
            "轮廓经简化，仅示意，不作划界依据。审图号：")
            + (approval.map { Localized(same: $0) } ?? Localized("none yet", "尚无")) + Localized(".", "。")
    }

    /// What stands under every map that shows the outlines.
    public var caution: Localized {
        let number =
            approval.map { Localized(same: $0) }
            ?? Localized(
                "none yet (required before publication in China)", "尚无（公开发布前须送审）")
        let from = Localized(
            [origin.map { "Outlines: \($0.en)" }, licence.map { "licence: \($0.en)" }].compactMap { $0 }
                .joined(separator: "; "),
            [origin.map { "轮廓来源：\($0.zh)" }, licence.map { "许可：\($0.zh)" }].compactMap { $0 }.joined(
                separator: "；")
        )
        let head = Localized(
            "Outlines are simplified, for orientation only, and no authority on boundaries. Map approval number: ",
            "轮廓经简化，仅示意，不作划界依据。审图号：")
        return head + number + Localized(".", "。") + (from.en.isEmpty ? from : Localized(" ", "") + from)
            + (from.en.isEmpty ? from : Localized(".", "。"))
    }
}
