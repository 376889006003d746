import DataPackages
import Ecosystem
import Reporting
import Store

/// A file that waits: how its columns are read, what is wrong, and what would change.
struct OwnDraftView {
    let site: Site
    let call: Call
    let entry: OwnEntry
    let staged: StagedDraft

    private var language: Language { call.language }
    private var root: String { "/r/\(WebAddress.encoded(entry.served.id))" }
    private var renderer: HTMLRenderer {
        HTMLRenderer(
            language: language,
            links: PageLinks(package: entry.served.id, run: nil, language: language, site: site),
            sources: SourceDirectory(entry.served.model, citing: []))
    }

    /// Changes that are listed.
    private static let changeLimit = 200
    /// Fields of a change that are listed.
    private static let fieldLimit = 6

    /// The section.
    var markup: HTML {
        HTML(.section, .class("sec stack"), .id("draft")) {
            HTML(.h2) {
                Localized("The file \(staged.draft.name)", "文件 \(staged.draft.name)")[language]
            }
            verdict
            if let preview = staged.staged?.preview { renderer.content(of: [.figures(figures(preview))]) }
            decision
            // What no table is recognized in is said first by hand; else the form is for second thoughts.
            if mappingForm.isUnrecognized { mappingForm.markup }
            if let table = FindingTable(findings: staged.findings, model: entry.served.model).table {
                renderer.table(table)
            }
            if let preview = staged.staged?.preview, let table = changes(preview) { renderer.table(table) }
            if !mappingForm.isUnrecognized { mappingForm.markup }
        }
    }

    private var mappingForm: OwnMappingForm { OwnMappingForm(call: call, root: root, staged: staged) }

    /// One sentence: what will happen and what stands in the way.
    private var verdict: HTML {
        let errors = staged.findings.count(.error)
        if let problem = staged.problem {
            return HTML(.div, .class("note bad"), .role("alert")) { HTML(.p) { problem[language] } }
        }
        guard let preview = staged.staged?.preview else { return .empty }
        return HTML(.div, .class(errors > 0 ? "note bad" : "note"), errors > 0 ? .role("alert") : nil) {
            HTML(.p) {
                HTML(.b) {
                    Localized(
                        "\(preview.added) records would be added, \(preview.changed) changed; \(preview.unchanged) are there already. ",
                        "将新增 \(preview.added) 条、更改 \(preview.changed) 条记录；\(preview.unchanged) 条已有。")[
                            language]
                }
                errors == 0
                    ? Localized("Nothing is written yet.", "尚未写入。")[language]
                    : Localized(
                        "\(errors) findings are errors: correct the file and upload it again, or assign its columns below. Nothing is written yet.",
                        "\(errors) 处错误：请改正文件后重新上传，或在下方指定各列。尚未写入。")[language]
            }
        }
    }

    private func figures(_ preview: ImportPreview) -> [Figure] {
        let origin = Origin(basis: .counted, note: Localized("counted in the file", "在文件中计数"))
        func figure(_ label: Localized, _ count: Int, _ unit: Localized) -> Figure {
            Figure(label, .number(FigureNumber(count)), unit: unit, origin: origin)
        }
        let records = Localized("records", "条")
        return [
            figure(Localized("Added", "新增"), preview.added, records),
            figure(Localized("Changed", "更改"), preview.changed, records),
            figure(Localized("Errors", "错误"), preview.findings.count(.error), Localized("findings", "条")),
            figure(Localized("Warnings", "警告"), preview.findings.count(.warning), Localized("findings", "条")),
        ]
    }

    private var decision: HTML {
        let isPossible = staged.staged.map { !$0.preview.changes.isEmpty } ?? false
        return HTML(.div, .class("acts decide")) {
            if isPossible {
                HTML(.form, .method("post"), .action("\(root)/own/commit"), .class("acts")) {
                    OwnUploadForm.token(call)
                    HTML(.input, .type("hidden"), .name("version"), .value("\(entry.package.current)"))
                    if !staged.isClean {
                        HTML(.span, .class("checks")) {
                            HTML(.label) {
                                HTML(
                                    .input, .type("checkbox"), .name("accept"), .value("yes"),
                                    .flag("required"))
                                Localized("in spite of the errors", "保留错误，仍要写入")[language]
                            }
                        }
                    }
                    OwnUploadForm.button(
                        Localized(
                            "Write as version \(entry.package.current + 1)",
                            "写入为第 \(entry.package.current + 1) 版"),
                        language)
                }
            }
            HTML(.form, .method("post"), .action("\(root)/own/drop")) {
                OwnUploadForm.token(call)
                OwnUploadForm.button(Localized("Drop the file", "放弃此文件"), language, isMain: false)
            }
        }
    }

    private func changes(_ preview: ImportPreview) -> Table? {
        guard !preview.changes.isEmpty else { return nil }
        let shown = preview.changes.prefix(OwnDraftView.changeLimit)
        let isOneFile = Set(preview.changes.map(\.file)).count == 1
        return Table(
            "changes", Localized("What would change", "将要发生的更改"),
            caption: Localized(
                "The first \(shown.count) of \(preview.changes.count) records, in the order of the file",
                "共 \(preview.changes.count) 条记录，按文件顺序列出前 \(shown.count) 条"),
            columns: [
                Table.Column("action", Localized("Change", "更改")),
                Table.Column("kind", Localized("Table", "数据表")),
                Table.Column("record", Localized("Record", "记录")),
                Table.Column("place", Localized("Place", "位置")),
                Table.Column("fields", Localized("Fields", "字段")),
            ],
            rows: shown.map { change in
                [
                    .text(change.action == .added ? Localized("new", "新增") : Localized("changed", "更改")),
                    .text(change.kind.label), .text(change.name + Localized(same: " · " + change.id)),
                    isOneFile
                        ? .text(Localized("row \(change.row)", "第 \(change.row) 行"))
                        : .text("\(change.file):\(change.row)"), .text(fields(of: change)),
                ]
            })
    }

    private func fields(of change: ImportPreview.Change) -> Localized {
        let schema = EcosystemSchema.schema(of: change.kind)
        let shown = change.fields.prefix(OwnDraftView.fieldLimit).map { field -> Localized in
            let label = schema.field(field.field)?.label ?? Localized(same: field.field.rawValue)
            let new = Finding.shown(field.new)
            guard change.action == .changed else {
                return Localized("\(label.en): \(new)", "\(label.zh)：\(new)")
            }
            let old =
                field.old.isEmpty ? Localized("not stated", "未说明") : Localized(same: Finding.shown(field.old))
            return Localized("\(label.en): \(old.en) → \(new)", "\(label.zh)：\(old.zh) → \(new)")
        }
        let rest = change.fields.count - shown.count
        let more = rest > 0 ? [Localized("and \(rest) more", "另 \(rest) 项")] : []
        return Localized.joined(shown + more, Localized("; ", "；"))
    }
}
