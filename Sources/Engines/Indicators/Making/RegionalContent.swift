public import Kernels

/// Regional content of a product: what comes out of a region, by value, mass or number of parts, over the whole product.
///
/// What it is counted by belongs with the result: 22 % of the parts is not 22 % of the value.
public struct RegionalContent: Sendable, Hashable {
    /// What the parts are counted by.
    public enum Basis: String, Sendable, Hashable, Codable, CaseIterable {
        /// Value.
        case value
        /// Number of parts.
        case parts
        /// Mass.
        case mass
    }

    /// A part of the product.
    public struct Item: Sendable, Hashable {
        /// Its value, number or mass.
        public var amount: Bounded
        /// Whether it comes from the region; `nil` where that is not known.
        public var isRegional: Bool?

        /// A part.
        public init(amount: Bounded, isRegional: Bool?) {
            self.amount = amount
            self.isRegional = isRegional
        }
    }

    /// Regional ÷ whole among the items whose origin is known; the range is what it may be when the others are counted,
    /// none of them regional or all of them.
    public let share: Measured
    /// Items whose origin is known ÷ all items.
    public let known: Measured
    /// What the items are counted by.
    public let basis: Basis
    /// What it compares with, and its zeros.
    public let conventions = Conventions(.wholeProduct, .zeroCounts)

    /// Computes the content of a product.
    ///
    /// - Throws: amounts that are negative or not finite.
    /// - Complexity: O(items).
    public static func run(on items: [Item], basis: Basis) throws(InputProblems) -> RegionalContent {
        var check = InputCheck()
        check.within(ListName.values, items.map(\.amount), 0)
        try check.finish()
        func sum(_ isRegional: Bool?) -> Bounded {
            items.filter { $0.isRegional == isRegional }.map(\.amount).sum
        }
        let (own, other, unknown) = (sum(true), sum(false), sum(nil))
        let whole = own.value + other.value + unknown.value
        guard whole > 0, whole.isFinite else {
            let none = Measured.undefined(whole > 0 ? .tooLarge : .nothingThere)
            return RegionalContent(share: none, known: none, basis: basis)
        }
        let known = Shares.of([[own, other].sum, unknown])[0]
        guard own.value + other.value > 0 else {
            return RegionalContent(share: .undefined(.unknownInput), known: known, basis: basis)
        }
        let share = own.value / (own.value + other.value)
        if unknown.high == 0, own.isExact, other.isExact {
            return RegionalContent(share: Measured(share), known: known, basis: basis)
        }
        let none = Shares.range(of: own.range, beside: other.range + unknown.range)
        let all = Shares.range(of: own.range + unknown.range, beside: other.range)
        return RegionalContent(
            share: .value(Bounded(share, in: none.hull(all).intersection(.unit) ?? .unit)), known: known,
            basis: basis)
    }
}
