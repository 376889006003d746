public import Ecosystem

/// What renderers need in order to write sources out: which document and section each paragraph id stands for.
public struct SourceDirectory: Sendable, Equatable, Codable {
    /// A document.
    public struct Document: Sendable, Equatable, Codable {
        /// Its id.
        public var id: String
        /// Its title.
        public var title: Localized
        /// Its date as the package holds it.
        public var date: String?

        /// A document.
        public init(id: String, title: Localized, date: String? = nil) {
            self.id = id
            self.title = title
            self.date = date
        }
    }

    /// A paragraph of a document.
    public struct Paragraph: Sendable, Equatable, Codable {
        /// Its id, the citation.
        public var id: String
        /// The document's id.
        public var document: String
        /// The section that holds it.
        public var section: Localized?
        /// What it is about.
        public var topic: Localized?

        /// A paragraph.
        public init(id: String, document: String, section: Localized? = nil, topic: Localized? = nil) {
            self.id = id
            self.document = document
            self.section = section
            self.topic = topic
        }
    }

    /// A document with those of its paragraphs that are cited.
    public struct Citation: Sendable, Equatable {
        /// The document; `nil` where the directory does not know the paragraphs.
        public var document: Document?
        /// The cited paragraphs in the order given; unknown ones carry their id alone.
        public var paragraphs: [Paragraph]
    }

    private var documents: [String: Document]
    private var paragraphs: [String: Paragraph]

    /// A directory of these documents and paragraphs.
    public init(documents: [Document] = [], paragraphs: [Paragraph] = []) {
        self.documents = Dictionary(documents.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        self.paragraphs = Dictionary(paragraphs.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The documents of a model, and its paragraphs: all, or only those with these ids.
    ///
    /// Paragraphs are looked up among paragraphs, because a document may bear the id of its only paragraph.
    /// - Complexity: O(paragraphs · log translations).
    public init(_ model: EcosystemModel, citing ids: (some Sequence<String>)? = [String]?.none) {
        let cited = ids.map { Set($0) }
        self.init(
            documents: model.records(of: .source).map {
                Document(id: $0.id, title: $0.name, date: $0.text("date"))
            },
            paragraphs: model.records(of: .paragraph).filter { cited?.contains($0.id) ?? true }.map {
                Paragraph(
                    id: $0.id, document: $0.text("source_id") ?? "", section: $0.phrase("section"),
                    topic: $0.phrase("topic"))
            })
    }

    /// The paragraph with this id.
    public func paragraph(_ id: String) -> Paragraph? { paragraphs[id] }

    /// The document with this id.
    public func document(_ id: String) -> Document? { documents[id] }

    /// Paragraph ids by document: known documents by id, then what the directory does not know.
    public func citations(of ids: [String]) -> [Citation] {
        var known: [String: [Paragraph]] = [:]
        var unknown: [Paragraph] = []
        for id in ids {
            if let paragraph = paragraphs[id], documents[paragraph.document] != nil {
                known[paragraph.document, default: []].append(paragraph)
            } else if documents[id] != nil {
                // A whole document is cited.
                known[id, default: []] += []
            } else {
                unknown.append(paragraphs[id] ?? Paragraph(id: id, document: ""))
            }
        }
        var result = known.keys.sorted().map { key in
            Citation(document: documents[key], paragraphs: known[key] ?? [])
        }
        if !unknown.isEmpty { result.append(Citation(document: nil, paragraphs: unknown)) }
        return result
    }
}
