import Ecosystem
import Reporting

/// A table fitted to new sums of its rows and columns, by RAS or GRAS.
public struct Rebalance: Study {
    /// The study.
    public init() {}

    /// What it asks.
    public var description: StudyDescription {
        StudyDescription(
            id: "rebalance", version: "1", verb: .diagnose,
            title: Localized("Fit a table to new sums (RAS, GRAS)", "按新合计数调整投入产出表（RAS、GRAS）"),
            question: Localized(
                "Which table is closest to a known one and has the sums that are known for another date or place; and can any table have them?",
                "哪张表与已知表最接近，又满足另一时点或地区的已知合计数？这些合计数能否同时满足？"),
            parameters: [
                StudyParameter(
                    "method", .choice(Way.allCases.map { StudyParameter.Choice($0.rawValue, $0.label) }),
                    title: Localized("Method", "方法"),
                    help: Localized(
                        "RAS takes no negative numbers, GRAS keeps every sign", "RAS 不接受负数；GRAS 保留每个数的正负号"),
                    default: .value(Way.auto.rawValue)),
                StudyParameter(
                    "rounds", .integer(1...100_000), title: Localized("Rounds at most", "最多轮数"),
                    help: Localized(
                        "each round scales all rows and all columns once", "每轮对所有行、列各调整一次"),
                    default: .value("10000")),
                StudyParameter(
                    "top", .integer(3...50), title: Localized("Lines", "行数"),
                    help: Localized("how many of the largest changes are shown", "显示多少个最大的变动"),
                    default: .value("15")),
            ],
            methods: [Rebalance.method], takes: [.table], builtInTable: "china-2018")
    }

    /// A way to fit.
    enum Way: String, CaseIterable {
        case auto, ras, gras

        var label: Localized {
            switch self {
            case .auto: Localized("RAS, and GRAS where a number is negative", "RAS；含负数时用 GRAS")
            case .ras: Localized("RAS", "RAS")
            case .gras: Localized("GRAS", "GRAS")
            }
        }
    }

    static let method = Method(
        Localized(
            "RAS multiplies rows and columns in turns until every sum is met: the result r̂ Z ŝ keeps every zero and is the closest to "
                + "the table by relative entropy. GRAS does the same with negative numbers: with P the positive part and N the size "
                + "of the negative one, r̂ P ŝ − r̂⁻¹ N ŝ⁻¹, each factor the positive root of its line; every sign stays. Before a round is made "
                + "it is checked that the sums of rows and of columns agree, that no line of zeros is asked for more than zero and none "
                + "of one sign for the other. A pattern of zeros may still leave no room: then the rounds end with the sums that are missed.",
            "RAS 交替调整各行各列直到所有合计数满足：结果 r̂ Z ŝ 保留每个零，按相对熵与原表最接近。GRAS 对含负数的表作同样处理："
                + "P 为正的部分、N 为负的部分的大小，结果为 r̂ P ŝ − r̂⁻¹ N ŝ⁻¹，每个因子取该行（列）方程的正根，正负号不变。"
                + "计算前先检查：行合计与列合计是否相等，全零的行列是否被要求非零，同号的行列是否被要求异号。零的分布仍可能使合计数无法满足：此时给出未满足的合计数。"),
        formula: "z'_ij = r_i z_ij s_j; r_i = (u_i + √(u_i² + 4 p_i n_i)) / 2 p_i",
        literature: [
            "R. Stone, Input-Output and National Accounts, OECD 1961",
            "M. Bacharach, Biproportional Matrices and Input-Output Change, 1970",
            "T. Junius, J. Oosterhaven, Economic Systems Research 15 (2003) 87–96",
            "U. Temurshoev, R. E. Miller, M. C. Bouwmeester, Economic Systems Research 25 (2013) 361–367",
        ],
        limits: Localized(
            "The fit spreads changes evenly; what truly changed in single cells it cannot know. Its numbers are estimates.",
            "调整把变化均匀分摊；各单元格的真实变化无从得知。所得数字为估计。"))
}
