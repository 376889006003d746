import Studies
import DataPackages
import Ecosystem
import Reporting

/// The package itself: licence, version, fingerprint, counts by table, findings of `check`, and other packages.
struct DataPage {
    let site: Site
    let call: Call
    let package: ServedPackage

    private var language: Language { call.language }

    /// The page.
    func page() -> String {
        let identity = package.model.identity
        let frame = PageFrame(
            site: site, call: call, package: package, title: Localized("Data package", "数据包"),
            lead: identity.title, verb: .see,
            crumbs: [(Localized("Home", "首页"), "/r/\(WebAddress.encoded(package.id))")])
        let renderer = HTMLRenderer(
            language: language,
            links: PageLinks(package: package.id, run: nil, language: language, site: site))
        return frame.page {
            HTML(.section, .class("panel")) {
                HTML(.dl, .class("rows")) {
                    row(Localized("Id", "编号"), identity.id)
                    row(Localized("Version", "版本"), identity.version)
                    row(
                        Localized("Licence", "许可"),
                        identity.licence ?? Localized("not stated", "未说明")[language])
                    row(Localized("SHA-256", "SHA-256"), package.model.fingerprint)
                    row(Localized("Records", "记录数"), "\(package.model.recordCount)")
                }
            }
            HTML(.div, .class("sec stack")) { renderer.content(of: [.table(counts), .table(findings)]) }
            if site.order.count > 1 {
                HTML(.section, .class("sec")) {
                    HTML(.h2) { Localized("Other packages served here", "此处的其他数据包")[language] }
                    HTML(.ul) {
                        for id in site.order where id != package.id {
                            HTML(.li) {
                                HTML(.a, .href("/r/\(WebAddress.encoded(id))")) {
                                    site.packages[id]?.model.identity.title[language] ?? id
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    private func row(_ label: Localized, _ value: String) -> HTML {
        HTML(.dt) { label[language] } + HTML(.dd, .class("id")) { value }
    }

    private var counts: Table {
        Table(
            "tables", Localized("Records by table", "各表记录数"),
            columns: [
                Table.Column("table", Localized("Table", "表")), Table.Column("kind", Localized("Kind", "类别")),
                Table.Column("records", Localized("Records", "记录数"), kind: .number),
            ],
            rows: RecordKind.allCases.filter { package.model.count(of: $0) > 0 }.map { kind in
                [.text(kind.table), .text(kind.label), .number(package.model.count(of: kind))]
            })
    }

    private var findings: Table {
        let shown = package.findings.prefix(200)
        return Table(
            "findings", Localized("Findings of check", "检查结果"),
            caption: Localized(
                "\(package.findings.count) findings, the first \(shown.count) shown",
                "共 \(package.findings.count) 条，显示前 \(shown.count) 条"),
            columns: [
                Table.Column("severity", Localized("Level", "级别")),
                Table.Column("place", Localized("Place", "位置")),
                Table.Column("message", Localized("What and what to do", "问题与处理")),
            ],
            rows: shown.map { finding in
                let place = [finding.file, finding.row.map(String.init), finding.column?.rawValue].compactMap
                { $0 }
                return [
                    .text(finding.severity.label), .text(place.joined(separator: ":")),
                    .text(finding.message),
                ]
            })
    }
}
