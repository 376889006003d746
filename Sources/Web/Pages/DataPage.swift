import Studies
import DataPackages
import Ecosystem
import Reporting

/// The package itself: licence, version, fingerprint, what it holds, how good it is, and other packages.
struct DataPage {
    let site: Site
    let call: Call
    let package: ServedPackage

    private var language: Language { call.language }
    private var root: String { "/r/\(WebAddress.encoded(package.id))" }

    /// The page.
    func page() -> String {
        let identity = package.model.identity
        let frame = PageFrame(
            site: site, call: call, package: package, title: Localized("Data package", "数据包"),
            lead: identity.title, verb: .see,
            crumbs: [(Localized("Home", "首页"), "/r/\(WebAddress.encoded(package.id))")])
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
            HTML(.section, .class("sec")) {
                HTML(.h2) { Localized("What it holds", "内容")[language] }
                HTML(.ul, .class("key kinds")) {
                    for kind in RecordKind.allCases where package.model.count(of: kind) > 0 {
                        HTML(.li) {
                            if RecordKind.withFolder.contains(kind) || RecordKind.listed.contains(kind) {
                                HTML(.a, .href("\(root)/\(kind.listPath)")) {
                                    kind.plural.capitalized[language]
                                }
                            } else {
                                kind.plural.capitalized[language]
                            }
                            " "
                            HTML(.b) { "\(package.model.count(of: kind))" }
                        }
                    }
                }
            }
            HTML(.section, .class("sec")) {
                HTML(.h2) { Localized("How good it is", "数据质量")[language] }
                HTML(.p) {
                    let count = package.findings.count
                    Localized(
                        count == 0 ? "The check finds nothing wrong. " : "The check has \(count) findings. ",
                        count == 0 ? "检查未发现问题。" : "检查结果 \(count) 条。")[language]
                    HTML(.a, .href("\(root)/quality")) {
                        Localized("Findings, corrections and gaps", "检查结果、校正与缺口")[language]
                    }
                }
            }
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
}
