import Kernels
import Solvers

/// Models drawn by seed.
enum RandomModels {
    /// min c·x, A x ≥ b, 0 ≤ x ≤ u with positive entries: feasible and bounded.
    static func covering(rows: Int, columns: Int, seed: UInt64, isWhole: Bool = false) -> LinearModel {
        var generator = SeededGenerator(seed: seed)
        var model = LinearModel(.minimize)
        let variables = (0..<columns).map { _ in
            model.addVariable(
                in: .init(0, 4), cost: 1 + (generator.nextFraction() * 9).rounded(),
                isWhole ? .integer : .continuous)
        }
        for _ in 0..<rows {
            var terms: [(LinearModel.Variable, Double)] = []
            for variable in variables where generator.nextFraction() < 0.3 {
                terms.append((variable, 1 + (generator.nextFraction() * 4).rounded()))
            }
            let most = terms.reduce(0) { $0 + $1.1 * 4 }
            model.addRow(terms, in: .atLeast((most * 0.3 * generator.nextFraction()).rounded(.down)))
        }
        return model
    }

    /// Small covering models side by side, tied by a few rows: what changes in one block seldom reaches another.
    static func blocks(count: Int, seed: UInt64) -> LinearModel {
        var generator = SeededGenerator(seed: seed)
        var model = LinearModel(.minimize)
        var blocks: [[LinearModel.Variable]] = []
        for _ in 0..<count {
            let variables = (0..<6).map { _ in
                model.addVariable(in: .init(0, 10), cost: 1 + generator.nextFraction() * 9)
            }
            for _ in 0..<4 {
                let terms = variables.filter { _ in generator.nextFraction() < 0.6 }.map {
                    ($0, 1 + generator.nextFraction())
                }
                if !terms.isEmpty {
                    model.addRow(terms, in: .atLeast(Double(terms.count) * generator.nextFraction() * 3))
                }
            }
            blocks.append(variables)
        }
        for _ in 0..<count / 2 {
            let (one, other) = (generator.next(below: count), generator.next(below: count))
            guard one != other else { continue }
            model.addRow([(blocks[one][0], 1), (blocks[other][1], 1)], in: .atMost(12))
        }
        return model
    }
}
