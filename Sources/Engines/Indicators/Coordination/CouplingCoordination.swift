public import Kernels

/// Coupling coordination of two or more subsystems that each have a score of 0…1.
///
/// Coupling C says how even the scores are, T how high, `D = √(C · T)` both. Classic form in its right spelling (Liu
/// Chunlin 刘春林 2017 found half of 379 papers with it wrong): `C = n (Π U_i)^{1/n} / Σ U_i`, `T = Σ α_i U_i`, `Σ α_i = 1`.
/// The corrected form spreads C over the whole of 0…1: `C = √{[1 − mean_{i<j} |U_i − U_j|] · [Π (U_i / max U)]^{1/(n−1)}}`
/// (Wang Shujia 王淑佳 and others 2021, J. Nat. Resour. 36:793).
public struct CouplingCoordination: Sendable, Hashable {
    /// Which formula of C is used.
    public enum Form: String, Sendable, Hashable, Codable, CaseIterable {
        /// The classic one.
        case classic
        /// That of Wang and others 2021.
        case corrected
    }

    /// C, 0…1.
    public let coupling: Measured
    /// T, 0…1.
    public let development: Measured
    /// D, 0…1.
    public let coordination: Measured
    /// The formula of C.
    public let form: Form
    /// What it compares with, and its zeros: scores of zero make C zero, all of them by agreement.
    public let conventions = Conventions(.eachOther, .allZeroIsZero)

    /// Computes the three numbers.
    ///
    /// - Parameters:
    ///   - scores: one a subsystem, 0…1; they are never shifted away from 0.
    ///   - weights: what each counts for in T; `nil` counts all the same. They are scaled to a sum of one.
    /// - Throws: scores outside 0…1, weights that are negative or all zero, lists of different length.
    public static func run(
        on scores: [Bounded], weights: [Double]? = nil, form: Form = .classic,
        search: RangeSearch = RangeSearch()
    ) throws(InputProblems) -> CouplingCoordination {
        var check = InputCheck()
        check.within(ListName.scores, scores, 0, 1)
        let given = weights ?? scores.map { _ in 1 }
        check.count(ListName.weights, given.count, scores.count)
        check.within(ListName.weights, given.map { Bounded($0) }, 0)
        let sum = given.compensatedSum
        if sum <= 0 || !sum.isFinite, !scores.isEmpty {
            check.add(.outside(list: ListName.weights, position: 0, value: sum, low: 0, high: 1))
        }
        try check.finish()
        guard scores.count > 1 else {
            let none = Measured.undefined(.oneIndustry)
            return CouplingCoordination(coupling: none, development: none, coordination: none, form: form)
        }
        let shares = given.map { $0 / sum }
        let isZero = scores.allSatisfy { $0.value <= 0 }
        func measured(_ part: Degree.Part) -> Measured {
            let formula = Degree(part: part, form: form, weights: shares)
            if isZero {
                // By agreement 0; what it may be besides is everything that the scores allow.
                return scores.sum.isExact
                    ? Measured(0) : .value(Bounded(0, in: .unit))
            }
            let bounded = formula.result(of: scores, within: .unit, search: search)
            // Equal scores may give a C a hair above 1.
            return .checked(
                bounded.isExact ? Bounded(min(1, bounded.value)) : bounded, else: .tooLarge)
        }
        return CouplingCoordination(
            coupling: measured(.coupling), development: measured(.development),
            coordination: measured(.coordination), form: form)
    }

    private struct Degree: Formula {
        enum Part { case coupling, development, coordination }
        let part: Part
        let form: Form
        let weights: [Double]

        func result<Number: FormulaNumber>(of scores: [Number]) -> Number {
            switch part {
            case .coupling: return form == .classic ? classic(scores) : corrected(scores)
            case .development: return development(scores)
            case .coordination:
                let coupling = form == .classic ? classic(scores) : corrected(scores)
                return (coupling * development(scores)).squareRoot()
            }
        }

        private func development<Number: FormulaNumber>(_ scores: [Number]) -> Number {
            .sum(zip(scores, weights).map { $0 * Number($1) })
        }

        private func classic<Number: FormulaNumber>(_ scores: [Number]) -> Number {
            let count = Double(scores.count)
            return Number(count) * product(scores).power(1 / count) / .sum(scores)
        }

        private func corrected<Number: FormulaNumber>(_ scores: [Number]) -> Number {
            var largest = scores[0]
            var gaps: [Number] = []
            for (index, score) in scores.enumerated() {
                largest = .larger(largest, score)
                gaps += scores[..<index].map { ($0 - score).magnitude }
            }
            let mean = Number.sum(gaps) / Number(Double(gaps.count))
            let evenness = product(scores.map { $0 / largest }).power(1 / Double(scores.count - 1))
            return ((Number(1) - mean) * evenness).squareRoot()
        }

        private func product<Number: FormulaNumber>(_ numbers: [Number]) -> Number {
            numbers.dropFirst().reduce(numbers[0]) { $0 * $1 }
        }
    }
}
