import Ecosystem
import Reporting

extension DisruptPage {
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
            caption: .first(shown.count, of: result.hits.count),
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
}
