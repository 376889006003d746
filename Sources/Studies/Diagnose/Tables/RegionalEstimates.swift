import Ecosystem
import InputOutput
import Kernels

/// Makes estimates of regions from a national table.
struct RegionalEstimates {
    private let given: GivenTable
    private let system: ProductionSystem
    /// Sizes by which regions are set against the nation: its output, or what the file gives for it.
    private let national: [Double]
    /// The nation's foreign trade; `nil` where the table does not tell it.
    private let trade: (exports: [Double], imports: [Double])?

    /// Names of a column of `regional_output.csv` that holds the nation, for sizes that are no output.
    static let nationNames: Set<String> = ["nation", "national", "全国"]
    private static let exportNames: Set<String> = ["exports", "export", "出口"]
    private static let importNames: Set<String> = ["imports", "import", "进口"]

    init(_ given: GivenTable) throws(StudyProblem) {
        self.given = given
        let table = given.table
        do throws(TableProblem) {
            system = try ProductionSystem(table)
        } catch {
            throw InterIndustry.problem(of: given.balance, table, because: error)
        }
        let regional = table.companions.regional
        national =
            regional.flatMap { regional in
                regional.regions.firstIndex { Self.nationNames.contains($0.lowercased()) }.map {
                    regional.output[$0]
                }
            } ?? system.output
        trade = Self.trade(of: table)
    }

    /// Whether the table tells exports and imports.
    var tellsTrade: Bool { trade != nil }

    private static func uses(_ table: FlowTable, _ names: Set<String>) -> [Int] {
        table.demandCategories.indices.filter {
            names.contains(table.demandCategories[$0].sector.lowercased())
        }
    }

    private static func sums(_ table: FlowTable, of uses: [Int]) -> [Double] {
        let width = table.demandCategories.count
        return table.sectors.indices.map { row in
            uses.map { table.finalDemand[row * width + $0] }.compensatedSum
        }
    }

    /// Exports are the uses of that name; imports the uses of that name, negative in tables, and the imported flows.
    private static func trade(of table: FlowTable) -> (exports: [Double], imports: [Double])? {
        let exports = uses(table, exportNames)
        let imports = uses(table, importNames)
        guard !exports.isEmpty, !imports.isEmpty || table.importedFlows != nil else { return nil }
        let count = table.sectors.count
        let inputs = table.sectors.indices.map { row in
            table.importedFlows.map { $0[row * count..<(row + 1) * count].reduce(0, +) } ?? 0
        }
        return (
            sums(table, of: exports),
            zip(inputs, sums(table, of: imports)).map { $0 + $1.magnitude }
        )
    }

    /// What the region makes: its part of the nation's size, of the nation's output.
    func output(of sizes: [Double]) -> [Double] {
        sizes.indices.map { national[$0] > 0 ? sizes[$0] / national[$0] * system.output[$0] : 0 }
    }

    /// The estimate of a region of these sizes.
    func estimate(_ sizes: [Double], _ way: Regionalize.Way, delta: Double) throws(NoEstimate)
        -> RegionalEstimate
    {
        let method: RegionalCoefficients.Method =
            switch way {
            case .slq, .charm: .simple
            case .cilq: .crossIndustry
            case .flq: .flegg(delta: delta)
            case .aflq: .augmentedFlegg(delta: delta)
            }
        let technique = system.inputCoefficients
        let found = RegionalCoefficients.run(
            national: technique, nationalOutput: national, regionalOutput: sizes, method)
        let region: RegionalCoefficients
        switch found {
        case .success(let value): region = value
        case .failure(let problem): throw NoEstimate(words: words(problem))
        }
        let output = output(of: sizes)
        if way == .charm { return try crossHauling(output, region.quotients) }
        return RegionalEstimate(
            output: output, coefficients: region.coefficients, technique: technique,
            quotients: region.quotients,
            sizeFactor: way.takesDelta ? region.sizeFactor : nil, trade: nil, nationShare: nil)
    }

    private func crossHauling(_ output: [Double], _ quotients: [Double?]) throws(NoEstimate)
        -> RegionalEstimate
    {
        let table = given.table
        guard let trade else {
            throw NoEstimate(
                words: Localized(
                    "CHARM needs the nation's foreign trade: a use named Exports, and imports.csv or a use named Imports",
                    "CHARM 需要全国对外贸易：名为“出口”（Exports）的最终使用，以及 imports.csv 或名为“进口”（Imports）的最终使用"))
        }
        guard let all = try? ProductionSystem(table, inputs: .all) else {
            throw NoEstimate(words: Localized("the flows are not finite", "流量不是有限数"))
        }
        let technique = all.inputCoefficients
        let abroad = Set(Self.uses(table, Self.exportNames) + Self.uses(table, Self.importNames))
        let finalUse = Self.sums(table, of: table.demandCategories.indices.filter { !abroad.contains($0) })
        let share = output.compensatedSum / system.output.compensatedSum
        let used = technique.times(output)
        let found = CrossHauling.run(
            nation: .init(output: system.output, intermediateUse: all.flows.rowSums, finalUse: finalUse),
            exports: trade.exports, imports: trade.imports,
            region: .init(output: output, intermediateUse: used, finalUse: finalUse.map { $0 * share }))
        guard case .success(let crossing) = found else {
            throw NoEstimate(
                words: Localized("exports or imports of a product are negative", "某产品的出口或进口为负"))
        }
        let domestic = zip(system.inputCoefficients.columnSums, output).map(*).compensatedSum
        let bought = zip(technique.columnSums, output).map(*).compensatedSum
        var coefficients = technique
        coefficients.scaleRows(
            by: output.indices.map { product in
                let demand = used[product] + finalUse[product] * share
                return demand > 0 ? min(1, max(0, (output[product] - crossing.exports[product]) / demand)) : 0
            })
        return RegionalEstimate(
            output: output, coefficients: coefficients, technique: technique, quotients: quotients,
            sizeFactor: nil,
            trade: crossing, nationShare: bought > 0 ? domestic / bought : nil)
    }

    private func words(_ problem: RegionalCoefficients.Problem) -> Localized {
        switch problem {
        case .shape:
            return Localized("the lists of sectors differ in length", "部门数不一致")
        case .badOutput(let isRegional, let sector, let value):
            let name = given.name(sector)
            return Localized(
                "the \(isRegional ? "region's" : "nation's") number for \(name.en) is \(value); it has to be 0 or more",
                "\(isRegional ? "地区" : "全国")的\(name.zh)为 \(value)；应为 0 或正数")
        case .regionAboveNation(let sector, let part, let whole):
            let name = given.name(sector)
            return Localized(
                "the region makes more \(name.en) (\(part.words(decimals: 2))) than the nation (\(whole.words(decimals: 2))): check the "
                    + "units; for jobs or another size add a column named nation",
                "地区的\(name.zh)（\(part.words(decimals: 2))）超过全国（\(whole.words(decimals: 2))）：请检查单位；若为就业等其他规模，请增加名为“全国”的列"
            )
        case .noOutput(let isRegional):
            return Localized(
                "the \(isRegional ? "region" : "nation") makes nothing", "\(isRegional ? "地区" : "全国")没有产出")
        case .badExponent(let delta):
            return Localized("δ is \(delta); it has to be 0 or more and below 1", "δ 为 \(delta)；应不小于 0 且小于 1")
        }
    }
}
