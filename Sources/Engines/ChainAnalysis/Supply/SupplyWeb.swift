public import Ecosystem
import Kernels

/// Who supplies whom: every supply relation of a model, and every component whose supplier is named.
///
/// A product stands for its maker: who supplies a product supplies the maker. Only what holds now is read; planned
/// supplies are counted apart.
public struct SupplyWeb: Sendable {
    /// One supplier and one customer.
    public struct Link: Sendable {
        /// The relation or component that says so.
        public let record: Record
        /// Id of the supplier: an organization, or a region where no firm is named.
        public let supplier: String
        /// Id of the customer: an organization, a region, or a product without a maker.
        public let customer: String
        /// The product that is supplied for, where one is named.
        public let product: ProductID?

        /// The segment of what is supplied.
        public var segment: SegmentID? { record.text("segment_id").map(SegmentID.init) }
        /// What is supplied, in words.
        public var content: Localized? {
            record.kind == .component ? record.fullName : record.phrase("qualifier")
        }
        /// Value a year in `unit`; a component's value is not a year's.
        public var value: Double? { record.kind == .component ? nil : record.number("value") }
        /// The unit of the value.
        public var unit: String? { record.kind == .component ? nil : record.text("unit") }
    }

    /// Upstream to suppliers or downstream to customers.
    public enum Direction: String, Sendable, Hashable, Codable, CaseIterable {
        /// To suppliers.
        case up
        /// To customers.
        case down
    }

    /// Links in the order of the tables: relations, then components.
    public let links: [Link]
    /// Relations of supply that are planned, possible or ended.
    public let notActual: Int
    private let regions: Set<String>

    /// Reads a model.
    ///
    /// - Complexity: O(relations of supply + components).
    public init(_ model: EcosystemModel) {
        var links: [Link] = []
        var notActual = 0
        func customer(_ id: String) -> (String, ProductID?) {
            guard let product = model.find(ProductID(id), as: Product.self) else { return (id, nil) }
            return (product.organization?.text ?? id, product.id)
        }
        for relation in model.all(Relation.self, where: "predicate", is: "supplies") {
            let supplier = relation.subject
            if supplier.isEmpty || relation.object.isEmpty { continue }
            guard relation.record.isActual else {
                notActual += 1
                continue
            }
            // Segments that supply segments tell of the tree, not of firms.
            if model.record(id: supplier)?.kind == .segment { continue }
            let (buyer, product) = customer(relation.object)
            links.append(Link(record: relation.record, supplier: supplier, customer: buyer, product: product))
        }
        for component in model.all(Component.self) {
            guard let supplier = component.supplier, let product = component.product,
                component.record.isActual
            else {
                continue
            }
            let (buyer, _) = customer(product.text)
            let isTold = model.all(Relation.self, where: "subject_id", is: supplier.text).contains {
                relation in
                relation.predicate.text == "supplies" && relation.record.isActual
                    && relation.segment == component.segment && customer(relation.object).0 == buyer
            }
            if isTold { continue }
            links.append(
                Link(record: component.record, supplier: supplier.text, customer: buyer, product: product))
        }
        self.links = links
        self.notActual = notActual
        regions = Set(
            links.flatMap { [$0.supplier, $0.customer] }.filter { model.record(id: $0)?.kind == .region })
    }

    /// Of some organizations, the one with the most named firms among its direct suppliers, then with the most links;
    /// the first id where several are level. `nil` where nobody is supplied.
    public func mostSupplied(_ candidates: [OrganizationID]) -> OrganizationID? {
        var firms: [String: Set<String>] = [:]
        var counts: [String: Int] = [:]
        for link in links {
            counts[link.customer, default: 0] += 1
            if !regions.contains(link.supplier) { firms[link.customer, default: []].insert(link.supplier) }
        }
        func rank(_ id: OrganizationID) -> (Int, Int) { (firms[id.text]?.count ?? 0, counts[id.text] ?? 0) }
        return candidates.filter { counts[$0.text] != nil }.sorted().max { rank($0) < rank($1) }
            .map { best in candidates.sorted().first { rank($0) == rank(best) } ?? best }
    }

    /// The paths from an organization, at most `depth` links long.
    ///
    /// A region stands for firms that are not named: a path ends there and does not go on through it.
    /// - Parameter limit: paths listed at most.
    public func paths(from start: String, _ direction: Direction, depth: Int, limit: Int = 2_000)
        -> SupplyPaths
    {
        var numbers: [String: Int] = [:]
        var nodes: [String] = []
        for id in Set(links.flatMap { [$0.supplier, $0.customer] } + [start]).sorted() {
            numbers[id] = nodes.count
            nodes.append(id)
        }
        var walked: [Link] = []
        var edges: [AdjacencyGraph.Link] = []
        for link in links {
            let (from, to) =
                direction == .up ? (link.customer, link.supplier) : (link.supplier, link.customer)
            guard let first = numbers[from], let second = numbers[to] else { continue }
            if regions.contains(from), from != start { continue }
            walked.append(link)
            edges.append(AdjacencyGraph.Link(from: first, to: second))
        }
        guard let begin = numbers[start],
            let graph = try? AdjacencyGraph(nodeCount: nodes.count, links: edges)
        else {
            return SupplyPaths(direction: direction, tiers: [], links: [], paths: [], isComplete: true)
        }
        let layers = graph.layers(from: begin, upTo: depth)
        var tiered: [(tier: Int, link: Link)] = []
        for (tier, layer) in layers.enumerated() where tier < depth {
            for node in layer {
                for place in graph.places(from: node) {
                    tiered.append((tier + 1, walked[graph.numbers[place]]))
                }
            }
        }
        let found = graph.paths(from: begin, upTo: depth, limit: limit)
        // A path that another one continues is told by the longer one.
        var continued: Set<[Int]> = []
        for path in found.nodes where path.count > 2 { continued.insert(Array(path.dropLast())) }
        var seen: Set<[Int]> = []
        let ends = found.nodes.filter { !continued.contains($0) && seen.insert($0).inserted }
        return SupplyPaths(
            direction: direction, tiers: layers.dropFirst().map { layer in layer.map { nodes[$0] } },
            links: tiered.map { SupplyPaths.TieredLink(tier: $0.tier, link: $0.link) },
            paths: ends.map { path in path.map { nodes[$0] } }, isComplete: found.isComplete)
    }
}

/// What was found in one direction from an organization.
public struct SupplyPaths: Sendable {
    /// A link with its distance from the start.
    public struct TieredLink: Sendable {
        /// 1 for direct suppliers or customers, 2 for theirs.
        public let tier: Int
        /// The link.
        public let link: SupplyWeb.Link
    }

    /// Where the paths go.
    public let direction: SupplyWeb.Direction
    /// Ids at 1, 2, 3 … links by the shortest way, each sorted.
    public let tiers: [[String]]
    /// Links in order of their tier.
    public let links: [TieredLink]
    /// Paths from the start to their ends, shorter ones first.
    public let paths: [[String]]
    /// Whether all paths are listed.
    public let isComplete: Bool
}
