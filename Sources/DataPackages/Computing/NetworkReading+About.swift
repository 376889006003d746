import Ecosystem
import Sheets

extension NetworkReading {
    /// What a network folder says of itself.
    struct About {
        var basis: Basis?
        var source: Localized?
        var money: SupplyNetwork.Money?
        var importsBasis: Basis?
        var realFirms = SupplyNetwork.RealFirms()
    }

    /// `network.json`: `basis`, `source`, `importsBasis`, what values are counted in: `unit`, `scale`, `days`; where the numbers are
    /// made up, `named`: ids of firms that are real, and `standIns`: organizations that made-up firms stand in for.
    func readAbout(_ log: inout FindingLog) throws -> About {
        let fields = try AboutFields("network.json", in: source)
        var about = About(
            basis: fields.basis("basis", &log), source: fields.words("source"),
            importsBasis: fields.basis("importsBasis", &log))
        about.realFirms = .init(
            listed: fields.ids("named", &log), behindStandIns: fields.ids("standIns", &log))
        for id in about.realFirms.listed where place(of: id) == nil {
            log.add(
                Finding(
                    .error, file: "network.json",
                    Localized(
                        "named: firms.csv has no firm “\(Finding.shown(id))”; correct or drop it, or list it under standIns",
                        "named：firms.csv 中没有企业“\(Finding.shown(id))”；请更正、删除或列入 standIns"), value: id))
        }
        let scale = fields.factor("scale", such: "1e8", &log)
        let days = fields.factor("days", such: "365", &log)
        if let unit = fields.words("unit") {
            about.money = .init(unit: unit, scale: scale, days: days ?? 365)
        } else if scale != nil || days != nil {
            log.add(
                Finding(
                    .warning, file: "network.json",
                    Localized(
                        "scale and days say nothing without unit, such as {\"en\": \"100 million yuan\", \"zh\": \"亿元\"}",
                        "没有 unit（如 {\"en\": \"100 million yuan\", \"zh\": \"亿元\"}）时，scale 与 days 不起作用")))
        }
        return about
    }

    /// `imports.csv`: `sector`, `share` (0…1), optional `counted_en` and `counted_zh`: what wider thing the share was counted of.
    func readImports(_ log: inout FindingLog) throws -> SupplyNetwork.Imports? {
        let grid = try CellGrid("imports.csv", in: source, log: &log)
        guard let header = grid.rows.first, let sector = Self.column(["sector"], header),
            let share = Self.column(["share"], header)
        else {
            log.add(Self.header("imports.csv", "sector, share"))
            return nil
        }
        let counted = [["counted_en", "counted"], ["counted_zh", "counted"]].map { Self.column($0, header) }
        var imports = SupplyNetwork.Imports(
            shares: [Double?](repeating: nil, count: sectors.count),
            counted: [Localized?](repeating: nil, count: sectors.count))
        for row in grid.rows.dropFirst() {
            guard let place = sectors.firstIndex(of: row[sector]) else {
                log.add(
                    Finding(
                        .error, file: grid.file, row: row.number, column: "sector", position: sector + 1,
                        Localized(
                            "no firm of firms.csv has the sector “\(Finding.shown(row[sector]))”; correct or drop the row",
                            "firms.csv 中没有部门“\(Finding.shown(row[sector]))”；请更正或删除该行"), value: row[sector]))
                continue
            }
            guard let part = row[share].cellNumber, (0...1).contains(part) else {
                log.add(
                    Finding(
                        .error, file: grid.file, row: row.number, column: "share", position: share + 1,
                        Localized(
                            "“\(Finding.shown(row[share]))” is no share; a number from 0 to 1 is needed",
                            "“\(Finding.shown(row[share]))”不是比例；应为 0 到 1"), value: row[share], expected: "0…1"
                    ))
                continue
            }
            imports.shares[place] = part
            let words = counted.map { $0.map { row[$0] } ?? "" }.map { $0.isEmpty ? nil : $0 }
            imports.counted[place] = Localized(en: words[0], zh: words[1])
        }
        return imports
    }
}
