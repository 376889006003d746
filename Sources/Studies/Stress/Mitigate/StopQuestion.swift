import Ecosystem
import Reporting
import Resilience

/// What is asked to stop at once: which firms and links of a network lose how much, and for how long.
///
/// The parameters are those of `disrupt`: what stops, for how many days, how deep, and in how many days it comes back. A stop lasts until all is
/// back; what comes back before counts as a smaller loss over the whole time.
struct StopQuestion {
    /// The network, with the sources abroad that are assumed.
    let network: SupplyNetwork
    /// What was asked, for the answer.
    let told: Mitigate.Result.Stop
    /// Whether places, segments and ways stop, not firms or links that were named one by one.
    let isOfGroups: Bool
    private let name: String
    /// By firm, and by link: the part that is lost over the whole time.
    private let losses: [Double]
    private let linkLosses: [Double]

    /// One thing that stops.
    private struct Part {
        var what: String
        var parameter = "what"
        var start = 0.0
        var days: Double
        var depth: Double
        var recovery: Double
        /// How many whole days lost it comes to: what comes back evenly counts half.
        var lostDays: Double { depth * (days + recovery / 2) }
        var end: Double { start + days + recovery }
    }

    static let parameters = [
        StudyParameter(
            "what", .text(maximumLength: 4_000), title: Localized("What stops", "停摆对象"),
            help: Localized(
                "As in disrupt: names separated by semicolons, all stopping at once. Each firm, or group, by itself where nothing is said",
                "写法同逐日推演：以分号分隔，同时停摆。不填则各企业（或整体）分别停产")),
        StudyParameter(
            "days", .number(0...10_000), title: Localized("Stops for", "停摆时长"),
            help: Localized(
                "Of what stops: days until the recovery begins; 56 where nothing is said", "至恢复开始的天数；不填为 56"),
            unit: Localized("days", "天")),
        StudyParameter(
            "depth", .number(0...1), title: Localized("How deep", "深度"),
            help: Localized(
                "Of what stops: the part of capacity that is lost; all of it where nothing is said",
                "损失的产能比例；不填为全部")),
        StudyParameter(
            "back-in", .number(0...10_000), title: Localized("Recovers in", "恢复时长"),
            help: Localized("Of what stops: days of the recovery; 14 where nothing is said", "恢复所需天数；不填为 14"),
            unit: Localized("days", "天")),
        StudyParameter(
            "imports", .text(maximumLength: 2_000), title: Localized("From abroad", "来自境外"),
            help: Localized(
                "As in disrupt: which part of a sector's product comes from abroad, by which way, such as *=0.1@Port of Tianjin; an assumption",
                "写法同逐日推演：各部门产品来自境外的比例及通道，如 *=0.1@天津港；属假设")),
    ]

    /// What is asked of a network; `nil` where each firm stops by itself.
    ///
    /// - Parameter unitDays: days of the network's unit of time.
    /// - Throws: everything that is wrong with it, at once.
    init?(_ given: SupplyNetwork, _ input: StudyInput, unitDays: Double) throws {
        let values = input.parameters
        var parts = Disrupt.names(values.text("what")).map { what in
            Part(
                what: what, days: values.number("days") ?? 56, depth: values.number("depth") ?? 1,
                recovery: values.number("back-in") ?? 14)
        }
        if parts.isEmpty {
            parts = (input.scenario?.shocks ?? []).map { shock in
                Part(
                    what: shock.what, parameter: "scenario", start: shock.start, days: shock.days,
                    depth: shock.depth, recovery: shock.recovery)
            }
        }
        guard !parts.isEmpty else { return nil }
        guard values.text("likelihood") == nil else {
            throw StudyProblem(
                Localized(
                    "likelihood weighs single stops; leave it out, or what stops",
                    "likelihood 用于各自停产的情景；请去掉它或停摆对象"), parameter: "likelihood")
        }
        let abroad = try DisruptImports(values.text("imports"), given, for: parts.map(\.what))
        let network = abroad.added(to: given)
        var targets = DisruptTargets(network)
        let start = parts.map(\.start).min() ?? 0
        let time = (parts.map(\.end).max() ?? 0) - start
        guard time > 0 else {
            throw StudyProblem(
                Localized("days and back-in: a stop has to last", "days 与 back-in：停摆须有时长"), parameter: "days")
        }
        var losses = [Double](repeating: 0, count: network.firms.count)
        var linkLosses = [Double](repeating: 0, count: network.values.count)
        var problems: [StudyProblem.Detail] = []
        var isOfGroups = true
        for part in parts {
            switch targets.target(part.what) {
            case .failure(var problem):
                problem.parameter = part.parameter
                problems.append(problem)
            case .success(let target):
                if target.kind == "firm" || target.kind == "link" {
                    isOfGroups = isOfGroups && target.name.hasPrefix(DisruptImports.prefix)
                }
                let loss = part.lostDays / time
                for firm in target.firms { losses[Int(firm)] = min(1, losses[Int(firm)] + loss) }
                guard !target.ways.isEmpty else { continue }
                for link in linkLosses.indices where target.ways.contains(targets.ways.wayOfLink[link]) {
                    linkLosses[link] = min(1, linkLosses[link] + loss)
                }
            }
        }
        guard problems.isEmpty else { throw StudyProblem(problems) }
        (self.network, self.losses, self.linkLosses) = (network, losses, linkLosses)
        self.isOfGroups = isOfGroups
        name = parts.map(\.what).joined(separator: "; ")
        told = .init(
            what: parts.map(\.what), days: parts.map(\.days).max() ?? 0, depth: parts.map(\.depth).max() ?? 0,
            recovery: parts.map(\.recovery).max() ?? 0, time: time / unitDays, firms: losses.count { $0 > 0 },
            links: linkLosses.count { $0 > 0 }, abroad: abroad.told(given))
    }

    /// The stop on a network of the same firms, or of groups of them.
    ///
    /// - Parameters:
    ///   - asked: the network that is asked, whose column `throughput` says what a customer makes in a unit of time.
    ///   - members: the firm of `asked` that each firm of ``network`` belongs to.
    func stop(on asked: SupplyNetwork, members: [String]) -> SurvivalStop {
        var places: [String: Int] = [:]
        for (place, firm) in asked.firms.enumerated() { places[firm] = place }
        let memberOf = members.map { places[$0] ?? -1 }
        var (lost, made) = ([Int: Double](), [Int: Double]())
        for (firm, amount) in MoneyBill.made(network).enumerated() where memberOf[firm] >= 0 {
            // Firms that sell nothing stop too; what they lose weighs as little as they do.
            let weight = max(amount, 1e-290)
            made[memberOf[firm], default: 0] += weight
            lost[memberOf[firm], default: 0] += weight * losses[firm]
        }
        let firms = lost.filter { $0.value > 0 }.sorted { $0.key < $1.key }.map { place, amount in
            SurvivalStop.Firm(place: place, loss: Self.whole(amount / (made[place] ?? amount)))
        }
        return SurvivalStop(name: name, firms: firms, links: links(asked, memberOf), time: told.time)
    }

    /// Closed links between the firms that are asked, with what they carry else: the customer's throughput times their part of what it buys of that
    /// material.
    private func links(_ asked: SupplyNetwork, _ memberOf: [Int]) -> [SurvivalStop.Link] {
        guard told.links > 0 else { return [] }
        let throughput = asked.column("throughput")
        var (value, closed) = ([[Int]: Double](), [[Int]: Double]())
        var bought: [[Int]: Double] = [:]
        for link in network.values.indices {
            let supplier = memberOf[Int(network.suppliers[link])]
            let customer = memberOf[Int(network.customers[link])]
            guard supplier >= 0, customer >= 0, network.values[link] > 0 else { continue }
            value[[supplier, customer], default: 0] += network.values[link]
            bought[[customer, Int(asked.sectorOfFirm[supplier])], default: 0] += network.values[link]
            if linkLosses[link] > 0 {
                closed[[supplier, customer], default: 0] += network.values[link] * linkLosses[link]
            }
        }
        return closed.sorted { ($0.key[0], $0.key[1]) < ($1.key[0], $1.key[1]) }.map { ends, amount in
            let whole = value[ends] ?? amount
            let all = bought[[ends[1], Int(asked.sectorOfFirm[ends[0]])]] ?? whole
            return .init(
                supplier: ends[0], customer: ends[1], loss: Self.whole(amount / whole),
                usual: throughput?[ends[1]].map { $0 * whole / all })
        }
    }

    /// What stops, as an assumption of the answer.
    var assumption: Reconstruct.Result.Assumption {
        func number(_ value: Double) -> String {
            NumberWording.text(FigureNumber(value, decimals: value == value.rounded() ? 0 : 2))
        }
        let (days, recovery, depth) = (number(told.days), number(told.recovery), number(told.depth * 100))
        return .init(
            id: "what", label: Localized("What stops", "停摆对象"),
            value: Localized(
                "\(name): \(depth) % for \(days) days, back in \(recovery)",
                "\(name)：\(depth)%，\(days) 天，\(recovery) 天内恢复"),
            origin: Origin(basis: .estimated),
            why: Localized(
                "as asked; losses count until all is back, and what comes back before counts as a smaller loss over the whole time",
                "按提问设定；损失计至全部恢复，恢复中的产能按全程较小的损失计"))
    }

    /// A part that is the whole but for rounding.
    private static func whole(_ part: Double) -> Double { part > 1 - 1e-12 ? 1 : part }
}
