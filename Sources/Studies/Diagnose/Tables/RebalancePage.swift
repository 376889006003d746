import Ecosystem
import Kernels
import Reporting

/// The answer of the study `rebalance` in words, figures and tables.
struct RebalancePage {
    let result: Rebalance.Result
    let given: GivenTable
    private let names: [String: Localized]

    init(result: Rebalance.Result, given: GivenTable) {
        self.result = result
        self.given = given
        names = Dictionary(
            (given.table.sectors + given.table.demandCategories).map { ($0.text, given.name($0)) },
            uniquingKeysWith: { first, _ in first })
    }

    private var origin: Origin { given.origin(atBest: .estimated) }

    /// The sums were given with the table; nothing was computed to get them.
    private var wantedOrigin: Origin {
        Origin(
            basis: max(given.table.about.basis ?? .declared, .declared),
            note: Localized("margins.csv of “\(given.table.name)”", "“\(given.table.name)”的 margins.csv"))
    }

    private func name(_ label: String) -> Localized { names[label] ?? Localized(same: label) }

    var answer: Localized {
        let method = (result.method ?? "").uppercased()
        let rounds = Localized.count(result.rounds, "round", "rounds", "轮").en
        switch result.status {
        case .nothingGiven:
            return Localized(
                "No new sums were given: there is nothing to fit to.", "没有给出新的合计数：无从调整。")
        case .infeasible:
            let count = result.obstacles.count
            return Localized(
                "\(method) cannot give this table these sums, for \(count) \(count == 1 ? "reason" : "reasons").",
                "\(method) 无法使此表满足这些合计数，原因 \(count) 条。")
        case .notConverged:
            return Localized(
                "\(method) did not meet the sums in \(rounds); the zeros of the table may leave no room for them.",
                "\(method) 经 \(result.rounds.words) 轮仍未满足合计数；表中的零可能使其无法满足。")
        case .fitted:
            let moved = volume.percentWords()
            return Localized(
                "\(method) meets every sum after \(rounds); the numbers of the table "
                    + "change by \(moved.en) in all.",
                "\(method) 经 \(result.rounds.words) 轮满足全部合计数；表中数字合计变化 \(moved.zh)。")
        }
    }

    /// Growth of the whole.
    private var volume: Double {
        let before = result.sales.map(\.before).compensatedSum
        return before != 0 ? result.sales.map(\.wanted).compensatedSum / before - 1 : 0
    }

    var figures: [Figure] {
        let factors = result.sales.compactMap(\.factor)
        let columns = result.purchases.compactMap(\.factor)
        func range(_ factors: [Double]) -> Localized {
            guard let low = factors.min(), let high = factors.max() else { return Localized(same: "–") }
            return Localized(
                "\(low.words(decimals: 3)) to \(high.words(decimals: 3))",
                "\(low.words(decimals: 3))～\(high.words(decimals: 3))")
        }
        return [
            Figure(
                Localized("Method", "方法"), .text(Localized(same: (result.method ?? "").uppercased())),
                origin: origin),
            Figure(
                Localized("Rounds", "轮数"), .number(FigureNumber(result.rounds)), origin: origin),
            Figure(
                Localized("Factors of rows", "行因子"), .text(range(factors)), origin: origin,
                meaning: Localized(
                    "1 leaves a row as it is; known but for one scale shared with the columns",
                    "1 表示该行不变；与列因子之间可差一个共同倍数")),
            Figure(Localized("Factors of columns", "列因子"), .text(range(columns)), origin: origin),
        ]
    }

    var changeTable: Table {
        Table(
            "changes", Localized("The cells that change most", "变动最大的单元格"),
            columns: [
                .words("from", "From", "卖方"), .words("to", "To", "买方"),
                .numbers("before", "Before", "原数", unit: given.unit),
                .numbers("after", "Fitted", "调整后", unit: given.unit),
                .numbers("change", "Change", "变动", unit: given.unit),
                .percent("relative", "Change in %", "变动率"),
            ],
            rows: result.changes.map { change in
                [
                    .text(name(change.from)), .text(name(change.to)),
                    .number(change.before, decimals: 2, origin: given.origin()),
                    .number(change.after, decimals: 2, origin: origin),
                    .number(change.after - change.before, decimals: 2, origin: origin),
                    .percent(
                        change.before != 0 ? (change.after - change.before) / change.before.magnitude : nil,
                        origin: origin),
                ]
            })
    }

    func lineTable(_ id: String, _ title: Localized, _ lines: [Rebalance.Line]) -> Table {
        Table(
            id, title,
            columns: [
                .words("sector", "Sector", "部门"), .numbers("before", "Before", "原合计", unit: given.unit),
                .numbers("wanted", "To be", "应为", unit: given.unit),
                .numbers("after", "Fitted", "调整后", unit: given.unit), .numbers("factor", "Factor", "因子"),
            ],
            rows: lines.map { line in
                [
                    .text(name(line.label)), .number(line.before, decimals: 2, origin: given.origin()),
                    .number(line.wanted, decimals: 2, origin: wantedOrigin),
                    line.after.map { .number($0, decimals: 2, origin: origin) }
                        ?? .missing(Localized("not computed", "未计算")),
                    line.factor.map { .number($0, decimals: 4, origin: origin) }
                        ?? .missing(Localized("not computed", "未计算")),
                ]
            })
    }

    var missTable: Table {
        Table(
            "misses", Localized("Sums that are missed", "未满足的合计数"),
            columns: [
                .words("line", "Line", "行列"), .words("sector", "Sector", "部门"),
                .numbers("wanted", "To be", "应为", unit: given.unit),
                .numbers("found", "Is", "实为", unit: given.unit),
            ],
            rows: result.misses.map { miss in
                [
                    .text(miss.line == "row" ? Localized("sales", "销售") : Localized("purchases", "采购")),
                    .text(name(miss.label)), .number(miss.wanted, decimals: 2, origin: wantedOrigin),
                    .number(miss.found, decimals: 2, origin: origin),
                ]
            })
    }

    /// What is missing and how to give it.
    var gap: [Block] {
        [
            .note(
                Note(
                    .gap, Localized("The new sums are missing", "缺少新的合计数"),
                    Localized(
                        "Copy a table folder, add margins.csv (columns sector, sales, purchases; a row for each sector, and a row with purchases "
                            + "for each use where final demand is to be fitted too), and give it with --table or upload it. "
                            + "docs/samples/rebalance shows one.",
                        "复制一个表文件夹，加入 margins.csv（列为 sector、sales、purchases；每个部门一行；若同时调整最终需求，每个使用类别再加一行，只填 purchases），"
                            + "用 --table 指定或上传。样例见 docs/samples/rebalance。"))),
            .table(
                Table(
                    "sums", Localized("The sums of the table as it stands", "现表的合计数"),
                    columns: [
                        .words("label", "Label in the table", "表中标签"), .words("sector", "Sector", "部门"),
                        .numbers("sales", "Sales to sectors", "售予各部门", unit: given.unit),
                        .numbers("purchases", "Purchases from sectors", "购自各部门", unit: given.unit),
                    ], rows: sums)),
            .method(Rebalance.method),
        ]
    }

    private var sums: [[Cell]] {
        let table = given.table
        let count = table.sectors.count
        return table.sectors.indices.map { place in
            let sales = table.flows[place * count..<(place + 1) * count].reduce(0, +)
            let purchases = table.sectors.indices.map { table.flows[$0 * count + place] }.compensatedSum
            return [
                .text(table.sectors[place].text), .text(given.name(place)),
                .number(sales, decimals: 0, origin: given.origin()),
                .number(purchases, decimals: 0, origin: given.origin()),
            ]
        }
    }

    /// The fitted table as files of a table folder.
    func files(_ fit: TableFit, _ matrix: DenseMatrix) -> [ReportFile] {
        let table = given.table
        let labels = table.sectors.map(\.text)
        let count = labels.count
        let width = table.demandCategories.count
        let uses = labels.indices.map { row -> (label: String, values: [Double]) in
            fit.fitsFinalDemand
                ? (labels[row], Array(matrix.row(row).suffix(width)))
                : (labels[row], Array(table.finalDemand[row * width..<(row + 1) * width]))
        }
        return [
            GivenTable.file(
                "flows.csv", corner: "sector", columns: labels,
                rows: labels.indices.map { (labels[$0], Array(matrix.row($0).prefix(count))) }),
            GivenTable.file(
                "final_demand.csv", corner: "sector", columns: table.demandCategories.map(\.text), rows: uses),
        ]
    }
}
