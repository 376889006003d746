import Ecosystem
import InputOutput
import Kernels

/// One method's estimate of one region.
struct RegionalEstimate {
    /// What the region makes of each product, in the table's money.
    let output: [Double]
    /// What a sector of the region buys in the region for a unit of its output.
    let coefficients: DenseMatrix
    /// The technique that they are a part of.
    let technique: DenseMatrix
    /// SLQ of each sector.
    let quotients: [Double?]
    /// λ; `nil` where the method has none.
    let sizeFactor: Double?
    /// The region's trade by CHARM.
    let trade: CrossHauling?
    /// What part of the same inputs the nation supplies itself; `nil` where the technique holds no imports.
    let nationShare: Double?

    /// What sectors buy in the region.
    var flows: DenseMatrix {
        var flows = coefficients
        flows.scaleColumns(by: output)
        return flows
    }

    /// What is left of each sector's output for final use and for sale elsewhere.
    var left: [Double] { zip(output, flows.rowSums).map(-) }

    /// Sectors that would sell more to the region's sectors than they make, rounding set aside.
    var oversold: [Int] {
        let left = left
        return output.indices.filter { left[$0] < -1e-9 * max(output[$0], 1) }
    }

    /// What part of the inputs comes from the region; `nil` where there are none.
    var localShare: Double? {
        let local = zip(coefficients.columnSums, output).map(*).compensatedSum
        let all = zip(technique.columnSums, output).map(*).compensatedSum
        return all > 0 ? local / all : nil
    }

    /// Column sums of (1 − A^r)⁻¹; `nil` where the estimate is not productive.
    var multipliers: [Double]? {
        guard let system = try? ProductionSystem(flows: coefficients, output: output.map { _ in 1 }),
            let solver = try? system.solver()
        else { return nil }
        return solver.content(of: output.map { _ in 1 })
    }
}

/// Why a method gives no estimate of a region, in words.
struct NoEstimate: Error {
    let words: Localized
}
