/// One division in a register: its code, its name, when the code held and what followed it.
public struct AdministrativeDivision: Sendable, Hashable, Codable {
    /// The code.
    public let code: AdministrativeCode
    /// The name.
    public let name: Localized
    /// When the code holds.
    public let validity: Validity
    /// The codes that took over when this one was repealed; several where a division was split.
    public let successors: [AdministrativeCode]

    /// A division.
    public init(
        code: AdministrativeCode, name: Localized, validity: Validity = .always,
        successors: [AdministrativeCode] = []
    ) {
        self.code = code
        self.name = name
        self.validity = validity
        self.successors = successors
    }
}
