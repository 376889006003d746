import Ecosystem
import InputOutput
import Kernels

extension Regionalize {
    /// Estimates every region.
    public func result(on input: StudyInput) throws -> Result {
        let given = try GivenTable(input, study: id)
        let table = given.table
        guard table.regions.count <= 1 else {
            throw StudyProblem(
                Localized(
                    "regionalize needs the table of one nation; this one has \(table.regions.count) regions",
                    "本研究需要一国的单区域表；此表有 \(table.regions.count) 个地区"), parameter: "table")
        }
        let way = input.parameters.text("method").flatMap(Way.init(rawValue:)) ?? .flq
        let delta = input.parameters.number("delta") ?? 0.3
        let estimates = try RegionalEstimates(given)
        let nation = try Self.multipliers(given)
        var regions: [Region] = []
        let regional = table.companions.regional ?? TableCompanions.RegionalOutput(regions: [], output: [])
        for (name, sizes) in zip(regional.regions, regional.output)
        where !RegionalEstimates.nationNames.contains(name.lowercased()) {
            try input.progress.advance(
                to: Double(regions.count) / Double(regional.regions.count), Localized("estimating", "推算"))
            regions.append(Self.region(name, sizes, way, delta, estimates, given, nation))
        }
        return Result(
            table: Table(
                name: table.name, sectors: table.sectors.count, output: given.balance.output.compensatedSum,
                tellsTrade: estimates.tellsTrade, basis: table.about.basis),
            method: way.rawValue, delta: way.takesDelta ? delta : nil, regions: regions,
            told: try Self.told(input.parameters.text("region"), regions), findings: given.oddities)
    }

    private static func told(_ asked: String?, _ regions: [Region]) throws -> String? {
        guard let asked, !asked.isEmpty else { return regions.first?.region }
        if let found = regions.first(where: { $0.region == asked }) { return found.region }
        let known = regions.map(\.region).joined(separator: ", ")
        throw StudyProblem(
            Localized(
                "region: regional_output.csv has no region “\(asked)”; it has \(known)",
                "地区：regional_output.csv 中没有“\(asked)”；其中有 \(known)"), parameter: "region")
    }

    private static func multipliers(_ given: GivenTable) throws -> [Double] {
        do throws(TableProblem) {
            let solver = try ProductionSystem(given.table).solver()
            return solver.content(of: [Double](repeating: 1, count: given.table.sectors.count))
        } catch {
            throw InterIndustry.problem(of: given.balance, given.table, because: error)
        }
    }

    private static func region(
        _ name: String, _ sizes: [Double], _ way: Way, _ delta: Double, _ estimates: RegionalEstimates,
        _ given: GivenTable, _ nation: [Double]
    ) -> Region {
        let output = estimates.output(of: sizes)
        let whole = given.balance.output.compensatedSum
        var region = Region(
            region: name, output: output.compensatedSum, share: whole > 0 ? output.compensatedSum / whole : 0,
            sizeFactor: nil, localShare: nil, sectors: [],
            methods: Way.allCases.map { answer($0, sizes, delta, estimates) }, findings: [])
        do throws(NoEstimate) {
            let estimate = try estimates.estimate(sizes, way, delta: delta)
            region.sizeFactor = estimate.sizeFactor
            region.localShare = estimate.localShare
            region.sectors = sectors(estimate, given, nation)
            region.findings = findings(estimate, given)
        } catch {
            region.findings = [Finding(kind: .noEstimate, sectors: [], worst: nil, words: error.words)]
        }
        return region
    }

    private static func answer(
        _ way: Way, _ sizes: [Double], _ delta: Double, _ estimates: RegionalEstimates
    ) -> MethodAnswer {
        do throws(NoEstimate) {
            let estimate = try estimates.estimate(sizes, way, delta: delta)
            let all = estimate.output.compensatedSum
            let mean = estimate.multipliers.map { zip($0, estimate.output).map(*).compensatedSum / all }
            return MethodAnswer(
                method: way.rawValue, localShare: estimate.localShare, multiplier: all > 0 ? mean : nil,
                oversold: estimate.oversold.count, problem: nil)
        } catch {
            return MethodAnswer(
                method: way.rawValue, localShare: nil, multiplier: nil, oversold: nil, problem: error.words)
        }
    }

    private static func sectors(
        _ estimate: RegionalEstimate, _ given: GivenTable, _ nation: [Double]
    ) -> [Sector] {
        let multipliers = estimate.multipliers
        let local = estimate.coefficients.columnSums
        let all = estimate.technique.columnSums
        let sold = estimate.flows.rowSums
        return given.table.sectors.indices.map { place in
            let output = estimate.output[place]
            return Sector(
                sector: given.table.sectors[place].text, output: output, quotient: estimate.quotients[place],
                localInputs: local[place], nationalInputs: all[place],
                multiplier: output > 0 ? multipliers?[place] : nil, nationalMultiplier: nation[place],
                boughtElsewhere: (all[place] - local[place]) * output, soldToSectors: sold[place],
                left: output - sold[place], exports: estimate.trade?.exports[place],
                imports: estimate.trade?.imports[place], crossHauling: estimate.trade?.share[place])
        }
    }

    private static func findings(_ estimate: RegionalEstimate, _ given: GivenTable) -> [Finding] {
        let labels = given.table.sectors.map(\.text)
        func names(_ places: [Int]) -> Localized {
            let shown = Localized.joined(places.prefix(5).map(given.name))
            return places.count <= 5
                ? shown
                : Localized("\(shown.en) and \(places.count - 5) more", "\(shown.zh)等 \(places.count) 个部门")
        }
        var findings: [Finding] = []
        let oversold = estimate.oversold
        if !oversold.isEmpty {
            let left = estimate.left
            let worst = oversold.map { left[$0] }.min()
            let words = names(oversold)
            findings.append(
                Finding(
                    kind: .oversold, sectors: oversold.map { labels[$0] }, worst: worst,
                    words: Localized(
                        "By this estimate the region's sectors buy more of \(words.en) than the region makes; use another method or δ, "
                            + "or more detailed sectors",
                        "按此估计，本地各部门对\(words.zh)的采购超过本地产出；请换用其他方法或 δ，或采用更细的部门")))
        }
        if let own = estimate.localShare, let nation = estimate.nationShare, own > nation {
            let (region, whole) = (own.percentWords(), nation.percentWords())
            findings.append(
                Finding(
                    kind: .aboveNation, sectors: [], worst: own - nation,
                    words: Localized(
                        "By this estimate the region supplies \(region.en) of its inputs, the nation only \(whole.en) of the same inputs: "
                            + "trade is underestimated",
                        "按此估计，本地供给其投入的 \(region.zh)，而全国对同样投入只供给 \(whole.zh)：贸易被低估")))
        }
        let lacking = labels.indices.filter { estimate.output[$0] == 0 && given.balance.output[$0] > 0 }
        if !lacking.isEmpty {
            let words = names(lacking)
            findings.append(
                Finding(
                    kind: .lacking, sectors: lacking.map { labels[$0] }, worst: nil,
                    words: Localized(
                        "The region has no \(words.en): all of it is bought elsewhere",
                        "本地没有\(words.zh)：全部从外地购入")))
        }
        if estimate.multipliers == nil {
            findings.append(
                Finding(
                    kind: .notProductive, sectors: [], worst: nil,
                    words: Localized(
                        "By this estimate sectors use more of their own products than they make: there are no multipliers",
                        "按此估计，各部门使用自身产品超过其产出：无法计算乘数")))
        }
        return findings
    }
}
