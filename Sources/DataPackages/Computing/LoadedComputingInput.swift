public import Ecosystem
import Kernels

/// A computing input that was read, with what was found on the way.
public struct LoadedComputingInput: Sendable {
    /// The numbers.
    public var input: ComputingInput
    /// Warnings and notes in their total order; no errors.
    public var findings: [Finding]

    /// An input that was put together in code.
    public init(input: ComputingInput, findings: [Finding] = []) {
        self.input = input
        self.findings = findings
    }
}

/// Why a computing input could not be read: everything that was found, errors and all, in their total order.
public struct ComputingInputProblem: Error, Sendable, Equatable, CustomStringConvertible {
    /// The findings.
    public let findings: [Finding]

    /// The English lines.
    public var description: String { findings.map(\.description).joined(separator: "\n") }
}

/// Reads matrix files, table folders and network folders; see `docs/formats/computing-inputs.md`.
public enum ComputingInputReader {
    /// Reads a file (matrix with its about-file, or a table as it was published) or folder (table, network).
    ///
    /// - Throws: ``ComputingInputProblem`` with every finding where any is an error, `DataPackageError` where there is
    ///   nothing to read.
    public static func read(_ kind: ComputingInput.Kind, path: String) throws -> LoadedComputingInput {
        if kind == .table, PackageSource.isRegularFile(path) {
            return try read(
                kind, from: .folder(RelativePath.folder(path)), file: RelativePath.name(path))
        }
        guard kind == .matrix else { return try read(kind, from: .folder(path)) }
        let name = RelativePath.name(path)
        var files = [name: try PackageSource.bytes(atPath: path, limit: 1 << 28)]
        let about = RelativePath.stem(name) + MatrixReading.aboutEnding
        let aboutPath = RelativePath.folder(path) + "/" + about
        if PackageSource.isRegularFile(aboutPath) {
            files[about] = try PackageSource.bytes(atPath: aboutPath, limit: 1 << 20)
        }
        return try read(kind, from: .memory(files, name: name))
    }

    /// Reads the files of a folder, or those that were uploaded.
    ///
    /// - Parameter file: The one file of the folder that holds a table, where the folder holds several.
    /// - Throws: as ``read(_:path:)``.
    public static func read(
        _ kind: ComputingInput.Kind, from source: PackageSource, file: String? = nil
    ) throws -> LoadedComputingInput {
        var log = FindingLog(limit: 1_000)
        let input: ComputingInput? =
            switch kind {
            case .matrix: try MatrixReading(source: source).matrix(&log).map { .matrix($0) }
            case .table: try TableReading(source: source, file: file).table(&log).map { .table($0) }
            case .network: try network(source, &log).map { .network($0) }
            }
        let findings = log.sorted()
        guard let input, !findings.hasErrors else { throw ComputingInputProblem(findings: findings) }
        return LoadedComputingInput(input: input, findings: findings)
    }

    private static func network(
        _ source: PackageSource, _ log: inout FindingLog
    ) throws -> SupplyNetwork? {
        var reading = NetworkReading(source: source)
        let network = try reading.network(&log)
        if let network, network.values.count >= 1 << 20 { FreedMemory.giveBack() }
        return network
    }
}
