import Ecosystem
import Foundation
import Sheets
import Testing

@testable import DataPackages

@Suite struct `Importing tables of other people` {
    private func stage(
        _ name: String, _ text: String, into package: LoadedPackage? = nil, mapping: String? = nil
    ) throws -> StagedImport {
        let map = try mapping.map { try ImportMapping.parse(Array($0.utf8), path: "m.json") }
        return try TableImport.stage(
            [ImportFile(name: name, bytes: Array(text.utf8))], into: package, mapping: map)
    }

    private static func region() throws -> LoadedPackage { try PackageReader.read(folder: Places.region) }

    @Test func `Chinese headers, terms and names of places are understood`() throws {
        let staged = try stage(
            "机构.csv", "中文名称,英文名称,类型,所在地,统一社会信用代码,依据,来源\n甲汽车,Jia Motors,整车企业,天津市,91120000100013749N,申报,\n",
            into: Self.region())
        let change = try #require(staged.preview.changes.first)
        #expect(staged.preview.added == 1)
        #expect(change.id == "o.jia_motors")
        let record = try #require(staged.model.record(id: change.id))
        #expect(record.text("kind") == "oem")
        #expect(record.text("home_region") == "r.tj")
        #expect(record.text("basis") == "declared")
        #expect(
            staged.preview.findings.contains {
                $0.column == "home_region" && $0.suggestion == "r.tj" && $0.row == 2
            })
        #expect(!staged.preview.findings.contains { $0.severity == .error && $0.column != "uscc" })
    }

    @Test func `ids that are made are the same at every import`() throws {
        let table = "中文名称,类型\n甲汽车,oem\n乙电池,battery_maker\n"
        let first = try stage("organizations.csv", table)
        let second = try stage("organizations.csv", table)
        #expect(first.preview.changes.map(\.id) == second.preview.changes.map(\.id))
        #expect(Set(first.preview.changes.map(\.id)).count == 2)
        let package = LoadedPackage(model: first.model, descriptor: PackageDescriptor(first.model.identity))
        let again = try stage("organizations.csv", table, into: package)
        #expect(again.preview.changes.isEmpty)
        #expect(again.preview.unchanged == 2)
    }

    @Test func `only filled cells change a record, and the preview says what`() throws {
        let package = try Self.region()
        let old = try #require(package.model.record(id: "o.byd"))
        let staged = try stage("organizations.csv", "id,short_zh,note\no.byd,比亚迪股份,\n", into: package)
        let change = try #require(staged.preview.changes.first)
        #expect(change.action == .changed)
        #expect(
            change.fields == [FieldChange(field: "short_zh", old: old.text("short_zh") ?? "", new: "比亚迪股份")])
        #expect(staged.model.record(id: "o.byd")?.text("note") == old.text("note"))
        #expect(staged.preview.text(.en).contains("~ organizations o.byd"))
        #expect(staged.preview.text(.zh).contains("变更 1"))
    }

    @Test func `an empty cell erases only where the mapping says so`() throws {
        let package = try Self.region()
        let staged = try stage(
            "organizations.csv", "id,short_zh\no.byd,\n", into: package,
            mapping: "{\"table\": \"organizations\", \"emptyErases\": true}")
        #expect(staged.model.record(id: "o.byd")?.text("short_zh") == nil)
    }

    @Test func `findings stand at the row and column of the input file`() throws {
        let staged = try stage(
            "sites.csv",
            "lat,id,region_id,functions,lon\n39.9,si.a,r.bj,hq,116.4\n39.9,si.b,r.nowhere,hq,12x\n",
            into: Self.region())
        let errors = staged.preview.findings.filter { $0.severity == .error }
        #expect(errors.map(\.description.count).count == 2)
        #expect(
            errors.contains {
                $0.row == 3 && $0.column == "region_id" && $0.position == 3 && $0.file == "sites.csv"
            })
        #expect(errors.contains { $0.row == 3 && $0.column == "lon" && $0.position == 5 })
    }

    @Test func `a mapping names table, fields, defaults and the reference of coordinates`() throws {
        let mapping = """
            {"table": "sites", "coordinateReference": "gcj02", "defaults": {"basis": "declared", "functions": "hq"},
             "columns": {"名字": "name_zh", "X": "lon", "Y": "lat", "区": "region_id", "备用": null}}
            """
        let staged = try stage(
            "whatever.csv", "名字,X,Y,区,备用\n某厂,116.404,39.915,北京市,1\n", into: Self.region(), mapping: mapping)
        let change = try #require(staged.preview.changes.first)
        let record = try #require(staged.model.record(id: change.id))
        #expect(record.text("source_lon") == "116.404")
        #expect(record.text("source_crs") == "GCJ-02")
        // Forward and back again: the original pair, within a metre.
        let point = try #require(
            GeoPoint(longitude: record.number("lon") ?? 0, latitude: record.number("lat") ?? 0))
        let back = CoordinateReference.gcj02.fromWGS84(point)
        #expect(abs(back.longitude - 116.404) < 1e-5)
        #expect(abs(back.latitude - 39.915) < 1e-5)
        #expect(point.longitude < 116.4)
        #expect(record.text("basis") == "declared")
        #expect(!staged.model.columns(of: .site).contains("备用"))
    }

    @Test func `a column may name the reference row by row`() throws {
        let staged = try stage(
            "sites.csv",
            "id,region_id,functions,经度,纬度,坐标系\nsi.a,r.bj,hq,116.404,39.915,百度\nsi.b,r.bj,hq,116.404,39.915,GPS\n",
            into: Self.region())
        #expect(staged.model.record(id: "si.a")?.text("source_crs") == "BD-09")
        #expect(staged.model.record(id: "si.b")?.text("lon") == "116.404")
        let wrong = try stage(
            "sites.csv", "id,region_id,functions,经度,纬度,坐标系\nsi.a,r.bj,hq,1,2,月球\n", into: Self.region())
        #expect(wrong.preview.findings.contains { $0.severity == .error && $0.value == "月球" && $0.row == 2 })
    }

    @Test func `a credit code that a spreadsheet made a number is refused with advice`() throws {
        let staged = try stage("organizations.csv", "id,name_zh,kind,uscc\no.a,甲,oem,9.1110000100013E+17\n")
        let finding = try #require(
            staged.preview.findings.first { $0.column == "uscc" && $0.severity == .error })
        #expect(finding.message.zh.contains("文本格式"))
        let bytes = try XLSXWriter.bytes { workbook in
            try workbook.sheet("organizations") { sheet in
                try sheet.row(["id", "name_zh", "kind", "uscc"])
                try sheet.row([.text("o.a"), .text("甲"), .text("oem"), .number(911_100_001_000_136_960)])
            }
        }
        let workbook = try TableImport.stage([ImportFile(name: "x.xlsx", bytes: bytes)])
        #expect(
            workbook.preview.findings.contains {
                $0.severity == .error && $0.file == "x.xlsx#organizations" && $0.row == 2
                    && $0.column == "uscc"
            })
    }

    @Test func `sheets are known by name, by Chinese name and by headers`() throws {
        let bytes = try XLSXWriter.bytes { workbook in
            try workbook.sheet("地区") {
                try $0.row(["编号", "中文名称", "英文名称", "层级"]); try $0.row(["r.a", "甲", "A", "区"])
            }
            try workbook.sheet("Sheet2") {
                try $0.row(["subject_id", "predicate", "object_id", "basis"])
                try $0.row(["甲", "supplies", "乙", "stated"])
            }
        }
        let staged = try TableImport.stage([ImportFile(name: "x.xlsx", bytes: bytes)])
        #expect(staged.model.count(of: .region) == 1)
        #expect(staged.model.count(of: .relation) == 1)
        #expect(staged.model.record(id: "r.a")?.text("level") == "district")
        #expect(staged.model.records(of: .relation).first?.text("subject_id") == "r.a")
    }

    @Test func `an unclear table is a finding that says what to do`() throws {
        let staged = try stage("liste.csv", "name_en,name_zh\nA,甲\n")
        let finding = try #require(staged.preview.findings.first { $0.severity == .error })
        #expect(finding.message.en.contains("mapping"))
        #expect(staged.preview.changes.isEmpty)
        #expect(throws: DataPackageError.self) { try staged.commit(to: "/nowhere/x") }
    }

    @Test func `two records of one name need an id`() throws {
        let package = try PackageReader.read(
            .memory([
                "regions.csv": Array(
                    "id,name_en,name_zh,level\nr.a,A,新华区,district\nr.b,B,新华区,district\n".utf8)
            ]))
        let staged = try stage(
            "organizations.csv", "id,name_zh,name_en,kind,所在地\no.a,甲,A,oem,新华区\n", into: package)
        let finding = try #require(
            staged.preview.findings.first { $0.severity == .error && $0.expected == "r.a, r.b" })
        #expect(finding.row == 2)
    }

    @Test func `what is told twice is refused`() throws {
        let staged = try stage(
            "regions.csv", "id,name_en,name_zh,level\nr.a,A,甲,district\nr.a,B,乙,district\n")
        #expect(
            staged.preview.findings.contains { $0.severity == .error && $0.row == 3 && $0.column == "id" })
        #expect(staged.preview.changes.count == 1)
    }

    @Test(arguments: ["a.xls", "a.pdf", "a.xlsx", "a.zip", "a.csv", "a"])
    func `files that are something else are findings, never a crash`(name: String) throws {
        for bytes in [[UInt8](), [0x50, 0x4B, 3, 4, 0, 0], [0xD0, 0xCF, 0x11, 0xE0], [0, 1, 2, 3, 0xFF]] {
            let staged = try TableImport.stage([ImportFile(name: name, bytes: bytes)])
            #expect(staged.preview.findings.hasErrors, "\(name) \(bytes)")
        }
    }

    @Test func `an archive that unpacks to far more than it holds is refused`() throws {
        let bomb = try ZipWriter.bytes {
            try $0.add("regions.csv", [UInt8](repeating: 0x61, count: 40_000_000))
        }
        #expect(bomb.count < 1_000_000)
        let staged = try TableImport.stage([ImportFile(name: "a.zip", bytes: bomb)])
        #expect(staged.preview.findings.hasErrors)
        #expect(staged.preview.changes.isEmpty)
    }

    @Test func `more cells than the limit are refused`() throws {
        let options = ImportOptions(limits: ImportLimits(maximumCells: 6))
        let table = ImportFile(
            name: "regions.csv", bytes: Array("id,level\nr.a,district\nr.b,district\nr.c,district\n".utf8))
        let staged = try TableImport.stage([table], options: options)
        #expect(staged.preview.findings.hasErrors)
    }

    @Test func `formula-like cells of an export come back as they were`() throws {
        let package = try PackageReader.read(
            .memory([
                "regions.csv": Array(
                    "id,name_en,name_zh,level\nr.a,\"=HYPERLINK(\"\"x\"\")\",@甲,district\n".utf8)
            ]))
        #expect(package.model.record(id: "r.a")?.text("name_en") == "=HYPERLINK(\"x\")")
        let bytes = try PackageExport.bytes(package.model, as: .csv)
        let zip = try ZipReader(bytes: bytes)
        let entry = try #require(zip.entry("regions.csv"))
        let text = String(decoding: try zip.bytes(of: entry), as: UTF8.self)
        #expect(text.hasPrefix("\u{FEFF}"))
        #expect(text.contains("'=HYPERLINK"))
        #expect(text.contains("'@甲"))
        let staged = try TableImport.stage([ImportFile(name: "x.zip", bytes: bytes)])
        #expect(staged.model.fingerprint == package.model.fingerprint)
    }

    @Test func `commit into a folder, then the package says what the preview said`() throws {
        try Places.withFolder { place in
            let folder = place + "/region"
            try PackageWriter.write(Self.region(), to: folder)
            let staged = try TableImport.stage(
                [
                    ImportFile(
                        name: "regions.csv",
                        bytes: Array(
                            "id,name_en,name_zh,level,basis,sources\nr.new,New,新地,district,declared,\n".utf8))
                ],
                into: PackageReader.read(folder: folder))
            try staged.commit(to: folder)
            let again = try PackageReader.read(folder: folder)
            #expect(again.model.fingerprint == staged.model.fingerprint)
            #expect(again.model.record(id: "r.new") != nil)
        }
    }
}
