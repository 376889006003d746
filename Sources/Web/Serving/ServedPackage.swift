public import DataPackages
public import Ecosystem
import Reporting
import Store

/// A data package that the site serves under `/r/ID`.
public struct ServedPackage: Sendable {
    /// Its id in addresses.
    public let id: String
    /// Its model.
    public let model: EcosystemModel
    /// What `check` found when it was read.
    public let findings: [Finding]
    /// How many records of facts are known in which way; counted once.
    let factsByBasis: [Basis: Int]

    /// What is known of it where it is a visitor's own one; it is then served at its private link alone.
    var own: OwnPackage?
    /// Matrix, table and network that a visitor gave with it, for studies that take one.
    var supplied: [ComputingInput.Kind: LoadedComputingInput] = [:]

    /// A package to serve.
    public init(_ package: LoadedPackage) {
        self.init(model: package.model, findings: package.findings)
    }

    /// A model to serve; its fingerprint is computed now, so that no page waits for it.
    public init(model: EcosystemModel, findings: [Finding] = []) {
        id = model.identity.id
        self.model = model
        self.findings = findings
        var counts: [Basis: Int] = [:]
        for kind in RecordKind.allCases where EcosystemSchema.schema(of: kind).isFact {
            for record in model.records(of: kind) { counts[record.origin.basis, default: 0] += 1 }
        }
        factsByBasis = counts
        _ = model.fingerprint
    }

    /// An own package, served under an id that is its private link. In itself and in answers it bears another id, so that
    /// a report that is passed on does not open it.
    init(
        id: String, model: EcosystemModel, findings: [Finding], own: OwnPackage,
        supplied: [ComputingInput.Kind: LoadedComputingInput]
    ) {
        self.id = id
        self.model = model
        self.findings = findings
        self.own = own
        self.supplied = supplied
        _ = model.fingerprint
    }
}
