import Kernels

/// Industrial gradient coefficients: which region stands higher on the ladder of an industry.
///
/// `IGC = LQ × CPOR` with the comparative productivity `CPOR = (x_rc / X_c) / (e_rc / E_c)`, the share of the industry's
/// output over the share of its workers; above 1 is high gradient (Dai Hongwei 戴宏伟 2003). The improved form
/// multiplies by the comparative return on capital `CCOR = (x_rc / X_c) / (k_rc / K_c)`, k the mean capital of the
/// period (Chen Rui, Xiong Bilin 陈蕊、熊必琳 2007).
public struct GradientCoefficient: Sendable, Hashable {
    /// LQ × CPOR, one row a region.
    public let values: [[Measured]]
    /// LQ × CPOR × CCOR; `nil` where no capital was handed in.
    public let improved: [[Measured]]?
    /// CPOR.
    public let productivity: [[Measured]]
    /// CCOR; `nil` where no capital was handed in.
    public let capitalReturn: [[Measured]]?
    /// What it compares with, and its zeros.
    public let conventions = Conventions(.allRegions, .emptyIsUndefined)

    /// Computes the coefficients of tables of the same shape and the same scope.
    ///
    /// No output with workers is 0; no output and no workers, or output without workers, is undefined. Ranges multiply
    /// those of the factors, an outer bound.
    /// - Throws: tables of different shape.
    /// - Complexity: O(rows × columns).
    public static func run(output: IndustryTable, employment: IndustryTable, capital: IndustryTable? = nil)
        throws(InputProblems) -> GradientCoefficient
    {
        var check = InputCheck()
        for (name, table) in [(ListName.employment, employment), (ListName.capital, capital ?? output)] {
            check.count(name, table.regionCount, output.regionCount)
            check.count(name, table.industryCount, output.industryCount)
        }
        try check.finish()
        let quotients = try LocationQuotient.run(on: output).values
        let productivity = comparative(output, employment)
        let values = multiplied(quotients, productivity)
        let returns = capital.map { comparative(output, $0) }
        return GradientCoefficient(
            values: values, improved: returns.map { multiplied(values, $0) }, productivity: productivity,
            capitalReturn: returns)
    }

    /// The share of the output over the share of an input, industry by industry.
    private static func comparative(_ output: IndustryTable, _ input: IndustryTable) -> [[Measured]] {
        var rows = [[Measured]](
            repeating: [Measured](repeating: .undefined(.zeroInput), count: output.industryCount),
            count: output.regionCount)
        for industry in 0..<output.industryCount {
            let made = Shares.of(output.industry(industry), else: .emptyIndustry)
            let used = Shares.of(input.industry(industry), else: .zeroInput)
            for region in 0..<output.regionCount {
                rows[region][industry] = divided(made[region], by: used[region])
            }
        }
        return rows
    }

    private static func divided(_ share: Measured, by input: Measured) -> Measured {
        guard let made = share.bounded else { return share }
        guard let used = input.bounded else { return input }
        guard used.value > 0 else { return .undefined(made.value > 0 ? .zeroInput : .nothingThere) }
        let value = made.value / used.value
        if made.isExact, used.isExact { return .checked(Bounded(value), else: .tooLarge) }
        return .checked(Bounded(value, in: made.range / used.range), else: .tooLarge)
    }

    private static func multiplied(_ left: [[Measured]], _ right: [[Measured]]) -> [[Measured]] {
        zip(left, right).map { one, other in
            zip(one, other).map { first, second in
                guard let a = first.bounded else { return first }
                guard let b = second.bounded else { return second }
                let value = a.value * b.value
                if a.isExact, b.isExact { return .checked(Bounded(value), else: .tooLarge) }
                return .checked(Bounded(value, in: a.range * b.range), else: .tooLarge)
            }
        }
    }
}
