import Ecosystem
import Resilience

/// Names for the places of a result: of a network's firms, or of a table's sectors.
struct DisruptLabels {
    private let firms: [String]
    private let sectors: [String]
    private let sectorOf: [Int32]
    private let regions: [String]
    private let regionOf: [Int32]
    private let ways: [String]
    private let jobs: [Double?]?
    private let isSource: [Bool]
    /// Firms that documents name, in a network that is made up.
    private var named: Set<Int> = []

    init(_ network: SupplyNetwork, jobs: String, pay: Double?, model: EcosystemModel) {
        firms = network.firms
        sectors = network.sectors
        sectorOf = network.sectorOfFirm
        regions = network.places?.regions ?? []
        regionOf = network.places?.regionOfFirm ?? []
        ways = network.ways?.names ?? []
        self.jobs = network.jobs(column: jobs, pay: pay)
        isSource =
            network.column("source")?.map { ($0 ?? 0) > 0 } ?? [Bool](repeating: false, count: firms.count)
        named = network.namedFirms(in: model)
    }

    init(_ table: FlowTable) {
        firms = table.sectors.map(\.text)
        var names: [String] = []
        var places: [String: Int32] = [:]
        sectorOf = table.sectors.map { label in
            if let place = places[label.sector] { return place }
            let place = Int32(truncatingIfNeeded: names.count)
            places[label.sector] = place
            names.append(label.sector)
            return place
        }
        sectors = names
        let known = table.regions
        regions = known.compactMap { $0 }
        regionOf =
            known.contains(nil)
            ? []
            : table.sectors.map { label in
                known.firstIndex { $0 == label.region }.map { Int32(truncatingIfNeeded: $0) } ?? -1
            }
        ways = []
        jobs = nil
        isSource = [Bool](repeating: false, count: firms.count)
    }

    /// Fills a result with what the engine found.
    func fill(_ result: inout Disrupt.Result, _ found: DisruptionResult, _ options: DisruptionOptions) {
        let days = found.output.count
        result.days = days
        result.before = found.before
        result.loss = found.loss
        result.lossShare = found.before > 0 ? found.loss / (found.before * Double(days)) : 0
        result.unmet = found.unmet.reduce(0, +)
        result.residual = max(found.deliveryResidual, found.stockResidual)
        for day in 0..<days {
            let lost = found.before > 0 ? 1 - found.output[day] / found.before : 0
            result.curve.append(
                .init(
                    day: day, output: found.output[day], loss: lost, unmet: found.unmet[day],
                    hit: found.firmsHit[day]))
            if lost > result.worst {
                result.worst = lost
                result.worstDay = day
            }
        }
        result.direct = found.firms.reduce(0) { $1.cause == .shock ? $0 + $1.loss : $0 }
        fillHits(&result, found, Double(days))
        result.segments = segments(found, days)
        if !regionOf.isEmpty { result.regions = regionRows(found, days) }
        result.findings = FirmRisk.Result.merged(found.findings.map { .init($0) })
    }

    private func fillHits(_ result: inout Disrupt.Result, _ found: DisruptionResult, _ days: Double) {
        var hits: [Disrupt.Result.Hit] = []
        var jobDays = 0.0
        for place in found.firms.indices where found.firms[place].hitDay >= 0 && !isSource[place] {
            let firm = found.firms[place]
            if named.contains(place) {
                result.hidden += 1
                continue
            }
            let work = jobs?[place].map { firm.output > 0 ? $0 * firm.loss / firm.output : 0 }
            let region = regionOf.isEmpty ? -1 : Int(regionOf[place])
            let path = path(to: place, found)
            hits.append(
                .init(
                    firm: firms[place], sector: sectors[Int(sectorOf[place])],
                    region: region >= 0 ? regions[region] : nil, loss: firm.loss,
                    share: firm.output > 0 ? firm.loss / (firm.output * days) : 0, worst: firm.worst,
                    worstDay: Int(firm.worstDay), hitDay: Int(firm.hitDay), cause: word(firm.cause),
                    input: firm.input >= 0 ? sectors[Int(firm.input)] : nil,
                    path: path.map { name($0) }, along: path.map { step($0) },
                    way: firm.way >= 0 && Int(firm.way) < ways.count ? ways[Int(firm.way)] : nil,
                    jobDays: work))
        }
        if let jobs {
            for place in found.firms.indices where !isSource[place] && found.firms[place].output > 0 {
                jobDays += (jobs[place] ?? 0) * found.firms[place].loss / found.firms[place].output
            }
            result.jobDays = jobDays
        }
        result.hits = hits.enumerated().sorted { left, right in
            (-left.element.loss, left.offset) < (-right.element.loss, right.offset)
        }.map(\.element)
    }

    /// Where a firm belongs.
    private func step(_ place: Int) -> Disrupt.Result.Step {
        let region = regionOf.isEmpty ? -1 : Int(regionOf[place])
        return .init(sector: sectors[Int(sectorOf[place])], region: region >= 0 ? regions[region] : nil)
    }

    /// A firm's id; the sector of one that must not be told apart.
    private func name(_ place: Int) -> String {
        named.contains(place) ? "[\(sectors[Int(sectorOf[place])])]" : firms[place]
    }

    private func word(_ cause: DisruptionResult.Cause) -> String {
        switch cause {
        case .none, .shock: "shock"
        case .input: "input"
        case .orders: "orders"
        }
    }

    /// From what stopped to a firm, through whom each was hit; a firm that comes twice ends it.
    private func path(to place: Int, _ found: DisruptionResult) -> [Int] {
        var path = [place]
        var seen: Set<Int> = [place]
        while path.count < 30 {
            let next = Int(found.firms[path[path.count - 1]].through)
            guard next >= 0, seen.insert(next).inserted else { break }
            path.append(next)
        }
        return path.reversed()
    }

    private func segments(_ found: DisruptionResult, _ days: Int) -> [Disrupt.Result.Segment] {
        var members = [Int](repeating: 0, count: sectors.count)
        var before = [Double](repeating: 0, count: sectors.count)
        var loss = before
        for place in found.firms.indices where !isSource[place] {
            let sector = Int(sectorOf[place])
            members[sector] += 1
            before[sector] += found.firms[place].output
            loss[sector] += found.firms[place].loss
        }
        let rows = sectors.indices.map { sector -> Disrupt.Result.Segment in
            let (worst, day, weeks, _) = course(
                found.outputOfSector, sector, sectors.count, before[sector], days)
            let dry = found.shortages[sector]
            return .init(
                sector: sectors[sector], firms: members[sector], loss: loss[sector], worst: worst,
                worstDay: day,
                dryDay: dry.firstDay >= 0 ? Int(dry.firstDay) : nil, dryUsers: dry.users, dryLoss: dry.loss,
                weeks: weeks)
        }
        return rows.enumerated().sorted { left, right in
            (-left.element.loss, left.offset) < (-right.element.loss, right.offset)
        }.map(\.element)
    }

    private func regionRows(_ found: DisruptionResult, _ days: Int) -> [Disrupt.Result.Region] {
        var before = [Double](repeating: 0, count: regions.count)
        var loss = before
        for place in found.firms.indices where !isSource[place] && regionOf[place] >= 0 {
            before[Int(regionOf[place])] += found.firms[place].output
            loss[Int(regionOf[place])] += found.firms[place].loss
        }
        return regions.indices.map { region in
            let (worst, day, weeks, lost) = course(
                found.outputOfRegion, region, regions.count, before[region], days)
            return .init(
                region: regions[region], loss: loss[region], worst: worst, worstDay: day, weeks: weeks,
                days: lost)
        }
    }

    /// The largest part lost on a day, that day, the mean part lost in each week, and the part lost on each day.
    private func course(
        _ output: [Double], _ column: Int, _ width: Int, _ before: Double, _ days: Int
    ) -> (Double, Int, [Double], [Double]) {
        guard before > 0 else { return (0, 0, [], []) }
        var all: [Double] = []
        all.reserveCapacity(days)
        var worst = 0.0
        var worstDay = 0
        var weeks: [Double] = []
        var sum = 0.0
        var count = 0
        for day in 0..<days {
            let lost = 1 - output[day * width + column] / before
            if lost > worst + 1e-12 {
                worst = lost
                worstDay = day
            }
            all.append(lost)
            sum += lost
            count += 1
            if count == 7 || day == days - 1 {
                weeks.append(sum / Double(count))
                sum = 0
                count = 0
            }
        }
        return (worst, worstDay, weeks, all)
    }
}
