import ChainAnalysis
import Ecosystem
import Reporting

extension LocalContent {
    /// What is not known about a product's origin, each as a remark.
    func gaps(_ result: Result, _ content: ProductContent, _ input: StudyInput) -> [Note] {
        var notes: [Note] = []
        if let stated = content.stated {
            var text = Localized(
                "The share is printed as a whole; which places and components make it up is not.",
                "占比只印总数，由哪些地区和部件构成未印。")
            if let note = stated.origin.note { text = text + Localized(" ", "") + note + Localized(".", "。") }
            notes.append(
                Note(
                    .gap, Localized("Total known, split unknown", "总数已知，构成未知"), text, origin: stated.origin))
            if let printed = content.printed, let words = printed.printed?.text {
                notes.append(
                    Note(
                        .warning, Localized("A corrected reading is used", "采用校正读法"),
                        Localized("Printed: \(words.en).", "原文：\(words.zh)。"), origin: printed.origin))
            }
        } else if let region = result.region, region != input.model.identity.homeRegion {
            notes.append(
                Note(
                    .gap, Localized("No printed share for this region", "本地区占比未印"),
                    Localized(
                        "A printed share holds for the package's home region alone.", "原文占比仅适用于数据包的主地区。")))
        }
        let unnamed = content.parts.filter { $0.component.supplier == nil }
        if !unnamed.isEmpty {
            notes.append(
                Note(
                    .gap,
                    Localized(
                        "\(unnamed.count) of \(content.parts.count) named components have a place but no supplier",
                        "\(content.parts.count) 种具名部件中有 \(unnamed.count) 种有产地、无供应商"),
                    Localized(
                        "Organizations of the same segment stand in the table as candidates.", "表中同环节机构仅为候选。"),
                    origin: Origin.combined(unnamed.map(\.origin), atBest: .counted)))
        }
        if content.byValue == nil, !content.parts.isEmpty {
            notes.append(
                Note(
                    .gap, Localized("A share by value cannot be computed", "无法按价值推算占比"),
                    Localized(
                        "No component has a value. Fill the columns value and unit of the table of components.",
                        "没有部件价值。请填写部件表的 value 与 unit 两列。")))
        } else if let left = content.byValue?.left, left > 0 {
            notes.append(
                Note(
                    .gap,
                    Localized(
                        "\(left) components are left out of the share by value", "\(left) 种部件未计入按价值的占比"),
                    Localized("They have no value, another unit, or no known place.", "它们无价值、单位不同或产地未知。")))
        }
        if content.byCount == nil, !content.parts.isEmpty {
            notes.append(
                Note(
                    .gap, Localized("A share by number cannot be computed", "无法按部件数推算占比"),
                    Localized(
                        "Components from outside are not named, and how many components there are in all is not printed.",
                        "区外部件未列名，部件总数未印。")))
        }
        return notes
    }
}
