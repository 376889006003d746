public import Kernels

/// How alike the structures of two regions are, or of one region at two dates.
public struct StructuralSimilarity: Sendable, Hashable {
    /// The cosine of the two structures (UNIDO 1979, “World Industry since 1960”):
    /// `Σ s_k t_k / √(Σ s_k² · Σ t_k²)`, 0…1.
    ///
    /// Levels and shares give the same. It hardly sees many small industries: read it with the other two.
    public let cosine: Measured
    /// Finger and Kreinin's (1979) overlap: `Σ min(s_k, t_k) = 1 − K/2`, 0…1.
    public let fingerKreinin: Measured
    /// Krugman's distance `K = Σ |s_k − t_k|`, 0…2.
    public let krugman: Measured

    /// What it compares with, and its zeros.
    public static let conventions = Conventions(.eachOther, .emptyIsUndefined)

    /// Compares two structures.
    ///
    /// - Throws: structures of different length.
    /// - Complexity: O(parts) for exact numbers.
    public static func run(_ one: Composition, _ other: Composition, search: RangeSearch = RangeSearch())
        throws(InputProblems) -> StructuralSimilarity
    {
        var check = InputCheck()
        check.count(ListName.values, other.count, one.count)
        try check.finish()
        if let reason = reason(one, other) {
            let none = Measured.undefined(reason)
            return StructuralSimilarity(cosine: none, fingerKreinin: none, krugman: none)
        }
        let inputs = one.inputs + other.inputs
        let split = one.inputs.count
        let cosine = Cosine(one: one, other: other, split: split)
            .result(of: inputs, within: .unit, search: search)
        let krugman = Distance(one: one, other: other, split: split)
            .result(of: inputs, within: Interval(holding: 0, 2), search: search)
        // A cosine of 1 may come out a hair above.
        let capped = Bounded(min(cosine.value, 1), in: cosine.range.intersection(.unit) ?? .unit)
        return StructuralSimilarity(
            cosine: .checked(cosine.isExact ? Bounded(min(cosine.value, 1)) : capped, else: .tooLarge),
            fingerKreinin: .checked(overlap(krugman), else: .tooLarge),
            krugman: .checked(krugman, else: .tooLarge))
    }

    /// Compares all pairs of a table's regions, in its order; the diagonal compares a region with itself.
    ///
    /// - Complexity: O(rows² × columns) for exact numbers.
    public static func pairs(of table: IndustryTable, search: RangeSearch = RangeSearch())
        throws(InputProblems) -> [[StructuralSimilarity]]
    {
        var structures: [Composition] = []
        for region in 0..<table.regionCount { structures.append(try Composition(table.region(region))) }
        return try pairs(of: structures, search: search)
    }

    private static func reason(_ one: Composition, _ other: Composition) -> Undefined? {
        if one.isEmpty || other.isEmpty { return .emptyRegion }
        return one.count < 2 ? .oneIndustry : nil
    }

    private static func overlap(_ krugman: Bounded) -> Bounded {
        let value = 1 - krugman.value / 2
        if krugman.isExact { return Bounded(value) }
        let range = Interval(holding: 1 - krugman.high / 2, 1 - krugman.low / 2)
        return Bounded(value, in: range.intersection(.unit) ?? .unit)
    }

    private struct Cosine: Formula {
        let one: Composition
        let other: Composition
        let split: Int

        func result<Number: FormulaNumber>(of inputs: [Number]) -> Number {
            let left = one.parts(of: inputs[..<split]).map { $0 * Number(1 / one.scale) }
            let right = other.parts(of: inputs[split...]).map { $0 * Number(1 / other.scale) }
            return Number.dot(left, right)
                / (Number.dot(left, left) * Number.dot(right, right)).squareRoot()
        }
    }

    private struct Distance: Formula {
        let one: Composition
        let other: Composition
        let split: Int

        func result<Number: FormulaNumber>(of inputs: [Number]) -> Number {
            let left = Number.parts(one.parts(of: inputs[..<split]))
            let right = Number.parts(other.parts(of: inputs[split...]))
            return .sum(zip(left, right).map { ($0 - $1).magnitude })
        }
    }
}
