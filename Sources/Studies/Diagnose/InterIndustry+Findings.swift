import Ecosystem
import InputOutput

extension InterIndustry {
    /// A finding of the balance report in words: what, which sectors, how it is treated or what to do.
    static func words(for finding: TableBalance.Finding, _ table: FlowTable) -> Localized {
        words(
            kind: finding.kind, sectors: finding.sectors.map { table.about.name(of: table.sectors[$0]) },
            worst: finding.worst)
    }

    static func words(kind: TableBalance.Kind, sectors: [Localized], worst: Double?) -> Localized {
        let shown = Localized.joined(Array(sectors.prefix(5)))
        let more = sectors.count - 5
        let names = Localized(
            shown.en + (more > 0 ? " and \(more) more" : ""),
            shown.zh + (more > 0 ? "等 \(sectors.count) 个" : ""))
        let number = worst.map { $0.words(decimals: 4) } ?? ""
        switch kind {
        case .empty:
            return Localized("the table has no sector; give at least one", "表中没有部门；至少需要一个")
        case .notFinite:
            return Localized(
                "numbers of \(names.en) are not finite; correct them", "\(names.zh)的数字不是有限数；请更正")
        case .negativeOutput:
            return Localized(
                "the output of \(names.en) is negative (\(number) at worst); an output is the sum of a row of flows and final "
                    + "demand: correct the row", "\(names.zh)的产出为负（最低 \(number)）；产出为流量与最终需求的行和：请更正该行")
        case .oneSector:
            return Localized(
                "the table has one sector, so its linkages are 1 by definition", "表中只有一个部门，其关联系数按定义为 1")
        case .noOutput:
            return Localized(
                "\(names.en): no output; coefficients are 0 and the multiplier is 1",
                "\(names.zh)：无产出；系数取 0，乘数为 1")
        case .idleInputs:
            return Localized(
                "\(names.en): inputs without output (\(number) at most), left out of the coefficients; check the column",
                "\(names.zh)：有投入而无产出（最多 \(number)），不计入系数；请检查该列")
        case .negativeFlow:
            return Localized(
                "\(names.en): negative flows (\(number) at worst), used as they are; check whether a subsidy or a change of "
                    + "stocks stands among the flows", "\(names.zh)：有负的流量（最低 \(number)），照用；请检查是否混入补贴或存货变动")
        case .negativeDemand:
            return Localized(
                "\(names.en): final demand is negative in all, as stocks or imports taken off can make it",
                "\(names.zh)：最终需求合计为负，可能因存货减少或扣除进口")
        case .buysNothing:
            return Localized("\(names.en): buys from no sector", "\(names.zh)：不向任何部门采购")
        case .sellsNothing:
            return Localized("\(names.en): sells to no sector", "\(names.zh)：不向任何部门销售")
        case .inputsAboveOutput:
            return Localized(
                "\(names.en): inputs exceed the output (by \(number) at most), so nothing is left for value added; check the "
                    + "column", "\(names.zh)：投入超过产出（最多超出 \(number)），增加值为负；请检查该列")
        case .unbalanced:
            return Localized(
                "\(names.en): inputs and value added do not add up to the output (off by \(number) at most); results use the "
                    + "output of the row", "\(names.zh)：投入与增加值之和不等于产出（最多相差 \(number)）；结果按行的产出计算")
        }
    }
}
