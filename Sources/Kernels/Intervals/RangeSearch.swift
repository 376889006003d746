/// The range of a formula while its inputs move in intervals, each for itself.
///
/// Branch and bound: an input whose derivative has one sign in a box stands at the end that matters; for the others the
/// better of plain interval evaluation and the mean-value form bounds the box, and the box is halved where it matters
/// most. The range holds every value that the formula takes; it is as tight as ``boxes`` allow. Source: E. Hansen,
/// G. W. Walster, “Global Optimization Using Interval Analysis”, 2nd ed. 2004, chapters 7 and 12.
public struct RangeSearch: Sendable {
    /// At most so many boxes are looked at for each end of the range.
    public var boxes: Int
    /// The search ends where the end is known to this relative precision.
    public var precision: Double

    /// A search.
    public init(boxes: Int = 48, precision: Double = 1e-12) {
        self.boxes = boxes
        self.precision = precision
    }

    /// The range of a formula over a box; one interval an input.
    ///
    /// - Complexity: O(boxes × steps of the formula).
    public func range(over box: [Interval], of formula: ([TracedNumber]) -> TracedNumber) -> Interval {
        let lower = lowest(over: box, of: formula)
        let upper = -lowest(over: box) { -formula($0) }
        return Interval(lower, upper) ?? .everything
    }

    private struct Part {
        var box: [Interval]
        var slopes: [Interval]
        var bound: Double
    }

    /// A number that the formula never goes below in the box.
    private func lowest(over box: [Interval], of formula: ([TracedNumber]) -> TracedNumber) -> Double {
        var reached = Double.infinity
        var parts = [bounded(box, formula, &reached)]
        var left = boxes
        while left > 1, let worst = parts.indices.min(by: { parts[$0].bound < parts[$1].bound }) {
            let part = parts[worst]
            if part.bound >= reached { return part.bound }
            let scale = max(reached.magnitude, part.bound.magnitude)
            if scale.isFinite, reached - part.bound <= precision * scale { return part.bound }
            guard let (one, other) = halves(of: part) else { return part.bound }
            parts.remove(at: worst)
            parts.append(bounded(one, formula, &reached))
            parts.append(bounded(other, formula, &reached))
            left -= 2
        }
        return parts.map(\.bound).min() ?? -.infinity
    }

    private func bounded(
        _ box: [Interval], _ formula: ([TracedNumber]) -> TracedNumber, _ reached: inout Double
    ) -> Part {
        let whole = traced(box, formula)
        // Where the formula only rises or only falls with an input, the smallest value is at one end.
        let reduced = zip(box, whole.slopes).map { input, slope in
            slope.lower >= 0 ? Interval(input.lower) : slope.upper <= 0 ? Interval(input.upper) : input
        }
        let inner = reduced == box ? whole : traced(reduced, formula)
        var bound = max(whole.range.lower, inner.range.lower)
        if reduced.allSatisfy(\.isPoint) {
            reached = min(reached, inner.range.upper)
        } else {
            let middles = reduced.map { Interval($0.middle) }
            let middle = traced(middles, formula).range
            reached = min(reached, middle.upper)
            var lower = Interval(middle.lower)
            for (index, input) in reduced.enumerated() where !input.isPoint {
                lower = lower + inner.slopes[index] * (input - middles[index])
            }
            bound = max(bound, lower.lower)
        }
        return Part(box: reduced, slopes: inner.slopes, bound: bound)
    }

    private func traced(_ box: [Interval], _ formula: ([TracedNumber]) -> TracedNumber) -> (
        range: Interval, slopes: [Interval]
    ) {
        let tape = FormulaTape()
        let result = formula(box.map { TracedNumber(input: $0, on: tape) })
        return (result.range, tape.slopes(of: result.step, by: box.count))
    }

    private func halves(of part: Part) -> ([Interval], [Interval])? {
        func weight(_ index: Int) -> Double {
            let weight = part.slopes[index].size.upper * part.box[index].width
            return weight.isNaN ? 0 : weight
        }
        let open = part.box.indices.filter { !part.box[$0].isPoint }
        guard let chosen = open.max(by: { weight($0) < weight($1) }) else { return nil }
        let input = part.box[chosen]
        let middle = input.middle
        guard middle > input.lower, middle < input.upper else { return nil }
        var (one, other) = (part.box, part.box)
        one[chosen] = Interval(holding: input.lower, middle)
        other[chosen] = Interval(holding: middle, input.upper)
        return (one, other)
    }
}
