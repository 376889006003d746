import Ecosystem

extension EcosystemModel {
    /// What a number computed from these figures rests on: never stronger than `derived`.
    func origin(of figures: some Sequence<IndicatorID>, note: Localized? = nil) -> Origin {
        Origin.combined(records(ids: figures.map(\.text)).map(\.origin), note: note)
    }
}
