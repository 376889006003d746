import Ecosystem
import Sheets

/// Reads a network folder: `firms.csv`, `links.csv` or `edges.csv`, `links-earlier.csv`, `essential.csv` or
/// `ess_mat_sec.csv`, `shocks.csv`, `measures.csv`, `imports.csv`, `network.json`.
struct NetworkReading {
    let source: PackageSource
    private(set) var places: [String: Int32] = [:]
    private var finder = TextFinder([])
    private var firms: [String] = []
    private(set) var sectors: [String] = []
    private var sectorOfFirm: [Int32] = []
    private var columns: [SupplyNetwork.FirmColumn] = []
    private var regions: SupplyNetwork.Places?
    private var siteNumbers: [String]?
    private var ways: SupplyNetwork.Ways?

    init(source: PackageSource) { self.source = source }

    /// The network; `nil` where a finding says why there is none.
    mutating func network(_ log: inout FindingLog) throws -> SupplyNetwork? {
        let names = Set(try source.fileNames())
        try readFirms(&log)
        finder = TextFinder(firms)
        let links = try readLinks(
            names.contains("edges.csv") && !names.contains("links.csv") ? "edges.csv" : "links.csv", &log)
        let ways = ways
        let earlier = names.contains("links-earlier.csv") ? try readLinks("links-earlier.csv", &log) : nil
        let essential = ["essential.csv", "ess_mat_sec.csv"].first { names.contains($0) }
        let needs = try essential.map { try readNeeds($0, &log) } ?? nil
        let shocks = names.contains("shocks.csv") ? try readShocks(&log) : []
        let measures = names.contains("measures.csv") ? try readMeasures(&log) : []
        let about = names.contains("network.json") ? try readAbout(&log) : About()
        var imports = names.contains("imports.csv") ? try readImports(&log) : nil
        imports?.basis = about.importsBasis
        return SupplyNetwork(
            name: source.name, firms: firms, sectors: sectors, sectorOfFirm: sectorOfFirm, columns: columns,
            suppliers: links.suppliers, customers: links.customers, values: links.values, needs: needs,
            shocks: shocks, places: regions, earlier: earlier, measures: measures, ways: ways,
            siteNumbers: siteNumbers, basis: about.basis,
            source: about.source, money: about.money, imports: imports, realFirms: about.realFirms)
    }

    private mutating func readFirms(_ log: inout FindingLog) throws {
        let grid = try CellGrid("firms.csv", in: source, log: &log)
        guard let header = grid.rows.first,
            let id = Self.column(["id", "firm"], header), let sector = Self.column(["sector"], header)
        else {
            log.add(Self.header("firms.csv", "id (or firm), sector"))
            return
        }
        let region = Self.column(["region"], header)
        let site = Self.column(["bpns"], header)
        let further = header.cells.indices.filter {
            $0 != id && $0 != sector && $0 != region && $0 != site && !header[$0].isEmpty
        }
        // A column is one of numbers where every filled cell is a number; others, such as names, are not computed with.
        let numeric = further.filter { place in
            header[place] == "revenue"
                || grid.rows.dropFirst().allSatisfy { $0[place].isEmpty || $0[place].cellNumber != nil }
        }
        columns = numeric.map { SupplyNetwork.FirmColumn(name: header[$0], values: []) }
        var sectorPlaces: [String: Int32] = [:]
        var regionPlaces: [String: Int32] = [:]
        if site != nil { siteNumbers = [] }
        if region != nil { regions = SupplyNetwork.Places(regions: [], regionOfFirm: []) }
        for row in grid.rows.dropFirst() {
            if row[id].isEmpty || places[row[id]] != nil {
                log.add(
                    Finding(
                        .error, file: grid.file, row: row.number, column: FieldName(rawValue: header[id]),
                        position: id + 1,
                        Localized(
                            row[id].isEmpty
                                ? "a firm needs an id" : "“\(Finding.shown(row[id]))” stands twice",
                            row[id].isEmpty ? "企业须有编号" : "“\(Finding.shown(row[id]))”出现两次"), value: row[id]))
            }
            places[row[id]] = Int32(clamping: firms.count)
            firms.append(row[id])
            let place = sectorPlaces[row[sector]] ?? Int32(clamping: sectors.count)
            if sectorPlaces.updateValue(place, forKey: row[sector]) == nil { sectors.append(row[sector]) }
            sectorOfFirm.append(place)
            if let region {
                let name = row[region]
                if !name.isEmpty, regionPlaces[name] == nil {
                    regionPlaces[name] = Int32(clamping: regionPlaces.count)
                    regions?.regions.append(name)
                }
                regions?.regionOfFirm.append(regionPlaces[name] ?? -1)
            }
            if let site { siteNumbers?.append(row[site]) }
            for (index, column) in numeric.enumerated() {
                let text = row[column]
                let number = text.isEmpty ? nil : text.cellNumber
                if number == nil, !text.isEmpty {
                    log.add(grid.noNumber(text, row: row, column: column, header: header[column]))
                }
                columns[index].values.append(number)
            }
        }
    }

    private mutating func readLinks(
        _ file: String, _ log: inout FindingLog
    ) throws -> SupplyNetwork.Links {
        if let refusal = source.refusal(file) {
            throw DataPackageError(
                refusal.en + "; a network folder holds firms.csv and links.csv",
                refusal.zh + "；网络文件夹应含 firms.csv 和 links.csv", path: file)
        }
        let finder = finder
        var found = SupplyNetwork.Links(suppliers: [], customers: [], values: [])
        var order: (supplier: Int, customer: Int, value: Int)?
        var via: Int?
        var wayPlaces: [String: Int32] = [:]
        var wayOfLink: [Int32] = []
        var isHeaderBad = false
        var findings = log
        let options = CSVOptions(delimiter: .detected, undoesFormulaGuard: true)
        let summary = try source.readCSV(file, options) { record in
            guard let order else {
                guard !isHeaderBad else { return }
                let header = CellGrid.Row(
                    number: record.row, cells: record.strings.map { $0.trimmingBlanks() })
                if let supplier = Self.column(["supplier"], header),
                    let customer = Self.column(["customer"], header),
                    let value = Self.column(["value", "w"], header)
                {
                    order = (supplier, customer, value)
                    via = Self.column(["via"], header)
                } else {
                    isHeaderBad = true
                    findings.add(Self.header(file, "supplier, customer, value (or w)"))
                }
                return
            }
            let supplier =
                finder.place(of: record[order.supplier])
                ?? firm(record.string(order.supplier), file, record.row, "supplier", &findings)
            let customer =
                finder.place(of: record[order.customer])
                ?? firm(record.string(order.customer), file, record.row, "customer", &findings)
            let number =
                Sheets.NumberText.double(record[order.value]) ?? record.string(order.value).cellNumber
            guard let number, number >= 0, number <= CellGrid.largestNumber else {
                let text = record.string(order.value)
                findings.add(
                    Finding(
                        .error, file: file, row: record.row, column: "value", position: order.value + 1,
                        Localized(
                            "“\(Finding.shown(text))” is no value of a link; a number from 0 on is needed",
                            "“\(Finding.shown(text))”不是供货额；应为不小于 0 的数字"), value: text, expected: "number ≥ 0")
                )
                return
            }
            guard let supplier, let customer else { return }
            found.suppliers.append(supplier)
            found.customers.append(customer)
            found.values.append(number)
            if let via {
                let name = record.string(via).trimmingBlanks()
                if !name.isEmpty, wayPlaces[name] == nil {
                    wayPlaces[name] = Int32(truncatingIfNeeded: wayPlaces.count)
                }
                wayOfLink.append(name.isEmpty ? -1 : wayPlaces[name] ?? -1)
            }
        }
        if via != nil {
            ways = SupplyNetwork.Ways(
                names: wayPlaces.sorted { $0.value < $1.value }.map(\.key), wayOfLink: wayOfLink)
        }
        log = findings
        CellGrid.report(summary, file, &log)
        return found
    }

    func firm(
        _ text: String, _ file: String, _ row: Int, _ column: String, _ log: inout FindingLog
    ) -> Int32? {
        if let place = places[text] ?? places[text.trimmingBlanks()] { return place }
        log.add(
            Finding(
                .error, file: file, row: row, column: FieldName(rawValue: column),
                Localized(
                    "no firm of firms.csv has the id “\(Finding.shown(text))”; add it there or correct it",
                    "firms.csv 中没有编号“\(Finding.shown(text))”；请补上该企业或更正编号"), value: text))
        return nil
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
