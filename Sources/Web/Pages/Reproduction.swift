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
                if !report.files.isEmpty { row(Localized("Made by the study", "研究生成的文件"), made) }
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

    /// Files that the study made, each under an address of its own; the archive of tables holds all of them.
    private var made: HTML {
        HTML(.span, .class("files")) {
            for file in report.files.prefix(Self.shown) {
                HTML(.a, .href(Self.address(of: file, run: path)), .class("line")) { file.name }
                " "
            }
            if report.files.count > Self.shown {
                Localized(
                    "… and \((report.files.count - Self.shown).words) more in the CSV archive",
                    "……另有 \((report.files.count - Self.shown).words) 个，见 CSV 压缩包")[language]
            }
        }
    }

    /// How many files a page names.
    static let shown = 24

    /// Where a file that a study made is found.
    ///
    /// - Parameter run: the path of the run.
    static func address(of file: ReportFile, run: String) -> String {
        "\(run)/files/\(WebAddress.encoded(file.name))"
    }

    private func row(_ label: Localized, _ value: HTML) -> HTML {
        HTML(.dt) { label[language] } + HTML(.dd) { value }
    }
}
