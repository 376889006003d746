import Ecosystem
import Reporting

/// Names for measures and for those whom they are about.
struct MeasureLabels {
    private let result: Mitigate.Result
    private let model: EcosystemModel
    private let byID: [String: Mitigate.Result.Measure]

    init(_ result: Mitigate.Result, _ model: EcosystemModel) {
        (self.result, self.model) = (result, model)
        byID = Dictionary(
            (result.measures + result.kinds.flatMap(\.measures)).map { ($0.id, $0) },
            uniquingKeysWith: { first, _ in first })
    }

    /// What a loss is counted in.
    var loss: Localized {
        if let money = result.money {
            return result.hasMargins
                ? Localized("\(money.en) of value added", "\(money.zh)增加值")
                : Localized("\(money.en) of sales", "\(money.zh)销售")
        }
        return result.hasMargins ? Localized("margin", "毛利") : Localized("units", "件数")
    }

    /// Whose loss is weighed: that of what was asked to stop, or of any disruption.
    var subject: Localized {
        result.stop == nil
            ? Localized("the expected loss of a disruption", "一次停产的预期损失")
            : Localized("the loss of this stop", "此次停摆的损失")
    }

    /// That nothing has to be done.
    var nothingLost: Localized {
        result.stop == nil
            ? Localized("No disruption costs anything: nothing has to be bought.", "任何停产都不造成损失：无需投入。")
            : Localized(
                "This stop costs no sales at the end of the chain before it is over: stocks and other makers bridge it. Nothing has to be bought.",
                "此次停摆结束之前，产业链末端的销售不受损失：库存与其他企业足以弥补。无需投入。")
    }

    /// What was asked to stop, in words.
    var stop: Localized? {
        guard let stop = result.stop else { return nil }
        func number(_ value: Double) -> String {
            NumberWording.text(FigureNumber(value, decimals: value == value.rounded() ? 0 : 2))
        }
        let names = stop.what.map { Disrupt.words(what: $0, in: model) }
        let (days, back) = (number(stop.days), number(stop.recovery))
        let depth = stop.depth < 1 ? number(stop.depth * 100) : nil
        return Localized(
            "\(names.map(\.en).joined(separator: "; ")): \(depth.map { "\($0) % down " } ?? "")for \(days) days, back in \(back)",
            "\(names.map(\.zh).joined(separator: "；"))：停摆\(depth.map { " \($0)%，为期" } ?? "") \(days) 天，\(back) 天内恢复"
        )
    }

    /// An answer, which says first what was asked to stop.
    func about(_ answer: Localized) -> Localized {
        guard let stop else { return answer }
        return Localized("\(stop.en). \(answer.en)", "\(stop.zh)。\(answer.zh)")
    }

    /// Whose loss a disruption is: a firm's or group's name, or what was asked to stop.
    func disrupted(_ scenario: String) -> Localized { stop ?? name(scenario) }

    /// A firm's name, or that of a group: its segment and its place.
    func name(_ id: String) -> Localized { GroupedNetwork.name(id, model) }

    /// Whom a measure is about.
    func site(_ measure: Mitigate.Result.Measure) -> Localized {
        let place =
            measure.firm.map(name)
            ?? (measure.id.hasPrefix("supplier:") ? name(String(measure.id.dropFirst(9))) : nil)
        guard !measure.customers.isEmpty else { return place ?? Localized(same: measure.id) }
        let whom = measure.customers.prefix(4).map(name)
        let more = measure.customers.count > 4 ? ", …" : ""
        let start = place ?? Localized("", "")
        let arrow = place == nil ? "→ " : " → "
        return Localized(
            start.en + arrow + whom.map(\.en).joined(separator: "; ") + more,
            start.zh + arrow + whom.map(\.zh).joined(separator: "、") + (more.isEmpty ? "" : "……"))
    }

    /// How much of what, in the money of the network where a measure is of money.
    func amount(_ measure: Mitigate.Result.Measure) -> Localized {
        let size = measure.amount.magnitude
        let number = NumberWording.text(
            FigureNumber(measure.amount, decimals: size >= 100 || size == 0 ? 0 : size >= 0.1 ? 2 : 4))
        guard result.money != nil else { return Localized(same: number) }
        return switch measure.kind {
        case "stock": Localized("\(number) more", "多 \(number)")
        case "recovery": Localized("back after \(number) weeks", "\(number) 周后恢复")
        default: Localized("\(number) a week", "每周 \(number)")
        }
    }

    /// The column of ``amount(_:)``.
    var amountColumn: Table.Column {
        Table.Column("amount", Localized("How much", "多少"), unit: result.money)
    }

    /// A set of measures in words.
    func names(_ ids: [String]) -> Localized {
        guard result.isGenerated else { return Localized(same: ids.joined(separator: ", ")) }
        let all = ids.compactMap { id in byID[id].map(short) }
        return Localized(all.map(\.en).joined(separator: "; "), all.map(\.zh).joined(separator: "；"))
    }

    /// The first five of what a finding concerns.
    func named(_ finding: Mitigate.Result.Finding) -> Localized? {
        let names = finding.items.prefix(5).map { id in byID[id].map(short) ?? name(id) }
        guard !names.isEmpty else { return nil }
        let more = finding.count > 5
        return Localized(
            names.map(\.en).joined(separator: "; ") + (more ? "; …" : ""),
            names.map(\.zh).joined(separator: "；") + (more ? "……" : ""))
    }

    private func short(_ measure: Mitigate.Result.Measure) -> Localized {
        let kind = Mitigate.words(measure.kind)
        let place =
            measure.firm.map(name)
            ?? (measure.id.hasPrefix("supplier:")
                ? name(String(measure.id.dropFirst(9))) : Localized(same: measure.id))
        return Localized("\(kind.en): \(place.en)", "\(kind.zh)：\(place.zh)")
    }
}
