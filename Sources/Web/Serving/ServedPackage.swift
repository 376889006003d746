public import DataPackages
public import Ecosystem
import Foundation
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
    let own: OwnPackage?
    /// Matrix, table and network that a visitor gave with it, for studies that take one.
    let supplied: [ComputingInput.Kind: LoadedComputingInput]
    /// The package whose reconstructed companion it is; `nil` for all others.
    let stated: String?
    /// What its curators say of its changes: the files `CHANGES.md` (English) and `CHANGES.zh.md` of its folder.
    let changes: [Language: String]

    private static let changesFiles: [(language: Language, name: String)] = [
        (.en, "CHANGES.md"), (.zh, "CHANGES.zh.md"),
    ]
    private static let changesLimit = 256 << 10

    /// A package to serve, with the supply network of its folder `network/` where it brings one; what is wrong with that
    /// stands among its findings.
    public init(_ package: LoadedPackage) {
        var findings = package.findings
        var supplied: [ComputingInput.Kind: LoadedComputingInput] = [:]
        do {
            if let folder = package.folder {
                supplied[.network] = try ComputingInputReader.network(ofPackage: folder)
            }
        } catch let problem as ComputingInputProblem {
            findings += problem.findings
        } catch {
            findings.append(
                Finding(
                    .error, file: ComputingInputReader.networkFolder,
                    Localized(
                        "the supply network cannot be read: \(error)", "无法读取供应网络：\(error)")))
        }
        var changes: [Language: String] = [:]
        for (language, name) in ServedPackage.changesFiles {
            guard let folder = package.folder, ServedPackage.isFile(folder + "/" + name),
                let data = FileManager.default.contents(atPath: folder + "/" + name),
                data.count <= ServedPackage.changesLimit
            else { continue }
            changes[language] = String(data: data, encoding: .utf8)
        }
        self.init(
            id: package.model.identity.id, model: package.model, findings: findings, supplied: supplied,
            changes: changes)
    }

    /// Whether a file stands there itself, not a link to one elsewhere.
    private static func isFile(_ path: String) -> Bool {
        (try? FileManager.default.attributesOfItem(atPath: path))?[.type] as? FileAttributeType
            == .typeRegular
    }

    /// A model to serve; its fingerprint is computed now, so that no page waits for it.
    public init(model: EcosystemModel, findings: [Finding] = [], changes: [Language: String] = [:]) {
        self.init(id: model.identity.id, model: model, findings: findings, changes: changes)
    }

    /// A model served under an id of its own. An own package's is its private link; in itself and in answers it bears
    /// another one, so that a report that is passed on does not open it.
    init(
        id: String, model: EcosystemModel, findings: [Finding], own: OwnPackage? = nil,
        supplied: [ComputingInput.Kind: LoadedComputingInput] = [:], stated: String? = nil,
        changes: [Language: String] = [:]
    ) {
        self.id = id
        self.model = model
        self.findings = findings
        self.own = own
        self.supplied = supplied
        self.stated = stated
        self.changes = changes
        var counts: [Basis: Int] = [:]
        for kind in RecordKind.allCases where EcosystemSchema.schema(of: kind).isFact {
            for record in model.records(of: kind) { counts[record.origin.basis, default: 0] += 1 }
        }
        factsByBasis = counts
        _ = model.fingerprint
    }
}
