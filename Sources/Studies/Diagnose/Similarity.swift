import Ecosystem
import Indicators
import Kernels
import Reporting

/// How alike the structures of regions are, pair by pair and over the years: on a matrix that was given, or on the three
/// sectors that documents print.
public struct Similarity: Study {
    /// The study.
    public init() {}

    /// What it asks.
    public var description: StudyDescription {
        StudyDescription(
            id: "similarity", version: "1", verb: .diagnose,
            title: Localized("Similarity of structures", "产业结构相似度"),
            question: Localized(
                "How alike are the regions' structures, and do they grow more alike?", "各地区产业结构有多相似？是否日趋相同？"),
            parameters: [
                StructureTable.Parameter.gaps, StructureTable.Parameter.margin,
                StructureTable.Parameter.year,
            ],
            methods: [Similarity.method, Similarity.turning], takes: [.matrix])
    }

    static let method = Method(
        Localized(
            "Cosine of the two structures (UNIDO), 1 for the same, 0 for nothing in common. It hardly sees many small "
                + "industries, so Krugman's distance (0…2) and Finger and Kreinin's overlap (1 less half of the distance) stand "
                + "beside it.",
            "两地结构的余弦（联合国工业发展组织相似系数），1 为相同，0 为毫无共同。该系数对众多小行业不敏感，故同时给出克鲁格曼距离（0～2）与"
                + "芬格–克赖宁重合度（1 减距离的一半）。"),
        formula: "S = Σ s_k t_k / √(Σ s_k² · Σ t_k²);  K = Σ |s_k − t_k|;  FK = Σ min(s_k, t_k) = 1 − K/2",
        literature: [
            "UNIDO 1979, World Industry since 1960", "Finger, Kreinin 1979, Econ. J. 89:905",
            "Krugman 1991, Geography and Trade",
        ],
        limits: Localized(
            "Alike is not the same as competing: regions may make different goods in one industry of the file. Few and wide "
                + "industries make every pair alike.",
            "相似不等于竞争：同一行业内产品可以不同。行业划分越粗，各地越显相似。"))
    static let turning = Method(
        Localized(
            "Moore's angle: how far a structure has turned between two years, 0° for the same structure.",
            "摩尔结构变动角：两年之间结构转动的角度，0° 为未变。"),
        formula: "θ = arccos S(start, end)", literature: ["Moore 1978, Rev. Income Wealth 24:105"])

    /// Compares the structures.
    public func result(on input: StudyInput) throws -> Result {
        try result(of: compared(on: input), on: input)
    }

    /// Compares once, for the result and the page.
    public func answer(on input: StudyInput) throws -> (result: Result, draft: ReportDraft) {
        let compared = try compared(on: input)
        let result = try result(of: compared, on: input)
        return (result, draft(of: result, compared, on: input))
    }

    /// The table and its pairs; `nil` where there is nothing to compare.
    func compared(on input: StudyInput) throws -> (table: StructureTable, pairs: Pairs)? {
        if case .matrix(let matrix) = input.supplied {
            let table = try StructureTable.supplied(matrix, input.parameters)
            return (table, try Pairs(table))
        }
        return Self.compared(input.model, year: input.parameters.integer("year"))
    }

    /// What a package prints in a year, the last one where it is `nil`.
    private static func compared(_ model: EcosystemModel, year: Int?) -> (
        table: StructureTable, pairs: Pairs
    )? {
        StructureTable.printed(model, year: year).flatMap { table in (try? Pairs(table)).map { (table, $0) } }
    }

    private func result(of compared: (table: StructureTable, pairs: Pairs)?, on input: StudyInput) throws
        -> Result
    {
        if case .matrix = input.supplied, let compared {
            var result = Result(source: "matrix")
            result.fill(compared.pairs, compared.table)
            return result
        }
        var result = Similarity.printed(input.model, compared)
        result.compare = input.others.map { other in
            let own = Similarity.printed(other, Self.compared(other, year: input.parameters.integer("year")))
            return Result.Compared(
                package: other.identity.id, period: own.period, regions: own.regions, cosine: own.cosine,
                krugman: own.krugman)
        }
        return result
    }

    /// What a package prints, in a year and over all years.
    private static func printed(
        _ model: EcosystemModel, _ compared: (table: StructureTable, pairs: Pairs)?
    ) -> Result {
        let years = PrintedSectors(model).years
        var result = Result(source: "none")
        guard let compared else { return result }
        result.source = "printed"
        result.fill(compared.pairs, compared.table)
        for year in years {
            guard let own = Self.compared(model, year: year) else { continue }
            result.years.append(Result.Year(year, own.pairs, own.table))
        }
        result.turns = turns(model, years)
        return result
    }

    /// How far each place's structure has turned from the first to the last year that it is printed for.
    private static func turns(_ model: EcosystemModel, _ years: [Int]) -> [Result.Turn] {
        let printed = PrintedSectors(model)
        return printed.places.compactMap { place in
            let own = printed.entries.filter { $0.region == place && years.contains($0.year) }
            guard let first = own.first, let last = own.last, first.year < last.year,
                let start = try? first.composition(), let end = try? last.composition(),
                let angle = try? MooreAngle.run(from: start, to: end)
            else { return nil }
            return Result.Turn(
                region: place.text, from: first.year, to: last.year, degrees: angle.degrees.value,
                range: NumberRange(angle.degrees))
        }
    }

    /// All pairs of a table.
    struct Pairs {
        let pairs: [[StructuralSimilarity]]

        init(_ table: StructureTable) throws(StudyProblem) {
            do {
                pairs = try StructuralSimilarity.pairs(of: table.structures())
            } catch {
                throw StudyProblem(
                    error.problems.map { StudyProblem.Detail(parameter: "matrix", message: $0.label) })
            }
        }
    }
}
