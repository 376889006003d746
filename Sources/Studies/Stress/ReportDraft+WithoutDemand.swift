import Ecosystem
import Reporting

extension ReportDraft {
    /// The answer on a network that says neither how much is wanted of whom nor that its links are money.
    static func withoutDemand(_ firms: Int, _ title: Localized, _ method: Method) -> ReportDraft {
        ReportDraft(
            title: title,
            answer: Localized(
                "Not known: this network does not say how much is wanted of whom.", "未知：此网络没有说明各企业产品的需求量。"),
            blocks: [
                .figures([
                    Figure(
                        Localized("Firms", "企业"), .number(FigureNumber(firms)),
                        origin: Origin(basis: .counted)),
                    Figure(
                        Localized("Demand, stocks, times to recover", "需求、库存、恢复时间"),
                        .missing(Localized("not given", "未给出"))),
                ]),
                .note(
                    Note(
                        .gap, Localized("What would answer it", "如何作答"),
                        Localized(
                            "For units: firms.csv with demand, and stock, capacity, margin and ttr as far as they are known; links.csv with the units of each "
                                + "input that one unit takes. Where the links are money: set “Values of links” to money (links=money), or let network.json say "
                                + "the unit; demand then follows from sales, and stocks, capacities and times to recover are assumptions that you can set.",
                            "按件数：firms.csv 含 demand 列，并尽可能给出 stock、capacity、margin、ttr；links.csv 为每件所需投入件数。若连线为金额：将“连线数值”设为金额（links=money），"
                                + "或在 network.json 写明单位；需求由销售推算，库存、产能与恢复时间为可设定的假设。"))),
                .method(method),
            ])
    }
}
