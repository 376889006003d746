import Ecosystem
import Reporting

extension Table {
    /// What an answer was assumed on, each with how it is known and why.
    static func assumptions(_ assumptions: [Reconstruct.Result.Assumption]) -> Table {
        Table(
            "assumptions", Localized("What it rests on", "依据与假设"),
            caption: Localized(
                "each can be set; what is estimated is stated by no document", "均可设定；标为估计者文献未述"),
            columns: [
                .words("assumption", "Assumption", "假设"), .words("value", "Value", "取值"),
                .words("basis", "Known as", "依据"), .words("why", "Why", "理由"),
            ],
            rows: assumptions.map { assumption in
                [
                    .text(assumption.label), .text(assumption.value, origin: assumption.origin),
                    .text(assumption.origin.basis.label), .text(assumption.why),
                ]
            })
    }
}
