import Ecosystem
import InputOutput
import Reporting
import Sheets

/// A table that was given, in the words and numbers that studies of tables share.
struct GivenTable {
    let table: FlowTable
    /// What the balance report says of it.
    let balance: TableBalance

    /// The table of an input.
    ///
    /// - Throws: ``StudyProblem`` where there is none, or none that can be computed with.
    init(_ input: StudyInput, study: String) throws(StudyProblem) {
        guard case .table(let table)? = input.supplied else {
            throw StudyProblem(
                Localized(
                    "\(study) needs a table; name its folder with --table",
                    "研究 \(study) 需要一张表；请用 --table 指定文件夹"),
                parameter: "table")
        }
        try self.init(table)
    }

    /// A table.
    init(_ table: FlowTable) throws(StudyProblem) {
        self.table = table
        balance = TableBalance(table)
        guard balance.canCompute else { throw InterIndustry.problem(of: balance, table) }
    }

    /// How its computed numbers are known: never stronger than derived; whoever gave it vouches for it where it says
    /// nothing itself.
    var basis: Basis { max(table.about.basis ?? .declared, .derived) }

    /// Where computed numbers come from.
    func origin(atBest least: Basis = .derived) -> Origin {
        Origin(
            basis: max(basis, least),
            note: table.about.source ?? Localized("the table “\(table.name)”", "投入产出表“\(table.name)”"))
    }

    /// The unit of money for readers.
    var unit: Localized { table.about.unit ?? Localized("the table's unit", "表内单位") }

    /// The name of a sector by its place.
    func name(_ place: Int) -> Localized { table.about.name(of: table.sectors[place]) }

    /// The name of a sector, a use or an account by its label.
    func name(_ label: FlowTable.Label) -> Localized { table.about.name(of: label) }

    /// A note where numbers are made up or estimated.
    var madeUp: [Block] { Note.madeUp(table.about).map { [.note($0)] } ?? [] }

    /// The findings of the balance report.
    var oddities: [InterIndustry.Oddity] {
        balance.findings.map { finding in
            InterIndustry.Oddity(
                kind: finding.kind.rawValue, weight: finding.weight.rawValue,
                sectors: finding.sectors.map { table.sectors[$0].text }, worst: finding.worst)
        }
    }

    /// The findings of the balance report in words.
    var notes: [Block] {
        balance.findings.map { finding in
            .note(
                Note(
                    finding.weight == .note ? .note : .warning,
                    InterIndustry.words(for: finding, table)))
        }
    }

    /// A CSV file of numbers with labels, as a table folder holds them.
    static func file(
        _ name: String, corner: String, columns: [String], rows: [(label: String, values: [Double])]
    ) -> ReportFile {
        var text = Self.line([corner] + columns)
        for row in rows { text += Self.line([row.label] + row.values.map(Self.text)) }
        return ReportFile(name: name, mediaType: "text/csv; charset=utf-8", bytes: Array(text.utf8))
    }

    /// Twelve digits, as many as the numbers can bear; no exponent for readers of spreadsheets.
    private static func text(_ value: Double) -> String {
        value == value.rounded() && value.magnitude < 1e15 ? String(Int(value)) : "\(value)"
    }

    private static func line(_ cells: [String]) -> String {
        cells.map { cell in
            cell.contains(where: { ",\"\n\r".contains($0) })
                ? "\"" + cell.replacing("\"", with: "\"\"") + "\"" : cell
        }.joined(separator: ",") + "\n"
    }
}
