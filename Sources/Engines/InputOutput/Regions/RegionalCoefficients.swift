import Foundation
public import Kernels

/// Coefficients of a region estimated from a national table and the region's sizes, by location quotients.
///
/// SLQ_i = (x_i^r / x^r) / (x_i^n / x^n); CILQ_ij = SLQ_i / SLQ_j, on the diagonal SLQ_i; FLQ = λ CILQ with λ = [log₂(1 + x^r / x^n)]^δ;
/// AFLQ = FLQ log₂(1 + SLQ_j) where SLQ_j > 1. The regional coefficient is min(1, q) a_ij: what the region cannot supply
/// is bought elsewhere. A sector that the region lacks has no row, and but for the simple
/// quotient no column. Round 1983; Flegg & Webber 1997
/// (Regional Studies 31:795), 2000 (34:563).
public struct RegionalCoefficients: Sendable, Equatable {
    /// Which quotient.
    public enum Method: Sendable, Equatable {
        /// Simple: the supplier's quotient.
        case simple
        /// Cross-industry: supplier against buyer.
        case crossIndustry
        /// Flegg's, with the exponent δ of the region's size, 0 …< 1; 0.3 is usual and no constant of nature.
        case flegg(delta: Double)
        /// Flegg's, augmented for specialized buyers.
        case augmentedFlegg(delta: Double)
    }

    /// Why there is no estimate.
    public enum Problem: Error, Sendable, Equatable {
        /// Lists of other sizes than the table.
        case shape(national: Int, regional: Int, rows: Int, columns: Int)
        /// An output is negative or not finite. `regional` says whose.
        case badOutput(regional: Bool, sector: Int, Double)
        /// The region makes more of something than the nation.
        case regionAboveNation(sector: Int, regional: Double, national: Double)
        /// The nation or the region makes nothing.
        case noOutput(regional: Bool)
        /// δ is not in 0 ..< 1.
        case badExponent(Double)
    }

    /// The regional coefficients: what a sector of the region buys in the region for a unit of its output.
    public let coefficients: DenseMatrix
    /// SLQ of each sector; `nil` where the nation makes nothing.
    public let quotients: [Double?]
    /// λ; 1 where the method has none.
    public let sizeFactor: Double

    /// Estimates the coefficients.
    ///
    /// - Parameters:
    ///   - national: A of the nation, domestic where known.
    ///   - nationalOutput, regionalOutput: Output, or jobs, of each sector.
    public static func run(
        national: DenseMatrix, nationalOutput: [Double], regionalOutput: [Double], _ method: Method
    ) -> Result<RegionalCoefficients, Problem> {
        let count = nationalOutput.count
        guard regionalOutput.count == count, national.rowCount == count, national.columnCount == count else {
            return .failure(
                .shape(
                    national: count, regional: regionalOutput.count, rows: national.rowCount,
                    columns: national.columnCount))
        }
        for sector in 0..<count {
            let whole = nationalOutput[sector]
            let part = regionalOutput[sector]
            if !(whole >= 0 && whole.isFinite) {
                return .failure(.badOutput(regional: false, sector: sector, whole))
            }
            if !(part >= 0 && part.isFinite) {
                return .failure(.badOutput(regional: true, sector: sector, part))
            }
            if part > whole * (1 + 1e-9) {
                return .failure(.regionAboveNation(sector: sector, regional: part, national: whole))
            }
        }
        let whole = nationalOutput.compensatedSum
        let part = regionalOutput.compensatedSum
        guard whole > 0 else { return .failure(.noOutput(regional: false)) }
        guard part > 0 else { return .failure(.noOutput(regional: true)) }
        var sizeFactor = 1.0
        switch method {
        case .flegg(let delta), .augmentedFlegg(let delta):
            guard delta >= 0, delta < 1 else { return .failure(.badExponent(delta)) }
            sizeFactor = pow(log2(1 + part / whole), delta)
        case .simple, .crossIndustry: break
        }
        let quotients = (0..<count).map { sector -> Double? in
            nationalOutput[sector] > 0
                ? (regionalOutput[sector] / part) / (nationalOutput[sector] / whole) : nil
        }
        var coefficients = national
        for row in 0..<count {
            let supplier = quotients[row] ?? 0
            for column in 0..<count {
                let buyer = quotients[column] ?? 0
                let quotient = method.quotient(supplier, buyer, diagonal: row == column, sizeFactor)
                coefficients[row, column] *= min(1, quotient)
            }
        }
        return .success(
            RegionalCoefficients(coefficients: coefficients, quotients: quotients, sizeFactor: sizeFactor))
    }
}

extension RegionalCoefficients.Method {
    /// The quotient of a cell before it is cut at 1; 0 where the buyer is not there.
    func quotient(_ supplier: Double, _ buyer: Double, diagonal: Bool, _ sizeFactor: Double) -> Double {
        if case .simple = self { return supplier }
        guard buyer > 0 else { return 0 }
        let cross = sizeFactor * (diagonal ? supplier : supplier / buyer)
        if case .augmentedFlegg = self, buyer > 1 { return cross * log2(1 + buyer) }
        return cross
    }
}
