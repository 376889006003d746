import ChainAnalysis
import Ecosystem
import Reporting

/// Who supplies an organization and whom it supplies, tier by tier as far as records go.
public struct Suppliers: Study {
    /// The study.
    public init() {}

    /// What it asks.
    public var description: StudyDescription {
        StudyDescription(
            id: "suppliers", version: "1", verb: .see, title: Localized("Suppliers and customers", "供应商与客户"),
            question: Localized(
                "Who supplies an organization, whom does it supply, and how many tiers are on record?",
                "谁供应某机构，它供应谁，记录到第几层？"),
            parameters: [
                StudyParameter(
                    "organization", .record(.organization), title: Localized("Organization", "机构"),
                    help: Localized(
                        "where the paths begin; the vehicle maker of the region with most suppliers on record when empty",
                        "路径的起点；留空则取本地区供应记录最多的整车企业"),
                    default: .fromPackage { Suppliers.defaultOrganization(of: $0)?.text }),
                StudyParameter(
                    "direction",
                    .choice([
                        StudyParameter.Choice("both", Localized("suppliers and customers", "供应商与客户")),
                        StudyParameter.Choice("up", Localized("suppliers", "供应商")),
                        StudyParameter.Choice("down", Localized("customers", "客户")),
                    ]),
                    title: Localized("Direction", "方向"), help: Localized("which way to go", "查询方向"),
                    default: .value("both")),
                StudyParameter(
                    "depth", .integer(1...5), title: Localized("Tiers", "层数"),
                    help: Localized("how many tiers to follow", "追溯几层"), unit: Localized("tiers", "层"),
                    default: .value("3")),
            ],
            methods: [Suppliers.method])
    }

    static let method = Method(
        Localized(
            "Supply relations on record, and components whose supplier is named, are the links; a product stands for its "
                + "maker. Tiers are counted along shortest paths. A path ends at a region, since a region stands for firms "
                + "that are not named. Values of a tier are summed a unit, and links without a value are counted beside.",
            "以供应关系记录与列明供应商的部件为连线；产品代表其生产企业。层数按最短路径计。路径到地区为止，因为地区代表未点名的企业。各层的值按单位分别加总，无值的连线另计。"),
        literature: ["Breadth-first search on a directed graph; all simple paths up to the depth asked for"],
        limits: Localized(
            "A supplier that no record names is not a missing supplier. Fewer tiers than asked for means that nothing is "
                + "on record, not that there are none.", "没有记录的供应商不等于没有供应商。层数少于所问，是无记录，不是不存在。"))

    /// The vehicle maker of the home region with most suppliers on record, else any organization with most.
    static func defaultOrganization(of model: EcosystemModel) -> OrganizationID? {
        let web = SupplyWeb(model)
        let index = OrganizationIndex(model)
        let scope = model.identity.homeRegion.map { RegionScope($0, in: model) }
        let organizations = model.all(Organization.self)
        let makers = organizations.filter { organization in
            guard organization.organizationKind == "oem" else { return false }
            return scope.map { index.presence(of: organization.id, in: $0) != nil } ?? true
        }
        return web.mostSupplied(makers.map(\.id)) ?? web.mostSupplied(organizations.map(\.id))
    }
}
