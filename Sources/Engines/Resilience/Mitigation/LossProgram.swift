import Solvers

/// The program of the least loss over a time, in amounts, whose right-hand sides and upper limits are linear in the measures.
///
/// Its prices do not depend on the measures in where they are allowed to stand, so that each answer bounds the loss under any
/// other set from below (duality): loss(x) ≥ constant + Σ slope · x.
struct LossProgram {
    let model: LinearModel
    private let made: [LinearModel.Variable]
    private let delivered: [LinearModel.Variable]
    private let lost: [LinearModel.Variable?]
    private let balances: [LinearModel.Row]
    private let ground: SurvivalGround
    private let effects: [MitigationGround.Effect]
    let time: Double

    /// A loss, and what it says of other sets of measures.
    struct Cut: Sendable, Equatable {
        var loss: Double
        var constant: Double
        /// By measure, 0 or below.
        var slopes: [Double]

        func value(_ taken: [Bool]) -> Double {
            zip(slopes, taken).reduce(constant) { $0 + ($1.1 ? $1.0 : 0) }
        }
    }

    init(_ ground: SurvivalGround, _ effects: [MitigationGround.Effect], over time: Double) {
        (self.ground, self.effects, self.time) = (ground, effects, time)
        var built = LinearModel(.minimize)
        let made = (0..<ground.count).map { built.addVariable(in: .init(0, ground.capacity[$0] * time)) }
        let delivered = ground.links.map { _ in built.addVariable() }
        let lost: [LinearModel.Variable?] = (0..<ground.count).map { firm in
            ground.demand[firm] > 0
                ? built.addVariable(in: .init(0, ground.demand[firm] * time), cost: ground.margin[firm]) : nil
        }
        for (customer, materials) in ground.inputs.enumerated() {
            for links in materials {
                built.addRow([(made[customer], 1)] + links.map { (delivered[$0], -1) }, in: .atMost(0))
            }
        }
        balances = (0..<ground.count).map { firm in
            var terms = ground.deliveries[firm].map { (delivered[$0], ground.links[$0].need) }
            terms.append((made[firm], -1))
            if let lost = lost[firm] { terms.append((lost, -1)) }
            return built.addRow(terms, in: .atMost(ground.stock[firm] - ground.demand[firm] * time))
        }
        (self.made, self.delivered, self.lost, model) = (made, delivered, lost, built)
    }

    /// The model with some measures taken, nothing disrupted.
    func model(taking taken: [Bool]) -> LinearModel {
        var model = model
        let (stock, capacity) = holdings(taken)
        for firm in 0..<ground.count {
            if capacity[firm] != ground.capacity[firm] {
                model.setLimits(of: made[firm], to: .init(0, capacity[firm] * time))
            }
            if stock[firm] != ground.stock[firm] {
                model.setLimits(of: balances[firm], to: .atMost(stock[firm] - ground.demand[firm] * time))
            }
        }
        return model
    }

    private func holdings(_ taken: [Bool]) -> (stock: [Double], capacity: [Double]) {
        var (stock, capacity) = (ground.stock, ground.capacity)
        for (effect, isTaken) in zip(effects, taken) where isTaken {
            switch effect {
            case .stock(let firm, let more): stock[firm] += more
            case .capacity(let firm, let more): capacity[firm] += more
            case .recovery: break
            }
        }
        return (stock, capacity)
    }

    /// Which part of its capacity a firm keeps over the time, if it is back when the measures taken let it.
    private func kept(_ firm: Int, _ loss: Double, _ shock: SurvivalGround.Shock, _ taken: [Bool]) -> Double {
        guard loss > 0 else { return 1 }
        guard let whole = shock.time else { return loss >= 1 ? 0 : 1 - loss }
        var part = 1.0
        for (effect, isTaken) in zip(effects, taken) where isTaken {
            if case .recovery(firm, let time) = effect { part = min(part, max(0, time) / whole) }
        }
        return max(0, 1 - loss * part)
    }

    /// The least loss in a disruption, with what its prices say of other sets.
    func cut(
        _ shock: SurvivalGround.Shock, _ taken: [Bool], _ solver: LinearSolver,
        from basis: LinearSolution.Basis?
    ) throws(SolverProblem) -> Cut {
        let (_, capacity) = holdings(taken)
        var limits: [(LinearModel.Variable, LinearModel.Limits)] = []
        for (firm, loss) in zip(shock.firms, shock.losses) {
            let rest = kept(firm, loss, shock, taken)
            limits.append((made[firm], .init(0, rest > 0 ? capacity[firm] * rest * time : 0)))
        }
        for closed in shock.closed { limits.append((delivered[closed.link], .init(0, closed.rest * time))) }
        solver.setLimits(of: limits)
        defer {
            solver.setLimits(
                of: shock.firms.map { (made[$0], .init(0, capacity[$0] * time)) }
                    + shock.closed.map { (delivered[$0.link], .atLeast(0)) })
        }
        let found = try solver.solve(from: basis)
        guard found.isOptimal else { throw .failed("\(found.status)") }
        return cut(found, shock)
    }

    private func cut(_ found: LinearSolution, _ shock: SurvivalGround.Shock) -> Cut {
        let losses = Dictionary(zip(shock.firms, shock.losses), uniquingKeysWith: { max($0, $1) })
        let none = [Bool](repeating: false, count: effects.count)
        func left(_ firm: Int) -> Double { kept(firm, losses[firm] ?? 0, shock, none) }
        var cut = Cut(
            loss: found.objective, constant: 0, slopes: [Double](repeating: 0, count: effects.count))
        for firm in 0..<ground.count {
            let price = min(0, found.duals[balances[firm].place])
            cut.constant += price * (ground.stock[firm] - ground.demand[firm] * time)
            let reduced = min(0, found.reducedCosts[made[firm].place])
            if reduced < 0, ground.capacity[firm].isFinite, left(firm) > 0 {
                cut.constant += reduced * left(firm) * ground.capacity[firm] * time
            }
            if let lost = lost[firm] {
                cut.constant += min(0, found.reducedCosts[lost.place]) * ground.demand[firm] * time
            }
        }
        for closed in shock.closed where closed.rest > 0 && closed.rest.isFinite {
            cut.constant += min(0, found.reducedCosts[delivered[closed.link].place]) * closed.rest * time
        }
        for (place, effect) in effects.enumerated() {
            switch effect {
            case .stock(let firm, let more):
                cut.slopes[place] = min(0, found.duals[balances[firm].place]) * more
            case .capacity(let firm, let more):
                if ground.capacity[firm].isFinite {
                    cut.slopes[place] =
                        min(0, found.reducedCosts[made[firm].place]) * left(firm) * more * time
                }
            case .recovery(let firm, let back):
                guard let whole = shock.time, let loss = losses[firm] else { continue }
                let reduced = min(0, found.reducedCosts[made[firm].place])
                guard reduced < 0, back < whole else { continue }
                // More capacity and an earlier return of one firm help each other: counting all capacity that could be added bounds that.
                let most = ground.capacity[firm] + added(to: firm)
                let saved = loss * (1 - max(0, back) / whole)
                cut.slopes[place] = most.isFinite ? reduced * saved * most * time : -max(0, cut.constant)
            }
        }
        return cut
    }

    /// What all measures together would add to a firm's capacity.
    private func added(to firm: Int) -> Double {
        effects.reduce(0) { sum, effect in
            if case .capacity(firm, let more) = effect { sum + more } else { sum }
        }
    }
}
