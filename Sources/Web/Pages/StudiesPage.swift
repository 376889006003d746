import Ecosystem
import Reporting
import Studies

/// Everything that can be asked, by what people come for, each with its question.
struct StudiesPage {
    let site: Site
    let call: Call
    let package: ServedPackage

    private var language: Language { call.language }
    private var root: String { "/r/\(WebAddress.encoded(package.id))" }

    /// The page.
    func page() -> String {
        let studies = site.studies.map(\.description)
        let frame = PageFrame(
            site: site, call: call, package: package, title: Localized("Studies", "全部研究"),
            lead: Localized(
                "\(studies.count) questions can be asked of this package, each on this page, on the command line and in the API.",
                "本数据包可问 \(studies.count) 个问题；网页、命令行和接口结果相同。"), crumbs: [(Localized("Home", "首页"), root)])
        return frame.page {
            HTML(.nav, .label(Localized("What people come for", "按用途")[language])) {
                HTML(.ul, .class("key kinds")) {
                    for verb in StudyDescription.Verb.allCases {
                        HTML(.li) {
                            HTML(.a, .href("#\(verb.rawValue)")) { verb.label[language] }
                            " "
                            HTML(.b) { "\(studies.count { $0.verb == verb })" }
                        }
                    }
                    HTML(.li) {
                        HTML(.a, .href("\(root)/scenario")) { Localized("Try a change", "试一个情景")[language] }
                    }
                    HTML(.li) {
                        HTML(.a, .href("\(root)/compare")) {
                            Localized("Two answers side by side", "两个结果并排")[language]
                        }
                    }
                }
            }
            for verb in StudyDescription.Verb.allCases {
                section(verb, studies.filter { $0.verb == verb })
            }
        }
    }

    private func section(_ verb: StudyDescription.Verb, _ studies: [StudyDescription]) -> HTML {
        HTML(.section, .class("sec"), .id(verb.rawValue)) {
            HTML(.h2) {
                verb.label[language] + " "
                HTML(.small, .class("muted")) { verb.purpose[language] }
            }
            if verb == .see {
                HTML(.p) {
                    HTML(.a, .href("\(root)/map")) { Localized("Map", "产业地图")[language] }
                    " · "
                    HTML(.a, .href("\(root)/chain")) { Localized("Chain diagram", "产业链图谱")[language] }
                }
            }
            if verb == .stress, site.study(id: StressPage.study) != nil {
                HTML(.p) {
                    HTML(.a, .href("\(root)/stress")) { StressPage.title[language] }
                    " · "
                    HTML(.a, .href("\(root)/keystones")) { KeystonesPage.title[language] }
                }
            }
            if studies.isEmpty {
                HTML(.p, .class("muted")) { Localized("Not yet in this version.", "本版本尚无。")[language] }
            } else {
                HTML(.ul, .class("systems asks")) {
                    for study in studies {
                        HTML(.li, .class("panel")) {
                            HTML(.h3) {
                                HTML(.a, .href("\(root)/studies/\(study.id)")) { study.title[language] }
                            }
                            HTML(.p) { study.question[language] }
                            HTML(.p, .class("id")) { study.id }
                        }
                    }
                }
            }
        }
    }
}
