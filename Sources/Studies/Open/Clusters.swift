import Ecosystem
import Reporting

/// Compares automotive clusters by what the documents print: vehicle makers, parts firms, and a printed ratio whose
/// base is not printed and which is therefore never recomputed.
public struct Clusters: Study {
    /// The study.
    public init() {}

    /// What it asks.
    public var description: StudyDescription {
        StudyDescription(
            id: "clusters", version: "1", verb: .see,
            title: Localized("Automotive clusters compared", "汽车集群对比"),
            question: Localized(
                "How do the automotive clusters compare by the figures that the documents print?",
                "按文献所印数字，各汽车集群相比如何？"),
            parameters: [
                StudyParameter(
                    "by",
                    .choice([
                        .init("vehicles", Localized("vehicle companies", "整车企业数")),
                        .init("parts", Localized("parts companies", "零部件企业数")),
                    ]),
                    title: Localized("Order", "排序"),
                    help: Localized("Which figure the clusters are ordered by", "按哪一数字排列各集群"),
                    default: .value("vehicles"))
            ],
            methods: [Clusters.method])
    }

    static let method = Method(
        Localized(
            "Clusters are the regions whose level is “cluster”; where the package has none, its places. Figures are "
                + "taken as printed, never computed anew. A share is a cluster's figure over the sum of the clusters that "
                + "have one. Named firms are the organizations on record at home in the cluster: usually far fewer "
                + "than the printed count.",
            "集群指层级为“集群”的地区；数据包没有时取其所比较的地区。数字取原文，不重新计算。份额为该集群数字除以有数字的各集群之和。"
                + "具名企业为记录中所在地属于该集群的机构，通常远少于原文所印家数。"),
        formula: "share = figure of the cluster / sum of the figures of all clusters that have one",
        literature: [],
        limits: Localized(
            "The base of the printed ratio of parts firms to vehicle output is not printed, so it can be compared in order "
                + "only. Years of the counts are not printed.",
            "原文“零部件企业数与整车产量之比”未印出基数，只能比较先后。各项家数未印年份。"))

    /// The indicators that the study reads; these ids are the vocabulary of packages.
    enum Vocabulary {
        static let vehicleCompanies = IndicatorDefinitionID("i.veh_companies")
        static let partsCompanies = IndicatorDefinitionID("i.parts_companies")
        static let ratio = IndicatorDefinitionID("i.parts_vehicle_ratio")
        static let core = "leads_cluster"
        static let level = "cluster"
        static let memberLevels: Set<String> = [
            "municipality", "province", "autonomous_region", "special_administrative_region",
            "prefecture_city",
            "county_city", "county", "district", "country",
        ]
        static let vehicleMakers: Set<String> = ["oem"]
        static let partsMakers: Set<String> = ["supplier", "battery_maker", "chip_maker"]
    }
}
