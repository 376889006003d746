import Ecosystem

extension UnusedParameters {
    private static let sampling = ["samples", "seed", "assumptions"]
    private static let billing = ["stock-days", "spare", "demand", "by", "recovery-of"]

    /// What a question to `disrupt` does not use.
    static func of(_ study: Disrupt, _ input: StudyInput) -> [FirmRisk.Result.Finding] {
        var unused = UnusedParameters(study.description, input)
        unused.note(.input, sampling, where: input.supplied != nil)
        let isNamed = !Disrupt.names(input.parameters.text("what")).isEmpty
        if case .table? = input.supplied {
            unused.noteShocks()
            unused.note(.table, ["case", "imports", "jobs", "pay", "date", "root-cause"])
            return unused.findings
        }
        var network: SupplyNetwork?
        if case .network(let given)? = input.supplied { network = given }
        let hasScenario = input.scenario?.shocks.isEmpty == false
        unused.noteShocks(where: isNamed)
        unused.note(
            .scenarioShocks, ["case", "start", "days", "depth", "recovery"], where: !isNamed && hasScenario)
        let hasShocks = network?.shocks.isEmpty == false
        unused.note(.networkShocks, ["depth"], where: !isNamed && !hasScenario && hasShocks)
        unused.note(.namedShocks, ["case"], where: isNamed || (!hasScenario && !hasShocks))
        let jobs = input.parameters.text("jobs") ?? "jobs"
        unused.note(.jobs, ["pay"], where: network?.column(jobs) != nil)
        let hasSites = network?.siteNumbers != nil
        unused.note(.noSites, ["date", "root-cause"], where: !hasSites)
        unused.note(.noDate, ["root-cause"], where: hasSites && input.parameters.text("date") == nil)
        return unused.findings
    }

    /// What a question to `systemic-risk` does not use.
    static func of(_ study: FirmRisk, _ input: StudyInput) -> [FirmRisk.Result.Finding] {
        var unused = UnusedParameters(study.description, input)
        unused.noteShocks()
        unused.note(.noSamples, ["seed", "assumptions"], where: input.parameters.text("samples") == nil)
        let values = input.parameters
        unused.note(.openMode, ["exact"], where: values.text("mode") != "peer")
        let isRelative = values.text("relative-tolerance").flatMap { Double($0) } != nil
        unused.note(.relative, ["tolerance"], where: isRelative)
        return unused.findings
    }

    /// What a question to `time-to-survive` does not use.
    static func of(_ study: TimeToSurvive, _ input: StudyInput) -> [FirmRisk.Result.Finding] {
        var unused = UnusedParameters(study.description, input)
        unused.noteShocks()
        guard case .network(let network)? = input.supplied else {
            unused.note(.samples, ["by", "links"])
            return unused.findings
        }
        unused.note(.input, sampling)
        unused.note(.bill, billing, where: !MoneyBill.reads(network, input.parameters))
        return unused.findings
    }

    /// What a question to `mitigate` does not use.
    static func of(_ study: Mitigate, _ input: StudyInput) -> [FirmRisk.Result.Finding] {
        var unused = UnusedParameters(study.description, input)
        unused.noteShocks()
        guard case .network(let network)? = input.supplied else { return unused.findings }
        let costs = MeasureCosts.parameters.map(\.id)
        let making = ["more-stock", "more-capacity", "faster", "candidates"] + costs
        let isMoney = MoneyBill.reads(network, input.parameters)
        unused.note(.bill, billing + making, where: !isMoney)
        unused.note(.measures, ["by"] + making, where: isMoney && !network.measures.isEmpty)
        let isPriced = costs.contains { input.parameters.text($0) != nil }
        unused.note(.noPrice, ["budget"], where: isMoney && network.measures.isEmpty && !isPriced)
        return unused.findings
    }
}
