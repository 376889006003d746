import Ecosystem
import Reporting

/// Printed figures as tables: series by year, and all others with the latest first; a corrected figure shows what is
/// printed struck beside it.
enum FigureTables {
    /// Tables of the figures of one entity.
    static func of(_ records: [Record]) -> [Table] {
        let current = current(records)
        let (series, rest) = split(current)
        var tables: [Table] = []
        if let table = list(rest, id: "figures", title: Localized("Figures", "数字"), withEntity: false) {
            tables.append(table)
        }
        if let table = byYear(series) { tables.append(table) }
        return tables
    }

    /// Figures as rows, the latest first, those without a year last.
    static func list(_ records: [Record], id: String, title: Localized, withEntity: Bool) -> Table? {
        guard !records.isEmpty else { return nil }
        let dated = records.map { ($0, Period(reading: $0.text("period") ?? "").lastDay ?? Int.min) }
        let sorted = dated.enumerated().sorted { left, right in
            left.element.1 == right.element.1 ? left.offset < right.offset : left.element.1 > right.element.1
        }.map(\.element.0)
        let entity = withEntity ? [Table.Column("entity", Localized("Describes", "描述对象"))] : []
        return Table(
            id, title, caption: Localized("Latest first; as printed, unless marked", "最近者在前；除注明外均为原文数字"),
            columns: [Table.Column("indicator", Localized("Indicator", "指标"))] + entity + [
                Table.Column("period", Localized("Period", "时期")),
                Table.Column("value", Localized("Value", "数值"), kind: .number),
            ],
            rows: sorted.map { record in
                [nameCell(record)] + (withEntity ? [record.cell("entity_id")] : []) + [
                    .text(Period(reading: record.text("period") ?? "n.d.").cell), valueCell(record),
                ]
            })
    }

    /// The value with its unit in words, and what is printed where the value is a corrected reading.
    static func valueCell(_ record: Record) -> Cell {
        guard let words = record.figureText else { return .notPrinted }
        var cell = Cell(.text(words), origin: record.origin)
        if let printed = record.target("corrects_id")?.figureText, printed != words { cell.printed = printed }
        return cell
    }

    private static func nameCell(_ record: Record) -> Cell {
        var cell = Cell(.links([Cell.Link(record.name, kind: .indicator, id: record.id)]))
        if let printed = record.target("corrects_id"), printed.name != record.name {
            cell.printed = printed.name
        }
        return cell
    }

    /// The records without those that a corrected reading among them replaces.
    static func current(_ records: [Record]) -> [Record] {
        let replaced = Set(records.compactMap { $0.text("corrects_id") })
        return records.filter { !replaced.contains($0.id) }
    }

    /// Figures of one indicator and unit for three years or more, and all others.
    private static func split(_ records: [Record]) -> (series: [[Record]], rest: [Record]) {
        var order: [String] = []
        var groups: [String: [Record]] = [:]
        var rest: [Record] = []
        for record in records {
            guard year(of: record) != nil, record.text("state") == nil || record.text("state") == "actual"
            else {
                rest.append(record)
                continue
            }
            let key = (record.text("indicator_id") ?? "") + "\n" + (record.text("unit") ?? "")
            if groups[key] == nil { order.append(key) }
            groups[key, default: []].append(record)
        }
        var series: [[Record]] = []
        for key in order {
            // Of several figures for one year the first stands in the series, the others are listed.
            var years: Set<Int> = []
            let group = groups[key] ?? []
            let first = group.filter { record in year(of: record).map { years.insert($0).inserted } ?? false }
            guard years.count >= 3 else {
                rest += group
                continue
            }
            series.append(first)
            let kept = Set(first.map(\.id))
            rest += group.filter { !kept.contains($0.id) }
        }
        return (series, rest)
    }

    private static func year(of record: Record) -> Int? {
        guard let text = record.text("period"), text.utf8.count == 4 else { return nil }
        return Int(text)
    }

    /// Series side by side, a column a year.
    private static func byYear(_ series: [[Record]]) -> Table? {
        let years = Set(series.flatMap { $0.compactMap { year(of: $0) } }).sorted().suffix(12)
        guard !years.isEmpty else { return nil }
        return Table(
            "series", Localized("By year", "逐年数字"),
            columns: [
                Table.Column("indicator", Localized("Indicator", "指标")),
                Table.Column("unit", Localized("Unit", "单位")),
            ] + years.map { Table.Column("y\($0)", Localized(same: String($0)), kind: .number) },
            rows: series.compactMap { group in
                guard let first = group.first else { return nil }
                let unit = UnitOfMeasure(first.text("unit") ?? "").label
                return [nameCell(first), .text(unit)]
                    + years.map { wanted in
                        guard let record = group.first(where: { year(of: $0) == wanted }),
                            let number = FigureNumber(
                                printed: record.text("value") ?? "", qualifier: record.text("qualifier") ?? ""
                            )
                        else { return .notPrinted }
                        return Cell(.number(number), origin: record.origin)
                    }
            })
    }
}
