import Foundation
import Reporting
import Testing

struct `The command line` {
    private func json(_ text: String) throws -> JSONValue {
        try JSONDecoder().decode(JSONValue.self, from: Data(text.utf8))
    }

    @Test func `lists what can be asked as an array with id, title, question and parameters`() throws {
        let outcome = try Command.run("studies", "--format", "json")
        #expect(outcome.status == 0)
        let first = try #require(try json(outcome.output)[0])
        for key in ["id", "title", "question", "parameters"] { #expect(first[key] != nil, "\(key)") }
    }

    @Test func `a place where nothing can be written is told in one line`() throws {
        let place = FileManager.default.temporaryDirectory.appendingPathComponent("none-\(UUID())/answer.txt")
            .path
        let outcome = try Command.run("run", "clusters", "--output", place)
        #expect(outcome.status == 1)
        let lines = outcome.errors.split(separator: "\n")
        #expect(lines.count == 1 && lines[0].contains(place), "\(outcome.errors)")
    }

    @Test func `tells what document 002 says of the SU7 Ultra`() throws {
        let outcome = try Command.run("run", "local-content", "--product", "pr.su7u", "--format", "json")
        #expect(outcome.status == 0)
        let result = try #require(try json(outcome.output)["result"])
        // Document 002: 22 percent; window regulators and air filters from Beijing, headlights, seats and gearboxes
        // from Tianjin, batteries and luggage racks from Hebei.
        #expect(result["statedShare"]?["value"] == .number(0.22))
        #expect(result["statedShare"]?["unit"] == .string("fraction"))
        guard case .array(let components)? = result["components"] else {
            Issue.record("components is no array")
            return
        }
        let pairs = components.map { ($0["component"], $0["region"]) }
        #expect(
            pairs.map { $0.0 }
                == [
                    "Window regulators", "Air filters", "Headlights", "Seats", "Gearboxes", "Batteries",
                    "Luggage racks",
                ].map { .string($0) })
        #expect(
            pairs.map { $0.1 }
                == ["r.bj", "r.bj", "r.tj", "r.tj", "r.tj", "r.he", "r.he"].map { .string($0) })
    }

    @Test(arguments: ["beijing-tianjin-hebei", "six-clusters"])
    func `answers with the keys that others rely on, null where nothing is known`(package: String) throws {
        let folder = Command.root.appendingPathComponent("Data/\(package)").path
        func result(_ study: String) throws -> [String: JSONValue] {
            let outcome = try Command.run("run", study, "--data", folder, "--format", "json")
            #expect(outcome.status == 0, "\(outcome.errors)")
            return try members(try json(outcome.output)["result"])
        }
        let segments = try list(try result("chain")["segments"])
        #expect(!segments.isEmpty)
        for segment in segments {
            let keys = Set(try members(segment).keys)
            #expect(keys.isSuperset(of: ["id", "class", "by", "coverage", "organizations"]))
        }
        let clusters = try list(try result("clusters")["clusters"])
        #expect(clusters.count == 6)
        for cluster in clusters {
            let keys = Set(try members(cluster).keys)
            #expect(keys.isSuperset(of: ["id", "vehicleCompanies", "partsCompanies", "ratioPrinted"]))
        }
        let content = try result("local-content")
        #expect(Set(content.keys).isSuperset(of: ["product", "statedShare", "components"]))
        for component in try list(content["components"]) {
            #expect(Set(try members(component).keys).isSuperset(of: ["component", "region"]))
        }
    }

    private func members(_ value: JSONValue?) throws -> [String: JSONValue] {
        guard case .object(let members)? = value else { throw CocoaError(.coderReadCorrupt) }
        return members
    }

    private func list(_ value: JSONValue?) throws -> [JSONValue] {
        guard case .array(let items)? = value else { throw CocoaError(.coderReadCorrupt) }
        return items
    }

    @Test(arguments: ReportFormat.allCases.filter { $0 != .pdf })
    func `writes the same bytes twice in every format`(_ format: ReportFormat) throws {
        let folder = try Command.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        var bytes: [Data] = []
        for name in ["a", "b"] {
            let file = folder.appendingPathComponent(name)
            let outcome = try Command.run(
                "run", "clusters", "--format", format.rawValue, "--output", file.path, "--language", "zh")
            #expect(outcome.status == 0, "\(outcome.errors)")
            bytes.append(try Data(contentsOf: file))
        }
        #expect(bytes[0] == bytes[1])
        #expect(!bytes[0].isEmpty)
    }

    @Test func `parts of a run are merged to the bytes of one run, and a missing part is named`() throws {
        let folder = try Command.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let network = Command.root.appendingPathComponent("docs/samples/supply-network-toy7").path
        let ask = ["run", "systemic-risk", "--network", network, "--format", "json", "--output"]
        func file(_ name: String) -> String { folder.appendingPathComponent(name).path }
        #expect(try Command.run(ask + [file("whole")]).status == 0)
        for part in 1...3 {
            #expect(try Command.run(ask + [file("part\(part)"), "--shard", "\(part)/3"]).status == 0)
        }
        let merged = try Command.run(
            "merge", file("part3"), file("part1"), file("part2"), "--output", file("merged"))
        #expect(merged.status == 0, "\(merged.errors)")
        #expect(
            try Data(contentsOf: folder.appendingPathComponent("merged"))
                == Data(contentsOf: folder.appendingPathComponent("whole")))
        let short = try Command.run("merge", file("part3"), file("part1"))
        #expect(short.status == 1)
        #expect(short.errors.contains("2/3"))
        #expect(try Command.run("run", "overview", "--shard", "1/2").status == 1)
        #expect(try Command.run(ask + [file("x"), "--shard", "4/3"]).status == 64)
    }

    @Test func `an unknown study is wrong input, named together with those that exist`() throws {
        let outcome = try Command.run("run", "chains")
        #expect(outcome.status == 1)
        #expect(outcome.output.isEmpty)
        #expect(outcome.errors.contains("chains") && outcome.errors.contains("local-content"))
    }

    @Test func `all wrong parameters are told at once and nothing is printed as a result`() throws {
        let outcome = try Command.run("run", "chain", "--region", "r.nowhere", "--colour", "red")
        #expect(outcome.status == 1)
        #expect(outcome.output.isEmpty)
        #expect(outcome.errors.contains("r.nowhere") && outcome.errors.contains("colour"))
    }

    @Test func `a word that is no parameter is a slip of usage`() throws {
        #expect(try Command.run("run", "chain", "stray").status == 64)
        #expect(try Command.run("fly").status == 64)
        #expect(try Command.run("run", "chain", "--format", "docx").status == 64)
        #expect(try Command.run("run", "chain", "--matrix", "a.csv", "--table", "b").status == 64)
    }

    @Test func `the built-in package has no error`() throws {
        let folder = Command.root.appendingPathComponent("Data/beijing-tianjin-hebei").path
        let outcome = try Command.run("check", folder, "--format", "json")
        #expect(outcome.status == 0)
        guard case .array(let findings)? = try json(outcome.output)["findings"] else {
            Issue.record("findings is no array")
            return
        }
        #expect(!findings.contains { $0["severity"] == .string("error") })
    }

    @Test func `a dangling reference is found with file, row, column and the nearest id`() throws {
        let folder = try Command.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let copy = folder.appendingPathComponent("region")
        try FileManager.default.copyItem(
            at: Command.root.appendingPathComponent("Data/beijing-tianjin-hebei"), to: copy)
        let file = copy.appendingPathComponent("sites.csv")
        let text = try String(contentsOf: file, encoding: .utf8)
        let lines = text.components(separatedBy: "\r\n")
        let row = try #require(lines.firstIndex { $0.contains(",o.gwm,") })
        try lines.enumerated().map {
            $0.offset == row ? $0.element.replacing(",o.gwm,", with: ",o.gwn,") : $0.element
        }
        .joined(separator: "\r\n").write(to: file, atomically: true, encoding: .utf8)
        let outcome = try Command.run("check", copy.path)
        #expect(outcome.status == 1)
        let expected = "sites.csv:\(row + 1):organization_id: error"
        let line = outcome.output.components(separatedBy: "\n").first { $0.hasPrefix(expected) }
        #expect(line?.contains("o.gwm") == true, "\(outcome.output)")
    }

    @Test(arguments: ["xlsx", "csv"])
    func `import of an export is the identity`(_ format: String) throws {
        let folder = try Command.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appendingPathComponent("export." + (format == "csv" ? "zip" : format)).path
        let copy = folder.appendingPathComponent("copy").path
        #expect(try Command.run("export", "--format", format, "--output", file).status == 0)
        let imported = try Command.run("import", file, "--into", copy)
        #expect(imported.status == 0, "\(imported.errors)")
        let original = Command.root.appendingPathComponent("Data/beijing-tianjin-hebei").path
        let difference = try json(try Command.run("diff", original, copy, "--format", "json").output)
        for key in ["added", "removed", "changed"] { #expect(difference[key] == .integer(0), "\(key)") }
    }

    @Test func `a preview writes nothing`() throws {
        let folder = try Command.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appendingPathComponent("organizations.csv")
        try "编号,名称,类别\r\no.x,甲,oem\r\n".write(to: file, atomically: true, encoding: .utf8)
        let target = folder.appendingPathComponent("region").path
        let outcome = try Command.run("import", file.path, "--into", target, "--preview")
        #expect(outcome.output.contains("o.x"))
        #expect(!FileManager.default.fileExists(atPath: target))
    }

    @Test func `a new region is ready to fill, has no error, and is not written over anything`() throws {
        let folder = try Command.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let target = folder.appendingPathComponent("region").path
        #expect(try Command.run("new", target).status == 0)
        #expect(try Command.run("check", target).status == 0)
        #expect(try Command.run("new", target).status == 1)
        #expect(try Command.run("run", "overview", "--data", target).status == 0)
    }

    @Test func `a scenario changes the answer and its stamp, and a wrong one says which change`() throws {
        let folder = try Command.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let good = folder.appendingPathComponent("good.json")
        try #"{"title": "Lear leaves", "changes": [{"remove": "o.lear"}]}"#.write(
            to: good, atomically: true, encoding: .utf8)
        let base = try json(try Command.run("run", "chain", "--format", "json").output)
        let changed = try json(
            try Command.run("run", "chain", "--format", "json", "--scenario", good.path).output)
        #expect(changed["scenario"] == .string("Lear leaves"))
        #expect(changed["package"]?["fingerprint"] != base["package"]?["fingerprint"])
        let isSame = changed["result"] == base["result"]
        #expect(!isSame)
        let bad = folder.appendingPathComponent("bad.json")
        try #"{"title": "x", "changes": [{"remove": "o.nobody"}]}"#.write(
            to: bad, atomically: true, encoding: .utf8)
        let outcome = try Command.run("run", "chain", "--scenario", bad.path)
        #expect(outcome.status == 1)
        #expect(outcome.errors.contains("o.nobody") && outcome.errors.contains("change 1"))
    }
}
