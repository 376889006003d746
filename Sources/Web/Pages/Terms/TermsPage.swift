import Ecosystem
import Reporting

/// How to read these pages: what bases, states, classes and gaps mean, and how many statements of the package are known
/// in which way.
struct TermsPage {
    let site: Site
    let call: Call
    let package: ServedPackage

    private var language: Language { call.language }
    private var root: String { "/r/\(WebAddress.encoded(package.id))" }

    /// The page.
    func page() -> String {
        let counts = package.factsByBasis
        let frame = PageFrame(
            site: site, call: call, package: package, title: Localized("How to read these pages", "怎样读这些页面"),
            lead: Localized(
                "Every number says how it is known. The words for that, strongest first.",
                "每个数字都写明是怎样知道的。这些词的含义如下，由强到弱。"),
            crumbs: [(Localized("Home", "首页"), root)])
        return frame.page {
            section(
                Localized("How it is known: basis", "怎样知道的：依据"), Term.bases(language),
                counts: Dictionary(
                    uniqueKeysWithValues: counts.map { ("basis-" + $0.key.rawValue, $0.value) }))
            section(Localized("Whether it holds: state", "是否已有：状态"), Term.states)
            section(Localized("How strong a segment is: class", "环节有多强：强弱"), Term.classes)
            section(Localized("What stands where there is no number", "没有数字的地方写什么"), Term.absences)
        }
    }

    private func section(_ title: Localized, _ terms: [Term], counts: [String: Int]? = nil) -> HTML {
        HTML(.section, .class("sec")) {
            HTML(.h2) { title[language] }
            HTML(.dl, .class("rows panel terms")) {
                for term in terms {
                    HTML(.dt, .id(term.id)) {
                        term.mark
                        " "
                        HTML(.b) { term.name[language] }
                    }
                    HTML(.dd) {
                        term.meaning[language]
                        if let counts {
                            HTML(.span, .class("sub")) {
                                let count = counts[term.id] ?? 0
                                Localized(
                                    count == 0
                                        ? " None in this package."
                                        : " In this package: \(count) records.",
                                    count == 0 ? "本数据包中没有。" : "本数据包中有 \(count) 条记录。")[language]
                            }
                        }
                    }
                }
            }
        }
    }
}
