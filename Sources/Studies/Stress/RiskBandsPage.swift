import Ecosystem
import Reporting

/// The blocks of an answer about many reconstructed networks.
struct RiskBandsPage {
    typealias Bands = FirmRisk.Result.Bands

    private let bands: Bands
    private let model: EcosystemModel
    private let rows: Int
    /// What weighs: revenue, or a column of the networks.
    private let weighed: Localized
    private let origin: Origin
    private let shared: KeystoneBlocks

    init(_ bands: Bands, _ model: EcosystemModel, weight: String?, rows: Int) {
        weighed =
            weight.flatMap { $0 == "revenue" ? nil : Localized(same: $0) } ?? Localized("revenue", "收入")
        self.bands = bands
        self.model = model
        self.rows = rows
        origin = Origin(
            basis: .synthetic,
            note: Localized(
                "over \(bands.samples) reconstructed networks, seeds from \(bands.seed) on",
                "基于 \(bands.samples) 个重建网络，种子自 \(bands.seed) 起"))
        shared = KeystoneBlocks(origin: origin, model: model)
    }

    private func cell(_ value: Double) -> Cell { shared.cell(value) }

    var answer: Localized {
        guard let first = bands.curve.first, let shape = bands.shape else {
            return Localized("There is nothing to compute in this part.", "此部分没有可计算的内容。")
        }
        let gravest = LossNumbers.range(first.loss)
        let carried = LossNumbers.words(bands.firms > 10 ? shape.firstTen : bands.grave)
        let carriers =
            bands.firms > 10
            ? Localized(
                "the ten gravest of \(bands.firms.words) firms carry \(carried.en) of all risk",
                "\(bands.firms.words) 家企业中最严重的十家承担全部风险的 \(carried.zh)")
            : Localized("\(carried.en) of firms cost 1 % or more", "损失达 1% 的企业占 \(carried.zh)")
        return Localized(
            "In \(bands.samples.words) networks that fit what is known, the gravest failure costs \(gravest.en) of all \(weighed.en), the firm's own "
                + "included; \(carriers.en).",
            "在 \(bands.samples.words) 个符合已知信息的网络中，最严重的停产损失总\(weighed.zh)的 \(gravest.zh)（含企业自身）；\(carriers.zh)。"
        )
    }

    var figures: [Figure] {
        func interval(_ label: Localized, _ value: Bands.Interval) -> Figure {
            Figure(
                label, .number(LossNumbers.percent(value.middle)), unit: LossNumbers.unit, origin: origin,
                meaning: Localized("Middle 90 %: ", "中间 90%：") + LossNumbers.range(value))
        }
        return [
            interval(Localized("Gravest loss", "最大损失"), bands.curve.first?.loss ?? .init([])),
            interval(Localized("Mean loss", "平均损失"), bands.mean),
        ]
            + (bands.shape.map { shape in
                shared.figures(shape, firms: bands.firms, \.middle) { $0 }
            } ?? []) + [
                Figure(
                    Localized("Networks", "网络个数"), .number(FigureNumber(bands.samples)), origin: origin),
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

    private static func cells(_ interval: Bands.Interval, _ cell: (Double) -> Cell) -> [Cell] {
        [interval.low, interval.quarter, interval.middle, interval.threeQuarters, interval.high].map(cell)
    }

    /// Rank against loss.
    var curve: Picture {
        let table = Table(
            "rank-curve",
            Localized("A few firms are grave, most are not: the loss by rank", "少数企业影响重大，多数不然：按名次的损失"),
            caption: Localized(
                "Part of all \(weighed.en) that is lost when the firm at a rank fails. Each network has its own firm at a rank; a plateau at the left are "
                    + "firms that take each other down. Both axes by powers of ten.",
                "某名次企业停产时损失的总\(weighed.zh)比例。每个网络在同一名次上的企业各不相同；左侧平台为相互牵连的企业。两轴均为对数刻度。"),
            columns: [.numbers("rank", "Rank", "名次")] + LossNumbers.columns,
            rows: bands.curve.map { [.number($0.rank, origin: origin)] + Self.cells($0.loss, cell) })
        return Picture(
            .bands(time: "rank", quantiles: LossNumbers.quantiles, scale: .logarithmic), table)
    }

    private func name(_ id: String) -> Cell { model.linkCell(id) }

    private func sorted(_ groups: [Bands.Group]) -> [Bands.Group] {
        groups.sorted { left, right in (-left.mean.middle, left.id) < (-right.mean.middle, right.id) }
    }

    private static let groupColumns: [Table.Column] = [
        .numbers("firms", "Firms", "企业"), .numbers("mean", "Mean loss", "平均损失", unit: LossNumbers.unit),
        .numbers("mean_low", "5 %", "5%", unit: LossNumbers.unit),
        .numbers("mean_high", "95 %", "95%", unit: LossNumbers.unit),
        .numbers("largest", "Gravest", "最大", unit: LossNumbers.unit),
        .numbers("largest_low", "5 %", "5%", unit: LossNumbers.unit),
        .numbers("largest_high", "95 %", "95%", unit: LossNumbers.unit),
    ]

    private func cells(_ group: Bands.Group) -> [Cell] {
        [.number(group.firms, origin: origin)]
            + [
                group.mean.middle, group.mean.low, group.mean.high, group.largest.middle, group.largest.low,
                group.largest.high,
            ].map(cell)
    }

    /// Segments, with those that cannot do without them.
    var segments: Table {
        Table(
            "segments",
            Localized(
                "By segment: whose failure costs most, and who cannot do without it", "按环节：停产损失与离不开它的环节"),
            caption: Localized(
                "What the failure of one firm of a segment costs, the middle over networks, and 5 % to 95 % of them. Users that need a segment "
                    + "stop with it; all others can partly do without.",
                "环节内一家企业停产的损失：各网络中位数及 5% 至 95% 区间。离不开它的环节会随之停产，其余可部分缺少。"),
            columns: [.words("segment", "Segment", "环节")] + Self.groupColumns + [
                .words("needed_by", "Cannot be done without by", "离不开它的环节")
            ],
            rows: sorted(bands.segments).map { group in
                [name(group.id)] + cells(group) + [shared.users(group.essentialFor ?? [])]
            }, bars: "mean")
    }

    /// Places.
    var regions: Table {
        Table(
            "regions", Localized("By place", "按地区"),
            caption: Localized(
                "What the failure of one firm of a place costs, the middle over networks, and 5 % to 95 % of them",
                "当地一家企业停产的损失：各网络中位数及 5% 至 95% 区间"),
            columns: [.words("region", "Place", "地区")] + Self.groupColumns,
            rows: sorted(bands.regions).map { [name($0.id)] + cells($0) }, bars: "mean")
    }

    /// Through customers against through suppliers, by segment.
    var directions: Picture {
        let up = bands.segments.count { $0.upstream.middle > $0.downstream.middle }
        let table = Table(
            "directions",
            Localized(
                "Which way a loss runs: through customers or through suppliers", "损失的方向：经由客户还是经由供应商"),
            caption: Localized(
                "Mean loss of a firm of each segment, the middle over networks; lines span 5 % to 95 %. Below the dashed line a segment is grave "
                    + "because customers lack its goods, above it because suppliers lose its orders: so \(up.words) of "
                    + "\(bands.segments.count.words) segments. Both axes by powers of ten.",
                "各环节企业平均损失的网络中位数，细线为 5% 至 95%。虚线以下的环节因客户缺其货而关键，以上因供应商失其订单而关键：后者为 \(bands.segments.count.words) 个环节中的 \(up.words) 个。两轴均为对数刻度。"
            ),
            columns: [
                .words("segment", "Segment", "环节"),
                .numbers("downstream", "Through customers", "经由客户", unit: LossNumbers.unit),
                .numbers("downstream_low", "5 %", "5%", unit: LossNumbers.unit),
                .numbers("downstream_high", "95 %", "95%", unit: LossNumbers.unit),
                .numbers("upstream", "Through suppliers", "经由供应商", unit: LossNumbers.unit),
                .numbers("upstream_low", "5 %", "5%", unit: LossNumbers.unit),
                .numbers("upstream_high", "95 %", "95%", unit: LossNumbers.unit),
            ],
            rows: sorted(bands.segments).map { group in
                [name(group.id)]
                    + [group.downstream, group.upstream].flatMap {
                        [cell($0.middle), cell($0.low), cell($0.high)]
                    }
            })
        return Picture(
            .scatter(
                name: "segment", x: "downstream", y: "upstream", group: nil,
                ranges: .init(
                    x: .init(lower: "downstream_low", upper: "downstream_high"),
                    y: .init(lower: "upstream_low", upper: "upstream_high")), scale: .logarithmic), table)
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
                "named", Localized("Named firms, in the order of their ids", "具名企业（按编号排列）"),
                caption: Localized(
                    "what the failure of a firm of its segment and city costs; no rank, for its size and its links are assumed",
                    "同环节同城市企业停产的损失；不是名次，因其规模与连线均为假设"),
                columns: [
                    .words("organization", "Firm", "企业"), .words("segment", "Segment", "环节"),
                    .words("region", "Place", "地区"),
                ] + LossNumbers.columns,
                rows: bands.named.sorted { $0.organization < $1.organization }.map { firm in
                    [name(firm.organization), name(firm.segment), name(firm.region)]
                        + Self.cells(firm.loss, cell)
                }))
    }

    /// The ways of a loss, or whom it hits hardest, segment by segment.
    private func table(of pair: FirmRisk.Result.PairBands) -> Table {
        let from = model.name(of: pair.from)
        let networks = Table.Column.numbers(
            "networks", "In networks", "出现的网络数",
            unit: Localized("of \(bands.samples)", "共 \(bands.samples) 个"))
        guard let target = pair.to else {
            return Table(
                "hit",
                Localized("Whom the failure of \(from.en) hits hardest", "\(from.zh)停产对谁冲击最重"),
                caption: Localized(
                    "of the forty firms hit hardest in each network, what those of a segment lose, as a part of all \(weighed.en)",
                    "各网络中受冲击最重的四十家企业，按环节合计的损失占总\(weighed.zh)的比例"),
                columns: [.words("segment", "Segment", "环节"), networks] + LossNumbers.columns,
                rows: pair.hits.map { hit in
                    [name(hit.segment), .number(hit.networks, origin: origin)] + Self.cells(hit.weighed, cell)
                }, bars: "middle")
        }
        let to = model.name(of: target)
        let none = Bands.Interval([])
        let (down, up) = (
            LossNumbers.words(pair.downstream ?? none), LossNumbers.words(pair.upstream ?? none)
        )
        return Table(
            "paths",
            Localized("How the failure of \(from.en) reaches \(to.en)", "\(from.zh)停产如何传到\(to.zh)"),
            caption: Localized(
                "It loses \(down.en) of its capacity for lack of inputs and \(up.en) for lack of orders. Firms on the way are told of by their "
                    + "segments, for each network has its own.",
                "其产能因缺投入损失 \(down.zh)，因缺订单损失 \(up.zh)。途经企业只以环节表示，因各网络各不相同。"),
            columns: [
                .words("path", "Through which segments", "经由哪些环节"), .words("direction", "Why", "原因"),
                networks,
            ] + LossNumbers.columns,
            rows: pair.ways.map { way in
                let names = way.segments.map { model.name(of: $0) }
                return [
                    .text(
                        Localized(
                            names.map(\.en).joined(separator: " → "), names.map(\.zh).joined(separator: " → ")
                        )),
                    .text(
                        way.direction == "downstream"
                            ? Localized("lack of inputs", "缺投入") : Localized("lack of orders", "缺订单")),
                    .number(way.networks, origin: origin),
                ] + Self.cells(way.amount, cell)
            }, bars: "middle")
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
        if let pair = bands.pair { blocks.append(.table(table(of: pair))) }
        if bands.regions.count > 1 { blocks.append(.table(regions)) }
        if let shape = bands.shape,
            let sizes = shared.sizes(shape, weighed: weighed, \.middle)
        {
            blocks.append(.picture(sizes))
        }
        blocks.append(named)
        if let exactness { blocks.append(.note(exactness)) }
        blocks.append(.note(KeystoneBlocks.cannotSay))
        return blocks
    }
}
