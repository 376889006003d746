import Ecosystem
import Foundation
import Resilience

extension Mitigate {
    /// Days of the unit of time of a network of money.
    static let unitDays = 7.0

    /// The answer on a network; what it lacks is part of the answer.
    func result(on given: SupplyNetwork, _ input: StudyInput) throws -> Result {
        let asked = try StopQuestion(given, input, unitDays: Self.unitDays)
        let network = asked?.network ?? given
        guard MoneyBill.reads(network, input.parameters) else {
            guard MoneyBill.hasDemand(network), !network.firms.isEmpty else {
                return Result(lacking: "no-demand", given)
            }
            guard !network.measures.isEmpty else { return Result(lacking: "no-measures", given) }
            return try weighed(network, input, asked, members: network.firms)
        }
        guard network.measures.isEmpty else {
            let bill = try MoneyBill(network, input.parameters, unitDays: Self.unitDays)
            var result = try weighed(bill.network, input, asked, members: network.firms)
            result.money = bill.unit
            result.assumptions = Self.assumptions(bill, asked)
            return result
        }
        return try generated(network, input, asked)
    }

    /// What a network of money was read under; firms that stop as asked have no time to recover of their own.
    private static func assumptions(_ bill: MoneyBill, _ asked: StopQuestion?) -> [Reconstruct.Result
        .Assumption]
    {
        guard let asked else { return bill.assumptions }
        return [asked.assumption] + bill.assumptions.filter { $0.id != "recovery" }
    }

    /// Measures that the network names.
    private func weighed(
        _ network: SupplyNetwork, _ input: StudyInput, _ asked: StopQuestion?, members: [String]
    ) throws -> Result {
        var options = options(input)
        options.stops = asked.map { [$0.stop(on: network, members: members)] } ?? []
        var result: Result
        switch Mitigation.run(on: network, options) {
        case .success(let found): result = Result(found, network, options)
        case .failure(.noRecovery): return Result(lacking: "no-recovery-known", network)
        case .failure(.survival(.noDemand)): return Result(lacking: "no-demand", network)
        case .failure(.survival(.cancelled)): throw StudyCancelled()
        case .failure(let problem): throw Self.problem(problem)
        }
        result.take(asked)
        return result
    }

    /// Measures that are made from the network: those with a price against each other, those without each kind for itself.
    private func generated(
        _ given: SupplyNetwork, _ input: StudyInput, _ question: StopQuestion?
    ) throws -> Result {
        let values = input.parameters
        // A stop is told of as closely as the network tells places: in wider ones the stocks of those that go on would hide it.
        let place = question == nil ? GroupedNetwork.wider(input.model) : { _ in nil }
        let grouped = GroupedNetwork.asked(
            given, values, byDefault: question?.isOfGroups ?? true, place: place)
        let members = grouped == nil ? given.firms : GroupedNetwork.members(of: given, place: place)
        let bill = try MoneyBill(grouped ?? given, values, unitDays: Self.unitDays)
        let stop = question?.stop(on: bill.network, members: members)
        var asked = SurvivalOptions()
        asked.threads = ProcessInfo.processInfo.activeProcessorCount
        asked.stops = stop.map { [$0] } ?? []
        let survival: SurvivalResult
        switch Survival.run(on: bill.network, asked) {
        case .success(let found): survival = found
        case .failure(.noDemand), .failure(.noFirms): return Result(lacking: "no-demand", given)
        case .failure(.cancelled): throw StudyCancelled()
        case .failure(let problem): throw TimeToSurvive.problem(problem)
        }
        let maker = MeasureCandidates(bill.network, Self.sizes(values), unitDays: Self.unitDays)
        let candidates =
            stop.map { maker.measures(against: $0, hits: survival.disruptions[0].hits.map(\.firm)) }
            ?? maker.measures(survival.disruptions.map(\.loss))
        let costs = MeasureCosts(bill.network, values, unitDays: Self.unitDays, outFor: stop?.time)
        var result = Result(lacking: nil, given)
        let priced = costs.priced(candidates)
        if !priced.isEmpty, let network = bill.network.taking(priced) {
            result = try weighed(network, input, question, members: members)
        }
        result.money = bill.unit
        result.assumptions = Self.assumptions(bill, question)
        if grouped != nil, question == nil { result.assumptions.append(GroupedNetwork.whoStops) }
        result.isGenerated = true
        result.isGrouped = grouped != nil
        result.network = given.name
        result.risk = result.risk ?? stop.flatMap { _ in survival.disruptions[0].loss }
        for kind in SupplyNetwork.Measure.Kind.allCases where costs.prices[kind] == nil {
            let sized = costs.sized(candidates, kind)
            guard !sized.isEmpty, let network = bill.network.taking(sized) else { continue }
            var alone = options(input)
            alone.stops = asked.stops
            alone.budget = nil
            alone.steps = min(alone.steps, 6)
            switch Mitigation.run(on: network, alone) {
            case .success(let found):
                let one = Result(found, network, alone)
                result.risk = one.risk
                result.basis = one.basis
                result.hasMargins = one.hasMargins
                result.kinds.append(
                    .init(
                        kind: kind.rawValue, unit: MeasureCosts.unit(kind, bill.unit), frontier: one.frontier,
                        measures: one.measures))
            case .failure(.survival(.cancelled)): throw StudyCancelled()
            case .failure(let problem): throw Self.problem(problem)
            }
        }
        result.take(question)
        return result
    }

    private func options(_ input: StudyInput) -> MitigationOptions {
        var options = MitigationOptions()
        options.budget = input.parameters.number("budget")
        options.steps = input.parameters.integer("steps") ?? options.steps
        options.recovery = input.parameters.number("recovery")
        options.likelihood = input.parameters.text("likelihood")
        options.threads = ProcessInfo.processInfo.activeProcessorCount
        let progress = input.progress
        options.progress = .init { done, total in
            let step = Localized("budget \(done) of \(total)", "第 \(done)/\(total) 档预算")
            return (try? progress.advance(to: Double(done) / Double(max(1, total)), step)) != nil
        }
        return options
    }
}

extension SupplyNetwork {
    /// The network with these measures in place of its own.
    func taking(_ measures: [Measure]) -> SupplyNetwork? {
        SupplyNetwork(
            name: name, firms: firms, sectors: sectors, sectorOfFirm: sectorOfFirm, columns: columns,
            suppliers: suppliers, customers: customers, values: values, needs: needs, shocks: shocks,
            places: places, earlier: earlier, measures: measures, ways: ways, siteNumbers: siteNumbers,
            basis: basis, source: source, money: money, imports: imports)
    }
}
