public import Ecosystem

/// The segments of one technology track, found in the data: by ids, by words in names, and by the links between them.
public struct ChainTrack: Sendable {
    /// How a segment came into the track.
    public enum Reason: String, Sendable, Hashable, Codable {
        /// Its id was given.
        case given
        /// A word was found in its name or in what the source says of it.
        case word
        /// It is part of such a segment.
        case part
        /// It supplies such a segment, or depends on it, or the other way round.
        case linked
        /// A park or policy whose name holds the word hosts or supports it.
        case hosted
    }

    /// Segments with the first reason that was found.
    public let reasons: [SegmentID: Reason]
    /// Words and ids for which nothing was found.
    public let unknown: [String]

    /// The segments of the track.
    public var segments: Set<SegmentID> { Set(reasons.keys) }

    /// A track of ids and words, separated by `;` or `,`.
    ///
    /// Words are compared without regard to case, hyphens and spaces, in both languages. Segments that are linked by
    /// `supplies` or `depends_on` to one found belong to it too, one after the other.
    /// - Complexity: O(words × segments + relations).
    public init(_ text: String, in model: EcosystemModel, tree: SegmentTree) {
        var reasons: [SegmentID: Reason] = [:]
        var unknown: [String] = []
        func add(_ segment: SegmentID, _ reason: Reason) {
            if reasons[segment] == nil { reasons[segment] = reason }
        }
        let pieces = text.split { $0 == ";" || $0 == "," || $0 == "；" || $0 == "，" || $0 == "、" }
        for piece in pieces {
            let word = ChainTrack.plain(String(piece))
            if word.isEmpty { continue }
            let id = SegmentID(piece.drop { $0 == " " }.description.trimmedAtEnd)
            if model.find(id, as: Segment.self) != nil {
                add(id, .given)
                continue
            }
            let before = reasons.count
            for segment in tree.ordered
            where ChainTrack.holds(word, segment.record, ["name_en", "name_zh", "evidence"]) {
                add(segment.id, .word)
            }
            for kind in [RecordKind.park, .policy] {
                for place in model.records(of: kind)
                where ChainTrack.holds(word, place, ["name_en", "name_zh"]) {
                    for relation in model.all(Relation.self, where: "subject_id", is: place.id) {
                        let target = SegmentID(relation.object)
                        if model.find(target, as: Segment.self) != nil { add(target, .hosted) }
                    }
                }
            }
            if reasons.count == before { unknown.append(String(piece)) }
        }
        var waiting = reasons.keys.sorted()
        while let next = waiting.popLast() {
            for part in tree.below(next).sorted() where reasons[part] == nil {
                reasons[part] = .part
                waiting.append(part)
            }
            for predicate in ["supplies", "depends_on"] {
                let from = model.all(Relation.self, where: "subject_id", is: next.text)
                let to = model.all(Relation.self, where: "object_id", is: next.text)
                for relation in from + to where relation.predicate.text == predicate {
                    let other = SegmentID(relation.subject == next.text ? relation.object : relation.subject)
                    guard reasons[other] == nil, model.find(other, as: Segment.self) != nil else { continue }
                    reasons[other] = .linked
                    waiting.append(other)
                }
            }
        }
        self.reasons = reasons
        self.unknown = unknown
    }

    private static func plain(_ text: String) -> String {
        String(text.lowercased().filter { !$0.isWhitespace && $0 != "-" && $0 != "‐" && $0 != "–" })
    }

    private static func holds(_ word: String, _ record: Record, _ fields: [FieldName]) -> Bool {
        fields.contains { field in
            guard let text = record.text(field) else { return false }
            let translated = field == "evidence" ? record.model.phrase(text).zh : ""
            return plain(text).contains(word) || plain(translated).contains(word)
        }
    }
}

extension String {
    fileprivate var trimmedAtEnd: String {
        var text = self[...]
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
