import Ecosystem
import Reporting

extension Similarity {
    /// The cosine of each pair over the printed years.
    func series(_ result: Result, _ model: EcosystemModel) -> Block {
        var rows: [[Cell]] = []
        for year in result.years {
            let origin = StructureTable.printed(model, year: year.year)?.origin
            for (place, pair) in year.pairs.enumerated() {
                let (a, b) = (model.name(of: pair.a), model.name(of: pair.b))
                func number(_ value: Double?) -> Cell {
                    value.map { .number($0, decimals: 3, origin: origin) } ?? .unknown
                }
                rows.append([
                    .text("\(year.year)"), .text(Localized("\(a.en) – \(b.en)", "\(a.zh)–\(b.zh)")),
                    number(pair.cosine), number(pair.range?.low), number(pair.range?.high),
                    number(year.krugman[place]), number(year.fingerKreinin[place]),
                ])
            }
        }
        return .picture(
            Picture(
                .series(time: "year", values: ["cosine"], group: "pair"),
                Table(
                    "years", Localized("Similarity over the printed years", "所印各年的相似度"),
                    columns: [
                        .words("year", "Year", "年份"), .words("pair", "Pair", "地区对"),
                        .numbers("cosine", "Cosine", "余弦"), .numbers("low", "at least, by rounding", "因舍入至少"),
                        .numbers("high", "at most, by rounding", "因舍入至多"),
                        .numbers("krugman", "Krugman's distance", "克鲁格曼距离"),
                        .numbers("overlap", "Finger–Kreinin overlap", "芬格–克赖宁重合度"),
                    ], rows: rows)))
    }

    /// How far each structure has turned.
    func turns(_ result: Result, _ model: EcosystemModel) -> Table {
        let sectors = PrintedSectors(model)
        return Table(
            "turns", Localized("How far each structure has turned", "各地结构变动角"),
            columns: [
                .words("region", "Region", "地区"), .words("years", "Years", "年份"),
                .numbers("degrees", "Moore's angle", "摩尔变动角", unit: Localized(same: "°")),
                .numbers("low", "at least, by rounding", "因舍入至少", unit: Localized(same: "°")),
                .numbers("high", "at most, by rounding", "因舍入至多", unit: Localized(same: "°")),
            ],
            rows: result.turns.map { turn in
                let used = sectors.entries.filter {
                    $0.region.text == turn.region && ($0.year == turn.from || $0.year == turn.to)
                }
                let origin = Origin.combined(used.map(\.origin))
                func number(_ value: Double?) -> Cell {
                    value.map { .number($0, decimals: 2, origin: origin) } ?? .unknown
                }
                return [
                    model.linkCell(turn.region), .text("\(turn.from)–\(turn.to)"), number(turn.degrees),
                    number(turn.range?.low), number(turn.range?.high),
                ]
            })
    }

    /// What other packages print.
    func comparison(_ result: Result, _ input: StudyInput) -> Table {
        var rows: [[Cell]] = []
        for compared in result.compare {
            let model = input.others.first { $0.identity.id == compared.package } ?? input.model
            let origin = StructureTable.printed(model, year: input.parameters.integer("year"))?.origin
            for (one, name) in compared.regions.enumerated() {
                for (other, second) in compared.regions.enumerated() where other > one {
                    func number(_ value: Double?) -> Cell {
                        value.map { .number($0, decimals: 3, origin: origin) } ?? .unknown
                    }
                    rows.append([
                        .text(model.identity.title), .text(compared.period ?? ""),
                        .text(model.name(of: name)), .text(model.name(of: second)),
                        number(compared.cosine[one][other]), number(compared.krugman[one][other]),
                    ])
                }
            }
        }
        return Table(
            "compare", Localized("What other packages print", "其他数据包所印结构"),
            columns: [
                .words("package", "Package", "数据包"), .words("period", "Year", "年份"),
                .words("a", "Region", "地区"), .words("b", "Other region", "另一地区"),
                .numbers("cosine", "Cosine", "余弦"), .numbers("krugman", "Krugman's distance", "克鲁格曼距离"),
            ], rows: rows)
    }
}
