import Ecosystem
import Reporting

/// The three industries of a region's places: as printed, the missing one derived, alike or not, and whether the prose of a
/// document agrees with its own tables.
public struct Structure: Study {
    /// The study.
    public init() {}

    /// What it asks.
    public var description: StudyDescription {
        StudyDescription(
            id: "structure", version: "1", verb: .diagnose,
            title: Localized("Three industries compared", "三次产业结构对比"),
            question: Localized(
                "How is each place's economy made up of the three industries, how alike are the places, and do the documents agree "
                    + "with their own tables?",
                "各地三次产业结构如何、彼此有多相似、文献的文字与其表格是否一致？"),
            parameters: [
                StudyParameter(
                    "rounding",
                    .choice([
                        .init("table", Localized("as the table is rounded", "按表内统一精度")),
                        .init("cell", Localized("as each cell is printed", "按每格所印位数")),
                    ]),
                    title: Localized("Rounding", "舍入"),
                    help: Localized(
                        "How far a printed share may be from the true one: half of the last decimal that the table prints "
                            + "anywhere, or that the cell itself prints (“75 %” is then 74.5…75.5)",
                        "所印占比与真值最多相差多少：按该表最细一位的一半，或按该格自身位数的一半（“75%”即 74.5…75.5）"),
                    default: .value("table"))
            ],
            methods: Structure.methods)
    }

    static let methods = [
        Method(
            Localized(
                "Shares are read as printed, or as corrected where a correction stands beside them. Where a share is not printed and "
                    + "the two others are, it is what they leave of 100 %, marked as derived. Every printed share stands for all numbers "
                    + "that round to it; results carry the interval that follows.",
                "占比按原文读取，有校正时按校正读取。若某一产业未印而另两项已印，则取 100% 减去另两项，标为推算。每个所印占比代表所有能舍入到它的数，结果带由此得到的区间。"),
            formula: "s₂ = 100 % − s₁ − s₃;  GDP ∈ [VA/(s + ½u), VA/(s − ½u)];  VA₂ = GDP − VA₁ − VA₃"),
        Method(
            Localized(
                "Alikeness is the cosine of the two vectors of shares; the overlap and Krugman's distance stand beside it, since the "
                    + "cosine hardly sees small industries.",
                "相似程度为两地占比向量的余弦；因余弦对小产业不敏感，另列重叠度与克鲁格曼距离。"),
            formula: "S = Σ aₖbₖ / √(Σ aₖ² Σ bₖ²);  K = Σ |aₖ − bₖ|;  overlap = 1 − K/2",
            literature: [
                "UNIDO, World Industry since 1960 (1979)", "Finger, Kreinin, Economic Journal 89 (1979) 905",
                "Krugman, Geography and Trade (1991)",
            ]),
        Method(
            Localized(
                "A claim of a document about the course of a series is contradicted only where no numbers that round to the printed "
                    + "ones can satisfy it. “Behind by x percent” is read both as a relative gap and as percentage points.",
                "只有当任何能舍入到所印数值的数都无法满足时，才判定文献的走势表述与表矛盾。“落后百分之 x”按相对差距与百分点两种读法检验。"),
            limits: Localized(
                "Value added is taken as exact: its rounding is a thousand times finer than that of the shares.",
                "增加值视为准确值：其舍入误差约为占比的千分之一。")),
    ]

    /// The indicators that the study reads; these ids are the vocabulary of packages.
    enum Industry: String, CaseIterable {
        case primary, secondary, tertiary

        var share: IndicatorDefinitionID { IndicatorDefinitionID("i.share_" + rawValue) }
        var valueAdded: IndicatorDefinitionID { IndicatorDefinitionID("i.va_" + rawValue) }

        var label: Localized {
            switch self {
            case .primary: Localized("primary industry", "第一产业")
            case .secondary: Localized("secondary industry", "第二产业")
            case .tertiary: Localized("tertiary industry", "第三产业")
            }
        }
    }
}
