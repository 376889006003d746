import Ecosystem

/// Reads what a table folder says of itself: `table.json` and `sectors.csv`, both optional.
struct TableAboutReading {
    let source: PackageSource

    /// What the folder says; unknown sectors and words are findings.
    func about(_ sectors: [FlowTable.Label], _ names: [String], _ log: inout FindingLog) throws
        -> FlowTableAbout
    {
        var about = FlowTableAbout()
        if names.contains("table.json") { try describe(&about, &log) }
        if names.contains("sectors.csv") { try name(&about, Set(sectors.map(\.sector)), &log) }
        return about
    }

    private func describe(_ about: inout FlowTableAbout, _ log: inout FindingLog) throws {
        let fields = try AboutFields("table.json", in: source)
        for member in fields.root["names"]?.members ?? [] {
            if let chinese = member.node.string {
                about.sectorNames[member.name] = Localized(member.name, chinese)
            } else if let name = AboutFields.words(member.node) {
                about.sectorNames[member.name] = name
            }
        }
        about.title = fields.words("title")
        about.unit = fields.words("unit")
        about.scale = fields.factor("scale", such: "1e8", &log)
        about.source = fields.words("source")
        about.basis = fields.basis("basis", &log)
        about.importsBasis = fields.basis("importsBasis", &log)
    }

    private func name(_ about: inout FlowTableAbout, _ known: Set<String>, _ log: inout FindingLog) throws {
        let grid = try CellGrid("sectors.csv", in: source, log: &log)
        guard let header = grid.rows.first else { return }
        func column(_ name: String) -> Int? { header.cells.firstIndex(of: name) }
        guard let sectorColumn = column("sector") else {
            log.add(
                Finding(
                    .error, file: grid.file, row: header.number,
                    Localized("needs a column named sector", "需要名为 sector 的列")))
            return
        }
        for row in grid.rows.dropFirst() {
            let sector = row[sectorColumn]
            guard known.contains(sector) else {
                log.add(
                    Finding(
                        .error, file: grid.file, row: row.number, column: FieldName(rawValue: "sector"),
                        position: sectorColumn + 1,
                        Localized(
                            "“\(Finding.shown(sector))” is no sector of flows.csv; correct or drop the row",
                            "“\(Finding.shown(sector))”不是 flows.csv 中的部门；请更正或删除该行"), value: sector))
                continue
            }
            let english = column("name_en").map { row[$0] } ?? ""
            let chinese = column("name_zh").map { row[$0] } ?? ""
            if !english.isEmpty || !chinese.isEmpty {
                about.sectorNames[sector] = Localized(
                    english.isEmpty ? sector : english, chinese.isEmpty ? sector : chinese)
            }
            let segments = (column("segments").map { row[$0] } ?? "").split(separator: ";").map {
                SegmentID(String($0).trimmingBlanks())
            }
            if !segments.isEmpty { about.segments[sector] = segments }
            if let focus = column("focus"), ["yes", "1", "true"].contains(row[focus].lowercased()) {
                about.focus.append(sector)
            }
        }
    }
}
