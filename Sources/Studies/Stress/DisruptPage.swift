import Ecosystem
import Reporting

/// The blocks of an answer about a disruption.
struct DisruptPage {
    let result: Disrupt.Result
    let input: StudyInput
    let rows: Int
    let origin: Origin
    let unit: Localized

    static let percentUnit = Localized(same: "%")

    init(_ result: Disrupt.Result, _ input: StudyInput) {
        self.result = result
        self.input = input
        rows = input.parameters.integer("rows") ?? 30
        let name = result.name ?? ""
        origin = Origin(
            basis: max(.estimated, result.basis ?? .declared),
            note: Localized(
                "computed from what was given as \(name), with the assumptions below", "由所给 \(name) 按下列假设推演"))
        if case .table(let table)? = input.supplied, let unit = table.about.unit {
            self.unit = unit
        } else if let unit = result.money {
            self.unit = unit
        } else {
            unit = Localized("units of the values given", "所给数值的单位")
        }
    }

    func percent(_ share: Double) -> FigureNumber {
        let size = abs(share)
        return FigureNumber(
            share * 100, decimals: size >= 0.1 || size < 1e-12 ? 1 : size >= 0.01 ? 2 : size >= 0.001 ? 3 : 5)
    }

    func money(_ value: Double) -> FigureNumber {
        let size = abs(value)
        return FigureNumber(value, decimals: size >= 1_000 ? 0 : size >= 10 ? 1 : 3)
    }

    func share(_ value: Double) -> Cell { Cell(.number(percent(value)), origin: origin) }
    func amount(_ value: Double) -> Cell { Cell(.number(money(value)), origin: origin) }
    func number(_ value: Int) -> Cell { .number(value, origin: origin) }

    func words(_ share: Double) -> Localized {
        let text = NumberWording.text(percent(share))
        return Localized(text + " %", text + "%")
    }

    /// A firm's name: the record's, where the package has one of this id.
    func firm(_ id: String) -> Cell { input.model.linkCell(id) }

    var answer: Localized {
        let names = result.shocks.prefix(3).map { name(of: $0) }
        let what = Localized(
            names.map(\.en).joined(separator: ", "), names.map(\.zh).joined(separator: "、"))
        let lost = words(result.lossShare, result.bands?.lossShare)
        let worst = words(result.worst, result.bands?.worst)
        if result.lossShare.magnitude < 1e-9, result.worst < 1e-9 {
            guard let bands = result.bands, bands.felt > 0 else {
                return Localized("\(what.en): nothing is lost.", "\(what.zh)：没有损失。")
            }
            let most = words(bands.lossShare.high ?? 0)
            return Localized(
                "\(what.en): nothing is lost in the middle network; something runs short in \(bands.felt) of \(bands.samples), and 95 % of them "
                    + "lose \(most.en) of all output of \(result.days) days at most.",
                "\(what.zh)：居中的网络没有损失；\(bands.samples) 个网络中有 \(bands.felt) 个出现断供，95% 的网络在 \(result.days) 天内的损失不超过总产出的 \(most.zh)。"
            )
        }
        let dry = result.segments.filter { $0.dryDay != nil }.sorted {
            ($0.dryDay ?? 0, $0.sector) < ($1.dryDay ?? 0, $1.sector)
        }.first
        let ends = dry.map {
            let sector = input.model.name(of: $0.sector)
            return Localized(
                "; \(sector.en) runs short first, on day \($0.dryDay ?? 0)",
                "；最先断供的是\(sector.zh)（第 \($0.dryDay ?? 0) 天）")
        }
        if let bands = result.bands {
            let felt =
                bands.felt == 0
                ? Localized("; nothing runs short", "；没有投入断供")
                : Localized(
                    "; something runs short in \(bands.felt) of \(bands.samples) networks",
                    "；\(bands.samples) 个网络中有 \(bands.felt) 个出现断供")
            return Localized(
                "\(what.en): \(lost.en) of all output of \(result.days) days is lost, \(worst.en) on the worst day"
                    + felt.en + ".",
                "\(what.zh)：\(result.days) 天内损失总产出的 \(lost.zh)，最差的一天损失 \(worst.zh)" + felt.zh + "。")
        }
        return Localized(
            "\(what.en): \(lost.en) of all output of \(result.days) days is lost, \(worst.en) on the worst day (\(result.worstDay)); "
                + "\(result.hits.count.words) firms are hit" + (ends?.en ?? "") + ".",
            "\(what.zh)：\(result.days) 天内损失总产出的 \(lost.zh)，最差的一天（第 \(result.worstDay) 天）损失 \(worst.zh)；"
                + "\(result.hits.count.words) 家受冲击" + (ends?.zh ?? "") + "。")
    }

    var figures: [Figure] {
        var figures = [
            Figure(
                Localized("Output lost", "产出损失"),
                .number(percent(result.bands?.lossShare.middle ?? result.lossShare)), unit: Self.percentUnit,
                period: result.bands.flatMap { interval($0.lossShare) }, origin: origin,
                meaning: Localized(
                    "of all output in the days computed, less what is made up for later", "占推演期总产出，已扣除事后补产")),
            Figure(
                Localized("Amount lost", "产出损失额"), .number(money(result.loss)), unit: unit, origin: origin),
            Figure(
                Localized("of this, by what stopped itself", "其中停摆者自身损失"), .number(money(result.direct)),
                unit: unit,
                origin: origin),
            Figure(
                Localized("Worst day", "最差一天"),
                .number(percent(result.bands?.worst.middle ?? result.worst)), unit: Self.percentUnit,
                period: result.bands.flatMap { interval($0.worst) }
                    ?? Localized("day \(result.worstDay)", "第 \(result.worstDay) 天"), origin: origin),
            Figure(
                Localized("Final demand not met", "未满足的最终需求"), .number(money(result.unmet)), unit: unit,
                origin: origin),
            Figure(Localized("Firms hit", "受冲击企业"), .number(FigureNumber(result.hits.count)), origin: origin),
        ]
        if let jobs = result.bands?.jobDays?.middle ?? result.jobDays {
            figures.append(
                Figure(
                    Localized("Work lost", "损失的工作量"), .number(money(jobs)),
                    unit: Localized("job-days", "岗位·天"),
                    period: result.bands?.jobDays.flatMap { amounts($0) }, origin: origin,
                    meaning: Localized("jobs times the part of output lost, day by day", "岗位数乘以逐日产出损失比例")))
        } else {
            figures.append(
                Figure(
                    Localized("Work lost", "损失的工作量"), .missing(Self.noJobs(result))))
        }
        return figures
    }

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

    var hits: Table {
        let hasRegions = result.hits.contains { $0.region != nil }
        let hasJobs = result.jobDays != nil
        var columns: [Table.Column] = [
            .numbers("rank", "Rank", "名次"), .words("firm", "Firm", "企业"), .words("sector", "Sector", "部门"),
        ]
        if hasRegions { columns.append(.words("region", "Region", "地区")) }
        columns += [
            .numbers("loss", "Output lost", "产出损失", unit: unit)
        ]
        let hasBands = result.hits.contains { $0.low != nil }
        if hasBands {
            columns += [
                .numbers("low", "5 % of networks", "5% 网络", unit: unit),
                .numbers("high", "95 % of networks", "95% 网络", unit: unit),
            ]
        }
        columns += [
            .numbers("share", "Of its output", "占其产出", unit: Self.percentUnit),
            .numbers("worst", "Worst day", "最差一天", unit: Self.percentUnit),
            .numbers("hit_day", "Hit on day", "受冲击日"), .words("cause", "Why", "原因"),
            .words("path", "Through whom", "经由"),
        ]
        if hasJobs { columns.append(.numbers("job_days", "Job-days lost", "损失岗位·天")) }
        let shown = result.hits.prefix(rows)
        return Table(
            "hits", Localized("Who is hit, and through whom", "谁受冲击、经由谁"),
            caption: shown.count < result.hits.count
                ? Localized(
                    "the first \(shown.count.words) of \(result.hits.count.words); the result holds all",
                    "\(result.hits.count.words) 个中的前 \(shown.count.words) 个，结果含全部") : nil,
            columns: columns,
            rows: shown.enumerated().map { rank, hit in
                var row = [number(rank + 1), firm(hit.firm), .text(hit.sector)]
                if hasRegions { row.append(hit.region.map { .text($0) } ?? .unknown) }
                row.append(amount(hit.loss))
                if hasBands { row += [hit.low, hit.high].map { $0.map { amount($0) } ?? .unknown } }
                row += [
                    share(hit.share), share(hit.worst), number(hit.hitDay),
                    .text(why(hit), origin: origin),
                    .text(path(hit)),
                ]
                if hasJobs { row.append(hit.jobDays.map { amount($0) } ?? .unknown) }
                return row
            })
    }

    private func path(_ hit: Disrupt.Result.Hit) -> Localized {
        let isMadeUp = result.basis?.isMadeUp == true
        let steps = zip(hit.path, hit.along).map { firm, step in
            Disrupt.words(
                firm: firm, sector: step.sector, region: step.region, isMadeUp: isMadeUp, in: input.model)
        }
        return Localized.joined(steps, Localized(same: " → "))
    }

    private func why(_ hit: Disrupt.Result.Hit) -> Localized {
        let way = hit.way.map { Localized(", by way of \($0)", "，经 \($0)") } ?? Localized("", "")
        return switch hit.cause {
        case "input": Localized("lacks \(hit.input ?? "an input")", "缺 \(hit.input ?? "投入")") + way
        case "orders": Localized("is ordered less", "订单减少") + way
        default: Localized("stops itself", "自身停摆")
        }
    }

    var dry: Table {
        let shown = result.segments.filter { $0.dryDay != nil }.sorted {
            ($0.dryDay ?? 0, -$0.dryLoss, $0.sector) < ($1.dryDay ?? 0, -$1.dryLoss, $1.sector)
        }
        return Table(
            "dry", Localized("What runs dry, and when", "何种投入断供、何时"),
            caption: shown.isEmpty
                ? Localized("nobody makes less for lack of an input", "没有企业因缺少投入而减产") : nil,
            columns: [
                .words("sector", "Input", "投入"), .numbers("day", "First felt on day", "首次缺货日"),
                .numbers("users", "Users at most", "最多影响企业"),
                .numbers("loss", "Output not made for lack of it", "因缺货少产", unit: unit),
            ],
            rows: shown.prefix(rows).map {
                [.text($0.sector), number($0.dryDay ?? 0), number($0.dryUsers), amount($0.dryLoss)]
            })
    }

    private func weeks(
        _ id: String, _ title: Localized, _ column: Table.Column, _ rows: [(String, [Double])]
    ) -> Picture {
        // Weeks after the last loss of any row say nothing.
        let last = rows.compactMap { row in row.1.lastIndex { abs($0) > 1e-4 } }.max() ?? 0
        let shown = rows.map { ($0.0, $0.1.prefix(last + 1)) }
        let table = Table(
            id, title,
            caption: Localized("output lost on average in each week, %", "各周平均产出损失，%"),
            columns: [
                column, .words("week", "Week", "周"), .numbers("lost", "Lost", "损失", unit: Self.percentUnit),
            ],
            rows: shown.flatMap { name, weeks in
                weeks.enumerated().map { week, lost in [.text(name), .text("\(week + 1)"), share(lost)] }
            })
        return Picture(.heatmap(row: column.id, column: "week", value: "lost"), table)
    }

    var segmentWeeks: Picture {
        weeks(
            "segments-by-week", Localized("Sectors week by week", "各部门逐周"), .words("sector", "Sector", "部门"),
            result.segments.filter { $0.worst > 1e-9 }.prefix(min(rows, 16)).map {
                ($0.sector, Array($0.weeks.prefix(26)))
            })
    }

    var regionWeeks: Picture {
        weeks(
            "regions-by-week", Localized("Regions week by week", "各地区逐周"), .words("region", "Region", "地区"),
            result.regions.prefix(16).map { ($0.region, Array($0.weeks.prefix(26))) })
    }

    var regions: Table {
        Table(
            "regions", Localized("By region", "按地区"),
            columns: [
                .words("region", "Region", "地区"), .numbers("loss", "Output lost", "产出损失", unit: unit),
                .numbers("worst", "Worst day", "最差一天", unit: Self.percentUnit),
                .numbers("day", "On day", "日"),
            ],
            rows: result.regions.sorted { (-$0.loss, $0.region) < (-$1.loss, $1.region) }.map {
                [firm($0.region), amount($0.loss), share($0.worst), number($0.worstDay)]
            })
    }

    /// Regions on a map by what they lose on their worst day; `nil` where the package knows no point of any.
    var map: Picture? {
        let rows = result.regions.compactMap { row -> [Cell]? in
            guard let record = input.model.record(id: row.region), let east = record.number("lon"),
                let north = record.number("lat")
            else { return nil }
            let kind =
                row.worst >= 0.5
                ? Localized("loses half or more", "损失一半以上")
                : row.worst >= 0.1
                    ? Localized("loses a tenth or more", "损失一成以上")
                    : row.worst >= 0.01
                        ? Localized("loses a hundredth or more", "损失百分之一以上") : Localized("loses less", "损失更少")
            return [
                .link(record), .text(kind, origin: origin), share(row.worst), number(row.worstDay),
                .number(east, decimals: 4), .number(north, decimals: 4),
            ]
        }
        guard !rows.isEmpty else { return nil }
        let table = Table(
            "region-map", Localized("Where it is felt", "影响地区"),
            caption: Localized(
                "by the worst day of each region; week by week below", "按各地区最差一天；逐周见下"),
            columns: [
                .words("region", "Region", "地区"), .words("kind", "Class", "类别"),
                .numbers("worst", "Worst day", "最差一天", unit: Self.percentUnit),
                .numbers("day", "On day", "日"),
                .numbers("lon", "Longitude", "经度"), .numbers("lat", "Latitude", "纬度"),
            ], rows: rows)
        return Picture(.map(name: "region", longitude: "lon", latitude: "lat", kind: "kind"), table)
    }

    /// What many networks say.
    func bands(_ bands: Disrupt.Result.Bands) -> Table {
        func cells(_ interval: Disrupt.Result.Bands.Interval, _ cell: (Double) -> Cell) -> [Cell] {
            [interval.low, interval.middle, interval.high].map { $0.map(cell) ?? .unknown }
        }
        let day: (Double) -> Cell = { .number($0, decimals: 0, origin: self.origin) }
        var rows: [[Cell]] = [
            [.text(Localized("Output lost, %", "产出损失，%"))] + cells(bands.lossShare, share),
            [.text(Localized("Worst day, %", "最差一天，%"))] + cells(bands.worst, share),
            [
                .text(
                    Localized(
                        "First day of a lack (\(bands.felt) networks)", "首次缺货日（\(bands.felt) 个网络）"))
            ] + cells(bands.firstDry, day),
        ]
        for named in (bands.regions + bands.segments).sorted(by: {
            (-($0.worst.middle ?? 0), $0.name) < (-($1.worst.middle ?? 0), $1.name)
        }).prefix(self.rows) {
            rows.append([firm(named.name)] + cells(named.worst, share))
        }
        return Table(
            "bands", Localized("Over \(bands.samples.words) networks", "\(bands.samples.words) 个网络"),
            caption: Localized(
                "the middle 90 % of the networks; regions and sectors: the part lost on their worst day",
                "中间 90% 的网络；地区与部门为其最差一天的损失"),
            columns: [
                .words("what", "What", "项目"), .numbers("low", "Low", "低"), .numbers("middle", "Middle", "中"),
                .numbers("high", "High", "高"),
            ], rows: rows)
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
