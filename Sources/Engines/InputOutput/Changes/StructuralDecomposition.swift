import Kernels

/// The change of a result split among the factors that changed: exactly, without a remainder.
///
/// A product of factors changes by as many different sums of effects as there are orders in which the factors can be
/// exchanged. The exact answer is their mean over all n! orders; the mean of one order and its reverse (the two polars) is
/// close and takes 2 n evaluations instead of 2ⁿ. Dietzenbacher & Los 1998 (Economic Systems Research 10:307).
public struct StructuralDecomposition: Sendable, Equatable {
    /// One effect a factor, each as long as the result: the mean over all orders.
    public let exact: [[Double]]
    /// The mean of the order given and its reverse.
    public let polar: [[Double]]
    /// The change of the result.
    public let total: [Double]

    /// The most factors: 2¹⁶ evaluations.
    public static let maximumFactors = 16

    /// Splits a change.
    ///
    /// - Parameters:
    ///   - factors: How many factors there are, 1 … 16.
    ///   - result: The result with some factors taken from the later date: factor f where bit f of the mask is set, from the
    ///     earlier one otherwise. Asked once for each mask.
    /// - Returns: `nil` where the number of factors is out of range or results differ in length.
    /// - Complexity: 2ⁿ evaluations.
    public init?(factors: Int, result: (_ later: Int) -> [Double]) {
        guard (1...Self.maximumFactors).contains(factors) else { return nil }
        let results = (0..<1 << factors).map(result)
        guard let first = results.first, let last = results.last,
            results.allSatisfy({ $0.count == first.count })
        else { return nil }
        // A set of s factors stands before factor f in s! (n − 1 − s)! of n! orders.
        var weights = [Double](repeating: 1 / Double(factors), count: factors)
        for size in 1..<max(1, factors) {
            weights[size] = weights[size - 1] * Double(size) / Double(factors - size)
        }
        let zero = [[Double]](repeating: [Double](repeating: 0, count: first.count), count: factors)
        var exact = zero
        for factor in 0..<factors {
            for mask in results.indices where mask & (1 << factor) == 0 {
                let weight = weights[mask.nonzeroBitCount]
                let after = results[mask | 1 << factor]
                for place in first.indices {
                    exact[factor][place] += weight * (after[place] - results[mask][place])
                }
            }
        }
        var polar = zero
        for factor in 0..<factors {
            let before = (1 << factor) - 1
            let behind = (1 << factors) - 1 - before - (1 << factor)
            for mask in [before, behind] {
                let after = results[mask | 1 << factor]
                for place in first.indices {
                    polar[factor][place] += (after[place] - results[mask][place]) / 2
                }
            }
        }
        self.exact = exact
        self.polar = polar
        total = zip(last, first).map(-)
    }

    /// Splits the change of output between two dates into technology L and final demand y: x = L y.
    ///
    /// - Returns: `nil` where the two systems or demands differ in size.
    public static func output(
        earlier: LeontiefSolver, earlierDemand: [Double], later: LeontiefSolver, laterDemand: [Double]
    ) -> StructuralDecomposition? {
        let count = earlier.system.count
        guard later.system.count == count, earlierDemand.count == count, laterDemand.count == count else {
            return nil
        }
        return StructuralDecomposition(factors: 2) { mask in
            (mask & 1 == 0 ? earlier : later).output(for: mask & 2 == 0 ? earlierDemand : laterDemand)
        }
    }

    /// Splits the change of an account into its intensity s, technology L and final demand y: v = s L y, one number.
    ///
    /// - Returns: `nil` where sizes differ.
    public static func account(
        earlier: LeontiefSolver, earlierIntensity: [Double], earlierDemand: [Double], later: LeontiefSolver,
        laterIntensity: [Double], laterDemand: [Double]
    ) -> StructuralDecomposition? {
        let count = earlier.system.count
        let lists = [earlierIntensity, earlierDemand, laterIntensity, laterDemand, later.system.output]
        guard lists.allSatisfy({ $0.count == count }) else { return nil }
        return StructuralDecomposition(factors: 3) { mask in
            let output = (mask & 2 == 0 ? earlier : later).output(
                for: mask & 4 == 0 ? earlierDemand : laterDemand)
            return [zip(mask & 1 == 0 ? earlierIntensity : laterIntensity, output).map(*).compensatedSum]
        }
    }
}
