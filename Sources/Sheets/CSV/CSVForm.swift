/// How the records of a CSV text are told apart.
struct CSVForm: Sendable {
    /// The byte between fields.
    var delimiter: UInt8
    /// The byte that ends a line.
    var terminator: UInt8
}
