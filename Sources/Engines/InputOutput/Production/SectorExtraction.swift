import Kernels

/// What output is lost when one sector leaves the table, for every sector, by closed forms from one inverse.
///
/// With l = L and g = G: when k buys nothing (column k of A is 0) the loss is (L_·k − e_k) x_k / l_kk; when it sells nothing
/// to sectors (row k of B is 0, primary inputs kept) it is (G_k· − e_k) x_k / g_kk; when it is gone with its final demand,
/// x_k L_·k / l_kk. They follow from one change of rank one (Sherman & Morrison 1950) of the hypothetical extraction of
/// Dietzenbacher, van der Linden & Steenge (1993) and Miller & Lahr (2001), so that no system is solved again.
public struct SectorExtraction: Sendable, Equatable {
    /// Total output lost when the sector buys nothing from sectors.
    public let backwardLoss: [Double]
    /// Total output lost when the sector sells nothing to sectors, by G.
    public let forwardLoss: [Double]
    /// Total output lost when the sector is gone, its own output and final demand with it.
    public let completeLoss: [Double]

    /// The losses of every sector.
    ///
    /// - Complexity: one pass over L.
    public init(_ inverse: LeontiefInverse) {
        let output = inverse.system.output
        let sums = inverse.matrix.columnSums
        let supported = inverse.matrix.times(output)
        let diagonal = inverse.matrix.diagonal
        backwardLoss = output.indices.map { (sums[$0] - 1) * output[$0] / diagonal[$0] }
        // Σⱼ G_kj x_k = Σⱼ L_kj x_j, and g_kk = l_kk.
        forwardLoss = output.indices.map { output[$0] > 0 ? (supported[$0] - output[$0]) / diagonal[$0] : 0 }
        completeLoss = output.indices.map { sums[$0] * output[$0] / diagonal[$0] }
    }

    /// What each sector loses when one sector buys nothing.
    public static func backwardLosses(of sector: Int, _ inverse: LeontiefInverse) -> [Double] {
        let factor = inverse.system.output[sector] / inverse.matrix[sector, sector]
        var losses = inverse.matrix.column(sector)
        losses[sector] -= 1
        return losses.map { $0 * factor }
    }

    /// What each sector loses when one sector sells nothing to sectors.
    public static func forwardLosses(of sector: Int, _ inverse: LeontiefInverse) -> [Double] {
        let output = inverse.system.output
        guard output[sector] > 0 else { return output.map { _ in 0 } }
        let diagonal = inverse.matrix[sector, sector]
        // G_kj x_k = L_kj x_j: the output of k cancels.
        var losses = zip(inverse.matrix.row(sector), output).map { $0 * $1 / diagonal }
        losses[sector] -= output[sector] / diagonal
        return losses
    }
}
