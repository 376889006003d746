import DataPackages
import Ecosystem
import Foundation
import Testing

@Suite struct `Packages that ship` {
    @Test func `they are found upward from the working directory`() throws {
        let packages = try BuiltInPackages.locate(
            environment: [:], executable: "/bin/sh",
            workingDirectory: Places.root + "/Tests/DataPackagesTests")
        #expect(packages.ids.contains("beijing-tianjin-hebei"))
        #expect(try packages.folder("beijing-tianjin-hebei").hasSuffix("/Data/beijing-tianjin-hebei"))
        #expect(packages.defaultID == packages.ids.first)
    }

    @Test func `they are found upward from the program`() throws {
        let packages = try BuiltInPackages.locate(
            environment: [:], executable: Places.root + "/Package.swift", workingDirectory: "/")
        #expect(packages.root.hasSuffix("/Data"))
    }

    @Test func `the environment goes first, and a wrong one is refused`() throws {
        let packages = try BuiltInPackages.locate(environment: ["JINGWEI_DATA": Places.data])
        #expect(packages.root == Places.data)
        #expect(throws: DataPackageError.self) {
            try BuiltInPackages.locate(environment: ["JINGWEI_DATA": "/nowhere"])
        }
    }

    @Test func `without any, the error says what to do`() {
        let error = #expect(throws: DataPackageError.self) {
            try BuiltInPackages.locate(environment: [:], executable: "/bin/sh", workingDirectory: "/bin")
        }
        #expect(error?.message.en.contains("--data") == true)
    }

    @Test func `an unknown id is refused with those that there are`() {
        let error = #expect(throws: DataPackageError.self) {
            try BuiltInPackages(root: Places.data).folder("atlantis")
        }
        #expect(error?.description.contains("beijing-tianjin-hebei") == true)
    }
}
