import Ecosystem
import Indicators
import Reporting

/// What each region is specialized in, how far, how concentrated industries are in space, and how complex regions are: on a
/// matrix that was given, or on the three sectors that documents print.
public struct Specialization: Study {
    /// The study.
    public init() {}

    /// What it asks.
    public var description: StudyDescription {
        StudyDescription(
            id: "specialization", version: "1", verb: .diagnose,
            title: Localized("Specialization", "专业化"),
            question: Localized(
                "What is each region specialized in, and how far does its structure lie from the others'?",
                "各地区专业化于哪些行业？其结构与整体相差多远？"),
            parameters: [
                StudyParameter(
                    "krugman",
                    .choice([
                        .init("all", Localized("all regions, the region itself included", "全部地区（含本地区）")),
                        .init("others", Localized("all other regions", "其他地区")),
                    ]),
                    title: Localized("Krugman index against", "克鲁格曼指数的基准"),
                    help: Localized(
                        "What a region's structure is compared with; a benchmark row comes before it",
                        "地区结构与谁比较；指定基准行时以基准行为准"),
                    default: .value("all")),
                StructureTable.Parameter.benchmark, StructureTable.Parameter.gaps,
                StructureTable.Parameter.margin, StructureTable.Parameter.year,
            ],
            methods: Specialization.methods, takes: [.matrix])
    }

    static let methods = [
        Method(
            Localized(
                "Location quotient: the industry's share in the region over its share in the benchmark; 1 is the "
                    + "benchmark's share. Krugman index: the sum of all differences of shares, 0 for the same structure, 2 for "
                    + "nothing in common; half of it is the coefficient of specialization. Herfindahl index: the sum of "
                    + "squared shares, over all industries of the file, zeros counted.",
                "区位商：行业在本地区的份额除以其在基准中的份额，1 为与基准相同。克鲁格曼指数：各行业份额之差的绝对值之和，0 为结构相同，"
                    + "2 为毫无共同；其一半为专业化系数。赫芬达尔指数：各行业份额的平方和，零值行业计入。"),
            formula: "LQ = (x_rc / X_r) / (X_c / X);  K = Σ |s_rc − s_c|;  H = Σ s²",
            literature: [
                "Florence 1939", "Balassa 1965, Manchester School 33:99", "Krugman 1991, Geography and Trade",
                "Hirschman 1945; Herfindahl 1950",
            ],
            limits: Localized(
                "A quotient says nothing about size: of a small region each firm moves it. Industries of the file are "
                    + "taken as they are; finer ones raise every index.",
                "区位商不反映规模：地区越小，单个企业影响越大。行业按文件划分，划分越细，各指数越高。")),
        Method(
            Localized(
                "Locational Gini: the area between the curve of the industry's shares and that of all activity, twice, on "
                    + "the full scale 0…1 (some packages give half of it).",
                "区位基尼系数：行业份额曲线与全部活动份额曲线之间面积的两倍，取值 0～1（有的软件只给一半）。"),
            formula: "G = 1 − Σ (p_k − p_{k−1})(q_k + q_{k−1}), regions by rising quotient",
            literature: ["Hoover 1936, Rev. Econ. Stat. 18:162", "Krugman 1991, Geography and Trade"]),
        Method(
            Localized(
                "Complexity: an advantage is a quotient of at least 1. ECI is the eigenvector of the second largest "
                    + "eigenvalue of the matrix that links regions by the industries that they share, mean 0, deviation 1; "
                    + "its sign is such that it rises with the number of advantages. PCI is the same for industries, in "
                    + "the units of ECI. Fitness is the fixed point of its own steps. Relatedness density: how much of what "
                    + "is near an industry the region already has, the industry itself left out.",
                "复杂度：区位商不小于 1 视为优势。ECI 为地区间共有优势行业矩阵第二大特征值的特征向量，均值 0、标准差 1，方向取与优势行业数正相关；"
                    + "PCI 为行业的同类指标，单位与 ECI 相同。适应度为其迭代的不动点。关联密度：与某行业相近的行业中本地区已有优势的比重（不含该行业自身）。"),
            formula: "M̃ = D_r⁻¹ M D_c⁻¹ Mᵀ;  d_rc = Σ_c' M_rc' φ_cc' / Σ_c' φ_cc'",
            literature: [
                "Hidalgo, Hausmann 2009, PNAS 106:10570",
                "Hausmann et al. 2014, Atlas of Economic Complexity",
                "Tacchella et al. 2012, Sci. Rep. 2:723", "Hidalgo et al. 2007, Science 317:482",
            ],
            limits: Localized(
                "An eigenvector has no sign of its own, and with a small gap between the second and third eigenvalue the "
                    + "ranking is hardly marked out: correlation and gap stand beside it.",
                "特征向量本身没有方向；第二与第三特征值相差很小时，排序并不可靠，故同时给出相关系数与特征值间隔。")),
    ]

    /// Measures the structure.
    public func result(on input: StudyInput) throws -> Result {
        try result(of: measures(on: input), on: input)
    }

    /// Measures once, for the result and the page.
    public func answer(on input: StudyInput) throws -> (result: Result, draft: ReportDraft) {
        let measures = try measures(on: input)
        let result = result(of: measures, on: input)
        return (result, draft(of: result, measures, on: input))
    }

    /// All measures; `nil` where there is nothing to measure.
    func measures(on input: StudyInput) throws -> Measures? {
        try table(of: input).map { try Measures($0, input) }
    }

    private func result(of measures: Measures?, on input: StudyInput) -> Result {
        guard let measures else { return Result(yearsPrinted: PrintedSectors(input.model).years) }
        var result = measures.result
        result.compare = input.others.compactMap { other in
            guard let printed = StructureTable.printed(other, year: input.parameters.integer("year")),
                let measures = try? Measures(printed, input)
            else { return nil }
            let own = measures.result
            return Result.Compared(
                package: other.identity.id, period: own.period, regions: own.regions,
                industries: own.industries, krugmanTotal: own.krugmanTotal, hhi: own.hhi)
        }
        if measures.table.period != nil { result.yearsPrinted = PrintedSectors(input.model).years }
        return result
    }

    /// What is measured: the matrix that was given, else what is printed; `nil` for neither.
    func table(of input: StudyInput) throws -> StructureTable? {
        if case .matrix(let matrix) = input.supplied {
            return try StructureTable.supplied(matrix, input.parameters)
        }
        return StructureTable.printed(input.model, year: input.parameters.integer("year"))
    }
}
