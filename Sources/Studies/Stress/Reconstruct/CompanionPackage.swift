import DataPackages
public import Ecosystem
import Reconstruction

/// The companion of a package: what it states, and beside it made-up firms with a supply network that fits.
///
/// A pure function of the package's content, the parameters with their seed, and the version. It is a package of its own and
/// never mixed with the stated one; every made-up record has the basis `synthetic`.
public struct CompanionPackage: Sendable {
    /// The package's records and the made-up firms.
    public let model: EcosystemModel
    /// The network between the made-up firms.
    public let network: SupplyNetwork
    /// Who has a stand-in, as a file of the network's folder.
    private let standIns: [String: [UInt8]]

    /// Files of the package beside its tables: the network's, and which organizations have a stand-in there, of which segment and
    /// place. Which firm it is stands nowhere, so that no answer from this one network can be read as that firm's.
    public var files: [String: [UInt8]] {
        let folder = ComputingInputReader.networkFolder + "/"
        let named = NetworkWriter.files(network).map { (folder + $0.key, $0.value) }
        return standIns.merging(named) { own, _ in own }
    }

    /// What stands after the id of a package in that of its companion on the web.
    public static let suffix = "+reconstructed"

    /// Whether a package counts its firms, so that a companion can be made without further numbers.
    public static func isPossible(for model: EcosystemModel) -> Bool {
        (try? CompanionPlaces(model, ParameterValues())) != nil
    }

    /// The companion of a package.
    ///
    /// - Parameter parameters: those of the study `reconstruct`, as texts.
    /// - Throws: ``StudyProblem`` where the package does not say enough, with what to do.
    public init(
        of model: EcosystemModel, parameters: [String: String] = [:],
        progress: StudyProgress = StudyProgress()
    ) throws {
        try self.init(
            StudyInput.prepared(
                for: Reconstruct().description, model: model, given: parameters, progress: progress))
    }

    /// The companion that a question to the study `reconstruct` asks for.
    ///
    /// - Throws: as ``init(of:parameters:progress:)``.
    public init(_ input: StudyInput) throws {
        let (plan, companion) = try Reconstruct.companion(input)
        self.model = Self.model(input.model, plan, companion)
        network = companion.network
        var lines = "organization,sector,region\r\n"
        for named in plan.named.prefix(companion.standIn.count) {
            lines +=
                "\(named.organization.text),\(plan.segments[named.segment].text),\(plan.regions[named.region].text)\r\n"
        }
        standIns = [ComputingInputReader.networkFolder + "/stand-ins.csv": Array(lines.utf8)]
    }

    /// Writes it as a folder, which appears whole or not at all.
    ///
    /// - Throws: `DataPackageError` where the folder is not empty or cannot be written.
    public func write(to folder: String) throws {
        try PackageWriter.write(model, to: folder, besides: standIns, network: network)
    }

    /// Every record of the package, a source that says where the rest comes from, and for each made-up firm an organization
    /// and what it does; these cite no paragraph, for no document speaks of them.
    private static func model(
        _ stated: EcosystemModel, _ plan: CompanionPlan, _ companion: CompanionNetwork
    ) -> EcosystemModel {
        var identity = stated.identity
        identity.id += "-reconstructed"
        identity.title = Localized(
            "\(identity.title.en) (reconstructed: firms made up)", "\(identity.title.zh)（重建：企业为合成）")
        identity.isSynthetic = true
        var builder = EcosystemBuilder(identity)
        for kind in RecordKind.allCases where stated.count(of: kind) > 0 {
            let known = Set(EcosystemSchema.schema(of: kind).fields.map(\.name))
            builder.table(kind, extra: stated.columns(of: kind).filter { !known.contains($0) })
            stated.forEachRow(of: kind) { builder.add(kind, row: $0) }
        }
        let words = companion.network.source ?? Localized("reconstructed", "重建")
        builder.add(
            .source, ["id": "syn.source", "title_en": words.en, "title_zh": words.zh, "kind": "constructed"])
        let network = companion.network
        for firm in network.firms.indices {
            let id = network.firms[firm]
            let number = id.dropFirst(4)
            let segment = Int(companion.drawn.sectorOfFirm[firm])
            let isVehicle = plan.classes[plan.classOfSegment[segment]].id == "vehicle"
            builder.add(
                .organization,
                [
                    "id": id, "name_en": "Made-up firm \(number)", "name_zh": "合成企业\(number)",
                    "kind": isVehicle ? "oem" : "supplier",
                    "home_region": plan.regions[Int(companion.drawn.regionOfFirm[firm])].text,
                    "home_basis": Basis.synthetic.rawValue, "basis": Basis.synthetic.rawValue,
                ])
            builder.add(
                .activity,
                [
                    "id": id + ".activity", "organization_id": id, "segment_id": plan.segments[segment].text,
                    "role": "producer_or_provider", "rank": "primary", "basis": Basis.synthetic.rawValue,
                ])
        }
        return builder.build()
    }
}
