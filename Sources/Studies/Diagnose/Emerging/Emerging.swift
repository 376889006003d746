import Ecosystem
import Reporting

/// Which sectors the places of a region promote: where the lists overlap, and where what is promoted has little behind it.
public struct Emerging: Study {
    /// The study.
    public init() {}

    /// What it asks.
    public var description: StudyDescription {
        StudyDescription(
            id: "emerging", version: "1", verb: .diagnose,
            title: Localized("Promoted sectors: overlap and imbalance", "重点扶持产业：重叠与失衡"),
            question: Localized(
                "Which sectors does each place promote, where do the lists overlap, and where does promotion and record not match?",
                "各地扶持哪些产业、名单在何处重叠、扶持与现状在何处不符？"),
            parameters: [
                StudyParameter(
                    "policies",
                    .choice([
                        .init("sector", Localized("sector policies", "产业政策")),
                        .init("all", Localized("all policies that name sectors", "点名产业的全部政策")),
                    ]),
                    title: Localized("Policies", "政策范围"),
                    help: Localized("Which policies count as promotion", "哪些政策算作扶持"),
                    default: .value("sector"))
            ],
            methods: [Emerging.method])
    }

    static let method = Method(
        Localized(
            "A place promotes a sector where a policy of the place, or of a region or park inside it, names the segment; policies that are "
                + "only recommended or missing do not count, contested ones do. Two lists overlap by the sectors that both hold over the "
                + "sectors that either holds (Jaccard). A sector is out of balance where it is promoted and no organization of the place is on "
                + "record in it, where a document calls it weak or missing there, or where a document calls it strong and nobody promotes it.",
            "某地的政策（含其下级地区或园区的政策）点名某环节，即视为该地扶持；仅为建议或缺失的政策不计，有争议的计入。两份名单的重叠度为共有产业数除以任一名单所含产业数"
                + "（雅卡尔系数）。以下情形视为失衡：扶持但当地无机构在录；文献称其在当地弱或缺失；文献称其强但无人扶持。"),
        formula: "overlap(a, b) = |A ∩ B| / |A ∪ B|",
        literature: ["Jaccard, Bulletin de la Société vaudoise des sciences naturelles 37 (1901) 547"],
        limits: Localized(
            "Documents name sectors in words of different breadth; lists overlap only where they name the same segment or one inside the "
                + "other. No amount of money is printed for any list.",
            "各文献对产业的称呼宽窄不一；只有点名同一环节或上下级环节时才算重叠。各名单均未印金额。"))
}
