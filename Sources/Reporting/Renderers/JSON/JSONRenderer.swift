import Ecosystem

/// Writes a report as data: the result with the study's documented keys, and the blocks with their origins.
///
/// The form is described in `docs/formats/report.md`. It holds both languages, so it does not depend on one.
public struct JSONRenderer: Sendable {
    let sources: SourceDirectory

    /// A renderer that names documents by this directory.
    public init(sources: SourceDirectory = SourceDirectory()) { self.sources = sources }

    /// The report as data.
    public func value(of report: Report) -> JSONValue {
        var members: [String: JSONValue] = [
            "study": .string(report.study), "version": .string(report.version),
            "title": Self.value(report.title), "answer": Self.value(report.answer),
            "package": Self.value(report.package),
            "compared": .array(report.compared.map { Self.value($0) }),
            "scenario": Self.value(report.scenario),
            "supplied": report.supplied.map { Self.value($0) } ?? .null,
            "parameters": .object(report.parameters.mapValues { .string($0) }),
            "seed": Self.value(seed: report.seed), "partial": .bool(report.isPartial),
            "weakestBasis": Self.value(report.weakestBasis?.rawValue), "result": report.result,
            "blocks": value(of: report.blocks), "sources": sources(of: report.citedParagraphs),
            "files": .array(report.files.map { Self.value($0) }),
        ]
        if let applied = report.applied, let file = try? JSONValue(encoding: applied) {
            members["applied"] = file
        }
        return .object(members)
    }

    /// Blocks as data, for answers that are no reports.
    public func value(of blocks: [Block]) -> JSONValue { .array(blocks.map { value(of: $0) }) }

    /// The documents behind these paragraphs, as data.
    public func sources(of paragraphs: [String]) -> JSONValue {
        value(of: sources.citations(of: paragraphs))
    }

    private func value(of citations: [SourceDirectory.Citation]) -> JSONValue {
        .array(
            citations.map { citation in
                .object([
                    "document": Self.value(citation.document?.id),
                    "title": citation.document.map { Self.value($0.title) } ?? .null,
                    "date": Self.value(citation.document?.date),
                    "paragraphs": .array(
                        citation.paragraphs.map { paragraph in
                            .object([
                                "id": .string(paragraph.id),
                                "section": paragraph.section.map(Self.value) ?? .null,
                                "topic": paragraph.topic.map(Self.value) ?? .null,
                            ])
                        }),
                ])
            })
    }

    static func value(_ text: Localized) -> JSONValue {
        .object(["en": .string(text.en), "zh": .string(text.zh)])
    }

    static func value(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }

    /// A seed as a number where every JSON reader keeps it whole, else as text.
    static func value(seed: UInt64?) -> JSONValue {
        guard let seed else { return .null }
        guard seed < 1 << 53, let whole = Int(exactly: seed) else { return .string(String(seed)) }
        return .integer(whole)
    }

    private static func value(_ stamp: PackageStamp) -> JSONValue {
        .object([
            "id": .string(stamp.id), "title": value(stamp.title), "version": .string(stamp.version),
            "fingerprint": .string(stamp.fingerprint),
        ])
    }

    private static func value(_ stamp: SuppliedStamp) -> JSONValue {
        var members: [String: JSONValue] = [
            "kind": .string(stamp.kind.rawValue), "name": .string(stamp.name),
            "fingerprint": .string(stamp.fingerprint),
        ]
        if let standIns = stamp.standIns { members["standIns"] = .integer(standIns) }
        return .object(members)
    }

    private static func value(_ file: ReportFile) -> JSONValue {
        .object([
            "name": .string(file.name), "mediaType": .string(file.mediaType),
            "bytes": .integer(file.bytes.count),
        ])
    }
}
