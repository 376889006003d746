import DataPackages
import Ecosystem
import Foundation
import Testing

@Suite struct `A round trip loses nothing` {
    @Test func `through a package folder`() throws {
        for folder in Places.builtIn {
            let package = try PackageReader.read(folder: folder)
            try Places.withFolder { place in
                try PackageWriter.write(package, to: place + "/copy")
                let again = try PackageReader.read(folder: place + "/copy")
                #expect(again.model.fingerprint == package.model.fingerprint)
                #expect(Set(again.findings.map(\.description)) == Set(package.findings.map(\.description)))
                #expect(again.model.identity == package.model.identity)
            }
        }
    }

    @Test(arguments: [ExportFormat.csv, .xlsx]) func `through a file that people open`(format: ExportFormat)
        throws
    {
        for folder in Places.builtIn {
            let package = try PackageReader.read(folder: folder)
            let bytes = try PackageExport.bytes(package.model, as: format)
            let staged = try TableImport.stage([ImportFile(name: "copy.\(format.fileEnding)", bytes: bytes)])
            #expect(staged.preview.findings.filter { $0.severity == .error }.isEmpty)
            #expect(staged.model.fingerprint == package.model.fingerprint)
            #expect(staged.model.identity == package.model.identity)
            try Places.withFolder { place in
                try staged.commit(to: place + "/imported")
                let again = try PackageReader.read(folder: place + "/imported")
                #expect(again.model.fingerprint == package.model.fingerprint)
            }
        }
    }

    @Test(arguments: [ExportFormat.csv, .xlsx])
    func `an export imported into its own package changes nothing`(
        format: ExportFormat
    ) throws {
        let package = try PackageReader.read(folder: Places.region)
        let bytes = try PackageExport.bytes(package.model, as: format)
        let staged = try TableImport.stage(
            [ImportFile(name: "x.\(format.fileEnding)", bytes: bytes)], into: package)
        #expect(staged.preview.changes.isEmpty)
        #expect(staged.preview.unchanged == package.model.recordCount)
    }

    @Test func `the same model gives the same bytes`() throws {
        let package = try PackageReader.read(folder: Places.region)
        for format in ExportFormat.allCases where format != .package {
            #expect(
                try PackageExport.bytes(package.model, as: format)
                    == PackageExport.bytes(package.model, as: format))
        }
    }

    @Test func `random models with every kind of cell`() throws {
        for seed in 1...12 as ClosedRange<UInt64> {
            let model = RandomModel.make(seed: seed)
            let files = PackageWriter.files(model)
            let again = try PackageReader.read(.memory(files))
            #expect(again.model.fingerprint == model.fingerprint, "package, seed \(seed)")
            for format in [ExportFormat.csv, .xlsx] {
                let bytes = try PackageExport.bytes(model, as: format)
                let staged = try TableImport.stage([ImportFile(name: "m.\(format.fileEnding)", bytes: bytes)])
                #expect(staged.model.fingerprint == model.fingerprint, "\(format), seed \(seed)")
            }
        }
    }
}
