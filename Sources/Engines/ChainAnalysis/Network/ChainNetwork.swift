public import Ecosystem
public import Kernels

/// Who supplies whom as one graph, from a data package or from a network folder.
public struct ChainNetwork: Sendable {
    /// A firm, or a region or product that stands for firms that are not named.
    public struct Member: Sendable, Hashable {
        /// Its id.
        public let id: String
        /// Whether it is a firm by name.
        public let isFirm: Bool
        /// Its segment or sector, as a place in ``ChainNetwork/segments``; `nil` where none is on record.
        public let segment: Int?
        /// Where it is, as a place in ``ChainNetwork/regions``; `nil` where that is not on record, or in several.
        public let region: Int?
    }

    /// One supply as it is on record.
    public struct Supply: Sendable, Hashable {
        /// The supplier's place in ``ChainNetwork/members``.
        public let supplier: Int
        /// The customer's place.
        public let customer: Int
        /// What is supplied, as a place in ``ChainNetwork/segments``; `nil` where it is not said.
        public let segment: Int?
        /// Its value; `nil` where none is on record.
        public let value: Double?
    }

    /// Firms and places in order of their ids, or of the file.
    public let members: [Member]
    /// Ids of segments, or names of sectors.
    public let segments: [String]
    /// Ids or names of regions.
    public let regions: [String]
    /// Every supply as it is on record, those of a firm to itself with them.
    public let supplies: [Supply]
    /// One link from each supplier to each of its customers, weighted by value where all supplies have one.
    public let graph: DirectedGraph
    /// Whether every supply has a value in one unit.
    public let hasValues: Bool
    /// The unit of the values; `nil` where there are none, or none is said.
    public let unit: String?

    init(members: [Member], segments: [String], regions: [String], supplies: [Supply], unit: String?) {
        self.members = members
        self.segments = segments
        self.regions = regions
        self.supplies = supplies
        let hasValues =
            !supplies.isEmpty && supplies.allSatisfy { $0.value.map { $0 >= 0 && $0.isFinite } ?? false }
        self.hasValues = hasValues
        self.unit = hasValues ? unit : nil
        let whole = try? DirectedGraph(
            nodeCount: members.count, sources: supplies.map { Int32($0.supplier) },
            targets: supplies.map { Int32($0.customer) },
            weights: hasValues ? supplies.map { $0.value ?? 0 } : nil)
        graph = (whole ?? DirectedGraph(nodeCount: members.count)).simplified()
    }

    /// The supplies of one date of a network folder; what a firm supplies is its sector.
    ///
    /// - Parameter earlier: take the links of the earlier date; `nil` where there are none.
    /// - Complexity: O(n + m).
    public init?(_ network: SupplyNetwork, earlier: Bool = false) {
        let now = SupplyNetwork.Links(
            suppliers: network.suppliers, customers: network.customers, values: network.values)
        guard let links = earlier ? network.earlier : now else { return nil }
        let members = network.firms.indices.map { firm -> Member in
            let place = network.places.map { Int($0.regionOfFirm[firm]) } ?? -1
            return Member(
                id: network.firms[firm], isFirm: true, segment: Int(network.sectorOfFirm[firm]),
                region: place >= 0 ? place : nil)
        }
        self.init(
            members: members, segments: network.sectors, regions: network.places?.regions ?? [],
            supplies: links.values.indices.map { link in
                let supplier = Int(links.suppliers[link])
                return Supply(
                    supplier: supplier, customer: Int(links.customers[link]),
                    segment: Int(network.sectorOfFirm[supplier]), value: links.values[link])
            }, unit: nil)
    }

    /// The supplies on record in a data package; only what holds now is read.
    ///
    /// A firm is in a region of the package where all its places lie there; its segment is the first of its activities,
    /// primary ones before others.
    /// - Complexity: O(records).
    public init(_ model: EcosystemModel, places: [RegionID]) {
        let web = SupplyWeb(model)
        let ids = Set(web.links.flatMap { [$0.supplier, $0.customer] }).sorted()
        let numbers = Dictionary(uniqueKeysWithValues: ids.enumerated().map { ($0.element, $0.offset) })
        let finder = MemberPlaces(model, places: places)
        var segments: [String] = []
        var segmentNumbers: [String: Int] = [:]
        func number(of segment: String?) -> Int? {
            guard let segment else { return nil }
            if let known = segmentNumbers[segment] { return known }
            segmentNumbers[segment] = segments.count
            segments.append(segment)
            return segments.count - 1
        }
        let members = ids.map { id in
            Member(
                id: id, isFirm: model.record(id: id)?.kind == .organization,
                segment: number(of: finder.segment(of: id)), region: finder.region(of: id))
        }
        let units = Set(web.links.map { $0.value == nil ? nil : $0.unit ?? "" })
        let supplies = web.links.compactMap { link -> Supply? in
            guard let supplier = numbers[link.supplier], let customer = numbers[link.customer] else {
                return nil
            }
            return Supply(
                supplier: supplier, customer: customer, segment: number(of: link.segment?.text),
                value: units.count == 1 ? link.value : nil)
        }
        self.init(
            members: members, segments: segments, regions: places.map(\.text), supplies: supplies,
            unit: units.compactMap(\.self).first.flatMap { $0.isEmpty ? nil : $0 })
    }
}
