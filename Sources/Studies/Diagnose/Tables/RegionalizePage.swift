import Ecosystem
import InputOutput
import Reporting

/// The answer of the study `regionalize` in words, figures and tables.
struct RegionalizePage {
    let result: Regionalize.Result
    let given: GivenTable

    /// Where estimates come from.
    var origin: Origin { given.origin(atBest: .estimated) }
    private var way: Regionalize.Way { Regionalize.Way(rawValue: result.method) ?? .flq }

    /// The region that is told.
    var region: Regionalize.Region? { result.regions.first { $0.region == result.told } }

    /// The answer where no region was given.
    var nothingGiven: Localized {
        Localized(
            "The output of a region by sector was not given, and no document here holds it: there is nothing to estimate from.",
            "没有给出某地区分部门的产出，本数据包的文献中也没有：无从推算。")
    }

    /// What is missing, how to give it, and what the nation has.
    var gap: [Block] {
        let sectors = given.table.sectors.indices.map { place -> [Cell] in
            [
                .text(given.table.sectors[place].text), .text(given.name(place)),
                .number(given.balance.output[place], decimals: 0, origin: given.origin()),
            ]
        }
        let columns: [Table.Column] = [
            .words("label", "Label in the table", "表中标签"), .words("sector", "Sector", "部门"),
            .numbers("output", "Output of the nation", "全国总产出", unit: given.unit),
        ]
        return [
            .note(
                Note(
                    .gap, Localized("The region's output by sector is missing", "缺少地区分部门的产出"),
                    Localized(
                        "Copy a table folder, add regional_output.csv (first column sector, then a column a region, a row for each label "
                            + "below; for jobs or another size add a column named nation), and give it with --table or upload it. "
                            + "docs/samples/regionalize shows one.",
                        "复制一个表文件夹，加入 regional_output.csv（首列 sector，其后每个地区一列，下列标签各一行；若为就业等其他规模，再加名为“全国”的列），"
                            + "用 --table 指定或上传。样例见 docs/samples/regionalize。"))),
            .table(
                Table(
                    "sectors-to-fill", Localized("The sectors that need a number", "需要填写的部门"),
                    columns: columns,
                    rows: sectors)),
            .method(Regionalize.method), .method(Regionalize.crossHauling),
        ]
    }

    /// The name of a region for readers.
    func name(_ region: String) -> Localized { given.name(FlowTable.Label(sector: region)) }

    func title(_ region: Regionalize.Region) -> Localized {
        Localized(
            "Estimated table of \(name(region.region).en)", "\(name(region.region).zh)的推算投入产出表")
    }

    func answer(_ region: Regionalize.Region) -> Localized {
        let name = name(region.region)
        guard let local = region.localShare else {
            let why = region.findings.first?.words ?? Localized("it buys nothing", "其部门没有采购")
            return Localized(
                "There is no estimate for \(name.en): \(why.en).", "\(name.zh)无法推算：\(why.zh)。")
        }
        let share = local.percentWords()
        let answers = region.methods.compactMap(\.localShare)
        let (low, high) = ((answers.min() ?? local).percentWords(), (answers.max() ?? local).percentWords())
        return Localized(
            "By \(way.rawValue.uppercased()), \(name.en) supplies \(share.en) of its sectors' inputs itself; over all methods it is "
                + "\(low.en) to \(high.en).",
            "按 \(way.rawValue.uppercased())，\(name.zh)各部门的投入有 \(share.zh) 由本地供给；各方法为 \(low.zh) 至 \(high.zh)。"
        )
    }

    func figures(_ region: Regionalize.Region) -> [Figure] {
        func percent(_ label: Localized, _ value: Double?, _ origin: Origin, _ meaning: Localized) -> Figure {
            Figure(
                label,
                value.map { .number(FigureNumber($0 * 100, decimals: 1)) }
                    ?? .missing(Localized("no estimate", "无法推算")),
                unit: Localized(same: "%"), origin: origin, meaning: meaning)
        }
        let mean = region.methods.first { $0.method == result.method }?.multiplier
        var figures = [
            percent(
                Localized("Part of the nation's output", "占全国产出"), region.share, given.origin(),
                Localized("By the numbers given for the region", "按所给地区数字")),
            percent(
                Localized("Inputs supplied in the region", "本地供给的投入"), region.localShare, origin,
                Localized("What the rest of the nation supplies is the remainder", "其余由国内其他地区供给")),
            Figure(
                Localized("Mean multiplier in the region", "本地平均乘数"),
                mean.map { .number(FigureNumber($0, decimals: 2)) }
                    ?? .missing(Localized("no estimate", "无法推算")),
                origin: origin,
                meaning: Localized(
                    "Output in the region for one unit of final demand, sectors weighted by output",
                    "每单位最终需求在本地带动的产出，按部门产出加权")),
        ]
        if let factor = region.sizeFactor {
            figures.append(
                Figure(
                    Localized("Flegg's factor λ", "Flegg 规模因子 λ"), .number(FigureNumber(factor, decimals: 3)),
                    origin: origin,
                    meaning: Localized("Below 1: a small region buys more elsewhere", "小于 1：小地区更多从外地采购")))
        }
        return figures
    }

    /// Inputs bought in the region and in the nation for a unit, of the largest sectors.
    func bars(_ region: Regionalize.Region) -> Table {
        let order = region.sectors.indices.sorted {
            let (left, right) = (region.sectors[$0].output, region.sectors[$1].output)
            return left != right ? left > right : $0 < $1
        }
        return Table(
            "local-inputs", Localized("Inputs for a unit of output", "每单位产出的投入"),
            caption: Localized("The largest sectors of the region", "本地产出最大的部门"),
            columns: [
                .words("sector", "Sector", "部门"), .numbers("local", "Bought in the region", "购自本地"),
                .numbers("national", "Bought in the nation", "购自全国"),
            ],
            rows: order.prefix(15).filter { region.sectors[$0].output > 0 }.map { place in
                let sector = region.sectors[place]
                return [
                    .text(given.name(place)), .number(sector.localInputs, decimals: 3, origin: origin),
                    .number(sector.nationalInputs, decimals: 3, origin: given.origin()),
                ]
            })
    }

    func sectorTable(_ region: Regionalize.Region) -> Table {
        var columns: [Table.Column] = [
            .words("sector", "Sector", "部门"), .numbers("output", "Output", "总产出", unit: given.unit),
            .numbers("quotient", "Location quotient", "区位商"),
            .percent("local", "Inputs supplied in the region", "本地供给的投入"),
            .numbers("multiplier", "Multiplier", "乘数"),
            .numbers("national", "In the nation", "全国乘数"),
            .numbers("elsewhere", "Bought elsewhere", "从外地购入", unit: given.unit),
            .numbers("sold", "Sold to sectors here", "售予本地部门", unit: given.unit),
            .numbers("left", "Left", "余下", unit: given.unit),
        ]
        if way == .charm {
            columns += [
                .numbers("exports", "Sold elsewhere", "调出", unit: given.unit),
                .numbers("imports", "Brought in", "调入", unit: given.unit),
                .percent("crossing", "Crossing both ways", "双向往来程度"),
            ]
        }
        let lacking = Cell.missing(Localized("not in the region", "本地没有"))
        return Table(
            "sectors",
            Localized("Sectors of \(name(region.region).en)", "\(name(region.region).zh)各部门"),
            caption: Localized(
                "A location quotient of 1 is the nation's mean. Left: for final use and sale elsewhere; below zero the estimate cannot be true",
                "区位商 1 为全国平均。余下：供最终使用和外销；为负表示估计不可能成立"),
            columns: columns,
            rows: region.sectors.enumerated().map { place, sector in
                let decimals = sector.output.magnitude < 1000 ? 2 : 0
                var row: [Cell] = [
                    .text(given.name(place)),
                    .number(sector.output, decimals: decimals, origin: given.origin()),
                    sector.quotient.map { .number($0, decimals: 2, origin: given.origin()) } ?? .unknown,
                    sector.output > 0
                        ? .percent(
                            sector.nationalInputs > 0 ? sector.localInputs / sector.nationalInputs : nil,
                            origin: origin) : lacking,
                    sector.multiplier.map { .number($0, decimals: 3, origin: origin) }
                        ?? (sector.output > 0 ? .unknown : lacking),
                    .number(sector.nationalMultiplier, decimals: 3, origin: given.origin()),
                    .number(sector.boughtElsewhere, decimals: decimals, origin: origin),
                    .number(sector.soldToSectors, decimals: decimals, origin: origin),
                    .number(sector.left, decimals: decimals, origin: origin),
                ]
                if way == .charm {
                    row += [
                        sector.exports.map { .number($0, decimals: decimals, origin: origin) } ?? .unknown,
                        sector.imports.map { .number($0, decimals: decimals, origin: origin) } ?? .unknown,
                        .percent(sector.crossHauling, origin: given.origin()),
                    ]
                }
                return row
            })
    }

    func methodTable(_ region: Regionalize.Region) -> Table {
        Table(
            "methods",
            Localized(
                "What the methods say of \(name(region.region).en)", "各方法对\(name(region.region).zh)的结果"),
            caption: Localized("The spread says how little quotients know of trade", "差距反映区位商对贸易的了解有多少"),
            columns: [
                .words("method", "Method", "方法"),
                .percent("local", "Inputs supplied in the region", "本地供给的投入"),
                .numbers("multiplier", "Mean multiplier", "平均乘数"),
                .numbers("oversold", "Sectors sold beyond their output", "售出超过产出的部门"),
                .words("problem", "Remark", "说明"),
            ],
            rows: region.methods.map { answer in
                [
                    .text(Regionalize.Way(rawValue: answer.method)?.label ?? Localized(same: answer.method)),
                    .percent(answer.localShare, origin: origin),
                    answer.multiplier.map { .number($0, decimals: 3, origin: origin) } ?? .unknown,
                    answer.oversold.map { .number($0, origin: origin) } ?? .unknown,
                    answer.problem.map { .text($0) } ?? .missing(Localized("–", "–")),
                ]
            })
    }

    func regionTable() -> Table {
        Table(
            "regions", Localized("The regions beside each other", "各地区对照"),
            columns: [
                .words("region", "Region", "地区"), .numbers("output", "Output", "总产出", unit: given.unit),
                .percent("share", "Part of the nation", "占全国"),
                .percent("local", "Inputs supplied in the region", "本地供给的投入"),
                .numbers("factor", "λ", "λ"),
            ],
            rows: result.regions.map { region in
                [
                    .text(name(region.region)), .number(region.output, decimals: 0, origin: given.origin()),
                    .percent(region.share, origin: given.origin()),
                    .percent(region.localShare, origin: origin),
                    region.sizeFactor.map { .number($0, decimals: 3, origin: origin) }
                        ?? .missing(Localized("none", "无")),
                ]
            })
    }
}
