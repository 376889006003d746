import Ecosystem
import Reporting

extension ReportComparison {
    static func tables(_ left: Report, _ right: Report) -> [TablePair] {
        let (first, second) = (tables(of: left), tables(of: right))
        var pairs: [TablePair] = []
        for table in first {
            if let other = second.first(where: { $0.id == table.id }) {
                pairs.append(compared(table, other))
            } else {
                pairs.append(alone(table, .left))
            }
        }
        for table in second where !first.contains(where: { $0.id == table.id }) {
            pairs.append(alone(table, .right))
        }
        return pairs
    }

    private static func tables(of report: Report) -> [Table] {
        report.blocks.compactMap { block in
            switch block {
            case .table(let table): table
            case .picture(let picture): picture.table
            case .heading, .figures, .note, .method: nil
            }
        }
    }

    /// What stands for a row that only one report has.
    private static let there = Cell.text(Localized("there", "有"))

    private static func alone(_ table: Table, _ side: Side) -> TablePair {
        TablePair(id: table.id, title: table.title, changes: [], equalRows: 0, onlyIn: side)
    }

    /// Rows matched by their leading words; of rows with the same words the first matches the first.
    private static func compared(_ left: Table, _ right: Table) -> TablePair {
        let words = leadingColumns(left, right)
        let keys = keyed(right, words)
        var used: Set<Int> = []
        var changes: [RowChange] = []
        var equal = 0
        for (key, row) in zip(keyed(left, words).list, left.rows) {
            guard let place = keys.places[key] else {
                changes.append(RowChange(row: title(of: row, words), column: nil, left: there, right: nil))
                continue
            }
            used.insert(place)
            let other = right.rows[place]
            let cells = differences(row, left, other, right, words)
            if cells.isEmpty { equal += 1 }
            changes += cells
        }
        for (place, row) in right.rows.enumerated() where !used.contains(place) {
            changes.append(RowChange(row: title(of: row, words), column: nil, left: nil, right: there))
        }
        return TablePair(id: left.id, title: left.title, changes: changes, equalRows: equal, onlyIn: nil)
    }

    /// The words that tell a row from others, as one cell; the last link among them stays a link.
    private static func title(of row: [Cell], _ count: Int) -> Cell {
        var words: [Localized] = []
        var link: Cell.Link?
        for cell in row.prefix(count) {
            switch cell.value {
            case .text(let text): words.append(text)
            case .links(let links):
                words.append(.joined(links.map { Localized(plain($0.text.en), plain($0.text.zh)) }))
                link = links.count == 1 ? links.first : link
            case .number, .missing: continue
            }
        }
        let title = Localized.joined(words, Localized(" · ", " · "))
        guard let link else { return .text(title) }
        return Cell(.links([Cell.Link(title, kind: link.kind, id: link.id)]))
    }

    /// A name without the dots that show its place in a tree.
    private static func plain(_ text: String) -> String { String(text.drop { $0 == "·" || $0 == " " }) }

    private static func differences(
        _ row: [Cell], _ table: Table, _ other: [Cell], _ second: Table, _ words: Int
    )
        -> [RowChange]
    {
        var changes: [RowChange] = []
        for (index, column) in table.columns.enumerated() where row.indices.contains(index) {
            let place = second.columns.firstIndex { $0.id == column.id }
            let cell = place.flatMap { other.indices.contains($0) ? other[$0] : nil }
            if cell?.value != row[index].value {
                changes.append(
                    RowChange(row: title(of: row, words), column: column, left: row[index], right: cell))
            }
        }
        return changes
    }

    /// How many columns of words in front tell the rows of both tables apart; at least one.
    private static func leadingColumns(_ left: Table, _ right: Table) -> Int {
        let words = left.columns.prefix { $0.kind == .text }.count
        for count in 1..<max(2, words + 1) where isUnique(left, count) && isUnique(right, count) {
            return count
        }
        return max(1, words)
    }

    private static func isUnique(_ table: Table, _ count: Int) -> Bool {
        var seen: Set<String> = []
        return table.rows.allSatisfy { seen.insert(key($0, count)).inserted }
    }

    private static func keyed(_ table: Table, _ count: Int) -> (list: [String], places: [String: Int]) {
        var seen: [String: Int] = [:]
        var list: [String] = []
        var places: [String: Int] = [:]
        for (index, row) in table.rows.enumerated() {
            let own = key(row, count)
            seen[own, default: 0] += 1
            let numbered = "\(own)\u{1}\(seen[own] ?? 1)"
            list.append(numbered)
            places[numbered] = index
        }
        return (list, places)
    }

    private static func key(_ row: [Cell], _ count: Int) -> String {
        row.prefix(count).map { cell in
            switch cell.value {
            case .text(let text): text.en
            case .links(let links): links.map(\.id).joined(separator: " ")
            case .number(let number): "\(number.value)"
            case .missing: ""
            }
        }.joined(separator: "\u{2}")
    }
}
