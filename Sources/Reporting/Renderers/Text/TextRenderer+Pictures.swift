import Ecosystem

extension TextRenderer {
    /// A picture in a terminal: bars beside their numbers, a heat map as rows and columns, a long course of days at some of
    /// them; everything else, and what does not fit, as its table.
    func lines(of picture: Picture) -> [String] {
        switch picture.drawing {
        case .bars(_, let values):
            return lines(of: picture.table, bars: values.first.flatMap { picture.table.place($0) })
        case .heatmap(let row, let column, let value):
            guard let crossed = picture.table.crossed(row, column, value) else { break }
            // Where all rests on the same, the last line says on what.
            let shown = [crossed] + (crossed.restsOnOneBasis ? [crossed.withoutOrigins] : [])
            guard let fitting = shown.first(where: { grid(of: $0).fitsUnbroken(width) }) else { break }
            return lines(of: fitting, weakest: crossed.weakestBasis)
        case .series(_, let values, nil):
            return lines(of: picture.table.thinned(keeping: values), of: picture.table.rows.count)
        case .bands(_, let quantiles, _):
            return lines(of: picture.table.thinned(keeping: quantiles), of: picture.table.rows.count)
        default: break
        }
        return lines(of: picture.table)
    }
}

extension Table {
    /// A course with more rows than this is shown at some of them.
    private static let longest = 60
    /// About so many.
    private static let shown = 30

    /// Where a column stands.
    fileprivate func place(_ id: String) -> Int? { columns.firstIndex { $0.id == id } }

    /// Whether every cell with an origin rests on the same basis, and none on a paragraph.
    fileprivate var restsOnOneBasis: Bool {
        Set(origins.map(\.basis)).count == 1 && origins.allSatisfy(\.paragraphs.isEmpty)
    }

    fileprivate var withoutOrigins: Table {
        var table = self
        table.rows = rows.map { row in row.map { Cell($0.value) } }
        return table
    }

    /// One row for each value of a column and one column for each of another; `nil` where the table holds anything else, or a
    /// pair twice.
    fileprivate func crossed(_ row: String, _ column: String, _ value: String) -> Table? {
        guard columns.count == 3, let row = place(row), let column = place(column), let value = place(value),
            Set([row, column, value]).count == 3
        else { return nil }
        var names: [Cell.Value] = []
        var heads: [Cell.Value] = []
        var cells: [[Int]: Cell] = [:]
        for cellsOfRow in rows {
            guard cellsOfRow.indices.contains(max(row, column, value)) else { return nil }
            let name = Self.number(cellsOfRow[row].value, &names)
            let head = Self.number(cellsOfRow[column].value, &heads)
            guard cells.updateValue(cellsOfRow[value], forKey: [name, head]) == nil else { return nil }
        }
        let kind = columns[value].kind
        var crossed = self
        crossed.columns =
            [columns[row]]
            + heads.enumerated().map { number, head in
                Column(
                    "c\(number)", Self.title(head), unit: number == 0 ? columns[value].unit : nil, kind: kind)
            }
        crossed.rows = names.enumerated().map { name, value in
            [Cell(value)] + heads.indices.map { cells[[name, $0]] ?? .text(Localized("–", "–")) }
        }
        let across = columns[column].title
        let words = Localized("across: \(across.en)", "横向：\(across.zh)")
        crossed.caption = caption.map { Localized("\($0.en); \(words.en)", "\($0.zh)；\(words.zh)") } ?? words
        return crossed
    }

    /// The place of a value in a list, where it is added if it is new.
    private static func number(_ value: Cell.Value, _ list: inout [Cell.Value]) -> Int {
        if let place = list.firstIndex(of: value) { return place }
        list.append(value)
        return list.count - 1
    }

    private static func title(_ value: Cell.Value) -> Localized {
        switch value {
        case .text(let text), .missing(let text): text
        case .number(let number): Localized(same: NumberWording.text(number))
        case .links(let links): links.first?.text ?? Localized("–", "–")
        }
    }

    /// The first and last row, rows at equal steps between, and those where a value is largest or smallest.
    fileprivate func thinned(keeping values: [String]) -> Table {
        guard rows.count > Self.longest else { return self }
        let step = (rows.count + Self.shown - 1) / Self.shown
        var kept = Set(stride(from: 0, to: rows.count, by: step))
        kept.insert(rows.count - 1)
        for column in values.compactMap({ place($0) }) {
            let numbers = rows.indices.compactMap { row -> (row: Int, value: Double)? in
                guard rows[row].indices.contains(column), case .number(let number) = rows[row][column].value,
                    number.value.isFinite
                else { return nil }
                return (row, number.value)
            }
            if let most = numbers.max(by: { ($0.value, $1.row) < ($1.value, $0.row) }) {
                kept.insert(most.row)
            }
            if let least = numbers.min(by: { ($0.value, $0.row) < ($1.value, $1.row) }) {
                kept.insert(least.row)
            }
        }
        var thinned = self
        thinned.rows = kept.sorted().map { rows[$0] }
        return thinned
    }
}
