/// What the register knows of a unit. A class, so that a unit in a record is one pointer.
final class UnitDefinition: Sendable {
    /// The factor to the reference unit of the dimension.
    struct Scale: Sendable, Hashable {
        /// The power of ten, exact.
        let power: Int
        /// What remains, 1 for decimal units.
        let rest: Double

        var value: Double { rest * (PrintedNumber(digits: 1, exponent: power)?.value ?? 1) }
    }

    /// How a number and this unit are written together.
    enum Style: Sendable {
        /// Only the number: counts and ratios, whose indicator says what is counted.
        case bare
        /// A code: the digits as they are, no thousands commas.
        case code
        /// Chinese before and behind, English before and behind the number; the last `one` for exactly one.
        case words(zh: (String, String), en: (String, String), one: String?)
    }

    let key: String
    let dimension: UnitOfMeasure.Dimension
    let scale: Scale
    let label: Localized
    let style: Style
    /// Whether numbers switch at 万, 亿, million and billion, from the reference unit on.
    let usesNumberWords: Bool
    /// Whether the things are whole, so that a printed whole number is exact.
    let isWhole: Bool
    let isRegistered: Bool

    init(
        _ key: String, _ dimension: UnitOfMeasure.Dimension, power: Int = 0, rest: Double = 1,
        label: Localized,
        style: Style, usesNumberWords: Bool = false, isWhole: Bool = false, isRegistered: Bool = true
    ) {
        self.key = key
        self.dimension = dimension
        scale = Scale(power: power, rest: rest)
        self.label = label
        self.style = style
        self.usesNumberWords = usesNumberWords
        self.isWhole = isWhole
        self.isRegistered = isRegistered
    }

    convenience init(unregistered key: String) {
        self.init(
            key, .unstated(key), label: Localized(same: key),
            style: .words(zh: ("", " " + key), en: ("", " " + key), one: nil),
            isRegistered: false)
    }
}
