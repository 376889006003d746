import Ecosystem
import Reporting

/// The blocks of an answer about systemic risk.
struct FirmRiskPage {
    private let result: FirmRisk.Result
    private let rows: Int
    /// Places in `result.scenarios`, the largest loss first, equal ones by their order.
    private let order: [Int]
    private let origin: Origin
    private let shared: KeystoneBlocks

    init(_ result: FirmRisk.Result, _ model: EcosystemModel, rows: Int) {
        self.result = result
        self.rows = rows
        order = result.scenarios.indices.sorted { left, right in
            (-result.scenarios[left].esri, left) < (-result.scenarios[right].esri, right)
        }
        let name = result.network ?? ""
        origin = Origin(
            basis: result.basis ?? .declared,
            note: Localized("computed from the network given as \(name)", "由所给网络 \(name) 计算"))
        shared = KeystoneBlocks(origin: origin, model: model)
    }

    private var weighed: Localized {
        switch result.weight {
        case nil: Localized("sales in the network", "网络内销售")
        case "revenue": Localized("revenue", "收入")
        case let column?: Localized(same: column)
        }
    }

    var answer: Localized {
        guard let first = order.first.map({ result.scenarios[$0] }) else {
            return Localized("There is nothing to compute in this part.", "此部分没有可计算的情景。")
        }
        let loss = LossNumbers.words(first.esri)
        if result.everyFirmAlone {
            let grave = result.scenarios.count { $0.esri >= 0.01 }
            let carried = result.shape.flatMap { shape -> Localized? in
                guard result.scenarios.count > 20 else { return nil }
                let part = LossNumbers.words(shape.firstTen)
                return Localized(
                    "; the ten gravest carry \(part.en) of all risk", "；最严重的十家承担全部风险的 \(part.zh)")
            }
            return Localized(
                "If \(first.scenario) fails, \(loss.en) of all \(weighed.en) is lost, the most of "
                    + "\(result.scenarios.count.words) firms; \(grave.words) of them cost 1 % or more\(carried?.en ?? "").",
                "若 \(first.scenario) 停产，将损失总\(weighed.zh)的 \(loss.zh)，为 \(result.scenarios.count.words) 家企业之最；"
                    + "其中 \(grave.words) 家的损失达 1% 或以上\(carried?.zh ?? "")。")
        }
        return Localized(
            "The gravest of \(result.scenarios.count.words) scenarios is \(first.scenario): \(loss.en) of all \(weighed.en) is lost.",
            "\(result.scenarios.count.words) 个情景中最严重的是 \(first.scenario)：损失总\(weighed.zh)的 \(loss.zh)。")
    }

    var figures: [Figure] {
        let values = result.scenarios.map(\.esri)
        var figures: [Figure] = []
        if let first = order.first {
            figures.append(
                Figure(
                    Localized("Gravest loss", "最大损失"),
                    .number(LossNumbers.percent(result.scenarios[first].esri)), unit: LossNumbers.unit,
                    origin: origin))
            figures.append(
                Figure(
                    Localized("Mean loss", "平均损失"),
                    .number(LossNumbers.percent(values.reduce(0, +) / Double(values.count))),
                    unit: LossNumbers.unit, origin: origin))
        }
        if let shape = result.shape {
            figures += shared.figures(shape, firms: result.scenarios.count, { $0 }) { _ in nil }
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

    func share(_ value: Double) -> Cell { shared.cell(value) }

    /// Rank against loss, at ranks that grow by about a fifth.
    var rankCurve: Picture {
        let table = Table(
            "rank-curve",
            Localized("A few firms are grave, most are not: the loss by rank", "少数企业影响重大，多数不然：按名次的损失"),
            caption: Localized(
                "Part of all \(weighed.en) that is lost when the firm at a rank fails. A plateau at the left are firms that take each other down. "
                    + "Both axes by powers of ten.",
                "某名次企业停产时损失的总\(weighed.zh)比例。左侧平台为相互牵连、一损俱损的企业。两轴均为对数刻度。"),
            columns: [
                .numbers("rank", "Rank", "名次"), .words("firm", "Firm", "企业"),
                .numbers("esri", "Loss", "损失", unit: LossNumbers.unit),
            ],
            rows: RiskEnsemble.ranks(order.count).map { rank in
                let scenario = result.scenarios[order[rank - 1]]
                return [.number(rank, origin: origin), .text(scenario.scenario), share(scenario.esri)]
            })
        return Picture(.bands(time: "rank", quantiles: ["esri"], scale: .logarithmic), table)
    }

    /// The gravest scenarios: through customers against through suppliers.
    var directions: Picture {
        let shown = order.prefix(min(rows, 20)).map { result.scenarios[$0] }
        let table = Table(
            "directions", Localized("Through customers and through suppliers", "经由客户与经由供应商"),
            columns: [
                .words("scenario", "Scenario", "情景"),
                .numbers("downstream", "Through customers", "经由客户", unit: LossNumbers.unit),
                .numbers("upstream", "Through suppliers", "经由供应商", unit: LossNumbers.unit),
            ],
            rows: shown.map { [.text($0.scenario), share($0.downstream), share($0.upstream)] })
        return Picture(.bars(name: "scenario", values: ["downstream", "upstream"]), table)
    }

    /// The hundred gravest firms and as many of the rest, evenly by rank.
    private var points: [FirmRisk.Result.Scenario] {
        let rest = order.dropFirst(100)
        let step = max(1, (rest.count + 99) / 100)
        let places =
            Array(order.prefix(100)) + rest.enumerated().filter { $0.offset % step == 0 }.map(\.element)
        return places.map { result.scenarios[$0] }
    }

    /// Firms: what customers lose against what suppliers lose.
    var firmDirections: Picture {
        let points = points
        let up = result.scenarios.count { $0.upstream > $0.downstream }
        let table = Table(
            "directions",
            Localized(
                "Which way a loss runs: through customers or through suppliers", "损失的方向：经由客户还是经由供应商"),
            caption: Localized(
                (points.count < order.count ? "The hundred gravest firms and as many of the rest. " : "")
                    + "Below the dashed line a firm is grave because customers lack its goods, above it because suppliers lose its orders: so "
                    + "\(up.words) of \(order.count.words) firms. Both axes by powers of ten.",
                (points.count < order.count ? "最严重的一百家与其余企业中等距抽取的一百家。" : "")
                    + "虚线以下的企业因客户缺其货而关键，以上因供应商失其订单而关键：后者为 \(order.count.words) 家中的 \(up.words) 家。两轴均为对数刻度。"),
            columns: [
                .words("firm", "Firm", "企业"), .words("sector", "Sector", "部门"),
                .numbers("downstream", "Through customers", "经由客户", unit: LossNumbers.unit),
                .numbers("upstream", "Through suppliers", "经由供应商", unit: LossNumbers.unit),
            ],
            rows: points.map { firm in
                [
                    .text(firm.scenario), firm.sector.map { .text($0) } ?? .unknown, share(firm.downstream),
                    share(firm.upstream),
                ]
            })
        return Picture(
            .scatter(
                name: "firm", x: "downstream", y: "upstream", group: "sector", ranges: nil,
                scale: .logarithmic), table)
    }

    /// What a firm's size says of its loss; `nil` where there are too few firms.
    var sizes: Picture? { result.shape.flatMap { shared.sizes($0, weighed: weighed) { $0 } } }

    var ranking: Table {
        var columns: [Table.Column] = [
            .numbers("rank", "Rank", "名次"),
            .words(
                "scenario", result.everyFirmAlone ? "Firm" : "Scenario", result.everyFirmAlone ? "企业" : "情景"),
        ]
        if result.everyFirmAlone { columns.append(.words("sector", "Sector", "部门")) }
        columns += [
            .numbers("esri", "Loss", "损失", unit: LossNumbers.unit),
            .numbers("own", "Of this its own", "其中自身", unit: LossNumbers.unit),
            .numbers("downstream", "Through customers", "经由客户", unit: LossNumbers.unit),
            .numbers("upstream", "Through suppliers", "经由供应商", unit: LossNumbers.unit),
            .numbers(
                "iterations", result.mode == "peer" ? "Rounds" : "Passes", result.mode == "peer" ? "轮数" : "遍数"
            ),
            .numbers("error_bound", "Off by at most", "误差上限", unit: Localized("points", "个百分点")),
        ]
        let shown = order.prefix(rows)
        return Table(
            "ranking", Localized("The gravest", "最严重者"),
            caption: .first(shown.count, of: order.count),
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
            }, bars: "esri")
    }

    /// Sectors by the gravest loss of their firms, with those that cannot do without them where the network says so.
    var sectors: Table {
        var table = groups(
            "sectors", Localized("By sector", "按部门"), .words("sector", "Sector", "部门"), \.sector)
        guard let essentials = result.essentials else { return table }
        let users = Dictionary(
            essentials.map { ($0.sector, $0.users) }, uniquingKeysWith: { first, _ in first })
        table.title = Localized(
            "By sector: whose failure costs most, and who cannot do without it", "按部门：停产损失与离不开它的部门")
        table.columns.append(.words("needed_by", "Cannot be done without by", "离不开它的部门"))
        for row in table.rows.indices {
            guard case .text(let name)? = table.rows[row].first?.value else { continue }
            table.rows[row].append(shared.users(users[name.en] ?? []))
        }
        return table
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
            caption: Localized("what the failure of one of its firms costs", "其中一家企业停产的损失")
                + (sorted.count > rows
                    ? Localized(
                        "; the first \(rows.words) of \(sorted.count.words)",
                        "；\(sorted.count.words) 个中的前 \(rows.words) 个") : Localized(same: "")),
            columns: [
                first, .numbers("firms", "Firms", "企业"),
                .numbers("largest", "Gravest loss", "最大损失", unit: LossNumbers.unit),
                .numbers("mean", "Mean loss", "平均损失", unit: LossNumbers.unit),
                .numbers("low", "5 %", "5%", unit: LossNumbers.unit),
                .numbers("middle", "Middle", "中位", unit: LossNumbers.unit),
                .numbers("high", "95 %", "95%", unit: LossNumbers.unit),
                .words("firm", "Gravest firm", "最严重企业"),
            ],
            rows: sorted.prefix(rows).map { name, places in
                let losses = places.map { result.scenarios[$0].esri }
                let quantiles = Quantiles(losses)
                return [
                    .text(name), .number(places.count, origin: origin), share(losses[0]),
                    share(losses.reduce(0, +) / Double(losses.count)), share(quantiles.value(at: 0.05)),
                    share(quantiles.value(at: 0.5)), share(quantiles.value(at: 0.95)),
                    .text(result.scenarios[places[0]].scenario),
                ]
            }, bars: "mean")
    }
}
