import DataPackages
import Ecosystem
import Foundation
import Reporting
import Testing

@testable import Studies

@Suite struct `Study reconstruct` {
    private let study = Reconstruct()

    private func input(_ given: [String: String] = [:], _ model: EcosystemModel? = nil) throws -> StudyInput {
        try StudyInput.prepared(
            for: study.description, model: model ?? OpenPackages.builtIn(), given: given)
    }

    private func value(_ result: Reconstruct.Result, _ id: String) -> Reconstruct.Result.Assumption? {
        result.assumptions.first { $0.id == id }
    }

    /// Document 001, s001.1.4.p1: 52 vehicle companies and 1,178 parts companies; document 002, s002.p9: 22 percent.
    @Test func `firms are as many as documents count, and each choice says how it is known`() throws {
        let result = try study.result(on: input())
        #expect(result.firms == 52 + 1_178)
        #expect(value(result, "vehicle-firms")?.origin.paragraphs == ["s001.1.4.p1"])
        #expect(value(result, "parts-firms")?.origin.basis == .stated)
        #expect(value(result, "local-share")?.origin.paragraphs == ["s002.p9"])
        #expect(value(result, "local-share")?.origin.basis == .estimated)
        #expect(result.assumptions.allSatisfy { $0.origin.basis == .stated || $0.origin.basis == .estimated })
        #expect(result.segments.reduce(0) { $0 + $1.firms } == result.firms)
        #expect(result.regions.reduce(0) { $0 + $1.firms } == result.firms)
        #expect(abs(result.fit.expectedLinks / 12_300 - 1) < 1e-6)
        #expect(result.basis == .synthetic)
        #expect(result.named.contains("o.gwm") && result.namedLinks > 0)
        let report = try study.report(on: input())
        #expect(report.weakestBasis == .synthetic)
    }

    /// The six counts of document 001 add up to 259 and 12,892.
    @Test func `the six clusters have their 13,151 firms, each cluster its own`() throws {
        let model = try PackageReader.read(folder: OpenPackages.root.path + "/Data/six-clusters").model
        let result = try study.result(on: input([:], model))
        #expect(result.firms == 13_151)
        #expect(result.regions.map(\.id) == ["r.yrd", "r.nec", "r.myr", "r.bth", "r.prd", "r.cyu"])
        #expect(
            result.regions.map(\.firms) == [
                61 + 5_849, 20 + 846, 53 + 2_346, 52 + 1_178, 28 + 1_275, 45 + 1_398,
            ])
    }

    @Test func `the same seed gives the same package, another seed another one`() throws {
        let model = try OpenPackages.builtIn()
        let one = try CompanionPackage(of: model)
        let again = try CompanionPackage(of: model)
        let other = try CompanionPackage(of: model, parameters: ["seed": "2"])
        let isSame = one.files == again.files && one.model.fingerprint == again.model.fingerprint
        let isOther = one.files != other.files
        #expect(isSame && isOther)
    }

    @Test func `the written package passes the check, and brings its network`() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "jingwei-\(UUID().uuidString)")
            .path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let stated = try OpenPackages.builtIn()
        let companion = try CompanionPackage(of: stated)
        try companion.write(to: folder)
        let read = try PackageReader.read(folder: folder)
        #expect(!read.findings.hasErrors)
        #expect(read.model.identity.isSynthetic)
        #expect(read.model.fingerprint == companion.model.fingerprint)
        #expect(read.model.count(of: .organization) == stated.count(of: .organization) + 1_230)
        let made = read.model.records(of: .organization).filter { $0.id.hasPrefix("syn.") }
        #expect(made.count == 1_230 && made.allSatisfy { $0.origin.basis == .synthetic })
        let loaded = try #require(try ComputingInputReader.network(ofPackage: folder))
        #expect(loaded.input.fingerprint == ComputingInput.network(companion.network).fingerprint)
        // No real firm is in the network: it could be ranked by one drawing.
        #expect(companion.network.firms.allSatisfy { $0.hasPrefix("syn.") })
        #expect(companion.network.basis == .synthetic)
        #expect(throws: (any Error).self) { try companion.write(to: folder) }
    }

    @Test func `named links are between the stand-ins of their firms`() throws {
        let asked = try StudyInput.prepared(
            for: Reconstruct().description, model: OpenPackages.builtIn(), given: ["seed": "5"])
        let (plan, companion) = try Reconstruct.companion(asked)
        let standIns = Dictionary(
            zip(plan.named.map(\.organization.text), companion.standIn),
            uniquingKeysWith: { first, _ in first })
        let network = companion.network
        let links = Set(
            network.values.indices.map { [Int(network.suppliers[$0]), Int(network.customers[$0])] })
        // s000.2.2.p2 and s000.2.2.p3 name these.
        for (supplier, customer) in [("o.denso", "o.fawtoyota"), ("o.nobo", "o.gwm"), ("o.svolt", "o.gwm")] {
            let pair = [standIns[supplier] ?? -1, standIns[customer] ?? -1]
            #expect(links.contains(pair), "\(supplier) \(customer)")
        }
    }

    @Test func `revenue is never below sales, and the rest is final demand`() throws {
        let network = try CompanionPackage(of: OpenPackages.builtIn()).network
        var sales = [Double](repeating: 0, count: network.firms.count)
        for (supplier, value) in zip(network.suppliers, network.values) { sales[Int(supplier)] += value }
        let revenue = try #require(network.column("revenue"))
        let demand = try #require(network.column("final_demand"))
        let isRight = sales.indices.allSatisfy { firm in
            guard let earned = revenue[firm], let outside = demand[firm] else { return false }
            return earned >= sales[firm] && outside >= 0 && abs(earned - sales[firm] - outside) < 1e-9
        }
        #expect(isRight)
    }

    /// The table's own columns: value added of automobiles over their output, pay of employees likewise.
    @Test func `firms have value added, pay and taxes as their sector has, and jobs where a pay is given`()
        throws
    {
        let model = try OpenPackages.builtIn()
        let table = try ComputingInputReader.read(.table, path: OpenPackages.root.path + "/Data/china-2018")
            .input
        guard case .table(let china) = table,
            let cars = china.sectors.firstIndex(where: { $0.sector == "Automobiles" })
        else {
            Issue.record("the table has no automobiles")
            return
        }
        let network = try CompanionPackage(of: model, parameters: ["pay": "100000"]).network
        let firm = try #require(
            network.firms.indices.first { network.sectors[Int(network.sectorOfFirm[$0])] == "sg.veh" })
        func part(_ column: String) -> Double {
            (network.column(column)?[firm] ?? 0) / ((network.column("revenue")?[firm] ?? nil) ?? 1)
        }
        for (account, column) in [
            ("Value added", "value_added"), ("Compensation of employees", "compensation"),
        ] {
            let row = try #require(china.account(account))
            #expect(abs(part(column) - row[row.startIndex + cars] / china.output[cars]) < 1e-12)
        }
        // 100 million yuan of pay are a thousand jobs of 100,000 yuan.
        #expect(abs(part("jobs") - 1_000 * part("compensation")) < 1e-9)
        #expect(network.money?.unit == Localized("100 million yuan", "亿元") && network.money?.days == 365)
        let plain = try study.result(on: input())
        #expect(plain.findings.contains { $0.code == "no-jobs" } && plain.unit.zh == "亿元")
        #expect(value(plain, "pay") == nil && value(plain, "value_added")?.origin.basis == .estimated)
    }

    /// u = imports / (output + imports − exports) is the same for every use of a product, so that a segment's share is that of its sector: chips
    /// within what the table says of electronic components anywhere.
    @Test func `what comes from abroad is what the table says of the segment's sector`() throws {
        let network = try CompanionPackage(of: OpenPackages.builtIn()).network
        let imports = try #require(network.imports)
        let table = try ComputingInputReader.read(.table, path: OpenPackages.root.path + "/Data/china-2018")
            .input
        guard case .table(let china) = table, let abroad = china.importedFlows else {
            Issue.record("the table does not tell imports")
            return
        }
        let chips = try #require(network.sectors.firstIndex(of: "sg.cmp.aichip"))
        let row = try #require(china.sectors.firstIndex { $0.sector == "Electronic components" })
        let width = china.sectors.count
        let shares = (0..<width).compactMap { user -> Double? in
            let all = abroad[row * width + user] + china.flows[row * width + user]
            return all > 0 ? abroad[row * width + user] / all : nil
        }
        let share = try #require(imports.shares[chips])
        #expect(share >= (shares.min() ?? 1) - 1e-9 && share <= (shares.max() ?? 0) + 1e-9 && share > 0.1)
        #expect(imports.counted[chips]?.en == "Electronic components" && imports.basis == .estimated)
    }

    @Test func `numbers can be set, and a package without counts is told to set them`() throws {
        let result = try study.result(
            on: input([
                "vehicle-firms": "5", "parts-firms": "70", "split": "even", "local-share": "0.5",
                "values": "fitted",
            ]))
        #expect(result.firms >= 75 && value(result, "vehicle-firms")?.origin.basis == .estimated)
        let bare = PackageTemplateModel.model()
        let problem = #expect(throws: StudyProblem.self) { try study.result(on: input([:], bare)) }
        #expect(problem?.details.map(\.parameter) == ["vehicle-firms", "parts-firms"])
    }

    @Test func `an answer has both languages and every kind of block draws`() throws {
        let report = try study.report(on: input())
        for language in Language.allCases {
            let text = try ReportRenderer.render(
                report, as: .text, language: language, sources: SourceDirectory(OpenPackages.builtIn()))
            #expect(text.count > 2_000)
        }
        #expect(report.result["fit"]?["links"] != nil && report.result["trade"] != nil)
    }
}

/// A package that has a region and nothing else.
private enum PackageTemplateModel {
    static func model() -> EcosystemModel {
        var builder = EcosystemBuilder(
            PackageIdentity(id: "bare", title: Localized("Bare", "空"), homeRegion: RegionID("r.home")))
        builder.add(
            .region,
            ["id": "r.home", "name_en": "Home", "name_zh": "本地", "level": "province", "basis": "stated"])
        return builder.build()
    }
}
