import Ecosystem
import Reporting

/// What a reader asks the chain page; the address is the question.
///
/// The first part is put to the study of the chain, the second only says how much of its answer is drawn.
struct ChainQuestion {
    /// Parameters of the study that the address gives, as they are written.
    let given: [String: String]
    /// Whether nested segments are drawn.
    let showsParts: Bool
    /// Whether segments of which too little is known are drawn.
    let showsUnknown: Bool
    /// Whether supply ties are drawn as lines.
    let showsTies: Bool

    /// Parameters of the study that the page asks by.
    static let asked = ["region", "root", "track", "park", "adjacent"]

    /// What the address asks; `set` tells a form with empty boxes from an address without a form.
    init(_ call: Call) {
        var given: [String: String] = [:]
        for name in ChainQuestion.asked { given[name] = call.item(name) }
        self.given = given
        let isSet = call.item("set") != nil
        showsParts = call.item("level") != "top"
        showsUnknown = !isSet || call.item("unknown") == "yes"
        showsTies = !isSet || call.item("ties") == "yes"
    }

    /// The items of a query that ask the same of the study.
    var items: [(String, String)] {
        ChainQuestion.asked.compactMap { name in given[name].map { (name, $0) } }
    }
}
