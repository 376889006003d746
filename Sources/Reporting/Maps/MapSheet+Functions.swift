public import Ecosystem

extension MapSheet.Shape {
    /// The shape of a site by what is done there: of several functions the weightiest counts, so that a plant with an
    /// office is a plant.
    public init(functions: [String]) {
        let found = Set(functions.compactMap { Self.byFunction[$0] })
        let weight: [Self] = [.square, .triangle, .hexagon, .trapezium, .circle, .diamond]
        self = weight.first(where: found.contains) ?? .cross
    }

    /// The shape of a site whose functions are given in words, as tables write them; `nil` where they are none.
    init?(functionsNamed words: Localized) {
        let parts = words.zh.split(separator: "、").map(String.init)
        let codes = parts.compactMap { part in
            Vocabulary.siteFunction.terms.first { $0.label.zh == part }?.code
        }
        guard !codes.isEmpty, codes.count == parts.count else { return nil }
        self.init(functions: codes)
    }

    /// What sites of this shape are called.
    public var sites: Localized {
        switch self {
        case .square: Localized("Vehicle plants", "整车厂")
        case .triangle: Localized("Component plants", "零部件厂")
        case .diamond: Localized("HQ and R&D", "总部与研发")
        case .circle: Localized("Testing and proving", "检测与试验场")
        case .trapezium: Localized("Ports and logistics", "港口与物流")
        case .hexagon: Localized("Materials and energy", "材料与能源")
        case .cross: Localized("Other sites", "其他点位")
        case .pentagon: Localized("Parks and zones", "园区")
        }
    }

    private static let byFunction: [String: Self] = [
        "vehicle_plant": .square, "component_plant": .triangle, "electronics_plant": .triangle,
        "hq": .diamond, "r&d": .diamond, "testing": .circle, "proving_ground": .circle, "standards": .circle,
        "port": .trapezium, "berth": .trapezium, "logistics": .trapezium, "warehouse": .trapezium,
        "wholesale_market": .trapezium, "agro_logistics": .trapezium, "steel_plant": .hexagon,
        "refinery": .hexagon, "power_plant": .hexagon, "desalination": .hexagon, "recycling_plant": .hexagon,
        "redevelopment": .hexagon,
    ]
}
