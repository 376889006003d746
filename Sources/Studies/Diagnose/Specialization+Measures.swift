import Ecosystem
import Indicators
import Kernels

extension Specialization {
    /// All measures of a table, as the engine gives them.
    struct Measures {
        let table: StructureTable
        let quotients: LocationQuotient
        let krugman: Krugman
        let concentration: [Concentration]
        let gini: LocationalGini
        let advantage: Advantage
        let complexity: EconomicComplexity
        let fitness: Fitness
        let relatedness: Relatedness

        /// Measures a table.
        ///
        /// - Throws: ``StudyProblem`` where the numbers cannot be measured; ``StudyCancelled``.
        init(_ table: StructureTable, _ input: StudyInput) throws {
            self.table = table
            do {
                try input.progress.advance(to: 0.1, Localized("quotients", "区位商"))
                quotients = try LocationQuotient.run(on: table.table, .init(benchmark: table.benchmark))
                let isOthers = input.parameters.text("krugman") == "others"
                krugman = try Krugman.run(
                    on: table.table,
                    .init(against: isOthers ? .otherRegions : .allRegions, benchmark: table.benchmark))
                try input.progress.advance(to: 0.3, Localized("concentration", "集中度"))
                concentration = try table.structures().map { try Concentration.run(on: $0.parts) }
                gini = LocationalGini.run(on: table.table)
                try input.progress.advance(to: 0.5, Localized("complexity", "复杂度"))
                advantage = Advantage(quotients)
                complexity = EconomicComplexity.run(on: advantage)
                fitness = Fitness.run(on: advantage)
                try input.progress.advance(to: 0.8, Localized("relatedness", "关联密度"))
                relatedness = Relatedness.run(on: advantage)
            } catch let problems as InputProblems {
                throw StudyProblem(
                    problems.problems.map { StudyProblem.Detail(parameter: "matrix", message: $0.label) })
            }
        }

        var result: Result {
            var result = Result()
            func rows(_ values: [Measured]) -> [Double?] { table.spreadRows(values).map { $0?.value } }
            func columns(_ values: [Measured]) -> [Double?] { table.spreadColumns(values).map { $0?.value } }
            result.source = table.period == nil ? "matrix" : "printed"
            result.period = table.period?.en
            result.regions = table.regions.map(\.id)
            result.industries = table.industries.map(\.id)
            result.locationQuotient = table.spreadCells(quotients.values).map { $0.map { $0?.value } }
            result.krugmanTotal = rows(krugman.values)
            result.krugmanHalf = rows(krugman.halves)
            result.hhi = rows(concentration.map(\.herfindahl))
            result.hhiNormalized = rows(concentration.map(\.normalized))
            result.equivalentNumber = rows(concentration.map(\.equivalentNumber))
            result.eci = rows(complexity.eci)
            result.pci = columns(complexity.pci)
            result.diversity = table.spreadRows(complexity.diversity)
            result.ubiquity = table.spreadColumns(complexity.ubiquity)
            result.fitness = rows(fitness.regions)
            result.locationalGini = columns(gini.values)
            result.relatednessDensity = table.spreadCells(relatedness.density).map { $0.map { $0?.value } }
            result.spectrum = Result.Spectrum(
                secondEigenvalue: complexity.secondEigenvalue.value,
                thirdEigenvalue: complexity.thirdEigenvalue.value, eigengap: complexity.eigengap.value,
                correlationWithDiversity: complexity.correlation.value,
                signRule: complexity.signRule.rawValue, undecided: complexity.undecided.count,
                fitnessSettled: fitness.isSettled)
            result.ranges = ranges
            result.benchmark = table.benchmarkName?.id
            result.regionsLeftOut = table.regionsLeftOut.map(\.id)
            result.industriesLeftOut = table.industriesLeftOut.map(\.id)
            result.gaps = gaps
            result.conventions = conventions
            return result
        }

        private var ranges: Result.Ranges? {
            guard !table.table.isExact || !(table.benchmark?.allSatisfy(\.isExact) ?? true) else {
                return nil
            }
            return Result.Ranges(
                locationQuotient: table.spreadCells(quotients.values).map { $0.map { NumberRange($0) } },
                krugmanTotal: table.spreadRows(krugman.values).map { NumberRange($0) },
                hhi: table.spreadRows(concentration.map(\.herfindahl)).map { NumberRange($0) },
                eci: table.spreadRows(complexity.eci).map { NumberRange($0) },
                locationalGini: table.spreadColumns(gini.values).map { NumberRange($0) })
        }

        private var conventions: [MeasureConventions] {
            var all = [
                MeasureConventions("locationQuotient", quotients.conventions),
                MeasureConventions("krugmanTotal", krugman.conventions),
                MeasureConventions("locationalGini", gini.conventions),
                MeasureConventions("eci", complexity.conventions),
                MeasureConventions("fitness", fitness.conventions),
                MeasureConventions("relatednessDensity", relatedness.conventions),
            ]
            if let first = concentration.first {
                all.insert(MeasureConventions("hhi", first.conventions), at: 2)
            }
            return all
        }

        /// Every number that is not there: a whole row or column once, not cell by cell.
        private var gaps: [MeasureGap] {
            var gaps: [MeasureGap] = []
            let regions = table.rows.map { table.regions[$0].id }
            let industries = table.columns.map { table.industries[$0].id }
            for (region, row) in zip(regions, quotients.values) {
                if let reason = row.first?.reason, row.allSatisfy({ $0.reason == reason }),
                    reason == .emptyRegion
                {
                    gaps.append(MeasureGap("locationQuotient", region: region, reason))
                }
            }
            for (column, industry) in industries.enumerated()
            where quotients.benchmarkShares[column].value ?? 0 <= 0 {
                gaps.append(MeasureGap("locationQuotient", industry: industry, .emptyIndustry))
            }
            for (measure, values) in [
                ("krugmanTotal", krugman.values), ("hhi", concentration.map(\.herfindahl)),
                ("eci", complexity.eci), ("fitness", fitness.regions),
            ] { gaps += reasons(measure, values, regions) { MeasureGap(measure, region: $0, $1) } }
            for (measure, values) in [("locationalGini", gini.values), ("pci", complexity.pci)] {
                gaps += reasons(measure, values, industries) { MeasureGap(measure, industry: $0, $1) }
            }
            return gaps
        }

        /// One gap for all where all have the same reason, else one each.
        private func reasons(
            _ measure: String, _ values: [Measured], _ names: [String],
            _ gap: (String, Undefined) -> MeasureGap
        ) -> [MeasureGap] {
            let reasons = values.map(\.reason)
            if let first = reasons.first, let reason = first, names.count > 1, Set(reasons).count == 1 {
                return [MeasureGap(measure, reason)]
            }
            return zip(names, reasons).compactMap { name, reason in reason.map { gap(name, $0) } }
        }
    }
}
