import Ecosystem
import Reporting

/// How far a run is, with a button that stops it; a script follows it, without one the page loads itself again.
struct RunProgress {
    /// The path of the run.
    let run: String
    /// Where the answer will be.
    let page: String
    let call: Call

    private var language: Language { call.language }

    /// The panel for a part done, and what is done now.
    func panel(_ fraction: Double, _ step: Localized) -> HTML {
        HTML(
            .section, .class("panel"),
            HTML.Attribute(
                "data-run-events", WebAddress.path("\(run)/events", query: [("lang", language.rawValue)])),
            HTML.Attribute("data-run-page", page)
        ) {
            HTML(.p) {
                HTML(
                    .progress, .value("\(fraction)"), HTML.Attribute("max", "1"),
                    .label(Localized("Progress", "进度")[language]))
                " "
                HTML(.span, HTML.Attribute("data-step", ""), HTML.Attribute("aria-live", "polite")) {
                    step[language]
                }
            }
            HTML(.form, .method("post"), .action("\(run)/cancel")) {
                HTML(.input, .type("hidden"), .name("token"), .value(call.formToken))
                HTML(.button, .class("btn"), .type("submit")) {
                    Localized("Cancel the run", "取消运行")[language]
                }
            }
        }
    }
}
