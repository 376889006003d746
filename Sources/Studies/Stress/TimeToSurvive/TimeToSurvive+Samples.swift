import Ecosystem
import Kernels
import Reconstruction
import Resilience

extension TimeToSurvive {
    /// Times and losses over many reconstructed networks, by segment and place: of single made-up firms nothing is told.
    ///
    /// Networks are drawn and asked side by side; the answer is the same on any number of cores.
    func samplesResult(_ samples: Int, _ input: StudyInput) throws -> Result {
        guard input.shard == nil else {
            throw StudyProblem(
                Localized(
                    "samples are asked in one run; leave out the shard, or the samples",
                    "抽样须一次完成；请去掉分片或 samples"),
                parameter: "samples")
        }
        let (plan, reconstruction) = try FirmRisk().plan(input)
        let unit = input.parameters.text("unit") ?? "week"
        let days = Self.days(unit)
        let values = input.parameters
        let draws = try SampleSweep.each(0..<samples, input.progress) { place in
            var drawing = reconstruction
            drawing.seed = reconstruction.seed &+ UInt64(place)
            drawing.threads = 1
            guard let companion = try CompanionNetwork(plan, drawing, name: "sample") else {
                throw StudyCancelled()
            }
            let bill = try MoneyBill(companion.network, values, unitDays: days)
            switch Survival.run(on: bill.network, SurvivalOptions()) {
            case .success(let found): return Draw(found, companion, plan, bill)
            case .failure(.cancelled): throw StudyCancelled()
            case .failure(let problem): throw Self.problem(problem)
            }
        }
        var result = Result(missing: Result.Missing(input.model))
        guard let first = draws.first else { return result }
        result.basis = .synthetic
        result.firms = plan.targets.firmCount
        result.unit = unit
        result.recovery = values.number("recovery")
        result.everyFirmAlone = true
        result.scenarioCount = samples
        result.hasMargins = first.hasMargins
        result.money = first.unit
        result.assumptions = first.assumptions
        result.bands = .init(draws, plan, seed: reconstruction.seed)
        return result
    }

    /// What one network says.
    struct Draw: Sendable {
        /// Of a segment or place: the part of firms that are exposed, the shortest time to survive (infinite for none), the mean loss.
        struct Group: Sendable {
            var firms = 0.0
            var exposed = 0.0
            var shortest = Double.infinity
            var loss = 0.0
        }
        var all = Group()
        var segments: [Group]
        var regions: [Group]
        var unit: Localized
        var hasMargins: Bool
        var assumptions: [Reconstruct.Result.Assumption]

        init(
            _ found: SurvivalResult, _ companion: CompanionNetwork, _ plan: CompanionPlan, _ bill: MoneyBill
        ) {
            segments = plan.segments.map { _ in Group() }
            regions = plan.regions.map { _ in Group() }
            (unit, hasMargins, assumptions) = (bill.unit, found.hasMargins, bill.assumptions)
            for disruption in found.disruptions {
                guard let firm = disruption.firm else { continue }
                all.add(disruption)
                segments[Int(companion.drawn.sectorOfFirm[firm])].add(disruption)
                regions[Int(companion.drawn.regionOfFirm[firm])].add(disruption)
            }
        }
    }
}

extension TimeToSurvive.Draw.Group {
    fileprivate mutating func add(_ disruption: SurvivalResult.Disruption) {
        firms += 1
        exposed += disruption.isExposed == true ? 1 : 0
        shortest = min(shortest, disruption.survival)
        loss += disruption.loss ?? 0
    }
}

extension TimeToSurvive.Result.Bands {
    init(_ draws: [TimeToSurvive.Draw], _ plan: CompanionPlan, seed: UInt64) {
        samples = draws.count
        self.seed = seed
        func group(_ id: String, _ of: (TimeToSurvive.Draw) -> TimeToSurvive.Draw.Group) -> Group? {
            let groups = draws.map(of)
            guard let firms = groups.first?.firms, firms > 0 else { return nil }
            let times = groups.map(\.shortest).filter(\.isFinite)
            return Group(
                id: id, firms: Int(firms), exposed: .init(groups.map { $0.exposed / $0.firms }),
                felt: times.count, shortest: times.isEmpty ? nil : .init(times),
                loss: .init(groups.map { $0.loss / $0.firms }))
        }
        all = group("", \.all)
        segments = plan.segments.indices.compactMap { place in
            group(plan.segments[place].text) { $0.segments[place] }
        }
        regions = plan.regions.indices.compactMap { place in
            group(plan.regions[place].text) { $0.regions[place] }
        }
    }
}
