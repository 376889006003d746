import Ecosystem
import InputOutput
import Kernels

extension InterIndustry {
    /// Computes measures of every sector and the chains that are asked for.
    public func result(on input: StudyInput) throws -> Result {
        guard case .table(let table)? = input.supplied else {
            throw StudyProblem(
                Localized(
                    "input-output needs a table; name its folder with --table", "投入产出研究需要一张表；请用 --table 指定文件夹"
                ),
                parameter: "table")
        }
        try input.progress.advance(to: 0, Localized("checking the table", "检查投入产出表"))
        let balance = TableBalance(table)
        guard balance.canCompute else { throw Self.problem(of: balance, table) }
        let system: ProductionSystem
        let inverse: LeontiefInverse
        do throws(TableProblem) {
            system = try ProductionSystem(table)
            inverse = try LeontiefInverse(system)
        } catch {
            throw Self.problem(of: balance, table, because: error)
        }
        try input.progress.advance(to: 0.7, Localized("linkages and losses", "计算关联与损失"))
        let chains = try Self.chains(asked: input.parameters.text("sector"), table, inverse)
        let reading = ChainReading(
            table: table, balance: balance, inverse: inverse, top: input.parameters.integer("top") ?? 10)
        return Result(
            table: About(
                name: table.name, sectors: system.count,
                regions: table.regions.count > 1 ? table.regions.compactMap(\.self) : [],
                output: system.output.compensatedSum, tellsImports: balance.imports != nil,
                valueAddedIsResidual: balance.valueAddedIsResidual, basis: table.about.basis),
            sectors: Self.sectors(table, balance, inverse), chains: try chains.map(reading.chain),
            findings: balance.findings.map { finding in
                Oddity(
                    kind: finding.kind.rawValue, weight: finding.weight.rawValue,
                    sectors: finding.sectors.map { table.sectors[$0].text }, worst: finding.worst)
            }, accounts: try reading.accounts())
    }

    private static func sectors(_ table: FlowTable, _ balance: TableBalance, _ inverse: LeontiefInverse)
        -> [Sector]
    {
        let system = inverse.system
        let linkages = Linkages(inverse)
        let extraction = SectorExtraction(inverse)
        func content(_ amounts: [Double]) -> [Double] {
            inverse.matrix.transposedTimes(
                zip(amounts, system.output).map { $1 > 0 ? $0 / $1 : 0 })
        }
        let added = content(balance.valueAdded)
        let imported = balance.imports.map(content)
        let technique =
            table.importedFlows == nil
            ? nil : (try? Linkages(ProductionSystem(table, inputs: .all)))?.columnMultipliers
        let backward = linkages.backward
        let byLeontief = linkages.forwardLeontief
        let byGhosh = linkages.forwardGhosh
        let standings = linkages.standings
        return table.sectors.indices.map { place in
            Sector(
                sector: table.sectors[place].text, output: system.output[place],
                columnMultiplier: linkages.columnMultipliers[place], backwardLinkage: backward[place],
                forwardLinkageLeontief: byLeontief[place], forwardLinkageGhosh: byGhosh[place],
                extractionLossBackward: extraction.backwardLoss[place],
                extractionLossForward: extraction.forwardLoss[place],
                extractionLossComplete: extraction.completeLoss[place],
                standing: standings[place].rawValue,
                backwardVariation: linkages.backwardVariation[place],
                forwardVariation: linkages.forwardVariation[place], valueAddedContent: added[place],
                importContent: imported?[place], techniqueMultiplier: technique?[place])
        }
    }

    /// The sectors whose chains are told: the one that is asked for, else the table's own, else the costliest loss.
    private static func chains(asked: String?, _ table: FlowTable, _ inverse: LeontiefInverse) throws -> [Int]
    {
        if let asked, !asked.isEmpty {
            let found = table.sectors.indices.filter { place in
                let label = table.sectors[place]
                let name = table.about.sectorNames[label.sector]
                return [label.text, label.sector, name?.en, name?.zh].contains(asked)
            }
            if !found.isEmpty { return Array(found.prefix(6)) }
            let near = table.sectors.map(\.text).filter { $0.lowercased().contains(asked.lowercased()) }
            let hint = (near.isEmpty ? table.sectors.map(\.text) : near).prefix(8).joined(separator: "; ")
            throw StudyProblem(
                Localized(
                    "sector: the table has no sector “\(asked)”; it has \(hint) …",
                    "部门：表中没有“\(asked)”；表中有 \(hint) ……"), parameter: "sector")
        }
        let own = table.about.focus.flatMap { name in
            table.sectors.indices.filter { table.sectors[$0].sector == name }
        }
        if !own.isEmpty { return Array(own.prefix(6)) }
        let losses = SectorExtraction(inverse).backwardLoss
        // The first of equals, so that the answer does not depend on how a maximum is looked for.
        return losses.indices.reduce(nil) { (best: Int?, place) in
            best.map { losses[place] > losses[$0] ? place : $0 } ?? place
        }.map { [$0] } ?? []
    }

    /// Why nothing can be computed: everything that the balance report says, and the equations' own reason.
    static func problem(of balance: TableBalance, _ table: FlowTable, because error: TableProblem? = nil)
        -> StudyProblem
    {
        let weights: [TableBalance.Weight] = error == nil ? [.error] : [.error, .warning]
        var details = balance.findings.filter { weights.contains($0.weight) }.map { finding in
            StudyProblem.Detail(parameter: "table", message: Self.words(for: finding, table))
        }
        if let error {
            details.append(
                StudyProblem.Detail(
                    parameter: "table",
                    message: Localized(
                        error.description,
                        "投入产出方程无法求解：各部门使用自身产品超过其产出，或有部门只卖给自己；请检查投入超过产出的列")))
        }
        return StudyProblem(details)
    }
}
