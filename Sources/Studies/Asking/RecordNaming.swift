import Ecosystem
import Reporting

/// Writes the names of records where a report of a supply network says their ids: firms, sectors and regions of a network
/// that was rebuilt from a data package bear the ids of its records; stand-ins of real firms are called so. Results keep the ids.
struct RecordNaming {
    private let model: EcosystemModel

    init(_ model: EcosystemModel) { self.model = model }

    /// The draft with names; cells that hold nothing but an id become links.
    func named(_ draft: ReportDraft) -> ReportDraft {
        var draft = draft
        draft.title = text(draft.title)
        draft.answer = text(draft.answer)
        draft.blocks = draft.blocks.map(named)
        return draft
    }

    private func named(_ block: Block) -> Block {
        switch block {
        case .heading(let words): return .heading(text(words))
        case .figures(let figures):
            return .figures(
                figures.map { figure in
                    var figure = figure
                    figure.label = text(figure.label)
                    figure.value = value(figure.value)
                    return figure
                })
        case .table(let table): return .table(named(table))
        case .picture(var picture):
            // Ends of a drawn network are told apart by their words, and two records may bear one name.
            if case .network = picture.drawing { return block }
            picture.table = named(picture.table)
            return .picture(picture)
        case .note(var note):
            note.title = text(note.title)
            note.text = note.text.map(text)
            return .note(note)
        case .method: return block
        }
    }

    private func named(_ table: Table) -> Table {
        var table = table
        table.title = text(table.title)
        table.caption = table.caption.map(text)
        for column in table.columns.indices {
            table.columns[column].title = text(table.columns[column].title)
        }
        for row in table.rows.indices {
            for column in table.rows[row].indices {
                table.rows[row][column].value = value(table.rows[row][column].value)
            }
        }
        return table
    }

    private func value(_ value: Cell.Value) -> Cell.Value {
        guard case .text(let words) = value else { return value }
        if words.en == words.zh, let record = record(words.en) { return .links([Cell.Link(record)]) }
        return .text(text(words))
    }

    private func record(_ id: String) -> Record? {
        guard id.utf8.contains(UInt8(ascii: ".")), let record = model.record(id: id) else { return nil }
        return record.kind == .paragraph ? nil : record
    }

    /// What an id is called: the name of its record, or that it is a stand-in.
    private func name(_ id: String) -> Localized? {
        if let number = SupplyNetwork.standInNumber(id) {
            return Localized("stand-in \(number)", "替身企业\(number)")
        }
        return record(id)?.name
    }

    private func text(_ words: Localized) -> Localized {
        Localized(text(words.en, .en), text(words.zh, .zh))
    }

    /// A text with the names of the ids in it: an id has letters, digits, `.`, `_` and `-`, and a point inside.
    private func text(_ words: String, _ language: Language) -> String {
        guard words.utf8.contains(UInt8(ascii: ".")) else { return words }
        var parts: [(text: Substring, isName: Bool)] = []
        var rest = Substring(words)
        while let first = rest.first {
            let isToken = RecordNaming.isOfID(first)
            let end = rest.firstIndex { RecordNaming.isOfID($0) != isToken } ?? rest.endIndex
            let part = rest[..<end]
            rest = rest[end...]
            // A point at the end may close the sentence.
            let id = part.hasSuffix(".") ? part.dropLast() : part
            if isToken, let name = name(String(id)) {
                parts.append((Substring(name[language]), true))
                if id.endIndex < part.endIndex { parts.append((".", false)) }
            } else {
                parts.append((part, false))
            }
        }
        guard language == .zh else { return parts.map(\.text).joined() }
        return RecordNaming.closed(parts)
    }

    /// The parts of a Chinese text: a space that set an id apart falls where Chinese characters stand on both sides.
    private static func closed(_ parts: [(text: Substring, isName: Bool)]) -> String {
        var out = ""
        var wasName = false
        for part in parts {
            var text = part.text
            if part.isName, out.hasSuffix(" "), isHan(out.dropLast().last), isHan(text.first) {
                out.removeLast()
            }
            if wasName, text.first == " ", isHan(out.last), isHan(text.dropFirst().first) {
                text.removeFirst()
            }
            out += text
            wasName = part.isName
        }
        return out
    }

    private static func isOfID(_ character: Character) -> Bool {
        character.isASCII && (character.isLetter || character.isNumber || "._-".contains(character))
    }

    private static func isHan(_ character: Character?) -> Bool {
        character?.unicodeScalars.first.map { (0x4E00...0x9FFF).contains($0.value) } ?? false
    }
}
