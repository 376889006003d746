import Ecosystem

extension Localized {
    /// The caption of a table that shows only the first rows of a result; `nil` where it shows all.
    static func first(_ shown: Int, of all: Int) -> Localized? {
        guard shown < all else { return nil }
        return Localized(
            "the first \(shown.words) of \(all.words); the result holds all",
            "\(all.words) 个中的前 \(shown.words) 个，结果含全部")
    }
}
