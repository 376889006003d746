import Ecosystem

extension Record {
    /// What the record is called on its page and in links to it.
    ///
    /// Statements without a name of their own are called by what they connect.
    var heading: Localized {
        switch kind {
        case .activity: return pair("organization_id", "segment_id")
        case .relation:
            let verb = target("predicate")?.name ?? Localized(same: text("predicate") ?? "")
            let ends = (other("subject_id"), other("object_id"))
            return Localized(
                "\(ends.0.en) \(verb.en) \(ends.1.en)", "\(ends.0.zh) \(verb.zh) \(ends.1.zh)")
        case .indicator:
            return Localized("\(other("entity_id").en): \(name.en)", "\(other("entity_id").zh)：\(name.zh)")
        case .advantage:
            let factor = label("factor") ?? Localized(same: id)
            return Localized(
                "\(other("region_id").en): \(factor.en)", "\(other("region_id").zh)：\(factor.zh)")
        case .assessment: return pair("segment_id", "region_id")
        case .claim: return pair("entity_id", "indicator_id")
        case .stage:
            let number = text("number") ?? ""
            return Localized("Stage \(number) of cooperation", "合作第 \(number) 阶段")
        case .byproductFlow:
            let ends = (other("from_id"), other("to_id"))
            return Localized(
                "\(name.en): \(ends.0.en) → \(ends.1.en)", "\(name.zh)：\(ends.0.zh) → \(ends.1.zh)")
        default: return name
        }
    }

    /// The name of what a reference field points to, or the text of the field.
    func other(_ field: FieldName) -> Localized { target(field)?.name ?? Localized(same: text(field) ?? "") }

    private func pair(_ first: FieldName, _ second: FieldName) -> Localized {
        Localized("\(other(first).en), \(other(second).en)", "\(other(first).zh)：\(other(second).zh)")
    }

    /// The region that the record is in or about, directly or by what it describes or who provides it.
    var place: Record? {
        var record = self
        // What describes something that describes something else ends soon, also where a package goes in circles.
        for _ in 0..<4 {
            var next: Record?
            for field in Record.placeFields {
                guard let target = record.target(field) else { continue }
                if target.kind == .region { return target }
                next = next ?? target
            }
            guard let next else { return nil }
            record = next
        }
        return nil
    }

    /// Fields that say where a record is, the best one first.
    static let placeFields: [FieldName] = [
        "home_region", "region_id", "supply_region", "to_region", "entity_id", "provider_id",
    ]
}

extension RecordKind {
    /// What several records of this kind are called.
    var plural: Localized {
        switch self {
        case .activity: Localized("activities", "业务")
        case .policy: Localized("policies", "政策")
        case .predicate: Localized("kinds of relation", "关系类型")
        case .stage: Localized("stages of cooperation", "合作阶段")
        case .indicatorDefinition: Localized("kinds of indicator", "指标定义")
        case .indicator: Localized("figures", "数字")
        case .advantage: Localized("advantages and constraints", "优势与约束")
        case .assessment: Localized("assessments of segments", "环节评价")
        case .claim: Localized("claims about series", "走势表述")
        case .system: Localized("described systems", "文献描述的系统")
        case .relocation: Localized("moves and extensions", "迁移与延伸")
        case .product: Localized("products and brands", "产品与品牌")
        case .person: Localized("people", "人物")
        case .source: Localized("sources", "文献")
        default: Localized(label.en + "s", label.zh)
        }
    }

    /// The folder of its pages; kinds without one stand under `records`.
    var folder: String? {
        switch self {
        case .organization: "organizations"
        case .site: "sites"
        case .park: "parks"
        case .region: "regions"
        case .segment: "segments"
        case .product: "products"
        case .policy: "policies"
        case .source: "sources"
        default: nil
        }
    }

    /// Kinds with a folder of their own.
    static let withFolder: [RecordKind] = [
        .organization, .site, .park, .region, .segment, .product, .policy, .source,
    ]

    /// Kinds that readers may list under `records`: statements about things, not the package's own tables.
    static let listed: [RecordKind] = [
        .event, .relocation, .logisticsLink, .byproductFlow, .indicator, .service, .person, .component,
        .problem,
        .recommendation, .advantage, .assessment, .claim, .stage, .correction, .system, .publication,
        .activity,
        .relation,
        .indicatorDefinition,
    ]

    /// The list of all records of this kind, below the package's address.
    var listPath: String { folder ?? "records?type=\(rawValue)" }
}

extension Localized {
    /// The text with its first English letter in upper case.
    var capitalized: Localized { Localized(en.capitalizedFirst, zh) }

    /// The English noun with its article: `a supplier`, `an alliance`.
    var withArticle: String {
        let first = en.first.map { "aeiouAEIOU".contains($0) } ?? false
        return (first && !en.lowercased().hasPrefix("uni") && !en.lowercased().hasPrefix("eu") ? "an " : "a ")
            + en
    }
}

extension String {
    /// The text with its first letter in upper case.
    var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
