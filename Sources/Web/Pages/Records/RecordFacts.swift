import Ecosystem
import Reporting

/// What a page says of one record, in the order in which a reader needs it.
struct RecordFacts {
    /// Who or what it is, where, and what it does: a sentence made from recorded facts alone.
    var lead: Localized
    /// Key figures under the sentence.
    var figures: [Figure] = []
    /// What stands before and behind it, or above and below.
    var tiers: Tiers?
    /// Steps that it goes through, the present one marked.
    var steps: [Step] = []
    /// Tables of the wide column, in order of importance.
    var main: [Block] = []
    /// Tables that come after what refers to the record.
    var later: [Block] = []
    /// The narrow column: where it is, what it is part of.
    var aside: [Block] = []
    /// What is not known.
    var gaps: [Note] = []
    /// Fields that are shown already.
    var shown: Set<FieldName> = []
    /// Ids of records that are shown already.
    var told: Set<String> = []
    /// Lists that hold all rows of a shortened table, by table id.
    var more: [String: More] = [:]

    /// A step of a life cycle.
    struct Step {
        /// Its name.
        var title: Localized
        /// Whether the record stands here; of the others nothing is said.
        var isPresent: Bool
    }

    /// Where all rows are listed.
    struct More {
        /// Words of the link.
        var title: Localized
        /// The address below the package's own.
        var path: String
    }

    /// A sentence and nothing else yet.
    init(lead: Localized) { self.lead = lead }

    /// Adds a table that shows records, unless there is none.
    mutating func add(_ table: Table?, telling records: some Sequence<Record>) {
        guard let table else { return }
        main.append(.table(table))
        for record in records { told.insert(record.id) }
    }

    /// Adds a gap.
    mutating func miss(_ title: Localized, _ text: Localized? = nil) {
        gaps.append(Note(.gap, title, text))
    }
}

extension Figure {
    /// A count of records; none is "no record", never zero.
    static func count(_ label: Localized, _ records: [Record], _ unit: Localized) -> Figure {
        guard !records.isEmpty else { return Figure(label, .missing(Localized("no record", "无记录"))) }
        return Figure(
            label, .number(FigureNumber(records.count)), unit: unit,
            origin: Origin.combined(records.map(\.origin), atBest: .counted).shortened)
    }
}

extension Origin {
    /// The origin with the first of many records and paragraphs, and a remark that says how many there are.
    var shortened: Origin {
        let limit = 12
        guard records.count > limit || paragraphs.count > limit else { return self }
        return Origin(
            basis: basis, state: state, paragraphs: Array(paragraphs.prefix(limit)),
            records: Array(records.prefix(limit)),
            note: Localized(
                "rests on \(records.count) records and \(paragraphs.count) paragraphs; the first ones are named",
                "依据 \(records.count) 条记录、\(paragraphs.count) 个段落，此处列出前几条"))
    }
}
