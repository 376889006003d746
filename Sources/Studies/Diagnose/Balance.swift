import ChainAnalysis
import Ecosystem
import Reporting

/// Whether parts keep up with vehicles: printed ratios with their base unknown, what base they would imply, capital on
/// either side, and the segments in which the region lacks parts.
public struct Balance: Study {
    /// The study.
    public init() {}

    /// What it asks.
    public var description: StudyDescription {
        StudyDescription(
            id: "balance", version: "1", verb: .diagnose,
            title: Localized("Balance of vehicles and parts", "整车与零部件的平衡"),
            question: Localized(
                "Do parts keep up with vehicles in each cluster, and which parts does the region lack?",
                "各集群的零部件跟得上整车吗？本地区缺哪些零部件？"),
            parameters: [
                StudyParameter(
                    "region", .record(.region), title: Localized("Region", "地区"),
                    help: Localized("Whose parts segments are judged", "判定哪个地区的零部件环节"),
                    default: .fromPackage { $0.identity.homeRegion?.text }),
                StudyParameter(
                    "base", .number(0.001...1_000_000_000),
                    title: Localized("Base of the printed ratio", "原文比值的基数"),
                    help: Localized(
                        "No document prints it. Vehicles that one unit of the base would stand for, to see what output follows: "
                            + "10,000 reads the ratio as firms per 10,000 vehicles",
                        "原文未印。假设每单位基数代表的车辆数，以看由此推算的产量：10,000 即按“每万辆的企业数”读"),
                    unit: Localized("vehicles", "辆"), default: .value("10000")),
            ],
            methods: [Balance.method, Chain.method(CoverageOptions())])
    }

    static let method = Method(
        Localized(
            "The printed ratio of parts firms to vehicle output is kept as printed; its base is not printed and stays unknown. What "
                + "can be said is which output it would imply: parts firms divided by the ratio, as an interval (11.2 stands for "
                + "11.15 to 11.25; “less than 3” leaves the upper end open). Times a base that is assumed, that is a number of "
                + "vehicles: an estimate under a stated assumption, compared with the national output that capacity and use imply. "
                + "Where a package states the output of a region, the ratio with a known base is computed beside the printed one. "
                + "Capital: investment in parts over investment in vehicles. Shortage: weekly need less verified weekly "
                + "capacity of a parts or systems segment.",
            "原文“零部件企业数与整车产量之比”照录，基数未印即为未知。可推知的是其隐含产量：零部件企业数除以比值，取区间（11.2 代表 11.15 至 11.25；“小于 3”上限未知）。"
                + "再乘以假设的基数得到车辆数，为注明假设的估计，并与由产能和利用率推得的全国产量对照。数据包给出地区产量时，另算基数已知的比值。"
                + "资本：零部件投资与整车投资之比。缺口：零部件与系统环节的每周需求减去已核实的周产能。"),
        formula:
            "implied output = parts firms / printed ratio × base; known ratio = parts firms / (vehicles / 10,000)",
        literature: [
            "Document 001, sections 2.3 and 3.4",
            "Hirschman, A. O. (1958). The Strategy of Economic Development. Yale University Press (unbalanced growth).",
        ],
        limits: Localized(
            "A count of firms says nothing of their size. Years of the counts are not printed, so an implied output has no year "
                + "either.",
            "企业数不反映规模。家数未印年份，隐含产量也无年份。"))

    /// The indicators that the study reads; these ids are the vocabulary of packages.
    enum Vocabulary {
        static let output = IndicatorDefinitionID("i.output")
        static let vehicleInvestment = IndicatorDefinitionID("i.vehicle_investment")
        static let partsInvestment = IndicatorDefinitionID("i.parts_investment")
        static let stages: Set<String> = ["components", "systems"]
        /// The three areas of docking of document 001, section 3.4.
        static let focus = ["sg.cmp.key", "sg.sys.icv", "sg.cmp.nevkey"]
        static let focusSource = "s001.3.4.p1"
    }
}
