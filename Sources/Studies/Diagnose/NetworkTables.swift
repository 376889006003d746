import ChainAnalysis
import Ecosystem
import Reporting

/// The tables and pictures of the study `network`.
struct NetworkTables {
    let result: Network.Result
    let input: StudyInput
    let top: Int
    /// What every measure rests on.
    let origin: Origin
    let web: SupplyWeb?

    init(_ result: Network.Result, _ input: StudyInput) {
        self.result = result
        self.input = input
        top = input.parameters.integer("top") ?? 20
        if result.source == "network" {
            web = nil
            let note = Localized(
                "computed from the network given as \(result.name)", "由所给网络 \(result.name) 计算")
            let given = Self.network(input)
            // Whoever gave the network vouches for it where it says nothing itself.
            origin = Origin(
                basis: max(given?.basis ?? .declared, .derived),
                note: given?.source.map { Localized.joined([note, $0], Localized("; ", "；")) } ?? note)
        } else {
            let web = SupplyWeb(input.model)
            origin = Origin.counted(web.links.map(\.record), atBest: .derived)
            self.web = web
        }
    }

    static func network(_ input: StudyInput) -> SupplyNetwork? {
        if case .network(let network)? = input.supplied { network } else { nil }
    }

    /// That the numbers are made up or estimated, where the network says so.
    var madeUp: [Block] {
        guard let given = Self.network(input),
            let note = Note.madeUp(
                given.basis, Localized("This network is made up or estimated", "此网络为虚构或估计"), given.source)
        else { return [] }
        return [.note(note)]
    }

    /// The words for a member, region or segment.
    func name(_ id: String) -> Localized { web == nil ? Localized(same: id) : input.model.name(of: id) }

    /// The cell for a member, region or segment; "unknown" where there is none.
    func cell(_ id: String?) -> Cell {
        guard let id else { return .unknown }
        return web == nil ? .text(Localized(same: id)) : input.model.linkCell(id, origin: origin)
    }

    func number(_ value: Double?, _ decimals: Int) -> Cell {
        value.map { .number($0, decimals: decimals, origin: origin) } ?? .unknown
    }

    func count(_ value: Int) -> Cell { .number(value, origin: origin) }

    func share(_ value: Double?) -> Cell { .percent(value, origin: origin) }

    /// The network in a few numbers.
    var figures: [Figure] {
        let summary = result.summary
        func figure(_ en: String, _ zh: String, _ cell: Cell, unit: Localized? = nil, _ meaning: Localized)
            -> Figure
        {
            Figure(Localized(en, zh), cell.value, unit: unit, origin: cell.origin, meaning: meaning)
        }
        let percent = Localized(same: "%")
        return [
            figure(
                "Members", "成员", count(summary.members),
                Localized("firms, and places that stand for firms that are not named", "企业，以及代表未点名企业的地区")),
            figure(
                "Links", "连线", count(summary.links),
                Localized("pairs of a supplier and a customer", "供应方与需方的配对")),
            figure(
                "Buy and sell", "既买又卖", count(summary.intermediaries),
                Localized(
                    "members with suppliers and customers on record: where a second tier begins",
                    "既有供应方又有需方记录的成员：第二层由此开始")),
            figure(
                "Core of mutual supply", "互供核心", count(summary.core),
                Localized("members that supply each other, directly or around", "直接或间接互供的成员")),
            figure(
                "Cut members", "关键连接成员", count(summary.cutMembers),
                Localized("members without which their part falls apart", "缺之则所在部分断裂的成员")),
            figure(
                "Single-sourced inputs", "单一来源投入", share(summary.singleSourced), unit: percent,
                Localized("inputs of a customer with one supplier on record", "需方的某项投入只有一家供应方记录")),
            figure(
                "R, by lot", "随机移除 R", number(summary.randomRobustness, 3),
                Localized(
                    "mean of the largest part left while members go by lot; 0.5 at most",
                    "随机移除成员时剩余最大部分的均值，最大 0.5")),
            figure(
                "R, most partners first", "优先移除伙伴最多者 R", number(summary.targetedRobustness, 3),
                Localized("the same when those with most partners go first", "先移除伙伴最多者时的同一均值")),
        ]
    }

    /// The links, drawn: all where they are few, else those between the most important members.
    var links: Picture {
        let shown = shownLinks
        let isValued = result.isValued
        var columns: [Table.Column] = [
            .words("supplier", "Supplier", "供应方"), .words("customer", "Customer", "需方"),
            .words("content", "What", "内容"),
        ]
        if isValued { columns.append(.numbers("value", "Value", "值", unit: unit)) }
        let caption =
            shown.count < total
            ? Localized(
                "\(shown.count) of \(total.words) supplies: the largest between the most important members",
                "\(total.words) 条供应中的 \(shown.count) 条：最重要成员之间最大的") : nil
        return Picture(
            .network(from: "supplier", to: "customer", label: "content"),
            Table(
                "network-links", Localized("Who supplies whom", "谁供应谁"), caption: caption, columns: columns,
                rows: shown.map { isValued ? $0 : Array($0.prefix(3)) }))
    }

    /// The unit of the values.
    var unit: Localized? { result.unit.map { UnitOfMeasure($0).label } }

    private var total: Int { result.supplies }
    /// Links drawn at most.
    private static let drawn = 150

    private var shownLinks: [[Cell]] {
        if let web {
            return web.links.prefix(NetworkTables.drawn).map { link in
                let origin = link.record.origin
                return [
                    input.model.linkCell(link.supplier, origin: origin), input.model.linkCell(link.customer),
                    link.content.map { .text($0, origin: origin) } ?? .notPrinted,
                    link.value.map { .number($0, decimals: 0, origin: origin) } ?? .notPrinted,
                ]
            }
        }
        guard case .network(let network)? = input.supplied else { return [] }
        let chosen = Set(result.members.prefix(total > NetworkTables.drawn ? 60 : 2_000).map(\.id))
        let links = network.values.indices.filter { link in
            chosen.contains(network.firms[Int(network.suppliers[link])])
                && chosen.contains(network.firms[Int(network.customers[link])])
        }.sorted { (network.values[$1], $0) < (network.values[$0], $1) }
        return links.prefix(NetworkTables.drawn).map { link in
            let supplier = Int(network.suppliers[link])
            return [
                cell(network.firms[supplier]), cell(network.firms[Int(network.customers[link])]),
                cell(network.sectors[Int(network.sectorOfFirm[supplier])]), number(network.values[link], 1),
            ]
        }
    }

    /// Members by importance as suppliers.
    var members: Table {
        let shown = result.members.prefix(top)
        var columns: [Table.Column] = [
            .words("member", "Member", "成员"), .words("segment", "Segment", "环节"),
            .words("region", "Region", "地区"),
            .numbers("suppliers", "Suppliers", "供应方数"), .numbers("customers", "Customers", "需方数"),
        ]
        if result.isValued {
            columns += [
                .numbers("purchases", "Buys", "采购", unit: unit), .numbers("sales", "Sells", "销售", unit: unit),
            ]
        }
        columns += [
            .numbers("supplier_rank", "Importance", "重要度"), .numbers("betweenness", "Between", "中介度"),
            .words("cut", "Cut member", "关键连接"),
        ]
        return Table(
            "members", Localized("The most important suppliers", "最重要的供应方"),
            caption: shown.count < result.summary.members
                ? Localized(
                    "the first \(shown.count) of \(result.summary.members.words) by importance as supplier",
                    "按供应方重要度，\(result.summary.members.words) 个中的前 \(shown.count) 个") : nil,
            columns: columns,
            rows: shown.map { member in
                var row = [
                    cell(member.id), cell(member.segment), cell(member.region), count(member.suppliers),
                    count(member.customers),
                ]
                if result.isValued { row += [number(member.purchases, 1), number(member.sales, 1)] }
                row += [
                    number(member.supplierRank, 4), measured(member.betweenness, member.betweennessError),
                    .text(member.isCut ? Localized("yes", "是") : Localized("no", "否"), origin: origin),
                ]
                return row
            })
    }

    /// How the same members hang in the network.
    var positions: Table {
        Table(
            "positions", Localized("Where they stand in the network", "它们在网络中的位置"),
            columns: [
                .words("member", "Member", "成员"),
                .numbers("customer_rank", "Importance as customer", "需方重要度"),
                .numbers("closeness", "Close", "接近度"), .numbers("core", "k-core", "k 核"),
                .words("part", "Stands to the core", "与核心的关系"), .numbers("community", "Community", "社群"),
            ],
            rows: result.members.prefix(top).map { member in
                [
                    cell(member.id), number(member.customerRank, 4),
                    measured(member.harmonicCloseness, member.harmonicError), count(member.coreNumber),
                    result.summary.core > 0
                        ? .text(NetworkTables.words(member.part), origin: origin)
                        : .missing(Localized("no core", "无核心")),
                    count(member.community),
                ]
            })
    }

    /// A measure, marked as about where it comes from a sample.
    private func measured(_ value: Double, _ error: Double?) -> Cell {
        guard let error else { return number(value, 4) }
        var origin = origin
        origin.basis = max(origin.basis, .estimated)
        origin.note = Localized(
            "from a sample, ± \(error.words(decimals: 4))", "抽样估计，± \(error.words(decimals: 4))")
        return Cell(.number(FigureNumber(value, decimals: 4, qualifier: "~")), origin: origin)
    }

    /// The words for a part of the bow-tie.
    static func words(_ part: String) -> Localized {
        switch part {
        case "core": Localized("in the core", "核心内")
        case "upstream": Localized("supplies the core", "供应核心")
        case "downstream": Localized("supplied by the core", "由核心供应")
        case "tube": Localized("passes the core by", "绕过核心")
        case "upstreamTendril": Localized("supplied by the core's suppliers", "由核心的供应方供应")
        case "downstreamTendril": Localized("supplies the core's customers", "供应核心的需方")
        default: Localized("apart", "无关联")
        }
    }
}
