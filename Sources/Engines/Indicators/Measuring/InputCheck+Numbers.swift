import Ecosystem
import Kernels

extension InputCheck {
    /// Each number is finite and its whole interval within limits.
    mutating func within(
        _ list: Localized, _ numbers: [Bounded], _ low: Double = -.infinity, _ high: Double = .infinity
    ) {
        for (position, number) in numbers.enumerated() {
            guard number.value.isFinite, number.low >= low, number.high <= high else {
                add(
                    .outside(
                        list: list, position: position,
                        value: number.low < low
                            ? number.low : number.high > high ? number.high : number.value,
                        low: low, high: high))
                continue
            }
        }
    }
}

/// Names of lists in problems.
enum ListName {
    static let values = Localized("values", "数值")
    static let weights = Localized("weights", "权重")
    static let groups = Localized("groups", "分组")
    static let benchmark = Localized("benchmark", "基准")
    static let start = Localized("start", "期初值")
    static let end = Localized("end", "期末值")
    static let periods = Localized("periods", "各期")
    static let scores = Localized("scores", "得分")
    static let directions = Localized("directions", "指标方向")
    static let bounds = Localized("bounds", "上下限")
    static let regions = Localized("regions", "地区")
    static let plants = Localized("plants", "工厂")
    static let employment = Localized("employment", "就业")
    static let capital = Localized("capital", "资本")
    static let population = Localized("population", "人口")
    static let distances = Localized("distances", "距离")
    static let neighbours = Localized("neighbours", "相邻单元")
    static let stages = Localized("stages", "环节")
    static let positions = Localized("positions", "位置")
    static let capacity = Localized("capacity", "产能")
    static let output = Localized("output", "产量")
}
