import Kernels

/// Economic complexity of regions (ECI) and of industries (PCI).
///
/// With M the advantages, `M̃ = D_r⁻¹ M D_c⁻¹ Mᵀ`; ECI is the eigenvector of its second largest eigenvalue, scaled to mean 0
/// and standard deviation 1 (divided by n); PCI is `D_c⁻¹ Mᵀ k / λ₂` of the same eigenvector k in the units of ECI. Hidalgo,
/// Hausmann 2009; Hausmann and others 2014.
///
/// An eigenvector has no sign of its own. The rule is that ECI rises with diversity (correlation above zero); correlation
/// and eigengap stand in the result, for a small one of either means that a ranking should not be leaned on.
public struct EconomicComplexity: Sendable, Hashable {
    /// How it is computed.
    public struct Options: Sendable, Hashable {
        /// Ranges are searched where rounding leaves at most so many advantages undecided; each doubles the work.
        public var mostUndecided: Int

        /// Options.
        public init(mostUndecided: Int = 6) { self.mostUndecided = mostUndecided }
    }

    /// How the sign was chosen.
    public enum SignRule: String, Sendable, Hashable, Codable {
        /// ECI and diversity are positively correlated.
        case risesWithDiversity
        /// Diversity does not tell: the largest entry is positive.
        case largestIsPositive
    }

    /// ECI of each region.
    public let eci: [Measured]
    /// PCI of each industry.
    public let pci: [Measured]
    /// How many advantages each region has.
    public let diversity: [Int]
    /// How many regions have an advantage in each industry.
    public let ubiquity: [Int]
    /// λ₂.
    public let secondEigenvalue: Measured
    /// λ₃; 0 where there are two regions or industries only.
    public let thirdEigenvalue: Measured
    /// The correlation of ECI with diversity, over the regions that count.
    public let correlation: Measured
    /// The rule that gave the sign.
    public let signRule: SignRule
    /// Advantages that rounding leaves undecided.
    public let undecided: [Advantage.Cell]
    /// What it compares with, and its zeros.
    public let conventions: Conventions

    /// `λ₂ − λ₃`, the eigengap: the smaller, the less the ranking is marked out.
    public var eigengap: Measured {
        guard let second = secondEigenvalue.value else { return secondEigenvalue }
        return thirdEigenvalue.map { Bounded(second - $0.value) }
    }

    /// Computes ECI and PCI.
    ///
    /// Ranges are those over all matrices that rounding allows; where too many are, a number has no ends.
    /// - Complexity: O(m³ + m² M) for m the smaller, M the larger of the counts of regions and industries.
    public static func run(on advantage: Advantage, _ options: Options = Options()) -> EconomicComplexity {
        let point = Solution(advantage)
        var eci = point.eci
        var pci = point.pci
        if !advantage.undecided.isEmpty {
            let variants = advantage.variants(limit: options.mostUndecided)?.dropFirst().map { Solution($0) }
            eci = eci.indices.map { index in widened(eci[index], variants?.map { $0.eci[index] }) }
            pci = pci.indices.map { index in widened(pci[index], variants?.map { $0.pci[index] }) }
        }
        return EconomicComplexity(
            eci: eci, pci: pci, diversity: advantage.diversity, ubiquity: advantage.ubiquity,
            secondEigenvalue: point.second, thirdEigenvalue: point.third, correlation: point.correlation,
            signRule: point.signRule, undecided: advantage.undecided,
            conventions: Conventions(advantage.benchmark, .trimmed))
    }

    /// A number with all that it may be; without ends where it may be undefined or was not searched.
    static func widened(_ value: Measured, _ others: [Measured]?) -> Measured {
        value.map { bounded in
            guard let others, others.allSatisfy({ $0.value != nil }) else {
                return Bounded(bounded.value, in: .everything)
            }
            return others.compactMap(\.range).reduce(bounded) { Bounded($0.value, in: $0.range.hull($1)) }
        }
    }
}
