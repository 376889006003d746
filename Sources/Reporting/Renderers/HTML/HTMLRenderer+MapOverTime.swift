import Ecosystem

extension HTMLRenderer {
    /// A map at one of several times; `nil` for other drawings and where no area has a place.
    ///
    /// Where the page can be asked for another time, one map stands with a slider, and paper shows three times side by side;
    /// a file that stands alone shows the three.
    func mapOverTime(_ picture: Picture) -> HTML? {
        guard case .mapOverTime(let time, let areas) = picture.drawing,
            let course = MapCourse(picture.table, time: time, areas: areas)
        else { return nil }
        let title = picture.table.columns.first { $0.id == time }?.title ?? Localized("Day", "天")
        let three = course.three.compactMap { place -> HTML? in
            guard
                let drawn = map(
                    course, at: place, picture, "\(picture.table.id)-\(place)", title, size: .small)
            else { return nil }
            return HTML(.div) {
                HTML(.p, .class("when")) { when(title, course.times[place])[language] }
                drawn.markup
            }
        }
        guard !three.isEmpty else { return nil }
        let side = HTML(.div, .class("days")) { three }
        guard let moment = links.moment(of: picture.table.id) else {
            return side + key(picture) + caution(hasOutline(picture, course))
        }
        let shown = moment.asked.map { course.place(near: $0) } ?? course.worst
        guard let drawn = map(course, at: shown, picture, picture.table.id, title, size: .full) else {
            return nil
        }
        return HTML(.div, .class("atlasbox now")) { drawn.markup }
            + HTML(.div, .class("days paper")) { three }
            + slider(course, at: shown, moment, picture, title)
            + key(picture) + caution(drawn.hasOutline)
    }

    private func when(_ title: Localized, _ time: Double) -> Localized {
        let digits = NumberWording.digits(time, decimals: time == time.rounded() ? 0 : 1)
        return title.zh == "天"
            ? Localized("\(title.en) \(digits)", "第 \(digits) 天")
            : Localized("\(title.en) \(digits)", "\(title.zh) \(digits)")
    }

    private func hasOutline(_ picture: Picture, _ course: MapCourse) -> Bool {
        map(course, at: 0, picture, "x", Localized(same: ""), size: .small)?.hasOutline ?? false
    }

    /// The map at a time; areas of the outline that the table does not have are hatched.
    private func map(
        _ course: MapCourse, at place: Int, _ picture: Picture, _ id: String, _ title: Localized,
        size: MapDrawing.Size
    ) -> MapDrawing? {
        let headings = Dictionary(
            picture.table.columns.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
        let short = Dictionary(
            (outline?.divisions ?? []).compactMap { division in division.name.map { (division.code, $0) } },
            uniquingKeysWith: { first, _ in first })
        var areas = course.areas.enumerated().map { number, area -> MapSheet.Area in
            let loss = course.loss(number, at: place)
            let words =
                loss.map { percent in
                    let text = NumberWording.digits(percent, decimals: 1)
                    return Localized("\(text) % lost", "损失 \(text)%")
                } ?? Localized("no record", "无记录")
            return MapSheet.Area(
                code: area.code,
                name: short[area.code] ?? headings[area.column] ?? Localized(same: area.region),
                lines: [when(title, course.times[place]), words], point: area.point,
                value: loss.map { _ in 0 }, shade: loss.map(LossShades.shade) ?? 0,
                place: links.placeClass(ofRegion: area.region),
                address: links.address(of: .region, id: area.region), key: area.column,
                isHighlighted: area.isStruck)
        }
        let known = Set(areas.map(\.code))
        for division in outline?.divisions ?? [] where !known.contains(division.code) {
            areas.append(
                MapSheet.Area(
                    code: division.code, name: division.name ?? Localized(same: ""),
                    lines: [Localized("no record", "无记录")], value: nil, shade: 0))
        }
        return MapDrawing(
            MapSheet(
                id: id, label: picture.table.title + ReportWords.tableBelow, areas: areas, scale: .loss),
            on: outline, language: language, size: size)
    }

    /// The slider is a form, so that it works without script; a script hides its button and shades the map at once.
    private func slider(
        _ course: MapCourse, at place: Int, _ moment: MapMoment, _ picture: Picture, _ title: Localized
    ) -> HTML {
        let id = "at-" + picture.table.id
        func text(_ time: Double) -> String { JSONValue.number(time).text() }
        return HTML(
            .form, .class("slider"), .method("get"), .action(moment.action + "#f-" + picture.table.id)
        ) {
            for item in moment.items { HTML(.input, .type("hidden"), .name(item.0), .value(item.1)) }
            HTML(.output, .for(id)) { when(title, course.times[place])[language] }
            HTML(.label, .class("vh"), .for(id)) { title[language] }
            HTML(
                .input, .id(id), .name(moment.name), .type("range"),
                HTML.Attribute("min", text(course.times.first ?? 0)),
                HTML.Attribute("max", text(course.times.last ?? 0)),
                HTML.Attribute("step", text(course.step)),
                .value(text(course.times[place])))
            HTML(.button, .class("btn"), .type("submit")) { Localized("Show", "显示")[language] }
        }
    }

    private func key(_ picture: Picture) -> HTML {
        HTML(.ul, .class("key")) {
            HTML(.li) {
                HTML(.span, .class("swatch none"))
                Localized("no record", "无记录")[language]
            }
            for shade in 0...LossShades.bounds.count {
                HTML(.li) {
                    HTML(.span, .class("swatch l\(shade)"))
                    LossShades.label(shade)[language]
                }
            }
            if case .mapOverTime(_, let areas) = picture.drawing, areas.contains(where: \.isStruck) {
                HTML(.li) {
                    HTML(.span, .class("swatch struck"))
                    Localized("stops itself", "自身停摆")[language]
                }
            }
        }
    }

    private func caution(_ hasOutline: Bool) -> HTML {
        guard hasOutline, let outline else { return .empty }
        return HTML(.div, .class("cf")) { HTML(.p) { outline.shortCaution[language] } }
    }
}
