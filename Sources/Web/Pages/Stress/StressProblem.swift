import Ecosystem
import Reporting
import Studies

/// What is wrong with the question, each with what to do: for a name that nobody knows, the nearest ones as links.
struct StressProblem {
    let page: StressPage
    let problem: StudyProblem

    private var language: Language { page.language }

    var markup: HTML {
        let unknown = page.question.chosen.filter { value in
            page.choices[value] == nil && problem.details.contains { $0.message.en.contains("“\(value)”") }
        }
        return HTML(.div, .class("note bad"), .role("alert")) {
            HTML(.b) { Localized("The question cannot be asked as it stands.", "问题无法这样提出。")[language] }
            HTML(.ul) {
                for detail in problem.details {
                    HTML(.li) {
                        if let parameter = detail.parameter, parameter != "what" {
                            HTML(.a, .href("#p-\(parameter)")) { detail.message[language] }
                        } else {
                            detail.message[language]
                        }
                    }
                }
            }
            for value in unknown { meant(value) }
        }
    }

    private func meant(_ value: String) -> HTML {
        let near = page.choices.nearest(to: value)
        guard !near.isEmpty else { return .empty }
        let others = page.question.chosen.filter { $0 != value }
        return HTML(.p) {
            Localized("Instead of “\(value)”, perhaps: ", "“\(value)”可能指：")[language]
            for (place, choice) in near.enumerated() {
                if place > 0 { Localized(", ", "、")[language] }
                HTML(
                    .a,
                    .href(
                        page.question.address(
                            others + [choice.value], imports: page.question.given["imports"] ?? choice.imports
                        )),
                    HTML.Attribute("rel", "nofollow")
                ) { choice.name[language] }
            }
        }
    }
}
