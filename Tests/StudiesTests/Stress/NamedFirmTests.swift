import DataPackages
import Ecosystem
import Foundation
import Reporting
import Sheets
import Testing

@testable import Studies

/// A named real firm appears in results as an interval over at least 100 networks only, never as a point rank.
@Suite struct `Named firms of a made-up network` {
    /// Firms as a user might write them: by a record's id, by a name of a record, listed as real by the folder, and made up.
    private static let ids = ["o.gwm", "诺博汽车系统有限公司", "Rivertown Gearworks", "m1", "m2", "m3"]

    private static let madeUp = #"{"basis": "synthetic", "named": ["Rivertown Gearworks"]}"#
    private static let names = [
        "o.gwm", "Great Wall Motor", "长城汽车", "o.nobo", "NOBO", "诺博汽车", "Rivertown",
    ]
    private static let questions: [(study: any Study, given: [String: String])] = [
        (FirmRisk(), ["mode": "open"]), (FirmRisk(), ["mode": "open", "pair": "gravest"]),
        (Disrupt(), ["what": "region:r.he.bd", "date": "2027-01-11"]), (Disrupt(), ["what": "sector:sg.mat"]),
        (TimeToSurvive(), ["recovery": "6"]), (Mitigate(), ["budget": "12"]), (Network(), [:]),
    ]

    /// A network folder as a user might write it, whose about-file says what is given.
    private func network(_ about: String?, shocks: String? = nil) throws -> ComputingInput {
        let (gwm, nobo, listed) = (Self.ids[0], Self.ids[1], Self.ids[2])
        let firms = [
            "id,sector,region,bpns,revenue,demand,capacity,stock,margin,ttr",
            "\(gwm),sg.veh,r.he.bd,BPNS00000003AYRE,100,10,12,2,1,4",
            "\(nobo),sg.cmp,r.he.bd,BPNS00000003B2OM,40,0,12,2,0,4",
            "\(listed),sg.cmp,r.tj,BPNS00000003B3NX,30,0,12,2,0,4",
            "m1,sg.cmp,r.tj,BPNS00000003B5MJ,30,0,14,3,0,4", "m2,sg.mat,r.tj,,20,0,25,4,0,4",
            "m3,sg.veh,r.tj,,60,8,9,1,1,4",
        ]
        let links = [
            "supplier,customer,value", "\(nobo),\(gwm),1", "\(listed),m3,1", "m1,\(gwm),1", "m1,m3,1",
            "m2,\(nobo),1", "m2,\(listed),1", "m2,m1,1",
        ]
        let measures = [
            "id,kind,firm,amount,cost", "stock at \(nobo),stock,\(nobo),6,10",
            "stock.\(gwm),stock,\(gwm),4,5",
            "m,stock,m1,6,8",
        ]
        let needs = ["sector,sg.veh,sg.cmp,sg.mat", "sg.veh,0,0,0", "sg.cmp,2,0,0", "sg.mat,0,2,0"]
        var files = [
            "firms.csv": firms.joined(separator: "\n"), "links.csv": links.joined(separator: "\n"),
            "measures.csv": measures.joined(separator: "\n"), "essential.csv": needs.joined(separator: "\n"),
        ]
        files["network.json"] = about
        files["shocks.csv"] = shocks
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for (name, text) in files { try Data(text.utf8).write(to: folder.appendingPathComponent(name)) }
        return try ComputingInputReader.read(.network, path: folder.path).input
    }

    private func report(
        _ study: any Study, _ given: [String: String], _ network: ComputingInput, _ model: EcosystemModel
    ) throws -> Report {
        try study.report(
            on: StudyInput.prepared(
                for: study.description, model: model, supplied: network, given: given))
    }

    /// Everything that a report says in every format but PDF, which is the HTML printed; archives and workbooks unpacked.
    private func texts(_ report: Report, _ model: EcosystemModel) throws -> [String: String] {
        var texts: [String: String] = [:]
        for format in ReportFormat.allCases where format != .pdf {
            for language in Language.allCases {
                let bytes = try ReportRenderer.render(
                    report, as: format, language: language, sources: SourceDirectory(model))
                var text = ""
                if format == .csv || format == .xlsx {
                    let archive = try ZipReader(bytes: bytes)
                    for entry in archive.entries {
                        text +=
                            entry.name + "\n" + String(decoding: try archive.bytes(of: entry), as: UTF8.self)
                    }
                } else {
                    text = String(decoding: bytes, as: UTF8.self)
                }
                texts["\(format.rawValue) \(language.rawValue)"] = text
            }
        }
        return texts
    }

    /// What of a list of names a report says in any format.
    private func told(_ names: [String], _ report: Report, _ model: EcosystemModel) throws -> [String] {
        try texts(report, model).sorted { $0.key < $1.key }.flatMap { format, text in
            names.filter { text.contains($0) }.map { "\(report.study), \(format): \($0)" }
        }
    }

    @Test func `no study names a real firm in any format, and each says that stand-ins are shown`() throws {
        let model = try OpenPackages.builtIn()
        let network = try network(Self.madeUp)
        for question in Self.questions {
            let report = try report(question.study, question.given, network, model)
            #expect(try told(Self.names, report, model) == [])
            #expect(report.supplied?.standIns == 3 && report.supplied?.fingerprint == network.fingerprint)
            let text = String(
                decoding: try ReportRenderer.render(
                    report, as: .text, language: .en, sources: SourceDirectory(model)), as: UTF8.self)
            #expect(text.contains("3 real firms have stand-ins") && text.contains("samples = 100"))
        }
    }

    @Test func `a stand-in has an id of its own as scenario, and the numbers of the firms stay`() throws {
        let model = try OpenPackages.builtIn()
        let hidden = try report(FirmRisk(), ["mode": "open"], network(Self.madeUp), model)
        let shown = try report(FirmRisk(), ["mode": "open"], network(nil), model)
        let rows = hidden.result["scenarios"]?.items ?? []
        let plain = shown.result["scenarios"]?.items ?? []
        #expect(
            rows.map { $0["scenario"] }
                == ["stand-in.1", "stand-in.2", "stand-in.3", "m1", "m2", "m3"].map { .string($0) })
        #expect(plain.map { $0["scenario"] } == Self.ids.map { .string($0) })
        #expect(rows.map { $0["esri"] } == plain.map { $0["esri"] })
        // A folder that says nothing of being made up is a user's own: it stays as it is.
        let told = try told(Self.names, shown, model)
        #expect(shown.supplied?.standIns == nil && !told.isEmpty)
    }

    @Test func `scenarios and measures called by a real firm are called by its stand-in`() throws {
        let model = try OpenPackages.builtIn()
        let shocks =
            "scenario,firm,loss\nGreat Wall Motor stops,o.gwm,1\nBaoding (o.gwm and m3),o.gwm,1\n"
            + "Baoding (o.gwm and m3),m3,0.5\nflood,\(Self.ids[1]),1\nflood,\(Self.ids[2]),1\n"
        let network = try network(Self.madeUp, shocks: shocks)
        for study in [FirmRisk(), TimeToSurvive(), Mitigate()] as [any Study] {
            let report = try report(study, study.id == "mitigate" ? ["budget": "12"] : [:], network, model)
            #expect(try told(Self.names, report, model) == [])
        }
        let risk = try report(FirmRisk(), [:], network, model)
        let rows = risk.result["scenarios"]?.items ?? []
        #expect(
            rows.map { $0["scenario"] }
                == ["stand-in.1", "Baoding (stand-in.1 and m3)", "stand-in.2+stand-in.3"].map { .string($0) })
    }

    @Test func `whoever asks for a real firm is told to ask for an interval`() throws {
        let model = try OpenPackages.builtIn()
        let network = try network(Self.madeUp)
        let asked: [(any Study, [String: String])] = [
            (FirmRisk(), ["pair": "o.gwm,m3"]), (FirmRisk(), ["pair": "Rivertown Gearworks"]),
            (Disrupt(), ["what": "firm:\(Self.ids[1])"]), (Disrupt(), ["what": "m1>o.gwm"]),
        ]
        for (study, given) in asked {
            let problem = #expect(throws: StudyProblem.self) { try report(study, given, network, model) }
            #expect(problem?.details.contains { $0.message.en.contains("samples = 100") } == true)
        }
    }

    @Test func `parts joined say the same as one run`() throws {
        let model = try OpenPackages.builtIn()
        let network = try network(Self.madeUp)
        func part(_ index: Int, _ count: Int) throws -> Report {
            var input = try StudyInput.prepared(for: FirmRisk().description, model: model, supplied: network)
            input.shard = count > 1 ? StudyShard(index: index, count: count) : nil
            return try FirmRisk().report(on: input)
        }
        func json(_ report: Report) throws -> [UInt8] {
            try ReportRenderer.render(report, as: .json, language: .en, sources: SourceDirectory(model))
        }
        let parts = try (1...2).map {
            try JSONDecoder().decode(JSONValue.self, from: Data(json(part($0, 2))))
        }
        let joined = try FirmRisk().report(joining: parts, on: StudyInput(model: model))
        #expect(try json(joined) == json(part(1, 1)))
    }

    @Test func `a written-out companion says who has a stand-in and nowhere which firm it is`() throws {
        let stated = try OpenPackages.builtIn()
        let companion = try CompanionPackage(
            of: stated, parameters: ["vehicle-firms": "60", "parts-firms": "240"])
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try companion.write(to: folder)
        let model = try PackageReader.read(folder: folder).model
        let input = try #require(try ComputingInputReader.network(ofPackage: folder)).input
        guard case .network(let network) = input else {
            Issue.record("no network")
            return
        }
        let named = network.realFirms.behindStandIns
        #expect(named.count > 20 && named.allSatisfy { stated.record(id: $0)?.kind == .organization })
        for (name, bytes) in companion.files {
            for line in String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline) {
                #expect(!(line.contains("syn.") && named.contains { line.contains($0) }), "\(name): \(line)")
            }
        }
        let names = named.flatMap {
            [$0, stated.record(id: $0)?.name.en ?? $0, stated.record(id: $0)?.name.zh ?? $0]
        }
        let questions: [(any Study, [String: String])] = [
            (FirmRisk(), ["pair": "gravest"]), (Disrupt(), ["what": "region:r.he.bd"]),
            (TimeToSurvive(), ["by": "firm"]), (Mitigate(), ["cost-stock": "1", "budget": "100"]),
            (Network(), [:]),
        ]
        for (study, given) in questions {
            let report = try report(study, given, input, model)
            #expect(try told(names, report, model) == [])
            #expect(report.supplied?.standIns == named.count)
        }
        let problem = #expect(throws: StudyProblem.self) {
            try report(Disrupt(), ["what": "firm:o.gwm"], input, model)
        }
        #expect(problem?.details.first?.message.zh.contains("samples = 100") == true)
    }
}
