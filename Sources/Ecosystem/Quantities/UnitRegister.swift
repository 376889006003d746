/// The units that are known: each with dimension, factor, labels and the way it is written.
public enum UnitRegister {
    /// All registered units in the order of the register.
    public static let all: [UnitOfMeasure] = definitions.map(UnitOfMeasure.init)

    private static let byKey: [String: UnitOfMeasure] = {
        var result: [String: UnitOfMeasure] = [:]
        for unit in all { result[unit.key] = unit }
        return result
    }()

    /// Other names under which units come in: signs, Chinese words, singular forms.
    private static let otherNames: [String: String] = {
        var result: [String: String] = [:]
        for (key, names) in aliases { for name in names { result[name] = key } }
        return result
    }()

    /// The unit of a key or another usual name of it; `nil` where it is not registered.
    public static func unit(_ name: String) -> UnitOfMeasure? {
        if let unit = byKey[name] { return unit }
        guard name.utf8.count <= IdentifierText.limit else { return nil }
        let folded = IdentifierText.compatibilityForm(name).split(separator: " ").joined(separator: " ")
        let lower = folded.lowercased()
        return byKey[folded] ?? byKey[lower]
            ?? (otherNames[folded] ?? otherNames[lower]).flatMap { byKey[$0] }
    }

    /// The registered key most like an unknown name, for a finding; `nil` where none is near.
    public static func nearestKey(to name: String) -> String? {
        let wanted = Array(name.lowercased().utf8.prefix(40))
        var best: (distance: Int, key: String)?
        for unit in all {
            let distance = EditDistance.between(wanted, Array(unit.key.lowercased().utf8))
            if best.map({ distance < $0.distance }) ?? true { best = (distance, unit.key) }
        }
        guard let best, best.distance <= max(1, wanted.count / 3) else { return nil }
        return best.key
    }
}

/// How many insertions, deletions and substitutions turn one sequence into another.
enum EditDistance {
    static func between(_ left: [UInt8], _ right: [UInt8]) -> Int {
        var row = Array(0...right.count)
        for (i, byte) in left.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, other) in right.enumerated() {
                let substituted = diagonal + (byte == other ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(substituted, diagonal + 1, row[j] + 1)
            }
        }
        return row[right.count]
    }
}
