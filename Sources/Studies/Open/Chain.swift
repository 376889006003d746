import ChainAnalysis
import Ecosystem
import Reporting

/// The chain of a region, segment by segment: who is there, how strong it is, and how that is known.
public struct Chain: Study {
    /// The study.
    public init() {}

    /// What it asks.
    public var description: StudyDescription {
        StudyDescription(
            id: "chain", version: "2", verb: .see, title: Localized("The industrial chain", "产业链"),
            question: Localized(
                "Which segments of the chain does the region cover, how strongly, and what is not known?",
                "本地区覆盖产业链的哪些环节，强弱如何，哪些未知？"),
            parameters: [
                StudyParameter(
                    "region", .record(.region), title: Localized("Region", "地区"),
                    help: Localized("whose organizations count", "计入此地区的机构"),
                    default: .fromPackage { $0.identity.homeRegion?.text }),
                StudyParameter(
                    "root", .record(.segment), title: Localized("Segment", "环节"),
                    help: Localized(
                        "only this segment and everything below it; empty for the whole tree",
                        "只看此环节及其下级；留空为整棵树")),
                StudyParameter(
                    "track", .text(maximumLength: 200), title: Localized("Technology track", "技术路线"),
                    help: Localized(
                        "ids of segments, or words in their names, set apart by commas: hydrogen, fuel cell",
                        "环节编号，或名称中的词，用逗号分开：氢，燃料电池")),
                StudyParameter(
                    "park", .record(.park), title: Localized("Park", "园区"),
                    help: Localized(
                        "only the modules that this park is to hold, present or not", "只看此园区规划的模块，已有与未有")),
                StudyParameter(
                    "adjacent", .flag, title: Localized("Adjacent industries", "相邻产业"),
                    help: Localized("show segments outside the automotive chain too", "同时显示汽车链以外的环节"),
                    default: .value("no")),
            ],
            methods: [Chain.method(CoverageOptions())])
    }

    /// The rules in words, with every constant.
    static func method(_ options: CoverageOptions) -> Method {
        let (weak, strong) = (options.weakBelow.words(), options.strongFrom.words())
        let (hhi, survey) = (
            options.concentratedAbove.words(), options.surveyedFrom.percentWords(decimals: 0)
        )
        let needed = options.independentNeeded
        return Method(
            Localized(
                "By quantity where a weekly need is stated for the home region: C = verified weekly capacity over weekly "
                    + "need. Unknown where less than \(survey.en) was surveyed; missing where no verified supplier was "
                    + "found; weak where C < \(weak), there is a single independent supplier, or the concentration of "
                    + "shares (HHI) is above \(hhi); adequate where C < \(strong); else strong. Otherwise by what a "
                    + "document says: weak, missing or strong, of the region itself first; strong of a part of the region "
                    + "speaks for it, inferred. Otherwise by count: adequate with \(needed) or more independent named "
                    + "organizations, else unknown. An organization counts where its home or a site in place lies in the "
                    + "region; members of one group count once; work in a part of a segment is work in the segment.",
                "主地区有每周需求时按数量：C = 已核实周产能 ÷ 周需求。调查不足 \(survey.zh)为未知；已调查而无核实供应商为缺失；C < \(weak)、独立供应商只有一家或份额集中度（HHI）高于 "
                    + "\(hhi) 为弱；C < \(strong) 为够用；其余为强。否则按文献说法：弱、缺失或强，以就本地区而言者为先；就区内一地而言的强也计为强，依据为推断。否则按机构数：独立具名机构不少于 "
                    + "\(needed) 家为够用，其余为未知。机构所在地或已有点位在区内即计入；同一集团只计一次；在环节的组成部分从业，即在该环节从业。"),
            formula: "C = min(1, Σ verified weekly capacity ÷ weekly need); HHI = Σ (supplier share)²",
            literature: [
                "Herfindahl–Hirschman index: A. O. Hirschman, American Economic Review 54 (1964)",
                "Coverage rules, version \(CoverageOptions.version): constants of this project, shown above",
            ],
            limits: Localized(
                "A document that does not name a firm does not say that there is none: unknown is not missing.",
                "文献未点名不等于没有：未知不是缺失。"))
    }
}
