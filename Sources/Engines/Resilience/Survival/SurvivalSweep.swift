import Solvers

/// One sweep over all disruptions.
struct SurvivalSweep {
    let ground: SurvivalGround
    let options: SurvivalOptions
    /// The disruptions to compute, as places in the ground's.
    let range: Range<Int>

    init(_ ground: SurvivalGround, _ options: SurvivalOptions) {
        self.ground = ground
        self.options = options
        range = options.shard?.range(of: ground.shocks.count) ?? ground.shocks.indices
    }

    func result() throws(SurvivalProblem) -> SurvivalResult {
        var result = SurvivalResult(
            disruptions: ground.shocks[range].map { shock in
                SurvivalResult.Disruption(
                    scenario: shock.scenario, firm: ground.isEveryFirmAlone ? shock.firms.first : nil,
                    survival: .infinity, recovery: ground.recovery(of: shock), shortFirst: [], hits: [])
            }, scenarioCount: ground.shocks.count, isEveryFirmAlone: ground.isEveryFirmAlone, undisturbed: 0,
            hasMargins: ground.hasMargins,
            wholeModels: 0, findings: ground.findings)
        try addSurvival(to: &result)
        try addLosses(to: &result)
        let worst = result.disruptions.compactMap(\.loss).max() ?? 0
        for place in result.disruptions.indices {
            let disruption = result.disruptions[place]
            result.disruptions[place].isExposed = disruption.recovery.map { $0 > disruption.survival }
            result.disruptions[place].exposureIndex = disruption.loss.map { worst > 0 ? $0 / worst : 0 }
        }
        if result.undisturbed.isFinite { result.findings.append(.shortAnyway) }
        return result
    }

    private func addSurvival(to result: inout SurvivalResult) throws(SurvivalProblem) {
        let program = SurvivalProgram(ground, .survival)
        let whole = try solved { () throws(SolverProblem) in
            try program.model.solve(Self.wholeOptions, goesOn: asks)
        }
        guard whole.isOptimal, let leastTau = whole.value(program.tau) else {
            // Demand fails at once, with nothing disrupted: no disruption makes that worse.
            for place in result.disruptions.indices { result.disruptions[place].survival = 0 }
            return
        }
        result.undisturbed = Self.time(leastTau)
        var model = program.model
        model.setLimits(of: program.tau, to: .atLeast(leastTau))
        let first = short(program, whole.duals.enumerated().map { ($0.offset, $0.element) })
        let answers = try answers(
            program, model, whole, shared: program.tau, places: Array(range), before: 0
        ) { [self] answer in
            let prices = Array(zip(answer.rows, answer.prices))
            return (
                tau: answer.isFeasible ? answer.objective : .infinity, isWhole: answer.isWhole,
                shortFirst: prices.isEmpty ? first : short(program, prices)
            )
        }
        for (place, answer) in zip(result.disruptions.indices, answers) {
            result.wholeModels += answer.isWhole ? 1 : 0
            let time = Self.time(answer.tau)
            result.disruptions[place].survival = time
            if time.isFinite, time > 0 { result.disruptions[place].shortFirst = answer.shortFirst }
        }
    }

    /// Firms with a demand whose balance has a price: they are short as soon as the time is over.
    private func short(_ program: SurvivalProgram, _ prices: [(Int, Double)]) -> [Int] {
        guard let start = program.balances.first?.place else { return [] }
        return prices.filter { $0.0 >= start && $0.1.magnitude > 1e-12 }.map { $0.0 - start }
            .filter { ground.demand[$0] > 0 }.sorted()
    }

    private func addLosses(to result: inout SurvivalResult) throws(SurvivalProblem) {
        var byTime: [Double: [Int]] = [:]
        for (place, disruption) in result.disruptions.enumerated() {
            guard let time = disruption.recovery else { continue }
            if disruption.survival >= time {
                result.disruptions[place].loss = 0
                result.disruptions[place].lostUnits = 0
            } else {
                byTime[time, default: []].append(place)
            }
        }
        var done = range.count
        for (time, places) in byTime.sorted(by: { $0.key < $1.key }) {
            let program = SurvivalProgram(ground, .loss(over: time))
            let whole = try solved { () throws(SolverProblem) in
                try program.model.solve(Self.wholeOptions, goesOn: asks)
            }
            guard whole.isOptimal else { throw .solver("no plan without disruption over \(time)") }
            let answers = try answers(
                program, program.model, whole, shared: nil, places: places.map { range.lowerBound + $0 },
                before: done
            ) { [self] answer in
                (
                    loss: answer.objective, isWhole: answer.isWhole,
                    hits: hits(program, whole, answer, over: time)
                )
            }
            done += places.count
            for (place, answer) in zip(places, answers) {
                result.wholeModels += answer.isWhole ? 1 : 0
                result.disruptions[place].hits = answer.hits
                result.disruptions[place].loss = max(0, answer.loss * time)
                result.disruptions[place].lostUnits = answer.hits.reduce(0) { $0 + $1.units }
            }
        }
    }

    private func hits(
        _ program: SurvivalProgram, _ whole: LinearSolution, _ answer: LocalSolver.Answer, over time: Double
    ) -> [SurvivalResult.Hit] {
        var values: [Int: Double] = [:]
        for (place, value) in zip(answer.freed, answer.values) { values[place] = value }
        var hits: [SurvivalResult.Hit] = []
        for firm in 0..<ground.count {
            guard let lost = program.lost[firm] else { continue }
            let units = (values[lost.place] ?? whole.values[lost.place]) * time
            guard units > 1e-9 * ground.demand[firm] * time else { continue }
            hits.append(.init(firm: firm, units: units, loss: units * ground.margin[firm]))
        }
        return hits.sorted { (-$0.loss, -$0.units, $0.firm) < (-$1.loss, -$1.units, $1.firm) }
    }

    /// A time; so long a one that it is rounding is no end.
    private static func time(_ tau: Double) -> Double { tau > 1e-9 ? 1 / tau : .infinity }

    /// Asks whether to go on, with nothing new to tell.
    private var asks: @Sendable () -> Bool {
        let (progress, total) = (options.progress, range.count * 2)
        return { progress.tell(0, total) }
    }

    private static let wholeOptions = SolverOptions(isPresolving: false, explainsInfeasibility: false)

    private func solved<R>(_ body: () throws(SolverProblem) -> R) throws(SurvivalProblem) -> R {
        do throws(SolverProblem) { return try body() } catch { throw Self.problem(error) }
    }

    static func problem(_ problem: SolverProblem) -> SurvivalProblem {
        switch problem {
        case .notInstalled(let text), .badModel(let text), .failed(let text): .solver(text)
        case .cancelled: .cancelled
        }
    }
}
