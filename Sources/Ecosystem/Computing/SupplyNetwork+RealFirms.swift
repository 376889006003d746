extension SupplyNetwork {
    /// Real firms in a network whose numbers are made up: one such network says nothing of them, one by one.
    public struct RealFirms: Sendable, Equatable {
        /// Ids of firms of the network that are real, as it says itself.
        public var listed: [String]
        /// Organizations that made-up firms of the network stand in for; which firm for which is not said.
        public var behindStandIns: [String]
        /// Places of firms whose own ids gave way to those of stand-ins; see ``SupplyNetwork/standingIn(for:_:)``.
        public fileprivate(set) var hidden: [Int] = []
        /// What the hidden firms were called before.
        public fileprivate(set) var hiddenIDs: [String] = []

        /// Real firms.
        public init(listed: [String] = [], behindStandIns: [String] = []) {
            self.listed = listed
            self.behindStandIns = behindStandIns
        }

        /// How many real firms do not appear under their own names.
        public var count: Int { max(hidden.count, behindStandIns.count) }
    }

    /// What ids of stand-ins begin with.
    public static let standInPrefix = "stand-in."

    /// The number of a stand-in by its id, such as `stand-in.07`; `nil` for other ids.
    public static func standInNumber(_ id: some StringProtocol) -> Int? {
        guard id.hasPrefix(standInPrefix) else { return nil }
        let digits = id.dropFirst(standInPrefix.count)
        guard !digits.isEmpty, digits.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
        return Int(digits)
    }

    /// The network with some of its firms under ids of stand-ins, numbered in the order of the firms; numbers are as they were.
    ///
    /// Their sites lose their numbers. Scenarios and measures that say a hidden firm's id or one of its names say the stand-in's id
    /// instead; so do scenarios that stop nothing but hidden firms. The fingerprint stays that of the network as it was given.
    ///
    /// - Parameters:
    ///   - firms: places of the firms.
    ///   - names: other names of firms by their place.
    /// - Complexity: O(firms + shocks).
    public func standingIn(for firms: some Sequence<Int>, _ names: [Int: [String]] = [:]) -> SupplyNetwork {
        let places = Set(firms).filter(self.firms.indices.contains).sorted()
        guard !places.isEmpty else { return self }
        // Copies share the memo, which knows from here on what was given.
        _ = ComputingInput.network(self).fingerprint
        var network = self
        let digits = String(places.count).count
        var taken = Set(self.firms.filter { $0.hasPrefix(Self.standInPrefix) })
        var number = 0
        var words: [(from: String, to: String, isWhole: Bool)] = []
        for place in places {
            var id: String
            repeat {
                number += 1
                let text = String(number)
                id = Self.standInPrefix + String(repeating: "0", count: max(0, digits - text.count)) + text
            } while !taken.insert(id).inserted
            words.append((self.firms[place], id, true))
            for name in names[place] ?? [] where name.count > 1 && name != self.firms[place] {
                words.append((name, id, name.utf8.allSatisfy { $0 < 128 }))
            }
            network.firms[place] = id
            network.siteNumbers?[place] = ""
        }
        // A name that holds another one comes first.
        words.sort { ($1.from.count, $0.from) < ($0.from.count, $1.from) }
        network.realFirms.hidden = places
        network.realFirms.hiddenIDs = places.map { self.firms[$0] }
        network.hideNames(words, Set(places))
        return network
    }

    private mutating func hideNames(_ words: [(from: String, to: String, isWhole: Bool)], _ places: Set<Int>)
    {
        func hidden(_ text: String) -> String {
            words.reduce(text) { $0.replacing($1.from, with: $1.to, isWhole: $1.isWhole) }
        }
        for place in measures.indices { measures[place].id = hidden(measures[place].id) }
        let scenarios = Dictionary(grouping: shocks, by: \.scenario)
        let renamed = scenarios.reduce(into: [String: String]()) { renamed, scenario in
            let struck = Set(scenario.value.map(\.firm))
            renamed[scenario.key] =
                struck.isSubset(of: places)
                ? struck.sorted().map { firms[$0] }.joined(separator: "+") : hidden(scenario.key)
        }
        // Two scenarios that would be called alike stay two.
        let tally = Dictionary(grouping: renamed.keys.sorted(), by: { renamed[$0] ?? $0 })
        for place in shocks.indices {
            let scenario = shocks[place].scenario
            guard let name = renamed[scenario], let alike = tally[name] else { continue }
            let number = alike.firstIndex(of: scenario) ?? 0
            shocks[place].scenario = number == 0 ? name : "\(name) (\(number + 1))"
        }
    }
}

extension String {
    /// The text with another in the place of `word`; of a whole word only, letters and digits on neither side, where asked.
    fileprivate func replacing(_ word: String, with other: String, isWhole: Bool) -> String {
        guard !word.isEmpty, contains(word) else { return self }
        func isPart(_ character: Character?) -> Bool {
            character.map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") } ?? false
        }
        var out = ""
        var rest = self[...]
        while let range = rest.firstRange(of: word) {
            let isInside =
                isWhole
                && (isPart((out + rest[..<range.lowerBound]).last) || isPart(rest[range.upperBound...].first))
            out += rest[..<range.lowerBound]
            out += isInside ? word : other
            rest = rest[range.upperBound...]
        }
        return out + rest
    }
}
