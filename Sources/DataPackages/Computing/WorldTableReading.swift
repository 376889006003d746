import Ecosystem

/// Reads a table of the World Input-Output Database as it is kept in matrices: `Z_YEAR.csv` and `F_YEAR.csv`, plain or
/// packed, without labels, country after country; names in `countries.txt` and `industries.txt`.
///
/// The database rounds to millions, so columns balance to some hundreds only. Output is the sum of a row; `x_YEAR.csv`
/// is not read.
struct WorldTableReading {
    let source: PackageSource
    /// `Z_YEAR.csv` or `Z_YEAR.csv.gz`.
    let file: String

    /// The file of flows: the one that is named, or the only one of the folder. Several years are a finding.
    static func file(
        among names: [String], named: String?, _ source: PackageSource, _ log: inout FindingLog
    ) throws -> String? {
        func isFlows(_ name: String) -> Bool {
            let plain = PackedCSV.plain(name)
            return plain.hasPrefix("Z_") && plain.hasSuffix(".csv")
        }
        if let named { return isFlows(named) ? named : nil }
        let found = names.filter(isFlows)
        guard found.count > 1 else { return found.first }
        log.add(
            Finding(
                .error, file: found[0],
                Localized(
                    "the folder holds tables of several years: name one of them, \(found.joined(separator: ", "))",
                    "文件夹中有多个年份的表：请指定其中一个文件，\(found.joined(separator: "、"))")))
        return nil
    }

    /// The table; `nil` where a finding says why there is none.
    func table(_ log: inout FindingLog) throws -> FlowTable? {
        let names = try source.fileNames()
        let other = "F_" + file.dropFirst(2)
        let demandFile =
            [other, PackedCSV.plain(other), other + ".gz"].first { names.contains($0) } ?? other
        guard let flows = try PackedCSV(source: source, file: file).numbers(&log),
            let demand = try PackedCSV(source: source, file: demandFile).numbers(&log)
        else { return nil }
        let countries = try lines("countries.txt", names)
        let industries = try lines("industries.txt", names)
        let count = flows.rows
        guard flows.columns == count, demand.rows == count, !countries.isEmpty,
            countries.count * industries.count == count
        else {
            log.add(
                Finding(
                    .error, file: file,
                    Localized(
                        "\(flows.rows) × \(flows.columns) flows and \(demand.rows) rows of final demand do not fit "
                            + "\(countries.count) countries × \(industries.count) industries of countries.txt and industries.txt",
                        "\(flows.rows) × \(flows.columns) 的流量与 \(demand.rows) 行最终需求，与 countries.txt 和 industries.txt 中的 "
                            + "\(countries.count) 国 × \(industries.count) 行业不符")))
            return nil
        }
        let sectors = countries.flatMap { country in
            industries.map { FlowTable.Label(region: country, sector: $0) }
        }
        let kinds = demand.columns / countries.count
        let categories =
            kinds * countries.count == demand.columns
            ? countries.flatMap { country in
                (1...max(1, kinds)).map { FlowTable.Label(region: country, sector: "f\($0)") }
            }
            : (1...max(1, demand.columns)).map { FlowTable.Label(sector: "f\($0)") }
        return FlowTable(
            name: PackedCSV.plain(file), sectors: sectors, flows: flows.values, demandCategories: categories,
            finalDemand: demand.values,
            about: FlowTableAbout(
                unit: Localized("million US dollars", "百万美元"),
                source: Localized("World Input-Output Database", "世界投入产出数据库（WIOD）")))
    }

    private func lines(_ name: String, _ names: [String]) throws -> [String] {
        guard names.contains(name) else { return [] }
        let text = String(decoding: try source.bytes(of: name, limit: 1 << 20), as: UTF8.self)
        return text.split(whereSeparator: \.isNewline).map { String($0).trimmingBlanks() }.filter {
            !$0.isEmpty
        }
    }
}
