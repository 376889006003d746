import Ecosystem
import Reporting
import Studies

/// Everything that can be asked, with its question.
struct StudiesPage {
    let site: Site
    let call: Call
    let package: ServedPackage

    /// The page.
    func page() -> String {
        let language = call.language
        let root = "/r/\(WebAddress.encoded(package.id))"
        let frame = PageFrame(
            site: site, call: call, package: package, title: Localized("Studies", "全部研究"),
            lead: Localized(
                "\(site.studies.count) questions can be asked of this package.",
                "本数据包可问 \(site.studies.count) 个问题。"), crumbs: [(Localized("Home", "首页"), root)])
        return frame.page {
            StudyVerbs(studies: site.studies, root: root, language: language).markup
            HTML(.section, .class("sec")) {
                HTML(.h2) { Localized("What each one answers", "各研究回答什么")[language] }
                HTML(.dl, .class("rows")) {
                    for study in site.studies.map(\.description) {
                        HTML(.dt) { HTML(.a, .href("\(root)/studies/\(study.id)")) { study.title[language] } }
                        HTML(.dd) { study.question[language] }
                    }
                }
            }
        }
    }
}
