/// Sets of the numbers 0 ..< `count` that only ever join: weak components, grown link by link.
///
/// Source: R. Tarjan, J. van Leeuwen, “Worst-case analysis of set union algorithms”, Journal of the ACM 31 (1984),
/// with union by size and halving of paths.
public struct DisjointSets: Sendable {
    private var parents: [Int32]
    private var sizes: [Int32]

    /// Every number in a set of its own; `count` must fit 32 bits.
    public init(count: Int) {
        parents = Array(0..<Int32(clamping: max(0, count)))
        sizes = [Int32](repeating: 1, count: parents.count)
    }

    /// The number that stands for a number's set.
    public mutating func root(of number: Int) -> Int {
        parents.withUnsafeMutableBufferPointer { parents in
            var node = Int32(number)
            while parents[Int(node)] != node {
                parents[Int(node)] = parents[Int(parents[Int(node)])]
                node = parents[Int(node)]
            }
            return Int(node)
        }
    }

    /// Joins the sets of two numbers; gives the size of the set that holds both.
    @discardableResult
    public mutating func join(_ one: Int, _ two: Int) -> Int {
        var (large, small) = (root(of: one), root(of: two))
        if large == small { return Int(sizes[large]) }
        if (sizes[large], small) < (sizes[small], large) { swap(&large, &small) }
        parents[small] = Int32(large)
        sizes[large] += sizes[small]
        return Int(sizes[large])
    }

    /// The size of a number's set.
    public mutating func size(of number: Int) -> Int { Int(sizes[root(of: number)]) }
}
