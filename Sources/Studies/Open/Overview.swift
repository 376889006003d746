import Ecosystem
import Reporting

/// Opens the region: what is on record, where, in which stage of the chain, how fresh it is, how it is known, and
/// what is missing. The home page shows this study.
public struct Overview: Study {
    /// The study.
    public init() {}

    /// What it asks.
    public var description: StudyDescription {
        StudyDescription(
            id: "overview", version: "1", verb: .see,
            title: Localized("The region at a glance", "区域总览"),
            question: Localized(
                "What is on record for the region, how is it known, and what is missing?",
                "记录了哪些内容，依据如何，缺少什么？"),
            parameters: [
                StudyParameter(
                    "region", .record(.region), title: Localized("Region", "地区"),
                    help: Localized(
                        "The region to open; its parts become the rows of the tables", "要查看的地区；表格以其下级地区为行"),
                    default: .fromPackage { $0.identity.homeRegion?.text })
            ],
            methods: [Overview.method])
    }

    static let method = Method(
        Localized(
            "Records are counted as they stand, with the scenario applied. An organization belongs to a place where it "
                + "has its home or a site that is in place; it counts once in each place and stage in which it has an "
                + "activity. A segment has an organization where one inside the region works in it or in a part of it. "
                + "A figure has a year where its period names one.",
            "按记录计数，已计入情景修改。机构的所在地或已有点位所在的地区即其所属地区；在有业务的每个地区和阶段各计一次。"
                + "区域内有机构从事该环节或其下级环节，即视为该环节有机构。时期中写明年份的数字才算有年份。"),
        formula:
            "share of a basis = facts with it / all facts; undated share = undated / records that can carry a date",
        limits: Localized(
            "Counts of records say what the documents name, not how much there is. A document seldom says at which of its "
                + "sites an organization does what: such cells are marked inferred.",
            "记录数反映文献点名的内容，不代表实际规模。文献很少说明机构的某项业务在哪个点位，此类单元格标为推断。"))
}
