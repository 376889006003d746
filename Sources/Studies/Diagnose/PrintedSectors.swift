import Ecosystem
import Indicators
import Kernels

/// Value added and shares of the three sectors as documents print them, region by region and year by year; what is not
/// printed of the secondary sector is what the other two leave.
struct PrintedSectors {
    /// The indicators that it reads; these ids are the vocabulary of packages.
    enum Vocabulary {
        static let levels = [IndicatorDefinitionID("i.va_primary"), IndicatorDefinitionID("i.va_tertiary")]
        static let shares = [
            IndicatorDefinitionID("i.share_primary"), IndicatorDefinitionID("i.share_tertiary"),
        ]
    }

    /// One region in one year.
    struct Entry {
        let region: RegionID
        let year: Int
        /// Shares of 100, primary and tertiary, with their rounding.
        let shares: [Bounded]
        /// Value added, primary and tertiary, with its rounding, in the package's unit.
        let levels: [Bounded]
        let origin: Origin

        /// All three shares; the secondary one is the remainder.
        func composition() throws(InputProblems) -> Composition {
            try Composition(shares, remainderAt: 1, of: 100)
        }

        /// Value added of the three sectors: the secondary one is the output that both tables allow, less the others.
        ///
        /// The output itself is that of the tertiary table, value over share; its range is what both tables allow.
        var sectors: [Bounded] {
            let wholes = zip(levels, shares).map { level, share in
                level.range / Interval(holding: share.low / 100, share.high / 100)
            }
            let range = wholes[0].intersection(wholes[1]) ?? wholes[0].hull(wholes[1])
            let output = levels[1].value / (shares[1].value / 100)
            let rest = output - levels[0].value - levels[1].value
            let restRange = range - levels[0].range - levels[1].range
            let secondary = Bounded(
                max(0, rest), in: restRange.intersection(.notNegative) ?? Interval(0))
            return [levels[0], secondary, levels[1]]
        }
    }

    /// Entries that have all four figures, by year, then in the order of the places.
    let entries: [Entry]
    /// The places that are asked about.
    let places: [RegionID]

    init(_ model: EcosystemModel) {
        places = RegionTree(model).places
        let figures = (Vocabulary.shares + Vocabulary.levels).map { Series(model, $0) }
        var entries: [Entry] = []
        let years = Set(figures.flatMap(\.years)).sorted()
        for year in years {
            for place in places {
                let found = figures.compactMap { $0.figure(of: place.text, in: year) }
                guard found.count == figures.count, found[1].value.value > 0 else { continue }
                entries.append(
                    Entry(
                        region: place, year: year, shares: found[0..<2].map(\.value),
                        levels: found[2...].map(\.value), origin: .combined(found.map(\.origin))))
            }
        }
        self.entries = entries
    }

    /// Years in which at least two places have all figures.
    var years: [Int] {
        Dictionary(grouping: entries, by: \.year).filter { $0.value.count > 1 }.keys.sorted()
    }

    /// The entries of a year.
    func entries(of year: Int) -> [Entry] { entries.filter { $0.year == year } }

    /// The figures of one indicator: as printed before corrected readings, each with the rounding of its region's row.
    private struct Series {
        private let figures: [String: [Int: Indicator]]

        init(_ model: EcosystemModel, _ definition: IndicatorDefinitionID) {
            var figures: [String: [Int: Indicator]] = [:]
            for figure in model.all(Indicator.self, where: "indicator_id", is: definition.text) {
                guard let year = figure.lastYear, figure.printed?.qualifier == .exactly else { continue }
                let before = figures[figure.entity]?[year]
                if before == nil || before?.isCorrectedReading == true && !figure.isCorrectedReading {
                    figures[figure.entity, default: [:]][year] = figure
                }
            }
            self.figures = figures
        }

        var years: [Int] { figures.values.flatMap(\.keys) }

        /// A figure with half a unit of the last digit that its region's figures are printed with: “75” among 75.8 and
        /// 76.5 stands for 75.0.
        func figure(of entity: String, in year: Int) -> (value: Bounded, origin: Origin)? {
            guard let all = figures[entity], let figure = all[year], let printed = figure.printed else {
                return nil
            }
            let finest = all.values.compactMap { $0.printed?.number.exponent }.min() ?? 0
            let half = PrintedNumber(digits: 5, exponent: finest - 1)?.value ?? 0
            let low = max(0, printed.value - half)
            return (
                Bounded(printed.value, in: Interval(holding: low, printed.value + half)), figure.origin
            )
        }
    }
}

extension StructureTable {
    /// The three sectors.
    static let sectors = [
        Label(id: "primary", name: Localized("Primary industry", "第一产业")),
        Label(id: "secondary", name: Localized("Secondary industry", "第二产业")),
        Label(id: "tertiary", name: Localized("Tertiary industry", "第三产业")),
    ]

    /// The printed structure of a package's places in a year; `nil` where fewer than two places have one.
    static func printed(_ model: EcosystemModel, year: Int?) -> StructureTable? {
        let printed = PrintedSectors(model)
        guard let chosen = year ?? printed.years.last else { return nil }
        let entries = printed.entries(of: chosen)
        guard entries.count > 1, let table = try? IndustryTable(bounded: entries.map(\.sectors)) else {
            return nil
        }
        return StructureTable(
            regions: entries.map { Label(id: $0.region.text, name: model.name(of: $0.region.text)) },
            industries: sectors, table: table, rows: Array(entries.indices), columns: [0, 1, 2],
            benchmark: nil, benchmarkName: nil,
            shares: try? entries.map { try $0.composition() }, origin: .combined(entries.map(\.origin)),
            period: Localized(same: "\(chosen)"))
    }
}
