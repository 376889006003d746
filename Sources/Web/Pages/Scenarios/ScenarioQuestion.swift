import DataPackages
import Ecosystem
import Reporting
import Store
import Studies

/// The scenario that an address carries in its item `scenario`: as JSON text, or as the private link of a saved one.
struct ScenarioQuestion {
    /// What the address says: short where the scenario is saved.
    let item: String
    /// What it means.
    let scenario: Scenario

    /// Bytes of JSON that an address carries at most, percent-encoded, so that the rest of a question fits beside it.
    static let addressLimit = 6000

    /// The scenario of a call; `nil` where the address names none.
    ///
    /// - Throws: ``StudyProblem`` where the text is no scenario or the link leads to none of this package.
    static func read(_ call: Call, _ package: ServedPackage, _ store: Store?) throws(StudyProblem)
        -> ScenarioQuestion?
    {
        guard let text = call.item("scenario") else { return nil }
        if !text.hasPrefix("{") {
            guard let saved = store?.scenario(id: text), saved.package == package.model.identity.id
            else {
                throw StudyProblem(
                    Localized(
                        "scenario: “\(text.prefix(80))” is neither JSON nor the link of a scenario of this package",
                        "scenario：“\(text.prefix(80))”既不是 JSON，也不是本数据包已保存情景的链接"),
                    parameter: "scenario")
            }
            return ScenarioQuestion(item: text, scenario: try parse(saved.text))
        }
        let scenario = try parse(text)
        return ScenarioQuestion(item: text, scenario: scenario)
    }

    /// A scenario from its JSON text.
    static func parse(_ text: String) throws(StudyProblem) -> Scenario {
        let scenario: Scenario
        do {
            scenario = try ScenarioReader.parse(Array(text.utf8))
        } catch {
            throw StudyProblem(
                Localized("scenario: \(error.text(.en))", "scenario：\(error.text(.zh))"),
                parameter: "scenario")
        }
        if let seed = scenario.seed, seed > UInt64(Int.max) {
            throw StudyProblem(
                Localized("scenario.seed: at most \(Int.max)", "scenario.seed：至多 \(Int.max)"),
                parameter: "scenario")
        }
        return scenario
    }

    /// A scenario as the text that addresses and files hold: compact JSON, keys in order.
    static func text(of scenario: Scenario) -> String {
        (try? JSONValue(encoding: scenario))?.text() ?? "{}"
    }

    /// The item of an address that carries a scenario; `nil` where it has to be saved first.
    static func item(for scenario: Scenario) -> String? {
        let text = text(of: scenario)
        return WebAddress.encoded(text).utf8.count <= addressLimit ? text : nil
    }
}

extension Scenario {
    /// Whether it changes nothing.
    var isBlank: Bool { changes.isEmpty && shocks.isEmpty && seed == nil }

    /// What it is called on pages.
    var shownTitle: Localized {
        title.isEmpty ? Localized("without a title", "未命名") : Localized("“\(title)”", "“\(title)”")
    }
}
