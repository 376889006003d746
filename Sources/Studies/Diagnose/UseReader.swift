import DemandCapacity
import Ecosystem

/// Outputs and capacities of plants, read from the figures of a package.
///
/// A plant is what a figure describes: a site, an organization, or a product. Its maker, place and class follow from
/// the package. Where a maker's sites have figures of a time, figures of the maker itself at that time are not counted
/// again.
struct UseReader {
    /// A record with the figures behind it.
    struct Entry {
        var record: OperatingRecord
        var figures: [Indicator]
    }

    /// Capacity that is stated, one entry a plant: the latest figure, a year's worth.
    struct Stated {
        var plant: String
        var region: RegionID?
        var productClass: String?
        var capacity: Double
        var figure: Indicator
        /// What the plant and the figure are: in place, under construction, or approved or planned.
        var phase: Utilization.Result.Phase
    }

    let model: EcosystemModel
    let tree: RegionTree
    private let places: RecordPlaces

    init(_ model: EcosystemModel, region: RegionID?) {
        self.model = model
        tree = RegionTree(model, region: region)
        places = RecordPlaces(model: model, tree: tree)
    }

    /// Every plant of the region at every time, by time and plant.
    func entries() -> [Entry] {
        let outputs = figures(Utilization.Vocabulary.output).filter { $0.record.factState == .actual }
        let capacities = figures(Utilization.Vocabulary.capacity).filter {
            $0.record.factState == .actual && phase(of: $0) == .existing
        }
        var found: [String: [CalendarPoint: (output: Indicator?, capacity: Indicator?)]] = [:]
        for figure in outputs {
            guard let time = figure.time else { continue }
            found[figure.entity, default: [:]][time, default: (nil, nil)].output = figure
        }
        for figure in capacities {
            guard let time = figure.time else { continue }
            found[figure.entity, default: [:]][time, default: (nil, nil)].capacity = figure
        }
        let latest = Dictionary(grouping: capacities, by: \.entity)
        var entries: [Entry] = []
        for (plant, times) in found {
            for (time, pair) in times {
                // A month takes its part of a year's capacity; of several the one of its own year, else the undated one.
                let capacity = pair.capacity ?? capacity(for: time, among: latest[plant] ?? [])
                // A year's capacity alone, beside months of output, is no record of its own.
                if pair.output == nil,
                    times.contains(where: { $0.value.output != nil && $0.key.year == time.year })
                {
                    continue
                }
                let amount = capacity.flatMap { figure in
                    figure.value.map { figure.aYear($0) * time.partOfYear }
                }
                entries.append(
                    Entry(
                        record: OperatingRecord(
                            plant: plant, maker: maker(of: plant), productClass: productClass(of: plant),
                            region: places.place(of: plant)?.text, time: time,
                            output: pair.output.flatMap { figure in
                                figure.value.map { figure.total($0, over: time) }
                            },
                            capacity: amount),
                        figures: [pair.output, capacity].compactMap(\.self)))
            }
        }
        return withoutDoubles(entries).filter {
            places.region(of: $0.record.plant).map(tree.isInside) ?? false
        }
        .sorted { ($0.record.time, $0.record.plant) < ($1.record.time, $1.record.plant) }
    }

    /// Stated capacities of the region, a year's worth, by plant.
    func stated() -> [Stated] {
        var latest: [String: Indicator] = [:]
        for figure in figures(Utilization.Vocabulary.capacity) {
            let known = latest[figure.entity]?.lastYear ?? 0
            if latest[figure.entity] == nil || (figure.lastYear ?? 0) >= known {
                latest[figure.entity] = figure
            }
        }
        return latest.sorted { $0.key < $1.key }.compactMap { plant, figure in
            guard let value = figure.value, let region = places.region(of: plant), tree.isInside(region)
            else {
                return nil
            }
            return Stated(
                plant: plant, region: tree.place(of: region), productClass: productClass(of: plant),
                capacity: figure.aYear(value), figure: figure, phase: phase(of: figure))
        }
    }

    private func figures(_ definition: String) -> [Indicator] {
        model.all(Indicator.self, where: "indicator_id", is: definition).filter {
            !$0.isCorrectedReading && ($0.value ?? -1) >= 0
        }
    }

    private func capacity(for time: CalendarPoint, among figures: [Indicator]) -> Indicator? {
        figures.first { $0.time == .year(time.year) } ?? figures.first { $0.time == nil }
    }

    private func phase(of figure: Indicator) -> Utilization.Result.Phase {
        let status = model.record(id: figure.entity)?.text("status") ?? ""
        if Utilization.Vocabulary.building.contains(status) { return .underConstruction }
        if Utilization.Vocabulary.approved.contains(status) || figure.record.factState != .actual {
            return .approved
        }
        return .existing
    }

    private func maker(of plant: String) -> String {
        guard let record = model.record(id: plant) else { return plant }
        return record.kind == .organization ? plant : record.text("organization_id") ?? plant
    }

    /// The segment of a product, or the first vehicle segment that a maker works in, main ones first.
    private func productClass(of plant: String) -> String? {
        if let record = model.record(id: plant), record.kind == .product { return record.text("segment_id") }
        let work = model.all(Activity.self, where: "organization_id", is: maker(of: plant)).filter {
            activity in
            activity.role != "user"
                && activity.segment.flatMap { model.find($0, as: Segment.self) }?.stage
                    == Utilization.Vocabulary.stage
        }
        return (work.first { $0.rank == "primary" } ?? work.first)?.segment?.text
    }

    private func withoutDoubles(_ entries: [Entry]) -> [Entry] {
        var bySite: Set<[String]> = []
        for entry in entries where entry.record.plant != entry.record.maker && entry.record.output != nil {
            bySite.insert([entry.record.maker, entry.record.time.text])
        }
        return entries.filter { entry in
            entry.record.plant != entry.record.maker
                || !bySite.contains([entry.record.maker, entry.record.time.text])
        }
    }
}

extension Indicator {
    /// The year, quarter or month of the figure; `nil` where it has none or another kind of period.
    var time: CalendarPoint? {
        guard case .at(let point) = Period(reading: period ?? "") else { return nil }
        if case .day = point { return nil }
        return point
    }

    /// A value of this figure as a year's worth: a monthly rate twelve times.
    fileprivate func aYear(_ value: Double) -> Double {
        if unit?.hasSuffix("/month") == true { return value * 12 }
        if unit?.hasSuffix("/year") == true { return value }
        return value / (time?.partOfYear ?? 1)
    }

    /// A value of this figure over a time: a monthly or yearly rate by the length of it, any other as it is.
    fileprivate func total(_ value: Double, over time: CalendarPoint) -> Double {
        if unit?.hasSuffix("/month") == true { return value * 12 * time.partOfYear }
        if unit?.hasSuffix("/year") == true { return value * time.partOfYear }
        return value
    }
}

extension CalendarPoint {
    /// How long it lasts, in years.
    fileprivate var partOfYear: Double {
        switch self {
        case .year: 1
        case .quarter: 0.25
        case .month: 1.0 / 12
        case .day: 1.0 / 365
        }
    }
}
