import Ecosystem

/// Reads a table folder: `flows.csv`, `final_demand.csv` and, where it is there, `extensions.csv`.
struct TableReading {
    let source: PackageSource

    /// The table; `nil` where a finding says why there is none.
    func table(_ log: inout FindingLog) throws -> FlowTable? {
        let flows = try LabelledTable("flows.csv", in: source, log: &log)
        let demand = try LabelledTable("final_demand.csv", in: source, log: &log)
        let extensions =
            try source.fileNames().contains("extensions.csv")
            ? LabelledTable("extensions.csv", in: source, log: &log) : nil
        guard let flows, let demand else { return nil }
        let sectors = flows.rows.map(\.label)
        same(sectors, flows.columns, file: flows.file, "columns", "列", &log)
        same(sectors, demand.rows.map(\.label), file: demand.file, "rows", "行", &log)
        if let extensions { same(sectors, extensions.columns, file: extensions.file, "columns", "列", &log) }
        return FlowTable(
            name: source.name, sectors: sectors, flows: flows.values, demandCategories: demand.columns,
            finalDemand: demand.values, extensionNames: extensions?.rows.map(\.label.text) ?? [],
            extensions: extensions?.values ?? [])
    }

    private func same(
        _ sectors: [FlowTable.Label], _ others: [FlowTable.Label], file: String, _ en: String, _ zh: String,
        _ log: inout FindingLog
    ) {
        guard sectors != others else { return }
        let place = zip(sectors, others).enumerated().first { $1.0 != $1.1 }
        let which = place.map { "“\(Finding.shown($1.1.text))” ≠ “\(Finding.shown($1.0.text))”" } ?? ""
        let at = (place?.offset ?? min(sectors.count, others.count)) + 1
        log.add(
            Finding(
                .error, file: file,
                Localized(
                    "its \(en) are not the sectors of the rows of flows.csv in their order: "
                        + "\(others.count) against \(sectors.count), first difference at \(at) \(which)",
                    "其\(zh)与 flows.csv 的行（部门及次序）不一致：\(others.count) 对 \(sectors.count)，第 \(at) 个起不同 \(which)")
            ))
    }
}
