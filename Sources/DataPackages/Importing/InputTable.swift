import Ecosystem

/// One table of an input file as texts, with the numbers of its rows.
struct InputTable: Sendable {
    /// One row.
    struct Row: Sendable {
        /// Counted from 1; the header is the row that it stands on, mostly 1.
        var number: Int
        var cells: [String]
        /// Positions (from 0) of cells that a spreadsheet program turned into a number beyond fifteen digits.
        var lossy: Set<Int> = []
    }

    /// The name for findings: `file.csv` or `file.xlsx#sheet`.
    var label: String
    /// The name that may say which table it is: the file's stem or the sheet's name.
    var name: String
    /// The file's name without folders.
    var file: String
    var sheet: String?
    var headerRow: Int
    var header: [String]
    var rows: [Row]
}
