import Ecosystem
import Reporting

/// Where knowledge and talent come from, what they are for, what is transferred, and which services branch out.
public struct Innovation: Study {
    /// The study.
    public init() {}

    /// What it asks.
    public var description: StudyDescription {
        StudyDescription(
            id: "innovation", version: "1", verb: .see,
            title: Localized("Innovation, talent and branches", "创新、人才与分支机构"),
            question: Localized(
                "Who supplies knowledge and talent to whom, what is needed, and what is not known?",
                "谁向谁提供知识与人才，需要什么，还有什么未知？"),
            parameters: [
                StudyParameter(
                    "region", .record(.region), title: Localized("Region", "地区"),
                    help: Localized("Only links that touch this region", "只看涉及该地区的联系"),
                    default: .fromPackage { $0.identity.homeRegion?.text })
            ],
            methods: [Innovation.method])
    }

    static let method = Method(
        Localized(
            "Sources are universities and research institutes in the region and whoever else gives research, talent, "
                + "technology or validation by a recorded relation. The level of a link is its relation: research, "
                + "validation, transfer, commercialization, talent. A need is a segment that a document calls weak or "
                + "missing, or a recommendation on innovation or talent; a source answers it where it is linked to the "
                + "segment, to a part of it, or works in it. A joint platform is an institute whose parent is at home in "
                + "another place, a technology market, or an alliance. Branches are pairs of “expanded from” and “expanded to”.",
            "来源指区域内高校与科研院所，以及有科研、人才、技术或验证关系记录的其他主体。联系的层次按关系类型分为科研、验证、转移、转化、人才。"
                + "需求指文献称薄弱或缺失的环节，以及关于创新或人才的建议；来源与该环节或其下级环节有联系或从事该环节即为对应。"
                + "共建平台指上级单位在另一地的科研院所、技术市场与联盟。分支关系由“延伸自”与“延伸至”成对得出。"),
        limits: Localized(
            "Links say that something is given, seldom how much: a figure is shown only where one is printed. Which joint "
                + "platforms a printed total means is not said.",
            "联系只说明有所提供，很少说明多少；仅在原文印有数字时列出。原文所印平台总数指哪些平台未说明。"))

    /// The levels of a link.
    public enum Level: String, Codable, Sendable, CaseIterable {
        /// Basic and applied research.
        case research
        /// Testing grounds and validation.
        case validation
        /// Technology that changes hands.
        case transfer
        /// Results that become products.
        case commercialization
        /// Engineers and skilled workers.
        case talent

        /// The level in words.
        var label: Localized {
            switch self {
            case .research: Localized("research", "科研")
            case .validation: Localized("validation", "验证")
            case .transfer: Localized("transfer", "转移")
            case .commercialization: Localized("commercialization", "转化")
            case .talent: Localized("talent", "人才")
            }
        }
    }

    /// The relations, indicators and codes that the study reads; these ids are the vocabulary of packages.
    enum Vocabulary {
        static let levels: [(String, Level)] = [
            ("researches_for", .research), ("validates_for", .validation),
            ("transfers_technology_to", .transfer), ("commercialises", .commercialization),
            ("talent_to", .talent),
        ]
        static let sourceKinds: Set<String> = ["university", "research_institute"]
        static let figures: [IndicatorDefinitionID] = [
            "i.tech_transfer", "i.tech_contract", "i.innovation_platforms", "i.projects_863",
            "i.projects_transformed", "i.projects_cas", "i.projects_iur", "i.state_awards",
        ].map(IndicatorDefinitionID.init)
        static let platformTotal = IndicatorDefinitionID("i.innovation_platforms")
        static let themes: Set<String> = ["innovation", "talent"]
        static let branchFrom = "extended_from"
        static let branchTo = "extended_to"
        static let publicKinds: Set<String> = ["school", "hospital", "university", "market"]
        static let publicFunctions: Set<String> = [
            "school", "hospital", "wholesale_market", "agro_logistics",
        ]
    }
}
