import DataPackages
import Ecosystem
import Reporting
import Store

/// The form that says which table a sheet is and which field each column holds.
struct OwnMappingForm {
    let call: Call
    /// The package's address.
    let root: String
    let staged: StagedDraft

    private var language: Language { call.language }
    private var mapping: DraftMapping { DraftMapping(staged.draft.mapping) }

    /// The form, open where something was not recognized.
    var markup: HTML {
        guard !staged.survey.tables.isEmpty else { return .empty }
        let tables = staged.survey.tables.prefix(DraftMapping.tableLimit)
        return HTML(.details, .class("panel map-cols"), .flag("open", needsHand)) {
            HTML(.summary) { HTML(.b) { Localized("Tables and columns", "数据表与列")[language] } }
            HTML(.form, .class("form"), .method("post"), .action("\(root)/own/mapping")) {
                OwnUploadForm.token(call)
                for (number, table) in tables.enumerated() { fields(table, number) }
                HTML(.div, .class("acts")) {
                    OwnUploadForm.button(Localized("Read it so", "按此读取"), language)
                }
            }
        }
    }

    /// Whether nobody knows which table one of the tables is.
    var isUnrecognized: Bool {
        let mapping = mapping
        return staged.survey.tables.contains { $0.kind == nil && mapping.table($0)?.leaveOut != true }
    }

    /// Whether a table or column was left unrecognized and nobody has said what it is.
    private var needsHand: Bool {
        let mapping = mapping
        return staged.survey.tables.contains { table in
            let chosen = mapping.table(table)
            guard chosen?.leaveOut != true else { return false }
            guard table.kind != nil else { return true }
            return table.columns.contains { column in
                column.field == nil && !column.header.isEmpty
                    && chosen?.columns?.keys.contains(column.header) != true
            }
        }
    }

    private func fields(_ table: ImportSurvey.Table, _ number: Int) -> HTML {
        let chosen = mapping.table(table)
        let kind = chosen?.leaveOut == true ? nil : table.kind
        return HTML(.fieldset) {
            HTML(.legend) {
                HTML(.b) { table.label }
                HTML(.span, .class("small muted")) {
                    Localized(" · \(table.rows) rows", " · \(table.rows) 行")[language]
                }
            }
            HTML(.div, .class("form row")) {
                select(
                    "t\(number)", Localized("Table", "数据表"),
                    [("", recognized(table, chosen)), ("-", Localized("leave it out", "不导入"))]
                        + RecordKind.allCases.map { ($0.table, $0.label + Localized(same: " · " + $0.table)) },
                    chosen?.leaveOut == true ? "-" : chosen?.table ?? "")
                if let kind, EcosystemSchema.schema(of: kind).field("lon") != nil {
                    select(
                        "t\(number)r", Localized("Coordinates", "坐标系"),
                        [("", Localized("WGS-84, or as a column says", "WGS-84，或按列所写"))]
                            + CoordinateReference.allCases.map { ($0.rawValue, Localized(same: $0.rawValue)) },
                        chosen?.coordinateReference ?? "")
                }
            }
            if let kind { columns(table, number, kind, chosen) }
        }
    }

    private func recognized(_ table: ImportSurvey.Table, _ chosen: DraftMapping.Table?) -> Localized {
        if chosen?.table == nil, let kind = table.kind {
            return Localized("as recognized: \(kind.label.en)", "自动识别：\(kind.label.zh)")
        }
        guard !table.candidates.isEmpty else { return Localized("not recognized: choose", "未识别：请选择") }
        let names = Localized.joined(table.candidates.map(\.label))
        return Localized("unclear (\(names.en)): choose", "不明确（\(names.zh)）：请选择")
    }

    /// The columns: header, first cells, field.
    private func columns(
        _ table: ImportSurvey.Table, _ number: Int, _ kind: RecordKind, _ chosen: DraftMapping.Table?
    ) -> HTML {
        let schema = EcosystemSchema.schema(of: kind)
        let options = schema.fields.map {
            ($0.name.rawValue, $0.label + Localized(same: " · " + $0.name.rawValue))
        }
        return HTML(.div, .class("cols")) {
            for (place, column) in table.columns.prefix(DraftMapping.columnLimit).enumerated() {
                if !column.header.isEmpty {
                    HTML(.div, .class("field")) {
                        HTML(.label, .for("t\(number)c\(place)")) { column.header }
                        HTML(
                            .select, .id("t\(number)c\(place)"), .name("t\(number)c\(place)"), .class("in"),
                            HTML.Attribute("aria-describedby", "t\(number)c\(place)-hint")
                        ) {
                            self.options(
                                [("", automatic(column, schema)), ("-", Localized("leave it out", "不导入"))]
                                    + options,
                                word(column, chosen))
                        }
                        HTML(.p, .class("hint"), .id("t\(number)c\(place)-hint")) {
                            column.sample.isEmpty
                                ? Localized("no values", "没有值")[language]
                                : column.sample.joined(separator: language == .zh ? "、" : ", ")
                        }
                    }
                }
            }
            if table.columns.count > DraftMapping.columnLimit {
                HTML(.p, .class("small muted")) {
                    let rest = table.columns.count - DraftMapping.columnLimit
                    Localized("\(rest) further columns are read as recognized.", "另有 \(rest) 列按自动识别读取。")[
                        language]
                }
            }
        }
    }

    private func automatic(_ column: ImportSurvey.Column, _ schema: RecordSchema) -> Localized {
        guard let field = column.field else {
            return Localized("kept under its own name", "原样保留")
        }
        let label = schema.field(field)?.label ?? Localized(same: field.rawValue)
        return Localized("as recognized: \(label.en)", "自动识别：\(label.zh)")
    }

    private func word(_ column: ImportSurvey.Column, _ chosen: DraftMapping.Table?) -> String {
        guard let choice = chosen?.columns?[column.header] else { return "" }
        return choice ?? "-"
    }

    private func select(_ name: String, _ label: Localized, _ options: [(String, Localized)], _ value: String)
        -> HTML
    {
        HTML(.div, .class("field")) {
            HTML(.label, .for(name)) { label[language] }
            HTML(.select, .id(name), .name(name), .class("in")) { self.options(options, value) }
        }
    }

    private func options(_ options: [(String, Localized)], _ value: String) -> HTML {
        HTML(
            options.map { option in
                HTML(.option, .value(option.0), .flag("selected", option.0 == value)) { option.1[language] }
            })
    }
}
