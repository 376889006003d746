import ChainAnalysis
public import Ecosystem

extension Suppliers {
    /// The answer.
    public struct Result: Codable, Sendable {
        /// The sum of a tier in one unit.
        public struct Sum: Codable, Sendable {
            /// The unit.
            public var unit: String
            /// Value a year.
            public var value: Double
            /// Links that have a value in this unit.
            public var links: Int
        }

        /// One tier.
        public struct Tier: Codable, Sendable {
            /// 1 for direct suppliers or customers.
            public var tier: Int
            /// Ids of organizations, regions and products at this distance.
            public var members: [String]
            /// Of these, named firms; the others are places that stand for firms that are not named.
            public var firms: Int
            /// Links of this tier.
            public var links: Int
            /// Sums a unit.
            public var values: [Sum]
            /// Links without a value.
            public var withoutValue: Int
        }

        /// One link.
        public struct Link: Codable, Sendable {
            /// Id of the relation or component.
            public var record: String
            /// Who supplies: an organization, or a region where no firm is named.
            public var supplier: String
            /// Who is supplied.
            public var customer: String
            /// Its tier.
            public var tier: Int
            /// The product it is for.
            public var product: ProductID?
            /// The segment of what is supplied.
            public var segment: SegmentID?
            /// Value a year in `unit`.
            public var value: Double?
            /// The unit of the value.
            public var unit: String?
            /// How it is known.
            public var basis: Basis
        }

        /// One direction.
        public struct Side: Codable, Sendable {
            /// `up` to suppliers or `down` to customers.
            public var direction: String
            /// Tiers that are on record, at most as many as asked for.
            public var namedTiers: Int
            /// The tiers.
            public var tiers: [Tier]
            /// Links by tier.
            public var links: [Link]
            /// Paths from the organization to their ends, as ids.
            public var paths: [[String]]
            /// Whether all paths are listed.
            public var isComplete: Bool
        }

        /// The same of another package.
        public struct Compared: Codable, Sendable {
            /// The package's id.
            public var package: String
            /// Its organization with most suppliers on record.
            public var organization: OrganizationID?
            /// Its direct suppliers.
            public var suppliers: Int
            /// Its direct customers.
            public var customers: Int
            /// Tiers of suppliers on record.
            public var namedTiers: Int
        }

        /// The organization; absent where the package has no supply relation.
        public var organization: OrganizationID?
        /// How many tiers were asked for.
        public var depth: Int
        /// Suppliers, then customers, as asked for.
        public var sides: [Side]
        /// Supply relations of the package that are planned, possible or ended, and not followed.
        public var notActual: Int
        /// Corrections that concern what is shown.
        public var corrections: [CorrectionID]
        /// Other packages.
        public var compare: [Compared]
    }

    /// Follows the links.
    public func result(on input: StudyInput) throws -> Result {
        let model = input.model
        try input.progress.advance(to: 0, Localized("reading supply relations", "读取供应关系"))
        let web = SupplyWeb(model)
        let depth = input.parameters.integer("depth") ?? 3
        let organization = input.parameters.text("organization").map(OrganizationID.init)
        var sides: [Result.Side] = []
        if let organization {
            for direction in Suppliers.directions(input) {
                try input.progress.advance(to: 0.5, Localized("following links", "追溯连线"))
                sides.append(
                    Suppliers.side(web.paths(from: organization.text, direction, depth: depth), in: model))
            }
        }
        let shown = sides.flatMap(\.links).flatMap { [$0.record, $0.supplier, $0.customer] }
            .filter { model.record(id: $0)?.kind != .region }
        let concerned = model.corrections(concerning: shown + [organization?.text].compactMap { $0 })
        return Result(
            organization: organization, depth: depth, sides: sides, notActual: web.notActual,
            corrections: concerned.map { CorrectionID($0.id) },
            compare: input.others.map { Suppliers.compared($0, depth: depth) })
    }

    /// Where to go, as asked for.
    static func directions(_ input: StudyInput) -> [SupplyWeb.Direction] {
        switch input.parameters.text("direction") {
        case "up": [.up]
        case "down": [.down]
        default: [.up, .down]
        }
    }

    private static func side(_ paths: SupplyPaths, in model: EcosystemModel) -> Result.Side {
        let tiers = paths.tiers.enumerated().map { index, members -> Result.Tier in
            let links = paths.links.filter { $0.tier == index + 1 }.map(\.link)
            var sums: [Result.Sum] = []
            for link in links {
                guard let value = link.value else { continue }
                let unit = link.unit ?? ""
                if let known = sums.firstIndex(where: { $0.unit == unit }) {
                    sums[known].value += value
                    sums[known].links += 1
                } else {
                    sums.append(Result.Sum(unit: unit, value: value, links: 1))
                }
            }
            return Result.Tier(
                tier: index + 1, members: members,
                firms: members.count { model.record(id: $0)?.kind != .region }, links: links.count,
                values: sums,
                withoutValue: links.count { $0.value == nil })
        }
        return Result.Side(
            direction: paths.direction.rawValue, namedTiers: paths.tiers.count, tiers: tiers,
            links: paths.links.map { tiered in
                let link = tiered.link
                return Result.Link(
                    record: link.record.id, supplier: link.supplier, customer: link.customer,
                    tier: tiered.tier,
                    product: link.product, segment: link.segment, value: link.value, unit: link.unit,
                    basis: link.record.knownBasis)
            }, paths: paths.paths, isComplete: paths.isComplete)
    }

    private static func compared(_ model: EcosystemModel, depth: Int) -> Result.Compared {
        let web = SupplyWeb(model)
        let organization = defaultOrganization(of: model)
        let up = organization.map { web.paths(from: $0.text, .up, depth: depth) }
        let down = organization.map { web.paths(from: $0.text, .down, depth: depth) }
        return Result.Compared(
            package: model.identity.id, organization: organization, suppliers: up?.tiers.first?.count ?? 0,
            customers: down?.tiers.first?.count ?? 0, namedTiers: up?.tiers.count ?? 0)
    }
}
