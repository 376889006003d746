public import Ecosystem
import Kernels

/// What is wrong or odd about a table, told before anything is computed from it.
public struct TableBalance: Sendable, Equatable {
    /// How much a finding weighs.
    public enum Weight: String, Sendable, Codable {
        /// Nothing can be computed.
        case error
        /// Results stand, but the table should be looked at.
        case warning
        /// Nothing is wrong; results say how it was treated.
        case note
    }

    /// What was found.
    public enum Kind: String, Sendable, Codable, CaseIterable {
        /// There is no sector.
        case empty
        /// A number is not finite.
        case notFinite
        /// A sector sells less than nothing in all.
        case negativeOutput
        /// There is one sector: linkages compare it with itself.
        case oneSector
        /// A sector makes nothing; its coefficients are 0.
        case noOutput
        /// A sector makes nothing and yet buys.
        case idleInputs
        /// A flow between sectors is negative.
        case negativeFlow
        /// A sector sells more than nothing in all, but final demand takes less than nothing of it.
        case negativeDemand
        /// A sector buys nothing from any sector.
        case buysNothing
        /// A sector sells nothing to any sector.
        case sellsNothing
        /// A sector buys for more than it makes, so that nothing is left for value added.
        case inputsAboveOutput
        /// Inputs, imports and value added do not add up to the output.
        case unbalanced
    }

    /// One finding, of all the sectors that it holds for.
    public struct Finding: Sendable, Equatable {
        /// What.
        public let kind: Kind
        /// How much it weighs.
        public let weight: Weight
        /// The sectors, from 0, in their order.
        public let sectors: [Int]
        /// The number that is furthest off: the most negative flow or output, the largest excess or difference.
        public let worst: Double?
    }

    /// What was found, errors first.
    public let findings: [Finding]
    /// x: the row sums of flows and final demand.
    public let output: [Double]
    /// Value added: as the accounts give it, else output less inputs (and imports where they are told apart).
    public let valueAdded: [Double]
    /// Whether ``valueAdded`` is what is left over because the table gives none.
    public let valueAddedIsResidual: Bool
    /// What each sector buys abroad: from the imported flows, else the account of imports; `nil` where the table does not
    /// tell.
    public let imports: [Double]?

    /// Whether nothing stands against computing.
    public var canCompute: Bool { !findings.contains { $0.weight == .error } }

    /// Checks a table.
    ///
    /// - Parameter tolerance: How far a column may be off, as a part of the sector's output, before it counts as
    ///   unbalanced; tables in rounded units are off by a few units.
    /// - Complexity: one pass over the table.
    public init(_ table: FlowTable, tolerance: Double = 1e-6) {
        let count = table.sectors.count
        let accounts = TableAccounts(table)
        output = table.output
        var bought = [Double](repeating: 0, count: count)
        var sold = bought
        var lowest = bought
        var abroad = table.importedFlows.map { _ in bought }
        for row in 0..<count {
            for column in 0..<count {
                let flow = table.flows[row * count + column]
                bought[column] += flow
                sold[row] += flow
                lowest[row] = min(lowest[row], flow)
                if let imported = table.importedFlows { abroad?[column] += imported[row * count + column] }
            }
        }
        if abroad == nil, let place = accounts.imports {
            abroad = Array(table.extensions[place * count..<(place + 1) * count])
        }
        imports = abroad
        let spent = bought.indices.map { bought[$0] + (abroad?[$0] ?? 0) }
        let stated = accounts.valueAdded.map { Array(table.extensions[$0 * count..<($0 + 1) * count]) }
        valueAddedIsResidual = stated == nil
        let residual = zip(output, spent).map(-)
        valueAdded = stated ?? residual
        let made = output
        var found: [Finding] = []
        func add(_ kind: Kind, _ weight: Weight, worst: ((Int) -> Double)? = nil, where holds: (Int) -> Bool)
        {
            let sectors = (0..<count).filter(holds)
            guard !sectors.isEmpty else { return }
            found.append(
                Finding(
                    kind: kind, weight: weight, sectors: sectors,
                    worst: worst.flatMap { worst in
                        sectors.map(worst).max { $0.magnitude < $1.magnitude }
                    }))
        }
        if count == 0 { found.append(Finding(kind: .empty, weight: .error, sectors: [], worst: nil)) }
        add(.notFinite, .error) { !made[$0].isFinite || !bought[$0].isFinite || !spent[$0].isFinite }
        add(.negativeOutput, .error, worst: { made[$0] }) { made[$0] < 0 }
        add(.idleInputs, .warning, worst: { spent[$0] }) { made[$0] == 0 && spent[$0] != 0 }
        add(.negativeFlow, .warning, worst: { lowest[$0] }) { lowest[$0] < 0 }
        add(.inputsAboveOutput, .warning, worst: { spent[$0] - made[$0] }) {
            made[$0] > 0 && spent[$0] > made[$0] * (1 + tolerance)
        }
        if let stated {
            // Without the imports told apart, what inputs and value added leave open may be imports.
            add(.unbalanced, .warning, worst: { spent[$0] + stated[$0] - made[$0] }) {
                abs(spent[$0] + stated[$0] - made[$0]) > tolerance * max(made[$0], 1e-300)
            }
        }
        if count == 1 { add(.oneSector, .note) { _ in true } }
        add(.noOutput, .note) { made[$0] == 0 }
        add(.negativeDemand, .note, worst: { made[$0] - sold[$0] }) { made[$0] >= 0 && made[$0] < sold[$0] }
        add(.buysNothing, .note) { made[$0] > 0 && bought[$0] == 0 }
        add(.sellsNothing, .note) { made[$0] > 0 && sold[$0] == 0 }
        findings = found
    }
}
