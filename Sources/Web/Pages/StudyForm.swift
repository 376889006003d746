import DataPackages
import Ecosystem
import Reporting
import Studies

/// The form of a study, made from its parameters; it is sent with GET, so that an address is a question.
struct StudyForm {
    let description: StudyDescription
    let package: ServedPackage
    let site: Site
    let action: String
    let values: [String: String]
    let compared: [String]
    /// What an address carries for the scenario that is asked with; `nil` for none.
    var scenario: String?
    /// The address of the answer beside the form, with which the next one can be compared; `nil` where there is none.
    var against: String?
    let problem: StudyProblem?
    let language: Language
    /// What is offered for a parameter that holds a text.
    var suggestions: (String) -> [(value: String, label: Localized)] = { _ in [] }
    /// The kind of the own file that the answer rests on.
    var supplied: ComputingInput.Kind?

    /// Records that a choice list shows at most; beyond that, an id is typed.
    private static let listLimit = 400

    /// The panel.
    var panel: HTML {
        HTML(.section, .class("panel"), .label(Localized("Parameters", "参数")[language])) {
            HTML(.h2) { Localized("Parameters", "参数")[language] }
            HTML(.form, .class("form"), .method("get"), .action(action)) {
                fields
                comparison
                numbers
                if let scenario { HTML(.input, .type("hidden"), .name("scenario"), .value(scenario)) }
                HTML(.div, .class("acts")) {
                    HTML(.button, .class("btn pri"), .type("submit")) {
                        Localized("Run again", "重新计算")[language]
                    }
                    if let against {
                        HTML(.button, .class("btn"), .type("submit"), .name("against"), .value(against)) {
                            Localized("Run and compare", "计算并对比")[language]
                        }
                    }
                    HTML(.a, .class("btn"), .href(action)) { Localized("Back to defaults", "恢复默认")[language] }
                    HTML(.a, .class("btn"), .href(scenarioPath)) {
                        (scenario == nil
                            ? Localized("Try a change", "试一个情景") : Localized("Edit the scenario", "编辑情景"))[
                                language]
                    }
                }
            }
            HTML(.p, .class("small muted")) {
                Localized("The same question on the command line gives the same bytes:", "同一组参数，命令行结果逐字节相同：")[
                    language]
            }
            HTML(.pre, .class("cmd"), HTML.Attribute("tabindex", "0")) { HTML(.code) { command } }
        }
    }

    /// The fields; where a study names the foremost, the others are folded until one of them is set or wrong.
    private var fields: HTML {
        let foremost = description.parameters.filter { description.foremost.contains($0.id) }
        guard !foremost.isEmpty else { return HTML(description.parameters.map(field)) }
        let further = description.parameters.filter { !description.foremost.contains($0.id) }
        let isAsked = further.contains { parameter in
            problem?.details.contains { $0.parameter == parameter.id } == true
                || values[parameter.id].map { $0 != parameter.defaultText(for: package.model) ?? "" } == true
        }
        return HTML([
            HTML(foremost.map(field)),
            HTML(.details, .class("deep"), .flag("open", isAsked)) {
                HTML(.summary) {
                    Localized("\(further.count) further parameters", "其他 \(further.count) 个参数")[language]
                }
                for parameter in further { field(parameter) }
            },
        ])
    }

    /// Where a scenario for this study is edited.
    private var scenarioPath: String {
        WebAddress.path(
            "/r/\(WebAddress.encoded(package.id))/scenario",
            query: (scenario.map { [("scenario", $0)] } ?? []) + [("study", description.id)])
    }

    /// The command that asks the same.
    private var command: String {
        var words = ["jingwei run \(description.id)"]
        if package.own != nil { words.append("--data DIR") }
        if package.stated != nil {
            // The companion brings its network itself.
            words.insert("jingwei run reconstruct --into companion && \\\n ", at: 0)
            words.append("--data companion")
        } else if let supplied {
            words.append("--\(supplied.rawValue) FILE")
        }
        for parameter in description.parameters {
            guard let value = values[parameter.id], !value.isEmpty,
                value != parameter.defaultText(for: package.model)
            else { continue }
            let isPlain = value.allSatisfy {
                $0.isASCII && ($0.isLetter || $0.isNumber || "._-".contains($0))
            }
            words.append(
                "--\(parameter.id) \(isPlain ? value : "'" + value.replacing("'", with: "'\\''") + "'")")
        }
        if scenario != nil { words.append("--scenario scenario.json") }
        for id in compared where !id.isEmpty { words.append("--compare " + id) }
        return words.joined(separator: " ")
    }

    /// One parameter with its label, control and hint.
    func field(_ parameter: StudyParameter) -> HTML {
        let id = "p-\(parameter.id)"
        let message = problem?.details.first { $0.parameter == parameter.id }?.message
        let described = message == nil ? "\(id)-hint" : "\(id)-error \(id)-hint"
        return HTML(.div, .class(message == nil ? "field" : "field bad")) {
            HTML(.label, .for(id)) { parameter.title[language] }
            control(parameter, id: id, described: described, isWrong: message != nil)
            if let message { HTML(.p, .class("err"), .id("\(id)-error")) { message[language] } }
            HTML(.p, .class("hint"), .id("\(id)-hint")) {
                parameter.help[language] + " "
                HTML(.span, .class("id")) { parameter.id }
            }
        }
    }

    private func control(_ parameter: StudyParameter, id: String, described: String, isWrong: Bool) -> HTML {
        let value = values[parameter.id] ?? parameter.defaultText(for: package.model) ?? ""
        let common: [HTML.Attribute] =
            [
                .id(id), .name(parameter.id), .class("in"), HTML.Attribute("aria-describedby", described),
            ] + (isWrong ? [HTML.Attribute("aria-invalid", "true")] : [])
        switch parameter.kind {
        case .choice(let choices):
            return select(
                common, choices.map { ($0.code, $0.label[language]) }, value: value,
                isOptional: isOptional(parameter))
        case .flag:
            return select(
                common, [("yes", Localized("yes", "是")[language]), ("no", Localized("no", "否")[language])],
                value: value.isEmpty ? "no" : value, isOptional: false)
        case .record(let kind):
            let records = package.model.records(of: kind)
            if records.count <= StudyForm.listLimit {
                let options = records.map { ($0.id, $0.name[language]) }
                return select(common, options, value: value, isOptional: isOptional(parameter))
            }
            return HTML(.input, attributes: common + [.value(value), HTML.Attribute("maxlength", "200")])
        case .integer(let range):
            return number(
                common, value, "\(range.lowerBound)", "\(range.upperBound)", step: "1", parameter.unit)
        case .number(let range):
            return number(
                common, value, "\(range.lowerBound)", "\(range.upperBound)", step: "any", parameter.unit)
        case .text(let length):
            let offered = suggestions(parameter.id)
            let input = HTML(
                .input,
                attributes: common + [.value(value), HTML.Attribute("maxlength", "\(length)")]
                    + (offered.isEmpty ? [] : [HTML.Attribute("list", "\(id)-list")]))
            guard !offered.isEmpty else { return input }
            return HTML([
                input,
                HTML(
                    .datalist, attributes: [.id("\(id)-list")],
                    content: HTML(
                        offered.map { offer in HTML(.option, .value(offer.value)) { offer.label[language] } })
                ),
            ])
        }
    }

    private func isOptional(_ parameter: StudyParameter) -> Bool {
        parameter.defaultText(for: package.model) == nil
    }

    private func select(
        _ common: [HTML.Attribute], _ options: [(String, String)], value: String, isOptional: Bool
    ) -> HTML {
        HTML(
            .select, attributes: common,
            content: HTML(
                (isOptional ? [HTML(.option, .value("")) { "—" }] : [])
                    + options.map { option in
                        HTML(.option, .value(option.0), .flag("selected", option.0 == value)) { option.1 }
                    }))
    }

    private func number(
        _ common: [HTML.Attribute], _ value: String, _ low: String, _ high: String, step: String,
        _ unit: Localized?
    ) -> HTML {
        HTML(.span, .class("unit")) {
            HTML(
                .input,
                attributes: common + [
                    .type("number"), .value(value), HTML.Attribute("min", low), HTML.Attribute("max", high),
                    HTML.Attribute("step", step),
                ])
            if let unit { HTML(.span) { unit[language] } }
        }
    }

    /// Packages to compare with, where more than one is served.
    private var comparison: HTML {
        let others = site.order.filter { $0 != package.id }.compactMap { site.packages[$0] }
        guard !others.isEmpty else { return .empty }
        return HTML(.div, .class("field")) {
            HTML(.label, .for("p-compare")) { Localized("Compare with", "与之对比")[language] }
            HTML(.select, .id("p-compare"), .name("compare"), .class("in")) {
                HTML(.option, .value("")) { "—" }
                for other in others {
                    HTML(.option, .value(other.id), .flag("selected", compared.contains(other.id))) {
                        other.model.identity.title[language]
                    }
                }
            }
        }
    }

    /// Where a study takes its numbers from, where it takes a matrix, table or network.
    private var numbers: HTML {
        guard !description.takes.isEmpty else { return .empty }
        let root = "/r/\(WebAddress.encoded(package.id))"
        let kinds = description.takes.filter { package.supplied[$0] != nil }
        return HTML(.div, .class("field")) {
            if kinds.isEmpty {
                HTML(.span, .class("lb")) { Localized("Numbers of your own", "自己的数据")[language] }
            } else {
                HTML(.label, .for("p-supplied")) { Localized("Numbers from", "数据来自")[language] }
                HTML(.select, .id("p-supplied"), .name("supplied"), .class("in")) {
                    for kind in kinds {
                        HTML(.option, .value(kind.rawValue), .flag("selected", kind == supplied)) {
                            "\(kind.label[language]) \(package.supplied[kind]?.input.name ?? "")"
                        }
                    }
                    HTML(.option, .value("none"), .flag("selected", supplied == nil)) {
                        Localized("the data package", "数据包")[language]
                    }
                }
            }
            HTML(.p, .class("hint")) {
                let names = Localized.joined(description.takes.map(\.label))
                Localized("This study takes: \(names.en). ", "本研究可用：\(names.zh)。")[language]
                HTML(.a, .href("\(root)/own")) { Localized("Upload one", "上传")[language] }
            }
        }
    }
}
