public import Ecosystem

/// The chain that a park is meant to hold, module by module, and what of it is there.
public struct ParkTemplate: Sendable {
    /// Whether a module is there.
    public enum Standing: String, Sendable, Hashable, Codable, CaseIterable {
        /// A site of the park does this work now.
        case present
        /// A site of the park is planned for it.
        case sitePlanned
        /// The plan names it; no site is on record.
        case planned
        /// A document says that it is there; no site is on record.
        case named

        /// The words shown beside a module.
        public var label: Localized {
            switch self {
            case .present: Localized("site in place", "已有点位")
            case .sitePlanned: Localized("site planned", "点位在规划")
            case .planned: Localized("planned, no site on record", "已规划，无点位记录")
            case .named: Localized("named, no site on record", "文献提及，无点位记录")
            }
        }
    }

    /// One module of the plan.
    public struct Module: Sendable {
        /// The segment that the module stands for.
        public let segment: SegmentID
        /// The words of the document.
        public let content: Localized?
        /// Whether it is there.
        public let standing: Standing
        /// Sites of the park that do the work or are planned for it.
        public let sites: [SiteID]
        /// Where this comes from.
        public let origin: Origin
    }

    /// The park.
    public let park: ParkID
    /// Modules in the order of the relations.
    public let modules: [Module]
    /// Printed figures about the park, such as the number of modules of the plan.
    public let figures: [Indicator]

    /// Modules that are there now.
    public var present: Int { modules.count { $0.standing == .present } }

    /// Reads what a park hosts.
    ///
    /// A module is a segment that the park is said to host. A site of the park stands for it when it has a function
    /// of the segment's stage, and its organization works in the segment, below or above it, or nothing is on record
    /// about what else the organization does in that stage.
    public init(_ park: ParkID, in model: EcosystemModel, tree: SegmentTree) {
        let sites = model.all(Site.self, where: "park_id", is: park.text)
        let hosted = model.all(Relation.self, where: "subject_id", is: park.text)
            .filter { $0.predicate.text == "hosts" }
        var modules: [Module] = []
        for relation in hosted {
            guard let segment = model.find(SegmentID(relation.object), as: Segment.self) else { continue }
            let matching = sites.filter { ParkTemplate.stands($0, for: segment, tree: tree, in: model) }
            let now = matching.filter { $0.origin.state == .actual }
            let standing: Standing
            if !now.isEmpty {
                standing = .present
            } else if !matching.isEmpty {
                standing = .sitePlanned
            } else {
                standing = relation.origin.state == .actual ? .named : .planned
            }
            let shown = now.isEmpty ? matching : now
            modules.append(
                Module(
                    segment: segment.id, content: relation.qualifier, standing: standing,
                    sites: shown.map(\.id),
                    origin: Origin.combined([relation.origin] + shown.map(\.origin), atBest: .stated)))
        }
        self.park = park
        self.modules = modules
        figures = model.all(Indicator.self, where: "entity_id", is: park.text)
    }

    /// Stages that a function of a site belongs to.
    private static func stages(of function: String) -> Set<String> {
        switch function {
        case "vehicle_plant": ["vehicle"]
        case "component_plant": ["components", "systems"]
        case "electronics_plant": ["components", "systems"]
        case "proving_ground", "testing", "standards", "hq", "r&d": ["enabling_services"]
        case "port", "berth", "logistics", "warehouse": ["circulation"]
        case "steel_plant", "refinery": ["upstream_materials"]
        case "recycling_plant": ["after_sales_recycling"]
        case "power_plant", "desalination": ["adjacent"]
        default: []
        }
    }

    private static func stands(
        _ site: Site, for segment: Segment, tree: SegmentTree, in model: EcosystemModel
    ) -> Bool {
        guard let stage = segment.stage, site.functions.contains(where: { stages(of: $0).contains(stage) })
        else {
            return false
        }
        guard let organization = site.organization else { return true }
        let worked = model.all(Activity.self, where: "organization_id", is: organization.text).compactMap(
            \.segment)
        let inStage = worked.filter { model.find($0, as: Segment.self)?.stage == stage }
        let below = tree.below(segment.id)
        return inStage.isEmpty
            || inStage.contains { below.contains($0) || tree.below($0).contains(segment.id) }
    }
}
