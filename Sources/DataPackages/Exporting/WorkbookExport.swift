import Ecosystem
import Sheets

/// A model as a workbook: a sheet `package` about the package, then a sheet a table.
enum WorkbookExport {
    /// The sheet that holds what the package says about itself.
    static let identitySheet = "package"

    static func write(_ model: EcosystemModel, to path: String) throws {
        try DataPackageError.wrapping(path) {
            try XLSXWriter.write(to: path, properties: properties(model)) { try fill($0, model) }
        }
    }

    static func bytes(_ model: EcosystemModel) throws -> [UInt8] {
        try DataPackageError.wrapping(nil) {
            try XLSXWriter.bytes(properties: properties(model)) { try fill($0, model) }
        }
    }

    private static func properties(_ model: EcosystemModel) -> XLSXProperties {
        XLSXProperties(title: model.identity.title.zh, comment: "fingerprint \(model.fingerprint)")
    }

    private static func fill(_ workbook: XLSXWriter, _ model: EcosystemModel) throws {
        try workbook.sheet(
            identitySheet, columns: [XLSXColumn("key", width: 16), XLSXColumn("value", width: 60)]
        ) {
            for (key, value) in IdentityText.pairs(model.identity) { try $0.row([key, value]) }
        }
        for kind in EcosystemSchema.all.map(\.kind) where model.count(of: kind) > 0 {
            let columns = TableLayout.columns(of: kind, in: model)
            let schema = EcosystemSchema.schema(of: kind)
            let isNumeric = columns.map { column in
                switch schema.field(column.name)?.type {
                case .number, .integer, .longitude, .latitude: true
                default: false
                }
            }
            try workbook.sheet(kind.table, columns: columns.map { XLSXColumn($0.name.rawValue) }) { sheet in
                try model.forEachRow(of: kind) { row in
                    try sheet.row(
                        columns.enumerated().map { index, column in
                            value(row[column.position], isNumeric: isNumeric[index])
                        })
                }
            }
        }
    }

    /// A number where the cell gives the same text back, else text; nothing ever becomes a formula.
    private static func value(_ text: String, isNumeric: Bool) -> XLSXValue {
        if text.isEmpty { return .blank }
        guard isNumeric, text.utf8.count <= 15 else { return .text(text) }
        if let whole = Int(text), String(whole) == text { return .integer(whole) }
        // Fifteen significant digits are what a spreadsheet program keeps.
        let digits = text.utf8.reduce(0) { $0 + ($1 >= 0x30 && $1 <= 0x39 ? 1 : 0) }
        guard digits <= 15, !text.contains("e"), !text.contains("E"), let number = Double(text),
            number.magnitude >= 1e-4, !text.hasSuffix("0"), String(number) == text
        else { return .text(text) }
        return .number(number)
    }
}
