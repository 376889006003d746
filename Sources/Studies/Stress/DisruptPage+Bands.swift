import Ecosystem
import Reporting

extension DisruptPage {
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
}
