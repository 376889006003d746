import Kernels

/// How alike two lists of shares are, such as what two ports handle or where their cargo comes from.
public struct ShareOverlap: Sendable, Hashable {
    /// Shares of the first, entries that one of the two lacks left out; they sum to 1.
    public let first: [Double]
    /// Shares of the second, of the same entries.
    public let second: [Double]
    /// The places of these entries in the lists given.
    public let entries: [Int]
    /// Entries of which a number is missing.
    public let missing: Int
    /// The cosine Σ pq ÷ √(Σ p² Σ q²), 0…1: Pianka's niche overlap and the UNIDO similarity.
    ///
    /// Source: E. Pianka, “The structure of lizard communities”, Annual Review of Ecology and Systematics 4 (1973), 53–74.
    public let cosine: Double
    /// Σ min(p, q), 0…1.
    ///
    /// Source: J. M. Finger, M. E. Kreinin, “A measure of export similarity”, Economic Journal 89 (1979), 905–912.
    public let commonPart: Double
    /// Σ |p − q|, 0…2.
    ///
    /// Source: P. Krugman, Geography and Trade (1991).
    public let difference: Double

    /// Compares two lists; `nil` where they are not equally long, hold a negative or infinite number, or sum to nothing over
    /// the entries that both have.
    public init?(_ first: [Double?], _ second: [Double?]) {
        guard first.count == second.count else { return nil }
        let given = (first + second).compactMap(\.self)
        guard given.allSatisfy({ $0 >= 0 && $0.isFinite }) else { return nil }
        let entries = first.indices.filter { first[$0] != nil && second[$0] != nil }
        let (one, two) = (entries.compactMap { first[$0] }, entries.compactMap { second[$0] })
        let (oneSum, twoSum) = (one.compensatedSum, two.compensatedSum)
        guard oneSum > 0, twoSum > 0, oneSum.isFinite, twoSum.isFinite else { return nil }
        let (left, right) = (one.map { $0 / oneSum }, two.map { $0 / twoSum })
        self.first = left
        self.second = right
        self.entries = entries
        missing = first.count - entries.count
        let pairs = zip(left, right)
        let squares = left.map { $0 * $0 }.compensatedSum * right.map { $0 * $0 }.compensatedSum
        cosine = min(1, pairs.map { $0 * $1 }.compensatedSum / squares.squareRoot())
        commonPart = min(1, pairs.map { min($0, $1) }.compensatedSum)
        difference = pairs.map { abs($0 - $1) }.compensatedSum
    }
}
