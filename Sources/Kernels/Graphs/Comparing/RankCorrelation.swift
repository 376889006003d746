/// How far two lists of numbers put the same things in the same order.
public enum RankCorrelation {
    /// Spearman's ρ with mean ranks for ties; `nil` for fewer than two numbers, lists not equally long, a number that is
    /// none, or a list whose numbers are all the same.
    ///
    /// Source: C. Spearman, American Journal of Psychology 15 (1904), 72–101.
    /// - Complexity: O(n log n).
    public static func spearman(_ first: [Double], _ second: [Double]) -> Double? {
        guard first.count == second.count, first.count > 1, !first.contains(where: \.isNaN),
            !second.contains(where: \.isNaN)
        else {
            return nil
        }
        let (one, two) = (meanRanks(first), meanRanks(second))
        let mean = Double(first.count + 1) / 2
        var (product, left, right) = (CompensatedSum(), CompensatedSum(), CompensatedSum())
        for (a, b) in zip(one, two) {
            product.add((a - mean) * (b - mean))
            left.add((a - mean) * (a - mean))
            right.add((b - mean) * (b - mean))
        }
        guard left.value > 0, right.value > 0 else { return nil }
        return product.value / (left.value * right.value).squareRoot()
    }

    /// The rank of each number from 1, equal numbers sharing the mean of theirs.
    public static func meanRanks(_ numbers: [Double]) -> [Double] {
        let order = numbers.indices.sorted { (numbers[$0], $0) < (numbers[$1], $1) }
        var ranks = [Double](repeating: 0, count: numbers.count)
        var start = 0
        while start < order.count {
            var stop = start + 1
            while stop < order.count, numbers[order[stop]] == numbers[order[start]] { stop += 1 }
            for place in start..<stop { ranks[order[place]] = Double(start + 1 + stop) / 2 }
            start = stop
        }
        return ranks
    }
}
