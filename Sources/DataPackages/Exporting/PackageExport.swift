public import Ecosystem
import Sheets

/// Exports a model in one of the formats of ``ExportFormat``.
public enum PackageExport {
    /// Writes an export; a file appears whole or not at all, a folder must be new or empty.
    ///
    /// - Throws: `DataPackageError` where it cannot be written.
    public static func write(_ package: LoadedPackage, as format: ExportFormat, to path: String) throws {
        switch format {
        case .package: try PackageWriter.write(package, to: path)
        case .csv: try PackageWriter.writeZip(package.model, to: path, descriptor: package.descriptor)
        case .xlsx: try WorkbookExport.write(package.model, to: path)
        case .geojson, .graphml, .gexf:
            let bytes = try bytes(package.model, as: format)
            try DataPackageError.wrapping(path) { try AtomicFile.write(bytes, to: path) }
        }
    }

    /// The bytes of an export; the same model gives the same bytes.
    ///
    /// - Throws: `DataPackageError` for `.package`, which is a folder, and for values that a workbook cannot hold.
    public static func bytes(_ model: EcosystemModel, as format: ExportFormat) throws -> [UInt8] {
        switch format {
        case .package:
            throw DataPackageError(
                "a package is a folder; choose csv for one file", "数据包是文件夹；如需单个文件请选 csv")
        case .csv: return try PackageWriter.zipBytes(model)
        case .xlsx: return try WorkbookExport.bytes(model)
        case .geojson: return Array(GeoJSONExport.text(model).utf8)
        case .graphml: return Array(GraphMLExport.text(model).utf8)
        case .gexf: return Array(GEXFExport.text(model).utf8)
        }
    }
}
