import Ecosystem
import Reporting

/// The network of parks: what each is for, which is part of which, who anchors it, where two do the same and where
/// one has what the other lacks.
public struct Parks: Study {
    /// The study.
    public init() {}

    /// What it asks.
    public var description: StudyDescription {
        StudyDescription(
            id: "parks", version: "1", verb: .see,
            title: Localized("Network of parks", "园区网络"),
            question: Localized(
                "Which parks are there, what is each for, and where do they overlap or complement each other?",
                "有哪些园区，各做什么，哪些重叠、哪些互补？"),
            parameters: [
                StudyParameter(
                    "region", .record(.region), title: Localized("Region", "地区"),
                    help: Localized("Only parks in this region", "只看该地区的园区"),
                    default: .fromPackage { $0.identity.homeRegion?.text }),
                StudyParameter(
                    "pairs", .integer(1...1000), title: Localized("Pairs", "园区对"),
                    help: Localized(
                        "How many overlapping and complementing pairs are listed", "列出多少对重叠与互补的园区"),
                    default: .value("30")),
            ],
            methods: [Parks.method])
    }

    /// More parks than this are not compared pair by pair.
    static let comparedParks = 500

    static let method = Method(
        Localized(
            "A park's features are its focus, the functions of the sites that it hosts, and the segments that it hosts or "
                + "that its anchors and hosted firms work in. Overlap is the part of the features of two parks that both "
                + "have. Two parks complement each other where they share no feature and their segments lie in "
                + "different stages of the chain, adjacent industries left out; parks without a known stage are compared with "
                + "none. A park and its sub-park are a family, not a pair.",
            "园区的特征包括方向、所承载点位的功能、承载的环节及龙头和入驻机构从事的环节。重叠度为两园共有特征占全部特征之比。"
                + "无共有特征且环节分属产业链不同阶段（不计相邻产业）的两园视为互补；阶段未知的园区不比较。园区与其下级园区为一族，不成对比较。"),
        formula: "overlap(A, B) = |A ∩ B| / |A ∪ B|",
        literature: ["Jaccard 1912"],
        limits: Localized(
            "Features are those on record: two parks may do the same thing without a record of it. Segments through "
                + "anchors are inferred, for an anchor need not do all its work in the park.",
            "只按记录比较，未记录的相同功能不会显示。由龙头机构推及的环节属推断，龙头的业务不一定都在园内。"))

    /// The relations that the study reads.
    enum Vocabulary {
        static let hosts = "hosts"
        static let parts: Set<String> = ["member_of", "subsidiary_of"]
        static let adjacent = "adjacent"
        static let complements = "complements"
        static let supports = "policy_supports"
        static let costFactors: Set<String> = [
            "land", "labour_cost", "carrying_space", "coast_land", "scale", "proximity_incentives",
        ]
    }
}
