import Ecosystem
import Sheets

/// Reads a network folder: `firms.csv`, `links.csv` or `edges.csv`, `links-earlier.csv`, `essential.csv` or
/// `ess_mat_sec.csv`, `shocks.csv`, `measures.csv`, `imports.csv`, `network.json`.
struct NetworkReading {
    let source: PackageSource
    /// About how many bytes of a large file one thread reads at a time.
    let partBytes: Int
    private var firms = FirmList()

    /// The sectors of the firms in their order.
    var sectors: [String] { firms.sectors }

    init(source: PackageSource, partBytes: Int = 1 << 19) {
        self.source = source
        self.partBytes = partBytes
    }

    /// The network; `nil` where a finding says why there is none.
    mutating func network(_ log: inout FindingLog) throws -> SupplyNetwork? {
        let names = Set(try source.fileNames())
        firms = try readFirms(&log)
        let (links, ways) = try readLinks(
            names.contains("edges.csv") && !names.contains("links.csv") ? "edges.csv" : "links.csv", &log)
        let earlier =
            names.contains("links-earlier.csv") ? try readLinks("links-earlier.csv", &log).links : nil
        let essential = ["essential.csv", "ess_mat_sec.csv"].first { names.contains($0) }
        let needs = try essential.map { try readNeeds($0, &log) } ?? nil
        let shocks = names.contains("shocks.csv") ? try readShocks(&log) : []
        let measures = names.contains("measures.csv") ? try readMeasures(&log) : []
        let about = names.contains("network.json") ? try readAbout(&log) : About()
        var imports = names.contains("imports.csv") ? try readImports(&log) : nil
        imports?.basis = about.importsBasis
        return SupplyNetwork(
            name: source.name, firms: firms.ids, sectors: sectors, sectorOfFirm: firms.sectorOfFirm,
            columns: firms.columns, suppliers: links.suppliers, customers: links.customers,
            values: links.values, needs: needs, shocks: shocks, places: firms.places, earlier: earlier,
            measures: measures, ways: ways, siteNumbers: firms.siteNumbers, basis: about.basis,
            source: about.source, money: about.money, imports: imports, realFirms: about.realFirms)
    }

    /// The place of a firm by its id.
    func place(of id: String) -> Int32? { firms.place(of: id) }

    /// The place of the firm that a cell names; a finding where there is none.
    func firm(
        _ text: String, _ file: String, _ row: Int, _ column: String, _ log: inout FindingLog
    ) -> Int32? { firms.place(of: text, file, row, column, &log) }

    private func readFirms(_ log: inout FindingLog) throws -> FirmList {
        let file = "firms.csv"
        if let refusal = source.refusal(file) { throw DataPackageError(refusal.en, refusal.zh, path: file) }
        var options = CSVOptions(delimiter: .detected, undoesFormulaGuard: true)
        options.maximumFields = 20_000
        do {
            let reading = PartedCSV(source: source, file: file, options: options, partBytes: partBytes)
            let (parts, summary) = try reading.read(skipsBlank: true) { FirmRows($0, file) }
            if parts.isEmpty { log.add(Self.header(file, "id (or firm), sector")) }
            let list = FirmList(parts, file, &log)
            CellGrid.report(summary, file, &log)
            return list
        } catch let error as SheetError {
            throw DataPackageError(
                "\(error.reason.en); \(error.advice.en)", "\(error.reason.zh)；\(error.advice.zh)", path: file)
        }
    }

    private func readLinks(
        _ file: String, _ log: inout FindingLog
    ) throws -> (links: SupplyNetwork.Links, ways: SupplyNetwork.Ways?) {
        if let refusal = source.refusal(file) {
            throw DataPackageError(
                refusal.en + "; a network folder holds firms.csv and links.csv",
                refusal.zh + "；网络文件夹应含 firms.csv 和 links.csv", path: file)
        }
        let options = CSVOptions(delimiter: .detected, undoesFormulaGuard: true)
        let reading = PartedCSV(source: source, file: file, options: options, partBytes: partBytes)
        var hasHeader = false
        let firms = firms
        var (parts, summary) = try reading.read { header in
            hasHeader = true
            return LinkRows(header, file, firms)
        }
        if hasHeader, parts.isEmpty { log.add(Self.header(file, "supplier, customer, value (or w)")) }
        let found = LinkRows.joined(&parts, &log)
        CellGrid.report(summary, file, &log)
        return found
    }

    static func column(_ names: [String], _ header: CellGrid.Row) -> Int? {
        names.lazy.compactMap { name in header.cells.firstIndex { $0.lowercased() == name } }.first
    }

    static func header(_ file: String, _ needed: String) -> Finding {
        Finding(
            .error, file: file, row: 1,
            Localized("the header must name \(needed)", "表头应包含 \(needed)"), expected: needed)
    }
}

extension NetworkReading {
    /// The square matrix of needs, in the order of the sectors of the firms; sectors of no firm are left out.
    private func readNeeds(_ file: String, _ log: inout FindingLog) throws -> [SupplyNetwork.Need]? {
        let grid = try CellGrid(file, in: source, log: &log)
        guard let header = grid.rows.first else {
            log.add(Self.header(file, "the sectors"))
            return nil
        }
        var columnOfSector: [String: Int] = [:]
        for (index, name) in header.cells.enumerated().dropFirst() { columnOfSector[name] = index }
        var rowOfSector: [String: CellGrid.Row] = [:]
        for row in grid.rows.dropFirst() { rowOfSector[row[0]] = row }
        for sector in sectors where columnOfSector[sector] == nil || rowOfSector[sector] == nil {
            log.add(
                Finding(
                    .error, file: file,
                    Localized(
                        "the sector “\(Finding.shown(sector))” has no row or no column; add both",
                        "缺少部门“\(Finding.shown(sector))”的行或列；请补上"), value: sector))
        }
        var needs: [SupplyNetwork.Need] = []
        for input in sectors {
            guard let row = rowOfSector[input] else { continue }
            for user in sectors {
                guard let column = columnOfSector[user] else { continue }
                let code = row[column].cellNumber.flatMap { UInt8(exactly: $0) }
                let need = code.flatMap { SupplyNetwork.Need(rawValue: $0) }
                if need == nil {
                    log.add(
                        Finding(
                            .error, file: file, row: row.number, column: FieldName(rawValue: user),
                            position: column + 1,
                            Localized(
                                "“\(Finding.shown(row[column]))” is none of 0 (irrelevant), 1 (non-essential), 2 (essential)",
                                "“\(Finding.shown(row[column]))”不是 0（无关）、1（非必需）、2（必需）之一"),
                            value: row[column], expected: "0, 1 or 2"))
                }
                needs.append(need ?? .irrelevant)
            }
        }
        return needs.count == sectors.count * sectors.count ? needs : nil
    }

    private func readShocks(_ log: inout FindingLog) throws -> [SupplyNetwork.Shock] {
        let grid = try CellGrid("shocks.csv", in: source, log: &log)
        guard let header = grid.rows.first, let scenario = Self.column(["scenario"], header),
            let firm = Self.column(["firm", "id"], header), let loss = Self.column(["loss"], header)
        else {
            log.add(Self.header("shocks.csv", "scenario, firm, loss"))
            return []
        }
        var shocks: [SupplyNetwork.Shock] = []
        for row in grid.rows.dropFirst() {
            let place = self.firm(row[firm], grid.file, row.number, header[firm], &log)
            guard let part = row[loss].cellNumber, (0...1).contains(part) else {
                log.add(
                    Finding(
                        .error, file: grid.file, row: row.number, column: "loss", position: loss + 1,
                        Localized(
                            "“\(Finding.shown(row[loss]))” is no loss; a share from 0 to 1 is needed",
                            "“\(Finding.shown(row[loss]))”不是损失比例；应为 0 到 1"), value: row[loss], expected: "0…1"
                    ))
                continue
            }
            if let place { shocks.append(.init(scenario: row[scenario], firm: Int(place), loss: part)) }
        }
        return shocks
    }
}
