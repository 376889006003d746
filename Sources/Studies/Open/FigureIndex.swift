import Ecosystem

/// The figures of some indicators, found by what they describe.
struct FigureIndex: Sendable {
    private let figures: [String: [Indicator]]
    private let model: EcosystemModel

    /// The figures of one indicator in a model.
    init(_ model: EcosystemModel, _ definition: IndicatorDefinitionID) {
        self.model = model
        figures = Dictionary(
            grouping: model.all(Indicator.self, where: "indicator_id", is: definition.text), by: \.entity)
    }

    /// The figure that stands for an entity: as printed or declared before derived ones, corrected readings never; of
    /// several the latest, then the first in the table. `nil` where there is none.
    func figure(of entity: String) -> Indicator? {
        let candidates = (figures[entity] ?? []).filter { !$0.isCorrectedReading && $0.value != nil }
        return candidates.enumerated().min { left, right in
            let ranks = (FigureIndex.rank(left.element), FigureIndex.rank(right.element))
            if ranks.0 != ranks.1 { return ranks.0 < ranks.1 }
            let years = (left.element.lastYear ?? 0, right.element.lastYear ?? 0)
            return years.0 != years.1 ? years.0 > years.1 : left.offset < right.offset
        }?.element
    }

    /// What the documents are known to say wrongly or unclearly about a figure.
    func corrections(of figure: Indicator) -> [Record] {
        model.records(of: .correction, where: "concerns", is: figure.id.text)
    }

    private static func rank(_ figure: Indicator) -> Int {
        switch figure.status {
        case nil, "as_printed", "declared", "counted": 0
        case "derived": 1
        default: 2
        }
    }
}
