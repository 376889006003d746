import Ecosystem
import Reporting

extension DisruptPage {
    /// What is assumed to come from abroad, in words; `nil` for nothing.
    var abroad: Localized? {
        guard !result.abroad.isEmpty else { return nil }
        return joined(result.abroad.map(words))
    }

    /// Where parts come from that nobody typed: from a table's sectors, which are wider than the segments.
    var abroadOfTable: Note? {
        let found = result.abroad.filter(\.isOfTable)
        guard !found.isEmpty else { return nil }
        let parts = joined(found.map(words))
        return Note(
            .gap, Localized("What comes from abroad is the part of a wider sector", "境外比例取自更宽的部门"),
            Localized(
                "\(parts.en). The table's imports are split over uses in proportion, an estimate; type another part in “From abroad” (imports) where you know it.",
                "\(parts.zh)。表中进口按用途等比例拆分，属估计；若掌握实际比例，请在“来自境外”（imports）中填写。"))
    }

    private func words(_ part: Disrupt.Result.Abroad) -> Localized {
        let name = input.model.name(of: part.sector)
        let share = NumberWording.text(FigureNumber(part.share * 100, decimals: part.share < 0.1 ? 1 : 0))
        var words = Localized("\(name.en) \(share) %", "\(name.zh) \(share)%")
        if let counted = part.counted {
            words = words + Localized(", as of all “\(counted.en)”", "（按“\(counted.zh)”整体计）")
        }
        if let way = part.way {
            let by = input.model.name(of: way)
            words = words + Localized(" by \(by.en)", "，经\(by.zh)")
        }
        return words
    }

    private func joined(_ parts: [Localized]) -> Localized {
        Localized(parts.map(\.en).joined(separator: "; "), parts.map(\.zh).joined(separator: "；"))
    }
}
