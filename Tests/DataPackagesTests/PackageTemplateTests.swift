import DataPackages
import Ecosystem
import Foundation
import Testing

@Suite struct `An empty region to fill` {
    @Test func `every table stands there with its header and nothing is wrong`() throws {
        try Places.withFolder { place in
            let folder = place + "/my-region"
            try PackageTemplate.write(to: folder)
            let package = try PackageReader.read(folder: folder)
            #expect(package.findings.filter { $0.severity != .gap }.isEmpty, "\(package.findings)")
            #expect(package.model.recordCount == 0)
            #expect(package.model.identity.id == "my-region")
            for kind in RecordKind.allCases {
                #expect(FileManager.default.fileExists(atPath: folder + "/\(kind.table).csv"))
            }
            let readme = try String(contentsOfFile: folder + "/README.md", encoding: .utf8)
            #expect(readme.contains("regions.csv"))
            #expect(readme.contains("如何填写"))
        }
    }

    @Test func `an empty folder that exists is taken`() throws {
        try Places.withFolder { place in
            try PackageTemplate.write(to: place)
            #expect(FileManager.default.fileExists(atPath: place + "/datapackage.json"))
        }
    }
}
