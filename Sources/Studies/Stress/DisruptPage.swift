import Ecosystem
import Reporting

/// The blocks of an answer about a disruption.
struct DisruptPage {
    let result: Disrupt.Result
    let input: StudyInput
    let rows: Int
    let origin: Origin
    let unit: Localized

    static let percentUnit = Localized(same: "%")

    init(_ result: Disrupt.Result, _ input: StudyInput) {
        self.result = result
        self.input = input
        rows = input.parameters.integer("rows") ?? 30
        let name = result.name ?? ""
        origin = Origin(
            basis: max(.estimated, result.basis ?? .declared),
            note: Localized(
                "computed from what was given as \(name), with the assumptions below", "由所给 \(name) 按下列假设推演"))
        if case .table(let table)? = input.supplied, let unit = table.about.unit {
            self.unit = unit
        } else if let unit = result.money {
            self.unit = unit
        } else {
            unit = Localized("units of the values given", "所给数值的单位")
        }
    }

    func percent(_ share: Double) -> FigureNumber {
        let size = abs(share)
        return FigureNumber(
            share * 100, decimals: size >= 0.1 || size < 1e-12 ? 1 : size >= 0.01 ? 2 : size >= 0.001 ? 3 : 5)
    }

    func money(_ value: Double) -> FigureNumber {
        let size = abs(value)
        return FigureNumber(value, decimals: size >= 1_000 ? 0 : size >= 10 ? 1 : 3)
    }

    func share(_ value: Double) -> Cell { Cell(.number(percent(value)), origin: origin) }
    func amount(_ value: Double) -> Cell { Cell(.number(money(value)), origin: origin) }
    func number(_ value: Int) -> Cell { .number(value, origin: origin) }

    func words(_ share: Double) -> Localized {
        let text = NumberWording.text(percent(share))
        return Localized(text + " %", text + "%")
    }

    /// A firm's name: the record's, where the package has one of this id.
    func firm(_ id: String) -> Cell { input.model.linkCell(id) }
}
