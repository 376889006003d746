import Ecosystem

/// What a reader asks a map to show; the address is the question.
struct MapQuestion {
    /// By what divisions are shaded.
    enum Shade: String, CaseIterable {
        case organizations, sites, none

        var label: Localized {
            switch self {
            case .organizations: Localized("Organizations recorded", "记录到的机构数")
            case .sites: Localized("Sites recorded", "记录到的点位数")
            case .none: Localized("No shading", "不着色")
            }
        }
    }

    /// The layers that are shown.
    var layers: Set<MapLayer>
    /// The region that the map is about; `nil` for all.
    var region: Record?
    /// The stage of the chain that the organizations of sites work in; `nil` for all.
    var stage: String?
    var shade: Shade

    /// Everything.
    static let all = MapQuestion(
        layers: Set(MapLayer.allCases), region: nil, stage: nil, shade: .organizations)

    private init(layers: Set<MapLayer>, region: Record?, stage: String?, shade: Shade) {
        self.layers = layers
        self.region = region
        self.stage = stage
        self.shade = shade
    }

    /// What the address asks. What it cannot mean is left out, so that every address shows a map: `set` tells a form
    /// without any layer from an address without a form.
    init(_ call: Call, _ model: EcosystemModel) {
        let named = call.query.filter { $0.name == "layer" }.compactMap { MapLayer(rawValue: $0.value) }
        layers = named.isEmpty && call.item("set") == nil ? Set(MapLayer.allCases) : Set(named)
        region = call.item("region").flatMap { model.record(id: $0) }.flatMap {
            $0.kind == .region ? $0 : nil
        }
        stage = call.item("stage").flatMap { code in
            Vocabulary.chainStage.terms.contains { $0.code == code } ? code : nil
        }
        shade = call.item("shade").flatMap(Shade.init(rawValue:)) ?? .organizations
    }
}
