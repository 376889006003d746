import DemandCapacity
import Ecosystem
import Reporting

/// How fast a line works: what documents print of cycle times, and the balance of a line whose stations are given.
public struct Takt: Study {
    /// The study.
    public init() {}

    /// What it asks.
    public var description: StudyDescription {
        StudyDescription(
            id: "takt", version: "1", verb: .diagnose,
            title: Localized("Pace of a line", "产线节拍"),
            question: Localized(
                "How much does a line make, which station holds it back, and does it keep pace with the demand?",
                "产线产出多少？哪个工位是瓶颈？跟得上需求吗？"),
            parameters: [
                StudyParameter(
                    "hours", .number(0.1...24), title: Localized("Hours a day", "每日工时"),
                    help: Localized(
                        "Hours in which the line runs, without breaks; no document prints them, so outputs a day are estimates",
                        "产线每日运行小时（不含休息）；文献未印，故日产量为估计"),
                    unit: Localized("hours", "小时"), default: .value("16")),
                StudyParameter(
                    "availability", .number(0.01...1), title: Localized("Availability", "可用率"),
                    help: Localized(
                        "The part of that time in which the line works", "运行时间中实际作业的份额"),
                    default: .value("1")),
                StudyParameter(
                    "days", .integer(1...366), title: Localized("Days a year", "每年天数"),
                    help: Localized("Working days a year", "每年工作天数"), unit: Localized("days", "天"),
                    default: .value("250")),
                StudyParameter(
                    "demand", .number(0.000_001...1_000_000_000), title: Localized("Demand a day", "每日需求"),
                    help: Localized(
                        "Pieces wanted a day; without it there is no takt to keep", "每日需要的件数；不填则无需求节拍"),
                    unit: Localized("pieces a day", "件/天")),
            ],
            methods: [Takt.method], takes: [.matrix])
    }

    static let method = Method(
        Localized(
            "A printed cycle time gives pieces an hour; as it is rounded, as an interval (9 seconds stand for 8.5 to 9.5). Output a "
                + "day and a year takes the hours, availability and days set here and is an estimate. A gain in efficiency is read "
                + "as pieces in the same time: plus 200 % is three times, so the cycle before was three times as long; inferred. "
                + "A line with stations (matrix file: rows are stations; columns seconds and, if there are any, places that work "
                + "side by side) is balanced: a station's pace is its seconds over its places, the slowest one sets the cycle, "
                + "takt is the available time over the demand, stations slower than the takt are named with the places "
                + "that they would need.",
            "原文节拍给出每小时件数；因取整而为区间（9 秒代表 8.5 至 9.5 秒）。日产量与年产量用此处设定的工时、可用率与天数，为估计。"
                + "效率提升按同样时间内的件数读：提升 200% 即三倍，故此前节拍为三倍长；属推断。给出工位的产线（矩阵文件：行为工位，列为 seconds 与可选的 places 并行工位数）"
                + "作平衡计算：工位节奏为秒数除以并行数，最慢者决定产线节拍；需求节拍为可用时间除以需求；慢于需求节拍的工位列出所需并行数。"),
        formula:
            "cycle = max(seconds / places); output = hours × 3600 × availability / cycle; takt = hours × 3600 × availability / demand; "
            + "efficiency = Σ seconds / (Σ places × cycle)",
        literature: [
            "Salveson, M. E. (1955). The assembly line balancing problem. Journal of Industrial Engineering 6, 18–25.",
            "Helgeson, W. B., Birnie, D. P. (1961). Assembly line balancing using the ranked positional weighting technique. Journal of "
                + "Industrial Engineering 12, 394–398.",
            "Scholl, A., Becker, C. (2006). State-of-the-art exact and heuristic solution procedures for simple assembly line balancing. "
                + "European Journal of Operational Research 168, 666–693.",
        ],
        limits: Localized(
            "Station times are means: waiting, changeover and rework between stations are not in them. A printed cycle says nothing of how many "
                + "lines work side by side.",
            "工位时间为均值，不含站间等待、换型与返工。原文节拍也未说明有几条产线并行。"))

    /// The indicators that the study reads; these ids are the vocabulary of packages.
    enum Vocabulary {
        static let cycle = IndicatorDefinitionID("i.cycle_time")
        static let gain = IndicatorDefinitionID("i.efficiency_gain")
        static let workforce = IndicatorDefinitionID("i.workforce")
        static let seconds: Set<String> = ["seconds", "second", "秒", "秒数", "工时"]
        static let places: Set<String> = ["places", "place", "并行", "并行数", "工位数"]
    }
}
