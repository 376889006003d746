import Ecosystem
import Sheets
import Testing

@testable import DataPackages

@Suite struct `Looking at files before an import` {
    private let table = "厂名,X,备注\n甲厂,116.4,好\n乙厂,,\n"

    @Test func `tables, headers, samples and what is recognized are told`() throws {
        let survey = ImportSurvey.of([
            ImportFile(name: "list.csv", bytes: Array(table.utf8)),
            ImportFile(name: "organizations.csv", bytes: Array("中文名称,类型\n甲,oem\n".utf8)),
        ])
        #expect(survey.tables.map(\.kind) == [nil, .organization])
        #expect(survey.tables[0].columns.map(\.header) == ["厂名", "X", "备注"])
        #expect(survey.tables[0].columns[0].sample == ["甲厂", "乙厂"])
        #expect(survey.tables[1].columns.map(\.field) == ["name_zh", "kind"])
        #expect(survey.tables.map(\.rows) == [2, 1])
    }

    @Test func `a mapping decides on the kind, and then fields are recognized`() throws {
        let mapping = ImportMapping(tables: [.init(file: "list.csv", kind: .site)])
        let survey = ImportSurvey.of(
            [ImportFile(name: "list.csv", bytes: Array(table.utf8))], mapping: mapping)
        #expect(survey.tables[0].kind == .site)
        #expect(survey.tables[0].columns[2].field == "note")
    }

    @Test func `a file that cannot be read is a finding and no table`() {
        let survey = ImportSurvey.of([
            ImportFile(name: "a.xlsx", bytes: Array("no zip".utf8)), ImportFile(name: "b.exe", bytes: [1]),
        ])
        #expect(survey.tables.isEmpty)
        #expect(survey.findings.filter { $0.severity == .error }.map(\.file) == ["a.xlsx", "b.exe"])
    }

    @Test func `a table that is left out changes nothing and is no error`() throws {
        let mapping = try ImportMapping.parse(
            Array(#"{"tables": [{"file": "list.csv", "leaveOut": true}]}"#.utf8))
        let file = ImportFile(name: "list.csv", bytes: Array(table.utf8))
        #expect(try TableImport.stage([file], mapping: mapping).preview.findings.isEmpty)
        #expect(try TableImport.stage([file]).preview.findings.hasErrors)
        #expect(throws: DataPackageError.self) {
            try ImportMapping.parse(Array(#"{"leaveOut": "yes"}"#.utf8))
        }
    }

    @Test func `a zipped folder is a package too, and hidden companions of files are no tables`() throws {
        let descriptor =
            #"{"name": "mine", "title": "Mine", "resources": [{"name": "regions", "path": "regions.csv"}]}"#
        let zip = try ZipWriter.bytes { zip in
            try zip.add("my region/datapackage.json", Array(descriptor.utf8))
            try zip.add(
                "my region/regions.csv", Array("id,name_en,name_zh,level,basis\nr.a,A,甲,city,stated\n".utf8))
            try zip.add("my region/._regions.csv", [0, 1, 2])
            try zip.add("__MACOSX/my region/._regions.csv", [0, 1, 2])
        }
        let staged = try TableImport.stage([ImportFile(name: "my region.zip", bytes: zip)])
        #expect(staged.preview.changes.map(\.id) == ["r.a"])
        #expect(staged.model.identity.id == "mine")
    }

    @Test func `the package gets the id, title and version that are asked, whatever the files say`() throws {
        let options = ImportOptions(
            packageID: "own-1", packageTitle: Localized("Title", "标题"), packageVersion: "7")
        let file = ImportFile(name: "regions.csv", bytes: Array("id,name_zh,level\nr.a,甲,city\n".utf8))
        let identity = try TableImport.stage([file], options: options).model.identity
        #expect(identity.id == "own-1")
        #expect(identity.title == Localized("Title", "标题"))
        #expect(identity.version == "7")
    }
}
