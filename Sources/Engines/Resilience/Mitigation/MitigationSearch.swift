import Ecosystem
import Solvers

/// One search over budgets; what is learned of the losses serves all of them.
final class MitigationSearch {
    let options: MitigationOptions
    let extended: MitigationGround
    let ground: SurvivalGround
    /// Disruptions with a known time to recover, as places in the ground's shocks.
    private let places: [Int]
    private let weights: [Double]
    private let before: [Double]
    /// Those that lose something without measures; measures never add to a loss.
    private let active: [Int]
    let choices: [RecoveryChoices]
    /// Cuts by active disruption and recovery.
    private(set) var cuts: [[[LossProgram.Cut]]]
    private var programs: [Double: LossProgram] = [:]
    /// Losses of programs that were solved, by active disruption.
    private var solved: [[(taken: [Bool], place: Int, loss: Double)]]
    private var known: [[Bool]: Double] = [:]
    private var knownLosses: [[Bool]: [Double]] = [:]
    private var findings: [MitigationFinding]
    private var done = (budgets: 0, of: 1)
    private let survival: SurvivalResult

    init(_ network: SupplyNetwork, _ options: MitigationOptions) throws(MitigationProblem) {
        self.options = options
        if let budget = options.budget, !(budget >= 0 && budget.isFinite) { throw .badBudget(budget) }
        let extended = try MitigationGround(network)
        var asked = SurvivalOptions()
        asked.recovery = options.recovery
        asked.threads = options.threads
        asked.stops = options.stops
        let (survival, ground): (SurvivalResult, SurvivalGround)
        do throws(SurvivalProblem) {
            survival = try Survival.run(on: network, asked).get()
            ground = try SurvivalGround(extended.network, asked)
        } catch {
            throw .survival(error)
        }
        var findings = extended.findings
        let all = Array(survival.disruptions.indices)
        let places = all.filter { survival.disruptions[$0].loss != nil }
        guard !places.isEmpty else { throw .noRecovery }
        let out = all.filter { survival.disruptions[$0].loss == nil }
        if !out.isEmpty {
            findings.append(.leftOut(scenarios: out.map { survival.disruptions[$0].scenario }))
        }
        let weights = try Self.weights(network, options, survival, places, &findings)
        let before = places.map { survival.disruptions[$0].loss ?? 0 }
        active = places.indices.filter { before[$0] > 0 && weights[$0] > 0 }
        choices = active.map { number in
            RecoveryChoices(
                ground.shocks[places[number]], ground, extended.effects,
                slowest: survival.disruptions[places[number]].recovery ?? 0)
        }
        cuts = choices.map { $0.times.map { _ in [] } }
        solved = choices.map { _ in [] }
        (self.extended, self.survival, self.ground, self.findings) = (extended, survival, ground, findings)
        (self.places, self.weights, self.before) = (places, weights, before)
    }

    private static func weights(
        _ network: SupplyNetwork, _ options: MitigationOptions, _ survival: SurvivalResult, _ places: [Int],
        _ findings: inout [MitigationFinding]
    ) throws(MitigationProblem) -> [Double] {
        guard let name = options.likelihood else {
            return [Double](repeating: 1 / Double(places.count), count: places.count)
        }
        guard survival.isEveryFirmAlone, let column = network.column(name),
            column.allSatisfy({ ($0 ?? 0) >= 0 && ($0 ?? 0).isFinite })
        else { throw .badLikelihood(name) }
        let given = places.map { survival.disruptions[$0].firm.flatMap { column[$0] } ?? nil }
        let whole = given.reduce(0) { $0 + ($1 ?? 0) }
        guard whole > 0 else { throw .badLikelihood(name) }
        let missing = zip(places, given).filter { $0.1 == nil }.map { survival.disruptions[$0.0].scenario }
        if !missing.isEmpty { findings.append(.noLikelihood(firms: missing)) }
        return given.map { ($0 ?? 0) / whole }
    }

    /// Asks whether to go on, telling how many budgets are done.
    var goesOn: @Sendable () -> Bool {
        let (progress, done) = (options.progress, done)
        return { progress.tell(done.budgets, done.of) }
    }

    var measureCount: Int { extended.effects.count }
    private func cost(_ taken: [Bool]) -> Double {
        zip(extended.costs, taken).reduce(0) { $0 + ($1.1 ? $1.0 : 0) }
    }

    func result() throws(MitigationProblem) -> MitigationResult {
        let none = [Bool](repeating: false, count: measureCount)
        let all = [Bool](repeating: true, count: measureCount)
        let risk = try self.risk(none)
        for place in 0..<(choices.map(\.times.count).max() ?? 0) { try learn(none, recovery: place) }
        let least = try self.risk(all)
        let total = extended.costs.reduce(0, +)
        let steps = max(1, options.steps)
        var budgets = (0...steps).map { total * Double($0) / Double(steps) }
        let asked = min(options.budget ?? total / 2, total)
        if !budgets.contains(asked) { budgets.append(asked) }
        var frontier: [MitigationResult.Choice] = []
        var best: [Bool] = none
        for (number, budget) in budgets.sorted().enumerated() {
            done = (number, budgets.count)
            guard goesOn() else { throw .survival(.cancelled) }
            let choice = try choose(budget, from: &best, least: least)
            frontier.append(choice)
        }
        // A budget that was proven best bounds every smaller one.
        for place in frontier.indices.dropLast().reversed() {
            frontier[place].bound = max(
                frontier[place].bound, min(frontier[place + 1].bound, frontier[place].risk))
        }
        let chosen = frontier.first { $0.budget == asked } ?? frontier[frontier.count - 1]
        return try laidOut(risk, chosen, frontier)
    }

    private func laidOut(
        _ risk: Double, _ chosen: MitigationResult.Choice, _ frontier: [MitigationResult.Choice]
    ) throws(MitigationProblem) -> MitigationResult {
        let taken = (0..<measureCount).map { chosen.measures.contains($0) }
        var worths: [MitigationResult.Worth] = []
        for measure in 0..<measureCount {
            var (alone, without) = ([Bool](repeating: false, count: measureCount), taken)
            alone[measure] = true
            without[measure] = false
            worths.append(
                .init(
                    alone: max(0, risk - (try self.risk(alone))),
                    inSet: taken[measure] ? max(0, (try self.risk(without)) - chosen.risk) : nil))
        }
        let useless = (0..<measureCount).filter { measure in
            worths[measure].alone <= 1e-12 * risk && !frontier.contains { $0.measures.contains(measure) }
        }
        if !useless.isEmpty { findings.append(.useless(measures: useless.map { extended.ids[$0] })) }
        let after = try losses(taken)
        var kept = before
        for (place, loss) in zip(active, after) { kept[place] = loss }
        return MitigationResult(
            risk: risk, chosen: chosen, frontier: frontier, worths: worths,
            disruptions: places.indices.map { place in
                .init(
                    scenario: survival.disruptions[places[place]].scenario, weight: weights[place],
                    before: before[place], after: kept[place])
            }, hasMargins: survival.hasMargins, survivalFindings: survival.findings, findings: findings)
    }

    /// The best set within a budget; `best` is the best of smaller ones and becomes this one's.
    private func choose(
        _ budget: Double, from best: inout [Bool], least: Double
    ) throws(MitigationProblem) -> MitigationResult.Choice {
        var risk = try self.risk(best)
        var bound = least
        var rounds = 0
        let whole = try self.risk([Bool](repeating: false, count: measureCount))
        while rounds < options.maximumRounds, risk - bound > options.gap * whole {
            rounds += 1
            let (taken, proven) = try master(budget)
            bound = max(bound, min(proven, risk))
            let isNew = known[taken] == nil
            let found = try self.risk(taken)
            if found < risk {
                risk = found
                best = taken
            }
            // A set that was known teaches nothing new: what is left of the gap is the master's own.
            if !isNew { break }
        }
        best = try pruned(best, risk: risk, whole: whole)
        risk = try self.risk(best)
        return .init(
            budget: budget, measures: best.indices.filter { best[$0] }, cost: cost(best), risk: risk,
            bound: min(bound, risk), rounds: rounds)
    }

    /// A set without the measures that it can do without, the dearest looked at first.
    private func pruned(_ taken: [Bool], risk: Double, whole: Double) throws(MitigationProblem) -> [Bool] {
        var kept = taken
        let order = taken.indices.filter { taken[$0] }.sorted {
            (-extended.costs[$0], $0) < (-extended.costs[$1], $1)
        }
        for measure in order {
            kept[measure] = false
            if try self.risk(kept) > risk + 1e-11 * whole { kept[measure] = true }
        }
        return kept
    }

    /// The expected loss of a set.
    private func risk(_ taken: [Bool]) throws(MitigationProblem) -> Double {
        if let known = known[taken] { return known }
        let losses = try losses(taken)
        let risk = zip(active, losses).reduce(0) { $0 + weights[$1.0] * $1.1 }
        known[taken] = risk
        return risk
    }

    /// The losses of the active disruptions under a set, learning their cuts.
    private func losses(_ taken: [Bool]) throws(MitigationProblem) -> [Double] {
        if let known = knownLosses[taken] { return known }
        let found = try losses(taken, choices.map { $0.place(taken) }).map { $0 ?? 0 }
        knownLosses[taken] = found
        return found
    }

    /// Learns the cuts of a set as if the recovery of each disruption were its `recovery`-th.
    private func learn(_ taken: [Bool], recovery: Int) throws(MitigationProblem) {
        _ = try losses(taken, choices.map { $0.times.indices.contains(recovery) ? recovery : nil })
    }

    /// The losses of the active disruptions under a set with the given recoveries, learning their cuts; those without one are left out.
    private func losses(
        _ taken: [Bool], _ recovery: [Int?]
    ) throws(MitigationProblem) -> [Double?] {
        var found = [Double?](repeating: nil, count: active.count)
        var groups: [Double: [Int]] = [:]
        for (number, place) in recovery.enumerated() {
            guard let place else { continue }
            found[number] = settled(number, place, taken)
            if found[number] == nil { groups[choices[number].times[place], default: []].append(number) }
        }
        for (time, numbers) in groups.sorted(by: { $0.key < $1.key }) {
            let program = programs[time] ?? LossProgram(ground, extended.effects, over: time)
            programs[time] = program
            let shocks = numbers.map { ground.shocks[places[active[$0]]] }
            for (number, cut) in zip(
                numbers, try LossSweep.cuts(program, shocks, taken, threads: options.threads, goesOn: goesOn))
            {
                found[number] = cut.loss
                guard let place = recovery[number] else { continue }
                solved[number].append((taken, place, cut.loss))
                if !cuts[number][place].contains(cut) { cuts[number][place].append(cut) }
            }
        }
        return found
    }

    /// A loss that needs no program: what a smaller set leaves is already as little as prices allow this one.
    private func settled(_ number: Int, _ place: Int, _ taken: [Bool]) -> Double? {
        var most = Double.infinity
        for known in solved[number] where known.place <= place && known.loss < most {
            // A set within this one and no faster recovery: its loss is no smaller.
            if zip(known.taken, taken).allSatisfy({ !$0 || $1 }) { most = known.loss }
        }
        guard most.isFinite else { return nil }
        let least = cuts[number][place].reduce(0) { max($0, $1.value(taken)) }
        return most - least <= 1e-10 * max(1, before[active[number]]) ? most : nil
    }

    /// The weight of an active disruption.
    func weight(_ number: Int) -> Double { weights[active[number]] }
}
