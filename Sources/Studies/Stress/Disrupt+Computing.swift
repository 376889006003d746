import Ecosystem
import Resilience

extension Disrupt {
    /// A text without blanks around it.
    static func trimmed(_ text: some StringProtocol) -> String {
        let start = text.drop { $0.isWhitespace }
        guard let end = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(start[...end])
    }

    /// What was named in `what`, one a part.
    static func names(_ text: String?) -> [String] {
        (text ?? "").split { $0 == ";" || $0 == "；" || $0.isNewline }.map { trimmed($0) }
            .filter { !$0.isEmpty }
    }

    func networkResult(_ given: SupplyNetwork, _ input: StudyInput) throws -> Result {
        try outcome(given, input, standIns: [:]).result
    }

    /// The answer for a network, and what each of its firms loses.
    func outcome(
        _ given: SupplyNetwork, _ input: StudyInput, standIns: [String: Int]
    ) throws -> (result: Result, firms: [FirmLoss]) {
        let imports = input.parameters.text("imports")
        let wanted = Self.names(input.parameters.text("what")) + (input.scenario?.shocks.map(\.what) ?? [])
        let abroad = try DisruptImports(imports, given, for: wanted)
        let network = abroad.added(to: given)
        var options = options(input, base: DisruptionOptions())
        options.hitThreshold = 0.01
        var targets = DisruptTargets(network, standIns: standIns)
        let (shocks, told) = try shocks(&targets, input)
        var result = Result()
        result.source = "network"
        result.name = network.name
        result.basis = network.basis
        result.firms = network.firms.count
        result.links = network.values.count
        result.assumptions = .init(options)
        result.assumptions.imports = imports
        result.abroad = abroad.told(given)
        result.money = network.money?.unit
        guard !shocks.isEmpty, let prepared = targets.prepared else {
            result.choices = targets.choices(20)
            return (result, [])
        }
        result.shocks = told
        switch Disruption.run(on: prepared, shocks: shocks, options) {
        case .failure(let problem): throw Self.failure(problem, input)
        case .success(let found):
            let labels = DisruptLabels(
                network, jobs: input.parameters.text("jobs") ?? "jobs", pay: input.parameters.number("pay"),
                model: input.model)
            labels.fill(&result, found, options)
            let days = Double(found.output.count)
            let firms = found.firms.map { firm in
                FirmLoss(
                    loss: firm.loss, share: firm.output > 0 ? firm.loss / (firm.output * days) : 0,
                    isHit: firm.hitDay >= 0)
            }
            return (result, firms)
        }
    }

    /// What one firm loses over all days.
    struct FirmLoss: Sendable {
        /// Output lost.
        var loss: Double
        /// As a part of its output.
        var share: Double
        /// Whether it loses a hundredth or more on some day.
        var isHit: Bool
    }

    func tableResult(_ table: FlowTable, _ input: StudyInput) throws -> Result {
        let options = options(input, base: .sectors)
        var result = Result()
        result.source = "table"
        result.name = table.name
        result.basis = table.about.basis
        result.firms = table.sectors.count
        result.links = table.flows.count { $0 > 0 }
        result.assumptions = .init(options)
        var problems: [StudyProblem.Detail] = []
        var firms: [Int32] = []
        let named = Self.names(input.parameters.text("what"))
        for name in named {
            let places = table.sectors.indices.filter { place in
                let label = table.sectors[place]
                return label.text == name || label.sector == name || label.region == name
                    || "sector:\(label.sector)" == name
                    || label.region.map { "region:\($0)" == name } ?? false
            }
            if places.isEmpty {
                let some = table.sectors.prefix(8).map(\.text).joined(separator: "; ")
                problems.append(
                    .init(
                        parameter: "what",
                        message: Localized(
                            "what: the table has no sector or region “\(name)”; it has, among others, \(some)",
                            "what：表中没有部门或地区“\(name)”；可用名称如 \(some)")))
            }
            firms += places.map { Int32(truncatingIfNeeded: $0) }
        }
        guard problems.isEmpty else { throw StudyProblem(problems) }
        guard !firms.isEmpty else {
            result.choices = table.sectors.prefix(40).map(\.text)
            return result
        }
        let shock = shock(named.joined(separator: "; "), firms: Array(Set(firms)).sorted(), ways: [], input)
        result.shocks = [
            .init(
                shock, kind: "sector", firms: shock.firms.map { table.sectors[Int($0)].text }, links: 0)
        ]
        switch Disruption.run(on: table, shocks: [shock], options) {
        case .failure(let problem): throw Self.failure(problem, input)
        case .success(let found):
            DisruptLabels(table).fill(&result, found, options)
            return result
        }
    }

    /// The shocks that were named, or those of the scenario, or those of the network.
    private func shocks(
        _ targets: inout DisruptTargets, _ input: StudyInput
    ) throws -> ([DisruptionShock], [Result.Shock]) {
        var shocks: [DisruptionShock] = []
        var told: [Result.Shock] = []
        var problems: [StudyProblem.Detail] = []
        let network = targets.network
        func add(_ target: DisruptTargets.Target, _ shock: DisruptionShock) {
            shocks.append(shock)
            told.append(
                .init(
                    shock, kind: target.kind, firms: target.firms.map { network.firms[Int($0)] },
                    links: target.links))
        }
        let named = Self.names(input.parameters.text("what"))
        if !named.isEmpty {
            for name in named {
                switch targets.target(name) {
                case .failure(let problem): problems.append(problem)
                case .success(let target):
                    add(target, shock(name, firms: target.firms, ways: target.ways, input))
                }
            }
        } else if let scenario = input.scenario, !scenario.shocks.isEmpty {
            for given in scenario.shocks {
                switch targets.target(given.what) {
                case .failure(var problem):
                    problem.parameter = "scenario"
                    problems.append(problem)
                case .success(let target):
                    var shock = shock(given.what, firms: target.firms, ways: target.ways, input)
                    shock.start = given.start
                    shock.days = given.days
                    shock.depth = given.depth
                    shock.recovery = given.recovery
                    add(target, shock)
                }
            }
        } else if !network.shocks.isEmpty {
            let names = network.shocks.map(\.scenario)
            let name = input.parameters.text("case") ?? names[0]
            let rows = network.shocks.filter { $0.scenario == name }
            if rows.isEmpty {
                let known = Array(Set(names)).sorted().prefix(10).joined(separator: ", ")
                problems.append(
                    .init(
                        parameter: "case",
                        message: Localized(
                            "case: shocks.csv has no scenario “\(name)”; it has \(known)",
                            "case：shocks.csv 没有情景“\(name)”；现有 \(known)")))
            }
            for row in rows {
                let place = Int32(truncatingIfNeeded: row.firm)
                var shock = shock(network.firms[row.firm], firms: [place], ways: [], input)
                shock.depth = row.loss
                add(.init(kind: "scenario", name: name, firms: [place]), shock)
            }
        }
        guard problems.isEmpty else { throw StudyProblem(problems) }
        return (shocks, told)
    }

    private func shock(_ name: String, firms: [Int32], ways: [Int32], _ input: StudyInput) -> DisruptionShock
    {
        let values = input.parameters
        return DisruptionShock(
            name: name, firms: firms, ways: ways, start: values.number("start") ?? 0,
            days: values.number("days") ?? 56, depth: values.number("depth") ?? 1,
            recovery: values.number("recovery") ?? 14,
            curve: values.text("curve").flatMap(DisruptionShock.Curve.init(rawValue:)) ?? .linear)
    }
}

extension Disrupt.Result.Shock {
    init(_ shock: DisruptionShock, kind: String, firms: [String], links: Int) {
        self.init(
            what: shock.name, kind: kind, firms: Array(firms.prefix(100)), firmCount: firms.count,
            links: links,
            start: shock.start, days: shock.days, depth: shock.depth, recovery: shock.recovery,
            curve: shock.curve.rawValue)
    }
}

extension Disrupt.Result.Assumptions {
    init(_ options: DisruptionOptions) {
        stockDays = options.stockDays
        restockDays = options.restockDays
        searchDays = options.searchDays
        spare = options.spare
        overproduction = options.overproduction
        rationing = options.rationing.rawValue
        substitution = options.movesOrders
        period = options.period
    }
}
