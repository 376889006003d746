import Ecosystem
import Reporting

extension NetworkTables {
    private typealias Summary = Network.Result.Summary

    /// The two dates side by side, and what became of members and links.
    func changes(_ change: Network.Result.Change) -> Table {
        var rows = NetworkTables.measures.map { title, read -> [Cell] in
            [.text(title), read(self, change.earlier), read(self, result.summary)]
        }
        let none = Cell.missing(Localized("–", "–"))
        rows += [
            [.text(Localized("Members at both dates", "两时点均在的成员")), none, count(change.stayed)],
            [
                .text(Localized("Members gone / new", "退出 / 新增成员")), count(change.left.count),
                count(change.entered.count),
            ],
            [.text(Localized("Links kept", "保留的连线")), none, count(change.kept)],
            [
                .text(Localized("Links gone / new", "消失 / 新增连线")), count(change.lostCount),
                count(change.gainedCount),
            ],
            [
                .text(Localized("Links kept, % of the earlier ones", "保留连线占早期 %")), none,
                share(change.persistence),
            ],
            [
                .text(Localized("Links kept, % of those at either date", "保留连线占两时点合计 %")), none,
                share(change.jaccard),
            ],
            [
                .text(Localized("Order of suppliers' importance, Spearman's ρ", "供应方重要度次序，斯皮尔曼 ρ")), none,
                number(change.rankCorrelation, 3),
            ],
            [
                .text(Localized("Same communities, adjusted Rand", "社群一致度，调整兰德指数")), none,
                number(change.adjustedRand, 3),
            ],
        ]
        return Table(
            "changes", Localized("What changed between two dates", "两个时点之间的变化"),
            columns: [
                .words("measure", "Measure", "指标"), .numbers("earlier", "Earlier", "早期"),
                .numbers("later", "Later", "近期"),
            ], rows: rows)
    }

    /// The largest links that came and went.
    func changedLinks(_ change: Network.Result.Change) -> Table {
        let isValued = change.gained.contains { $0.after != nil } || change.lost.contains { $0.before != nil }
        var columns: [Table.Column] = [
            .words("change", "Change", "变化"), .words("supplier", "Supplier", "供应方"),
            .words("customer", "Customer", "需方"),
        ]
        if isValued { columns.append(.numbers("value", "Value", "值", unit: unit)) }
        func rows(_ links: [Network.Result.LinkChange], _ word: Localized) -> [[Cell]] {
            links.prefix(top).map { link in
                let row: [Cell] = [.text(word), cell(link.supplier), cell(link.customer)]
                return isValued ? row + [number(link.after ?? link.before, 1)] : row
            }
        }
        return Table(
            "changed-links", Localized("Links that came and went", "新增与消失的连线"), columns: columns,
            rows: rows(change.gained, Localized("new", "新增")) + rows(change.lost, Localized("gone", "消失")))
    }

    /// Other packages beside this one.
    var compared: Table {
        let columns = [Table.Column.words("measure", "Measure", "指标")]
        let titles = [input.model.identity.title] + input.others.map(\.identity.title)
        let summaries = [result.summary] + result.compare.map(\.summary)
        return Table(
            "compare", Localized("The same in the compared packages", "各数据包的同一问题"),
            columns: columns
                + titles.enumerated().map { Table.Column("package_\($0.offset)", $0.element, kind: .number) },
            rows: NetworkTables.measures.map { title, read in
                [.text(title)] + summaries.map { read(self, $0) }
            })
    }

    private static let measures: [(Localized, @Sendable (NetworkTables, Summary) -> Cell)] = [
        (Localized("Members", "成员"), { $0.count($1.members) }),
        (Localized("Links", "连线"), { $0.count($1.links) }),
        (Localized("Buy and sell", "既买又卖"), { $0.count($1.intermediaries) }),
        (Localized("Core of mutual supply", "互供核心"), { $0.count($1.core) }),
        (Localized("Cut members", "关键连接成员"), { $0.count($1.cutMembers) }),
        (Localized("Communities", "社群"), { $0.count($1.communities) }),
        (Localized("Modularity", "模块度"), { $0.number($1.modularity, 3) }),
        (Localized("R, by lot", "随机移除 R"), { $0.number($1.randomRobustness, 3) }),
        (Localized("R, most partners first", "优先移除伙伴最多者 R"), { $0.number($1.targetedRobustness, 3) }),
        (Localized("Single-sourced inputs, %", "单一来源投入 %"), { $0.share($1.singleSourced) }),
    ]

    /// What is not on record, and what was sampled.
    var gaps: [Note] {
        var notes: [Note] = []
        let summary = result.summary
        let firms = result.members.filter(\.isFirm)
        let between = firms.count { $0.suppliers > 0 && $0.customers > 0 }
        if web != nil, between == 0 {
            notes.append(
                Note(
                    .gap, Localized("The records name one tier", "记录只有一层"),
                    Localized(
                        "None of the \(summary.firms.words) firms by name both buys and sells on record. What their suppliers buy is "
                            + "unknown, so that being central here tells of the documents more than of the region.",
                        "\(summary.firms.words) 家具名企业中没有一家既买又卖。其供应方的采购未知，因此此处的中心性更多反映文件，而非本地区。"),
                    origin: origin))
        }
        if !result.isValued {
            notes.append(
                Note(
                    .gap, Localized("No quantities: not every supply has a value", "没有数量：并非每项供应都有值"),
                    Localized("Every link counts the same.", "每条连线等量计算。"), origin: origin))
        }
        let places = summary.members - summary.firms
        if places > 0 {
            let words = Localized.count(places, "member stands", "members stand", "个成员")
            notes.append(
                Note(
                    .gap, Localized("\(words.en) for firms that are not named", "\(words.zh)代表未点名的企业"),
                    Localized(
                        "A region, or a product whose maker is not on record, is one member here however many firms it stands for.",
                        "地区或无生产者记录的产品在此各为一个成员，无论其代表多少企业。"), origin: origin))
        }
        if result.segments.isEmpty {
            notes.append(
                Note(
                    .gap, Localized("No supply names its segment", "没有一项供应注明环节"),
                    Localized("Concentration per segment is unknown.", "各环节的集中度未知。")))
        }
        if result.robustness.withoutRegion > 0 {
            notes.append(
                Note(
                    .gap,
                    Localized(
                        "\(result.robustness.withoutRegion.words) of \(summary.members.words) members have no single region on record",
                        "\(summary.members.words) 个成员中 \(result.robustness.withoutRegion.words) 个没有单一地区记录"),
                    Localized("They stay when regions are lost.", "失去地区时它们保留。")))
        }
        if !result.pathsExact {
            notes.append(
                Note(
                    .note,
                    Localized(
                        "Paths were followed from \(result.pathSources.words) members drawn by lot",
                        "随机抽取 \(result.pathSources.words) 个成员追踪路径"),
                    Localized(
                        "Each value lies within its printed error with 95 % confidence, all at once.",
                        "各值落在所示误差内，整体置信度 95%。")))
        }
        if result.notActual > 0 {
            notes.append(
                Note(
                    .note,
                    Localized(
                        "\(result.notActual) planned or past supplies are not read",
                        "\(result.notActual) 条规划中或已结束的供应未计入")))
        }
        return notes
    }
}
