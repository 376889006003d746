public import Ecosystem
import Kernels

extension ProductionSystem {
    /// What flows of a table are taken for inputs.
    public enum Inputs: Sendable, Equatable {
        /// What is made at home, imports left out where the table tells them apart: multipliers count the economy's own output.
        case domestic
        /// Home and imported products together: the technique, as if nothing leaked abroad.
        case all
    }

    /// The system of a table. The flows of the table are not copied for domestic inputs.
    ///
    /// - Throws: ``TableProblem`` for no sector, numbers that are not finite, negative output.
    public init(_ table: FlowTable, inputs: Inputs = .domestic) throws(TableProblem) {
        let count = table.sectors.count
        var flows = table.flows
        if inputs == .all, let imported = table.importedFlows {
            for place in flows.indices { flows[place] += imported[place] }
        }
        guard let matrix = try? DenseMatrix(rows: count, columns: count, values: flows) else {
            throw .shape("the matrix of flows", found: flows.count, expected: count * count)
        }
        try self.init(flows: matrix, output: table.output)
    }
}
