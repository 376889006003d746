import Ecosystem
import Reporting

/// The blocks of an answer about many reconstructed networks.
struct RiskBandsPage {
    private let bands: FirmRisk.Result.Bands
    private let model: EcosystemModel
    private let rows: Int
    private let origin: Origin
    private static let percent = Localized(same: "%")

    init(_ bands: FirmRisk.Result.Bands, _ model: EcosystemModel, rows: Int) {
        self.bands = bands
        self.model = model
        self.rows = rows
        origin = Origin(
            basis: .synthetic,
            note: Localized(
                "over \(bands.samples) reconstructed networks, seeds from \(bands.seed) on",
                "基于 \(bands.samples) 个重建网络，种子自 \(bands.seed) 起"))
    }

    /// A share as per cent with digits enough to tell values apart.
    private static func share(_ value: Double) -> FigureNumber {
        FigureNumber(value * 100, decimals: value >= 0.1 ? 1 : value >= 0.01 ? 2 : value >= 1e-3 ? 3 : 5)
    }

    private func cell(_ value: Double) -> Cell { Cell(.number(Self.share(value)), origin: origin) }

    private static func words(_ interval: FirmRisk.Result.Bands.Interval) -> Localized {
        let (low, high) = (NumberWording.text(share(interval.low)), NumberWording.text(share(interval.high)))
        return Localized("\(low) to \(high) %", "\(low)% 至 \(high)%")
    }

    var answer: Localized {
        guard let first = bands.curve.first else {
            return Localized("There is nothing to compute in this part.", "此部分没有可计算的内容。")
        }
        let gravest = Self.words(first.loss)
        let grave = Self.words(bands.grave)
        return Localized(
            "In \(bands.samples.words) networks that fit what is known, the gravest failure costs \(gravest.en) of all revenue, the firm's own "
                + "included, and \(grave.en) of firms cost 1 % or more.",
            "在 \(bands.samples.words) 个符合已知信息的网络中，最严重的停产损失总收入的 \(gravest.zh)（含企业自身），损失达 1% 的企业占 \(grave.zh)。")
    }

    var figures: [Figure] {
        func interval(_ label: Localized, _ value: FirmRisk.Result.Bands.Interval) -> Figure {
            Figure(
                label, .number(Self.share(value.middle)), unit: Self.percent, origin: origin,
                meaning: Localized("middle 90 %: ", "中间 90%：") + Self.words(value))
        }
        return [
            interval(Localized("Gravest loss", "最大损失"), bands.curve.first?.loss ?? .init([])),
            interval(Localized("Mean loss", "平均损失"), bands.mean),
            Figure(Localized("Networks", "网络个数"), .number(FigureNumber(bands.samples)), origin: origin),
            Figure(
                Localized("Made-up firms each", "每个网络合成企业"), .number(FigureNumber(bands.firms)),
                origin: origin),
        ]
    }

    var label: Note {
        Note(
            .synthetic, Localized("The firms and links of these networks are made up", "这些网络的企业与连线为合成"),
            Localized(
                "They fit the numbers of firms, the named firms and links on record and the national coefficients; the study reconstruct lists "
                    + "what is assumed. Read shapes and intervals, never a rank of a real firm.",
                "它们符合有记录的企业数、具名企业与连线以及全国系数；所用假设见研究 reconstruct。应看形态与区间，不可据此排名真实企业。"), origin: origin)
    }

    private static let intervalColumns: [Table.Column] = [
        .numbers("low", "5 %", "5%", unit: percent), .numbers("middle", "Middle", "中位", unit: percent),
        .numbers("high", "95 %", "95%", unit: percent),
    ]

    private func cells(_ interval: FirmRisk.Result.Bands.Interval) -> [Cell] {
        [cell(interval.low), cell(interval.middle), cell(interval.high)]
    }

    /// Rank against loss.
    var curve: Picture {
        let table = Table(
            "rank-curve", Localized("Loss by rank", "按名次的损失"),
            caption: Localized(
                "each network has its own firm at a rank; a plateau at the left are firms that take each other down",
                "每个网络在同一名次上的企业各不相同；左侧平台为相互牵连的企业"),
            columns: [.numbers("rank", "Rank", "名次")] + Self.intervalColumns,
            rows: bands.curve.map { [.number($0.rank, origin: origin)] + cells($0.loss) })
        return Picture(.series(time: "rank", values: ["low", "middle", "high"], group: nil), table)
    }

    private func name(_ id: String) -> Cell { model.linkCell(id) }

    private func table(
        _ id: String, _ title: Localized, _ first: Table.Column, _ groups: [FirmRisk.Result.Bands.Group]
    ) -> Table {
        let sorted = groups.sorted { left, right in
            (-left.mean.middle, left.id) < (-right.mean.middle, right.id)
        }
        return Table(
            id, title,
            caption: Localized("the middle over networks, and 5 % to 95 % of them", "各网络的中位数，及 5% 至 95% 区间"),
            columns: [
                first, .numbers("firms", "Firms", "企业"),
                .numbers("mean", "Mean loss", "平均损失", unit: Self.percent),
                .numbers("mean_low", "5 %", "5%", unit: Self.percent),
                .numbers("mean_high", "95 %", "95%", unit: Self.percent),
                .numbers("largest", "Gravest", "最大", unit: Self.percent),
                .numbers("largest_low", "5 %", "5%", unit: Self.percent),
                .numbers("largest_high", "95 %", "95%", unit: Self.percent),
            ],
            rows: sorted.map { group in
                [
                    name(group.id), .number(group.firms, origin: origin), cell(group.mean.middle),
                    cell(group.mean.low),
                    cell(group.mean.high), cell(group.largest.middle), cell(group.largest.low),
                    cell(group.largest.high),
                ]
            })
    }

    var segments: Table {
        table("segments", Localized("By segment", "按环节"), .words("segment", "Segment", "环节"), bands.segments)
    }

    var regions: Table {
        table("regions", Localized("By place", "按地区"), .words("region", "Place", "地区"), bands.regions)
    }

    /// Through customers against through suppliers, by segment.
    var directions: Picture {
        let sorted = bands.segments.sorted { left, right in
            (-left.mean.middle, left.id) < (-right.mean.middle, right.id)
        }
        let table = Table(
            "directions", Localized("Through customers and through suppliers", "经由客户与经由供应商"),
            caption: Localized(
                "mean loss of a firm of the segment, the middle over networks", "环节内企业平均损失，各网络中位数"),
            columns: [
                .words("segment", "Segment", "环节"),
                .numbers("downstream", "Through customers", "经由客户", unit: Self.percent),
                .numbers("upstream", "Through suppliers", "经由供应商", unit: Self.percent),
            ],
            rows: sorted.prefix(rows).map { group in
                [
                    .text(model.name(of: group.id)),
                    cell(group.downstream.middle),
                    cell(group.upstream.middle),
                ]
            })
        return Picture(.bars(name: "segment", values: ["downstream", "upstream"]), table)
    }

    /// Named firms in alphabetical order of their ids: an interval, and no rank.
    var named: Block {
        guard !bands.named.isEmpty else {
            return .note(
                Note(
                    .note, Localized("Named firms are told of from 100 networks on", "不少于 100 个网络时才给出具名企业"),
                    Localized("fewer say too little of a firm whose links are assumed", "个数过少，不足以说明连线为假设的企业"))
            )
        }
        return .table(
            Table(
                "named", Localized("Named firms", "具名企业"),
                caption: Localized(
                    "what the failure of a firm of its segment and city costs; no rank, for its size and its links are assumed",
                    "同环节同城市企业停产的损失；不是名次，因其规模与连线均为假设"),
                columns: [
                    .words("organization", "Firm", "企业"), .words("segment", "Segment", "环节"),
                    .words("region", "Place", "地区"),
                ] + Self.intervalColumns,
                rows: bands.named.sorted { $0.organization < $1.organization }.map { firm in
                    [name(firm.organization), name(firm.segment), name(firm.region)] + cells(firm.loss)
                }))
    }

    var exactness: Note? {
        guard bands.uncertified > 0 else { return nil }
        return Note(
            .warning,
            Localized(
                "For \(bands.uncertified.words) values no bound within the tolerance could be proven",
                "\(bands.uncertified.words) 个数值无法证明误差在容许范围内"))
    }

    var blocks: [Block] {
        var blocks: [Block] = [.figures(figures), .note(label)]
        guard !bands.curve.isEmpty else { return blocks }
        blocks += [.picture(curve), .table(segments), .picture(directions)]
        if bands.regions.count > 1 { blocks.append(.table(regions)) }
        blocks.append(named)
        if let exactness { blocks.append(.note(exactness)) }
        return blocks
    }
}
