import Ecosystem
import Reporting
import Studies

/// Words of the program that readers meet everywhere, each with what it means in plain words.
struct Term {
    /// Its part of an address, such as `basis-inferred`.
    let id: String
    let name: Localized
    let meaning: Localized
    /// Its mark, where it has one.
    var mark: HTML = .empty

    /// How a statement is known, strongest first.
    static func bases(_ language: Language) -> [Term] {
        Basis.allCases.map { basis in
            Term(
                id: "basis-" + basis.rawValue, name: basis.label.capitalized, meaning: meaning(of: basis),
                mark: HTML.basisMark(basis, language))
        }
    }

    private static func meaning(of basis: Basis) -> Localized {
        switch basis {
        case .stated: Localized("A document says it.", "文献写明。")
        case .corrected:
            Localized(
                "A document prints it wrongly or unclearly; this is our reading. The printed form stands beside it, struck.",
                "文献印错或有歧义，这是我们的读法；原文划线并列。")
        case .counted:
            Localized(
                "Items of a document's list, or records of this package, counted.", "由文献列表或本数据包的记录计数得出。")
        case .derived: Localized("Arithmetic on statements; the formula is shown.", "由文献数字算出，公式一并列出。")
        case .declared: Localized("A member said it of itself; nobody verified it.", "成员自行申报，未经核实。")
        case .general:
            Localized("Known to the curator; no document of this package says it.", "编者常识，本数据包的文献没有写。")
        case .inferred:
            Localized(
                "It follows from a document's wording or context, but the document does not say it.",
                "由文献措辞或上下文推断，文献没有直接写。")
        case .estimated:
            Localized("An estimate under an assumption that is shown.", "在写明的假设下估计。")
        case .synthetic: Localized("Made up or reconstructed; never a fact.", "虚构或重构，不是事实。")
        }
    }

    /// Whether a statement holds.
    static let states = FactState.allCases.map { state in
        Term(id: "state-" + state.rawValue, name: state.label.capitalized, meaning: meaning(of: state))
    }

    private static func meaning(of state: FactState) -> Localized {
        switch state {
        case .actual: Localized("It holds, as far as the source says.", "就出处而言，现已如此。")
        case .planned:
            Localized("A source says that it is intended; it is not counted as present.", "出处说打算这样做；不计入已有。")
        case .possible: Localized("A source names it as a possibility.", "出处提到有此可能。")
        case .recommended: Localized("A source recommends it.", "出处建议这样做。")
        case .ended: Localized("It held once and has ended.", "曾经如此，现已结束。")
        }
    }

    /// How strong a place is in a segment.
    static let classes = Vocabulary.strength.terms.compactMap { term in
        Chain.meaning(ofClass: term.code).map { meaning in
            Term(
                id: "class-" + term.code, name: term.label.capitalized, meaning: meaning,
                mark: HTML(.span, .class("st \(term.code)"), .decorative))
        }
    }

    /// What stands where there is no number.
    static let absences = [
        Term(
            id: "zero", name: Localized("0", "0"),
            meaning: Localized(
                "Somebody looked and there is none. Only then a zero is written.", "查过，没有。只有这时才写零。")),
        Term(
            id: "not-printed", name: Localized("Not printed", "未印"),
            meaning: Localized(
                "The documents speak of it and do not print the value.", "文献提到此事，但没有印出数值。")),
        Term(
            id: "no-record", name: Localized("No record", "无记录"),
            meaning: Localized(
                "Nothing of the kind stands in this package. That does not say that there is none.",
                "本数据包没有这类记录；不等于没有。")),
        Term(
            id: "unknown", name: Localized("Unknown", "未知"),
            meaning: Localized("Nobody says. It is not zero and never counted as zero.", "没有人说过。不是零，也绝不按零计算。")
        ),
        Term(
            id: "weakest-basis", name: Localized("Weakest basis", "最弱依据"),
            meaning: Localized(
                "A result is only as sure as the weakest statement that it rests on; that one is named.",
                "结果只与它所依据的最弱一条同样可靠，故标出该条。")),
        Term(
            id: "fingerprint", name: Localized("SHA-256", "SHA-256"),
            meaning: Localized(
                "A number made from the whole content of a package: equal content, equal number; one changed cell, another "
                    + "number.",
                "由数据包全部内容算出：内容相同则数值相同，改动一格即不同。")),
    ]
}
