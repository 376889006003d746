import Ecosystem
import Reporting

/// A finding's firms and their number in words, as notes of networks say them.
struct FindingWords {
    /// The first five of what it concerns; `nil` where nothing is named.
    let named: Localized?
    /// The first five alone, without a sign that there are more.
    let items: String
    private let count: Int

    init(_ finding: FirmRisk.Result.Finding) { self.init(finding.items, count: finding.count) }

    init(_ all: [String], count: Int) {
        self.count = count
        items = all.prefix(5).joined(separator: ", ")
        let more = count > 5 ? Localized(", …", "……") : Localized(same: "")
        named = items.isEmpty ? nil : Localized(items + more.en, items + more.zh)
    }

    /// So many firms of which something holds.
    func firms(_ one: String, _ many: String, _ zh: String) -> Localized {
        Localized(count == 1 ? "1 firm \(one)" : "\(count.words) firms \(many)", "\(count.words) 家企业\(zh)")
    }
}

extension FirmRisk.Result.Missing {
    /// How many organizations are on record.
    var organizationsFigure: Figure { figure("Organizations on record", "有记录的机构", organizations) }

    /// How many supply links are on record.
    var linksFigure: Figure { figure("Supply links on record", "有记录的供应连线", links) }

    /// How many of them have a value.
    var valuesFigure: Figure { figure("of these with a value", "其中有数值", linksWithValue) }

    private func figure(_ en: String, _ zh: String, _ count: Int) -> Figure {
        Figure(Localized(en, zh), .number(FigureNumber(count)), origin: Origin(basis: .counted))
    }
}
