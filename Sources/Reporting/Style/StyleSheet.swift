/// The style of pages and of reports that stand alone: this program's own, written as constants, so that no text from
/// outside reaches it and no file has to be found.
///
/// Every page works without script and under `style-src 'self'`: no element needs a style attribute. Light and dark
/// follow `data-theme` on `html` where it is set, else the reader's system. Tokens come first, components after.
public struct StyleSheet: Sendable, Equatable {
    /// The rules.
    public let text: String

    init(_ parts: [String]) { text = parts.joined(separator: "\n") + "\n" }

    /// Everything that the pages of the server use.
    public static let site = StyleSheet([
        tokens, foundation, frame, figures, tables, loom, charts, maps, findings, forms, chain, stress,
        records, search, own, print,
    ])

    /// What a report needs that stands alone in one file.
    public static let report = StyleSheet([
        tokens, foundation, frame, figures, tables, loom, charts, maps, findings, stress, records, print,
    ])
}
