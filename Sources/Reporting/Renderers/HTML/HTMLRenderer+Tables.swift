import Ecosystem

extension HTMLRenderer {
    /// A table with its foot: rows, weakest basis, downloads.
    public func table(_ table: Table) -> HTML {
        HTML(.div, .class("tblock")) {
            box(table, Drawn(table))
            foot(table)
        }
    }

    /// A picture: a heat map is woven as a table and a map is drawn; for others the table stands open until a script
    /// draws them, and no empty plot is shown.
    public func picture(_ picture: Picture) -> HTML {
        let table = picture.table
        let woven = loom(picture) ?? map(picture) ?? mapOverTime(picture)
        var attributes: [HTML.Attribute] = [
            .class("chart"), .id("f-" + table.id), HTML.Attribute("data-drawing", picture.drawing.kind),
        ]
        attributes += picture.drawing.columnNames.map { HTML.Attribute($0.name, $0.columns) }
        return HTML(
            .figure, attributes: attributes,
            content: HTML(.figcaption) {
                HTML(.b) { table.title[language] }
                table.caption.map { caption in HTML(.span) { caption[language] } }
            }
                + (woven ?? .empty)
                + HTML(.details, .class("twin"), .flag("open", woven == nil)) {
                    HTML(.summary) { ReportWords.data[language] }
                    box(table, Drawn(picture))
                }
                + foot(table, PictureFormat.fitting(picture)))
    }

    /// What a table shows beyond its cells when it stands for a picture.
    struct Drawn {
        var isPicture = false
        var highlight: String?
        var bars: Int?
        /// Columns with sentences or lists, which need room where there are many columns.
        var long: Set<Int> = []

        init(_ table: Table) {
            if table.columns.count > 6 {
                long = Set(
                    table.columns.indices.filter { column in
                        table.rows.contains {
                            $0.indices.contains(column) && Self.isSentence($0[column].value)
                        }
                    })
            }
            bars = table.bars.flatMap { id in table.columns.firstIndex { $0.id == id } }
        }

        private static func isSentence(_ value: Cell.Value) -> Bool {
            switch value {
            case .text(let words): words.zh.utf8.count > 36
            case .links(let links): links.count > 2
            default: false
            }
        }

        init(_ picture: Picture) {
            self.init(picture.table)
            isPicture = true
            highlight = picture.highlight
            if case .bars(_, let values) = picture.drawing, let first = values.first {
                bars = picture.table.columns.firstIndex { $0.id == first }
            }
        }
    }

    private func box(_ table: Table, _ drawn: Drawn) -> HTML {
        let hasOrigins = table.rows.contains { $0.contains { $0.origin != nil } }
        // A wide table scrolls in its box; only what fits may let its notes hang out.
        let isShort = table.rows.count <= 14 && table.columns.count + (hasOrigins ? 2 : 0) <= 8
        let isNarrow = table.columns.count + (hasOrigins ? 2 : 0) <= 4
        let size = table.columns.count > 7 ? "wide" : isNarrow ? "fit" : ""
        return HTML(
            .div, .class(isShort ? "tbl free" : "tbl"), .role("region"), .label(table.title[language]),
            HTML.Attribute("tabindex", "0")
        ) {
            HTML(.table, .id("t-" + table.id), size.isEmpty ? nil : .class(size)) {
                HTML(.caption, drawn.isPicture ? .class("vh") : nil) {
                    table.title[language]
                    table.caption.map { caption in HTML(.small) { caption[language] } }
                }
                head(table, drawn, hasOrigins)
                HTML(.tbody) { rows(table, drawn, hasOrigins) }
            }
        }
    }

    private func head(_ table: Table, _ drawn: Drawn, _ hasOrigins: Bool) -> HTML {
        let hasUnits = table.columns.contains { $0.unit != nil }
        let barTitle = drawn.bars.map { _ in
            HTML(.th, .scope("col")) { HTML(.span, .class("vh")) { ReportWords.bars[language] } }
        }
        return HTML(.thead) {
            HTML(.tr) {
                for (place, column) in table.columns.enumerated() {
                    title(of: column, table, isLong: drawn.long.contains(place))
                }
                barTitle
                if hasOrigins {
                    HTML(.th, .scope("col"), .class("o")) { ReportWords.basis[language] }
                    HTML(.th, .scope("col"), .class("o")) { ReportWords.source[language] }
                }
            }
            if hasUnits {
                HTML(.tr, .class("u")) {
                    for column in table.columns {
                        HTML(.td, column.kind == .number ? .class("n") : nil) { column.unit?[language] ?? "" }
                    }
                    if drawn.bars != nil { HTML(.td) }
                    if hasOrigins { HTML(.td) + HTML(.td) }
                }
            }
        }
    }

    private func title(of column: Table.Column, _ table: Table, isLong: Bool) -> HTML {
        let sorting = links.sorting(of: table.id).flatMap { $0.column == column.id ? $0 : nil }
        let direction = sorting.map { $0.isDescending ? "descending" : "ascending" }
        return HTML(
            .th, .scope("col"), column.kind == .number ? .class("n") : isLong ? .class("l") : nil,
            HTML.Attribute("data-column", column.id), direction.map { HTML.Attribute("aria-sort", $0) }
        ) {
            if let address = links.sorted(table: table.id, by: column.id) {
                HTML(.a, .class("sort"), .href(address)) {
                    column.title[language]
                    sorting.map { sorting in HTML(.span, .decorative) { sorting.isDescending ? " ↓" : " ↑" } }
                }
            } else {
                column.title[language]
            }
        }
    }

    private func rows(_ table: Table, _ drawn: Drawn, _ hasOrigins: Bool) -> HTML {
        let largest = drawn.bars.map { bar in
            table.rows.reduce(0) { max($0, number($1, bar) ?? 0) }
        }
        return HTML(
            table.rows.map { row in
                let origins = RowOrigins(row, of: table)
                let isMarked = drawn.highlight.map { isNamed($0, row.first?.value) } ?? false
                return HTML(.tr, isMarked ? .class("hl") : nil) {
                    for (index, column) in table.columns.enumerated() {
                        cell(
                            row.indices.contains(index) ? row[index] : .noRecord, column, index, origins,
                            drawn)
                    }
                    if let bars = drawn.bars { bar(number(row, bars), of: largest ?? 0) }
                    if hasOrigins {
                        HTML(.td) { origins.weakest.map { basis(of: $0) } }
                        HTML(.td) { source(origins, of: table) }
                    }
                }
            })
    }

    private func cell(
        _ cell: Cell, _ column: Table.Column, _ index: Int, _ origins: RowOrigins, _ drawn: Drawn
    ) -> HTML {
        var names: [String] = column.kind == .number ? ["n"] : []
        var attributes: [HTML.Attribute] = []
        if case .missing = cell.value { names.append("na") }
        if drawn.isPicture, case .number(let number) = cell.value {
            attributes.append(HTML.Attribute("data-v", JSONValue.number(number.value).text()))
        }
        if index == 0 { attributes.append(.scope("row")) }
        if !names.isEmpty { attributes.append(.class(names.joined(separator: " "))) }
        var content: HTML
        if case .missing(let why) = cell.value {
            content = HTML(text: why[language])
        } else {
            content = value(cell.value)
        }
        if let printed = cell.printed {
            content = HTML(.s, .class("was")) { printed[language] } + HTML(text: " ") + content
        }
        // Where the cells of a row are known in different ways, each number says how.
        if case .number = cell.value, let origin = cell.origin, origins.entries.count > 1,
            origin.basis != origins.entries.map(\.origin.basis).min()
        {
            content = HTML.basisMark(origin.basis, language) + HTML(text: " ") + content
        }
        return HTML(index == 0 ? .th : .td, attributes: attributes, content: content)
    }

    private func bar(_ value: Double?, of largest: Double) -> HTML {
        guard let value, largest > 0 else { return HTML(.td) }
        return HTML(.td, .class("barcell")) { HTML.bar(max(0, value) / largest) }
    }

    private func number(_ row: [Cell], _ index: Int) -> Double? {
        guard row.indices.contains(index), case .number(let number) = row[index].value, number.value.isFinite
        else { return nil }
        return number.value
    }

    private func isNamed(_ name: String, _ value: Cell.Value?) -> Bool {
        switch value {
        case .text(let text): text.en == name || text.zh == name
        case .links(let links): links.contains { $0.id == name || $0.text.en == name || $0.text.zh == name }
        case .number(let number): NumberWording.text(number) == name
        default: false
        }
    }

    private func foot(_ table: Table, _ picture: PictureFormat? = nil) -> HTML {
        let formats: [ReportFormat] = [.csv, .xlsx, .json]
        var files = formats.compactMap { format in
            links.download(table: table.id, as: format).map { address in
                HTML(.a, .href(address)) { format.rawValue.uppercased() }
            }
        }
        if let picture, let address = links.download(picture: table.id, as: picture) {
            files.append(HTML(.a, .href(address)) { picture == .geojson ? "GeoJSON" : "GraphML" })
        }
        let count = ReportWords.rows(table.rows.count)[language]
        let weakest = table.weakestBasis.map { basis in
            HTML(
                text: " · " + ReportWords.weakest[language] + (language == .zh ? "：" : ": ")
                    + basis.label[language])
        }
        return HTML(.div, .class("tfoot")) {
            HTML(.span) { HTML(text: count) + (weakest ?? .empty) }
            if !files.isEmpty {
                let name =
                    ReportWords.download[language] + (language == .zh ? "：" : ": ") + table.title[language]
                HTML(.nav, .label(name)) { files }
            }
        }
    }
}

extension HTML {
    /// A bar in a cell that is filled to a part of its width.
    public static func bar(_ part: Double) -> HTML {
        let width = NumberWording.digits(min(1, max(0, part)) * 100, decimals: 1)
        return HTML(
            .svg, .class("bar"), HTML.Attribute("viewbox", "0 0 100 10"),
            HTML.Attribute("preserveaspectratio", "none"), .decorative
        ) {
            HTML(.rect, .class("bg"), HTML.Attribute("width", "100"), HTML.Attribute("height", "10"))
            HTML(.rect, .class("fg"), HTML.Attribute("width", width), HTML.Attribute("height", "10"))
        }
    }
}

extension Picture.Drawing {
    /// The columns that a drawing reads, as `data-` attributes.
    var columnNames: [(name: StaticString, columns: String)] {
        func some(_ pairs: [(StaticString, String?)]) -> [(name: StaticString, columns: String)] {
            pairs.compactMap { pair in pair.1.map { (pair.0, $0) } }
        }
        return switch self {
        case .series(let time, let values, let group):
            some([("data-time", time), ("data-values", values.joined(separator: " ")), ("data-group", group)])
        case .bars(let name, let values):
            some([("data-name", name), ("data-values", values.joined(separator: " "))])
        case .heatmap(let row, let column, let value):
            some([("data-row", row), ("data-by", column), ("data-value", value)])
        case .sankey(let from, let to, let value):
            some([("data-from", from), ("data-to", to), ("data-value", value)])
        case .network(let from, let to, let label):
            some([("data-from", from), ("data-to", to), ("data-label", label)])
        case .map(let name, let longitude, let latitude, let kind):
            some([
                ("data-name", name), ("data-longitude", longitude), ("data-latitude", latitude),
                ("data-kind", kind),
            ])
        case .bands(let time, let quantiles, let scale):
            some([
                ("data-time", time), ("data-values", quantiles.joined(separator: " ")),
                ("data-scale", scale.rawValue),
            ])
        case .mapOverTime(let time, let areas):
            some([
                ("data-time", time), ("data-values", areas.map(\.column).joined(separator: " ")),
                ("data-bounds", LossShades.bounds.map { JSONValue.number($0).text() }.joined(separator: " ")),
            ])
        case .scatter(let name, let x, let y, let group, let ranges, let scale):
            some([
                ("data-name", name), ("data-x", x), ("data-y", y), ("data-group", group),
                ("data-ranges", ranges.map { $0.columns.joined(separator: " ") }),
                ("data-scale", scale.rawValue),
            ])
        case .timeline(let start, let end, let name, let lane):
            some([("data-start", start), ("data-end", end), ("data-name", name), ("data-lane", lane)])
        }
    }
}
