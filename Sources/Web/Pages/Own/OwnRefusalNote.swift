import DataPackages
import Ecosystem
import Reporting

/// What is wrong with a matrix, table or network that was not kept: every finding with row and column.
struct OwnRefusalNote {
    let refusal: OwnRefusal
    let package: ServedPackage
    let site: Site
    let language: Language

    /// The notice and the table of findings.
    var markup: HTML {
        HTML(.section, .class("sec"), .id("refused")) {
            HTML(.div, .class("note bad"), .role("alert")) {
                HTML(.p) {
                    HTML(.b) { refusal.file }
                    let errors = refusal.findings.count(.error)
                    Localized(
                        " was not kept: \(errors) errors. Correct them and upload it again; nothing else was changed.",
                        " 未保存：\(errors) 处错误。请改正后重新上传；其他内容没有变化。")[language]
                }
            }
            if let table = FindingTable(findings: refusal.findings, model: package.model).table {
                HTMLRenderer(
                    language: language,
                    links: PageLinks(package: package.id, run: nil, language: language, site: site),
                    sources: SourceDirectory(package.model, citing: [])
                ).table(table)
            }
        }
    }
}
