import Ecosystem
import Reporting

/// What is assumed where a network of money gives no stocks, capacities and times to recover.
struct MoneyBillChoices {
    /// Days of its output that each firm's product lies in stock.
    let stockDays: Double
    /// Capacity beyond output, as a part of it.
    let spare: Double
    /// Time until a firm is back, by sector, in units of time.
    let recovery: [Double]
    /// Whether sales elsewhere of all firms count as demand, not only those of the end of the chain.
    let countsAll: Bool
    private let named: [Int]
    private let general: Double
    private let isGiven: Bool
    private let unitDays: Double

    /// How long a firm is out where nothing is said: the eight weeks that `disrupt` takes.
    private static let daysOut = 56.0

    /// What can be set, beside the parameter `recovery`.
    static let parameters = [
        StudyParameter(
            "links",
            .choice([
                .init(
                    "needs",
                    Localized("units of the supplier that one unit of the customer takes", "客户每件所需的供应商件数")),
                .init("money", Localized("money, read under the assumptions below", "金额，按下列假设换算")),
            ]), title: Localized("Values of links", "连线数值"),
            help: Localized(
                "Money where the network says its unit and gives no demand, needs else",
                "网络写明货币单位且没有需求列时按金额，否则按用量")),
        StudyParameter(
            "stock-days", .number(0...3_650), title: Localized("Stock of what firms make", "产品库存"),
            help: Localized(
                "Networks of money: days of its output that a firm's product lies in stock, with it or its customers; an assumption, 15 as in disrupt",
                "金额网络：企业产品在自身或客户处的库存天数；属假设，与逐日推演相同取 15"),
            unit: Localized("days", "天"), default: .value("15")),
        StudyParameter(
            "spare", .number(0...10), title: Localized("Idle capacity", "闲置产能"),
            help: Localized(
                "Networks of money: capacity beyond output, as a part of it; an assumption",
                "金额网络：产出之外的产能，占产出的比例；属假设"),
            default: .value("0")),
        StudyParameter(
            "demand",
            .choice([
                .init("ends", Localized("what the end of the chain sells", "产业链末端的销售")),
                .init("all", Localized("what all firms sell elsewhere", "所有企业的对外销售")),
            ]), title: Localized("Demand", "需求"),
            help: Localized(
                "Networks of money: whose sales have to be met. The end of the chain are sectors that others limit and that limit none",
                "金额网络：须满足谁的销售。末端指受其他部门制约且不制约他人的部门"),
            default: .value("ends")),
        StudyParameter(
            "by",
            .choice([
                .init("group", Localized("makers of a segment in a place", "某地某环节的企业整体")),
                .init("firm", Localized("each firm", "单个企业")),
            ]), title: Localized("Who stops", "停产者"),
            help: Localized(
                "Networks of money: groups for measures where firms are made up, for one network says nothing of one of them, and for times where there are "
                    + "more than 3,000; firms else",
                "金额网络：合成企业的措施按整体（单个网络不能说明单个企业），时间在企业超过 3,000 家时按整体；否则按企业")),
        StudyParameter(
            "recovery-of", .text(maximumLength: 2_000),
            title: Localized("Time to recover by sector", "分部门恢复时间"),
            help: Localized(
                "Networks of money: SECTOR=TIME, ; between them, in the unit of time; all others take the time to recover, or eight weeks",
                "金额网络：部门=时间，以分号分隔，单位同上；其余取恢复时间，未填则为八周")),
    ]

    /// - Throws: everything that is wrong with the parameters, at once.
    init(_ network: SupplyNetwork, _ values: ParameterValues, unitDays: Double) throws(StudyProblem) {
        self.unitDays = unitDays
        func number(_ id: String) -> Double {
            if let value = values.number(id) { return value }
            guard case .value(let text)? = Self.parameters.first(where: { $0.id == id })?.fallback else {
                return 0
            }
            return Double(text) ?? 0
        }
        stockDays = number("stock-days")
        spare = number("spare")
        countsAll = values.text("demand") == "all"
        isGiven = values.number("recovery") != nil
        general = values.number("recovery") ?? Self.daysOut / unitDays
        var recovery = [Double](repeating: general, count: network.sectors.count)
        var named: [Int] = []
        var problems: [StudyProblem.Detail] = []
        for entry in Disrupt.names(values.text("recovery-of")) {
            let sides = entry.split(separator: "=", maxSplits: 1).map { Disrupt.trimmed($0) }
            guard sides.count == 2, let time = Double(sides[1]), time > 0, time <= 1e5 else {
                problems.append(
                    .init(
                        parameter: "recovery-of",
                        message: Localized(
                            "recovery-of: “\(entry)” is not SECTOR=TIME with a time above 0",
                            "recovery-of：“\(entry)”不是 部门=时间 的形式，时间应大于 0")))
                continue
            }
            guard let sector = network.sectors.firstIndex(of: sides[0]) else {
                let some = network.sectors.prefix(8).joined(separator: "; ")
                problems.append(
                    .init(
                        parameter: "recovery-of",
                        message: Localized(
                            "recovery-of: the network has no sector “\(sides[0])”; it has, among others, \(some)",
                            "recovery-of：网络中没有部门“\(sides[0])”；现有如 \(some)")))
                continue
            }
            recovery[sector] = time
            named.append(sector)
        }
        guard problems.isEmpty else { throw StudyProblem(problems) }
        self.recovery = recovery
        self.named = named
    }

    /// The choices in words, those that columns of the network answer left out.
    func assumptions(_ network: SupplyNetwork) -> [Reconstruct.Result.Assumption] {
        var found: [Reconstruct.Result.Assumption] = []
        func add(_ id: String, _ label: Localized, _ value: Localized, _ why: Localized, column: String?) {
            if let column, let known = network.column(column), !known.contains(nil) { return }
            found.append(
                .init(id: id, label: label, value: value, origin: Origin(basis: .estimated), why: why))
        }
        func number(_ value: Double) -> String {
            NumberWording.text(FigureNumber(value, decimals: value == value.rounded() ? 0 : 2))
        }
        add(
            "stock-days", Localized("Stock of what firms make", "产品库存"),
            Localized("\(number(stockDays)) days of output", "\(number(stockDays)) 天产出"),
            Localized("no document states stocks", "没有文献记载库存"), column: "stock")
        add(
            "spare", Localized("Idle capacity", "闲置产能"), Localized(same: number(spare * 100) + "%"),
            Localized("no document states capacities", "没有文献记载产能"), column: "capacity")
        let weeks = number(general * unitDays / 7)
        let others =
            named.isEmpty
            ? Localized("", "") : Localized("; \(named.count) sectors as asked", "；\(named.count) 个部门按提问设定")
        add(
            "recovery", Localized("Time to recover", "恢复时间"),
            Localized("\(weeks) weeks\(others.en)", "\(weeks) 周\(others.zh)"),
            isGiven
                ? Localized("as asked", "按提问设定")
                : Localized("a what-if, no document states one", "假想情景，没有文献记载"), column: "ttr")
        if network.column("margin") == nil, network.column("value_added") != nil {
            add(
                "margin", Localized("Margin of what is not delivered", "未交付部分的毛利"),
                Localized("the seller's value added", "卖方增加值"),
                Localized("that of its suppliers is not counted", "不计其供应商的增加值"), column: nil)
        }
        add(
            "demand", Localized("Demand", "需求"),
            countsAll
                ? Localized("all sales but those that limit a customer", "除制约客户生产者外的全部销售")
                : Localized("what the end of the chain sells", "产业链末端的销售"),
            network.needs == nil
                ? Localized("every input limits its user", "所有投入均制约使用者")
                : Localized(
                    "inputs that can partly be done without limit nobody; what a firm buys elsewhere stands in for nothing",
                    "可部分缺少的投入不构成制约；外地采购部分不作替代"), column: nil)
        return found
    }
}
