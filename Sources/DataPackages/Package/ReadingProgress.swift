/// Told which table of a package is being read, and how much of the package is behind.
public struct ReadingProgress: Sendable {
    private let tell: @Sendable (Double, String) -> Void

    /// Progress that nobody listens to.
    public init() { tell = { _, _ in } }

    /// Progress told to a listener before each table: the part of the package's bytes that is read, 0…1, and the
    /// name of the file that comes next.
    public init(_ tell: @escaping @Sendable (Double, String) -> Void) { self.tell = tell }

    func begins(_ file: String, after bytes: Int, of total: Int) {
        tell(total > 0 ? min(1, Double(bytes) / Double(total)) : 0, file)
    }
}
