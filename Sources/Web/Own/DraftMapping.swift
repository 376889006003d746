import DataPackages
import Ecosystem
import Foundation

/// How a visitor says that the columns of a waiting file are to be read: the choices of a form, kept as a mapping file.
struct DraftMapping: Codable, Equatable {
    /// The choices for one table, as a mapping file writes them.
    struct Table: Codable, Equatable {
        var file: String
        var sheet: String?
        var table: String?
        /// The field of a header; `null` leaves the column out.
        var columns: [String: String?]?
        var coordinateReference: String?
        var leaveOut: Bool?
    }

    var tables: [Table]

    /// Tables and columns that the form shows; those behind them are left to recognition.
    static let tableLimit = 40
    static let columnLimit = 120

    /// No choices.
    init() { tables = [] }

    /// The choices that were kept; none where the text is empty.
    init(_ text: String) {
        self = (try? JSONDecoder().decode(DraftMapping.self, from: Data(text.utf8))) ?? DraftMapping()
    }

    /// The choices that a form sends for the tables of a survey. Words that are no choice count as none.
    init(_ call: Call, survey: ImportSurvey) {
        let fields = call.formFields
        tables = survey.tables.prefix(DraftMapping.tableLimit).enumerated().compactMap { number, table in
            var chosen = Table(file: table.file, sheet: table.sheet)
            let word = fields["t\(number)"] ?? ""
            if word == "-" {
                chosen.leaveOut = true
                return chosen
            }
            let kind = RecordKind(table: word)
            chosen.table = kind?.table
            // Fields that were chosen for another kind say nothing for this one.
            let schema = (kind ?? table.kind).map { EcosystemSchema.schema(of: $0) }
            var columns: [String: String?] = [:]
            for (place, column) in table.columns.prefix(DraftMapping.columnLimit).enumerated() {
                let word = fields["t\(number)c\(place)"] ?? ""
                if word == "-" {
                    columns.updateValue(nil, forKey: column.header)
                } else if let field = schema?.field(FieldName(rawValue: word)) {
                    columns[column.header] = field.name.rawValue
                }
            }
            if !columns.isEmpty { chosen.columns = columns }
            chosen.coordinateReference = CoordinateReference(name: fields["t\(number)r"] ?? "")?.rawValue
            let isEmpty =
                chosen.table == nil && chosen.columns == nil && chosen.coordinateReference == nil
            return isEmpty ? nil : chosen
        }
    }

    /// The mapping file; empty where nothing was chosen.
    var text: String {
        guard !tables.isEmpty else { return "" }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }

    /// The choices for a table.
    func table(_ table: ImportSurvey.Table) -> Table? {
        tables.first { $0.file == table.file && $0.sheet == table.sheet }
    }
}
