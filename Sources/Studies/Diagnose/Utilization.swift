import DemandCapacity
import Ecosystem
import Reporting

/// How far vehicle capacity is used: by plant, maker, class and place, by named rule sets, with the pipeline of new
/// capacity; and what the documents print of whole countries.
public struct Utilization: Study {
    /// The study.
    public init() {}

    /// What it asks.
    public var description: StudyDescription {
        StudyDescription(
            id: "utilization", version: "1", verb: .diagnose,
            title: Localized("Use of capacity", "产能利用"),
            question: Localized(
                "How far is capacity used, who makes nothing or almost nothing, what lies idle, and is more being built than "
                    + "is needed?",
                "产能利用到什么程度？谁停产或几近停产？哪些产能闲置？在建是否超过所需？"),
            parameters: [
                StudyParameter(
                    "region", .record(.region), title: Localized("Region", "地区"),
                    help: Localized(
                        "Only plants in it; the places are compared", "只看该地区的工厂，并比较其各地"),
                    default: .fromPackage { $0.identity.homeRegion?.text }),
                StudyParameter(
                    "year", .integer(1900...2200), title: Localized("Year", "年份"),
                    help: Localized(
                        "The year of the roll-ups; the latest one with output and capacity where it is not given",
                        "汇总所用年份；不填则取产量与产能都有的最近一年")),
                StudyParameter(
                    "rules",
                    .choice(
                        [.init("all", Localized("all rule sets", "全部规则集"))]
                            + RuleSet.builtIn.map { .init($0.id, $0.title) }),
                    title: Localized("Rule sets", "规则集"),
                    help: Localized("By which rules makers and places are judged", "按哪些规则判定企业与各地"),
                    default: .value("all")),
                StudyParameter(
                    "low-output", .number(0...1_000_000), title: Localized("Low output", "低产界限"),
                    help: Localized(
                        "Below so many vehicles a month a maker is low; document 001 counts 1,000",
                        "月产低于此数视为低产；文献 001 取 1,000 辆"),
                    unit: Localized("vehicles a month", "辆/月"), default: .value("1000")),
                StudyParameter(
                    "idle-below", .number(0...1), title: Localized("Idle below", "闲置界限"),
                    help: Localized(
                        "A plant used less than this part of its capacity is on the list of idle capacity; the limit is ours",
                        "利用率低于此值的工厂列入闲置清单；界限为本软件所设"),
                    default: .value("0.5")),
            ],
            methods: [Utilization.method, Utilization.pipelineMethod])
    }

    static let method = Method(
        Localized(
            "Use is output over capacity of the same plants and times. A roll-up is the sum of outputs over the sum of "
                + "capacities, never a mean of ratios; a plant that lacks either is left out of both and counted. More than 100 % "
                + "is possible and marked. Makers are judged by named, versioned rule sets, each with its source; a maker "
                + "whose figures do not reach is “too little known”, not idle. What a country uses is as printed; the output that "
                + "it implies is an interval, as the printed per cent is rounded.",
            "利用率为同一批工厂、同一时期的产量除以产能。汇总取产量之和除以产能之和，不取比率的平均；缺产量或产能的工厂两边都不计，并列出其数。"
                + "超过 100% 可能出现，会标出。企业按带名称、版本与出处的规则集判定；数字不足者为“数据不足”，不视为闲置。各国利用率照录原文；"
                + "因原文百分数经四舍五入，由其推算的产量为区间。"),
        formula: "U = Σ output / Σ capacity",
        literature: [
            "Document 001, section 2.2",
            "Klein, L. R., Summers, R. (1966). The Wharton Index of Capacity Utilization. University of Pennsylvania.",
        ],
        limits: Localized(
            "Capacity is what somebody states, mostly on two shifts; nobody here checks it. A rule set quoted from general "
                + "knowledge is marked so and must be checked against its text before it is relied on.",
            "产能为申报口径（多按两班），未经核验。引自编者常识的规则集已注明，使用前须与原文核对。"))

    static let pipelineMethod = Method(
        Localized(
            "Pipeline: capacity that exists, is under construction, or is approved or planned, by the state of the site and of "
                + "the figure. The overheating index sets their sum against a demand that somebody expects; without such a "
                + "demand there is no index. A part that is not stated counts nothing, so the index is then a lower bound.",
            "产能储备：按厂址与数字的状态分为已有、在建、已批或规划。过热指数以三者之和对比预期需求；没有需求数字则不算指数。未注明的部分不计，此时指数为下限。"),
        formula: "index = (existing + under construction + approved or planned) / demand",
        limits: Localized(
            "A demand is a scenario. What is planned may never be built.", "需求是情景设定；规划产能未必建成。"))

    /// The indicators that the study reads; these ids are the vocabulary of packages.
    enum Vocabulary {
        static let output = "i.output"
        static let capacity = "i.capacity"
        static let demand = "i.demand"
        static let printedUse = IndicatorDefinitionID("i.capacity_util")
        static let printedCapacity = IndicatorDefinitionID("i.light_capacity")
        static let makers = IndicatorDefinitionID("i.manufacturers")
        static let lowMakers = IndicatorDefinitionID("i.low_output_mfrs")
        static let zeroMakers = IndicatorDefinitionID("i.zero_output_mfrs")
        /// Figures of capacity that is built or planned.
        static let projects = ["i.construction_capacity", "i.nev_capacity", "i.vehicle_project"]
        static let stage = "vehicle"
        static let building: Set<String> = ["under_construction", "construction_started"]
        static let approved: Set<String> = ["first_phase_invested", "approved", "signed", "planned"]
    }
}
