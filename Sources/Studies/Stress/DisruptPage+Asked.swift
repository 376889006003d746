import Ecosystem
import Reporting

extension DisruptPage {
    var shocks: Table {
        Table(
            "shocks", Localized("What stops", "停摆对象"),
            columns: [
                .words("what", "What", "对象"), .words("kind", "Kind", "类别"), .numbers("firms", "Firms", "企业"),
                .numbers("links", "Links", "连线"), .numbers("start", "From day", "开始日"),
                .numbers("days", "Days", "天数"), .numbers("depth", "Lost", "损失", unit: Self.percentUnit),
                .numbers("recovery", "Recovers in", "恢复天数"),
            ],
            rows: result.shocks.map { shock in
                [
                    firm(shock.what), .text(Self.kind(shock.kind)), number(shock.firmCount),
                    number(shock.links),
                    .number(shock.start, decimals: 0, origin: origin),
                    .number(shock.days, decimals: 0, origin: origin), share(shock.depth),
                    .number(shock.recovery, decimals: 0, origin: origin),
                ]
            })
    }

    static func kind(_ kind: String) -> Localized {
        switch kind {
        case "firm", "scenario": Localized("firm", "企业")
        case "sector": Localized("sector", "部门")
        case "region": Localized("region", "地区")
        case "way": Localized("way", "通道")
        default: Localized("link", "连线")
        }
    }

    var choices: Table {
        Table(
            "choices", Localized("What can stop, among others", "可选停摆对象（部分）"),
            columns: [.words("what", "Name", "名称")], rows: result.choices.map { [.text($0)] })
    }

    var assumptions: Table {
        let given = result.assumptions
        let assumed = Origin(basis: .estimated, note: Localized("assumed; can be set", "假设，可设定"))
        func row(_ name: Localized, _ value: Cell) -> [Cell] { [.text(name), value] }
        func number(_ value: Double, _ decimals: Int) -> Cell {
            .number(value, decimals: decimals, origin: assumed)
        }
        return Table(
            "assumptions", Localized("What was assumed", "所用假设"),
            columns: [.words("name", "Assumption", "假设"), .words("value", "Value", "取值")],
            rows: [
                row(Localized("Stock of inputs, days of use", "投入库存（使用天数）"), number(given.stockDays, 0)),
                row(Localized("Restocking time, days", "补库时间（天）"), number(given.restockDays, 0)),
                row(
                    Localized("Search for new suppliers, days", "寻找新供应商（天）"),
                    given.searchDays.map { .number($0, origin: assumed) }
                        ?? .text(Localized("none are found", "找不到"), origin: assumed)),
                row(Localized("Idle capacity, part of output", "闲置产能（占产出）"), number(given.spare, 2)),
                row(Localized("Overproduction, at most", "超负荷上限"), number(given.overproduction, 2)),
                row(
                    Localized("Who is served first", "分配规则"),
                    .text(
                        given.rationing == "small-first"
                            ? Localized("small orders", "小订单优先") : Localized("all the same part", "各订单同比例"),
                        origin: assumed)),
                row(
                    Localized("Orders move among known suppliers", "订单可在已有供应商间转移"),
                    .text(given.substitution ? Localized("yes", "是") : Localized("no", "否"), origin: assumed)),
                row(Localized("Days that the values hold", "数值所含天数"), number(given.period, 0)),
                row(
                    Localized("From abroad", "来自境外"),
                    .text(
                        abroad ?? Localized("nothing but what the network holds", "仅网络所含"), origin: assumed)),
                row(
                    Localized(
                        "Check of the sums: what was shipped but not received, at most, %",
                        "核对：发货与收货之差，至多（%）"),
                    .number(result.residual * 100, decimals: 12, origin: origin)),
            ])
    }
}
