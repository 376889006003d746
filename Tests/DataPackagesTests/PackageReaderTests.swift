import DataPackages
import Ecosystem
import Foundation
import Testing

@Suite struct `Reading a package` {
    @Test func `every built-in package is read without an error`() throws {
        #expect(!Places.builtIn.isEmpty)
        for folder in Places.builtIn {
            let package = try PackageReader.read(folder: folder)
            let errors = package.findings.filter { $0.severity == .error }
            #expect(errors.isEmpty, "\(errors.prefix(20).map(\.description).joined(separator: "\n"))")
            #expect(package.model.count(of: .region) > 0)
            #expect(package.model.identity.homeRegion != nil)
        }
    }

    @Test func `check and read find the same`() throws {
        for folder in Places.builtIn {
            #expect(try PackageCheck.findings(folder: folder) == PackageReader.read(folder: folder).findings)
        }
    }

    @Test func `a folder that is not there is refused with its path`() {
        #expect(throws: DataPackageError.self) { try PackageReader.read(folder: "/nowhere/at/all") }
    }
}
