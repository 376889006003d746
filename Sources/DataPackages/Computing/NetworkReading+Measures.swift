import Ecosystem
import Sheets

extension NetworkReading {
    /// `measures.csv`: `id`, `kind`, `firm`, `amount`, `cost`, and for new deliveries `customers`, `need`, `material`.
    func readMeasures(_ log: inout FindingLog) throws -> [SupplyNetwork.Measure] {
        let grid = try CellGrid("measures.csv", in: source, log: &log)
        guard let header = grid.rows.first, let columns = MeasureColumns(header) else {
            log.add(Self.header("measures.csv", "id, kind, firm, amount, cost"))
            return []
        }
        var measures: [SupplyNetwork.Measure] = []
        var ids: Set<String> = []
        for row in grid.rows.dropFirst() {
            let id = row[columns.id]
            if id.isEmpty || !ids.insert(id).inserted {
                log.add(
                    Finding(
                        .error, file: grid.file, row: row.number, column: "id", position: columns.id + 1,
                        Localized(
                            id.isEmpty ? "a measure needs an id" : "“\(Finding.shown(id))” stands twice",
                            id.isEmpty ? "措施须有编号" : "“\(Finding.shown(id))”出现两次"), value: id))
            }
            if let measure = measure(id, row, columns, grid, &log) { measures.append(measure) }
        }
        return measures
    }

    private struct MeasureColumns {
        var id: Int, kind: Int, firm: Int, amount: Int, cost: Int
        var customers: Int?, need: Int?, material: Int?

        init?(_ header: CellGrid.Row) {
            func column(_ name: String) -> Int? { NetworkReading.column([name], header) }
            guard let id = column("id"), let kind = column("kind"), let firm = column("firm"),
                let amount = column("amount"), let cost = column("cost")
            else { return nil }
            (self.id, self.kind, self.firm, self.amount, self.cost) = (id, kind, firm, amount, cost)
            (customers, need, material) = (column("customers"), column("need"), column("material"))
        }
    }

    private func measure(
        _ id: String, _ row: CellGrid.Row, _ columns: MeasureColumns, _ grid: CellGrid,
        _ log: inout FindingLog
    ) -> SupplyNetwork.Measure? {
        func wrong(_ column: String, _ place: Int, _ text: String, _ message: Localized, _ expected: String) {
            log.add(
                Finding(
                    .error, file: grid.file, row: row.number, column: FieldName(rawValue: column),
                    position: place + 1, message, value: text, expected: expected))
        }
        func amount(_ column: String, _ place: Int, from least: Double, _ expected: String) -> Double? {
            if let number = row[place].cellNumber, number >= least, number.isFinite, least >= 0,
                number > 0 || expected != "number > 0"
            {
                return number
            }
            wrong(
                column, place, row[place],
                Localized(
                    "“\(Finding.shown(row[place]))” is no \(column); a \(expected) is needed",
                    "“\(Finding.shown(row[place]))”不是有效的 \(column)；应为 \(expected)"), expected)
            return nil
        }
        let known = SupplyNetwork.Measure.Kind.allCases.map(\.rawValue).joined(separator: ", ")
        guard let kind = SupplyNetwork.Measure.Kind(rawValue: row[columns.kind]) else {
            wrong(
                "kind", columns.kind, row[columns.kind],
                Localized(
                    "“\(Finding.shown(row[columns.kind]))” is none of \(known)",
                    "“\(Finding.shown(row[columns.kind]))”不在可选值中：\(known)"), known)
            return nil
        }
        let much = amount("amount", columns.amount, from: 0, "number > 0")
        let cost = amount("cost", columns.cost, from: 0, "number ≥ 0")
        var firm: Int?
        let name = row[columns.firm]
        if kind != .supplier {
            firm = self.firm(name, grid.file, row.number, "firm", &log).map { Int($0) }
            if firm == nil { return nil }
        } else if name.isEmpty || place(of: name) != nil {
            wrong(
                "firm", columns.firm, name,
                Localized(
                    "a new supplier needs a name of its own, not “\(Finding.shown(name))”",
                    "新供应商须有自己的名称，不能是“\(Finding.shown(name))”"), "a new name")
            return nil
        }
        var customers: [Int] = []
        if kind == .source || kind == .supplier {
            let names = columns.customers.map { row[$0] } ?? ""
            for name in names.split(separator: ";") {
                let text = String(name).trimmingBlanks()
                if let place = self.firm(text, grid.file, row.number, "customers", &log) {
                    customers.append(Int(place))
                }
            }
            if customers.isEmpty {
                wrong(
                    "customers", columns.customers ?? columns.firm, names,
                    Localized("say whom it would supply, with “;” between", "请写明将供应哪些企业，以“;”分隔"),
                    "ids of firms")
                return nil
            }
        }
        var material: Int?
        if kind == .supplier {
            let text = columns.material.map { row[$0] } ?? ""
            material = sectors.firstIndex(of: text)
            if material == nil {
                wrong(
                    "material", columns.material ?? columns.firm, text,
                    Localized(
                        "no firm of firms.csv makes “\(Finding.shown(text))”; a sector of firms.csv is needed",
                        "firms.csv 中没有企业生产“\(Finding.shown(text))”；应为 firms.csv 的 sector"), "a sector")
                return nil
            }
        }
        var need: Double?
        if let column = columns.need, !row[column].isEmpty {
            guard let number = amount("need", column, from: 0, "number > 0") else { return nil }
            need = number
        }
        guard let much, let cost else { return nil }
        return SupplyNetwork.Measure(
            id: id, kind: kind, firm: firm, amount: much, cost: cost, customers: customers, need: need,
            material: material)
    }
}
