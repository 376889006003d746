import Ecosystem
import Reporting
import Studies

/// What the stress page is asked: what stops and how, and what is looked for; the address is the question.
///
/// Items are the parameters of the study `disrupt`, so that an address of the study's page holds here too; `q` is what is
/// looked for, `day` the day of the map.
struct StressQuestion {
    /// What stops, in order, each once.
    let chosen: [String]
    /// What is looked for.
    let words: String
    /// The other parameters of the study.
    let given: [String: String]
    /// Items of the page that are no parameters but must stay: scenario, own numbers, language.
    private let kept: [(String, String)]
    private let path: String

    private static let own: Set<String> = ["q", "what"]

    init(_ call: Call, path: String) {
        var seen: Set<String> = []
        chosen = StressQuestion.names(
            call.query.filter { $0.name == "what" }.map(\.value).joined(separator: ";")
        )
        .filter { seen.insert($0).inserted }
        words = call.item("q") ?? ""
        given = call.questionItems.filter { !StressQuestion.own.contains($0.key) && !$0.value.isEmpty }
        kept = ["scenario", "supplied", "lang"].compactMap { name in
            name == "lang"
                ? call.askedLanguage.map { (name, $0.rawValue) } : call.item(name).map { (name, $0) }
        }
        self.path = path
    }

    /// Names as the study takes them apart.
    private static func names(_ text: String) -> [String] {
        text.split { $0 == ";" || $0 == "；" || $0.isNewline }
            .map { part in String(part.drop { $0.isWhitespace }.trimmed) }.filter { !$0.isEmpty }
    }

    /// The text of the parameter `what`; `nil` where nothing is chosen.
    static func text(_ chosen: [String]) -> String? {
        chosen.isEmpty ? nil : chosen.joined(separator: "; ")
    }

    /// The items of an address that asks the same of other things.
    func items(_ chosen: [String], imports: String?, isLooking: Bool = false) -> [(String, String)] {
        var items: [(String, String)] = StressQuestion.text(chosen).map { [("what", $0)] } ?? []
        var values = given
        values["imports"] = imports
        items += values.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        if isLooking, !words.isEmpty { items.append(("q", words)) }
        return items + kept
    }

    /// The items of this question.
    var items: [(String, String)] { items(chosen, imports: given["imports"]) }

    /// The page for other things that stop.
    func address(_ chosen: [String], imports: String?, isLooking: Bool = false) -> String {
        WebAddress.path(path, query: items(chosen, imports: imports, isLooking: isLooking))
    }

    /// The page with one thing more.
    func adding(_ choice: DisruptChoice, isLooking: Bool = false) -> String {
        var imports = given["imports"].map { [$0] } ?? []
        if let needed = choice.imports,
            !StressQuestion.names(imports.joined(separator: ";")).contains(needed),
            !isAssumed(choice)
        {
            imports.append(needed)
        }
        return address(
            chosen + [choice.value], imports: imports.isEmpty ? nil : imports.joined(separator: "; "),
            isLooking: isLooking)
    }

    /// The page without one thing; what was assumed for it alone goes with it.
    func removing(_ value: String, _ choice: DisruptChoice?) -> String {
        let left = StressQuestion.names(given["imports"] ?? "").filter { $0 != choice?.imports }
        return address(
            chosen.filter { $0 != value }, imports: left.isEmpty ? nil : left.joined(separator: "; "))
    }

    /// Whether the reader has said already how much comes this way or of this segment.
    private func isAssumed(_ choice: DisruptChoice) -> Bool {
        StressQuestion.names(given["imports"] ?? "").contains { entry in
            choice.kind == .way ? entry.hasSuffix("@" + choice.id) : entry.hasPrefix(choice.id + "=")
        }
    }
}

extension Substring {
    /// Without blanks at the end.
    fileprivate var trimmed: Substring {
        guard let last = lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return self[...last]
    }
}
