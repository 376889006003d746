import Studies
import Ecosystem
import Reporting

extension Site {
    /// The page for a problem: what happened, what to do, and the way home.
    func problemPage(_ problem: WebProblem, _ call: Call) -> String {
        let package = call.variables["package"].flatMap { packages[$0] } ?? packages[home]
        let language = call.language
        return PageFrame(site: self, call: call, package: package, title: problem.title).page {
            HTML(.div, .class("note bad")) {
                for detail in problem.details { HTML(.p) { detail.message[language] } }
            }
            HTML(.div, .class("acts")) {
                if let way = problem.way {
                    HTML(.a, .class("btn pri"), .href(way.path)) { way.title[language] }
                }
                HTML(.a, .class("btn"), .href("/r/\(WebAddress.encoded(package?.id ?? home))")) {
                    Localized("Home", "回首页")[language]
                }
            }
        }
    }
}
