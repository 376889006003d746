import DataPackages
import Ecosystem
import Reporting

/// What changed: what the curators write of this version, and record by record what differs from another package served
/// here.
struct ChangesPage {
    let site: Site
    let call: Call
    let package: ServedPackage

    private var language: Language { call.language }
    private var root: String { "/r/\(WebAddress.encoded(package.id))" }

    /// Records of a page.
    static let pageSize = 200

    /// The package that this one is compared with; `nil` for none.
    private func other() throws(WebProblem) -> ServedPackage? {
        guard let id = call.item("against") else { return nil }
        guard let other = site.packages[id] else {
            throw .notFound(Localized("No data package is called “\(id)”.", "没有名为“\(id)”的数据包。"))
        }
        return other
    }

    /// The page.
    func html() throws(WebProblem) -> String {
        let other = try other()
        let difference = other.map { site.differences.difference(from: $0.model, to: package.model) }
        let identity = package.model.identity
        var lead = Localized(
            "\(identity.title.en), version \(identity.version).",
            "\(identity.title.zh)，版本 \(identity.version)。")
        if let difference, let other {
            lead = Localized(
                "Against \(other.model.identity.title.en): \(difference.count(.added)) records only here, \(difference.count(.removed)) only there, \(difference.count(.changed)) in both with differences.",
                "与\(other.model.identity.title.zh)相比：只在此处 \(difference.count(.added)) 条，只在彼处 \(difference.count(.removed)) 条，两处都有而内容不同 \(difference.count(.changed)) 条。"
            )
        }
        let frame = PageFrame(
            site: site, call: call, package: package, title: Localized("What changed", "变更"), lead: lead,
            crumbs: [(Localized("Home", "首页"), root), (Localized("Data package", "数据包"), "\(root)/data")])
        let shown = try difference.map { difference throws(WebProblem) in try part(of: difference) }
        return frame.page {
            form
            if let difference, let other, let shown {
                HTML(.div, .class("sec")) {
                    renderer(other).content(of: [
                        .table(summary(difference)), .table(table(shown.entries, shown.caption)),
                    ])
                    pager(shown.number, of: shown.pages)
                }
            } else {
                written
            }
        }
    }

    /// One of the page's tables as a file: all records, not only those of one page.
    func file() async throws -> Answer {
        guard let other = try other() else {
            throw WebProblem.notFound(Localized("Name a package in “against”.", "请用 against 指定数据包。"))
        }
        let difference = site.differences.difference(from: other.model, to: package.model)
        return try await TableFiles(site: site, call: call, package: package).file(
            of: [.table(summary(difference)), .table(table(difference.entries, nil))], page: "changes",
            title: Localized("What changed", "变更"), parameters: ["against": other.id])
    }

    private func renderer(_ other: ServedPackage) -> HTMLRenderer {
        HTMLRenderer(
            language: language,
            links: PageLinks(
                package: package.id, run: nil, language: language, site: site, files: "\(root)/changes",
                fileItems: [("against", other.id)]))
    }

    // MARK: Against another package

    private var form: HTML {
        let others = site.order.filter { $0 != package.id }
        guard !others.isEmpty else { return .empty }
        return HTML(.form, .class("form row panel"), .method("get"), .action("\(root)/changes")) {
            if let asked = call.askedLanguage {
                HTML(.input, .type("hidden"), .name("lang"), .value(asked.rawValue))
            }
            HTML(.div, .class("field")) {
                HTML(.label, .for("c-against")) { Localized("Compare with", "与之对比")[language] }
                HTML(.select, .id("c-against"), .name("against"), .class("in")) {
                    HTML(.option, .value("")) { Localized("no other package", "不对比")[language] }
                    for id in others {
                        HTML(.option, .value(id), .flag("selected", id == call.item("against"))) {
                            site.packages[id]?.model.identity.title[language] ?? id
                        }
                    }
                }
            }
            HTML(.button, .class("btn pri"), .type("submit")) { Localized("Show", "显示")[language] }
        }
    }

    private func part(of difference: PackageDifference) throws(WebProblem)
        -> (entries: [PackageDifference.Entry], caption: Localized?, number: Int, pages: Int)
    {
        let all = difference.entries
        let pages = max(1, (all.count + ChangesPage.pageSize - 1) / ChangesPage.pageSize)
        let text = call.item("page") ?? "1"
        guard let number = Int(text), (1...pages).contains(number) else {
            throw .notFound(
                Localized(
                    "There are pages 1 to \(pages); there is no page “\(text)”.",
                    "共有 1 到 \(pages) 页，没有第“\(text)”页。"))
        }
        let first = (number - 1) * ChangesPage.pageSize
        let shown = Array(all.dropFirst(first).prefix(ChangesPage.pageSize))
        let caption = Localized(
            "\(first + 1) to \(first + shown.count) of \(all.count)",
            "第 \(first + 1)–\(first + shown.count) 条，共 \(all.count) 条")
        return (shown, shown.isEmpty ? nil : caption, number, pages)
    }

    private func summary(_ difference: PackageDifference) -> Table {
        var counts: [RecordKind: [PackageDifference.Action: Int]] = [:]
        for entry in difference.entries { counts[entry.kind, default: [:]][entry.action, default: 0] += 1 }
        return Table(
            "tables", Localized("By table", "各表"),
            columns: [Table.Column("table", Localized("Table", "数据表"))]
                + PackageDifference.Action.allCases.map {
                    Table.Column($0.rawValue, $0.label, kind: .number)
                },
            rows: RecordKind.allCases.filter { counts[$0] != nil }.map { kind in
                [.text(kind.plural.capitalized)]
                    + PackageDifference.Action.allCases.map { .number(counts[kind]?[$0] ?? 0) }
            })
    }

    private func table(_ entries: [PackageDifference.Entry], _ caption: Localized?) -> Table {
        Table(
            "records", Localized("Record by record", "逐条"), caption: caption,
            columns: [
                Table.Column("action", Localized("What", "变化")),
                Table.Column("kind", Localized("Kind", "类别")),
                Table.Column("record", Localized("Record", "记录")),
                Table.Column("fields", Localized("Fields: before → here", "字段：彼处 → 此处")),
            ],
            rows: entries.map { entry in
                let fields = entry.action == .changed ? entry.fields : []
                let schema = EcosystemSchema.schema(of: entry.kind)
                let words = fields.prefix(8).map { change in
                    let label = schema.field(change.field)?.label ?? Localized(same: change.field.rawValue)
                    return Localized(
                        "\(label.en): “\(change.old)” → “\(change.new)”",
                        "\(label.zh)：“\(change.old)” → “\(change.new)”")
                }
                let more =
                    fields.count > 8
                    ? [Localized("and \(fields.count - 8) more", "等 \(fields.count) 项")] : []
                return [
                    .text(entry.action.label), .text(entry.kind.label),
                    entry.action == .removed
                        ? .text(Localized("\(entry.name.en) (\(entry.id))", "\(entry.name.zh)（\(entry.id)）"))
                        : Cell(.links([Cell.Link(entry.name, kind: entry.kind, id: entry.id)])),
                    .text(.joined(words + more, Localized("; ", "；"))),
                ]
            })
    }

    private func pager(_ number: Int, of pages: Int) -> HTML {
        guard pages > 1 else { return .empty }
        func address(_ page: Int) -> String {
            WebAddress.path(
                "\(root)/changes", query: [("against", call.item("against") ?? ""), ("page", "\(page)")])
        }
        let near = Set([1, pages] + (max(1, number - 2)...min(pages, number + 2))).sorted()
        return HTML(.nav, .class("pager"), .label(Localized("Pages", "分页")[language])) {
            HTML(.ul, .class("key")) {
                for page in near {
                    HTML(.li) {
                        HTML(.a, .href(address(page)), page == number ? .current("page") : nil) { "\(page)" }
                    }
                }
            }
        }
    }

    // MARK: What the curators write

    private var written: HTML {
        guard let (written, changes) = curators else {
            return HTML(.div, .class("empty sec")) {
                HTML(.p) {
                    Localized("The package says nothing of its changes.", "数据包没有变更说明。")[language]
                }
            }
        }
        return HTML(.section, .class("sec")) {
            if language != written {
                HTML(.p, .class("small muted")) {
                    Localized("What the curators write, in Chinese.", "编者的变更说明，英文。")[language]
                }
            }
            HTML(.div, .class("written"), .lang(written.tag)) { PlainMarkdown.markup(of: changes) }
        }
    }

    /// What the curators write, in the reader's language where they wrote it in that.
    private var curators: (Language, String)? {
        for candidate in [language] + Language.allCases {
            if let text = package.changes[candidate] { return (candidate, text) }
        }
        return nil
    }
}

extension PackageDifference.Action {
    /// What happened to a record, seen from this package.
    var label: Localized {
        switch self {
        case .added: Localized("only here", "只在此处")
        case .removed: Localized("only there", "只在彼处")
        case .changed: Localized("differs", "内容不同")
        }
    }
}
