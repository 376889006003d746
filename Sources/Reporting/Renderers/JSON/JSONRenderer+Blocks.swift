import Ecosystem

extension JSONRenderer {
    /// A block as data; `type` says which: `heading`, `figures`, `table`, `note`, `method`, or a kind of picture.
    func value(of block: Block) -> JSONValue {
        switch block {
        case .heading(let title): .object(["type": .string("heading"), "title": Self.value(title)])
        case .figures(let figures):
            .object(["type": .string("figures"), "figures": .array(figures.map { Self.value($0) })])
        case .table(let table): Self.value(table, type: "table", further: [:])
        case .picture(let picture):
            Self.value(
                picture.table, type: picture.drawing.kind,
                further: [
                    "drawing": Self.value(picture.drawing), "highlight": Self.value(picture.highlight),
                ])
        case .note(let note):
            .object([
                "type": .string("note"), "level": .string(note.level.rawValue),
                "title": Self.value(note.title),
                "text": note.text.map(Self.value) ?? .null, "origin": Self.value(note.origin),
            ])
        case .method(let method):
            .object([
                "type": .string("method"), "text": Self.value(method.text),
                "formula": Self.value(method.formula),
                "literature": .array(method.literature.map { .string($0) }),
                "limits": method.limits.map(Self.value) ?? .null,
            ])
        }
    }

    private static func value(_ figure: Figure) -> JSONValue {
        var members: [String: JSONValue] = [
            "label": value(figure.label), "value": value(figure.value),
            "unit": figure.unit.map(value) ?? .null,
            "period": figure.period.map(value) ?? .null, "origin": value(figure.origin),
        ]
        if let meaning = figure.meaning { members["meaning"] = value(meaning) }
        return .object(members)
    }

    private static func value(_ table: Table, type: String, further: [String: JSONValue]) -> JSONValue {
        let columns = table.columns.map { column in
            JSONValue.object([
                "id": .string(column.id), "title": value(column.title),
                "unit": column.unit.map(value) ?? .null,
                "kind": .string(column.kind.rawValue),
            ])
        }
        let members: [String: JSONValue] = [
            "type": .string(type), "id": .string(table.id), "title": value(table.title),
            "caption": table.caption.map(value) ?? .null, "columns": .array(columns),
            "rows": .array(table.rows.map { .array($0.map { value($0) }) }),
            "weakestBasis": value(table.weakestBasis?.rawValue),
        ]
        return .object(members.merging(further) { first, _ in first })
    }

    private static func value(_ cell: Cell) -> JSONValue {
        guard case .object(var members) = value(cell.value) else { return .null }
        if let origin = cell.origin { members["origin"] = value(origin) }
        if let printed = cell.printed { members["printed"] = value(printed) }
        return .object(members)
    }

    static func value(_ value: Cell.Value) -> JSONValue {
        switch value {
        case .text(let text): .object(["kind": .string("text"), "text": Self.value(text)])
        case .number(let number):
            .object([
                "kind": .string("number"), "value": .number(number.value),
                "decimals": .integer(number.decimals), "qualifier": .string(number.qualifier),
            ])
        case .links(let links):
            .object([
                "kind": .string("links"),
                "links": .array(
                    links.map { link in
                        .object([
                            "id": .string(link.id), "kind": .string(link.kind.rawValue),
                            "text": Self.value(link.text),
                        ])
                    }),
            ])
        case .missing(let why): .object(["kind": .string("missing"), "text": Self.value(why)])
        }
    }

    static func value(_ origin: Origin?) -> JSONValue {
        guard let origin else { return .null }
        return .object([
            "basis": .string(origin.basis.rawValue), "state": .string(origin.state.rawValue),
            "paragraphs": .array(origin.paragraphs.map { .string($0) }),
            "records": .array(origin.records.map { .string($0) }), "note": origin.note.map(value) ?? .null,
        ])
    }

    private static func value(_ drawing: Picture.Drawing) -> JSONValue {
        func name(_ text: String?) -> JSONValue { value(text) }
        func names(_ texts: [String]) -> JSONValue { .array(texts.map { .string($0) }) }
        return switch drawing {
        case .series(let time, let values, let group):
            .object(["time": name(time), "values": names(values), "group": name(group)])
        case .bars(let bar, let values): .object(["name": name(bar), "values": names(values)])
        case .heatmap(let row, let column, let value):
            .object(["row": name(row), "column": name(column), "value": name(value)])
        case .sankey(let from, let to, let value):
            .object(["from": name(from), "to": name(to), "value": name(value)])
        case .network(let from, let to, let label):
            .object(["from": name(from), "to": name(to), "label": name(label)])
        case .map(let point, let longitude, let latitude, let kind):
            .object([
                "name": name(point), "longitude": name(longitude), "latitude": name(latitude),
                "kind": name(kind),
            ])
        case .bands(let time, let quantiles, let scale):
            .object([
                "time": name(time), "quantiles": names(quantiles), "scale": name(scale.rawValue),
            ])
        case .mapOverTime(let time, let areas):
            .object([
                "time": name(time), "values": names(areas.map(\.column)),
                "regions": names(areas.map(\.region)),
            ])
        case .scatter(let point, let x, let y, let group, let ranges, let scale):
            .object([
                "name": name(point), "x": name(x), "y": name(y), "group": name(group),
                "ranges": ranges.map { names($0.columns) } ?? .null, "scale": name(scale.rawValue),
            ])
        case .timeline(let start, let end, let event, let lane):
            .object(["start": name(start), "end": name(end), "name": name(event), "lane": name(lane)])
        }
    }
}
