import Ecosystem
import Reporting

/// The blocks of an answer over many reconstructed networks.
struct TimeToSurviveBandsPage {
    typealias Bands = TimeToSurvive.Result.Bands
    let result: TimeToSurvive.Result
    let bands: Bands
    let model: EcosystemModel

    private var origin: Origin {
        Origin(
            basis: .synthetic,
            note: Localized(
                "\(bands.samples) reconstructed networks, seeds from \(bands.seed)",
                "\(bands.samples) 个重建网络，种子自 \(bands.seed) 起"))
    }
    private var unit: Localized { TimeToSurvive.unitWords(result.unit) }
    private var money: Localized {
        let unit = result.money ?? Localized("", "")
        return result.hasMargins
            ? Localized("\(unit.en) of value added", "\(unit.zh)增加值")
            : Localized("\(unit.en) of sales", "\(unit.zh)销售")
    }

    private func number(_ value: Double) -> FigureNumber {
        FigureNumber(value, decimals: value == 0 || value.magnitude >= 100 ? 0 : value.magnitude >= 1 ? 1 : 3)
    }
    private func cell(_ value: Double) -> Cell { Cell(.number(number(value)), origin: origin) }
    private func range(_ interval: Bands.Interval, _ factor: Double = 1) -> Cell {
        let low = NumberWording.text(number(interval.low * factor))
        let high = NumberWording.text(number(interval.high * factor))
        return .text(Localized(same: low == high ? low : "\(low)–\(high)"), origin: origin)
    }

    var answer: Localized {
        guard let all = bands.all else { return Localized("There is nothing that stops.", "没有停产情景。") }
        let part = NumberWording.text(number(all.exposed.middle * 100))
        let low = NumberWording.text(number(all.exposed.low * 100))
        let high = NumberWording.text(number(all.exposed.high * 100))
        let graver = bands.segments.sorted { ($1.loss.middle, $0.id) < ($0.loss.middle, $1.id) }.prefix(3)
            .map { model.name(of: $0.id) }
        return Localized(
            "Without \(part) % of made-up firms (\(low)–\(high) % over \(bands.samples) networks) demand fails before they are back. A stop costs most in "
                + graver.map(\.en).joined(separator: ", ") + ".",
            "\(part)% 的合成企业（\(bands.samples) 个网络中为 \(low)–\(high)%）停产时，需求在其恢复之前落空。停产损失最大的环节："
                + graver.map(\.zh).joined(separator: "、") + "。")
    }

    var figures: [Figure] {
        guard let all = bands.all else { return [] }
        var figures = [
            Figure(
                Localized("Exposed, the middle network", "撑不到恢复的企业比例（中位网络）"),
                .number(number(all.exposed.middle * 100)), unit: Localized(same: "%"), origin: origin,
                meaning: Localized("recovery takes longer than demand survives", "恢复时间长于可支撑时间"))
        ]
        if let shortest = all.shortest {
            figures.append(
                Figure(
                    Localized("Shortest time to survive", "最短可支撑时间"), .number(number(shortest.middle)),
                    unit: unit,
                    origin: origin))
        }
        return figures + [
            Figure(
                Localized("Mean loss of a stop", "一次停产的平均损失"), .number(number(all.loss.middle)), unit: money,
                origin: origin),
            Figure(
                Localized("Reconstructed networks", "重建网络"), .number(FigureNumber(bands.samples)),
                origin: origin),
            Figure(Localized("Firms in each", "每个网络的企业"), .number(FigureNumber(all.firms)), origin: origin),
        ]
    }

    func table(_ id: String, _ title: Localized, _ groups: [Bands.Group], _ who: Table.Column) -> Table {
        let sorted = groups.sorted { ($1.loss.middle, $0.id) < ($0.loss.middle, $1.id) }
        return Table(
            id, title,
            caption: Localized(
                "the middle of the networks, and the middle 90 % of them; nothing is said of a single firm",
                "取各网络的中位数与中间 90% 区间；不涉及单个企业"),
            columns: [
                who, .numbers("firms", "Firms", "企业"),
                .numbers("loss", "Mean loss of a stop", "一次停产的平均损失", unit: money),
                .words("loss_range", "90 % of networks", "90% 网络"),
                .numbers("exposed", "Exposed", "撑不到恢复", unit: Localized(same: "%")),
                .words("exposed_range", "90 % of networks", "90% 网络"),
                .numbers("shortest", "Survives at least", "至少支撑", unit: unit),
                .words("shortest_range", "90 % of networks", "90% 网络"),
                .numbers("felt", "Felt in networks", "有影响的网络数"),
            ],
            rows: sorted.map { group in
                [
                    model.linkCell(group.id), .number(group.firms, origin: origin), cell(group.loss.middle),
                    range(group.loss), cell(group.exposed.middle * 100), range(group.exposed, 100),
                    group.shortest.map { cell($0.middle) }
                        ?? .text(Localized("without end", "无限期"), origin: origin),
                    group.shortest.map { range($0) } ?? .text(Localized("–", "–")),
                    .number(group.felt, origin: origin),
                ]
            })
    }

    var segments: Table {
        table("segments", Localized("By segment", "按环节"), bands.segments, .words("segment", "Segment", "环节"))
    }
    var regions: Table {
        table("regions", Localized("By place", "按地区"), bands.regions, .words("region", "Place", "地区"))
    }
}
