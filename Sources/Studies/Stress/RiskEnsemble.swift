import Ecosystem
import Kernels
import Reconstruction
import Resilience

/// Systemic risk over many reconstructed networks.
struct RiskEnsemble {
    typealias Bands = FirmRisk.Result.Bands
    typealias Draw = FirmRisk.Result.Draw

    /// Under this many samples no named firm is told of.
    static let enoughForNamed = 100

    let plan: CompanionPlan
    let options: ReconstructionOptions
    let risk: SystemicRiskOptions
    let samples: Int
    /// The pair whose ways are asked for; `nil` for none.
    var pair: PairQuestion?

    /// The draws of some of the samples, in their order.
    ///
    /// Samples are drawn side by side, each on one thread; the answer is the same for any number.
    func draws(_ range: Range<Int>, _ progress: StudyProgress) throws -> [Draw] {
        try SampleSweep.each(range, progress) { try draw($0) }
    }

    /// One network and its losses.
    private func draw(_ number: Int) throws -> Draw {
        var options = options
        options.seed = options.seed &+ UInt64(number)
        options.threads = 1
        guard let companion = try CompanionNetwork(plan, options, name: "sample") else {
            throw StudyCancelled()
        }
        switch SystemicRisk.run(on: companion.network, risk) {
        case .success(let result):
            var draw = Draw(options.seed, companion, result, plan)
            draw.pair = try pair.map { try pairDraw($0, companion) }
            return draw
        case .failure(.cancelled): throw StudyCancelled()
        case .failure(let problem): throw FirmRisk.problem(problem, companion.network)
        }
    }

    /// Bands without numbers yet: which ranks, segments, regions and named firms there are.
    static func frame(_ plan: CompanionPlan, samples: Int, seed: UInt64) -> Bands {
        let none = Bands.Interval([])
        var bySegment = [Int](repeating: 0, count: plan.segments.count)
        var byRegion = [Int](repeating: 0, count: plan.regions.count)
        for group in plan.targets.groups {
            bySegment[group.sector] += group.firms
            byRegion[group.region] += group.firms
        }
        func groups(_ ids: [String], _ firms: [Int]) -> [Bands.Group] {
            ids.indices.filter { firms[$0] > 0 }.map { place in
                .init(
                    id: ids[place], firms: firms[place], largest: none, mean: none, downstream: none,
                    upstream: none)
            }
        }
        var bands = Bands(
            samples: samples, seed: seed, firms: plan.targets.firmCount, links: 0, mean: none, grave: none,
            errorBound: 0, uncertified: 0)
        bands.curve = ranks(plan.targets.firmCount).map { .init(rank: $0, loss: none) }
        bands.segments = groups(plan.segments.map(\.text), bySegment)
        let segments = plan.segments.map(\.text)
        let users = SupplyNetwork.users(of: segments, plan.needs) { bySegment[$0] > 0 }
        for place in bands.segments.indices {
            bands.segments[place].essentialFor = users[bands.segments[place].id] ?? []
        }
        bands.regions = groups(plan.regions.map(\.text), byRegion)
        if samples >= enoughForNamed {
            bands.named = plan.named.map { firm in
                .init(
                    organization: firm.organization.text, segment: plan.segments[firm.segment].text,
                    region: plan.regions[firm.region].text, loss: none, downstream: none, upstream: none)
            }
        }
        return bands
    }

    /// Ranks that grow by about a fifth, the last one among them.
    static func ranks(_ count: Int) -> [Int] {
        var ranks: [Int] = []
        var rank = 1
        while rank < count {
            ranks.append(rank)
            rank = max(rank + 1, rank * 6 / 5)
        }
        return count > 0 ? ranks + [count] : []
    }
}

extension FirmRisk.Result.Draw {
    init(
        _ seed: UInt64, _ companion: CompanionNetwork, _ result: SystemicRiskResult, _ plan: CompanionPlan
    ) {
        let drawn = companion.drawn
        let losses = result.losses
        self.seed = seed
        links = drawn.values.count
        let sorted = losses.map(\.index).sorted(by: >)
        curve = RiskEnsemble.ranks(sorted.count).map { sorted[$0 - 1] }
        mean = sorted.compensatedSum / Double(max(1, sorted.count))
        grave = Double(sorted.count { $0 >= 0.01 }) / Double(max(1, sorted.count))
        shape = .init(losses: losses.map(\.index), sizes: losses.map(\.own))
        func groups(_ places: [Int32], _ count: Int) -> [[Double]] {
            var sums = [[Double]](repeating: [], count: count)
            var sizes = [Double](repeating: 0, count: count)
            for (firm, loss) in losses.enumerated() {
                let place = Int(places[firm])
                if sums[place].isEmpty { sums[place] = [0, 0, 0, 0] }
                sums[place][0] = max(sums[place][0], loss.index)
                sums[place][1] += loss.index
                sums[place][2] += loss.downstream
                sums[place][3] += loss.upstream
                sizes[place] += 1
            }
            return sums.indices.compactMap { place in
                guard let sum = sums[place].first else { return nil }
                return [sum] + sums[place].dropFirst().map { $0 / sizes[place] }
            }
        }
        segments = groups(drawn.sectorOfFirm, plan.segments.count)
        regions = groups(drawn.regionOfFirm, plan.regions.count)
        named = companion.standIn.map { firm in
            [losses[firm].index, losses[firm].downstream, losses[firm].upstream]
        }
        errorBound = losses.filter(\.isCertified).map(\.errorBound).max() ?? 0
        uncertified = losses.count { !$0.isCertified }
    }
}

extension FirmRisk.Result.Bands {
    /// Fills every interval from the draws.
    mutating func fill(_ draws: [FirmRisk.Result.Draw]) {
        func over(_ value: (FirmRisk.Result.Draw) -> Double) -> Interval { .init(draws.map(value)) }
        links = draws.map { Double($0.links) }.compensatedSum / Double(max(1, draws.count))
        mean = over(\.mean)
        grave = over(\.grave)
        shape = draws.first.map { $0.shape.classes.isEmpty ? nil : .init(draws.map(\.shape)) } ?? nil
        errorBound = draws.map(\.errorBound).max() ?? 0
        uncertified = draws.reduce(0) { $0 + $1.uncertified }
        pair?.fill(draws.compactMap(\.pair))
        for place in curve.indices { curve[place].loss = over { $0.curve[place] } }
        func fill(_ groups: inout [Group], _ rows: (FirmRisk.Result.Draw) -> [[Double]]) {
            for place in groups.indices {
                groups[place].largest = over { rows($0)[place][0] }
                groups[place].mean = over { rows($0)[place][1] }
                groups[place].downstream = over { rows($0)[place][2] }
                groups[place].upstream = over { rows($0)[place][3] }
            }
        }
        fill(&segments, \.segments)
        fill(&regions, \.regions)
        for place in named.indices {
            named[place].loss = over { $0.named[place][0] }
            named[place].downstream = over { $0.named[place][1] }
            named[place].upstream = over { $0.named[place][2] }
        }
    }

    /// Whether draws fit this frame, as they do when they come from parts of the same question.
    func fits(_ draw: FirmRisk.Result.Draw) -> Bool {
        draw.curve.count == curve.count && draw.segments.count == segments.count
            && draw.regions.count == regions.count && draw.named.count >= named.count
            && (draw.segments + draw.regions).allSatisfy { $0.count == 4 }
            && draw.named.allSatisfy { $0.count == 3 }
            && draw.shape.classes.count == min(10, firms)
    }
}
