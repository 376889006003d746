import Ecosystem
import Reporting

extension DisruptPage {
    /// What a shock names, in words: the record's name for its id.
    func name(of shock: Disrupt.Result.Shock) -> Localized {
        Disrupt.words(what: shock.what, in: input.model)
    }

    /// The middle 90 % in words; `nil` where there is none.
    func interval(_ interval: Disrupt.Result.Bands.Interval) -> Localized? {
        guard let low = interval.low, let high = interval.high else { return nil }
        let ends = [low, high].map { NumberWording.text(percent($0)) }
        return Localized("90 %: \(ends[0])–\(ends[1])", "90%：\(ends[0])–\(ends[1])")
    }

    /// The middle 90 % of amounts in words; `nil` where there is none.
    func amounts(_ interval: Disrupt.Result.Bands.Interval) -> Localized? {
        guard let low = interval.low, let high = interval.high else { return nil }
        let ends = [low, high].map { NumberWording.text(money($0)) }
        return Localized("90 %: \(ends[0])–\(ends[1])", "90%：\(ends[0])–\(ends[1])")
    }

    /// Why no jobs are told, and what would tell them.
    static func noJobs(_ result: Disrupt.Result) -> Localized {
        // A table of sectors has no pay to divide.
        result.source == "table"
            ? Localized("no jobs are given", "未给出就业")
            : Localized(
                "no jobs are given; the yearly pay of a job (pay) gives them where the network holds pay",
                "未给出就业；若网络含劳动者报酬，填写每个岗位年报酬（pay）即可推算")
    }

    /// A part in per cent, with the middle 90 % of the networks in brackets where there are several.
    func words(_ share: Double, _ interval: Disrupt.Result.Bands.Interval?) -> Localized {
        guard let interval, let low = interval.low, let middle = interval.middle, let high = interval.high
        else { return words(share) }
        let texts = [middle, low, high].map { NumberWording.text(percent($0)) }
        return Localized(
            "\(texts[0]) % (\(texts[1])–\(texts[2]))", "\(texts[0])%（\(texts[1])–\(texts[2])）")
    }

    /// The loss day by day: the line of one network, or the middle of many with its bands.
    var curve: Picture {
        let hasBand = result.curve.contains { $0.p50 != nil }
        let quantiles = ["p5", "p25", "p50", "p75", "p95"]
        var columns: [Table.Column] = [.numbers("day", "Day", "天")]
        columns +=
            hasBand
            ? quantiles.map {
                .numbers($0, $0.uppercased(), $0.uppercased(), unit: Self.percentUnit)
            } : [.numbers("loss", "Output lost", "产出损失", unit: Self.percentUnit)]
        columns += [
            .numbers("unmet", "Final demand not met", "未满足的最终需求", unit: unit),
            .numbers("hit", "Firms hit", "受冲击企业"),
        ]
        let table = Table(
            "loss-curve", Localized("Output lost day by day", "逐日产出损失"),
            caption: hasBand
                ? Localized(
                    "median of the networks, half of them in the dark band, nine tenths in the light one; below zero: more is made than before; "
                        + "demand and firms are those of the network with the middle loss",
                    "各网络中位数；深带含一半网络，浅带含九成；低于零：为补库而多产；需求与企业数取损失居中的网络")
                : Localized(
                    "below zero: more is made than before, to refill stocks", "低于零：为补库而多产"),
            columns: columns,
            rows: result.curve.map { day in
                let losses =
                    hasBand
                    ? [day.p5, day.p25, day.p50, day.p75, day.p95].map { $0.map { share($0) } ?? .unknown }
                    : [share(day.loss)]
                return [number(day.day)] + losses + [amount(day.unmet), number(day.hit)]
            })
        return Picture(
            hasBand
                ? .bands(time: "day", quantiles: quantiles)
                : .series(time: "day", values: ["loss"], group: nil), table)
    }

    /// Days between the rows of the map's table: few enough that a reader can follow them.
    private static func step(_ days: Int) -> Int {
        [1, 2, 3, 5, 7, 10, 14, 30, 60].first { days / $0 <= 60 } ?? max(1, days / 60)
    }

    /// The loss of each region day by day, as a map with a slider; `nil` where the package knows none of the regions.
    var regionDays: Picture? {
        let known = result.regions.filter { input.model.record(id: $0.region)?.kind == .region }
        let length = known.map(\.days.count).max() ?? 0
        // Days after the last loss say nothing.
        let last = known.compactMap { $0.days.lastIndex { abs($0) > 5e-4 } }.max() ?? 0
        guard length > 0 else { return nil }
        let step = Self.step(min(length, last + 2))
        let days = Array(stride(from: 0, through: min(length - 1, last + step), by: step))
        let struck = Set(
            result.shocks.filter { $0.kind == "region" && $0.depth > 0 && $0.days > 0 }.map { shock in
                shock.what.hasPrefix("region:") ? String(shock.what.dropFirst(7)) : shock.what
            })
        var columns: [Table.Column] = [.numbers("day", "Day", "天")]
        var areas: [Picture.Area] = []
        for region in known {
            guard let record = input.model.record(id: region.region) else { continue }
            let column =
                "r_"
                + String(region.region.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
                .lowercased()
            columns.append(
                Table.Column(column, record.name, unit: Self.percentUnit, kind: .number))
            areas.append(
                .init(
                    column: column, region: region.region, code: record.text("gbt2260") ?? region.region,
                    point: input.model.centre(ofRegion: record.id), isStruck: struck.contains(region.region)))
        }
        let table = Table(
            "region-days", Localized("Where output is lost, day by day", "各地逐日产出损失"),
            caption: result.bands == nil
                ? Localized("part of each place's output that is lost", "各地产出的损失比例")
                : Localized(
                    "part of each place's output that is lost, the median of the networks", "各地产出的损失比例，各网络中位数"
                ),
            columns: columns,
            rows: days.map { day in
                [.number(day, origin: origin)]
                    + known.map { region in
                        region.days.indices.contains(day)
                            ? Cell.number(region.days[day] * 100, decimals: 1, origin: origin) : .unknown
                    }
            })
        return Picture(.mapOverTime(time: "day", areas: areas), table)
    }

    /// What runs short, in how many networks and when.
    func dry(_ bands: Disrupt.Result.Bands) -> Table {
        let day: (Double?) -> Cell = { $0.map { .number($0, decimals: 0, origin: self.origin) } ?? .unknown }
        return Table(
            "dry-bands", Localized("What runs dry, and when, over all networks", "各网络中何种投入断供、何时"),
            caption: bands.dry.isEmpty
                ? Localized("in no network does anybody make less for lack of an input", "没有一个网络出现因缺投入而减产")
                : Localized(
                    "the first day on which a user makes less for lack of it, in the networks in which one does",
                    "首个因缺该投入而减产之日，仅计出现断供的网络"),
            columns: [
                .words("sector", "Input", "投入"),
                .numbers(
                    "felt", "In networks", "出现的网络数",
                    unit: Localized("of \(bands.samples)", "共 \(bands.samples) 个")),
                .numbers("p5", "5 %", "5%"), .numbers("p50", "First day, median", "首日中位"),
                .numbers("p95", "95 %", "95%"),
            ],
            rows: bands.dry.prefix(rows).map { dry in
                [
                    firm(dry.sector), number(dry.felt), day(dry.day.low), day(dry.day.middle),
                    day(dry.day.high),
                ]
            })
    }

    /// Organizations that documents name: an interval each, in no order of loss.
    func named(_ bands: Disrupt.Result.Bands) -> Table {
        let part: (Double?) -> Cell = { $0.map { self.share($0) } ?? .unknown }
        return Table(
            "named", Localized("Organizations that documents name", "文献点名的机构"),
            caption: Localized(
                "by a made-up firm of its segment and place in each network; in the order of the package, never ranked",
                "以各网络中同环节同地的合成企业代表；按数据包顺序，不作排名"),
            columns: [
                .words("organization", "Organization", "机构"), .words("segment", "Segment", "环节"),
                .words("region", "Place", "地区"),
                .numbers(
                    "felt", "Hit in networks", "受冲击的网络数",
                    unit: Localized("of \(bands.samples)", "共 \(bands.samples) 个")),
                .numbers("p5", "5 %", "5%", unit: Self.percentUnit),
                .numbers("p50", "Of its output, median", "占其产出中位", unit: Self.percentUnit),
                .numbers("p95", "95 %", "95%", unit: Self.percentUnit),
            ],
            rows: bands.named.map { named in
                [
                    firm(named.organization), firm(named.segment), firm(named.region), number(named.felt),
                    part(named.share.low), part(named.share.middle), part(named.share.high),
                ]
            })
    }
}
