import Ecosystem
import Reporting

/// How places work together: coordination, gradient, complementarity and symbiosis as four sub-indices, each with what it counts.
public struct Coordination: Study {
    /// The study.
    public init() {}

    /// What it asks.
    public var description: StudyDescription {
        StudyDescription(
            id: "coordination", version: "1", verb: .diagnose,
            title: Localized("Coordination of the region", "区域协同程度"),
            question: Localized(
                "How far do the places of the region coordinate, differ in level, complement each other and live off each other?",
                "区域内各地在协调、梯度、互补、共生四方面各到什么程度？"),
            methods: [Coordination.indices, Coordination.coupling], takes: [.matrix])
    }

    static let indices = Method(
        Localized(
            "Four sub-indices from 0 to 1, each a plain count over records. Coordination: of the mechanisms, agreements, principles and "
                + "platforms that bind the whole region, the part that is in force or operating. Gradient: one less the lowest tertiary "
                + "share of a place over the highest, in the last year that all places have. Complementarity: one less the mean overlap of "
                + "the sectors in which documents call the places strong, over all pairs. Symbiosis: of the by-product flows on record, the "
                + "part that runs today; planned and possible ones are the rest.",
            "四个 0–1 的分项指数，均为对记录的直接计数。协调：约束全区域的机制、协议、原则与平台中已施行或运行者所占比例。梯度：1 减去各地第三产业占比最低值与最高值之比，取各地"
                + "均有数字的最近一年。互补：1 减去各地被文献称为强的产业两两重叠度的平均值。共生：记录中的副产物流中当前已运行者所占比例，其余为规划或可能。"),
        formula:
            "coordination = in force / all;  gradient = 1 − min s₃ / max s₃;  complementarity = 1 − mean |A∩B|/|A∪B|;  "
            + "symbiosis = running / all",
        literature: ["Document 003, four dimensions of the analysis (s003.ind3.p3)"],
        limits: Localized(
            "Each counts what documents name; it measures neither money nor effect. A high gradient is neither good nor bad: it is what moves "
                + "industries. Compare regions only where their documents are of like depth.",
            "各分项只计文献所载，不衡量金额或效果。梯度高并非好坏，它是产业转移的动因。只有资料深度相近的区域才可比较。"))

    static let coupling = Method(
        Localized(
            "Coupling coordination of the scores: C says how even they are, T how high, D both. The classic form in its right spelling, and the "
                + "corrected form of Wang and others, which uses all of 0…1. With --matrix, each row of scores is judged.",
            "各得分的耦合协调度：C 表示均衡程度，T 表示水平，D 综合两者。给出写法正确的经典式，以及王淑佳等修正式（取值遍布 0–1）。使用 --matrix 时逐行计算。"),
        formula: "C = n (Π Uᵢ)^(1/n) / Σ Uᵢ;  T = Σ αᵢUᵢ, αᵢ = 1/n;  D = √(C·T)",
        literature: [
            "刘春林 2017 (half of 379 papers spell C wrong)",
            "王淑佳, 孔伟, 任亮, 治丹丹, 戴彬婷, Journal of Natural Resources 36 (2021) 793",
        ])

    /// The vocabulary of packages that the study reads.
    enum Terms {
        static let mechanisms: Set<String> = [
            "mechanism", "interest_mechanism", "tax_sharing", "agreement", "platform", "division_of_labour",
            "principle", "national_strategy", "programme",
        ]
        static let working: Set<String> = [
            "in_force", "operating", "established", "achieved", "signed", "concluded", "approved", "issued",
            "first_batch",
        ]
        static let loops: Set<String> = ["small_circulation", "middle_circulation", "large_circulation"]
    }
}
