import Ecosystem

/// Reads a table folder: `flows.csv`, `final_demand.csv` and, where they are there, `extensions.csv`, `imports.csv`,
/// `sectors.csv` and `table.json`. A folder without `flows.csv`, and a single file, may hold a table as the National
/// Bureau of Statistics of China or the World Input-Output Database publishes it.
struct TableReading {
    let source: PackageSource
    /// The one file that was named, in the folder `source`; `nil` for the folder as a whole.
    var file: String?

    /// The table; `nil` where a finding says why there is none.
    func table(_ log: inout FindingLog) throws -> FlowTable? {
        let names = try source.fileNames()
        if file == nil, names.contains("flows.csv") { return try folder(names, &log) }
        if let world = try WorldTableReading.file(among: names, named: file, source, &log) {
            return try WorldTableReading(source: source, file: world).table(&log)
        }
        if log.findings.isEmpty,
            let national = try NationalTableReading.file(among: names, named: file, source, &log)
        {
            return try NationalTableReading(source: source, file: national).table(&log)
        }
        if file == nil, log.findings.isEmpty { return try folder(names, &log) }
        if log.findings.isEmpty, let file {
            log.add(
                Finding(
                    .error, file: file,
                    Localized(
                        "is no input-output table that is known here: name a folder with flows.csv and final_demand.csv, or a "
                            + "table whose header begins Code,Description,DescriptionInChinese, or a file Z_YEAR.csv",
                        "不是可识别的投入产出表：请指定含 flows.csv 和 final_demand.csv 的文件夹，或表头以 "
                            + "Code,Description,DescriptionInChinese 开头的表，或 Z_年份.csv 文件")))
        }
        return nil
    }

    private func folder(_ names: [String], _ log: inout FindingLog) throws -> FlowTable? {
        for file in ["flows.csv", "final_demand.csv"] where !names.contains(file) {
            throw DataPackageError(
                "there is no such file; a table folder holds flows.csv and final_demand.csv",
                "没有这个文件；表文件夹应含 flows.csv 和 final_demand.csv", path: file)
        }
        let flows = try LabelledTable("flows.csv", in: source, log: &log)
        let demand = try LabelledTable("final_demand.csv", in: source, log: &log)
        let extensions =
            try names.contains("extensions.csv")
            ? LabelledTable("extensions.csv", in: source, log: &log) : nil
        let imports =
            try names.contains("imports.csv") ? LabelledTable("imports.csv", in: source, log: &log) : nil
        guard let flows, let demand else { return nil }
        let sectors = flows.rows.map(\.label)
        same(sectors, flows.columns, file: flows.file, "columns", "列", &log)
        same(sectors, demand.rows.map(\.label), file: demand.file, "rows", "行", &log)
        if let extensions { same(sectors, extensions.columns, file: extensions.file, "columns", "列", &log) }
        if let imports {
            same(sectors, imports.rows.map(\.label), file: imports.file, "rows", "行", &log)
            same(sectors, imports.columns, file: imports.file, "columns", "列", &log)
        }
        let about = try TableAboutReading(source: source).about(sectors, names, &log)
        let companions = try TableCompanionReading(
            source: source, sectors: sectors, uses: demand.columns, accounts: extensions?.rows.map(\.label)
        ).companions(among: names, &log)
        return FlowTable(
            name: source.name, sectors: sectors, flows: flows.values, demandCategories: demand.columns,
            finalDemand: demand.values, extensionNames: extensions?.rows.map(\.label.text) ?? [],
            extensions: extensions?.values ?? [], importedFlows: imports?.values, about: about,
            companions: companions)
    }

    private func same(
        _ sectors: [FlowTable.Label], _ others: [FlowTable.Label], file: String, _ en: String, _ zh: String,
        _ log: inout FindingLog
    ) {
        Self.compare(
            sectors, others, file: file, Localized(en, zh), Localized("sectors of the rows", "行（部门及次序）"), &log
        )
    }

    /// A finding where labels are not those of another file in their order.
    static func compare(
        _ sectors: [FlowTable.Label], _ others: [FlowTable.Label], file: String, _ what: Localized,
        _ wanted: Localized, of other: String = "flows.csv", _ log: inout FindingLog
    ) {
        guard sectors != others else { return }
        let place = zip(sectors, others).enumerated().first { $1.0 != $1.1 }
        let which = place.map { "“\(Finding.shown($1.1.text))” ≠ “\(Finding.shown($1.0.text))”" } ?? ""
        let at = (place?.offset ?? min(sectors.count, others.count)) + 1
        log.add(
            Finding(
                .error, file: file,
                Localized(
                    "its \(what.en) are not the \(wanted.en) of \(other) in their order: "
                        + "\(others.count) against \(sectors.count), first difference at \(at) \(which)",
                    "其\(what.zh)与 \(other) 的\(wanted.zh)不一致：\(others.count) 对 \(sectors.count)，第 \(at) 个起不同 \(which)"
                )
            ))
    }
}
