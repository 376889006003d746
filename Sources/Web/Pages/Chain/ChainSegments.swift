import Ecosystem
import Reporting

/// The segments of a chain as the study of the chain answers them, nested as the tree of segments is.
struct ChainSegments {
    /// One segment with everything that its card says.
    struct Segment {
        let record: Record
        /// `strong`, `adequate`, `weak`, `missing` or `unknown`.
        let grade: String
        /// What the class rests on: `quantity`, `assessment` or `count`.
        let rule: String
        /// Why it was given, in words.
        let why: Localized
        /// Where the class comes from.
        let origin: Origin?
        /// Organizations of the region.
        let organizations: [Record]
        /// Groups that these belong to.
        let independent: Int
        /// Organizations that are only planned there.
        let planned: [Record]
        /// Regions that a document names without a firm.
        let places: [Record]
        /// Organizations outside the region.
        let elsewhere: Int
        /// Whether need and capacity are on record.
        let hasQuantities: Bool
        let parent: String?
        let stage: String

        var id: String { record.id }
    }

    /// All, upstream first, each above its own parts.
    let all: [Segment]
    /// Parts of a segment by its id.
    private let parts: [String: [Segment]]
    private let known: Set<String>

    /// Reads the answer of the study.
    init(_ report: Report, in model: EcosystemModel) {
        let words = ChainSegments.words(of: report)
        func records(_ value: JSONValue?) -> [Record] {
            value.texts.compactMap { model.record(id: $0) }
        }
        all = (report.result["segments"]?.items ?? []).compactMap { value -> Segment? in
            guard let id = value["id"]?.text, let record = model.record(id: id), record.kind == .segment
            else { return nil }
            return Segment(
                record: record, grade: value["class"]?.text ?? "unknown", rule: value["by"]?.text ?? "count",
                why: words[id]?.why ?? Localized(same: ""), origin: words[id]?.origin,
                organizations: records(value["organizations"]), independent: value["independent"]?.count ?? 0,
                planned: records(value["planned"]), places: records(value["places"]),
                elsewhere: value["elsewhere"]?.count ?? 0, hasQuantities: value["need"]?.isKnown ?? false,
                parent: value["parent"]?.text, stage: value["stage"]?.text ?? "")
        }
        known = Set(all.map(\.id))
        parts = Dictionary(grouping: all.filter { $0.parent != nil }, by: { $0.parent ?? "" })
    }

    /// The parts of a segment that are shown, in the order of the tree.
    func parts(of segment: Segment) -> [Segment] { parts[segment.id] ?? [] }

    /// Segments of a stage that stand as cards: the top of the tree and what hangs directly below it.
    func cards(of stage: String) -> [(segment: Segment, isTop: Bool)] {
        let tops = all.filter { $0.stage == stage && !($0.parent.map(known.contains) ?? false) }
        return tops.flatMap { top -> [(segment: Segment, isTop: Bool)] in
            [(top, !parts(of: top).isEmpty)] + parts(of: top).map { ($0, false) }
        }
    }

    /// How many segments have each class.
    var counts: [String: Int] { Dictionary(grouping: all, by: \.grade).mapValues(\.count) }

    /// Why each segment has its class and where that comes from, as the table of the answer says.
    private static func words(of report: Report) -> [String: (why: Localized, origin: Origin?)] {
        guard let table = report.table("segments"),
            let name = table.columns.firstIndex(where: { $0.id == "segment" }),
            let grade = table.columns.firstIndex(where: { $0.id == "class" }),
            let why = table.columns.firstIndex(where: { $0.id == "why" })
        else { return [:] }
        var words: [String: (why: Localized, origin: Origin?)] = [:]
        for row in table.rows where row.count > max(name, grade, why) {
            guard case .links(let links) = row[name].value, let link = links.first,
                case .text(let text) = row[why].value
            else { continue }
            words[link.id] = (text, row[grade].origin)
        }
        return words
    }
}

extension JSONValue {
    /// The text of a value; `nil` for what is none.
    var text: String? { if case .string(let text) = self { text } else { nil } }
    /// The whole number of a value; `nil` for what is none.
    var count: Int? { if case .integer(let count) = self { count } else { nil } }
    /// Whether a value is known.
    var isKnown: Bool { self != .null }
}

extension JSONValue? {
    /// The texts of a list; none where there is no list.
    var texts: [String] { self?.items.compactMap(\.text) ?? [] }
}
