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
