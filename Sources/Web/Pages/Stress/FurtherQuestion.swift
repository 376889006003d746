import Ecosystem
import Reporting

/// A question to ask after an answer, with its address.
struct FurtherQuestion {
    let title: Localized
    let words: Localized
    let path: String

    /// The questions that follow from any answer of stress: what protects, and who can hold out; those whose studies are served.
    ///
    /// - Parameter stop: what stops, as parameters of `mitigate`; empty for each firm by itself.
    static func protecting(
        _ package: String, on site: Site, against stop: [(String, String)] = []
    ) -> [FurtherQuestion] {
        let root = "/r/\(WebAddress.encoded(package))/studies"
        let all = [
            (
                "mitigate", Localized("Which measures protect best for the money", "哪些措施最划算"),
                stop.isEmpty
                    ? Localized(
                        "stocks, second sources, spare capacity, over all single failures",
                        "库存、第二货源、备用产能，针对各企业单独停产")
                    : Localized(
                        "stocks, second sources, spare capacity, faster repair, against this very stop",
                        "库存、第二货源、备用产能、更快修复，针对本次停摆")
            ),
            (
                "time-to-survive", Localized("Who can hold out how long", "各企业能支撑多久"),
                Localized("time to survive against time to recover", "可支撑时间与恢复时间之比")
            ),
        ]
        return all.filter { site.study(id: $0.0) != nil }.map { id, title, words in
            FurtherQuestion(
                title: title, words: words,
                path: id == "mitigate" ? WebAddress.path("\(root)/\(id)", query: stop) : "\(root)/\(id)")
        }
    }

    /// The heading over questions that follow from an answer.
    static let next = Localized("What to ask next", "接下来问什么")

    /// Questions as a panel, and what else stands at its end.
    static func panel(
        _ title: Localized, _ questions: [FurtherQuestion], then last: HTML? = nil, language: Language
    ) -> HTML {
        HTML(.section, .class("panel"), .id("actions")) {
            HTML(.h2) { title[language] }
            list(questions, then: last, language: language)
        }
    }

    /// Questions as a list, and what else stands at its end; robots follow the links only where `isFollowed`.
    static func list(
        _ questions: [FurtherQuestion], then last: HTML? = nil, isFollowed: Bool = false, language: Language
    ) -> HTML {
        HTML(.ul, .class("finds ways")) {
            for question in questions {
                HTML(.li) {
                    HTML(.a, .href(question.path), isFollowed ? nil : HTML.Attribute("rel", "nofollow")) {
                        question.title[language]
                    }
                    HTML(.p) { question.words[language] }
                }
            }
            if let last { HTML(.li) { last } }
        }
    }
}
