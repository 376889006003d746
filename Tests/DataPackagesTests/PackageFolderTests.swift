import DataPackages
import Ecosystem
import Foundation
import Testing

@Suite struct `Folders as people have them` {
    private func read(_ files: [String: String]) throws -> LoadedPackage {
        try PackageReader.read(.memory(files.mapValues { Array($0.utf8) }, name: "Mein Ordner"))
    }

    @Test func `tables without a descriptor are known by their names`() throws {
        let package = try read([
            "regions.csv": "id;name_en;name_zh;level\nr.a;A;甲;district\n", "notes.csv": "a\n1\n",
        ])
        #expect(package.model.count(of: .region) == 1)
        #expect(package.model.record(id: "r.a")?.text("name_zh") == "甲")
        #expect(package.model.identity.id == "mein-ordner")
        #expect(package.extraFiles == ["notes.csv"])
        #expect(!package.findings.hasErrors)
    }

    @Test func `headers may be Chinese, full-width or in other letters`() throws {
        let package = try read(["regions.csv": "编号,中文名称,ＮＡＭＥ＿ＥＮ,层级,Gb/T 2260\nr.a,甲,A,district,110105\n"])
        let record = try #require(package.model.record(id: "r.a"))
        #expect(record.text("name_zh") == "甲")
        #expect(record.text("name_en") == "A")
        #expect(record.text("gbt2260") == "110105")
        #expect(
            package.findings.contains { $0.severity == .note && $0.row == 1 && $0.suggestion == "name_zh" })
    }

    @Test func `an unknown column is kept and written again`() throws {
        let package = try read(["regions.csv": "id,name_en,name_zh,level,mayor\nr.a,A,甲,district,Li\n"])
        #expect(package.model.record(id: "r.a")?.text("mayor") == "Li")
        let files = PackageWriter.files(package.model)
        let text = String(decoding: files["regions.csv"] ?? [], as: UTF8.self)
        #expect(text.contains("mayor"))
        #expect(text.contains("Li"))
    }

    @Test func `GB 18030 is read with a note`() throws {
        let bytes = try Data(
            contentsOf: URL(filePath: Places.root + "/Tests/DataPackagesTests/Samples/regions-gb18030.csv"))
        let package = try PackageReader.read(.memory(["regions.csv": [UInt8](bytes)]))
        #expect(package.model.record(id: "r.bj")?.text("name_zh") == "北京市")
        #expect(package.findings.contains { $0.severity == .note && $0.message.en.contains("GB18030") })
    }

    @Test func `a byte order mark is no part of the first header`() throws {
        let package = try read(["regions.csv": "\u{FEFF}id,name_en,name_zh,level\nr.a,A,甲,district\n"])
        #expect(package.model.record(id: "r.a") != nil)
        #expect(!package.findings.hasErrors)
    }

    @Test func `a document and its only paragraph may share an id`() throws {
        let package = try read([
            "sources.csv": "id,title_en,title_zh\ngk,General knowledge,常识\n",
            "paragraphs.csv": "id,source_id\ngk,gk\n",
        ])
        #expect(!package.findings.hasErrors)
        #expect(package.model.records(of: .paragraph, where: "id", is: "gk").count == 1)
    }

    @Test(arguments: [
        "../secret.csv", "/etc/passwd", "http://example.org/regions.csv", "a/../../b.csv", "~/regions.csv",
        "..\\regions.csv",
    ])
    func `a resource outside the folder is never opened`(path: String) throws {
        let package = try read([
            "datapackage.json":
                "{\"name\": \"x\", \"resources\": [{\"name\": \"regions\", \"path\": \"\(path.replacing("\\", with: "\\\\"))\"}]}"
        ])
        let finding = try #require(package.findings.first { $0.severity == .error && $0.value == path })
        #expect(finding.row == 1)
        #expect(package.model.recordCount == 0)
    }

    @Test func `a link that leads out of the folder is never followed`() throws {
        try Places.withFolder { place in
            try Data("id,name_en,name_zh,level\nr.a,A,甲,district\n".utf8).write(
                to: URL(filePath: place + "/secret.csv"))
            let folder = place + "/package"
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try FileManager.default.createSymbolicLink(
                atPath: folder + "/regions.csv", withDestinationPath: place + "/secret.csv")
            let text =
                "{\"name\": \"x\", \"resources\": [{\"name\": \"regions\", \"path\": \"regions.csv\"}]}"
            try Data(text.utf8).write(to: URL(filePath: folder + "/datapackage.json"))
            let package = try PackageReader.read(folder: folder)
            #expect(package.model.recordCount == 0)
            #expect(package.findings.hasErrors)
        }
    }

    @Test func `version 1 descriptors and other places of tables are read`() throws {
        let package = try read([
            "datapackage.json": """
            {"profile": "tabular-data-package", "name": "Old One", "resources": [
             {"name": "regions", "path": "data/orte.csv", "dialect": {"delimiter": ";"}},
             {"name": "x", "path": ["a.csv", "b.csv"]}, {"name": "y", "data": []}]}
            """,
            "data/orte.csv": "id;name_en;name_zh;level\nr.a;A;甲;district\n",
        ])
        #expect(package.model.record(id: "r.a") != nil)
        #expect(package.model.identity.id == "old-one")
        let errors = package.findings.filter { $0.severity == .error }
        #expect(errors.map(\.row) == [3, 3])
    }

    @Test func `a broken descriptor is one finding at its line and the tables are read`() throws {
        let package = try read([
            "datapackage.json": "{\n\"name\": \"x\"\n\"resources\": []}",
            "regions.csv": "id,level\nr.a,district\n",
        ])
        #expect(
            package.findings.contains {
                $0.file == "datapackage.json" && $0.severity == .error && $0.row == 3
            })
        #expect(package.model.record(id: "r.a") != nil)
    }

    @Test func `ids in the descriptor must be in the tables`() throws {
        let package = try read([
            "datapackage.json":
                "{\"name\": \"x\", \"jingwei\": {\n\"homeRegion\": \"r.b\"}, \"resources\": []}",
            "regions.csv": "id,name_en,name_zh,level\nr.a,A,甲,district\n",
        ])
        let finding = try #require(package.findings.first { $0.column == "homeRegion" })
        #expect(finding.row == 2)
        #expect(finding.severity == .error)
    }

    @Test func `a dangling reference gets the nearest id of the right kind`() throws {
        let package = try read([
            "regions.csv":
                "id,name_en,name_zh,level\nr.tj.binhai,Binhai,滨海新区,district\no.binhai,X,某,district\n",
            "organizations.csv": "id,name_en,name_zh,kind,home_region\no.a,A,甲,oem,r.tj.bihnai\n",
        ])
        let finding = try #require(package.findings.first { $0.column == "home_region" })
        #expect(finding.suggestion == "r.tj.binhai")
        #expect(finding.row == 2)
        #expect(finding.recordID == "o.a")
        #expect(finding.description.hasPrefix("organizations.csv:2:home_region: error: "))
    }

    @Test func `what a thousand wrong rows cost is bounded and counted`() throws {
        var table = "id,name_en,name_zh,level\n"
        for number in 0..<1_000 { table += "r.\(number),A,甲,district,more\n" }
        let package = try PackageReader.read(
            .memory(["regions.csv": Array(table.utf8)]), options: CheckOptions(maximumFindings: 10))
        #expect(package.findings.count(.error) == 11)
        #expect(package.findings.contains { $0.message.en.contains("990 further") })
        #expect(!package.isComplete)
    }
}
