public import Ecosystem

/// A package as it was read: the model, what the reading found, and what a later writing has to keep.
public struct LoadedPackage: Sendable {
    /// Everything that the tables say.
    public var model: EcosystemModel
    /// Everything that is wrong, odd, notable or missing, in order.
    public var findings: [Finding]
    /// What the package says about itself.
    public var descriptor: PackageDescriptor
    /// Files of the folder that are no tables, by their paths in the package; a writing can copy them.
    public var extraFiles: [String]
    /// The folder; `nil` for a package in memory.
    public var folder: String?
    /// Whether every cell of the folder's tables is in the model; otherwise writing over the folder would lose some.
    public var isComplete: Bool
    /// The files that the tables were read from.
    var tableFiles: Set<String> = []

    /// A package put together in code.
    public init(
        model: EcosystemModel, findings: [Finding] = [], descriptor: PackageDescriptor,
        extraFiles: [String] = [],
        folder: String? = nil, isComplete: Bool = true
    ) {
        self.model = model
        self.findings = findings
        self.descriptor = descriptor
        self.extraFiles = extraFiles
        self.folder = folder
        self.isComplete = isComplete
    }
}
