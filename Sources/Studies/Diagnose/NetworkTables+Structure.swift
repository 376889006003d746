import Ecosystem
import Reporting

extension NetworkTables {
    /// What the network is made of, a measure a row.
    var structure: Table {
        let (summary, bowTie) = (result.summary, result.bowTie)
        typealias Row = (Localized, Cell, Localized)
        var rows: [Row] = [
            (
                Localized("Parts that do not hang together", "互不相连的部分"), count(result.partCount),
                Localized("1: all hang together", "1：全部相连")
            ),
            (
                Localized("Largest part, % of members", "最大部分占成员 %"), share(summary.largestPart),
                Localized("directions ignored", "不计方向")
            ),
            (
                Localized("Links of all possible, %", "连线占可能连线 %"), share(summary.density),
                Localized("density", "密度")
            ),
            (
                Localized("Links without which a part falls apart", "缺之则断裂的连线"), count(summary.bridges),
                Localized("bridges", "桥")
            ),
        ]
        for (part, number) in [
            ("core", bowTie.core), ("upstream", bowTie.upstream), ("downstream", bowTie.downstream),
            ("tube", bowTie.tubes), ("upstreamTendril", bowTie.upstreamTendrils),
            ("downstreamTendril", bowTie.downstreamTendrils), ("apart", bowTie.apart),
        ] {
            rows.append(
                (
                    Localized("Members: ", "成员：") + NetworkTables.words(part), count(number),
                    Localized("bow-tie", "领结结构")
                ))
        }
        rows += [
            (
                Localized("Communities", "社群"), count(summary.communities),
                Localized("Leiden method", "Leiden 方法")
            ),
            (
                Localized("Their modularity", "其模块度"), number(summary.modularity, 3),
                Localized("0 for chance", "随机为 0")
            ),
            (
                Localized("Likeness by partners", "按伙伴数的相似"), number(result.degreeAssortativity, 3),
                Localized("above 0: broad suppliers supply well-supplied customers", "大于 0：供应面宽者供应来源多者")
            ),
            (
                Localized("Likeness by region", "按地区的相似"), number(result.regionAssortativity, 3),
                Localized("above 0: supply stays inside regions", "大于 0：供应多在地区内")
            ),
            (
                Localized("Likeness by segment", "按环节的相似"), number(result.segmentAssortativity, 3),
                Localized("above 0: supply stays inside segments", "大于 0：供应多在环节内")
            ),
            (
                Localized("Nestedness, 0 to 100", "嵌套度，0 至 100"), number(result.nestedness, 1),
                result.nestednessError.map {
                    Localized("from a sample, ± \($0.words(decimals: 2))", "抽样估计，± \($0.words(decimals: 2))")
                } ?? Localized("NODF", "NODF")
            ),
        ]
        return Table(
            "structure", Localized("How it is built", "网络构成"),
            columns: [
                .words("measure", "Measure", "指标"), .numbers("value", "Value", "值"),
                .words("meaning", "Meaning", "含义"),
            ], rows: rows.map { [.text($0.0), $0.1, .text($0.2)] })
    }

    /// Suppliers and concentration, segment by segment.
    var segments: Table {
        let shown = result.segments.sorted {
            (-($0.concentration ?? 0), -$0.customers, $0.id) < (
                -($1.concentration ?? 0), -$1.customers, $1.id
            )
        }.prefix(max(top, 30))
        return Table(
            "segments", Localized("Suppliers of each segment", "各环节的供应方"),
            caption: Localized(
                result.isValued
                    ? "shares of value"
                    : "shares of supplier–customer pairs, since not all supplies have a value",
                result.isValued ? "按值计份额" : "因并非各项供应均有值，按供需配对计份额"),
            columns: [
                .words("segment", "Segment", "环节"), .numbers("suppliers", "Suppliers", "供应方数"),
                .numbers("customers", "Customers", "需方数"), .numbers("single", "With one supplier", "仅一家供应方"),
                .words("largest", "Largest supplier", "最大供应方"), .percent("share", "Its share", "其份额"),
                .numbers("concentration", "HHI", "HHI"),
            ],
            rows: shown.map { segment in
                [
                    cell(segment.id), count(segment.suppliers), count(segment.customers),
                    count(segment.singleSourced), cell(segment.largest), share(segment.largestShare),
                    number(segment.concentration, 3),
                ]
            })
    }

    /// Communities, largest first.
    var communities: Table {
        Table(
            "communities", Localized("Communities", "社群"),
            columns: [
                .numbers("community", "Community", "社群"), .numbers("size", "Members", "成员数"),
                .words("members", "Most important", "最重要的成员"),
                .words("segment", "Most frequent segment", "最常见环节"),
                .percent("segment_share", "Its share", "其占比"),
                .words("region", "Most frequent region", "最常见地区"),
                .percent("region_share", "Its share", "其占比"),
            ],
            rows: result.communities.prefix(top).map { community in
                let names = community.members.prefix(5)
                return [
                    count(community.community), count(community.size),
                    web == nil
                        ? .text(names.joined(separator: ", ")) : input.model.linksCell(names, origin: origin),
                    cell(community.segment), share(community.segmentShare), cell(community.region),
                    share(community.regionShare),
                ]
            })
    }

    /// What is left while members go.
    var curves: Picture {
        let robustness = result.robustness
        return Picture(
            .series(time: "removed", values: ["random", "partners", "betweenness"], group: nil),
            Table(
                "removal", Localized("What still hangs together while members go", "成员逐步移除后仍相连的部分"),
                caption: Localized("largest part, % of all members", "最大部分占全部成员 %"),
                columns: [
                    .percent("removed", "Members gone", "移除成员"), .percent("random", "By lot", "随机"),
                    .percent("deviation", "Standard deviation", "标准差"),
                    .percent("partners", "Most partners first", "伙伴最多者先"),
                    .percent("betweenness", "Most between first", "中介度最高者先"),
                ],
                rows: robustness.random.removed.indices.filter { robustness.random.removed[$0] < 1 }.map {
                    point in
                    [
                        share(robustness.random.removed[point]), share(robustness.random.largest[point]),
                        share(robustness.random.deviation?[point]),
                        share(robustness.byPartners.largest[point]),
                        share(robustness.byBetweenness.largest[point]),
                    ]
                }))
    }

    /// The loss of each region.
    var regions: Picture {
        let robustness = result.robustness
        var cumulated: [String: Double] = [:]
        for (region, share) in zip(robustness.regionOrder, robustness.byRegion.largest.dropFirst()) {
            cumulated[region] = share
        }
        let rows = robustness.regionOrder.compactMap { id in robustness.regions.first { $0.region == id } }
        return Picture(
            .bars(name: "region", values: ["alone", "together"]),
            Table(
                "regions", Localized("What is left when a region is lost", "失去某地区后的剩余"),
                caption: Localized(
                    "largest part, % of all members; members without one region on record stay",
                    "最大部分占全部成员 %；无单一地区记录的成员保留"),
                columns: [
                    .words("region", "Region", "地区"), .numbers("members", "Members", "成员数"),
                    .percent("alone", "Left without it", "失去该地区后"), .percent("links", "Links left", "剩余连线"),
                    .percent("together", "Left without it and those above", "连同以上各地区失去后"),
                    .numbers("inputs", "Inputs elsewhere from here only", "他处仅由此供应的投入"),
                ],
                rows: rows.map { loss in
                    [
                        cell(loss.region), count(loss.members), share(loss.largest), share(loss.links),
                        share(cumulated[loss.region]), count(loss.inputsLost),
                    ]
                }))
    }
}
