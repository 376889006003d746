import Foundation
public import Ecosystem
import Kernels

/// How two centres share the places around them, by distance alone.
///
/// Each place goes to a centre with the chance d^−β ÷ Σ d^−β. Source: D. Huff, “Defining and estimating a trading area”,
/// Journal of Marketing 28 (1964), 34–38, with equal attraction, for nothing better is on record.
public struct HinterlandSplit: Sendable, Hashable {
    /// One place.
    public struct Place: Sendable, Hashable {
        /// The way to the first centre.
        public let toFirst: Kilometres
        /// The way to the second centre.
        public let toSecond: Kilometres
        /// The chance that it goes to the first.
        public let shareOfFirst: Double
        /// Whether the farther centre is at most so much farther as is asked.
        public let isContested: Bool
    }

    /// The places, in the order given.
    public let places: [Place]
    /// Places nearer to the first.
    public var nearerFirst: Int { places.count { $0.toFirst < $0.toSecond } }
    /// Places nearer to the second.
    public var nearerSecond: Int { places.count { $0.toSecond < $0.toFirst } }
    /// Contested places.
    public var contested: Int { places.count(where: \.isContested) }
    /// The mean of 2 min(p, 1 − p): 1 where every place is torn between the two, 0 where each is sure of one; `nil` without
    /// places.
    public let overlap: Double?

    /// Splits places between two centres.
    ///
    /// - Parameters:
    ///   - exponent: β; one that is not above 0 and finite is taken as 2.
    ///   - ratio: a place is contested where the farther centre is at most so many times as far.
    public init(
        places: [GeoPoint], first: GeoPoint, second: GeoPoint, exponent: Double = 2, ratio: Double = 1.5
    ) {
        let exponent = exponent > 0 && exponent.isFinite ? exponent : 2
        self.places = places.map { place in
            let (one, two) = (place.distance(to: first), place.distance(to: second))
            let (near, far) = (min(one.value, two.value), max(one.value, two.value))
            // (d₂ ÷ d₁)^β = odds of the first; at a centre itself the chance is whole.
            let share =
                one.value == two.value
                ? 0.5
                : one.value == 0
                    ? 1 : 1 / (1 + pow(one.value / max(two.value, .leastNormalMagnitude), exponent))
            return Place(
                toFirst: one, toSecond: two, shareOfFirst: two.value == 0 && one.value > 0 ? 0 : share,
                isContested: far <= near * max(1, ratio))
        }
        overlap =
            places.isEmpty
            ? nil
            : self.places.map { 2 * min($0.shareOfFirst, 1 - $0.shareOfFirst) }.compensatedSum
                / Double(places.count)
    }
}
