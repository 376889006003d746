import Ecosystem
import Foundation
import Kernels
import Reconstruction
import Reporting

extension CompanionPlan {
    /// Firms and their mean output by class.
    ///
    /// The mean output is that of the table's sector over the firms counted in the widest region that has a count: both are
    /// on record, that the region's firms are as large as the country's is assumed.
    static func classes(
        _ model: EcosystemModel, _ table: FlowTable, _ places: CompanionPlaces, _ chain: CompanionSegments,
        _ values: ParameterValues, _ assumptions: inout [Assumption]
    ) throws(StudyProblem) -> [FirmClass] {
        var classes: [FirmClass] = []
        for kind in CompanionPlaces.Class.allCases {
            let firms = places.firms.reduce(0) { $0 + $1[kind.rawValue] }
            let counted = places.origins[kind.rawValue]
            assumptions.append(
                Assumption(
                    id: "\(kind.id)-firms",
                    label: Localized("Firms: \(kind.label.en)", "企业数：\(kind.label.zh)"),
                    value: Localized(same: firms.words), origin: counted,
                    why: counted.basis == .estimated
                        ? Localized("as asked", "按提问设定") : Localized("counted by the documents", "文献给出")))
            // The sector of the table in which most of the class's segments are.
            var votes: [Int: Int] = [:]
            for segment in chain.segments.indices where chain.classOfSegment[segment] == kind.rawValue {
                votes[chain.sectorOfSegment[segment], default: 0] += 1
            }
            let sector = votes.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key ?? 0
            let mean: Double
            if let asked = values.number("\(kind.id)-output") {
                mean = asked
                assumptions.append(
                    Assumption(
                        id: "\(kind.id)-output",
                        label: Localized("Mean output: \(kind.label.en)", "平均产出：\(kind.label.zh)"),
                        value: money(mean, table), origin: Origin(basis: .estimated),
                        why: Localized("as asked", "按提问设定")))
            } else {
                let (count, origin) = widest(model, kind, places, firms)
                mean = table.output[sector] / Double(max(1, count))
                let name = table.about.name(of: table.sectors[sector])
                assumptions.append(
                    Assumption(
                        id: "\(kind.id)-output",
                        label: Localized("Mean output: \(kind.label.en)", "平均产出：\(kind.label.zh)"),
                        value: money(mean, table), origin: Origin.combined([origin], atBest: .estimated),
                        why: Localized(
                            "output of “\(name.en)” in the table \(table.name) over \(count.words) firms counted in the widest region",
                            "表 \(table.name) 中“\(name.zh)”的产出除以最大范围内统计的 \(count.words) 家企业")))
            }
            classes.append(
                FirmClass(id: kind.id, label: kind.label, firms: firms, counted: counted, meanOutput: mean))
        }
        return classes
    }

    /// The largest count of a class that any region has, not less than the firms here.
    private static func widest(
        _ model: EcosystemModel, _ kind: CompanionPlaces.Class, _ places: CompanionPlaces, _ firms: Int
    ) -> (Int, Origin) {
        let index = FigureIndex(model, kind.indicator)
        var best = (count: firms, origin: places.origins[kind.rawValue])
        for region in model.all(Region.self) {
            guard let figure = index.figure(of: region.id.text), let value = figure.value,
                Int(value) > best.count
            else { continue }
            best = (Int(value), figure.record.origin)
        }
        return (best.count, best.origin)
    }

    private static func money(_ value: Double, _ table: FlowTable) -> Localized {
        let unit = table.about.unit ?? Localized("units of the table", "表中单位")
        let number = NumberWording.text(FigureNumber(value, decimals: value >= 100 ? 0 : 2))
        return Localized("\(number) × \(unit.en)", "\(number) \(unit.zh)")
    }

    /// The part of inputs that is bought of firms of the region.
    static func localShare(
        _ model: EcosystemModel, _ values: ParameterValues, _ assumptions: inout [Assumption]
    ) throws(StudyProblem) -> Double {
        let label = Localized("Part of inputs bought here", "本地采购比例")
        func percent(_ share: Double) -> Localized {
            Localized(same: NumberWording.text(FigureNumber(share * 100, decimals: 0)) + "%")
        }
        if let asked = values.number("local-share") {
            assumptions.append(
                Assumption(
                    id: "local-share", label: label, value: percent(asked), origin: Origin(basis: .estimated),
                    why: Localized("as asked", "按提问设定")))
            return asked
        }
        let figure = model.identity.focusProduct.flatMap { product in
            FigureIndex(model, IndicatorDefinitionID("i.local_sourcing")).figure(of: product.text)
        }
        if let figure, let value = figure.value, figure.unit == "percent", (0...100).contains(value) {
            assumptions.append(
                Assumption(
                    id: "local-share", label: label, value: percent(value / 100),
                    origin: Origin.combined([figure.record.origin], atBest: .estimated),
                    why: Localized(
                        "what documents say of one product, taken for all firms", "文献对一款产品的说法，推广到所有企业")))
            return value / 100
        }
        assumptions.append(
            Assumption(
                id: "local-share", label: label, value: percent(1), origin: Origin(basis: .estimated),
                why: Localized(
                    "nothing is on record: as much as the firms here can make", "无记录：按本地企业的产出能力上限")))
        return 1
    }

    /// exp(−distance / decay) between regions; `nil` where some have no point, or no decay is asked.
    static func closeness(
        _ model: EcosystemModel, _ places: CompanionPlaces, _ values: ParameterValues,
        _ assumptions: inout [Assumption]
    ) -> [Double]? {
        let decay = ReconstructParameters.number("distance", values)
        let points = places.units.map { point(of: $0, model) }
        let isKnown = points.allSatisfy { $0 != nil }
        let uses = decay > 0 && isKnown && points.count > 1
        assumptions.append(
            Assumption(
                id: "distance", label: Localized("Trade falls with distance", "贸易随距离衰减"),
                value: uses
                    ? Localized("to 37 % after \(Int(decay)) km", "\(Int(decay)) 公里后降至 37%")
                    : Localized("no", "否"),
                origin: Origin(basis: .estimated),
                why: isKnown
                    ? Localized("exp(−distance / decay) between cities' points", "按城市点位间 exp(−距离/衰减长度)")
                    : Localized("some regions have no point on record", "部分地区没有点位记录")))
        guard uses else { return nil }
        return points.flatMap { from in
            points.map { to in
                guard let from, let to else { return 1 }
                return exp(-from.distance(to: to).value / decay)
            }
        }
    }

    /// A region's own point, else the mean of those below it.
    private static func point(of region: RegionID, _ model: EcosystemModel) -> GeoPoint? {
        func own(_ region: Region) -> GeoPoint? {
            guard let longitude = region.longitude, let latitude = region.latitude else { return nil }
            return GeoPoint(longitude: longitude, latitude: latitude)
        }
        if let record = model.find(region, as: Region.self), let point = own(record) { return point }
        let parents = Dictionary(
            model.all(Region.self).compactMap { region in region.parent.map { (region.id.text, $0.text) } },
            uniquingKeysWith: { first, _ in first })
        let below = model.all(Region.self).filter {
            CompanionPlaces.chain($0.id.text, parents).contains(region.text)
        }
        .compactMap(own)
        guard !below.isEmpty else { return nil }
        let count = Double(below.count)
        return GeoPoint(
            longitude: below.reduce(0) { $0 + $1.longitude } / count,
            latitude: below.reduce(0) { $0 + $1.latitude } / count)
    }

    /// Everything else that is chosen: titles, values and choices as the description has them.
    static func choices(
        _ values: ParameterValues, _ spread: CompanionSpread, _ targets: ReconstructionTargets
    ) -> [Assumption] {
        let isEven = ReconstructParameters.text("split", values) == "even"
        let published = Localized("1 is the published model", "1 为已发表模型")
        return [
            choice(
                "split", values,
                isEven
                    ? Localized("as asked", "按提问设定")
                    : Localized("there are \(spread.recorded) named firms", "具名企业共 \(spread.recorded) 家")),
            choice("mean-suppliers", values, Localized("no document counts links", "没有文献统计连线数")),
            choice("size-spread", values, Localized("most firms small, few large", "多数企业小，少数企业大")),
            choice("supply-power", values, published), choice("demand-power", values, published),
            choice(
                "essential-from", values,
                Localized(
                    "inputs of an earlier stage of the chain; all others can partly be done without",
                    "限产业链较前阶段的投入；其余可部分缺少")),
            choice(
                "main-suppliers", values,
                Localized(
                    "without its essential inputs a firm would make nothing; who supplies them is drawn",
                    "缺少必需投入则无法生产；由谁供应系抽取")),
            choice(
                "named-size", values,
                Localized(
                    "\(targets.namedFirms.count) firms and \(targets.namedLinks.count) links between them are named",
                    "具名企业 \(targets.namedFirms.count) 家、其间连线 \(targets.namedLinks.count) 条")),
        ]
    }

    /// A parameter with its value in words.
    private static func choice(_ id: String, _ values: ParameterValues, _ why: Localized) -> Assumption {
        let parameter = ReconstructParameters.parameter(id)
        var value = Localized(
            same: NumberWording.text(FigureNumber(ReconstructParameters.number(id, values), decimals: 2)))
        if case .choice(let choices)? = parameter?.kind {
            let code = ReconstructParameters.text(id, values)
            value = choices.first { $0.code == code }?.label ?? Localized(same: code)
        }
        return Assumption(
            id: id, label: parameter?.title ?? Localized(same: id), value: value,
            origin: Origin(basis: .estimated), why: why)
    }
}
