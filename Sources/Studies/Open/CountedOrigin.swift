import Ecosystem

extension Origin {
    /// How many records a count names one by one; larger counts say how many there are.
    static let namedRecords = 60

    /// The origin of a count over records: `counted`, or the weakest basis among them; never stronger.
    ///
    /// The first records are named with their paragraphs; of a longer list the note says how many there are, so that
    /// a count over a million records stays small.
    static func counted(_ records: some Collection<Record>, atBest: Basis = .counted, note: Localized? = nil)
        -> Origin
    {
        var basis = atBest
        var paragraphs: [String] = []
        var ids: [String] = []
        for record in records {
            basis = max(basis, record.knownBasis)
            if ids.count < namedRecords {
                ids.append(record.id)
                paragraphs += record.list("sources")
            }
        }
        var words = note
        if records.count > ids.count {
            let rest = Localized(
                "counted over \(records.count) records, the first \(ids.count) are named",
                "共计 \(records.count) 条记录，此处列出前 \(ids.count) 条")
            words = words.map { Localized.joined([$0, rest], Localized("; ", "；")) } ?? rest
        }
        return Origin(basis: basis, paragraphs: paragraphs, records: ids, note: words)
    }
}

extension Record {
    /// Its basis; documents, paragraphs and translations, which are no facts, never weaken a count.
    var knownBasis: Basis {
        guard EcosystemSchema.schema(of: kind).isFact else { return .counted }
        return text("basis").flatMap(Basis.init(rawValue:)) ?? .general
    }

    /// Its state; `actual` where nothing is stated.
    var factState: FactState { text("state").flatMap(FactState.init(rawValue:)) ?? .actual }
}
