/// A sum that keeps what rounding drops, so that it hardly depends on the order of its terms.
///
/// Source: A. Neumaier, “Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen”, ZAMM 54 (1974),
/// 39–51. Terms that are not finite make the sum what plain addition makes of it.
public struct CompensatedSum: Sendable, Hashable {
    private var total = 0.0
    private var dropped = 0.0

    /// An empty sum: 0.
    public init() {}

    /// The sum of some terms.
    public init(_ terms: some Sequence<Double>) {
        for term in terms { add(term) }
    }

    /// Adds a term.
    public mutating func add(_ term: Double) {
        let next = total + term
        if next.isFinite {
            dropped += total.magnitude >= term.magnitude ? (total - next) + term : (term - next) + total
        }
        total = next
    }

    /// The sum so far.
    public var value: Double { total.isFinite ? total + dropped : total }
}

extension Sequence<Double> {
    /// The sum of all elements, compensated for rounding.
    public var compensatedSum: Double { CompensatedSum(self).value }
}
