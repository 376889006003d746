import Ecosystem
import Reporting

/// The small map beside the table of places: what the failure of each place's gravest firm costs.
struct KeystoneMap {
    let page: KeystonesPage
    let report: Report

    private var language: Language { page.language }

    /// Borders of classes in per cent.
    private static let round = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50]

    /// The gravest loss of each place in per cent, by the id of its record.
    private var losses: [String: Double] {
        guard let table = report.table("regions"),
            let column = table.columns.firstIndex(where: { $0.id == "largest" })
        else { return [:] }
        var losses: [String: Double] = [:]
        for row in table.rows where row.count > column {
            guard case .links(let links)? = row.first?.value, let place = links.first,
                case .number(let number) = row[column].value
            else { continue }
            losses[place.id] = number.value
        }
        return losses
    }

    /// The figure; `nil` where no place is on a map.
    var markup: HTML? {
        let losses = losses
        let outline = page.site.outlines[page.package.id]
        let units = RegionUnits(page.package.model, outline).units
        guard let least = losses.values.min(), units.contains(where: { losses[$0.id] != nil }) else {
            return nil
        }
        // The class that holds the least loss begins below it.
        let below = Self.round.last { $0 <= least } ?? 0
        let bounds = Array(
            ([below] + Self.round.filter { bound in bound > least && losses.values.contains { $0 >= bound } })
                .prefix(5))
        let title = Localized("Where the gravest firms are", "影响最大的企业在哪里")
        let sheet = MapSheet(
            id: "keystones", label: title + Localized(" (the table holds the same)", "（表中内容相同）"),
            areas: units.map { unit in
                let loss = losses[unit.id]
                return MapSheet.Area(
                    code: unit.text("gbt2260") ?? unit.id, name: unit.name.onMap,
                    lines: [
                        loss.map { words($0) + Localized(" of all revenue", "（占总收入）") }
                            ?? Localized("no firm there", "没有企业")
                    ],
                    point: unit.ownPoint, value: loss.map { _ in 0 },
                    shade: loss.map { value in bounds.count { $0 <= value } } ?? 0,
                    address: PageLinks(
                        package: page.package.id, run: nil, language: language, site: page.site
                    )
                    .address(of: .region, id: unit.id))
            }, scale: .loss)
        guard let drawing = MapDrawing(sheet, on: outline, language: language, size: .small) else {
            return nil
        }
        return HTML(.figure, .class("chart"), .id("f-places"), HTML.Attribute("data-drawing", "atlas")) {
            HTML(.figcaption) {
                HTML(.b) { title[language] }
                HTML(.span) {
                    Localized(
                        "What the failure of the gravest firm of a place costs; over many networks, the middle one. Hatching: no firm there.",
                        "当地影响最大的企业停产的损失；多网络时取中位数。斜线：没有企业。")[language]
                }
            }
            HTML(.div, .class("atlasbox")) { drawing.markup }
            HTML(.ul, .class("key")) {
                for (place, low) in bounds.enumerated() {
                    HTML(.li) {
                        HTML(.span, .class("swatch l\(place + 1)"))
                        range(low, place + 1 < bounds.count ? bounds[place + 1] : nil)[language]
                    }
                }
            }
            HTML(.div, .class("cf")) {
                HTML(.p) {
                    if let outline, drawing.hasOutline {
                        outline.shortCaution[language]
                    } else {
                        MapPage.noOutline[language]
                    }
                }
            }
        }
    }

    private func digits(_ value: Double) -> String {
        NumberWording.digits(value, decimals: value >= 1 ? 0 : value >= 0.1 ? 1 : 2)
    }

    private func words(_ value: Double) -> Localized {
        let text = NumberWording.digits(value, decimals: value >= 10 ? 1 : 2)
        return Localized(text + " %", text + "%")
    }

    private func range(_ low: Double, _ high: Double?) -> Localized {
        guard let high else { return Localized("\(digits(low)) % or more", "\(digits(low))% 及以上") }
        return Localized("\(digits(low))–\(digits(high)) %", "\(digits(low))%–\(digits(high))%")
    }
}
