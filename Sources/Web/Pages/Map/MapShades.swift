import Ecosystem
import Reporting

/// At most five classes with round borders for the numbers of a map.
struct MapShades {
    /// The smallest number of each class.
    let bounds: [Int]

    private static let round = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000, 20000, 50000]

    /// Classes up to a largest number; none where there is nothing to shade.
    init(upTo largest: Int) {
        let fitting = MapShades.round.filter { $0 <= largest }
        bounds = fitting.count <= 5 ? fitting : [1] + fitting.suffix(4)
    }

    /// The class of a number, 1 for the lowest; 0 for none.
    func shade(_ value: Int) -> Int { bounds.count { $0 <= value } }

    /// What a class holds: `5–9`, `20 or more`.
    func label(_ shade: Int) -> Localized {
        guard bounds.indices.contains(shade - 1) else { return Localized(same: "") }
        let low = bounds[shade - 1]
        // One class alone holds ones and nothing else.
        guard bounds.count > 1 else { return Localized(same: "\(low)") }
        guard bounds.indices.contains(shade) else { return Localized("\(low) or more", "\(low) 及以上") }
        let high = bounds[shade] - 1
        return Localized(same: low == high ? "\(low)" : "\(low)–\(high)")
    }
}
