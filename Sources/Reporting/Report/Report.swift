public import Ecosystem

/// What a study found: the answer in blocks that every renderer can show, and the result as data.
///
/// A report holds both languages; a renderer picks one. Same inputs, seed and version give the same report, byte
/// for byte in every rendered form.
public struct Report: Sendable, Equatable, Codable {
    /// The study's id, such as `chain`.
    public var study: String
    /// The study's version; a change of method changes it.
    public var version: String
    /// Title of this answer.
    public var title: Localized
    /// The answer in one sentence, with its number.
    public var answer: Localized
    /// Which data it rests on.
    public var package: PackageStamp
    /// Further packages that were compared.
    public var compared: [PackageStamp]
    /// The scenario's title, where one was applied.
    public var scenario: String?
    /// The scenario that was applied, with all its changes; `nil` where none was.
    public var applied: Scenario?
    /// The matrix, table or network that it rests on beside the package; `nil` where none was given.
    public var supplied: SuppliedStamp?
    /// Parameters as used, id to text, defaults included.
    public var parameters: [String: String]
    /// The seed, where numbers were drawn.
    public var seed: UInt64?
    /// Whether the computation was stopped before its end; such a report is not kept.
    public var isPartial: Bool
    /// The result with the documented keys of the study.
    public var result: JSONValue
    /// The answer for readers, in order of importance.
    public var blocks: [Block]
    /// Files that the study made beside the report.
    public var files: [ReportFile]

    /// A report.
    public init(
        study: String, version: String, title: Localized, answer: Localized, package: PackageStamp,
        compared: [PackageStamp] = [], scenario: String? = nil, applied: Scenario? = nil,
        supplied: SuppliedStamp? = nil,
        parameters: [String: String] = [:], seed: UInt64? = nil, isPartial: Bool = false, result: JSONValue,
        blocks: [Block],
        files: [ReportFile] = []
    ) {
        self.study = study
        self.version = version
        self.title = title
        self.answer = answer
        self.package = package
        self.compared = compared
        self.scenario = scenario
        self.applied = applied
        self.supplied = supplied
        self.parameters = parameters
        self.seed = seed
        self.isPartial = isPartial
        self.result = result
        self.blocks = blocks
        self.files = files
    }

    /// The weakest basis of any number or statement in the report.
    public var weakestBasis: Basis? { Basis.weakest(blocks.flatMap(\.origins).map(\.basis)) }

    /// Ids of all cited paragraphs, sorted.
    public var citedParagraphs: [String] { Set(blocks.flatMap(\.origins).flatMap(\.paragraphs)).sorted() }
}

/// The data that a report rests on.
public struct PackageStamp: Sendable, Equatable, Codable {
    /// The package's id.
    public var id: String
    /// Its title.
    public var title: Localized
    /// Its version.
    public var version: String
    /// SHA-256 of its content.
    public var fingerprint: String

    /// A stamp.
    public init(id: String, title: Localized, version: String, fingerprint: String) {
        self.id = id
        self.title = title
        self.version = version
        self.fingerprint = fingerprint
    }

    /// The stamp of a model.
    public init(_ model: EcosystemModel) {
        self.init(
            id: model.identity.id, title: model.identity.title, version: model.identity.version,
            fingerprint: model.fingerprint)
    }
}

/// A file that a study made.
public struct ReportFile: Sendable, Equatable, Codable {
    /// Its name, without a path.
    public var name: String
    /// Its media type.
    public var mediaType: String
    /// Its bytes.
    public var bytes: [UInt8]

    /// A file.
    public init(name: String, mediaType: String, bytes: [UInt8]) {
        self.name = name
        self.mediaType = mediaType
        self.bytes = bytes
    }
}

extension Report {
    /// The table with this id, also where it stands for a picture.
    public func table(_ id: String) -> Table? {
        for block in blocks {
            switch block {
            case .table(let table) where table.id == id: return table
            case .picture(let picture) where picture.table.id == id: return picture.table
            default: continue
            }
        }
        return nil
    }
}
