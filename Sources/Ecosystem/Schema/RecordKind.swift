/// A kind of record; each has one table in a data package.
public enum RecordKind: String, CaseIterable, Sendable, Codable, Hashable {
    case source, paragraph, region, organization, site, park, segment, activity, product, component, predicate
    case relation, logisticsLink, byproductFlow, relocation, policy, event, stage, indicatorDefinition,
        indicator
    case service, person, problem, recommendation, advantage, assessment, claim, correction, publication,
        system,
        translation

    /// The table's name in a data package; the file is this name with `.csv`.
    public var table: String {
        switch self {
        case .source: "sources"
        case .paragraph: "paragraphs"
        case .region: "regions"
        case .organization: "organizations"
        case .site: "sites"
        case .park: "parks"
        case .segment: "segments"
        case .activity: "activities"
        case .product: "products"
        case .component: "product-components"
        case .predicate: "predicates"
        case .relation: "relations"
        case .logisticsLink: "logistics-links"
        case .byproductFlow: "byproduct-flows"
        case .relocation: "relocations"
        case .policy: "policies"
        case .event: "events"
        case .stage: "cooperation-stages"
        case .indicatorDefinition: "indicator-definitions"
        case .indicator: "indicators"
        case .service: "services"
        case .person: "persons"
        case .problem: "problems"
        case .recommendation: "recommendations"
        case .advantage: "region-advantages"
        case .assessment: "segment-assessments"
        case .claim: "claims"
        case .correction: "corrections"
        case .publication: "publications"
        case .system: "systems"
        case .translation: "translations"
        }
    }

    /// The kind whose table has this name.
    public init?(table: String) {
        guard let kind = RecordKind.allCases.first(where: { $0.table == table }) else { return nil }
        self = kind
    }

    /// Kinds that relations, indicators and events may point to.
    public static let entities: [RecordKind] = [
        .region, .organization, .site, .park, .segment, .product, .person, .logisticsLink, .policy, .event,
        .relocation, .source,
    ]

    /// What one record of this kind is called.
    public var label: Localized {
        switch self {
        case .source: Localized("document", "文献")
        case .paragraph: Localized("paragraph", "段落")
        case .region: Localized("region", "地区")
        case .organization: Localized("organization", "机构")
        case .site: Localized("site", "点位")
        case .park: Localized("park", "园区")
        case .segment: Localized("segment", "环节")
        case .activity: Localized("activity", "业务")
        case .product: Localized("product", "产品")
        case .component: Localized("component", "部件")
        case .predicate: Localized("kind of relation", "关系类型")
        case .relation: Localized("relation", "关系")
        case .logisticsLink: Localized("logistics link", "物流通道")
        case .byproductFlow: Localized("by-product flow", "副产物流")
        case .relocation: Localized("relocation", "迁移")
        case .policy: Localized("policy", "政策")
        case .event: Localized("event", "事件")
        case .stage: Localized("stage of cooperation", "合作阶段")
        case .indicatorDefinition: Localized("kind of indicator", "指标定义")
        case .indicator: Localized("indicator", "指标值")
        case .service: Localized("service", "服务")
        case .person: Localized("person", "人物")
        case .problem: Localized("problem", "问题")
        case .recommendation: Localized("recommendation", "建议")
        case .advantage: Localized("advantage or constraint", "优势与约束")
        case .assessment: Localized("assessment of a segment", "环节评价")
        case .claim: Localized("claim about a series", "走势表述")
        case .correction: Localized("correction", "校正")
        case .publication: Localized("publication", "参考文献")
        case .system: Localized("described system", "文献描述的系统")
        case .translation: Localized("translation", "译文")
        }
    }
}
