import Ecosystem
import Reporting

/// What the pages of one network and of many say alike: who carries the risk, what size explains, which segments need which.
struct KeystoneBlocks {
    let origin: Origin
    let model: EcosystemModel

    /// How much the first carry, as figures.
    func figures<Measure>(
        _ shape: FirmRisk.Result.Shape<Measure>, firms: Int, _ value: (Measure) -> Double,
        _ range: (Measure) -> FirmRisk.Result.Bands.Interval?
    ) -> [Figure] {
        func figure(_ label: Localized, _ measure: Measure, _ meaning: Localized) -> Figure {
            let words = range(measure).map { Localized("Middle 90 %: ", "中间 90%：") + LossNumbers.range($0) }
            return Figure(
                label, .number(LossNumbers.percent(value(measure))), unit: LossNumbers.unit, origin: origin,
                meaning: words.map { meaning + Localized(" ", "") + $0 } ?? meaning)
        }
        var figures: [Figure] = []
        if firms > 10 {
            figures.append(
                figure(
                    Localized("Carried by the first ten firms", "前十家企业承担"), shape.firstTen,
                    Localized(
                        "Of the sum of what each firm's failure costs, this part is that of the ten gravest firms.",
                        "把每家企业停产的损失相加，其中由最严重的十家占去的部分。")))
        }
        if shape.firmsOfPercent > 10 {
            figures.append(
                figure(
                    Localized(
                        "Carried by the first 1 % (\(shape.firmsOfPercent.words) firms)",
                        "前 1%（\(shape.firmsOfPercent.words) 家）承担"),
                    shape.firstPercent,
                    Localized("The same for the gravest firm in each hundred.", "同上，按每百家中最严重的一家计。")))
        }
        return figures
    }

    /// Size classes against losses; `nil` where there are too few firms to compare.
    func sizes<Measure>(
        _ shape: FirmRisk.Result.Shape<Measure>, weighed: Localized, _ value: (Measure) -> Double
    ) -> Picture? {
        guard shape.classes.count == 10 else { return nil }
        let correlation = value(shape.sizeCorrelation)
        let coefficient = NumberWording.text(FigureNumber(correlation, decimals: 2))
        let both = NumberWording.text(FigureNumber(value(shape.gravestAmongLargest), decimals: 0))
        let title =
            abs(correlation) < 0.5
            ? Localized("Size does not tell how grave a failure is", "规模大小不能说明停产影响")
            : abs(correlation) < 0.8
                ? Localized("Size tells only a part of how grave a failure is", "规模只能部分说明停产影响")
                : Localized("Here larger firms are the graver ones", "此网络中规模大者影响也大")
        let table = Table(
            "sizes", title,
            caption: Localized(
                "Ten classes with as many firms each, by their part of all \(weighed.en), the smallest first: the loss that a failure costs, "
                    + "over the firms of a class. Rank correlation \(coefficient); \(both) of the ten gravest firms are among the ten largest.",
                "按占总\(weighed.zh)的比例把企业分为数量相等的十组（自小至大），给出组内企业停产的损失分布。等级相关系数 \(coefficient)；最严重的十家中有 \(both) 家属最大的十家。"
            ),
            columns: [
                .numbers("class", "Class of size", "规模组"),
                .numbers("size", "Mean size", "平均规模", unit: LossNumbers.unit),
            ] + LossNumbers.columns,
            rows: shape.classes.enumerated().map { place, own in
                [.number(place + 1, origin: origin)]
                    + [own.size, own.low, own.quarter, own.middle, own.threeQuarters, own.high].map {
                        cell(value($0))
                    }
            })
        return Picture(
            .bands(time: "class", quantiles: LossNumbers.quantiles, scale: .logarithmic), table)
    }

    /// A share as a cell.
    func cell(_ share: Double) -> Cell { Cell(.number(LossNumbers.percent(share)), origin: origin) }

    /// Who cannot do without a segment, in a few words.
    func users(_ ids: [String]) -> Cell {
        guard !ids.isEmpty else { return .text(Localized("nobody", "无")) }
        let shown = ids.prefix(2).map { model.name(of: $0) }
        let rest = ids.count - shown.count
        let names = Localized.joined(shown)
        return .text(
            rest > 0
                ? Localized("\(names.en) and \(rest.words) more", "\(names.zh)等 \(ids.count.words) 个") : names
        )
    }

    /// What no number of the page says.
    static let cannotSay = Note(
        .gap, Localized("What these numbers cannot say", "这些数字说明不了什么"),
        Localized(
            "How long a stop lasts, what stocks bridge, what prices do, and whom customers find elsewhere in time: nobody but existing firms of a "
                + "segment steps in. Which firm is grave follows from its links; where links are assumed, so is its place.",
            "停产多久、库存能撑多久、价格如何变化、客户日后能否另寻供应商均不在内：仅有同环节现有企业顶上。企业是否关键取决于其连线；连线为假设时，其位置亦为假设。"))
}
