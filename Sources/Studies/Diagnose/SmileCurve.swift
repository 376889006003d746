import ChainAnalysis
import Ecosystem
import Reporting

/// How value lies along the chain, from design to after-sales, and which ends of the smile curve are thin or missing.
public struct SmileCurve: Study {
    /// The study.
    public init() {}

    /// What it asks.
    public var description: StudyDescription {
        StudyDescription(
            id: "smile-curve", version: "1", verb: .diagnose,
            title: Localized("Smile curve of the chain", "产业链的微笑曲线"),
            question: Localized(
                "Where along the chain is value made, and are design, circulation and after-sales thin beside the making of vehicles?",
                "价值产生在产业链何处？与整车制造相比，研发设计、流通与售后两端是否薄弱？"),
            parameters: [
                StudyParameter(
                    "region", .record(.region), title: Localized("Region", "地区"),
                    help: Localized("Whose organizations and values count", "计入此地区的机构与价值"),
                    default: .fromPackage { $0.identity.homeRegion?.text }),
                StudyParameter(
                    "year", .integer(1900...2200), title: Localized("Year", "年份"),
                    help: Localized(
                        "The year of the values; the latest where it is not given", "价值数字的年份；不填取最近一年")),
                StudyParameter(
                    "thin-below", .number(0...1), title: Localized("Thin below", "薄弱界限"),
                    help: Localized(
                        "An end with less than this part of the value is thin; the limit is ours",
                        "一端价值占比低于此值为薄弱；界限为本软件所设"),
                    default: .value("0.15")),
            ],
            methods: [SmileCurve.method])
    }

    static let method = Method(
        Localized(
            "Stages of the chain stand in three parts: the front end (design, R&D, testing and other services), making (materials, "
                + "components, systems, vehicles) and the back end (circulation, after-sales and recycling). Where values are on "
                + "record, each stage has its value added, its part of the whole, and its margin: value added over output. "
                + "The curve smiles where both ends have a higher margin than making; its depth is the lower end's margin less "
                + "that of making. Where no value is on record, only what documents name is counted: segments, organizations and "
                + "what is said of them. Such a count is shown as a count and never as a share of value.",
            "产业链各阶段分三段：前端（研发设计、检测等服务）、制造（材料、零部件、系统、整车）与后端（流通、售后与回收）。有价值记录时，列出各阶段增加值、占比与增加值率"
                + "（增加值 ÷ 产值）。两端增加值率均高于制造段，曲线即呈微笑；深度为较低一端与制造段之差。没有价值记录时，只计文献点名的环节、机构及其说法；"
                + "这类计数只作计数，不当作价值占比。"),
        formula: "share = value added of the stage / Σ value added; margin = value added / output",
        literature: [
            "Document 001, section 2.4",
            "Shih, S. (1996). Me-Too Is Not My Style. Acer Foundation.",
            "Mudambi, R. (2008). Location, control and innovation in knowledge-intensive industries. Journal of Economic Geography 8(5), 699–725.",
        ],
        limits: Localized(
            "Value added by stage depends on where firms book it. A stage without a named organization is not proved to be "
                + "missing: a document may just not name it.",
            "各阶段增加值取决于企业记账地。某阶段没有具名机构不等于缺失，可能只是文献未点名。"))

    /// The indicators that the study reads; these ids are the vocabulary of packages.
    enum Vocabulary {
        static let valueAdded = "i.value_added"
        static let output = "i.output_value"
        static let links = IndicatorDefinitionID("i.chain_links")
        /// Stages in the order of the curve, each with the part that it belongs to.
        static let stages: [(stage: String, part: SmileCurve.Result.Part)] = [
            ("enabling_services", .front), ("upstream_materials", .making), ("components", .making),
            ("systems", .making), ("vehicle", .making), ("circulation", .back),
            ("after_sales_recycling", .back),
        ]
    }
}
