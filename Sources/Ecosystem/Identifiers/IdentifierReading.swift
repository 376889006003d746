/// A text read as an identifier: the value, unless a finding is an error, and everything that was found.
public struct IdentifierReading<Value: Sendable>: Sendable {
    /// The identifier; `nil` exactly where a finding is an error.
    public let value: Value?
    /// Errors and warnings in the order of reading.
    public let findings: [IdentifierFinding]

    /// A reading; the value is dropped where a finding is an error.
    init(_ value: Value?, _ findings: [IdentifierFinding]) {
        self.value = findings.contains { $0.severity == .error } ? nil : value
        self.findings = findings
    }

    /// The value, or everything that speaks against it.
    public func get() throws(IdentifierProblem) -> Value {
        guard let value else { throw IdentifierProblem(findings) }
        return value
    }
}
