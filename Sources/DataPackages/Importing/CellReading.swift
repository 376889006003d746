import Ecosystem
import Foundation

/// Brings the cells of foreign tables to the form of a package, where only one reading is possible; anything else is
/// left as it is, for the check to judge.
enum CellReading {
    /// The text of a cell for a field.
    static func value(_ text: String, for field: Field) -> String {
        let trimmed = text.trimmingCharacters(in: .whitespacesAndNewlines)
        guard !trimmed.isEmpty else { return "" }
        switch field.type {
        case .text, .phrase, .phrases, .name: return text == trimmed ? text : trimmed
        case .id, .reference, .references: return list(trimmed, isList: field.type.isList)
        case .code(let vocabulary): return code(trimmed, vocabulary)
        case .codes(let vocabulary):
            return parts(trimmed).map { code($0, vocabulary) }.joined(separator: ";")
        case .number, .integer, .longitude, .latitude: return NumberText.plain(trimmed) ?? trimmed
        case .date: return date(trimmed)
        case .period: return trimmed
        case .unit: return UnitRegister.unit(trimmed)?.key ?? trimmed
        case .qualifier: return Qualifier(reading: trimmed)?.rawValue ?? trimmed
        case .boolean:
            switch trimmed.lowercased() {
            case "yes", "y", "true", "是", "1": return "yes"
            case "no", "n", "false", "否", "0": return "no"
            default: return trimmed
            }
        case .identifier: return trimmed
        }
    }

    /// The parts of a list in people's tables: `;`, `；` and `、` separate.
    static func parts(_ text: String) -> [String] {
        text.split { $0 == ";" || $0 == "；" || $0 == "、" }.map { $0.trimmingCharacters(in: .whitespaces) }
            .filter {
                !$0.isEmpty
            }
    }

    private static func list(_ text: String, isList: Bool) -> String {
        isList ? parts(text).joined(separator: ";") : text
    }

    private static func code(_ text: String, _ vocabulary: Vocabulary) -> String {
        if vocabulary.contains(text) { return text }
        let folded = HeaderText.normalized(text)
        for term in vocabulary.terms {
            for word in [term.code, term.label.en, term.label.zh] where HeaderText.normalized(word) == folded
            {
                return term.code
            }
        }
        return text
    }

    private static func date(_ text: String) -> String {
        // A spreadsheet's date at midnight carries no time; one with a time is not a date of the model.
        switch CalendarPoint(reading: text) {
        case .some(.year(let year)): return CalendarPoint.year(year).text
        case .some(let point):
            if case .quarter = point { return text }
            return point.text
        case nil: return text
        }
    }
}
