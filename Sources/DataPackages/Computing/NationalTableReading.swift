import Ecosystem
import Sheets

/// Reads a national table as the National Bureau of Statistics of China publishes it, as CSV, plain or packed: columns
/// Code, Description, DescriptionInChinese, perhaps Origin, the sectors, uses and totals; rows the sectors (twice where
/// Origin tells home-made from imported products), totals, value added.
///
/// Imports (IM) are taken off, so that a row adds up to the output (GO). Totals are left out where their parts are there.
struct NationalTableReading {
    let source: PackageSource
    let file: String

    private static let head = ["Code", "Description", "DescriptionInChinese"]
    /// Totals and what they are the sum of.
    private static let totals: [String: [String]] = [
        "TIU": [], "TFU": [], "GO": [], "TC": ["FU103"], "THC": ["FU101"], "GCF": ["FU201"],
    ]
    /// Rows that are no sector.
    private static let accounts: Set<String> = ["TVA", "VA001", "VA002", "VA003", "VA004"]

    /// The file that holds such a table: the one that is named, or the only one of a folder. Several are a finding.
    static func file(
        among names: [String], named: String?, _ source: PackageSource, _ log: inout FindingLog
    ) throws -> String? {
        var found: [String] = []
        for name in named.map({ [$0] }) ?? names where PackedCSV.plain(name).hasSuffix(".csv") {
            var header: [String] = []
            struct Enough: Error {}
            do {
                try PackedCSV(source: source, file: name).read { record in
                    header = record.strings
                    throw Enough()
                }
            } catch is Enough {
            } catch { if named != nil { throw error } }
            // Tables have a row of sectors; lists of the same head, such as employment by year, have none.
            if Array(header.prefix(3)) == head, header.contains("GO") { found.append(name) }
        }
        guard found.count > 1 else { return found.first }
        log.add(
            Finding(
                .error, file: found[0],
                Localized(
                    "the folder holds several tables: name one of them, \(found.joined(separator: ", "))",
                    "文件夹中有多张表：请指定其中一个文件，\(found.joined(separator: "、"))")))
        return nil
    }

    /// The table; `nil` where a finding says why there is none.
    func table(_ log: inout FindingLog) throws -> FlowTable? {
        var header: [String] = []
        var rows: [(number: Int, cells: [String])] = []
        try PackedCSV(source: source, file: file).read { record in
            if header.isEmpty { header = record.strings } else { rows.append((record.row, record.strings)) }
        }
        let origin = header.firstIndex(of: "Origin")
        let first = origin.map { $0 + 1 } ?? Self.head.count
        let codes = header.dropFirst(first).prefix { $0.allSatisfy(\.isNumber) && !$0.isEmpty }
        let places = Dictionary(zip(header, header.indices), uniquingKeysWith: { left, _ in left })
        let uses = header.dropFirst(first + codes.count).filter { code in
            guard let parts = Self.totals[code] else { return true }
            return !parts.isEmpty && !parts.contains { places[$0] != nil }
        }
        func numbers(_ row: (number: Int, cells: [String]), _ columns: [String]) -> [Double] {
            columns.map { code in
                guard let place = places[code], row.cells.indices.contains(place) else { return 0 }
                let text = row.cells[place]
                if text.isEmpty || text == "NA" { return 0 }
                if let number = text.cellNumber { return number }
                log.add(
                    Finding(
                        .error, file: file, row: row.number, column: FieldName(rawValue: code),
                        position: place + 1,
                        Localized(
                            "“\(Finding.shown(text))” is no number; write it with digits and a point",
                            "“\(Finding.shown(text))”不是数字；请用数字和小数点书写"), value: text,
                        expected: "number"))
                return 0
            }
        }
        var flows: [Double] = []
        var demand: [Double] = []
        var imported: [Double] = []
        var names: [String: Localized] = [:]
        var home: [String] = []
        var accounts: [(String, [Double])] = []
        for row in rows {
            let code = row.cells.first ?? ""
            let kind = origin.map { row.cells.indices.contains($0) ? row.cells[$0] : "" } ?? ""
            if Self.accounts.contains(code) {
                let name = code == "TVA" ? "Value added" : row.cells.count > 1 ? row.cells[1] : code
                accounts.append((name, numbers(row, Array(codes))))
            } else if codes.contains(code), kind == "Imports" {
                imported += numbers(row, Array(codes))
            } else if codes.contains(code) {
                home.append(code)
                flows += numbers(row, Array(codes))
                // Imports stand without a sign and are taken off.
                demand += zip(uses, numbers(row, Array(uses))).map { $0 == "IM" ? -$1 : $1 }
                if row.cells.count > 2 { names[code] = Localized(row.cells[1], row.cells[2]) }
            }
        }
        guard !codes.isEmpty, home == Array(codes), imported.isEmpty || imported.count == flows.count else {
            log.add(
                Finding(
                    .error, file: file,
                    Localized(
                        "its rows are not the sectors of its columns in their order: \(home.count) rows, \(codes.count) columns",
                        "其行与列的部门不一致：\(home.count) 行，\(codes.count) 列")))
            return nil
        }
        // Value added first: it is what most readers look for.
        accounts.sort { ($0.0 == "Value added" ? 0 : 1) < ($1.0 == "Value added" ? 0 : 1) }
        return FlowTable(
            name: PackedCSV.plain(file), sectors: codes.map { .init(sector: $0) }, flows: flows,
            demandCategories: uses.map { .init(sector: $0) }, finalDemand: demand,
            extensionNames: accounts.map(\.0), extensions: accounts.flatMap(\.1),
            importedFlows: imported.isEmpty ? nil : imported,
            about: FlowTableAbout(
                unit: Localized("10,000 yuan", "万元"),
                source: Localized("National Bureau of Statistics of China", "国家统计局"), sectorNames: names))
    }
}
