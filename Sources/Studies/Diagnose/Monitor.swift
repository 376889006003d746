import Ecosystem
import Reporting

/// Follows the figures of a region through time: series, targets, turns and breaks, alerts, and what changed since another
/// state of the package.
public struct Monitor: Study {
    /// The study.
    public init() {}

    /// What it asks.
    public var description: StudyDescription {
        StudyDescription(
            id: "monitor", version: "1", verb: .diagnose,
            title: Localized("Regional monitor", "区域监测"),
            question: Localized(
                "Which figures of the region rise or fall, which targets are near or missed, what turned, and what changed since the "
                    + "last state?",
                "本地区哪些指标在升或降？哪些目标临近或未达？何处转折？与上次相比有何变化？"),
            parameters: [
                StudyParameter(
                    "region", .record(.region), title: Localized("Region", "地区"),
                    help: Localized("Only figures of it and of what lies in it", "只看该地区及其内部的数字"),
                    default: .fromPackage { $0.identity.homeRegion?.text }),
                StudyParameter(
                    "indicator", .record(.indicatorDefinition), title: Localized("Indicator", "指标"),
                    help: Localized(
                        "Only this indicator; empty for all, the picture then shows the one with most points",
                        "只看此指标；留空为全部，图示点数最多者")),
                StudyParameter(
                    "jump", .number(0.001...10), title: Localized("Jump", "跳变界限"),
                    help: Localized(
                        "A change of more than this part in a year is a jump; the limit is ours",
                        "年变化超过此份额为跳变；界限为本软件所设"),
                    default: .value("0.25")),
                StudyParameter(
                    "break-at", .number(1...20), title: Localized("Break", "断点界限"),
                    help: Localized(
                        "A step further from the median step than so many deviations is a break in the trend; needs six points",
                        "一步变化偏离中位步长超过此倍数的离差为趋势断点；至少六个点"),
                    default: .value("3")),
                StudyParameter(
                    "stale-after", .integer(1...100), title: Localized("Out of date after", "过期年数"),
                    help: Localized(
                        "Years behind the package's newest figure after which a series is out of date",
                        "比数据包最新数字早多少年即视为过期"),
                    unit: Localized("years", "年"), default: .value("5")),
            ],
            methods: [Monitor.method])
    }

    static let method = Method(
        Localized(
            "A series is one indicator of one thing in one unit, its figures in order of time: printed and declared ones first, a "
                + "corrected reading where nothing else speaks of that time; planned figures are targets, not points. Change is "
                + "the last point less the first; a comparison sign passes on to it. Growth a year is the constant rate between "
                + "first and last. A turn is a step against the one before. A break is a step whose yearly size is further from "
                + "the median step than so many times 1.4826 × the median absolute deviation; below six points nothing is "
                + "called a break. A target is set against the last actual figure; where its date has passed without a later "
                + "figure, that is an alert. Changes list every figure that was added, removed or changed against a "
                + "compared package, with both values.",
            "一个序列为同一对象、同一单位的同一指标，按时间排列：原文与申报在先，某时期只有校正读法时采用之；规划数字是目标，不是点。"
                + "变化为末点减首点，比较符号随之传递。年增长为首末之间的等速增长率。与前一步方向相反为转折。某一步的年变化偏离中位步长超过"
                + "设定倍数的 1.4826 × 中位绝对离差为断点；不足六个点不判断点。目标与最近实际值对照；目标日期已过而无更新数字即为提醒。"
                + "变化清单列出与所比较数据包相比新增、删除与更改的每个数字及前后值。"),
        formula: "growth = (last / first)^(1 / years) − 1; break: |step − median step| > k × 1.4826 × MAD",
        literature: [
            "Hampel, F. R. (1974). The influence curve and its role in robust estimation. Journal of the American Statistical Association "
                + "69, 383–393.",
            "Leys, C., Ley, C., Klein, O., Bernard, P., Licata, L. (2013). Detecting outliers: use absolute deviation around the median. "
                + "Journal of Experimental Social Psychology 49, 764–766.",
        ],
        limits: Localized(
            "A turn or break says that a figure moved, not why; a changed definition looks the same. Figures without a date "
                + "cannot be followed.",
            "转折或断点只说明数字变动，不说明原因；口径变化也会如此。没有日期的数字无法跟踪。"))
}
