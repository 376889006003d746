/// A directed network in which the loss of a node spreads to those it supplies and to those that supply it.
///
/// Model: C. Diem, A. Borsos, T. Reisch, J. Kertész, S. Thurner, “Quantifying firm-level economic systemic risk from
/// nation-wide supply networks”, Scientific Reports 12 (2022) 7719. A node's size is what it sells over its links; a link
/// of value W from i to j hands the loss of i on to j (downstream) by a share that depends on how much the group of j
/// needs the group of i, and the loss of j on to i (upstream) by W / denominator of i. Nodes of one pool can stand in for
/// each other downstream.
public struct CascadeProblem: Sendable {
    /// How much a group needs an input: 0 not at all, 1 a part is lost with it, 2 nothing works without it.
    public typealias Need = UInt8

    /// How many nodes there are.
    public let nodeCount: Int
    /// Where each link starts.
    public let suppliers: [Int32]
    /// Where it ends.
    public let customers: [Int32]
    /// Its value, not negative and finite.
    public let values: [Double]
    /// The group of each node.
    public let groups: [Int32]
    /// How many groups there are.
    public let groupCount: Int
    /// Row = group of the input, column = group of the user, row by row.
    public let needs: [Need]
    /// The pool of each node.
    public let pools: [Int32]
    /// How many pools there are.
    public let poolCount: Int
    /// What a node's sales are divided by upstream; 0 hands nothing on. Where `nil`, its size.
    public let denominators: [Double]?
    /// Whether nodes of one pool stand in for each other.
    public let isSubstituting: Bool

    /// A network; `nil` where lists do not fit together, a place is out of range, or a value is negative or not finite.
    public init?(
        nodeCount: Int, suppliers: [Int32], customers: [Int32], values: [Double], groups: [Int32],
        groupCount: Int, needs: [Need], pools: [Int32]? = nil, poolCount: Int? = nil,
        denominators: [Double]? = nil, isSubstituting: Bool = true
    ) {
        let nodes = 0..<Int32(clamping: nodeCount)
        let pools = pools ?? groups
        let poolCount = poolCount ?? groupCount
        guard nodeCount >= 0, suppliers.count == values.count, customers.count == values.count,
            suppliers.allSatisfy(nodes.contains), customers.allSatisfy(nodes.contains),
            values.allSatisfy({ $0 >= 0 && $0.isFinite }), groups.count == nodeCount,
            groups.allSatisfy((0..<Int32(clamping: groupCount)).contains),
            needs.count == groupCount * groupCount, needs.allSatisfy({ $0 <= 2 }),
            pools.count == nodeCount, pools.allSatisfy((0..<Int32(clamping: poolCount)).contains),
            denominators.map({ $0.count == nodeCount && $0.allSatisfy { $0 >= 0 && $0.isFinite } }) ?? true,
            values.count < Int(Int32.max)
        else { return nil }
        self.nodeCount = nodeCount
        self.suppliers = suppliers
        self.customers = customers
        self.values = values
        self.groups = groups
        self.groupCount = groupCount
        self.needs = needs
        self.pools = pools
        self.poolCount = poolCount
        self.denominators = denominators
        self.isSubstituting = isSubstituting
    }

    /// What each node sells over its links.
    ///
    /// - Complexity: one pass over the links.
    public var sizes: [Double] {
        var sizes = [Double](repeating: 0, count: nodeCount)
        for (supplier, value) in zip(suppliers, values) { sizes[Int(supplier)] += value }
        return sizes
    }
}

/// Some nodes that lose a part of what they can do.
public struct CascadeShock: Sendable, Equatable {
    /// The nodes, each once.
    public var nodes: [Int32]
    /// The part lost toward customers, 0…1, one a node.
    public var downstream: [Double]
    /// The part lost toward suppliers, 0…1, one a node.
    public var upstream: [Double]

    /// A shock; losses outside 0…1 are cut to it.
    public init(nodes: [Int32], downstream: [Double], upstream: [Double]? = nil) {
        self.nodes = nodes
        self.downstream = downstream.map { min(max($0, 0), 1) }
        self.upstream = (upstream ?? downstream).map { min(max($0, 0), 1) }
    }

    /// One node that loses everything.
    public static func alone(_ node: Int) -> CascadeShock {
        CascadeShock(nodes: [Int32(node)], downstream: [1])
    }
}
