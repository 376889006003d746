import Ecosystem
import Indicators
import Kernels

/// Reads the three industries of the places of one model, and derives what is not printed.
struct StructureReader {
    /// The shares of a place in a year: in percent, at most one of them what the others leave.
    struct Shares {
        let parts: [Structure.Industry: StructureSeries.Point]
        /// The composition, where all three are known.
        let composition: Composition?
    }

    let model: EcosystemModel
    let places: [RegionID]
    private var shares: [RegionID: [Structure.Industry: StructureSeries]] = [:]
    private var amounts: [RegionID: [Structure.Industry: StructureSeries]] = [:]
    /// Industries with at least one printed share, and with at least one printed amount.
    private(set) var printedShares: Set<Structure.Industry> = []
    private(set) var printedAmounts: Set<Structure.Industry> = []

    init(_ model: EcosystemModel, isByCell: Bool) {
        self.model = model
        places = RegionTree(model).places
        for industry in Structure.Industry.allCases {
            let all = model.all(Indicator.self, where: "indicator_id", is: industry.share.text)
            let decimals = isByCell ? nil : StructureSeries.decimals(all.filter { $0.status != "derived" })
            let byPlace = Dictionary(grouping: all, by: \.entity)
            let amountOf = Dictionary(
                grouping: model.all(Indicator.self, where: "indicator_id", is: industry.valueAdded.text),
                by: \.entity)
            for place in places {
                let share = StructureSeries(byPlace[place.text] ?? [], decimals: decimals)
                if !share.years.isEmpty { printedShares.insert(industry) }
                shares[place, default: [:]][industry] = share
                let amount = StructureSeries(amountOf[place.text] ?? [], decimals: nil)
                if !amount.years.isEmpty { printedAmounts.insert(industry) }
                amounts[place, default: [:]][industry] = amount
            }
        }
    }

    /// Years in which any place has a printed share, oldest first.
    var years: [Int] {
        Set(places.flatMap { place in (shares[place] ?? [:]).values.flatMap(\.years) }).sorted()
    }

    /// The shares of a place in a year.
    func shares(of place: RegionID, in year: Int) -> Shares {
        let industries = Structure.Industry.allCases
        var parts: [Structure.Industry: StructureSeries.Point] = [:]
        for industry in industries { parts[industry] = shares[place]?[industry]?[year] }
        let missing = industries.filter { parts[$0] == nil }
        let known = industries.compactMap { parts[$0]?.value }
        if missing.isEmpty {
            return Shares(parts: parts, composition: try? Composition(known))
        }
        guard missing.count == 1, let left = missing.first, let at = industries.firstIndex(of: left),
            let composition = try? Composition(known, remainderAt: at, of: 100),
            composition.parts.indices.contains(at)
        else { return Shares(parts: parts, composition: nil) }
        parts[left] = StructureSeries.Point(
            year: year, value: composition.parts[at],
            origin: .combined(
                parts.values.map(\.origin),
                note: Localized("100 % less the two printed shares", "100% 减去所印的两项占比")), isDerived: true)
        return Shares(parts: parts, composition: composition)
    }

    /// The printed value added of a place in a year.
    func amount(of place: RegionID, _ industry: Structure.Industry, in year: Int) -> StructureSeries.Point? {
        amounts[place]?[industry]?[year]
    }

    /// The product of a place: each printed industry gives an interval, value added over its share; `point` comes from the largest
    /// industry, whose share is known best.
    func product(
        of place: RegionID, in year: Int
    ) -> (point: Double, low: Double, high: Double, origin: Origin, by: Structure.Industry)? {
        var best: (share: Double, point: Double, origin: Origin, by: Structure.Industry)?
        var low = 0.0
        var high = Double.infinity
        for industry in Structure.Industry.allCases {
            guard let share = shares[place]?[industry]?[year], share.value.low > 0,
                let amount = amount(of: place, industry, in: year)
            else { continue }
            low = max(low, amount.value.value / (share.value.high / 100))
            high = min(high, amount.value.value / (share.value.low / 100))
            if best.map({ $0.share < share.value.value }) ?? true {
                best = (
                    share.value.value, amount.value.value / (share.value.value / 100),
                    .combined([share.origin, amount.origin]), industry
                )
            }
        }
        return best.map { ($0.point, low, high, $0.origin, $0.by) }
    }

    /// The value added of an industry: as printed, or what the product leaves.
    func valueAdded(of place: RegionID, _ industry: Structure.Industry, in year: Int) -> StructureSeries
        .Point?
    {
        if let printed = amount(of: place, industry, in: year) { return printed }
        let others = Structure.Industry.allCases.filter { $0 != industry }
        let known = others.compactMap { amount(of: place, $0, in: year) }
        guard known.count == others.count, let product = product(of: place, in: year) else { return nil }
        let sum = known.map(\.value.value).reduce(0, +)
        let range = Interval(holding: max(0, product.low - sum), max(0, product.high - sum))
        return StructureSeries.Point(
            year: year, value: Bounded(product.point - sum, in: range),
            origin: .combined(
                known.map(\.origin) + [product.origin],
                note: Localized("product less the two printed amounts", "地区生产总值减去所印的两项增加值")),
            isDerived: true)
    }

    /// The series of an indicator for a place, derived points included: what claims are held against.
    func series(of entity: String, _ indicator: String) -> StructureSeries? {
        let place = RegionID(entity)
        guard places.contains(place) else { return nil }
        for industry in Structure.Industry.allCases {
            if industry.share.text == indicator {
                return StructureSeries(years.compactMap { shares(of: place, in: $0).parts[industry] })
            }
            if industry.valueAdded.text == indicator {
                return StructureSeries(years.compactMap { valueAdded(of: place, industry, in: $0) })
            }
        }
        return nil
    }
}
