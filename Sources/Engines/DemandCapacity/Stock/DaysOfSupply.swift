/// How many days a stock lasts, day by day.
///
/// Projected stock counts what comes in; how long it lasts ignores what comes in later, as the supply service of
/// PURIS does: days of supply = following days that the projected stock covers fully + the covered part of the next.
public struct DaysOfSupply: Sendable, Hashable {
    /// Why nothing can be said.
    public enum Problem: Error, Sendable, Hashable {
        /// The two lists differ in length.
        case lengthsDiffer(consumed: Int, added: Int)
        /// A number is not finite, or consumption or addition is below zero.
        case notAQuantity(day: Int, value: Double)
        /// The stock is no finite number.
        case notAStock(Double)
    }

    /// One day.
    public struct Day: Sendable, Hashable {
        /// Its number, from 0.
        public let day: Int
        /// Stock at its end; below zero means that something was lacking.
        public let projectedStock: Double
        /// Days that the stock lasts.
        public let daysOfSupply: Double
        /// Whether all days of the plan are covered, so that the stock lasts at least so long.
        public let reachesEnd: Bool
    }

    /// One entry a day but the last, of which nothing follows.
    public let days: [Day]

    /// Projects a stock.
    ///
    /// - Parameters:
    ///   - stock: what is there before the first day.
    ///   - consumed: what each day takes, 0 or more.
    ///   - added: what each day brings, 0 or more, as many days.
    /// - Complexity: O(days²).
    public static func run(stock: Double, consumed: [Double], added: [Double]) -> Result<
        DaysOfSupply, Problem
    > {
        guard consumed.count == added.count else {
            return .failure(.lengthsDiffer(consumed: consumed.count, added: added.count))
        }
        guard stock.isFinite else { return .failure(.notAStock(stock)) }
        for (day, pair) in zip(consumed, added).enumerated() {
            for value in [pair.0, pair.1] where !(value.isFinite && value >= 0) {
                return .failure(.notAQuantity(day: day, value: value))
            }
        }
        var projected = stock
        var days: [Day] = []
        for day in consumed.indices.dropLast() {
            projected += added[day] - consumed[day]
            var rest = projected
            var covered = 0.0
            var reachesEnd = rest >= 0
            if rest >= 0 {
                for need in consumed[(day + 1)...] {
                    if rest >= need {
                        rest -= need
                        covered += 1
                    } else {
                        covered += rest / need
                        reachesEnd = false
                        break
                    }
                }
            }
            days.append(
                Day(day: day, projectedStock: projected, daysOfSupply: covered, reachesEnd: reachesEnd))
        }
        return .success(DaysOfSupply(days: days))
    }
}
