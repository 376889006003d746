import Ecosystem
import Reporting
import Studies

/// The panel beside an answer: where it can be found again, what it rests on, and its files.
struct Reproduction {
    let report: Report
    let address: String
    let call: Call
    let package: ServedPackage

    private var language: Language { call.language }
    private var path: String { "/r/\(WebAddress.encoded(package.id))/runs/\(address)" }

    /// The panel.
    var panel: HTML {
        HTML(.section, .class("panel"), .label(Localized("Reproduce", "可复现")[language])) {
            HTML(.h2) { Localized("Reproduce", "可复现")[language] }
            HTML(.dl, .class("rows")) {
                row(
                    Localized("Study", "研究"),
                    HTML(.span, .class("id")) { "\(report.study) \(report.version)" })
                row(
                    Localized("Data package", "数据包"),
                    HTML(text: "\(report.package.id) \(report.package.version)"))
                row(Localized(same: "SHA-256"), fingerprint(report.package.fingerprint))
                if let supplied = report.supplied {
                    row(
                        supplied.kind.label,
                        HTML(text: supplied.name + " · ") + fingerprint(supplied.fingerprint))
                }
                row(
                    Localized("Seed", "种子"),
                    HTML(
                        text: report.seed.map(String.init) ?? report.parameters["seed"]
                            ?? Localized("no random numbers", "不用随机数")[language]))
                if let basis = report.weakestBasis {
                    row(
                        Localized("Weakest basis", "最弱依据"),
                        HTML(.span, .class("basis \(basis.rawValue)")) { basis.label[language] })
                }
                row(
                    Localized("Permanent address", "永久地址"),
                    HTML(.a, .href(path), .class("id")) { address })
                row(Localized("Files", "导出"), files)
            }
        }
    }

    private func fingerprint(_ text: String) -> HTML {
        HTML(.span, .class("id"), HTML.Attribute("title", text)) { String(text.prefix(16)) + "…" }
    }

    private var files: HTML {
        HTML(.span, .class("files")) {
            for format in ReportFormat.allCases {
                HTML(
                    .a,
                    .href(
                        WebAddress.path(
                            "\(path)/report",
                            query: [("format", format.rawValue), ("lang", language.rawValue)]))
                ) { format.rawValue.uppercased() }
                " "
            }
        }
    }

    private func row(_ label: Localized, _ value: HTML) -> HTML {
        HTML(.dt) { label[language] } + HTML(.dd) { value }
    }
}
