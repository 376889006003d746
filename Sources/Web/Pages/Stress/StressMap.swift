import Ecosystem
import Reporting
import Studies

/// The map on which places and ports are picked, and the table that says the same.
///
/// Every area is a link that adds or takes out its place: it works without script.
struct StressMap {
    let page: StressPage

    private var language: Language { page.language }
    private var question: StressQuestion { page.question }

    private struct Place {
        let record: Record
        /// What picking it says; `nil` where no firm is there.
        let choice: DisruptChoice?
        let isChosen: Bool
    }

    var markup: HTML {
        let outline = page.site.outlines[page.package.id]
        let places = places(outline)
        guard places.contains(where: { $0.choice != nil }) else { return .empty }
        let title = Localized("Pick places and ports", "选择地区与港口")
        let sheet = MapSheet(
            id: "pick", label: title + Localized(" (the table below holds the same)", "（下表内容相同）"),
            areas: places.map(area), marks: ports)
        let drawing = MapDrawing(sheet, on: outline, language: language)
        return HTML(
            .figure, .class("chart"), .id("f-pick"), HTML.Attribute("data-drawing", "atlas"),
            HTML.Attribute("data-open", Localized("Stop it, or take it out", "选中或移除")[language])
        ) {
            HTML(.figcaption) {
                HTML(.b) { title[language] }
                HTML(.span) {
                    Localized(
                        "A click adds a place or port, or takes it out. Hatching: no firm there in the numbers used.",
                        "点击即选中或移除。斜线：所用数据中该地没有企业。")[language]
                }
            }
            if let drawing {
                HTML(.div, .class("atlasbox")) { drawing.markup }
                HTML(.ul, .class("key")) {
                    HTML(.li) {
                        HTML(.span, .class("swatch picked"))
                        Localized("stops", "停摆")[language]
                    }
                    HTML(.li) {
                        HTML(.span, .class("swatch none"))
                        Localized("no firm", "没有企业")[language]
                    }
                    if !ports.isEmpty {
                        HTML(.li) {
                            MapSheet.Shape.trapezium.symbol
                            Localized("port", "港口")[language]
                        }
                    }
                }
            }
            table(places, isOpen: drawing == nil)
            if drawing != nil {
                HTML(.div, .class("cf")) {
                    if let outline, drawing?.hasOutline == true {
                        HTML(.p) { outline.shortCaution[language] }
                    } else {
                        HTML(.p) { MapPage.noOutline[language] }
                    }
                }
            }
        }
    }

    /// The divisions of the map, or the regions of a network that has other ones.
    private func places(_ outline: MapOutline?) -> [Place] {
        let units = RegionUnits(page.model, outline).units
        let known = units.contains { page.choices.choice(.region, $0.id) != nil }
        let records =
            known
            ? units
            : page.choices.all.filter { $0.kind == .region }.compactMap { page.model.record(id: $0.id) }
        return records.map { record in
            let choice = page.choices.choice(.region, record.id)
            return Place(
                record: record, choice: choice,
                isChosen: choice.map { question.chosen.contains($0.value) } ?? false)
        }
    }

    private func address(_ choice: DisruptChoice) -> String {
        question.chosen.contains(choice.value)
            ? question.removing(choice.value, choice) : question.adding(choice, isLooking: true)
    }

    private func area(_ place: Place) -> MapSheet.Area {
        MapSheet.Area(
            code: place.record.text("gbt2260") ?? place.record.id, name: place.record.name.onMap,
            lines: [
                place.choice == nil
                    ? Localized("no firm there", "没有企业")
                    : place.isChosen
                        ? Localized("stops; click to take it out", "停摆；点击移除")
                        : Localized("click to stop it", "点击选中")
            ],
            point: page.model.centre(ofRegion: place.record.id), value: place.choice == nil ? nil : 0,
            shade: 0,
            address: place.choice.map(address), isHighlighted: place.isChosen)
    }

    private var ports: [MapSheet.Mark] {
        page.choices.all.filter { $0.kind == .way }.compactMap { choice in
            guard let record = page.model.record(id: choice.id), let point = record.ownPoint else {
                return nil
            }
            let isChosen = question.chosen.contains(choice.value)
            return MapSheet.Mark(
                id: choice.id, name: choice.name,
                lines: [
                    isChosen ? Localized("closed", "已关闭") : Localized("a port that can be closed", "可关闭的港口")
                ],
                point: point, shape: .trapezium, address: address(choice), isHighlighted: isChosen)
        }
    }

    private func table(_ places: [Place], isOpen: Bool) -> HTML {
        HTML(.details, .class("twin"), .flag("open", isOpen)) {
            HTML(.summary) { Localized("The same as a table", "数据表")[language] }
            HTML(
                .div, .class("tbl"), .role("region"), .label(Localized("Places", "地区")[language]),
                HTML.Attribute("tabindex", "0")
            ) {
                HTML(.table, .class("fit"), .id("t-pick")) {
                    HTML(.caption, .class("vh")) { Localized("Places that can stop", "可选地区")[language] }
                    HTML(.thead) {
                        HTML(.tr) {
                            HTML(.th, .scope("col")) { Localized("Place", "地区")[language] }
                            HTML(.th, .scope("col")) { Localized("State", "状态")[language] }
                        }
                    }
                    HTML(.tbody) {
                        for place in places { row(place) }
                        for choice in page.choices.all where choice.kind == .way {
                            HTML(.tr) {
                                HTML(.th, .scope("row")) { choice.name[language] }
                                HTML(.td) { toggle(choice) }
                            }
                        }
                    }
                }
            }
        }
    }

    private func row(_ place: Place) -> HTML {
        HTML(.tr, place.isChosen ? .class("hl") : nil) {
            HTML(.th, .scope("row")) { place.record.name[language] }
            HTML(.td, place.choice == nil ? .class("na") : nil) {
                if let choice = place.choice {
                    toggle(choice)
                } else {
                    Localized("no firm there", "没有企业")[language]
                }
            }
        }
    }

    private func toggle(_ choice: DisruptChoice) -> HTML {
        HTML(.a, .href(address(choice)), HTML.Attribute("rel", "nofollow")) {
            (question.chosen.contains(choice.value)
                ? Localized("take out", "移除") : Localized("stop it", "选中"))[language]
            HTML(.span, .class("vh")) { " " + choice.name[language] }
        }
    }
}
