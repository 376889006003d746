import Ecosystem
import Kernels

/// Holds what a document says of a series against its numbers.
struct ClaimCheck {
    /// What comes of it.
    enum Outcome: Equatable {
        /// No number that rounds to the printed ones contradicts it.
        case holds
        /// These years contradict it, each against the one before (or the first).
        case contradicted([Int])
        /// The size said holds in percentage points, not as a relative gap.
        case inPoints(points: Double, relative: Double)
        /// There are too few numbers.
        case unchecked
    }

    /// A claim about the course of a series over a period.
    static func course(_ course: Claim.Course, _ points: [StructureSeries.Point]) -> Outcome {
        guard let first = points.first, let last = points.last, points.count > 1 else { return .unchecked }
        func contradicted(_ holds: Bool) -> Outcome { holds ? .holds : .contradicted([last.year]) }
        switch course {
        case .rises: return contradicted(last.value.high > first.value.low)
        case .falls: return contradicted(last.value.low < first.value.high)
        case .unchanged:
            return contradicted(last.value.range.intersection(first.value.range) != nil)
        case .risesEachStep, .fallsEachStep:
            let years = zip(points, points.dropFirst()).filter { before, after in
                course == .risesEachStep
                    ? after.value.high <= before.value.low : after.value.low >= before.value.high
            }.map(\.1.year)
            return years.isEmpty ? .holds : .contradicted(years)
        case .behind: return .unchecked
        }
    }

    /// “Behind by so many percent”: as a relative gap, else in percentage points. A number said in words is rounded to its
    /// last significant digit.
    static func behind(_ size: Double, of one: StructureSeries.Point, than other: StructureSeries.Point)
        -> Outcome
    {
        guard size > 0, other.value.value > 0 else { return .unchecked }
        var unit = 1.0
        while size / (unit * 10) == (size / (unit * 10)).rounded(), unit < size { unit *= 10 }
        let said = Interval(holding: size - unit / 2, size + unit / 2)
        let points = other.value.value - one.value.value
        let relative = points / other.value.value * 100
        if said.contains(relative) { return .holds }
        return said.contains(points)
            ? .inPoints(points: points, relative: relative) : .contradicted([one.year])
    }
}
