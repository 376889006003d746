import Ecosystem

extension Mitigate {
    /// What makes measures where a network of money names none.
    static let candidateParameters =
        MeasureCosts.parameters + [
            StudyParameter(
                "more-stock", .number(0...3_650), title: Localized("More stock", "增加库存"),
                help: Localized("Days of deliveries that a measure adds", "一项措施增加的供货天数"),
                unit: Localized("days", "天"), default: .value("15")),
            StudyParameter(
                "more-capacity", .number(0...10), title: Localized("More idle capacity", "增加备用产能"),
                help: Localized("As a part of what is delivered", "占供货量的比例"), default: .value("0.1")),
            StudyParameter(
                "faster", .number(0...0.99), title: Localized("Faster repair", "更快修复"),
                help: Localized("The part of the time to recover that is saved", "节省的恢复时间比例"),
                default: .value("0.5")),
            StudyParameter(
                "candidates", .integer(1...60), title: Localized("Candidates of a kind", "每类候选措施数"),
                help: Localized("For how many of those whose stop costs most", "为停产损失最大的多少个对象设措施"),
                default: .value("8")),
        ]

    /// How large candidates are.
    static func sizes(_ values: ParameterValues) -> MeasureCandidates.Sizes {
        var sizes = MeasureCandidates.Sizes()
        sizes.stockDays = values.number("more-stock") ?? sizes.stockDays
        sizes.capacity = values.number("more-capacity") ?? sizes.capacity
        sizes.faster = values.number("faster") ?? sizes.faster
        sizes.count = values.integer("candidates") ?? sizes.count
        return sizes
    }
}
