import Ecosystem
import Reporting

/// The blocks of an answer about times to survive.
struct TimeToSurvivePage {
    private let result: TimeToSurvive.Result
    private let rows: Int
    private let model: EcosystemModel
    /// Places in `result.disruptions`: the largest loss first, then the shortest time.
    private let order: [Int]
    private let origin: Origin

    init(_ result: TimeToSurvive.Result, rows: Int, _ model: EcosystemModel) {
        self.result = result
        self.model = model
        self.rows = rows
        order = result.disruptions.indices.sorted { left, right in
            let (one, other) = (result.disruptions[left], result.disruptions[right])
            return (-(one.loss ?? 0), one.tts ?? .infinity, left) < (
                -(other.loss ?? 0), other.tts ?? .infinity, right
            )
        }
        origin = Origin(
            basis: result.basis ?? .declared,
            note: Localized(
                "computed from the network given as \(result.network ?? "")",
                "由所给网络 \(result.network ?? "") 计算"))
    }

    private var unit: Localized { TimeToSurvive.unitWords(result.unit) }
    private var who: Table.Column {
        .words(
            "scenario", result.isGrouped ? "Makers" : result.everyFirmAlone ? "Firm" : "Scenario",
            result.isGrouped ? "企业群体" : result.everyFirmAlone ? "企业" : "情景")
    }
    private var lossTitle: (String, String) {
        if result.money != nil {
            return result.hasMargins ? ("Value added lost", "损失增加值") : ("Sales lost", "损失销售")
        }
        return result.hasMargins ? ("Margin lost", "损失毛利") : ("Units lost", "损失件数")
    }

    /// The cell of a firm or group; names of groups are put together, records are named when the report is laid out.
    private func who(_ id: String) -> Cell {
        result.isGrouped ? .text(GroupedNetwork.name(id, model)) : .text(id)
    }
    private func named(_ id: String) -> Localized {
        result.isGrouped ? GroupedNetwork.name(id, model) : Localized(same: id)
    }

    private func amount(_ value: Double) -> FigureNumber {
        FigureNumber(value, decimals: value == 0 || value.magnitude >= 100 ? 0 : 2)
    }

    private func time(_ value: Double) -> FigureNumber { FigureNumber(value, decimals: value >= 100 ? 0 : 1) }

    private func survival(_ disruption: TimeToSurvive.Result.Disruption) -> Cell {
        disruption.tts.map { Cell(.number(time($0)), origin: origin) }
            ?? .text(Localized("without end", "无限期"), origin: origin)
    }

    private func known(_ value: Double?, _ number: (Double) -> FigureNumber) -> Cell {
        value.map { Cell(.number(number($0)), origin: origin) } ?? .unknown
    }

    var answer: Localized {
        let count = result.disruptions.count.words
        let noun =
            result.isGrouped
            ? Localized("groups of firms", "组企业")
            : result.everyFirmAlone ? Localized("firms", "家企业") : Localized("scenarios", "个情景")
        guard let worst = order.first.map({ result.disruptions[$0] }) else {
            return Localized("There is nothing that stops.", "没有停产情景。")
        }
        guard result.disruptions.contains(where: { $0.exposed != nil }) else {
            let shortest = result.disruptions.min { ($0.tts ?? .infinity) < ($1.tts ?? .infinity) }
            guard let shortest, let tts = shortest.tts else {
                return Localized(
                    "None of \(count) \(noun.en) is needed to meet demand.", "\(count) \(noun.zh)均非满足需求所必需。")
            }
            let time = TimeToSurvive.time(tts, result.unit)
            return Localized(
                "Demand survives shortest without \(named(shortest.scenario).en): \(time.en). How long firms take to recover is not known.",
                "缺少 \(named(shortest.scenario).zh) 时需求可支撑最短：\(time.zh)。企业恢复时间未知。")
        }
        guard !result.exposed.isEmpty else {
            return Localized(
                "None of \(count) \(noun.en) is exposed: each is back before demand is missed.",
                "\(count) \(noun.zh)停产后都能在需求落空之前恢复。")
        }
        let loss = NumberWording.text(amount(worst.loss ?? 0))
        let time = worst.tts.map { TimeToSurvive.time($0, result.unit) } ?? Localized("", "")
        let recovery = worst.ttr.map { TimeToSurvive.time($0, result.unit) } ?? Localized("", "")
        return Localized(
            "\(result.exposed.count.words) of \(count) \(noun.en) are exposed. The gravest is \(named(worst.scenario).en): demand survives \(time.en), "
                + "recovery takes \(recovery.en), \(lost(loss).en).",
            "\(count) \(noun.zh)中有 \(result.exposed.count.words) \(result.isGrouped ? "组" : result.everyFirmAlone ? "家" : "个")停产后需求撑不到其恢复。最严重的是 \(named(worst.scenario).zh)："
                + "需求可支撑 \(time.zh)，恢复需 \(recovery.zh)，\(lost(loss).zh)。")
    }

    /// How much is lost, in words.
    private func lost(_ amount: String) -> Localized {
        if let money = result.money {
            return result.hasMargins
                ? Localized("value added of \(amount) × \(money.en) is lost", "损失增加值 \(amount) \(money.zh)")
                : Localized("sales of \(amount) × \(money.en) are lost", "损失销售 \(amount) \(money.zh)")
        }
        return result.hasMargins
            ? Localized("\(amount) of margin are lost", "损失毛利 \(amount)")
            : Localized("\(amount) units are lost", "损失 \(amount) 件")
    }

    var figures: [Figure] {
        let known = result.disruptions.contains { $0.exposed != nil }
        var figures = [
            Figure(
                Localized("Exposed", "撑不到恢复"),
                known ? .number(FigureNumber(result.exposed.count)) : .missing(Localized("unknown", "未知")),
                origin: known ? origin : nil,
                meaning: Localized("recovery takes longer than demand survives", "恢复时间长于可支撑时间"))
        ]
        if let shortest = result.disruptions.compactMap(\.tts).min() {
            figures.append(
                Figure(
                    Localized("Shortest time to survive", "最短可支撑时间"), .number(time(shortest)), unit: unit,
                    origin: origin))
        }
        if let loss = result.disruptions.compactMap(\.loss).max() {
            figures.append(
                Figure(
                    result.money != nil
                        ? Localized("Largest: \(lossTitle.0.lowercased())", "最大\(lossTitle.1)")
                        : Localized(
                            result.hasMargins ? "Largest loss of margin" : "Largest loss of units",
                            result.hasMargins ? "最大毛利损失" : "最大件数损失"),
                    .number(amount(loss)), unit: result.money, origin: origin))
        }
        figures.append(
            Figure(
                Localized("When nothing stops", "没有停产时"),
                result.undisturbed.map { .number(time($0)) } ?? .text(Localized("without end", "无限期")),
                unit: result.undisturbed == nil ? nil : unit, origin: origin))
        figures.append(Figure(Localized("Firms", "企业"), .number(FigureNumber(result.firms)), origin: origin))
        figures.append(
            Figure(
                Localized("of these with a demand", "其中有需求"), .number(FigureNumber(result.products)),
                origin: origin))
        return figures
    }

    /// The exposed with the largest loss: time to survive against time to recover.
    var times: Picture? {
        let shown = order.map { result.disruptions[$0] }.filter { $0.tts != nil && $0.ttr != nil }.prefix(
            min(rows, 20))
        guard !shown.isEmpty else { return nil }
        let table = Table(
            "times", Localized("Time to survive and time to recover", "可支撑时间与恢复时间"),
            caption: Localized(
                "the gravest first; exposed where recovery takes longer", "按损失由大到小；恢复时间更长的撑不到恢复"),
            columns: [
                who, .numbers("tts", "Survives", "可支撑", unit: unit),
                .numbers("ttr", "Recovers", "恢复", unit: unit),
            ],
            rows: shown.map {
                [who($0.scenario), known($0.tts, time), known($0.ttr, time)]
            })
        return Picture(.bars(name: "scenario", values: ["tts", "ttr"]), table)
    }

    private func table(_ id: String, _ title: Localized, _ places: [Int]) -> Table {
        var columns = [Table.Column.numbers("rank", "Rank", "名次"), who]
        if result.everyFirmAlone { columns.append(.words("sector", "Makes", "物料")) }
        columns += [
            .numbers("tts", "Survives", "可支撑", unit: unit), .numbers("ttr", "Recovers", "恢复", unit: unit),
            .numbers("loss", lossTitle.0, lossTitle.1, unit: result.money),
            .numbers("rei", "Exposure index", "暴露指数"),
            .words("short_first", "Short first", "最先短缺"),
        ]
        let shown = places.prefix(rows)
        return Table(
            id, title,
            caption: .first(shown.count, of: places.count),
            columns: columns,
            rows: shown.enumerated().map { rank, place in
                let disruption = result.disruptions[place]
                var row: [Cell] = [.number(rank + 1, origin: origin), who(disruption.scenario)]
                if result.everyFirmAlone { row.append(disruption.sector.map { .text($0) } ?? .unknown) }
                let first = disruption.shortFirst.prefix(3).map(named)
                row += [
                    survival(disruption), known(disruption.ttr, time), known(disruption.loss, amount),
                    known(disruption.rei) { FigureNumber($0, decimals: 3) },
                    first.isEmpty
                        ? .text(Localized("none", "无"))
                        : .text(
                            Localized(
                                first.map(\.en).joined(separator: ", "),
                                first.map(\.zh).joined(separator: result.isGrouped ? "、" : ", "))),
                ]
                return row
            })
    }

    var exposure: Table {
        table(
            "exposure", Localized("Exposed: recovery takes longer than demand survives", "撑不到恢复：恢复时间长于可支撑时间"),
            order.filter { result.disruptions[$0].exposed == true })
    }

    var all: Table {
        let shortest = result.disruptions.indices.sorted { left, right in
            let (one, other) = (result.disruptions[left], result.disruptions[right])
            return (one.tts ?? .infinity, -(one.loss ?? 0), left) < (
                other.tts ?? .infinity, -(other.loss ?? 0), right
            )
        }
        return table("survival", Localized("By time to survive", "按可支撑时间"), shortest)
    }

    /// Firms with a demand by what they lose at most.
    var hits: Table? {
        var worst: [String: (count: Int, units: Double, loss: Double, scenario: String)] = [:]
        for place in order {
            let disruption = result.disruptions[place]
            for hit in disruption.hits {
                let before = worst[hit.firm]
                let isWorse = hit.loss > before?.loss ?? -1
                worst[hit.firm] = (
                    (before?.count ?? 0) + 1, isWorse ? hit.units : before?.units ?? 0,
                    isWorse ? hit.loss : before?.loss ?? 0,
                    isWorse ? disruption.scenario : before?.scenario ?? ""
                )
            }
        }
        guard !worst.isEmpty else { return nil }
        let sorted = worst.sorted { (-$0.value.loss, $0.key) < (-$1.value.loss, $1.key) }
        return Table(
            "hits", Localized("Who loses", "谁受损"),
            caption: Localized("firms with a demand, by their largest loss", "有需求的企业，按其最大损失"),
            columns: [
                .words("firm", "Firm", "企业"), .numbers("count", "Hit by", "受多少情景影响"),
                .numbers(
                    "units", result.money == nil ? "Units lost at most" : "Sales lost at most",
                    result.money == nil ? "最多损失件数" : "最多损失销售", unit: result.money),
                .numbers("loss", lossTitle.0 + " at most", "最多" + lossTitle.1, unit: result.money),
                .words("scenario", "By", "因何"),
            ],
            rows: sorted.prefix(rows).map { firm, hit in
                [
                    who(firm), .number(hit.count, origin: origin), known(hit.units, amount),
                    known(hit.loss, amount),
                    who(hit.scenario),
                ]
            })
    }

    /// Materials by their shortest time to survive.
    var sectors: Table {
        var groups: [String: [Int]] = [:]
        for place in order { groups[result.disruptions[place].sector ?? "", default: []].append(place) }
        func shortest(_ places: [Int]) -> Double {
            places.compactMap { result.disruptions[$0].tts }.min() ?? .infinity
        }
        func loss(_ places: [Int]) -> Double { places.compactMap { result.disruptions[$0].loss }.max() ?? 0 }
        let sorted = groups.sorted { left, right in
            (-loss(left.value), shortest(left.value), left.key) < (
                -loss(right.value), shortest(right.value), right.key
            )
        }
        return Table(
            "materials", Localized("By material", "按物料"),
            columns: [
                .words("sector", "Makes", "物料"), .numbers("firms", "Firms", "企业"),
                .numbers("exposed", "Exposed", "撑不到恢复"),
                .numbers("tts", "Survives at least", "至少支撑", unit: unit),
                .numbers("loss", lossTitle.0 + " at most", "最多" + lossTitle.1, unit: result.money),
            ],
            rows: sorted.prefix(rows).map { name, places in
                let least = shortest(places)
                return [
                    .text(name), .number(places.count, origin: origin),
                    .number(places.count { result.disruptions[$0].exposed == true }, origin: origin),
                    least.isFinite
                        ? Cell(.number(time(least)), origin: origin)
                        : .text(Localized("without end", "无限期"), origin: origin),
                    known(places.compactMap { result.disruptions[$0].loss }.max(), amount),
                ]
            })
    }

    /// Whether those who are paid most are those who matter most.
    var spend: Note? {
        result.spendCorrelation.map { rho in
            let number = NumberWording.text(FigureNumber(rho, decimals: 2))
            return Note(
                .note,
                Localized("Spend and loss: rank correlation \(number)", "采购额与损失的秩相关为 \(number)"),
                Localized(
                    "1 would mean that who is paid most costs most when it stops; near 0 spend tells nothing of risk.",
                    "为 1 则采购额越大的供应商停产损失越大；接近 0 则采购额不反映风险。"), origin: origin)
        }
    }
}
