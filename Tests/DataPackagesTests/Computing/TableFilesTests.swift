import DataPackages
import Ecosystem
import Foundation
import Testing

/// Tables as others publish them, and the national table that ships.
struct `Reading published tables` {
    private func table(_ path: String) throws -> FlowTable {
        guard case .table(let table) = try ComputingInputReader.read(.table, path: path).input else {
            throw CocoaError(.fileReadUnknown)
        }
        return table
    }

    /// A file of the reference material; `nil`, and a line that says so, where it is absent.
    private func outside(_ file: String) -> String? {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let named = ProcessInfo.processInfo.environment["JINGWEI_REFERENCE"]
        let folder = named ?? root.deletingLastPathComponent().appending(path: "shared").path
        let path = folder + "/data/" + file
        guard FileManager.default.fileExists(atPath: path) else {
            print("not run: \(file) is not there (set JINGWEI_REFERENCE)")
            return nil
        }
        return path
    }

    /// Whether a row's uses add up to its printed output: the README of the data says they do to 1e-15.
    @Test func `the national table of 153 sectors balances in rows and columns`() throws {
        guard let path = outside("china_io_tables/china_2018_153.csv.gz") else { return }
        let table = try table(path)
        #expect(table.sectors.count == 153)
        #expect(
            table.demandCategories.map(\.sector) == ["FU101", "FU102", "FU103", "FU201", "FU202", "EX", "IM"])
        #expect(table.about.sectorNames["079"] == Localized("Manufacture of automobiles", "汽车整车"))
        let added = try #require(table.account("Value added"))
        let output = table.output
        for (column, value) in added.enumerated() {
            let inputs = (0..<153).reduce(0) { $0 + table.flows[$1 * 153 + column] }
            #expect(abs(inputs + value - output[column]) <= 1e-9 * output[column])
        }
    }

    @Test func `a table that tells imports apart keeps them apart`() throws {
        guard let path = outside("china_io_tables/china_2018_42.csv.gz") else { return }
        let table = try table(path)
        let imported = try #require(table.importedFlows)
        #expect(table.sectors.count == 42)
        #expect(imported.count == 42 * 42)
        // Imported uses of agriculture, as the file's own column of totals prints them.
        #expect(abs(imported[0..<42].reduce(0, +) - 48_593_734.1252015) < 1e-3)
        let added = try #require(table.account("Value added"))
        let output = table.output
        for (column, value) in added.enumerated() {
            let inputs = (0..<42).reduce(0) {
                $0 + table.flows[$1 * 42 + column] + imported[$1 * 42 + column]
            }
            #expect(abs(inputs + value - output[column]) <= 1e-6 * output[column])
        }
    }

    @Test func `an older table with an error column adds up to its output`() throws {
        guard let path = outside("china_io_tables/china_2012_139.csv.gz") else { return }
        let table = try table(path)
        #expect(table.sectors.count == 139)
        // The first row's printed output.
        #expect(abs(table.output[0] - 469_404_579.659751) < 1)
    }

    @Test func `the world table has its countries and industries, and several years have to be told apart`()
        throws
    {
        guard let path = outside("wiod_mrio/Z_2000.csv.gz") else { return }
        let table = try table(path)
        #expect(table.sectors.count == 41 * 35)
        #expect(table.sectors[15] == .init(region: "AUS", sector: "c16"))
        #expect(table.demandCategories.count == 41 * 5)
        // The printed output of Australian farming, rounded in the file as its flows are.
        #expect(abs(table.output[0] - 27_978) < 120)
        let folder = String(path.dropLast("Z_2000.csv.gz".count))
        #expect(throws: ComputingInputProblem.self) { try ComputingInputReader.read(.table, path: folder) }
        guard let national = outside("china_io_tables") else { return }
        let problem = #expect(throws: ComputingInputProblem.self) {
            try ComputingInputReader.read(.table, path: national)
        }
        #expect(problem?.description.contains("china_2018_153.csv.gz") == true)
    }

    @Test func `the national table that ships balances and names its sectors, segments and source`() throws {
        let root = try BuiltInPackages.locate().root
        let table = try table(root + "/china-2018")
        let count = table.sectors.count
        #expect(count == 51)
        #expect(table.about.basis == .derived)
        #expect(table.about.importsBasis == .estimated)
        #expect(table.about.source?.en.contains("National Bureau of Statistics") == true)
        #expect(table.about.focus == ["Automobiles", "Auto parts"])
        #expect(table.sectors.allSatisfy { table.about.sectorNames[$0.sector] != nil })
        let imported = try #require(table.importedFlows)
        let added = try #require(table.account("Value added"))
        let output = table.output
        for (column, value) in added.enumerated() {
            let inputs = (0..<count).reduce(0) {
                $0 + table.flows[$1 * count + column] + imported[$1 * count + column]
            }
            #expect(abs(inputs + value - output[column]) <= 1e-6 * output[column])
        }
        let model = try PackageReader.read(.folder(root + "/beijing-tianjin-hebei")).model
        for id in table.about.segments.values.flatMap(\.self) {
            #expect(model.find(id, as: Segment.self) != nil, "\(id) is no segment")
        }
    }

    @Test func `a table is no region`() throws {
        #expect(!(try BuiltInPackages.locate().ids.contains("china-2018")))
    }

    @Test func `what a table says of itself is checked`() {
        let files = [
            "flows.csv": "s,a,b\na,1,2\nb,3,4\n", "final_demand.csv": "s,use\na,5\nb,6\n",
            "sectors.csv": "sector,name_en,name_zh\nc,C,丙\n", "table.json": "{\"basis\": \"guessed\"}",
        ]
        let error = #expect(throws: ComputingInputProblem.self) {
            try ComputingInputReader.read(
                .table, from: .memory(files.mapValues { Array($0.utf8) }, name: "t"))
        }
        let findings = error?.findings ?? []
        #expect(findings.contains { $0.file == "sectors.csv" && $0.row == 2 && $0.value == "c" })
        #expect(findings.contains { $0.file == "table.json" && $0.value == "guessed" })
    }
}
