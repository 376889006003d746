import Kernels

extension Bounded {
    /// A function that only rises or only falls, applied to the value and to both ends.
    func monotone(_ function: (Double) -> Double) -> Bounded {
        isExact
            ? Bounded(function(value))
            : Bounded(function(value), in: Interval(holding: function(low), function(high)).widened)
    }
}

extension Bounded {
    /// A function that rises with some numbers and falls with others, applied to the values and to both ends.
    static func monotone(
        rising: [Bounded], falling: [Bounded], _ function: ([Double], [Double]) -> Double
    ) -> Bounded {
        let value = function(rising.values, falling.values)
        if rising.allSatisfy(\.isExact), falling.allSatisfy(\.isExact) { return Bounded(value) }
        let low = function(rising.map(\.low), falling.map(\.high))
        let high = function(rising.map(\.high), falling.map(\.low))
        let range = Interval(holding: low, high)
        let give = 4 * max(low.magnitude, high.magnitude).ulp
        return Bounded(value, in: Interval(holding: range.lower - give, range.upper + give))
    }
}
