import Foundation

/// How far two ways to group the same nodes agree.
public struct PartitionAgreement: Sendable, Hashable {
    /// The adjusted Rand index: 1 for the same groups, about 0 for chance; `nil` where it has no meaning (one group, or
    /// all alone, in both).
    ///
    /// Source: L. Hubert, P. Arabie, “Comparing partitions”, Journal of Classification 2 (1985), 193–218.
    public let adjustedRand: Double?
    /// Mutual information over the mean of the two entropies, 0…1; `nil` where both entropies are 0.
    ///
    /// Source: L. Danon et al., Journal of Statistical Mechanics (2005), P09008.
    public let mutualInformation: Double?

    /// Compares the groups that equally many nodes are in; `nil` where they are not equally many, or none.
    ///
    /// - Complexity: O(n log n).
    public init?(_ first: [Int], _ second: [Int]) {
        guard first.count == second.count, !first.isEmpty else { return nil }
        let pairs = PartitionAgreement.counts(zip(first, second).map { [$0, $1] })
        let (ones, twos) = (
            PartitionAgreement.counts(first.map { [$0] }), PartitionAgreement.counts(second.map { [$0] })
        )
        func choose(_ counts: [Int]) -> Double {
            counts.map { Double($0) * Double($0 - 1) / 2 }.compensatedSum
        }
        let all = choose([first.count])
        let (both, one, two) = (choose(pairs), choose(ones), choose(twos))
        let expected = all > 0 ? one * two / all : 0
        let most = (one + two) / 2
        adjustedRand = most > expected ? (both - expected) / (most - expected) : nil
        let total = Double(first.count)
        func entropy(_ counts: [Int]) -> Double {
            -counts.map { Double($0) / total * log(Double($0) / total) }.compensatedSum
        }
        let (left, right, joint) = (entropy(ones), entropy(twos), entropy(pairs))
        mutualInformation =
            left + right > 0 ? min(1, max(0, 2 * (left + right - joint) / (left + right))) : nil
    }

    /// How often each key occurs, in order of the keys.
    private static func counts(_ keys: [[Int]]) -> [Int] {
        var counts: [Int] = []
        var last: [Int]?
        for key in keys.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
            if key == last { counts[counts.count - 1] += 1 } else { counts.append(1) }
            last = key
        }
        return counts
    }
}
