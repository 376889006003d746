import DataPackages
import Ecosystem
import Reporting
import Studies

/// The package itself: licence, version, fingerprint, how it is cited, all of it as files, what it holds, how good it
/// is, and other packages.
struct DataPage {
    let site: Site
    let call: Call
    let package: ServedPackage

    private var language: Language { call.language }
    private var root: String { "/r/\(WebAddress.encoded(package.id))" }
    private var api: String { "/api/v1/packages/\(WebAddress.encoded(package.id))" }

    /// The page.
    func page() -> String {
        let identity = package.model.identity
        let frame = PageFrame(
            site: site, call: call, package: package, title: Localized("Data package", "数据包"),
            lead: Localized(
                "\(identity.title.en): \(package.model.recordCount) records, free to use under \(identity.licence ?? "a licence that is not stated").",
                "\(identity.title.zh)：\(package.model.recordCount) 条记录，按 \(identity.licence ?? "未说明的许可") 使用。"),
            verb: .see, crumbs: [(Localized("Home", "首页"), root)])
        return frame.page {
            HTML(.div, .class("grid")) {
                HTML(.div, .class("c8 stack")) {
                    stamp(identity)
                    downloads
                    holdings
                }
                HTML(.div, .class("c4 stack")) {
                    Citation(package, call: call).panel(language, file: "\(root)/citation")
                    quality
                    changes
                }
            }
            others
        }
    }

    private func stamp(_ identity: PackageIdentity) -> HTML {
        HTML(.section, .class("panel"), .label(Localized("Identity", "身份")[language])) {
            HTML(.dl, .class("rows")) {
                row(Localized("Id", "编号"), HTML(.span, .class("id")) { identity.id })
                row(Localized("Version", "版本"), HTML(text: identity.version))
                row(
                    Localized("Licence", "许可"),
                    HTML(text: identity.licence ?? Localized("not stated", "未说明")[language]))
                row(Localized("SHA-256", "SHA-256"), HTML(.span, .class("id")) { package.model.fingerprint })
                row(Localized("Records", "记录数"), HTML(text: "\(package.model.recordCount)"))
                if let region = identity.homeRegion?.text, let record = package.model.record(id: region) {
                    row(
                        Localized("Home region", "主地区"),
                        HTML(.a, .href("\(root)/regions/\(WebAddress.encoded(region))")) {
                            record.name[language]
                        })
                }
            }
        }
    }

    private func row(_ label: Localized, _ value: HTML) -> HTML {
        HTML(.dt) { label[language] } + HTML(.dd) { value }
    }

    private var downloads: HTML {
        HTML(.section, .class("panel"), .id("download")) {
            HTML(.h2) { Localized("Download all of it", "整包下载")[language] }
            HTML(.dl, .class("rows")) {
                for format in PackageFiles.formats {
                    HTML(.dt) {
                        HTML(.a, .href("\(root)/download/\(format.rawValue)")) { format.shownName }
                    }
                    HTML(.dd) { format.purpose[language] }
                }
            }
            HTML(.p, .class("small muted")) {
                Localized("On the command line: ", "命令行：")[language]
                HTML(.code) { "jingwei export --format xlsx --output \(package.id).xlsx" }
            }
            HTML(.p, .class("small muted")) {
                Localized("As data, record by record: ", "逐条数据：")[language]
                HTML(.a, .href("\(api)/records?kind=organization")) { "\(api)/records" }
            }
        }
    }

    private var holdings: HTML {
        HTML(.section, .class("panel")) {
            HTML(.h2) { Localized("What it holds", "内容")[language] }
            HTML(.ul, .class("key kinds")) {
                for kind in RecordKind.allCases where package.model.count(of: kind) > 0 {
                    HTML(.li) {
                        if RecordKind.withFolder.contains(kind) || RecordKind.listed.contains(kind) {
                            HTML(.a, .href("\(root)/\(kind.listPath)")) { kind.plural.capitalized[language] }
                        } else {
                            kind.plural.capitalized[language]
                        }
                        " "
                        HTML(.b) { "\(package.model.count(of: kind))" }
                    }
                }
            }
        }
    }

    private var quality: HTML {
        HTML(.section, .class("panel")) {
            HTML(.h2) { Localized("How good it is", "数据质量")[language] }
            HTML(.p) {
                let count = package.findings.count
                Localized(
                    count == 0 ? "The check finds nothing wrong. " : "The check has \(count) findings. ",
                    count == 0 ? "检查未发现问题。" : "检查结果 \(count) 条。")[language]
            }
            HTML(.ul, .class("plain-list")) {
                HTML(.li) {
                    HTML(.a, .href("\(root)/quality")) {
                        Localized("Findings, corrections and gaps", "检查结果、校正与缺口")[language]
                    }
                }
                HTML(.li) {
                    HTML(.a, .href("\(root)/terms")) { Localized("How to read it", "读法说明")[language] }
                }
            }
        }
    }

    private var changes: HTML {
        HTML(.section, .class("panel")) {
            HTML(.h2) { Localized("What changed", "变更")[language] }
            HTML(.p) {
                HTML(.a, .href("\(root)/changes")) {
                    Localized(
                        "Changes of version \(package.model.identity.version)",
                        "版本 \(package.model.identity.version) 的变更")[
                            language]
                }
            }
        }
    }

    /// Other packages: open, side by side, and what differs.
    private var others: HTML {
        guard site.order.count > 1 else { return .empty }
        return HTML(.section, .class("sec")) {
            HTML(.h2) { Localized("Other packages served here", "此处的其他数据包")[language] }
            HTML(.ul, .class("key")) {
                for id in site.order where id != package.id {
                    HTML(.li) {
                        HTML(.a, .href("/r/\(WebAddress.encoded(id))")) {
                            site.packages[id]?.model.identity.title[language] ?? id
                        }
                        " · "
                        HTML(.a, .href(WebAddress.path("\(root)/beside", query: [("with", id)]))) {
                            Localized("side by side", "并排对比")[language]
                            HTML(.span, .class("vh")) { " " + id }
                        }
                        " · "
                        HTML(.a, .href(WebAddress.path("\(root)/changes", query: [("against", id)]))) {
                            Localized("what differs", "逐条差异")[language]
                            HTML(.span, .class("vh")) { " " + id }
                        }
                    }
                }
            }
        }
    }
}

extension ExportFormat {
    /// The format's name on pages.
    var shownName: String {
        switch self {
        case .package: "datapackage"
        case .csv: "CSV (zip)"
        case .xlsx: "XLSX"
        case .geojson: "GeoJSON"
        case .graphml: "GraphML"
        case .gexf: "GEXF"
        }
    }
}
