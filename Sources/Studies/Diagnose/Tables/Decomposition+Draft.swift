import Ecosystem
import Reporting

extension Decomposition {
    /// Lays the answer out: all output, sectors, uses, accounts, what is odd.
    public func draft(of result: Result, on input: StudyInput) throws -> ReportDraft {
        let given = try GivenTable(input, study: id)
        let page = DecompositionPage(result: result, given: given)
        guard let output = result.output else {
            return ReportDraft(
                title: description.title,
                answer: Localized(
                    "No earlier table was given: there is no change to split.", "没有给出早期的表：没有可分解的变化。"),
                blocks: page.gap)
        }
        var blocks = given.madeUp
        blocks.append(.figures(page.figures(output)))
        blocks.append(
            .picture(
                Picture(
                    .bars(name: "sector", values: ["technology", "demand"]),
                    page.bars(top: input.parameters.integer("top") ?? 15))))
        if !result.accounts.isEmpty { blocks.append(.table(page.accountTable)) }
        blocks += [.table(page.useTable), .table(page.sectorTable)]
        blocks += given.notes
        blocks.append(.method(Decomposition.method))
        return ReportDraft(title: description.title, answer: page.answer(output), blocks: blocks)
    }
}

/// The answer of the study `decomposition` in words, figures and tables.
private struct DecompositionPage {
    let result: Decomposition.Result
    let given: GivenTable

    private var origin: Origin { given.origin() }

    private func signed(_ value: Double) -> String { (value > 0 ? "+" : "") + value.words(decimals: 1) }

    func answer(_ output: Decomposition.Change) -> Localized {
        let (change, technique, demand) = (
            signed(output.change), signed(output.technology), signed(output.demand)
        )
        let unit = given.unit
        return Localized(
            "All output changed by \(change) (\(unit.en)): \(technique) because of technique, \(demand) because of final demand.",
            "全部产出变化 \(change)（\(unit.zh)）：技术 \(technique)，最终需求 \(demand)。")
    }

    func figures(_ output: Decomposition.Change) -> [Figure] {
        func figure(_ label: Localized, _ value: Double, _ meaning: Localized) -> Figure {
            Figure(
                label, .number(FigureNumber(value, decimals: 1)), unit: given.unit, origin: origin,
                meaning: meaning)
        }
        return [
            figure(
                Localized("Change of all output", "全部产出的变化"), output.change,
                Localized(
                    "From \(output.earlier.words(decimals: 1)) to \(output.later.words(decimals: 1))",
                    "由 \(output.earlier.words(decimals: 1)) 到 \(output.later.words(decimals: 1))")),
            figure(
                Localized("Because of technique", "技术所致"), output.technology,
                Localized("Sectors buy more or less of each other for a unit of output", "每单位产出相互采购的多少变了")),
            figure(
                Localized("Because of final demand", "最终需求所致"), output.demand,
                Localized("Households, state, investment and exports buy more or less", "消费、政府、投资和出口买得多了或少了")),
        ]
    }

    private func cells(_ change: Decomposition.Change) -> [Cell] {
        [change.earlier, change.later, change.change, change.technology, change.demand].map {
            .number($0, decimals: 1, origin: origin)
        }
    }

    private var changeColumns: [Table.Column] {
        [
            .numbers("earlier", "Before", "之前", unit: given.unit),
            .numbers("later", "Now", "现在", unit: given.unit),
            .numbers("change", "Change", "变化", unit: given.unit),
            .numbers("technology", "Technique", "技术", unit: given.unit),
            .numbers("demand", "Final demand", "最终需求", unit: given.unit),
        ]
    }

    func bars(top: Int) -> Table {
        let order = result.sectors.indices.sorted {
            let left = result.sectors[$0].output.change.magnitude
            let right = result.sectors[$1].output.change.magnitude
            return left != right ? left > right : $0 < $1
        }
        return Table(
            "largest-changes", Localized("The largest changes of output", "产出变化最大的部门"),
            caption: Localized("Both parts add up to the change", "两部分之和为变化"),
            columns: [
                .words("sector", "Sector", "部门"),
                .numbers("technology", "Technique", "技术", unit: given.unit),
                .numbers("demand", "Final demand", "最终需求", unit: given.unit),
            ],
            rows: order.prefix(top).map { place in
                let change = result.sectors[place].output
                return [
                    .text(given.name(place)), .number(change.technology, decimals: 1, origin: origin),
                    .number(change.demand, decimals: 1, origin: origin),
                ]
            })
    }

    var sectorTable: Table {
        Table(
            "sectors", Localized("Every sector", "全部部门"), caption: Localized("In the table's order", "按表中次序"),
            columns: [.words("sector", "Sector", "部门")] + changeColumns,
            rows: result.sectors.enumerated().map { [.text(given.name($0))] + cells($1.output) })
    }

    var useTable: Table {
        let names = Dictionary(
            given.table.demandCategories.map { ($0.text, given.name($0)) },
            uniquingKeysWith: { first, _ in first })
        return Table(
            "uses", Localized("Final demand by use", "最终需求按使用"),
            caption: Localized(
                "The effects add up to what final demand did", "各项影响之和为最终需求的影响"),
            columns: [
                .words("use", "Use", "使用"), .numbers("earlier", "Before", "之前", unit: given.unit),
                .numbers("later", "Now", "现在", unit: given.unit),
                .numbers("effect", "Effect on all output", "对全部产出的影响", unit: given.unit),
            ],
            rows: result.uses.map { use in
                [
                    .text(names[use.use] ?? Localized(same: use.use)),
                    .number(use.earlier, decimals: 1, origin: origin),
                    .number(use.later, decimals: 1, origin: origin),
                    .number(use.effect, decimals: 1, origin: origin),
                ]
            })
    }

    var accountTable: Table {
        Table(
            "accounts", Localized("Accounts of both tables", "两表都有的账户"),
            caption: Localized(
                "Each account in its own unit; the exact mean over all orders. The mean of two polars stands in the JSON form",
                "各账户按其自身单位；为所有次序的精确平均。两极平均见 JSON"),
            columns: [
                .words("account", "Account", "账户"), .numbers("earlier", "Before", "之前"),
                .numbers("later", "Now", "现在"), .numbers("change", "Change", "变化"),
                .numbers("intensity", "Amount per output", "单位产出强度"),
                .numbers("technology", "Technique", "技术"),
                .numbers("demand", "Final demand", "最终需求"),
            ],
            rows: result.accounts.map { account in
                let numbers = [
                    account.earlier, account.later, account.change, account.exact.intensity,
                    account.exact.technology, account.exact.demand,
                ]
                return [
                    .text(given.table.about.sectorNames[account.account] ?? Localized(same: account.account))
                ] + numbers.map { .number($0, decimals: 2, origin: origin) }
            })
    }

    /// What is missing and how to give it.
    var gap: [Block] {
        [
            .note(
                Note(
                    .gap, Localized("The earlier table is missing", "缺少早期的表"),
                    Localized(
                        "Put the earlier numbers beside the later ones in the table folder, with the same labels and in the prices of one year: "
                            + "flows-earlier.csv, final_demand-earlier.csv and, for value added or jobs, extensions-earlier.csv; give it with "
                            + "--table or upload it. docs/samples/decomposition shows one.",
                        "在表文件夹中并列放入早期数字，标签相同且按同一年价格：flows-earlier.csv、final_demand-earlier.csv，若分解增加值或就业再加 extensions-earlier.csv；"
                            + "用 --table 指定或上传。样例见 docs/samples/decomposition。"))),
            .method(Decomposition.method),
        ]
    }
}
