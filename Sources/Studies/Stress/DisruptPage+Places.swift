import Ecosystem
import Reporting

extension DisruptPage {
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
}
