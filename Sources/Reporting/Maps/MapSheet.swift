public import Ecosystem

/// What a map shows: areas, lines and marks in degrees, with their words and addresses. ``MapDrawing`` draws it.
public struct MapSheet: Sendable {
    /// A shape that says what kind of thing a mark stands for; each has a colour of its own, and works without it.
    public enum Shape: String, Sendable, CaseIterable {
        /// Vehicle plant.
        case square
        /// Component plant.
        case triangle
        /// Headquarters, research and development.
        case diamond
        /// Testing.
        case circle
        /// Port and logistics.
        case trapezium
        /// Materials and energy.
        case hexagon
        /// Everything else.
        case cross
        /// A park or zone.
        case pentagon
    }

    /// How well the place of a mark is known.
    public enum Exactness: String, Sendable {
        /// Its own point: filled.
        case own
        /// Exact to the district only: hollow.
        case district
        /// None of its own; drawn at the point of its region: hollow with a dotted line.
        case region
    }

    /// A point with a kind.
    public struct Mark: Sendable {
        /// The record's id, or any other word that tells marks apart.
        public var id: String
        /// What it is called.
        public var name: Localized
        /// What else is known: kind, place, exactness; one line each.
        public var lines: [Localized]
        /// Where it is.
        public var point: GeoPoint
        /// What kind of thing it is.
        public var shape: Shape
        /// How well the point is known.
        public var exactness: Exactness
        /// The page that it leads to.
        public var address: String?
        /// Whether it is what the page is about.
        public var isHighlighted: Bool

        /// A mark.
        public init(
            id: String, name: Localized, lines: [Localized] = [], point: GeoPoint, shape: Shape,
            exactness: Exactness = .own, address: String? = nil, isHighlighted: Bool = false
        ) {
            self.id = id
            self.name = name
            self.lines = lines
            self.point = point
            self.shape = shape
            self.exactness = exactness
            self.address = address
            self.isHighlighted = isHighlighted
        }
    }

    /// A line between places.
    public struct Line: Sendable {
        /// What it is called.
        public var name: Localized
        /// What else is known, one line each.
        public var lines: [Localized]
        /// The points that it passes, at least two.
        public var points: [GeoPoint]
        /// Whether its course is named; else only its ends are, and it is dashed.
        public var isCourseNamed: Bool
        /// The page that it leads to.
        public var address: String?

        /// A line.
        public init(
            name: Localized, lines: [Localized] = [], points: [GeoPoint], isCourseNamed: Bool,
            address: String? = nil
        ) {
            self.name = name
            self.lines = lines
            self.points = points
            self.isCourseNamed = isCourseNamed
            self.address = address
        }
    }

    /// A division that is shaded by a number: its outline, or a disc at its point where there is no outline.
    public struct Area: Sendable {
        /// Its GB/T 2260 code.
        public var code: String
        /// The name on the map; empty for none.
        public var name: Localized
        /// What is said of it, one line each.
        public var lines: [Localized]
        /// Its point.
        public var point: GeoPoint?
        /// What it is shaded by; `nil` where nothing is on record.
        public var value: Double?
        /// The class of the value, 1 to 5; 0 leaves the area plain.
        public var shade: Int
        /// The class of the place that it belongs to (`p1` to `p6`), for discs.
        public var place: String?
        /// The page that it leads to.
        public var address: String?
        /// Whether the map is drawn to fit it.
        public var isInView: Bool
        /// A word by which a script finds it; `nil` for none.
        public var key: String?
        /// Whether it is what the page is about: drawn with a heavy border.
        public var isHighlighted: Bool

        /// An area.
        public init(
            code: String, name: Localized, lines: [Localized] = [], point: GeoPoint? = nil, value: Double?,
            shade: Int, place: String? = nil, address: String? = nil, isInView: Bool = true,
            key: String? = nil, isHighlighted: Bool = false
        ) {
            self.key = key
            self.isHighlighted = isHighlighted
            self.code = code
            self.name = name
            self.lines = lines
            self.point = point
            self.value = value
            self.shade = shade
            self.place = place
            self.address = address
            self.isInView = isInView
        }
    }

    /// A word that stands at a point, such as the name of a cluster.
    public struct Caption: Sendable {
        /// The word.
        public var text: Localized
        /// Where it stands.
        public var point: GeoPoint
        /// The class of its place.
        public var place: String?

        /// A caption.
        public init(_ text: Localized, at point: GeoPoint, place: String? = nil) {
            self.text = text
            self.point = point
            self.place = place
        }
    }

    /// What the shades of areas say.
    public enum Scale: String, Sendable {
        /// How much there is: blues.
        case amount = "q"
        /// How bad it is: from sand to dark red.
        case loss = "l"
    }

    /// A short word that tells the maps of a page apart.
    public var id: String
    /// What the map shows, for those who do not see it.
    public var label: Localized
    /// Divisions.
    public var areas: [Area]
    /// Lines.
    public var lines: [Line]
    /// Points.
    public var marks: [Mark]
    /// Words.
    public var captions: [Caption]
    /// What shades say.
    public var scale: Scale

    /// A sheet.
    public init(
        id: String, label: Localized, areas: [Area] = [], lines: [Line] = [], marks: [Mark] = [],
        captions: [Caption] = [], scale: Scale = .amount
    ) {
        self.scale = scale
        self.id = id
        self.label = label
        self.areas = areas
        self.lines = lines
        self.marks = marks
        self.captions = captions
    }
}
