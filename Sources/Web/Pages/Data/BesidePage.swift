import Ecosystem
import Reporting
import Studies

/// Two packages side by side: what they are, what they hold, and what the same questions answer of each.
struct BesidePage {
    let site: Site
    let call: Call
    let package: ServedPackage
    let other: ServedPackage

    private var language: Language { call.language }
    private var root: String { "/r/\(WebAddress.encoded(package.id))" }

    /// Studies whose key figures are put side by side: quick ones that need no parameter.
    private static let asked = ["overview", "chain"]

    /// - Throws: ``WebProblem`` where the address names no package or none is served beside this one.
    init(site: Site, call: Call, package: ServedPackage) throws(WebProblem) {
        let id = call.item("with") ?? site.order.first { $0 != package.id } ?? ""
        guard let other = site.packages[id] else {
            throw .notFound(
                Localized(
                    id.isEmpty ? "No other package is served here." : "No data package is called “\(id)”.",
                    id.isEmpty ? "此处没有其他数据包。" : "没有名为“\(id)”的数据包。"))
        }
        self.site = site
        self.call = call
        self.package = package
        self.other = other
    }

    private var both: [ServedPackage] { [package, other] }

    /// What the page shows.
    var blocks: [Block] {
        [.table(identities), .table(holdings)] + BesidePage.asked.compactMap(figures).map(Block.table)
    }

    /// The page.
    func html() -> String {
        let frame = PageFrame(
            site: site, call: call, package: package,
            title: Localized("Two packages side by side", "两个数据包并排"),
            lead: Localized(
                "\(package.model.identity.title.en) and \(other.model.identity.title.en). Documents differ, so that more records do not say that there is more.",
                "\(package.model.identity.title.zh)与\(other.model.identity.title.zh)。两包依据的文献不同，记录多不等于实际多。"),
            verb: .see,
            crumbs: [(Localized("Home", "首页"), root), (Localized("Data package", "数据包"), "\(root)/data")])
        let blocks = blocks
        let renderer = HTMLRenderer(
            language: language,
            links: PageLinks(
                package: package.id, run: nil, language: language, site: site, files: "\(root)/beside",
                fileItems: [("with", other.id)]))
        return frame.page {
            form
            HTML(.div, .class("stack sec")) { renderer.content(of: blocks) }
            HTML(.section, .class("sec")) {
                HTML(.h2) { Localized("Go on", "继续")[language] }
                HTML(.ul, .class("key")) {
                    HTML(.li) {
                        HTML(.a, .href(WebAddress.path("\(root)/changes", query: [("against", other.id)]))) {
                            Localized("Record by record", "逐条差异")[language]
                        }
                    }
                    for study in site.studies.map(\.description) where study.id == "clusters" {
                        HTML(.li) {
                            HTML(.a, .href("\(root)/studies/\(study.id)")) { study.title[language] }
                        }
                    }
                    for side in both {
                        HTML(.li) {
                            HTML(.a, .href("/r/\(WebAddress.encoded(side.id))/map")) {
                                side.model.identity.title[language]
                                    + Localized(": map", "：地图")[language]
                            }
                        }
                    }
                }
            }
        }
    }

    /// One of the page's tables as a file.
    func file() async throws -> Answer {
        try await TableFiles(site: site, call: call, package: package).file(
            of: blocks, page: "beside", title: Localized("Two packages side by side", "两个数据包并排"),
            parameters: ["with": other.id])
    }

    private var form: HTML {
        HTML(.form, .class("form row panel"), .method("get"), .action("\(root)/beside")) {
            if let asked = call.askedLanguage {
                HTML(.input, .type("hidden"), .name("lang"), .value(asked.rawValue))
            }
            HTML(.div, .class("field")) {
                HTML(.label, .for("b-with")) { Localized("Beside this package", "与本数据包并排")[language] }
                HTML(.select, .id("b-with"), .name("with"), .class("in")) {
                    for id in site.order where id != package.id || site.order.count == 1 {
                        HTML(.option, .value(id), .flag("selected", id == other.id)) {
                            site.packages[id]?.model.identity.title[language] ?? id
                        }
                    }
                }
            }
            HTML(.button, .class("btn pri"), .type("submit")) { Localized("Show", "显示")[language] }
        }
    }

    private func columns(_ first: Table.Column, kind: Table.Column.Kind) -> [Table.Column] {
        [
            first, Table.Column("a", package.model.identity.title, kind: kind),
            Table.Column("b", other.model.identity.title, kind: kind),
        ]
    }

    private var identities: Table {
        func row(_ label: Localized, _ value: (ServedPackage) -> Cell) -> [Cell] {
            [.text(label)] + both.map(value)
        }
        return Table(
            "packages", Localized("What they are", "数据包"),
            columns: columns(Table.Column("what", Localized("What", "内容")), kind: .text),
            rows: [
                row(Localized("Id", "编号")) { .text($0.id) },
                row(Localized("Version", "版本")) { .text($0.model.identity.version) },
                row(Localized("Licence", "许可")) {
                    $0.model.identity.licence.map { .text($0) } ?? .notPrinted
                },
                row(Localized("Home region", "主地区")) { side in
                    side.model.identity.homeRegion.flatMap { side.model.record(id: $0.text) }
                        .map { .text($0.name) } ?? .noRecord
                },
                row(Localized("Places compared", "对比的地方")) { side in
                    let names = side.model.identity.places.compactMap { side.model.record(id: $0.text)?.name }
                    return names.isEmpty ? .noRecord : .text(.joined(names))
                },
                row(Localized("SHA-256", "SHA-256")) { .text(String($0.model.fingerprint.prefix(16)) + "…") },
            ])
    }

    private var holdings: Table {
        let kinds = RecordKind.allCases.filter { kind in both.contains { $0.model.count(of: kind) > 0 } }
        let origin = Origin(basis: .counted)
        return Table(
            "records", Localized("What they hold", "各类记录"),
            columns: columns(Table.Column("kind", Localized("Kind", "类别")), kind: .number),
            rows: kinds.map { kind in
                [.text(kind.plural.capitalized)]
                    + both.map { side in
                        let count = side.model.count(of: kind)
                        return count == 0 ? .noRecord : .number(count, origin: origin)
                    }
            })
    }

    /// Key figures of one study asked of both.
    private func figures(_ id: String) -> Table? {
        guard let study = site.study(id: id) else { return nil }
        let reports = both.compactMap { side in
            (try? RunRequest(study: study, model: side.model)).flatMap { try? site.homeReport($0) }
        }
        guard reports.count == 2 else { return nil }
        let pairs = ReportComparison(reports[0], reports[1]).allFigures
        guard !pairs.isEmpty else { return nil }
        func cell(_ figure: Figure?) -> Cell {
            guard let figure else { return .noRecord }
            guard let unit = figure.unit, case .number(let number) = figure.value else {
                return Cell(figure.value, origin: figure.origin)
            }
            let text = NumberWording.text(number)
            return .text(
                Localized("\(text) \(unit.en)", "\(text) \(unit.zh)"), origin: figure.origin)
        }
        return Table(
            "figures-" + id, study.description.title,
            columns: columns(Table.Column("figure", Localized("Figure", "数字")), kind: .text),
            rows: pairs.map { [.text($0.label), cell($0.left), cell($0.right)] })
    }
}
