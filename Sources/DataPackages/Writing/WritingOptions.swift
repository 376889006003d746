/// How a package is written.
public struct WritingOptions: Sendable, Hashable {
    /// Begins tables with a byte order mark, so that Excel reads them as UTF-8.
    public var writesByteOrderMark: Bool
    /// Puts an apostrophe before cells that a spreadsheet program could run as a formula; the descriptor says so, and
    /// reading takes it off again.
    public var guardsFormulas: Bool

    /// What each option is.
    public init(writesByteOrderMark: Bool, guardsFormulas: Bool) {
        self.writesByteOrderMark = writesByteOrderMark
        self.guardsFormulas = guardsFormulas
    }

    /// For programs: plain UTF-8, cells as they are.
    public static let package = WritingOptions(writesByteOrderMark: false, guardsFormulas: false)
    /// For people and their spreadsheet programs: byte order mark, formula-like cells made harmless.
    public static let spreadsheet = WritingOptions(writesByteOrderMark: true, guardsFormulas: true)
}
