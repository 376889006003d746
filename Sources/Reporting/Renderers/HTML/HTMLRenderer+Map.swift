public import Ecosystem

extension HTMLRenderer {
    /// A map of the rows that have a point; `nil` for other drawings and where no row has one.
    ///
    /// Kinds take shapes in the order in which the table names them. Rows without a point are counted in words.
    func map(_ picture: Picture) -> HTML? {
        guard case .map(let nameID, let eastID, let northID, let kindID) = picture.drawing else { return nil }
        let columns = picture.table.columns
        guard let name = columns.firstIndex(where: { $0.id == nameID }),
            let east = columns.firstIndex(where: { $0.id == eastID }),
            let north = columns.firstIndex(where: { $0.id == northID })
        else { return nil }
        let kind = kindID.flatMap { id in columns.firstIndex { $0.id == id } }
        let basis = columns.firstIndex { $0.id == "point_basis" }
        var shapes: [(kind: Localized, shape: MapSheet.Shape)] = []
        var marks: [MapSheet.Mark] = []
        for (number, row) in picture.table.rows.enumerated() where row.count > max(name, east, north) {
            guard case .number(let x) = row[east].value, case .number(let y) = row[north].value,
                let point = GeoPoint(longitude: x.value, latitude: y.value)
            else { continue }
            let word = kind.flatMap { row.indices.contains($0) ? text(of: row[$0].value) : nil }
            let shape = shape(of: word, &shapes)
            var address: String?
            if case .links(let names) = row[name].value, let first = names.first {
                address = links.address(of: first.kind, id: first.id)
            }
            let words = text(of: row[name].value) ?? Localized(same: "")
            let known = basis.flatMap { row.indices.contains($0) ? text(of: row[$0].value) : nil }
            marks.append(
                MapSheet.Mark(
                    id: "\(number)", name: words, lines: [word, known].compactMap { $0 }, point: point,
                    shape: shape,
                    exactness: known.map(Self.isExact) ?? false ? .own : .district, address: address,
                    isHighlighted: picture.highlight.map { $0 == words.en || $0 == words.zh } ?? false))
        }
        guard !marks.isEmpty else { return nil }
        let sheet = MapSheet(
            id: picture.table.id, label: picture.table.title + ReportWords.tableBelow, marks: marks)
        // A few points need no large sheet.
        return HTML.map(
            sheet, on: outline, language, size: marks.count > 12 ? .full : .small,
            legend: shapes.map { ($0.kind, $0.shape) },
            remarks: marks.count == picture.table.rows.count
                ? [] : [ReportWords.withoutPoint(picture.table.rows.count - marks.count)])
    }

    /// The shape of a kind: that of the sites that it names, else the next one that is free.
    private func shape(of kind: Localized?, _ shapes: inout [(kind: Localized, shape: MapSheet.Shape)])
        -> MapSheet.Shape
    {
        guard let kind else { return .circle }
        if let site = MapSheet.Shape(functionsNamed: kind) {
            if !shapes.contains(where: { $0.shape == site }) { shapes.append((site.sites, site)) }
            return site
        }
        if let known = shapes.first(where: { $0.kind == kind }) { return known.shape }
        let free = MapSheet.Shape.allCases.first { shape in !shapes.contains { $0.shape == shape } } ?? .cross
        shapes.append((kind, free))
        return free
    }

    /// Whether words say that a point is the thing's own and no rough one.
    private static func isExact(_ words: Localized) -> Bool {
        ["stated", "declared", "general_knowledge", "synthetic"].contains {
            Vocabulary.pointBasis.label($0) == words
        }
    }

    private func text(of value: Cell.Value) -> Localized? {
        switch value {
        case .text(let text), .missing(let text): text
        case .links(let names): names.isEmpty ? nil : Localized.joined(names.map(\.text))
        case .number(let number): Localized(same: NumberWording.text(number))
        }
    }
}

extension HTML {
    /// A map with its legend and what must stand under it; `nil` where the sheet has nothing to draw.
    public static func map(
        _ sheet: MapSheet, on outline: MapOutline?, _ language: Language, size: MapDrawing.Size = .full,
        legend: [(Localized, MapSheet.Shape)] = [], remarks: [Localized] = []
    ) -> HTML? {
        // Marks on an outline keep its extent, so that the map stays the same whatever is asked.
        var sheet = sheet
        if sheet.areas.isEmpty, let outline {
            let held = Set(sheet.marks.compactMap { outline.division(at: $0.point)?.code })
            sheet.areas = outline.divisions.map { division in
                let isHeld = held.contains(division.code)
                return MapSheet.Area(
                    code: division.code,
                    name: isHeld || size == .full
                        ? division.name ?? Localized(same: "") : Localized(same: ""),
                    value: 0, shade: isHeld ? 1 : 0)
            }
        }
        guard let drawing = MapDrawing(sheet, on: outline, language: language, size: size) else { return nil }
        var words = remarks
        let outside = sheet.marks.count - drawing.shownMarks
        if outside > 0 { words.insert(ReportWords.outsideMap(outside), at: 0) }
        if drawing.hasOutline, let outline {
            words.append(size == .full ? outline.caution : outline.shortCaution)
        }
        return HTML(.div, .class("atlasbox")) { drawing.markup }
            + (legend.isEmpty
                ? .empty
                : HTML(.ul, .class("key")) {
                    for (name, shape) in legend { HTML(.li) { shape.symbol + HTML(text: name[language]) } }
                })
            + (words.isEmpty
                ? .empty
                : HTML(.div, .class("cf")) { for word in words { HTML(.p) { word[language] } } })
    }
}
