import Ecosystem
import Reporting

/// The blocks of an answer about systemic risk.
struct FirmRiskPage {
    private let result: FirmRisk.Result
    private let rows: Int
    /// Places in `result.scenarios`, the largest loss first, equal ones by their order.
    private let order: [Int]
    private let origin: Origin

    init(_ result: FirmRisk.Result, rows: Int) {
        self.result = result
        self.rows = rows
        order = result.scenarios.indices.sorted { left, right in
            (-result.scenarios[left].esri, left) < (-result.scenarios[right].esri, right)
        }
        let name = result.network ?? ""
        origin = Origin(
            basis: result.basis ?? .declared,
            note: Localized("computed from the network given as \(name)", "由所给网络 \(name) 计算"))
    }

    private var weighed: Localized {
        switch result.weight {
        case nil: Localized("sales in the network", "网络内销售")
        case "revenue": Localized("revenue", "收入")
        case let column?: Localized(same: column)
        }
    }

    /// A share as per cent with digits enough to tell values apart.
    func percent(_ share: Double) -> FigureNumber {
        let decimals = share >= 0.1 ? 1 : share >= 0.01 ? 2 : share >= 0.001 ? 3 : share >= 1e-5 ? 5 : 7
        return FigureNumber(share * 100, decimals: decimals)
    }

    private func words(_ share: Double) -> Localized {
        let number = NumberWording.text(percent(share))
        return Localized(number + " %", number + "%")
    }

    var answer: Localized {
        guard let first = order.first.map({ result.scenarios[$0] }) else {
            return Localized("There is nothing to compute in this part.", "此部分没有可计算的情景。")
        }
        let loss = words(first.esri)
        if result.everyFirmAlone {
            let grave = result.scenarios.count { $0.esri >= 0.01 }
            return Localized(
                "If \(first.scenario) fails, \(loss.en) of all \(weighed.en) is lost, the most of "
                    + "\(result.scenarios.count.words) firms; \(grave.words) of them cost 1 % or more.",
                "若 \(first.scenario) 停产，将损失总\(weighed.zh)的 \(loss.zh)，为 \(result.scenarios.count.words) 家企业之最；"
                    + "其中 \(grave.words) 家的损失达 1% 或以上。")
        }
        return Localized(
            "The gravest of \(result.scenarios.count.words) scenarios is \(first.scenario): \(loss.en) of all \(weighed.en) is lost.",
            "\(result.scenarios.count.words) 个情景中最严重的是 \(first.scenario)：损失总\(weighed.zh)的 \(loss.zh)。")
    }

    var figures: [Figure] {
        let values = result.scenarios.map(\.esri)
        let percentUnit = Localized(same: "%")
        var figures: [Figure] = []
        if let first = order.first {
            figures.append(
                Figure(
                    Localized("Gravest loss", "最大损失"), .number(percent(result.scenarios[first].esri)),
                    unit: percentUnit, origin: origin))
            figures.append(
                Figure(
                    Localized("Mean loss", "平均损失"),
                    .number(percent(values.reduce(0, +) / Double(values.count))), unit: percentUnit,
                    origin: origin))
        }
        figures.append(
            Figure(Localized("Firms", "企业"), .number(FigureNumber(result.firms)), origin: origin))
        figures.append(
            Figure(Localized("Links", "连线"), .number(FigureNumber(result.links)), origin: origin))
        let bound = result.scenarios.filter(\.certified).map(\.errorBound).max() ?? 0
        figures.append(
            Figure(
                Localized("No value is off by more than", "任何数值的误差不超过"),
                .number(FigureNumber(bound * 100, decimals: bound >= 1e-3 ? 3 : bound >= 1e-6 ? 6 : 10)),
                unit: Localized("percentage points", "个百分点"), origin: origin))
        return figures
    }

    func share(_ value: Double) -> Cell { Cell(.number(percent(value)), origin: origin) }

    private static let percentUnit = Localized(same: "%")

    /// Rank against loss, at ranks that grow by about a fifth.
    var rankCurve: Picture {
        var ranks: [Int] = []
        var rank = 1
        while rank < order.count {
            ranks.append(rank)
            rank = max(rank + 1, rank * 6 / 5)
        }
        ranks.append(order.count)
        let table = Table(
            "rank-curve", Localized("Loss by rank", "按名次的损失"),
            caption: Localized(
                "a plateau at the left are firms that take each other down",
                "左侧的平台为相互牵连、一损俱损的企业"),
            columns: [
                .numbers("rank", "Rank", "名次"), .words("firm", "Firm", "企业"),
                .numbers("esri", "Loss", "损失", unit: Self.percentUnit),
            ],
            rows: ranks.map { rank in
                let scenario = result.scenarios[order[rank - 1]]
                return [.number(rank, origin: origin), .text(scenario.scenario), share(scenario.esri)]
            })
        return Picture(.series(time: "rank", values: ["esri"], group: nil), table)
    }

    /// The gravest: through customers against through suppliers.
    var directions: Picture {
        let shown = order.prefix(min(rows, 20)).map { result.scenarios[$0] }
        let table = Table(
            "directions", Localized("Through customers and through suppliers", "经由客户与经由供应商"),
            columns: [
                .words(
                    "scenario", result.everyFirmAlone ? "Firm" : "Scenario",
                    result.everyFirmAlone ? "企业" : "情景"),
                .numbers("downstream", "Through customers", "经由客户", unit: Self.percentUnit),
                .numbers("upstream", "Through suppliers", "经由供应商", unit: Self.percentUnit),
            ],
            rows: shown.map { [.text($0.scenario), share($0.downstream), share($0.upstream)] })
        return Picture(.bars(name: "scenario", values: ["downstream", "upstream"]), table)
    }

    var ranking: Table {
        var columns: [Table.Column] = [
            .numbers("rank", "Rank", "名次"),
            .words(
                "scenario", result.everyFirmAlone ? "Firm" : "Scenario", result.everyFirmAlone ? "企业" : "情景"),
        ]
        if result.everyFirmAlone { columns.append(.words("sector", "Sector", "部门")) }
        columns += [
            .numbers("esri", "Loss", "损失", unit: Self.percentUnit),
            .numbers("own", "Of this its own", "其中自身", unit: Self.percentUnit),
            .numbers("downstream", "Through customers", "经由客户", unit: Self.percentUnit),
            .numbers("upstream", "Through suppliers", "经由供应商", unit: Self.percentUnit),
            .numbers(
                "iterations", result.mode == "peer" ? "Rounds" : "Passes", result.mode == "peer" ? "轮数" : "遍数"
            ),
            .numbers("error_bound", "Off by at most", "误差上限", unit: Localized("points", "个百分点")),
        ]
        let shown = order.prefix(rows)
        return Table(
            "ranking", Localized("The gravest", "最严重者"),
            caption: shown.count < order.count
                ? Localized(
                    "the first \(shown.count.words) of \(order.count.words); the result holds all",
                    "\(order.count.words) 个中的前 \(shown.count.words) 个，结果含全部") : nil,
            columns: columns,
            rows: shown.enumerated().map { rank, place in
                let loss = result.scenarios[place]
                var row: [Cell] = [.number(rank + 1, origin: origin), .text(loss.scenario)]
                if result.everyFirmAlone { row.append(loss.sector.map { .text($0) } ?? .unknown) }
                row += [
                    share(loss.esri), share(loss.own), share(loss.downstream), share(loss.upstream),
                    .number(loss.iterations, origin: origin),
                    .number(loss.errorBound * 100, decimals: loss.errorBound >= 1e-3 ? 3 : 7, origin: origin),
                ]
                return row
            })
    }

    /// Sectors by the gravest loss of their firms.
    var sectors: Table {
        groups("sectors", Localized("By sector", "按部门"), .words("sector", "Sector", "部门"), \.sector)
    }

    /// Regions likewise; `nil` where the network names none.
    var regions: Table? {
        guard result.scenarios.contains(where: { $0.region != nil }) else { return nil }
        return groups("regions", Localized("By place", "按地区"), .words("region", "Place", "地区"), \.region)
    }

    private func groups(
        _ id: String, _ title: Localized, _ first: Table.Column, _ name: (FirmRisk.Result.Scenario) -> String?
    ) -> Table {
        var groups: [String: [Int]] = [:]
        for place in order { groups[name(result.scenarios[place]) ?? "", default: []].append(place) }
        let sorted = groups.sorted { left, right in
            let (first, second) = (
                result.scenarios[left.value[0]].esri, result.scenarios[right.value[0]].esri
            )
            return (-first, left.key) < (-second, right.key)
        }
        return Table(
            id, title,
            caption: sorted.count > rows
                ? Localized(
                    "the first \(rows.words) of \(sorted.count.words)",
                    "\(sorted.count.words) 个中的前 \(rows.words) 个") : nil,
            columns: [
                first, .numbers("firms", "Firms", "企业"),
                .numbers("largest", "Gravest loss", "最大损失", unit: Self.percentUnit),
                .numbers("mean", "Mean loss", "平均损失", unit: Self.percentUnit),
                .words("firm", "Gravest firm", "最严重企业"),
            ],
            rows: sorted.prefix(rows).map { name, places in
                let sum = places.reduce(0) { $0 + result.scenarios[$1].esri }
                return [
                    .text(name), .number(places.count, origin: origin),
                    share(result.scenarios[places[0]].esri), share(sum / Double(places.count)),
                    .text(result.scenarios[places[0]].scenario),
                ]
            })
    }
}
