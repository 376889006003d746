import DataPackages
import Ecosystem
import Foundation
import Kernels
import Sheets
import Testing

/// Whatever the bytes, a reader answers with findings or an error.
///
/// `JINGWEI_FUZZ_EXECUTIONS` sets how many inputs each reader gets; `scripts/fuzz-coverage.sh` counts the lines.
@Suite struct `Fuzzing the readers` {
    private static let executions =
        ProcessInfo.processInfo.environment["JINGWEI_FUZZ_EXECUTIONS"].flatMap(Int.init) ?? 400

    /// A package with a few records of each kind and a short descriptor.
    private static func smallPackage(_ kinds: [RecordKind] = RecordKind.allCases) throws -> [String: [UInt8]]
    {
        let all = try Places.files(Places.region)
        var files: [String: [UInt8]] = [:]
        var resources: [String] = []
        for kind in kinds {
            guard let bytes = all[kind.table + ".csv"] else { continue }
            var lines = 0
            let end = bytes.firstIndex { byte in
                lines += byte == 0x0A ? 1 : 0
                return lines == 5
            }
            files[kind.table + ".csv"] = Array(bytes[..<(end ?? bytes.endIndex)])
            resources.append("{\"name\": \"\(kind.table)\", \"path\": \"\(kind.table).csv\"}")
        }
        let text =
            "{\"name\": \"small\", \"version\": \"1\", \"resources\": [\(resources.joined(separator: ",\n"))]}"
        files["datapackage.json"] = Array(text.utf8)
        return files
    }

    private static func say(_ reader: String, _ refused: Int) {
        print("fuzz: \(reader): \(executions) executions, \(refused) answered with errors, no crash")
    }

    @Test func `tables of a package`() throws {
        let files = try Self.smallPackage()
        let names = files.keys.filter { $0.hasSuffix(".csv") }.sorted()
        var mutator = Mutator(seed: 1)
        var flagged = 0
        for number in 0..<Self.executions {
            var changed = files
            for _ in 0..<(1 + number % 4) {
                let name = names[mutator.generator.next(below: names.count)]
                let other = names[mutator.generator.next(below: names.count)]
                changed[name] = mutator.change(changed[name] ?? [], with: files[other] ?? [])
            }
            if mutator.generator.next(below: 5) == 0 { changed["datapackage.json"] = nil }
            let package = try PackageReader.read(.memory(changed))
            #expect(package.findings == package.findings.sorted())
            if number % 8 == 0, package.isComplete {
                // What was read without loss is written without loss, however wrong it is.
                let again = try PackageReader.read(.memory(PackageWriter.files(package.model)))
                #expect(again.model.fingerprint == package.model.fingerprint)
            }
            flagged += package.findings.hasErrors ? 1 : 0
        }
        Self.say("package tables", flagged)
    }

    @Test func `the descriptor`() throws {
        var files = try Self.smallPackage([.region, .source])
        let small = PackageWriter.files(try PackageReader.read(.memory(files)).model)
        let descriptor = small["datapackage.json"] ?? []
        var mutator = Mutator(seed: 2)
        var flagged = 0
        for _ in 0..<Self.executions {
            files["datapackage.json"] = mutator.change(descriptor, with: descriptor)
            let package = try PackageReader.read(.memory(files))
            flagged += package.findings.hasErrors ? 1 : 0
            // Whatever was read can be written, and says the same when it is read again.
            let again = try PackageReader.read(
                .memory(PackageWriter.files(package.model, descriptor: package.descriptor)))
            #expect(again.model.identity == package.model.identity)
        }
        Self.say("descriptor", flagged)
    }

    private static func importing(_ name: String, _ bytes: [UInt8], mapping: ImportMapping? = nil) throws
        -> Bool
    {
        let staged = try TableImport.stage([ImportFile(name: name, bytes: bytes)], mapping: mapping)
        return staged.preview.findings.hasErrors
    }

    @Test func `imported tables`() throws {
        let seeds: [(String, String)] = [
            ("机构.csv", "编号,企业名称,类型,所在地,统一社会信用代码\n,甲公司,企业,北京市,91110000100013741D\no.b,乙,oem,r.bj,9.11E+17\n"),
            (
                "sites.csv",
                "id,organization_id,region,function,lng,lat,坐标系\nsi.1,甲,北京,研发,116.4,39.9,GCJ-02\nsi.2,o.b,r.tj,hq,117.2,39.1,百度\n"
            ),
            (
                "x.csv",
                "from,predicate,to,qualifier,value,unit,basis,sources\n甲,supplies,乙,brakes,1，000,CNY,stated,\n"
            ),
        ]
        var mutator = Mutator(seed: 3)
        var flagged = 0
        for number in 0..<Self.executions {
            let (name, text) = seeds[number % seeds.count]
            let other = Array(seeds[(number + 1) % seeds.count].1.utf8)
            flagged += try Self.importing(name, mutator.change(Array(text.utf8), with: other)) ? 1 : 0
        }
        Self.say("CSV import", flagged)
    }

    @Test func `imported workbooks and archives`() throws {
        let kinds: [RecordKind] = [
            .source, .paragraph, .region, .organization, .site, .indicator, .translation,
        ]
        let package = try PackageReader.read(.memory(try Self.smallPackage(kinds)))
        var mutator = Mutator(seed: 4)
        for format in [ExportFormat.xlsx, .csv] {
            let bytes = try PackageExport.bytes(package.model, as: format)
            let zip = try ZipReader(bytes: bytes)
            var parts: [(String, [UInt8])] = []
            for entry in zip.entries { parts.append((entry.name, try zip.bytes(of: entry))) }
            var flagged = 0
            for number in 0..<(Self.executions / 2) {
                var changed = bytes
                if number % 4 == 0 {
                    changed = mutator.change(bytes, with: bytes)
                } else {
                    // Within the archive, so that the checksums are right and the content is not.
                    let victim = mutator.generator.next(below: parts.count)
                    let other = parts[mutator.generator.next(below: parts.count)].1
                    let content = mutator.change(parts[victim].1, with: other)
                    changed = try ZipWriter.bytes { writer in
                        for (index, part) in parts.enumerated() {
                            try writer.add(part.0, index == victim ? content : part.1)
                        }
                    }
                }
                flagged += try Self.importing("x.\(format.fileEnding)", changed) ? 1 : 0
            }
            Self.say(format == .xlsx ? "workbook import (half)" : "archive import (half)", flagged)
        }
    }

    @Test func `mappings`() throws {
        let seed = Array(
            """
            {"tables": [{"file": "a.csv", "sheet": "S", "table": "sites", "columns": {"名称": "name_zh", "备用": null},
            "coordinateReference": "gcj02", "defaults": {"basis": "declared", "note": 5}, "emptyErases": true}]}
            """.utf8)
        var mutator = Mutator(seed: 5)
        var refused = 0
        for _ in 0..<Self.executions {
            let bytes = mutator.change(seed, with: seed)
            do {
                let mapping = try ImportMapping.parse(bytes, path: "m.json")
                _ = try Self.importing("a.csv", Array("id,名称,经度,纬度\nsi.1,甲,116,39\n".utf8), mapping: mapping)
            } catch {
                refused += 1
                #expect(error is DataPackageError)
            }
        }
        Self.say("mapping", refused)
    }

    @Test func `scenarios`() throws {
        let seed = Array(
            """
            {"title": "t", "changes": [{"remove": "o.byd"}, {"set": "o.gwm", "field": "kind", "value": "oem"},
            {"set": true, "id": "o.gwm", "field": "note", "value": 5}, {"add": "organizations", "id": "o.new", "fields":
            {"name_en": "New", "kind": "oem", "home_region": "r.tj"}}], "shocks": [{"what": "si.bhmc_cz", "start": 0,
            "days": 14, "depth": 0.5, "recovery": 30}], "seed": 42}
            """.utf8)
        let model = try PackageReader.read(.memory(try Self.smallPackage())).model
        var mutator = Mutator(seed: 6)
        var refused = 0
        for _ in 0..<Self.executions {
            do {
                let scenario = try ScenarioReader.parse(mutator.change(seed, with: seed), path: "s.json")
                _ = scenario.applied(to: model)
            } catch {
                refused += 1
                #expect(!error.message.en.isEmpty)
            }
        }
        Self.say("scenario", refused)
    }
}
