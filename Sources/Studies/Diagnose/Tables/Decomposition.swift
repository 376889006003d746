import Ecosystem
import Reporting

/// The change of a table between two dates, split into what technology did and what demand did.
public struct Decomposition: Study {
    /// The study.
    public init() {}

    /// What it asks.
    public var description: StudyDescription {
        StudyDescription(
            id: "decomposition", version: "1", verb: .diagnose,
            title: Localized("Structural decomposition between two tables", "两期投入产出表的结构分解"),
            question: Localized(
                "Why did output, value added or jobs change: because of technique, of final demand, or of what a unit of output needs?",
                "产出、增加值或就业为何变化：由于技术、最终需求，还是每单位产出的需要？"),
            parameters: [
                StudyParameter(
                    "top", .integer(3...50), title: Localized("Lines", "行数"),
                    help: Localized("how many sectors the picture shows", "图中显示多少个部门"),
                    default: .value("15"))
            ],
            methods: [Decomposition.method], takes: [.table], builtInTable: "china-2018")
    }

    static let method = Method(
        Localized(
            "Output is x = L y with L = (1 − A)⁻¹ and y final demand. Its change is split without a remainder: technique ½ ΔL (y₀ + y₁), "
                + "demand ½ (L₀ + L₁) Δy, and demand again by its uses. An account with the intensity s (its amount for a unit of output) is "
                + "s L y: its change is split among three factors as the mean over all six orders in which they can change, the exact "
                + "answer; beside it stands the mean of one order and its reverse (two polars), which takes less work and is close.",
            "产出 x = L y，L = (1 − A)⁻¹，y 为最终需求。其变化无余项地分为：技术 ½ ΔL (y₀ + y₁)，需求 ½ (L₀ + L₁) Δy，需求再按使用类别细分。"
                + "账户以单位产出强度 s 计为 s L y：其变化按三个因素所有六种变化次序的平均分解，即精确解；旁列一种次序及其逆序的平均（两极分解），计算较少而接近。"),
        formula: "Δx = ½ ΔL (y₀ + y₁) + ½ (L₀ + L₁) Δy",
        literature: [
            "E. Dietzenbacher, B. Los, Economic Systems Research 10 (1998) 307–323",
            "R. E. Miller, P. D. Blair, Input-Output Analysis, 2nd ed., 2009, ch. 13",
        ],
        limits: Localized(
            "Both tables have to be in the prices of one year, else changes of prices stand among those of technique and demand. What moved "
                + "a factor the split does not say.",
            "两张表须按同一年价格计，否则价格变化会混入技术与需求变化。分解不说明因素为何变化。"))
}
