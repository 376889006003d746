/// Where a number or statement comes from: its basis, the paragraphs that say it, and the records that hold it.
public struct Origin: Sendable, Hashable, Codable {
    /// The weakest basis of what it rests on.
    public var basis: Basis
    /// Whether it holds or is planned, possible, recommended.
    public var state: FactState
    /// Ids of cited paragraphs, sorted, each once.
    public var paragraphs: [String]
    /// Ids of the records that it rests on, sorted, each once.
    public var records: [String]
    /// A remark for the reader, such as a correction or a formula.
    public var note: Localized?

    /// An origin; lists are sorted and made unique.
    public init(
        basis: Basis, state: FactState = .actual, paragraphs: [String] = [], records: [String] = [],
        note: Localized? = nil
    ) {
        self.basis = basis
        self.state = state
        self.paragraphs = Set(paragraphs).sorted()
        self.records = Set(records).sorted()
        self.note = note
    }

    /// What a result rests on when it is computed from several origins: the weakest basis, never stronger than
    /// `atBest`, and the union of paragraphs and records.
    public static func combined(
        _ origins: some Sequence<Origin>, atBest: Basis = .derived, note: Localized? = nil
    ) -> Origin {
        var basis = atBest
        var paragraphs: [String] = []
        var records: [String] = []
        for origin in origins {
            basis = max(basis, origin.basis)
            paragraphs += origin.paragraphs
            records += origin.records
        }
        return Origin(basis: basis, paragraphs: paragraphs, records: records, note: note)
    }
}
