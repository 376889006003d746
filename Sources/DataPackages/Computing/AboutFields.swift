import Ecosystem
import Sheets

/// What a small JSON file says of the numbers beside it: words in two languages, how they are known, factors.
struct AboutFields {
    let root: JSONNode
    private let file: String

    /// - Throws: where the file is no JSON or too large.
    init(_ file: String, in source: PackageSource) throws {
        root = try JSONParser.parse(source.bytes(of: file, limit: 1 << 20), path: file)
        self.file = file
    }

    /// Words, as one text for both languages or as `en` and `zh`.
    static func words(_ node: JSONNode?) -> Localized? {
        if let text = node?.string { return Localized(same: text) }
        return Localized(en: node?["en"]?.string, zh: node?["zh"]?.string)
    }

    /// The words under a key.
    func words(_ key: String) -> Localized? { Self.words(root[key]) }

    /// The basis under a key; a finding where it is none.
    func basis(_ key: String, _ log: inout FindingLog) -> Basis? {
        guard let text = root[key]?.string else { return nil }
        if let basis = Basis(rawValue: text) { return basis }
        let known = Basis.allCases.map(\.rawValue).joined(separator: ", ")
        log.add(
            Finding(
                .error, file: file,
                Localized(
                    "\(key): “\(Finding.shown(text))” is none of \(known)",
                    "\(key)：“\(Finding.shown(text))”不在可选值中：\(known)"), value: text, expected: known))
        return nil
    }

    /// The list of ids under a key, each once; a finding where it is none.
    func ids(_ key: String, _ log: inout FindingLog) -> [String] {
        guard let node = root[key] else { return [] }
        if let items = node.elements {
            let texts = items.compactMap { $0.string?.trimmingBlanks() }.filter { !$0.isEmpty }
            if texts.count == items.count {
                var seen: Set<String> = []
                return texts.filter { seen.insert($0).inserted }
            }
        }
        log.add(
            Finding(
                .error, file: file,
                Localized(
                    "\(key): a list of ids is needed, such as [\"o.1\", \"o.2\"]",
                    "\(key)：应为编号列表，如 [\"o.1\", \"o.2\"]"), value: node.string, expected: "[id, …]"))
        return []
    }

    /// The factor above 0 under a key; a finding where it is none.
    func factor(_ key: String, such example: String, _ log: inout FindingLog) -> Double? {
        guard let node = root[key] else { return nil }
        if let value = node.double, value > 0, value <= CellGrid.largestNumber { return value }
        log.add(
            Finding(
                .error, file: file,
                Localized(
                    "\(key): a number above 0 is needed, such as \(example)",
                    "\(key)：应为大于 0 的数，如 \(example)"), value: node.string, expected: "number > 0"))
        return nil
    }
}
