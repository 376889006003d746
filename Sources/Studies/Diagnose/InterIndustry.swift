import Ecosystem
import Reporting

/// What each sector pulls and pushes in an input-output table, and the chain of one of them: who feeds it, what it pulls,
/// what would be lost with it.
public struct InterIndustry: Study {
    /// The study.
    public init() {}

    /// What it asks.
    public var description: StudyDescription {
        StudyDescription(
            id: "input-output", version: "1", verb: .diagnose,
            title: Localized("Input-output: chains and linkages", "投入产出：产业链与关联"),
            question: Localized(
                "What does each sector pull and push, who feeds a sector's chain, and what would be lost without it?",
                "各部门拉动和推动多少，谁在供养一个部门的链条，失去它会损失多少？"),
            parameters: [
                StudyParameter(
                    "sector", .text(maximumLength: 200), title: Localized("Sector", "部门"),
                    help: Localized(
                        "label of the sector whose chain is told, as in the table; without it, those that the table was "
                            + "made for, else the one whose loss costs most",
                        "讲述哪个部门的链条（表中的标签）；不填则取该表标明的部门，否则取损失最大的部门")),
                StudyParameter(
                    "top", .integer(3...50), title: Localized("Lines", "行数"),
                    help: Localized(
                        "how many suppliers, customers and sectors are shown", "显示多少个供应、需求和被拉动部门"),
                    default: .value("10")),
            ],
            methods: [InterIndustry.method, InterIndustry.importMethod], takes: [.table],
            builtInTable: "china-2018")
    }

    static let method = Method(
        Localized(
            "With Z the flows between sectors and x the outputs, A = Z x̂⁻¹ and L = (1 − A)⁻¹ by factors, G = x̂⁻¹ L x̂. The "
                + "multiplier of a sector is its column sum of L: output of all sectors for one unit of final demand. Linkages are "
                + "sums by their mean, so that 1 is the average sector: backward by columns of L, forward by rows of L (what "
                + "everybody's demand asks of it) and by rows of G (what its supply makes possible). The extraction loss is the "
                + "output lost when the sector buys nothing from sectors: (Σᵢ L_ik − 1) x_k / l_kk. No coefficient is dropped for "
                + "being small; a sector without output has coefficients of 0.",
            "设 Z 为部门间流量、x 为总产出，A = Z x̂⁻¹，L = (1 − A)⁻¹，G = x̂⁻¹ L x̂。部门乘数为 L 的列和：最终需求增加一单位带动的全部产出。"
                + "关联系数以平均数为 1：后向按 L 的列，前向按 L 的行（各方需求对它的要求）和 G 的行（其供给所能支撑的产出）。"
                + "抽取损失为该部门不再向各部门采购时损失的产出：(Σᵢ L_ik − 1) x_k / l_kk。系数再小也不舍去；无产出部门的系数为 0。"),
        formula: "m_k = Σᵢ L_ik; U_k = n m_k / Σⱼ m_j; loss_k = (m_k − 1) x_k / l_kk",
        literature: [
            "W. Leontief, Review of Economics and Statistics 18 (1936)",
            "P. N. Rasmussen, Studies in Inter-Sectoral Relations, 1956",
            "A. O. Hirschman, The Strategy of Economic Development, 1958",
            "L. P. Jones, Quarterly Journal of Economics 90 (1976)",
            "E. Dietzenbacher, J. A. van der Linden, A. E. Steenge, Economic Systems Research 5 (1993)",
            "R. E. Miller, P. D. Blair, Input-Output Analysis, 2nd ed., 2009",
        ],
        limits: Localized(
            "Inputs are taken to grow in proportion to output, with one technique a sector; prices and capacities do not "
                + "move. A multiplier says what is tied to a sector, not what a policy would create.",
            "假定投入与产出成比例、每部门一种技术；价格与产能不变。乘数说明与该部门相连的产出，不等于政策所能创造的产出。"))

    static let importMethod = Method(
        Localized(
            "Where a table tells imports apart, multipliers use what is made at home and imports leak: beside them stands the "
                + "multiplier of the technique, home-made and imported inputs together, and the imports that a unit of final demand "
                + "takes along the whole chain. Value added and imports along the chain add up to the unit. Where a table does not "
                + "tell imports apart, multipliers hold imported inputs as if they were made at home, which is too high.",
            "表中区分进口时，乘数只用国内产品，进口视为漏出；旁列技术乘数（国内与进口投入合计）以及一单位最终需求沿全链所含的进口。"
                + "全链增加值与进口合计等于这一单位。表中不区分进口时，乘数把进口投入当作国内生产，因而偏高。"),
        formula: "imports in a unit of final demand for k: Σⱼ (Σᵢ M_ij / x_j) L_jk",
        literature: ["R. E. Miller, P. D. Blair, Input-Output Analysis, 2nd ed., 2009, ch. 4"])
}
