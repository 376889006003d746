import Ecosystem
import Reporting
import Store
import Studies

/// What can stop in a package, and what of it fits the words that are looked for.
struct StressChoices {
    /// Everything, group by group.
    let all: [DisruptChoice]
    private let places: [String: Int]
    private let byKind: [DisruptChoice.Kind: [String: Int]]

    /// Results of a group at most.
    static let limit = 12

    init(_ all: [DisruptChoice]) {
        self.all = all
        places = Dictionary(
            all.enumerated().map { ($0.element.value, $0.offset) }, uniquingKeysWith: { first, _ in first })
        var byKind: [DisruptChoice.Kind: [String: Int]] = [:]
        for (place, choice) in all.enumerated() where byKind[choice.kind]?[choice.id] == nil {
            byKind[choice.kind, default: [:]][choice.id] = place
        }
        self.byKind = byKind
    }

    /// The choice that a value names; `nil` where it is none of them.
    ///
    /// A name alone stands for the one thing that is called so.
    subscript(value: String) -> DisruptChoice? {
        if let place = places[value] { return all[place] }
        let called = DisruptChoice.Kind.allCases.compactMap { byKind[$0]?[value] }
        return called.count == 1 ? called.first.map { all[$0] } : nil
    }

    /// The choices of a kind for a record.
    func choice(_ kind: DisruptChoice.Kind, _ id: String) -> DisruptChoice? {
        byKind[kind]?[id].map { all[$0] }
    }

    /// What fits words, group by group: by name or id as typed, else by what the search of the package finds.
    func fitting(
        _ words: String, found: SearchResults?
    ) -> [(kind: DisruptChoice.Kind, choices: [DisruptChoice], count: Int)] {
        let asked = words.lowercased()
        let ids = Set((found?.groups ?? []).flatMap(\.hits).filter { $0.score >= 500 }.map(\.record.id))
        func rank(_ choice: DisruptChoice) -> Int? {
            let names = [choice.id, choice.name.en, choice.name.zh].map { $0.lowercased() }
            if names.contains(asked) { return 0 }
            if names.contains(where: { $0.hasPrefix(asked) }) { return 1 }
            if names.contains(where: { $0.contains(asked) }) { return 2 }
            return ids.contains(choice.id) ? 3 : nil
        }
        return DisruptChoice.Kind.allCases.compactMap { kind in
            let fitting = all.enumerated().compactMap { place, choice -> (Int, Int, DisruptChoice)? in
                guard choice.kind == kind, let rank = rank(choice) else { return nil }
                return (rank, place, choice)
            }.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
            return fitting.isEmpty ? nil : (kind, Array(fitting.prefix(StressChoices.limit)), fitting.count)
        }
    }

    /// What is nearest to a value that nobody knows: same words in a name or id, else the beginning of the list.
    func nearest(to value: String) -> [DisruptChoice] {
        let name = value.split(separator: ":", maxSplits: 1).last.map(String.init) ?? value
        let close = all.map { choice in
            (
                choice,
                [choice.id, choice.name.en, choice.name.zh].map { StressChoices.likeness(name, $0) }.max()
                    ?? 0
            )
        }.filter { $0.1 > 0.3 }.enumerated().sorted {
            ($1.element.1, $0.offset) < ($0.element.1, $1.offset)
        }
        return close.prefix(3).map(\.element.0)
    }

    /// How many pairs of neighbouring letters two texts share, 0 to 1 (Dice).
    private static func likeness(_ left: String, _ right: String) -> Double {
        func pairs(_ text: String) -> Set<String> {
            let letters = Array(text.lowercased())
            guard letters.count > 1 else { return [String(letters)] }
            return Set(letters.indices.dropLast().map { String(letters[$0...($0 + 1)]) })
        }
        let (a, b) = (pairs(left), pairs(right))
        return a.isEmpty && b.isEmpty ? 0 : 2 * Double(a.intersection(b).count) / Double(a.count + b.count)
    }
}

/// A start that is ready made: one of the scenarios of `docs/scenarios`, for packages that have what it stops.
struct StressStart {
    let title: Localized
    let words: Localized
    let what: String
    let days: String
    let recovery: String
    let imports: String?

    /// The three scenarios; the first fits every package with the segment of chips.
    static let all = [
        StressStart(
            title: Localized("Chips from abroad are cut for eight weeks", "境外芯片断供八周"),
            words: Localized(
                "Assumed: four fifths of the chips that each user buys come from abroad.",
                "假设：各用户所购芯片的五分之四来自境外。"),
            what: "abroad:sg.cmp.aichip", days: "56", recovery: "14", imports: "sg.cmp.aichip=0.8"),
        StressStart(
            title: Localized("The Port of Tianjin is closed for two weeks", "天津港关闭两周"),
            words: Localized(
                "Assumed: a tenth of all that each firm buys comes from abroad through the port.",
                "假设：各企业全部采购的十分之一经该港自境外进口。"),
            what: "way:si.tjport", days: "14", recovery: "0", imports: "*=0.1@si.tjport"),
        StressStart(
            title: Localized("All firms of Baoding stop for four weeks", "保定全部企业停产四周"),
            words: Localized("Nothing is assumed to come from abroad.", "假设：没有来自境外的投入。"),
            what: "region:r.he.bd", days: "28", recovery: "14", imports: nil),
    ]
}
