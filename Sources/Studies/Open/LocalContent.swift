import ChainAnalysis
import Ecosystem
import Reporting

/// How much of a product comes from a region: the printed share, the components that are named, and what is unknown.
public struct LocalContent: Study {
    /// The study.
    public init() {}

    /// What it asks.
    public var description: StudyDescription {
        StudyDescription(
            id: "local-content", version: "1", verb: .see,
            title: Localized("Local content of a product", "产品的本地配套率"),
            question: Localized(
                "How much of a product comes from the region, which components, and what is unknown?",
                "一种产品有多少来自本地区，是哪些部件，哪些未知？"),
            parameters: [
                StudyParameter(
                    "product", .record(.product), title: Localized("Product", "产品"),
                    help: Localized("the product whose components are asked for", "要查询部件的产品"),
                    default: .fromPackage { LocalContent.defaultProduct(of: $0) }),
                StudyParameter(
                    "region", .record(.region), title: Localized("Region", "地区"),
                    help: Localized(
                        "what counts as local; the maker's home where the package names none",
                        "以此地区为本地；数据包未指定时取生产企业所在地"),
                    default: .fromPackage { LocalContent.defaultRegion(of: $0)?.text }),
                StudyParameter(
                    "basis",
                    .choice([
                        StudyParameter.Choice("value", Localized("by value of the components", "按部件价值")),
                        StudyParameter.Choice("count", Localized("by number of named components", "按具名部件数")),
                    ]),
                    title: Localized("Computed share", "推算占比"),
                    help: Localized(
                        "by value needs values of components; by number needs components named from outside too",
                        "按价值需有部件价值；按部件数需同时列出区外部件"),
                    default: .fromPackage { model in
                        model.all(Component.self).contains { $0.value != nil } ? "value" : "count"
                    }),
            ],
            methods: [LocalContent.method])
    }

    static let method = Method(
        Localized(
            "The printed share is shown as printed and never recomputed. A computed share stands beside it: by value, "
                + "where components have values in one unit; by number, only where components from outside are named "
                + "too, since a list of local components alone says nothing of the whole. A component is local where its "
                + "supply region is the region or lies in it; without a supply region, where its supplier is at home.",
            "原文占比照录，不重新计算。旁列推算占比：部件有同一单位的价值时按价值计算；仅当区外部件也被列出时按部件数计算，因为只列本地部件的清单说明不了整体。"
                + "部件供应地为本地区或在其内，即为本地；未注明供应地时，以供应商所在地为准。"),
        formula: "share = Σ value of local components ÷ Σ value of all components with a known place",
        literature: ["Local content rules, version \(ProductContentOptions.version), of this project"],
        limits: Localized(
            "Candidates work in the component's segment; no source says that they supply this product.",
            "候选机构从事该部件所属环节；没有来源说明它们供应此产品。"))

    /// The package's home region, else that of the default product's maker.
    static func defaultRegion(of model: EcosystemModel) -> RegionID? {
        if let home = model.identity.homeRegion { return home }
        let maker = defaultProduct(of: model).flatMap {
            model.find(ProductID($0), as: Product.self)?.organization
        }
        return maker.flatMap { model.find($0, as: Organization.self)?.home }
    }

    /// The package's focus product, else the first product that has components.
    static func defaultProduct(of model: EcosystemModel) -> String? {
        if let focus = model.identity.focusProduct, model.find(focus, as: Product.self) != nil {
            return focus.text
        }
        let named = model.all(Component.self).compactMap(\.product)
        return named.first { model.find($0, as: Product.self) != nil }?.text
    }
}
