import Ecosystem
import Reporting

/// What a map page can show or leave out.
enum MapLayer: String, CaseIterable {
    case vehicle, component, headquarters, testing, port, material, other, park, link

    /// The layers of sites, by what is done there.
    static let ofSites: [MapLayer] = [
        .vehicle, .component, .headquarters, .testing, .port, .material, .other,
    ]

    /// The layer of a site with these functions.
    init(functions: [String]) {
        let shape = MapSheet.Shape(functions: functions)
        self = MapLayer.ofSites.first { $0.shape == shape } ?? .other
    }

    /// The shape of its marks.
    var shape: MapSheet.Shape {
        switch self {
        case .vehicle: .square
        case .component: .triangle
        case .headquarters: .diamond
        case .testing: .circle
        case .port: .trapezium
        case .material: .hexagon
        case .other, .link: .cross
        case .park: .pentagon
        }
    }

    /// What it holds.
    var label: Localized { self == .link ? Localized("Transport links", "运输联系") : shape.sites }
}
