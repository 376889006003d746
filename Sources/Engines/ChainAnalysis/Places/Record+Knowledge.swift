import Ecosystem

extension Record {
    /// How it is known, without reading its sources and note.
    var basis: Basis { text("basis").flatMap(Basis.init(rawValue:)) ?? .general }

    /// Whether it holds now.
    var isActual: Bool { text("state").flatMap(FactState.init(rawValue:)) ?? .actual == .actual }
}

extension Origin {
    /// How many records an origin names one by one.
    static let namedRecords = 60

    /// What a result rests on when it is read from many records: the weakest basis of all, and the first records with
    /// their paragraphs; of more, the note says how many there are.
    static func resting(on records: [(record: Record, basis: Basis)], atBest: Basis) -> Origin {
        var basis = atBest
        for entry in records { basis = max(basis, entry.basis) }
        let named = records.prefix(namedRecords)
        let note =
            records.count > named.count
            ? Localized(
                "rests on \(records.count) records, the first \(named.count) are named",
                "依据 \(records.count) 条记录，此处列出前 \(named.count) 条") : nil
        return Origin(
            basis: basis, paragraphs: named.flatMap { $0.record.list("sources") },
            records: named.map(\.record.id),
            note: note)
    }
}
