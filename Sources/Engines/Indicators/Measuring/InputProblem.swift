public import Ecosystem

/// One thing about an input that a measure cannot work with. Positions count from 0.
public enum InputProblem: Error, Sendable, Hashable {
    /// A row has another number of columns than the first.
    case ragged(row: Int, found: Int, expected: Int)
    /// A number is not finite.
    case notFinite(row: Int, column: Int)
    /// A number is negative.
    case negative(row: Int, column: Int, value: Double)
    /// A list has another length than the one that it goes with.
    case lengths(list: Localized, found: Int, expected: Int)
    /// A benchmark total is smaller than the sum of the regions that it holds.
    case benchmarkTooSmall(column: Int, benchmark: Double, sum: Double)
    /// A number lies outside of what is allowed.
    case outside(list: Localized, position: Int, value: Double, low: Double, high: Double)
    /// Two places have no distance, or a distance that is no distance.
    case noDistance(from: Int, to: Int, value: Double)
    /// Numbers add up to more than a number can be.
    case tooLarge(list: Localized)
    /// Nothing was handed in.
    case empty(list: Localized)

    /// What is wrong, for readers; positions count from 1.
    public var label: Localized {
        switch self {
        case .ragged(let row, let found, let expected):
            Localized(
                "row \(row + 1) has \(found) columns instead of \(expected); give every row as many",
                "第 \(row + 1) 行有 \(found) 列，应为 \(expected) 列；请补齐")
        case .notFinite(let row, let column):
            Localized(
                "row \(row + 1), column \(column + 1) is no finite number; leave it empty if it is not known",
                "第 \(row + 1) 行第 \(column + 1) 列不是有限数值；未知请留空")
        case .negative(let row, let column, let value):
            Localized(
                "row \(row + 1), column \(column + 1) is \(value); a share needs numbers that are not negative",
                "第 \(row + 1) 行第 \(column + 1) 列为 \(value)；计算份额的数值不得为负")
        case .lengths(let list, let found, let expected):
            Localized(
                "\(list.en): \(found) numbers instead of \(expected); give one for each",
                "\(list.zh)：有 \(found) 个数，应为 \(expected) 个；请一一对应")
        case .benchmarkTooSmall(let column, let benchmark, let sum):
            Localized(
                "benchmark, column \(column + 1): \(benchmark) is less than the sum of the regions, \(sum); a benchmark holds its regions",
                "基准第 \(column + 1) 列：\(benchmark) 小于各地区之和 \(sum)；基准应包含各地区")
        case .outside(let list, let position, let value, let low, let high):
            Localized(
                "\(list.en), number \(position + 1): \(value) is not within \(low) … \(high)",
                "\(list.zh)第 \(position + 1) 个：\(value) 不在 \(low)～\(high) 之内")
        case .noDistance(let from, let to, let value):
            Localized(
                "places \(from + 1) and \(to + 1): distance \(value); two places need a distance above zero",
                "第 \(from + 1) 与第 \(to + 1) 个地点：距离 \(value)；两地距离须大于零")
        case .tooLarge(let list):
            Localized(
                "\(list.en): they add up to more than a number of the machine can hold; take a larger unit",
                "\(list.zh)：合计超出可表示范围；请改用更大的单位")
        case .empty(let list): Localized("\(list.en): nothing is given", "\(list.zh)：为空")
        }
    }
}

/// Everything about an input that a measure cannot work with, all at once.
public struct InputProblems: Error, Sendable, Hashable, CustomStringConvertible {
    /// The problems, in the order of the input.
    public let problems: [InputProblem]

    /// Problems.
    public init(_ problems: [InputProblem]) { self.problems = problems }

    /// The English texts, one a line.
    public var description: String { problems.map(\.label.en).joined(separator: "\n") }
}

/// Collects problems and throws them together.
struct InputCheck {
    private(set) var problems: [InputProblem] = []

    mutating func add(_ problem: InputProblem) { problems.append(problem) }

    mutating func count(_ list: Localized, _ found: Int, _ expected: Int) {
        if found != expected { add(.lengths(list: list, found: found, expected: expected)) }
    }

    func finish() throws(InputProblems) {
        if !problems.isEmpty { throw InputProblems(problems) }
    }
}
