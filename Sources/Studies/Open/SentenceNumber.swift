import Ecosystem

extension Int {
    /// The number for a sentence, thousands set apart by commas.
    var words: String { NumberWords.text(Double(self), decimals: 0) ?? String(self) }
}

extension Double {
    /// The number for a sentence, without decimals where it is whole, else with as many as asked.
    func words(decimals: Int = 1) -> String {
        let exact = NumberWords.text(self, decimals: rounded() == self ? 0 : decimals)
        return exact ?? "\(self)"
    }

    /// A fraction as a percentage for a sentence: `23.6 %`, `23.6%`.
    func percentWords(decimals: Int = 1) -> Localized {
        let number = (self * 100).words(decimals: decimals)
        return Localized(number + " %", number + "%")
    }
}

extension Localized {
    /// A count with its noun: `1 site`, `3 sites`, `3 个点位`.
    static func count(_ number: Int, _ one: String, _ many: String, _ zh: String) -> Localized {
        Localized(number.words + " " + (number == 1 ? one : many), number.words + " " + zh)
    }
}
