import Ecosystem
import Indicators
import Kernels
import Reporting

extension Specialization {
    /// The tables and sentences of one answer.
    struct Page {
        let measures: Measures
        let model: EcosystemModel

        init(_ measures: Measures, _ model: EcosystemModel) {
            self.measures = measures
            self.model = model
        }

        private var table: StructureTable { measures.table }
        private var origin: Origin { table.origin }

        /// A region of the table, linked where it is a record.
        private func regionCell(_ row: Int) -> Cell {
            let label = table.regions[table.rows[row]]
            return model.record(id: label.id) == nil ? .text(label.name) : model.linkCell(label.id)
        }
        private func regionName(_ row: Int) -> Localized { table.regions[table.rows[row]].name }
        private func industryName(_ column: Int) -> Localized { table.industries[table.columns[column]].name }

        /// The industry with the highest quotient of a region.
        private func strongest(_ row: Int) -> (column: Int, quotient: Bounded)? {
            var best: (column: Int, quotient: Bounded)?
            for (column, quotient) in measures.quotients.values[row].enumerated() {
                guard let bounded = quotient.bounded, bounded.value > best?.quotient.value ?? 0 else {
                    continue
                }
                best = (column, bounded)
            }
            return best
        }

        private func extreme(_ values: [Measured], _ isBetter: (Double, Double) -> Bool) -> Int? {
            values.indices.filter { values[$0].value != nil }.min { one, other in
                let (left, right) = (values[one].value ?? 0, values[other].value ?? 0)
                return left != right ? isBetter(left, right) : one < other
            }
        }

        var answer: Localized {
            let krugman = measures.krugman.values
            guard let most = extreme(krugman, >), let least = extreme(krugman, <),
                let value = krugman[most].value, let other = krugman[least].value
            else {
                return Localized("No region has a structure that can be compared.", "没有可比较结构的地区。")
            }
            if krugman.count(where: { $0.value != nil }) == 1 {
                let name = regionName(most)
                return Localized(
                    "\(name.en) is the only region with a structure; there is no other to compare it with.",
                    "只有\(name.zh)有结构数据，没有其他地区可比。")
            }
            let time = table.period.map { Localized(" in \($0.en)", "\($0.zh) 年，") } ?? Localized("", "")
            let strong = strongest(most).map { found in
                let words = found.quotient.value.words(decimals: 1)
                let name = industryName(found.column)
                return Localized(
                    ", \(words) times the benchmark's share of \(name.en)",
                    "，其中\(name.zh)的份额为基准的 \(words) 倍")
            }
            let (one, two) = (regionName(most), regionName(least))
            return Localized(
                "\(one.en) has the most special structure\(time.en) (Krugman index \(value.words(decimals: 2)) of 2"
                    + (strong?.en ?? "")
                    + "); nearest to the whole is \(two.en) (\(other.words(decimals: 2))).",
                "\(time.zh)\(one.zh.beforeChinese)的结构最为特殊（克鲁格曼指数 \(value.words(decimals: 2))，上限为 2"
                    + (strong?.zh ?? "") + "）；最接近整体的是\(two.zh)（\(other.words(decimals: 2))）。")
        }

        var figures: [Figure] {
            func figure(
                _ en: String, _ zh: String, _ values: [Measured], _ isBetter: (Double, Double) -> Bool
            )
                -> Figure
            {
                guard let row = extreme(values, isBetter) else {
                    let reason = values.lazy.compactMap(\.reason).first?.label
                    return Figure(Localized(en, zh), .missing(reason ?? Localized("unknown", "未知")))
                }
                let name = regionName(row)
                let cell = Cell.measured(values[row], decimals: 2, origin: origin)
                return Figure(
                    Localized("\(en): \(name.en)", "\(zh)：\(name.zh)"), cell.value, period: table.period,
                    origin: cell.origin)
            }
            var figures = [
                figure("Most special structure, Krugman index", "结构最特殊（克鲁格曼指数）", measures.krugman.values, >),
                figure("Nearest to the whole, Krugman index", "最接近整体（克鲁格曼指数）", measures.krugman.values, <),
            ]
            if hasComplexity {
                figures.append(figure("Highest complexity, ECI", "复杂度最高（ECI）", measures.complexity.eci, >))
            }
            return figures
        }

        /// Whether regions can be ranked by complexity at all.
        private var hasComplexity: Bool { measures.complexity.eci.contains { $0.value != nil } }

        /// The quotients as a heatmap; of a large table only those that stand out.
        var quotients: Block {
            let cells = measures.quotients.values
            let isSmall = table.rows.count * table.columns.count <= Specialization.drawnCells
            var rows: [[Cell]] = []
            for (row, values) in cells.enumerated() {
                for (column, quotient) in values.enumerated() {
                    if !isSmall, quotient.value ?? 0 < 2 { continue }
                    let share = measures.quotients.shares[row][column]
                    rows.append([
                        regionCell(row), .text(industryName(column)),
                        .measured(quotient, decimals: 2, origin: origin),
                        .percent(share.value, origin: origin),
                    ])
                }
            }
            let columns: [Table.Column] = [
                .words("region", "Region", "地区"), .words("industry", "Industry", "行业"),
                .numbers("quotient", "Location quotient", "区位商"),
                .percent("share", "Share of the region", "占本地区"),
            ]
            let title = Localized("Location quotients", "区位商")
            if isSmall {
                return .picture(
                    Picture(
                        .heatmap(row: "region", column: "industry", value: "quotient"),
                        Table("quotients", title, columns: columns, rows: rows)))
            }
            return .table(
                Table(
                    "quotients", title,
                    caption: Localized(
                        "quotients of 2 and more, the first 500; JSON holds all",
                        "仅列区位商不小于 2 的前 500 项；全部见 JSON"),
                    columns: columns, rows: Array(rows.prefix(500))))
        }

        var regions: Table {
            var columns: [Table.Column] = [
                .words("region", "Region", "地区"),
                .numbers("krugman", "Krugman index", "克鲁格曼指数", unit: Localized("0…2", "0～2")),
                .numbers("half", "Coefficient of specialization", "专业化系数", unit: Localized("0…1", "0～1")),
                .numbers("hhi", "Herfindahl index", "赫芬达尔指数"),
                .numbers("equivalent", "Equivalent industries", "等价行业数"),
                .numbers("diversity", "Advantages", "优势行业数"),
            ]
            if hasComplexity {
                columns += [.numbers("eci", "ECI", "ECI"), .numbers("fitness", "Fitness", "适应度")]
            }
            columns.append(.words("strongest", "Strongest industry", "最强行业"))
            let rows = table.rows.indices.map { row -> [Cell] in
                let one = measures.concentration[row]
                var cells: [Cell] = [
                    regionCell(row), .measured(measures.krugman.values[row], decimals: 3, origin: origin),
                    .measured(measures.krugman.halves[row], decimals: 3, origin: origin),
                    .measured(one.herfindahl, decimals: 3, origin: origin),
                    .measured(one.equivalentNumber, decimals: 1, origin: origin),
                    .number(measures.complexity.diversity[row], origin: origin),
                ]
                if hasComplexity {
                    cells.append(.measured(measures.complexity.eci[row], decimals: 2, origin: origin))
                    cells.append(.measured(measures.fitness.regions[row], decimals: 2, origin: origin))
                }
                return cells + [strongest(row).map { .text(industryName($0.column)) } ?? .noRecord]
            }
            return Table("regions", Localized("Regions", "各地区"), columns: columns, rows: rows)
        }

        var industries: Table {
            var columns: [Table.Column] = [
                .words("industry", "Industry", "行业"),
                .numbers("gini", "Locational Gini", "区位基尼系数", unit: Localized("0…1", "0～1")),
                .numbers("ubiquity", "Regions with an advantage", "有优势的地区数"),
            ]
            if hasComplexity { columns.append(.numbers("pci", "PCI", "PCI")) }
            columns += [
                .words("leader", "Most specialized region", "最专业化地区"),
                .numbers("quotient", "Its location quotient", "其区位商"),
            ]
            let rows = table.columns.indices.map { column -> [Cell] in
                let values = measures.quotients.values.map { $0[column] }
                let best = extreme(values, >)
                var cells: [Cell] = [
                    .text(industryName(column)),
                    .measured(measures.gini.values[column], decimals: 3, origin: origin),
                    .number(measures.complexity.ubiquity[column], origin: origin),
                ]
                if hasComplexity {
                    cells.append(.measured(measures.complexity.pci[column], decimals: 2, origin: origin))
                }
                return cells + [
                    best.map { regionCell($0) } ?? .noRecord,
                    .measured(
                        best.map { values[$0] } ?? .undefined(.emptyIndustry), decimals: 2, origin: origin),
                ]
            }
            return Table("industries", Localized("Industries", "各行业"), columns: columns, rows: rows)
        }

        /// What is near to what a region has, and not yet a strength of it.
        var near: Table? {
            guard hasComplexity else { return nil }
            var rows: [[Cell]] = []
            for row in table.rows.indices {
                let open = table.columns.indices.filter { !measures.advantage.matrix[row][$0] }
                let ranked = open.sorted { one, other in
                    let (left, right) = (
                        measures.relatedness.density[row][one].value ?? -1,
                        measures.relatedness.density[row][other].value ?? -1
                    )
                    return left != right ? left > right : one < other
                }
                for column in ranked.prefix(3) {
                    guard let density = measures.relatedness.density[row][column].value, density > 0 else {
                        continue
                    }
                    rows.append([
                        regionCell(row), .text(industryName(column)),
                        .percent(density, origin: origin),
                        .measured(measures.quotients.values[row][column], decimals: 2, origin: origin),
                        .measured(measures.complexity.pci[column], decimals: 2, origin: origin),
                    ])
                }
            }
            guard !rows.isEmpty else { return nil }
            return Table(
                "near", Localized("Nearest industries without an advantage yet", "最接近而尚无优势的行业"),
                caption: Localized(
                    "density: how much of what is near the industry the region has",
                    "关联密度：与该行业相近的行业中本地区已具优势的比重"),
                columns: [
                    .words("region", "Region", "地区"), .words("industry", "Industry", "行业"),
                    .percent("density", "Relatedness density", "关联密度"),
                    .numbers("quotient", "Location quotient", "区位商"), .numbers("pci", "PCI", "PCI"),
                ], rows: Array(rows.prefix(300)))
        }

        func conventions(_ result: Result) -> Table {
            Table(
                "conventions", Localized("What is compared with, and zeros", "比较基准与零值处理"),
                columns: [
                    .words("measure", "Measure", "指标"), .words("words", "Convention", "约定"),
                ], rows: result.conventions.map { [.text(MeasureName.label($0.measure)), .text($0.words)] })
        }
    }
}
