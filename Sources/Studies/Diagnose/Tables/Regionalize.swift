import Ecosystem
import Reporting

/// A region's table estimated from a national one and the region's output by sector.
public struct Regionalize: Study {
    /// The study.
    public init() {}

    /// What it asks.
    public var description: StudyDescription {
        StudyDescription(
            id: "regionalize", version: "1", verb: .diagnose,
            title: Localized("Regional table from a national one", "由全国表推算地区表"),
            question: Localized(
                "What would the input-output table of a region look like, how much of its inputs can it supply itself, and how far do the "
                    + "methods agree?",
                "一个地区的投入产出表大致是什么样？其投入有多少能由本地供给？各种方法相差多少？"),
            parameters: [
                StudyParameter(
                    "method", .choice(Way.allCases.map { StudyParameter.Choice($0.rawValue, $0.label) }),
                    title: Localized("Method", "方法"),
                    help: Localized(
                        "How inputs are split between the region and elsewhere; all methods stand side by side in one table",
                        "如何划分本地与外地投入；各方法的结果另在一张表中并列"),
                    default: .value(Way.flq.rawValue)),
                StudyParameter(
                    "delta", .number(0...0.99),
                    title: Localized("Exponent δ of FLQ and AFLQ", "FLQ 与 AFLQ 的指数 δ"),
                    help: Localized(
                        "The larger, the more a small region buys elsewhere; 0.3 is usual and no constant of nature",
                        "越大则小地区从外地采购越多；通常取 0.3，并非自然常数"),
                    default: .value("0.3")),
                StudyParameter(
                    "region", .text(maximumLength: 200), title: Localized("Region", "地区"),
                    help: Localized(
                        "the region that is told sector by sector and written as a table folder; without it, the first of the file",
                        "逐部门讲述并写成表文件夹的地区；不填则取文件中的第一个")),
            ],
            methods: [Regionalize.method, Regionalize.crossHauling], takes: [.table],
            builtInTable: "china-2018")
    }

    /// A way to estimate.
    enum Way: String, CaseIterable {
        case slq, cilq, flq, aflq, charm

        var label: Localized {
            switch self {
            case .slq: Localized("SLQ, simple location quotient", "SLQ（简单区位商）")
            case .cilq: Localized("CILQ, cross-industry quotient", "CILQ（跨行业区位商）")
            case .flq: Localized("FLQ, Flegg's quotient", "FLQ（Flegg 区位商）")
            case .aflq: Localized("AFLQ, augmented for specialized buyers", "AFLQ（扩展的 Flegg 区位商）")
            case .charm: Localized("CHARM, trade both ways", "CHARM（双向贸易）")
            }
        }

        /// Whether the exponent δ counts.
        var takesDelta: Bool { self == .flq || self == .aflq }
    }

    static let method = Method(
        Localized(
            "The region is taken to use the nation's technique; what it cannot supply it buys elsewhere. SLQ_i = (x_i^r / x^r) / (x_i^n / "
                + "x^n) says how strong the region is in a product; CILQ_ij = SLQ_i / SLQ_j, on the diagonal SLQ_i; FLQ = λ CILQ with λ = "
                + "[log₂(1 + x^r / x^n)]^δ; AFLQ = FLQ log₂(1 + SLQ_j) where SLQ_j > 1. The regional coefficient is min(1, q) a_ij. Output "
                + "less what sectors of the region buy of it is left for final use and for sale elsewhere; where that is below zero "
                + "the estimate cannot be true and the page says so. The multiplier of a sector is its column sum of (1 − A^r)⁻¹.",
            "假定地区采用全国技术，本地不能供给的从外地购入。SLQ_i = (x_i^r / x^r) / (x_i^n / x^n) 表示地区在某产品上的强弱；"
                + "CILQ_ij = SLQ_i / SLQ_j，对角线为 SLQ_i；FLQ = λ CILQ，λ = [log₂(1 + x^r / x^n)]^δ；SLQ_j > 1 时 AFLQ = FLQ log₂(1 + SLQ_j)。"
                + "地区系数为 min(1, q) a_ij。产出减去本地各部门的采购，余下供最终使用和外销；若为负则估计不可能成立，页面会说明。"
                + "部门乘数为 (1 − A^r)⁻¹ 的列和。"),
        formula: "a^r_ij = min(1, q_ij) a^n_ij",
        literature: [
            "J. I. Round, International Regional Science Review 8 (1983) 189–212",
            "A. T. Flegg, C. D. Webber, Regional Studies 31 (1997) 795–805",
            "A. T. Flegg, C. D. Webber, Regional Studies 34 (2000) 563–569",
        ],
        limits: Localized(
            "Quotients know nothing of goods that cross the border both ways, and tell too little trade. All numbers of the region but "
                + "its output are estimates. Shares of jobs in place of output take every worker of a sector for equally productive.",
            "区位商不反映同类产品的双向往来，会低估贸易。除产出外，地区的所有数字都是估计。以就业代替产出时，假定部门内劳动生产率相同。"))

    static let crossHauling = Method(
        Localized(
            "CHARM: of each product the nation's trade that crosses both ways, h = (v − |b|) / (x + z + d) with v = e + m and b = e − m, is "
                + "taken to hold in the region. Its use by sectors z^r follows from the nation's technique, imports counted, its final use d^r "
                + "from its share of output; b^r = x^r − z^r − d^r, v^r = |b^r| + h (x^r + z^r + d^r). What is not exported meets regional "
                + "demand, and this part is taken for all buyers alike: a^r_ij = a_ij (x_i^r − e_i^r) / (z_i^r + d_i^r), within 0 … 1.",
            "CHARM：各产品在全国的双向贸易程度 h = (v − |b|) / (x + z + d)（v = e + m，b = e − m）视为适用于地区。地区中间使用 z^r 按全国技术（含进口）推算，"
                + "最终使用 d^r 按产出份额推算；b^r = x^r − z^r − d^r，v^r = |b^r| + h (x^r + z^r + d^r)。未调出部分满足本地需求，对所有买方取同一比例："
                + "a^r_ij = a_ij (x_i^r − e_i^r) / (z_i^r + d_i^r)，限于 0～1。"),
        formula: "e^r = (v^r + b^r) / 2; m^r = (v^r − b^r) / 2",
        literature: [
            "T. Kronenberg, International Regional Science Review 32 (2009) 40–64",
            "B. H. Stevens et al., International Regional Science Review 8 (1983) 271–286 (regional purchase coefficients)",
        ],
        limits: Localized(
            "Trade with the rest of the nation is taken to cross both ways as foreign trade does. Where the table does not tell imports for "
                + "final use they stand on neither side.",
            "假定与国内其他地区的双向往来程度与对外贸易相同。表中未列最终使用的进口时，两边均不计入。"))
}
