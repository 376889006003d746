import Kernels

/// How much of a product's chain lies in a region: of its direct inputs, of its whole chain, of its value added.
///
/// Direct: Σ_{i∈R} a_ik / Σᵢ a_ik. Total: (Σ_{i∈R} L_ik − 1) / (Σᵢ L_ik − 1), the product itself not counted, where it is made
/// inside; the whole sum otherwise. Value added by origin: v_i L_ik summed by region; it adds to 1 in a table that is
/// closed (all inputs are either flows or value added).
public struct ChainLocalization: Sendable, Equatable {
    /// The part of direct inputs that comes from the region; `nil` for a product that takes none.
    public let direct: Double?
    /// The part of all inputs, direct and indirect; `nil` for a product that takes none.
    public let total: Double?
    /// Value added for a unit of final demand, by region of origin.
    public let valueAdded: [Double]
    /// All sectors' output for a unit of final demand for the product: its column of L.
    public let chain: [Double]

    /// Follows one product's chain.
    ///
    /// - Parameters:
    ///   - product: The sector whose product it is.
    ///   - inside: For each sector whether it lies in the region asked about.
    ///   - regions: For each sector the number of its region, for the origin of value added.
    ///   - valueAdded: Value added of each sector, in the money of the table.
    /// - Complexity: one solve.
    public static func run(
        _ solver: some LeontiefResponse, product: Int, inside: [Bool], regions: [Int], regionCount: Int,
        valueAdded: [Double]
    ) -> Result<ChainLocalization, TableProblem> {
        let system = solver.system
        for (name, found) in [
            ("the list of sectors inside", inside.count), ("the list of regions", regions.count),
            ("value added", valueAdded.count),
        ] where found != system.count {
            return .failure(.shape(name, found: found, expected: system.count))
        }
        guard (0..<system.count).contains(product), !regions.contains(where: { $0 < 0 || $0 >= regionCount })
        else { return .failure(.shape("the list of regions", found: regionCount, expected: regionCount)) }
        var unit = [Double](repeating: 0, count: system.count)
        unit[product] = 1
        let chain = solver.output(for: unit)
        let bought = system.flows.column(product)
        let all = bought.compensatedSum
        let near = zip(bought, inside).compactMap { $1 ? $0 : nil }.compensatedSum
        let itself = inside[product] ? 1.0 : 0
        let chainAll = chain.compensatedSum - 1
        let chainNear = zip(chain, inside).compactMap { $1 ? $0 : nil }.compensatedSum - itself
        var origin = [Double](repeating: 0, count: regionCount)
        for sector in 0..<system.count {
            origin[regions[sector]] += valueAdded[sector] * system.reciprocalOutput[sector] * chain[sector]
        }
        let takes = all > 0 && system.output[product] > 0
        return .success(
            ChainLocalization(
                direct: takes ? near / all : nil, total: takes && chainAll > 0 ? chainNear / chainAll : nil,
                valueAdded: origin, chain: chain))
    }
}
