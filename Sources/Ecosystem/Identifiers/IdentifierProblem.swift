/// Why a text was refused as an identifier: at least one finding is an error.
public struct IdentifierProblem: Error, Sendable, Hashable, CustomStringConvertible {
    /// Everything that was found, warnings too.
    public let findings: [IdentifierFinding]

    /// A refusal with its findings.
    public init(_ findings: [IdentifierFinding]) { self.findings = findings }

    /// The errors in English, each as a sentence.
    public var description: String {
        findings.filter { $0.severity == .error }.map(\.message.en).joined(separator: " ")
    }
}
