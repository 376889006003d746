import DataPackages
import Ecosystem
import Foundation
import Reporting

/// Disruption notifications (CX-0146) that an answer would be sent as: one for each partner of what stops whose site has a number.
enum DisruptionNotice {
    /// The root causes of the standard in words.
    static let rootCauses: [(code: String, label: Localized)] = [
        ("other", Localized("other", "其他")), ("strike", Localized("strike", "罢工")),
        ("natural-disaster", Localized("natural disaster", "自然灾害")),
        ("production-incident", Localized("incident in production", "生产事故")),
        ("pandemic-or-epidemic", Localized("pandemic or epidemic", "疫情")),
        ("logistics-disruption", Localized("disruption of logistics", "物流中断")),
        ("war", Localized("war", "战争")), ("insolvency", Localized("insolvency", "破产")),
    ]

    /// The files, and what is to be said of them.
    static func files(
        _ result: Disrupt.Result, _ input: StudyInput
    ) throws -> (files: [ReportFile], notes: [Note]) {
        guard case .network(let network)? = input.supplied, let sites = network.siteNumbers else {
            return ([], [])
        }
        guard let text = input.parameters.text("date") else {
            return (
                [],
                [
                    Note(
                        .note, Localized("Notifications need a date", "生成通知需要日期"),
                        Localized(
                            "With the date of day 0 the partners' notifications (CX-0146) are among the files.",
                            "填写首日日期后，文件中会包含给合作方的中断通知（CX-0146）。"))
                ]
            )
        }
        guard case .day(let year, let month, let day)? = CalendarPoint(reading: text) else {
            throw StudyProblem(
                Localized(
                    "date: “\(text)” is no day such as 2027-01-11", "date：“\(text)”不是日期，形式如 2027-01-11"),
                parameter: "date")
        }
        let first = Day.number(year, month, day)
        let maker = Maker(network: network, sites: sites, result: result, input: input, firstDay: first)
        let (files, silent) = try maker.files()
        var notes = [
            Note(
                .note,
                Localized(
                    "\(files.count.words) disruption notifications (CX-0146) are among the files",
                    "文件中含 \(files.count.words) 份中断通知（CX-0146）"),
                Localized(
                    "Each names the sites of sender and recipient only; materials are not in the data and stay out.",
                    "每份只列发送方与接收方站点；数据不含物料，故不列。"))
        ]
        if silent > 0 {
            notes.append(
                Note(
                    .gap,
                    Localized(
                        "\(silent.words) partners get none: their sites have no number",
                        "\(silent.words) 家合作方没有站点编号，无法通知")))
        }
        return (files, notes)
    }

    /// Days of the Gregorian calendar, counted.
    enum Day {
        /// Days since 1 March of the year 0 (algorithm of H. Hinnant, days_from_civil, without its shift).
        static func number(_ year: Int, _ month: Int, _ day: Int) -> Int {
            let y = month <= 2 ? year - 1 : year
            let m = (month + 9) % 12
            return 365 * y + y / 4 - y / 100 + y / 400 + (153 * m + 2) / 5 + day - 1
        }

        /// `YYYY-MM-DDT00:00:00+08:00` of a counted day.
        static func moment(_ number: Int) -> String {
            let era = number / 146_097
            let dayOfEra = number % 146_097
            let yearOfEra =
                (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
            let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
            let m = (5 * dayOfYear + 2) / 153
            let day = dayOfYear - (153 * m + 2) / 5 + 1
            let month = m < 10 ? m + 3 : m - 9
            let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
            func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
            return "\(year)-\(two(month))-\(two(day))T00:00:00+08:00"
        }
    }

    private struct Maker {
        let network: SupplyNetwork
        let sites: [String]
        let result: Disrupt.Result
        let input: StudyInput
        let firstDay: Int

        /// The files, sorted by partner, and how many partners have no number.
        func files() throws -> ([ReportFile], Int) {
            var places: [String: Int] = [:]
            for (place, id) in network.firms.enumerated() { places[id] = place }
            let hits = Dictionary(result.hits.map { ($0.firm, $0) }, uniquingKeysWith: { first, _ in first })
            let senders = Set(result.hits.filter { $0.cause == "shock" }.compactMap { places[$0.firm] })
            var customers: [Int: Set<Int>] = [:]
            var suppliers: [Int: Set<Int>] = [:]
            for link in network.values.indices {
                let (from, to) = (Int(network.suppliers[link]), Int(network.customers[link]))
                if senders.contains(from), !senders.contains(to) { customers[to, default: []].insert(from) }
                if senders.contains(to), !senders.contains(from) { suppliers[from, default: []].insert(to) }
            }
            let source = id("disruption")
            // Who is told twice, as customer and as supplier, is told that both belong together.
            let twice = Set(customers.keys).intersection(suppliers.keys)
            var files: [ReportFile] = []
            var silent: Set<Int> = []
            for (partners, effect) in [
                (customers, DisruptionNotification.Effect.capacityReduction), (suppliers, .demandReduction),
            ] {
                for (partner, from) in partners.sorted(by: { $0.key < $1.key }) {
                    guard let hit = hits[network.firms[partner]] else { continue }
                    guard DisruptionNotification.siteIsKnown(sites[partner]) else {
                        silent.insert(partner)
                        continue
                    }
                    var notification = notification(partner, from, effect, hit, source)
                    if twice.contains(partner) {
                        let other: DisruptionNotification.Effect =
                            effect == .capacityReduction ? .demandReduction : .capacityReduction
                        notification.relatedNotificationIds = [
                            id(other.rawValue + " " + network.firms[partner])
                        ]
                    }
                    if let problem = notification.problems.first { throw StudyProblem(problem.message) }
                    let encoder = JSONEncoder()
                    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
                    files.append(
                        ReportFile(
                            name: "cx-0146-\(sites[partner])-\(effect.rawValue).json",
                            mediaType: "application/json",
                            bytes: Array(try encoder.encode(notification)) + [10]))
                }
            }
            return (files.sorted { $0.name < $1.name }, silent.count)
        }

        private func notification(
            _ partner: Int, _ from: Set<Int>, _ effect: DisruptionNotification.Effect,
            _ hit: Disrupt.Result.Hit, _ source: String
        ) -> DisruptionNotification {
            let starts = result.shocks.map(\.start).min() ?? 0
            let ends = result.shocks.map { $0.start + $0.days + $0.recovery }.max() ?? 0
            let depth = result.shocks.map(\.depth).max() ?? 1
            let lost = Int((depth * 100).rounded())
            let text =
                effect == .capacityReduction
                ? "What if: our output is down by up to \(lost) % from the start date. Simulated, not an event. 推演：自起始日起我方产出最多下降 \(lost)%。此为推演，并非实际事件。"
                : "What if: we order less from the start date, our output being down by up to \(lost) %. Simulated, not an event. 推演：自起始日起我方产出最多下降 \(lost)%，订购减少。此为推演，并非实际事件。"
            return DisruptionNotification(
                notificationId: id(effect.rawValue + " " + network.firms[partner]),
                sourceDisruptionId: source,
                leadingRootCause: input.parameters.text("root-cause").flatMap {
                    DisruptionNotification.RootCause(rawValue: $0)
                } ?? .other,
                effect: effect, startDateOfEffect: Day.moment(firstDay + Int(starts)),
                expectedEndDateOfEffect: Day.moment(firstDay + Int(ends.rounded(.up))),
                contentChangedAt: Day.moment(firstDay),
                affectedSitesSender: from.map { sites[$0] }.filter { DisruptionNotification.siteIsKnown($0) }
                    .sorted(),
                affectedSitesRecipient: [sites[partner]], text: text)
        }

        /// A UUID that is the same for the same question (version 8, from SHA-256).
        private func id(_ what: String) -> String {
            var hash = SHA256Hash()
            hash.add(input.supplied?.fingerprint ?? "")
            for (name, text) in input.parameters.texts.sorted(by: { $0.key < $1.key }) {
                hash.add("\(name)=\(text)\n")
            }
            for shock in result.shocks {
                hash.add("\(shock.what) \(shock.start) \(shock.days) \(shock.depth)\n")
            }
            hash.add(what)
            let digits = Array(hash.finish().prefix(32))
            func part(_ range: Range<Int>) -> String { String(digits[range]) }
            return "\(part(0..<8))-\(part(8..<12))-8\(part(13..<16))-a\(part(17..<20))-\(part(20..<32))"
        }
    }
}
