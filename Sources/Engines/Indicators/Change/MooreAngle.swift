import Foundation
public import Kernels

/// Moore's angle: how far a structure has turned between two dates, in degrees.
///
/// `θ = arccos(Σ s_k t_k / √(Σ s_k² Σ t_k²))`, 0° for the same structure, 90° for nothing in common. Moore 1978, Rev. Income
/// Wealth 24:105.
public struct MooreAngle: Sendable, Hashable {
    /// The angle in degrees, 0…90.
    public let degrees: Measured
    /// What it compares with, and its zeros.
    public let conventions = Conventions(.start, .emptyIsUndefined)

    /// Computes the angle between two structures.
    ///
    /// - Throws: structures of different length.
    public static func run(
        from start: Composition, to end: Composition, search: RangeSearch = RangeSearch()
    ) throws(InputProblems) -> MooreAngle {
        let cosine = try StructuralSimilarity.run(start, end, search: search).cosine
        guard let bounded = cosine.bounded else { return MooreAngle(degrees: cosine) }
        // Near 0° the arc cosine loses half of the digits; the chord of unit vectors keeps them.
        let value = angle(start.parts.values, end.parts.values)
        if bounded.isExact { return MooreAngle(degrees: Measured(value)) }
        func degrees(_ cosine: Double) -> Double { acos(min(max(cosine, -1), 1)) * 180 / .pi }
        let range = Interval(holding: degrees(bounded.high), degrees(bounded.low)).widened
        return MooreAngle(
            degrees: .value(
                Bounded(value, in: range.intersection(Interval(holding: 0, 90)) ?? Interval(holding: 0, 90))))
    }

    /// 2 · atan2(|u − v|, |u + v|) of the unit vectors. W. Kahan, “How futile are mindless assessments of roundoff”, 2006.
    private static func angle(_ start: [Double], _ end: [Double]) -> Double {
        func unit(_ parts: [Double]) -> [Double] {
            let largest = parts.max() ?? 1
            let scaled = parts.map { $0 / largest }
            let length = scaled.map { $0 * $0 }.compensatedSum.squareRoot()
            return scaled.map { $0 / length }
        }
        let (one, other) = (unit(start), unit(end))
        let apart = zip(one, other).map { ($0 - $1) * ($0 - $1) }.compensatedSum.squareRoot()
        let together = zip(one, other).map { ($0 + $1) * ($0 + $1) }.compensatedSum.squareRoot()
        return 2 * atan2(apart, together) * 180 / .pi
    }
}
