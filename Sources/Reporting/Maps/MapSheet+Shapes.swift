extension MapSheet.Shape {
    /// Its outline around the origin, about 12 pixels wide.
    var path: String {
        switch self {
        case .square: "M-5-5H5V5H-5Z"
        case .triangle: "M0-6 6.2 5H-6.2Z"
        case .diamond: "M0-6.4 6.4 0 0 6.4-6.4 0Z"
        case .circle: "M-5.5 0A5.5 5.5 0 1 1 5.5 0 5.5 5.5 0 1 1-5.5 0Z"
        case .trapezium: "M-6.4-4H6.4L4 4.6H-4Z"
        case .hexagon: "M-3.2-5.6H3.2L6.2 0 3.2 5.6H-3.2L-6.2 0Z"
        case .cross: "M-2-5.5H2V-2H5.5V2H2V5.5H-2V2H-5.5V-2H-2Z"
        case .pentagon: "M0-6.2 6-1.8 3.7 5.2H-3.7L-6-1.8Z"
        }
    }

    /// The shape in a line of text, for legends and tables; it only decorates.
    public var symbol: HTML {
        HTML(
            .svg, .class("sym " + rawValue), HTML.Attribute("viewbox", "-7 -7 14 14"), .decorative
        ) {
            HTML(.path, HTML.Attribute("d", path))
        }
    }
}

extension MapSheet.Shape {
    /// The shape as it shows how well a place is known.
    public func symbol(_ exactness: MapSheet.Exactness) -> HTML {
        HTML(
            .svg, .class("sym " + exactness.rawValue), HTML.Attribute("viewbox", "-7 -7 14 14"), .decorative
        ) {
            HTML(.path, HTML.Attribute("d", path))
        }
    }
}
