import Solvers

/// The linear program of a bill of materials, in amounts per unit of time.
///
/// Source: D. Simchi-Levi et al., “Identifying risks and mitigating disruptions in the automotive supply chain”, Interfaces 45(5) (2015)
/// 375–390. Their amounts over a time t are divided by it here. With τ = 1/t the time stands in one variable only: the stock
/// that may be used up per unit of time is s τ. The longest time without loss is the least τ with no loss, and a
/// disruption can but raise τ, which makes no row harder to meet; so both questions are answered near the disruption.
///
/// Variables: τ; u_i ≤ c_i made; z_ij of supplier i's units, in units of customer j; λ_j ≤ d_j demand not met.
/// Rows: u_j ≤ Σ_{i of material k} z_ij for each input k of j; Σ_j r_ij z_ij + d_i − λ_i ≤ u_i + s_i τ for each firm i.
struct SurvivalProgram {
    var model: LinearModel
    let tau: LinearModel.Variable
    let made: [LinearModel.Variable]
    let delivered: [LinearModel.Variable]
    /// By firm; `nil` where it has no demand.
    let lost: [LinearModel.Variable?]
    /// Rows of the firms' balances, by firm.
    let balances: [LinearModel.Row]
    /// Whether the time stands in the program, as a shared variable that eases every row.
    private let isSurvival: Bool

    /// What is asked.
    enum Question {
        /// The least τ with no loss.
        case survival
        /// The least loss per unit of time over a time.
        case loss(over: Double)
    }

    init(_ ground: SurvivalGround, _ question: Question) {
        var built = LinearModel(.minimize)
        switch question {
        case .survival: (tau, isSurvival) = (built.addVariable(cost: 1), true)
        case .loss(let time): (tau, isSurvival) = (built.addVariable(in: .exactly(1 / time)), false)
        }
        let made = (0..<ground.count).map { built.addVariable(in: .init(0, ground.capacity[$0])) }
        let delivered = ground.links.map { _ in built.addVariable() }
        let lost: [LinearModel.Variable?] = (0..<ground.count).map { firm in
            guard ground.demand[firm] > 0 else { return nil }
            switch question {
            case .survival: return built.addVariable(in: .exactly(0))
            case .loss: return built.addVariable(in: .init(0, ground.demand[firm]), cost: ground.margin[firm])
            }
        }
        for (customer, materials) in ground.inputs.enumerated() {
            for links in materials {
                built.addRow([(made[customer], 1)] + links.map { (delivered[$0], -1) }, in: .atMost(0))
            }
        }
        var balances: [LinearModel.Row] = []
        for firm in 0..<ground.count {
            var terms = ground.deliveries[firm].map { (delivered[$0], ground.links[$0].need) }
            terms.append((made[firm], -1))
            if ground.stock[firm] > 0 { terms.append((tau, -ground.stock[firm])) }
            if let lost = lost[firm] { terms.append((lost, -1)) }
            balances.append(built.addRow(terms, in: .atMost(-ground.demand[firm])))
        }
        (self.made, self.delivered, self.lost) = (made, delivered, lost)
        self.balances = balances
        self.model = built
    }

    /// The tighter limits of a disruption.
    func limits(_ shock: SurvivalGround.Shock, _ ground: SurvivalGround) -> [(
        LinearModel.Variable, LinearModel.Limits
    )] {
        zip(shock.firms, shock.losses).map { (made[$0], .init(0, ground.rest($0, $1))) }
            + shock.closed.map { (delivered[$0.link], .init(0, $0.rest)) }
    }

    /// What a disruption reaches: production, deliveries and losses of the firms and of all that take from them.
    ///
    /// A loss travels down to those with a demand, which have to be there for the program to have an answer. A shorter time eases every
    /// row, so that a program for the time has an answer near what stops: what else is needed is then freed step by step, and far less of it.
    func start(_ shock: SurvivalGround.Shock, _ ground: SurvivalGround) -> [LinearModel.Variable] {
        var variables: [LinearModel.Variable] = []
        let near = shock.firms + shock.closed.map { ground.links[$0.link].customer }
        for firm in isSurvival ? near : ground.reached(by: shock) {
            variables.append(made[firm])
            if let lost = lost[firm] { variables.append(lost) }
            for link in ground.deliveries[firm] { variables.append(delivered[link]) }
            for links in ground.inputs[firm] { for link in links { variables.append(delivered[link]) } }
        }
        return variables
    }
}
