/// A small set of numbers that a study computes with, beside the ecosystem: read from a file or folder, or uploaded.
public enum ComputingInput: Sendable, Equatable {
    /// Regions × industries.
    case matrix(RegionMatrix)
    /// An input-output table.
    case table(FlowTable)
    /// Firms and what they supply each other.
    case network(SupplyNetwork)

    /// Which of the computing inputs it is.
    public enum Kind: String, Sendable, Codable, CaseIterable {
        case matrix, table, network

        /// The word for readers.
        public var label: Localized {
            switch self {
            case .matrix: Localized("matrix file", "矩阵文件")
            case .table: Localized("table folder", "投入产出表文件夹")
            case .network: Localized("network folder", "供应网络文件夹")
            }
        }
    }

    /// Which of the computing inputs it is.
    public var kind: Kind {
        switch self {
        case .matrix: .matrix
        case .table: .table
        case .network: .network
        }
    }

    /// The name under which it was given, such as the file's name.
    public var name: String {
        switch self {
        case .matrix(let matrix): matrix.name
        case .table(let table): table.name
        case .network(let network): network.name
        }
    }

    /// SHA-256 of the content, without the name: equal numbers under equal labels have equal fingerprints.
    ///
    /// Complexity: one pass over the content; of a network and its copies the first time only.
    public var fingerprint: String {
        if case .network(let network) = self { return network.memo.text { computed } }
        return computed
    }

    private var computed: String {
        var content = ContentHash()
        content.add(kind.rawValue)
        switch self {
        case .matrix(let matrix): matrix.add(to: &content)
        case .table(let table): table.add(to: &content)
        case .network(let network): network.add(to: &content)
        }
        return content.finish()
    }
}

/// Hashes labels and numbers so that no two contents run into each other.
struct ContentHash {
    /// A quiet NaN that no reader produces; it stands for a missing number.
    private static let missing: UInt64 = 0x7FF8_0000_6D69_7373
    private var hash = SHA256Hash()

    mutating func add(_ text: String) { hash.add("\(text.utf8.count) \(text)\n") }

    mutating func add(_ texts: [String]) {
        hash.add("\(texts.count) texts\n")
        for text in texts { add(text) }
    }

    /// Numbers by their bits, eight bytes each, the lowest first.
    mutating func add(_ numbers: [Double?]) {
        addBits(numbers.count) { numbers[$0]?.bitPattern ?? Self.missing }
    }

    mutating func add(_ numbers: [Double]) { addBits(numbers.count) { numbers[$0].bitPattern } }

    mutating func add(_ numbers: [Int32]) {
        addBits(numbers.count) { UInt64(bitPattern: Int64(numbers[$0])) }
    }

    private mutating func addBits(_ count: Int, _ bits: (Int) -> UInt64) {
        hash.add("\(count) numbers\n")
        var bytes: [UInt8] = []
        bytes.reserveCapacity(min(count, 8_192) * 8)
        for index in 0..<count {
            let value = bits(index)
            for shift in stride(from: 0 as UInt64, to: 64, by: 8) {
                bytes.append(UInt8(truncatingIfNeeded: value >> shift))
            }
            if bytes.count == 65_536 {
                hash.add(bytes)
                bytes.removeAll(keepingCapacity: true)
            }
        }
        hash.add(bytes)
    }

    mutating func finish() -> String { hash.finish() }
}
