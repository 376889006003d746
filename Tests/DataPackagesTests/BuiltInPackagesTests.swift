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

    @Test func `packages stand in the order of the list, the others by name`() throws {
        try Places.withFolder { place in
            for name in ["b", "a", "c"] {
                try FileManager.default.createDirectory(
                    atPath: place + "/" + name, withIntermediateDirectories: true)
                for file in ["datapackage.json", "regions.csv"] {
                    try Data().write(to: URL(filePath: place + "/\(name)/\(file)"))
                }
            }
            #expect(BuiltInPackages(root: place).ids == ["a", "b", "c"])
            let list = "{\"packages\": [\"c\", \"gone\", \"c\"]}"
            try Data(list.utf8).write(to: URL(filePath: place + "/packages.json"))
            #expect(BuiltInPackages(root: place).ids == ["c", "a", "b"])
            #expect(BuiltInPackages(root: place).defaultID == "c")
            try Data("[".utf8).write(to: URL(filePath: place + "/packages.json"))
            #expect(BuiltInPackages(root: place).ids == ["a", "b", "c"])
        }
    }

    @Test func `an unknown id is refused with those that there are`() {
        let error = #expect(throws: DataPackageError.self) {
            try BuiltInPackages(root: Places.data).folder("atlantis")
        }
        #expect(error?.description.contains("beijing-tianjin-hebei") == true)
    }
}
