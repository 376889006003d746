import DataPackages
import Ecosystem
import Reporting
import Studies

/// How good the data is: what `check` found, what documents print wrongly or against each other, and what is missing.
struct QualityPage {
    let site: Site
    let call: Call
    let package: ServedPackage

    private var language: Language { call.language }
    private var model: EcosystemModel { package.model }
    private var root: String { "/r/\(WebAddress.encoded(package.id))" }
    private var corrections: [Record] { model.records(of: .correction) }

    /// What the page shows.
    var blocks: [Block] {
        let report = overview
        let gaps = report?.table("gaps")
        return [.figures(figures), .heading(Localized("What the check found", "检查结果")), .table(bySeverity)]
            + (listed.map { [.table($0)] } ?? []) + [
                .heading(Localized("What documents print otherwise", "文献中的错印与矛盾"))
            ]
            + [figureTable ?? report?.table("contradictions"), correctionTable].compactMap { $0 }.map(
                Block.table)
            + [.heading(Localized("What is missing", "缺口"))] + (gaps.map { [.table($0)] } ?? [])
    }

    /// One of the page's tables as a file.
    func file() async throws -> Answer {
        try await TableFiles(site: site, call: call, package: package).file(
            of: blocks, page: "quality", title: Localized("Data quality", "数据质量"))
    }

    /// The page.
    func html() -> String {
        let blocks = blocks
        let paragraphs = Set(blocks.flatMap(\.origins).flatMap(\.paragraphs)).sorted()
        let renderer = HTMLRenderer(
            language: language,
            links: PageLinks(
                package: package.id, run: nil, language: language, site: site, files: "\(root)/quality"),
            sources: SourceDirectory(model, citing: paragraphs))
        let frame = PageFrame(
            site: site, call: call, package: package, title: Localized("Data quality", "数据质量"), lead: lead,
            verb: .see,
            crumbs: [(Localized("Home", "首页"), root), (Localized("Data package", "数据包"), "\(root)/data")])
        return frame.page { renderer.content(of: blocks) }
    }

    private var lead: Localized {
        let errors = package.findings.count(.error)
        let warnings = package.findings.count(.warning)
        let found =
            package.findings.isEmpty
            ? Localized("The check finds nothing wrong", "检查未发现问题")
            : Localized(
                "The check finds \(errors) errors, \(warnings) warnings and \(package.findings.count - errors - warnings) notes and gaps",
                "检查发现错误 \(errors) 条、警告 \(warnings) 条、提示与缺口 \(package.findings.count - errors - warnings) 条")
        guard !corrections.isEmpty else { return found + Localized(".", "。") }
        return found
            + Localized(
                "; \(corrections.count) printed forms of the documents are read otherwise, each shown below.",
                "；文献有 \(corrections.count) 处错印或歧义另有读法，逐条列于下。")
    }

    private var overview: Report? {
        guard let study = site.study(id: "overview"),
            let request = try? RunRequest(study: study, model: model)
        else { return nil }
        return try? site.homeReport(request)
    }

    private var figures: [Figure] {
        let origin = Origin(
            basis: .counted, note: Localized("counted when the package was read", "读入数据包时计数"))
        func figure(_ label: Localized, _ count: Int, _ unit: Localized) -> Figure {
            Figure(label, .number(FigureNumber(count)), unit: unit, origin: origin)
        }
        return [
            figure(Localized("Errors", "错误"), package.findings.count(.error), Localized("findings", "条")),
            figure(Localized("Warnings", "警告"), package.findings.count(.warning), Localized("findings", "条")),
            figure(Localized("Corrections", "校正"), corrections.count, Localized("readings", "条")),
            figure(
                Localized("Corrected figures", "校正的数字"), correctedFigures.count, Localized("figures", "个")),
        ]
    }

    // MARK: Findings

    private var bySeverity: Table {
        var order: [String] = []
        var counts: [String: [Finding.Severity: Int]] = [:]
        for finding in package.findings {
            if counts[finding.file] == nil { order.append(finding.file) }
            counts[finding.file, default: [:]][finding.severity, default: 0] += 1
        }
        let origin = Origin(basis: .counted)
        let severities = Finding.Severity.allCases
        return Table(
            "severity", Localized("Findings by table", "各表检查结果"),
            caption: package.findings.isEmpty
                ? Localized("Every table is as it should be", "各表均无问题") : nil,
            columns: [Table.Column("table", Localized("Table", "数据表"))]
                + severities.map { Table.Column($0.rawValue, $0.label.capitalized, kind: .number) },
            rows: order.sorted().map { file in
                [.text(file)] + severities.map { .number(counts[file]?[$0] ?? 0, origin: origin) }
            })
    }

    private var listed: Table? { FindingTable(findings: package.findings, model: model).table }

    // MARK: What documents print otherwise

    private var correctedFigures: [Record] {
        model.records(of: .indicator).filter { $0.text("corrects_id") != nil }
    }

    /// Figures whose number or unit is read otherwise, the printed one struck beside.
    private var figureTable: Table? {
        let changed = correctedFigures.filter { $0.figureText != $0.target("corrects_id")?.figureText }
        guard !changed.isEmpty else { return nil }
        return Table(
            "contradictions", Localized("Figures read otherwise than printed", "原文与读法不同的数字"),
            caption: Localized("The printed value is struck; both stay on record", "划线者为原文；两者均保留"),
            columns: [
                Table.Column("entity", Localized("Describes", "描述对象")),
                Table.Column("indicator", Localized("Indicator", "指标")),
                Table.Column("value", Localized("Printed and read", "原文与读法")),
                Table.Column("note", Localized("Why", "理由")),
            ],
            rows: changed.map { record in
                [
                    record.cell("entity_id"),
                    Cell(.links([Cell.Link(record.name, kind: .indicator, id: record.id)])),
                    FigureTables.valueCell(record), record.phrase("note").map { .text($0) } ?? .noRecord,
                ]
            })
    }

    private var correctionTable: Table? {
        guard !corrections.isEmpty else { return nil }
        return Table(
            "corrections", Localized("Readings of printed forms", "错印与歧义的读法"),
            caption: Localized("Printed form, reading, how sure, what was done", "原文形式、读法、把握、处理"),
            columns: [
                Table.Column("printed", Localized("Printed form", "原文形式")),
                Table.Column("reading", Localized("Reading", "读法")),
                Table.Column("confidence", Localized("Confidence", "把握")),
                Table.Column("handling", Localized("Handling", "处理")),
                Table.Column("concerns", Localized("Concerns", "涉及记录")),
            ],
            rows: corrections.map { record in
                var seen: Set<String> = []
                let all = record.list("concerns").compactMap { model.record(id: $0) }
                // Statements about things that are named already add nothing here.
                let things = all.filter { $0.kind != .relation && $0.kind != .activity }
                let concerns = (things.isEmpty ? all : things).filter { seen.insert($0.heading.zh).inserted }
                var links = concerns.prefix(5).map { Cell.Link($0.heading, kind: $0.kind, id: $0.id) }
                if concerns.count > 5 {
                    links.append(
                        Cell.Link(
                            Localized("and \(concerns.count - 5) more", "另 \(concerns.count - 5) 条"),
                            kind: .correction, id: record.id))
                }
                return [
                    Cell(
                        .links([Cell.Link(record.heading, kind: .correction, id: record.id)]),
                        origin: record.origin),
                    record.cell("resolution"), record.cell("confidence"), record.cell("handling"),
                    links.isEmpty ? .noRecord : Cell(.links(links)),
                ]
            })
    }
}
