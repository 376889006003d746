import Ecosystem
import Kernels
import Reconstruction
import Resilience

extension Disrupt {
    /// The same shocks on many reconstructed networks: sums of the middle one, and the middle 90 % of all as a band.
    ///
    /// Networks are drawn and followed side by side; the answer is the same on any number of cores.
    func samplesResult(_ samples: Int, _ input: StudyInput) throws -> Result {
        let (plan, reconstruction) = try FirmRisk().plan(input)
        var quiet = input
        quiet.progress = StudyProgress()
        let asked = quiet
        let all = try SampleSweep.each(0..<samples, input.progress) { place in
            var drawing = reconstruction
            drawing.seed = reconstruction.seed &+ UInt64(place)
            drawing.threads = 1
            let name = asked.model.identity.id + "+reconstructed"
            guard let companion = try CompanionNetwork(plan, drawing, name: name) else {
                throw StudyCancelled()
            }
            let standIns = Dictionary(
                zip(plan.named.map(\.organization.text), companion.standIn),
                uniquingKeysWith: { first, _ in first })
            let (result, firms) = try outcome(companion.network, asked, standIns: standIns)
            return Sample(result: result, firms: firms, standIn: companion.standIn)
        }
        let sorted = all.sorted { ($0.result.loss, $0.result.worst) < ($1.result.loss, $1.result.worst) }
        guard sorted.count == samples, let middle = sorted.dropFirst(samples / 2).first,
            !middle.result.shocks.isEmpty
        else { return all.first?.result ?? Result(missing: .init(input.model)) }
        return Self.joined(all, middle.result, plan, seed: Int(clamping: reconstruction.seed))
    }

    /// What one network says.
    private struct Sample: Sendable {
        var result: Result
        var firms: [FirmLoss]
        /// The firm that stands in for each named one.
        var standIn: [Int]
    }

    /// The middle network with the bands of all.
    private static func joined(
        _ all: [Sample], _ middle: Result, _ plan: CompanionPlan, seed: Int
    ) -> Result {
        var middle = middle
        let results = all.map(\.result)
        for day in middle.curve.indices {
            let losses = results.compactMap { $0.curve.indices.contains(day) ? $0.curve[day].loss : nil }
                .sorted()
            func quantile(_ part: Double) -> Double { losses[place(part, losses.count)] }
            middle.curve[day].low = quantile(0.05)
            middle.curve[day].high = quantile(0.95)
            middle.curve[day].p5 = quantile(0.05)
            middle.curve[day].p25 = quantile(0.25)
            middle.curve[day].p50 = quantile(0.5)
            middle.curve[day].p75 = quantile(0.75)
            middle.curve[day].p95 = quantile(0.95)
        }
        for region in middle.regions.indices {
            let name = middle.regions[region].region
            let courses = results.compactMap { result in
                result.regions.first { $0.region == name }?.days
            }
            for day in middle.regions[region].days.indices {
                let losses = courses.compactMap { $0.indices.contains(day) ? $0[day] : nil }.sorted()
                middle.regions[region].days[day] = losses[place(0.5, losses.count)]
            }
        }
        // Firms of every network stand group by group, the largest first: one place is the same segment, region and rank.
        let width = all.map(\.firms.count).min() ?? 0
        for hit in middle.hits.indices {
            guard let firm = CompanionNetwork.place(of: middle.hits[hit].firm), firm < width else { continue }
            let losses = all.map { $0.firms[firm].loss }.sorted()
            middle.hits[hit].low = losses[place(0.05, losses.count)]
            middle.hits[hit].high = losses[place(0.95, losses.count)]
        }
        middle.bands = .init(
            samples: all.count, seed: seed,
            lossShare: .init(results.map(\.lossShare).sorted()), worst: .init(results.map(\.worst).sorted()),
            jobDays: middle.jobDays.map { _ in .init(results.compactMap(\.jobDays).sorted()) },
            firstDry: .init(
                results.compactMap { $0.segments.compactMap(\.dryDay).min() }.map(Double.init).sorted()),
            felt: results.count { $0.segments.contains { $0.dryDay != nil } },
            segments: Self.intervals(results) { $0.segments.map { ($0.sector, $0.worst) } },
            regions: Self.intervals(results) { $0.regions.map { ($0.region, $0.worst) } },
            dry: dry(results), named: named(all, plan))
        return middle
    }

    /// What runs short, in how many networks, and when; what most networks lack first.
    private static func dry(_ results: [Result]) -> [Result.Bands.Dry] {
        var days: [String: [Double]] = [:]
        for result in results {
            for segment in result.segments {
                if let day = segment.dryDay { days[segment.sector, default: []].append(Double(day)) }
            }
        }
        return days.map { sector, days in
            Result.Bands.Dry(sector: sector, felt: days.count, day: .init(days.sorted()))
        }.sorted { left, right in
            (-left.felt, left.day.middle ?? 0, left.sector) < (
                -right.felt, right.day.middle ?? 0, right.sector
            )
        }
    }

    /// Intervals of firms that documents name; none where there are too few networks to speak of them.
    private static func named(_ all: [Sample], _ plan: CompanionPlan) -> [Result.Bands.Organization] {
        guard all.count >= RiskEnsemble.enoughForNamed else { return [] }
        return plan.named.enumerated().map { number, firm in
            let losses = all.compactMap { sample -> FirmLoss? in
                guard sample.standIn.indices.contains(number),
                    sample.firms.indices.contains(sample.standIn[number])
                else { return nil }
                return sample.firms[sample.standIn[number]]
            }
            return .init(
                organization: firm.organization.text, segment: plan.segments[firm.segment].text,
                region: plan.regions[firm.region].text, felt: losses.count(where: \.isHit),
                share: .init(losses.map(\.share).sorted()))
        }
    }

    /// The place of a quantile among sorted numbers: the nearest rank.
    static func place(_ part: Double, _ count: Int) -> Int {
        max(0, min(count - 1, Int((part * Double(count)).rounded(.up)) - 1))
    }

    private static func intervals(
        _ all: [Result], _ values: (Result) -> [(String, Double)]
    ) -> [Result.Bands.Named] {
        var found: [String: [Double]] = [:]
        for result in all { for (name, value) in values(result) { found[name, default: []].append(value) } }
        return found.sorted { $0.key < $1.key }.map { name, values in
            .init(name: name, worst: .init(values.sorted()))
        }
    }
}

extension Disrupt.Result.Bands.Interval {
    /// The middle 90 % of sorted numbers; nothing of none.
    init(_ sorted: [Double]) {
        guard !sorted.isEmpty else {
            self.init(low: nil, middle: nil, high: nil)
            return
        }
        self.init(
            low: sorted[Disrupt.place(0.05, sorted.count)], middle: sorted[Disrupt.place(0.5, sorted.count)],
            high: sorted[Disrupt.place(0.95, sorted.count)])
    }
}
