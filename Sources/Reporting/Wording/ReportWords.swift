import Ecosystem

/// The fixed words of reports, each in both languages.
enum ReportWords {
    static let answer = Localized("Answer", "结论")
    static let basis = Localized("Basis", "依据")
    static let bars = Localized("Bars", "条形")
    static let compared = Localized("Compared with", "对比")
    static let date = Localized("Date", "日期")
    static let id = Localized("id", "编号")
    static let kind = Localized("Kind", "类别")
    static let sign = Localized("comparison", "限定")
    static let data = Localized("Table", "数据表")
    static let document = Localized("From", "出处")
    static let download = Localized("Downloads", "下载")
    static let files = Localized("Files", "附件")
    static let findings = Localized("Findings", "发现")
    static let fingerprint = Localized("SHA-256", "SHA-256")
    static let formula = Localized("Formula", "公式")
    static let limits = Localized("Limits", "局限")
    static let literature = Localized("Literature", "文献依据")
    static let meaning = Localized("What it means", "含义")
    static let method = Localized("Method", "方法")
    static let more = Localized("more", "条")
    static let noSeed = Localized("none needed", "不用随机数")
    static let package = Localized("Data package", "数据包")
    static let paragraph = Localized("Paragraph", "段落")
    static let parameter = Localized("Parameter", "参数")
    static let parameters = Localized("Parameters", "参数")
    static let partial = Localized(
        "Partial: the computation was stopped before its end.", "未完成：计算在结束前被停止。")
    static let record = Localized("Record", "记录")
    static let remark = Localized("Note", "说明")
    static let reproduce = Localized("Reproduce", "可复现")
    static let scenario = Localized("Scenario", "情景")
    static let section = Localized("Section", "章节")
    static let seed = Localized("Seed", "种子")
    static let source = Localized("Source", "来源")
    static let sources = Localized("Sources", "来源")
    static let state = Localized("State", "状态")
    static let study = Localized("Study", "研究")
    static let title = Localized("Title", "标题")
    static let topic = Localized("Topic", "主题")
    static let unknownDocument = Localized("Document not in the package", "文献不在数据包中")
    static let value = Localized("Value", "值")
    static let unit = Localized("Unit", "单位")
    static let period = Localized("Period", "时间")
    static let figure = Localized("Figure", "数字")
    static let figures = Localized("Key figures", "关键数字")
    static let version = Localized("Version", "版本")
    static let weakest = Localized("weakest basis", "最弱依据")
    static let footer = Localized(
        "Every number opens its source. Unknown is not zero.", "每个数字都可点开来源；未知不等于零。")
    static let synthetic = Localized(
        "This page holds synthetic numbers: made up or reconstructed, not facts. They carry the mark “synthetic”.",
        "本页含合成数字：虚构或重构，不是事实；均标有“合成”。")

    /// The word for a note's level.
    static func level(_ level: Note.Level) -> Localized {
        switch level {
        case .note: Localized("note", "说明")
        case .warning: Localized("warning", "注意")
        case .error: Localized("error", "错误")
        case .gap: Localized("gap", "缺口")
        case .synthetic: Localized("synthetic", "合成")
        }
    }

    /// How many rows a table has.
    static func rows(_ count: Int) -> Localized {
        Localized(
            count == 1 ? "1 row" : "\(NumberWording.digits(Double(count), decimals: 0)) rows",
            "\(NumberWording.digits(Double(count), decimals: 0)) 行")
    }

    /// How many of a table's rows are shown, and where the others are.
    static func rows(_ shown: Int, of all: Int) -> Localized {
        let (some, whole) = (
            NumberWording.digits(Double(shown), decimals: 0), NumberWording.digits(Double(all), decimals: 0)
        )
        return Localized(
            "\(some) of \(whole) rows; all of them with --format csv",
            "共 \(whole) 行，此处 \(some) 行；全部数据见 --format csv")
    }

    /// For those who do not see a map: what it shows is in the table.
    static let tableBelow = Localized(" (map; the table below holds the same)", "（地图；下表内容相同）")

    /// Rows that a map cannot show.
    static func withoutPoint(_ count: Int) -> Localized {
        Localized(
            count == 1
                ? "1 row has no point: it is in the table only."
                : "\(count) rows have no point: they are in the table only.",
            "\(count) 行无坐标，只在表中。")
    }

    /// Marks that lie beyond the edge of a map.
    static func outsideMap(_ count: Int) -> Localized {
        Localized(
            count == 1
                ? "1 point lies outside the map: it is in the table only."
                : "\(count) points lie outside the map: they are in the table only.",
            "\(count) 个点在图外，只在表中。")
    }

    /// How many further ones there are behind a shortened list.
    static func further(_ count: Int) -> Localized { Localized("and \(count) more", "另 \(count) 条") }
}
