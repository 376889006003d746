import Ecosystem
import HTTPTypes
import Reporting
import Studies

/// Two answers side by side: what was asked differently, figures and rows that differ. Answers of other packages served
/// here can stand beside this package's.
struct ComparePage {
    let site: Site
    let call: Call
    let package: ServedPackage

    private var language: Language { call.language }
    private var root: String { "/r/\(WebAddress.encoded(package.id))" }

    /// One of both answers.
    struct Answered {
        let run: String
        let report: Report
        let package: ServedPackage
    }

    /// The page; while an answer is still worked at, a page that says so.
    func answer() async throws -> Answer {
        guard let first = run("a"), let second = run("b") else { return .page(question) }
        for run in [first, second] {
            _ = await site.settled(run, within: site.limits.pageWait)
            _ = try owner(of: run)
            if let state = site.queue.state(of: run), let progress = state.progress {
                return .page(waiting(progress.fraction, progress.step), status: .accepted)
            }
        }
        return .page(page(try answered(first), try answered(second)))
    }

    /// One of the page's tables as a file, with every row that differs.
    func file() async throws -> Answer {
        guard let first = run("a"), let second = run("b") else {
            throw WebProblem.notFound(
                Localized("Name both answers, as a=… and b=….", "请用 a=… 与 b=… 写明两个结果。"))
        }
        let left = try answered(first)
        let right = try answered(second)
        return try await TableFiles(site: site, call: call, package: left.package).file(
            of: blocks(ReportComparison(left.report, right.report).blocks(rowsOfTables: .max), left, right),
            page: "compare", title: Localized("Two answers side by side", "两个结果并排"),
            parameters: ["a": first, "b": second])
    }

    private func answered(_ run: String) throws -> Answered {
        let owner = try owner(of: run)
        return Answered(run: run, report: try site.report(ofRun: run, in: owner), package: owner)
    }

    private func blocks(_ blocks: [Block], _ left: Answered, _ right: Answered) -> [Block] {
        left.package.id == right.package.id ? blocks : blocks.withoutLinks
    }

    /// The run that an item names, by its address or a page under it.
    private func run(_ name: String) -> String? {
        guard let text = call.item(name) else { return nil }
        let parts = text.split { $0 == "/" || $0 == "?" || $0 == "#" }
        guard let marker = parts.firstIndex(of: "runs") else { return text }
        return parts.dropFirst(marker + 1).first.map(String.init)
    }

    private func owner(of run: String) throws(WebProblem) -> ServedPackage {
        guard let question = site.queue.question(of: run) else { throw .noRun(run) }
        // Answers of a visitor's own package stand at its private link alone.
        if question.package == package.model.identity.id { return package }
        guard let owner = site.packages.listed[question.package] else { throw .noRun(run) }
        return owner
    }

    private func frame(_ lead: Localized, refresh: Int? = nil) -> PageFrame {
        PageFrame(
            site: site, call: call, package: package, title: Localized("Two answers side by side", "两个结果并排"),
            lead: lead,
            crumbs: [(Localized("Home", "首页"), root), (Localized("Studies", "全部研究"), "\(root)/studies")],
            refresh: refresh)
    }

    private func waiting(_ fraction: Double, _ step: Localized) -> String {
        frame(Localized("One of both is still being worked at.", "其中一个仍在运行。"), refresh: 3).page {
            HTML(.section, .class("panel")) {
                HTML(.p) {
                    HTML(
                        .progress, .value("\(fraction)"), HTML.Attribute("max", "1"),
                        .label(Localized("Progress", "进度")[language]))
                    " "
                    step[language]
                }
                HTML(.p) {
                    HTML(
                        .a, .class("btn"),
                        .href(WebAddress.path(call.path, query: call.query.map { ($0.name, $0.value) }))
                    ) { Localized("Look again", "再看一次")[language] }
                }
            }
        }
    }

    /// The form that asks for both addresses.
    private var question: String {
        frame(
            Localized(
                "Give the permanent addresses of two answers; each stands beside its answer under “Reproduce”.",
                "给出两个结果的永久地址；结果页“可复现”一栏列有该地址。")
        ).page {
            HTML(.form, .class("form panel"), .method("get"), .action("\(root)/compare")) {
                field("a", Localized("First (A)", "第一个（A）"))
                field("b", Localized("Second (B)", "第二个（B）"))
                HTML(.div, .class("acts")) {
                    HTML(.button, .class("btn pri"), .type("submit")) {
                        Localized("Put side by side", "并排对比")[language]
                    }
                }
                HTML(.p, .class("small muted")) {
                    Localized(
                        "Shorter: change a parameter in the form of a study and choose “Run and compare”; or try a change and ask "
                            + "beside what is on record.",
                        "更简便：在研究页的表单里改一个参数，选“计算并对比”；或试一个情景，选“提问并与现有记录对比”。")[language]
                    " "
                    HTML(.a, .href("\(root)/studies")) { Localized("Studies", "全部研究")[language] }
                }
            }
        }
    }

    private func field(_ name: String, _ label: Localized) -> HTML {
        HTML(.div, .class("field")) {
            HTML(.label, .for("c-" + name)) { label[language] }
            HTML(
                .input, .id("c-" + name), .name(name), .class("in"), .flag("required"),
                .value(call.item(name) ?? ""), HTML.Attribute("maxlength", "300"))
        }
    }

    // MARK: Both

    private func page(_ left: Answered, _ right: Answered) -> String {
        let comparison = ReportComparison(left.report, right.report)
        let blocks = blocks(comparison.blocks, left, right)
        let paragraphs = Set(blocks.flatMap(\.origins).flatMap(\.paragraphs)).sorted()
        let renderer = HTMLRenderer(
            language: language,
            links: PageLinks(
                package: left.package.id, run: nil, language: language, site: site, files: "\(root)/compare",
                fileItems: [("a", left.run), ("b", right.run)]),
            sources: SourceDirectory(left.package.model, citing: paragraphs))
        return frame(lead(comparison)).page {
            HTML(.div, .class("grid")) {
                HTML(.div, .class("c6")) { card(left, "A") }
                HTML(.div, .class("c6")) { card(right, "B") }
            }
            HTML(.section, .class("sec stack")) {
                if comparison.isEmpty {
                    HTML(.div, .class("empty")) {
                        HTML(.p) {
                            Localized(
                                "Both answers are the same in every figure and table.", "两个结果的数字与表格完全相同。")[
                                    language]
                        }
                    }
                }
                renderer.content(of: blocks)
            }
            HTML(.p, .class("small")) {
                HTML(
                    .a,
                    .href(
                        WebAddress.path("\(root)/compare", query: [("a", right.run), ("b", left.run)]))
                ) { Localized("Exchange A and B", "交换 A 与 B")[language] }
            }
        }
    }

    private func lead(_ comparison: ReportComparison) -> Localized {
        let rows = comparison.tables.reduce(0) { $0 + $1.changes.count }
        return Localized(
            "\(comparison.settings.count) things asked differently; \(comparison.figures.count) figures and \(rows) cells or rows differ.",
            "问法有 \(comparison.settings.count) 处不同；数字有 \(comparison.figures.count) 个不同，表中有 \(rows) 处不同。")
    }

    private func card(_ side: Answered, _ letter: String) -> HTML {
        let path = "/r/\(WebAddress.encoded(side.package.id))/runs/\(WebAddress.encoded(side.run))"
        return HTML(.section, .class("panel")) {
            HTML(.h2) { "\(letter) · \(side.report.title[language])" }
            HTML(.p) { side.report.answer[language] }
            if let title = side.report.scenario {
                HTML(.p, .class("small")) {
                    Localized("Scenario: ", "情景：")[language]
                    title.isEmpty ? Localized("without a title", "未命名")[language] : title
                }
            }
            HTML(.p, .class("small muted")) {
                "\(side.report.package.id) \(side.report.package.version) · "
                HTML(.a, .href(path), .class("id")) { side.run }
            }
        }
    }
}

extension [Block] {
    /// The blocks with names in place of links, for cells of which some come from another package.
    fileprivate var withoutLinks: [Block] {
        map { block in
            guard case .table(var table) = block else { return block }
            for row in table.rows.indices {
                for column in table.rows[row].indices {
                    if case .links(let links) = table.rows[row][column].value {
                        table.rows[row][column].value = .text(.joined(links.map(\.text)))
                    }
                    table.rows[row][column].origin = nil
                }
            }
            return .table(table)
        }
    }
}
