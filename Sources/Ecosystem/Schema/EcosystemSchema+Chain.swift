extension EcosystemSchema {
    /// The tree of segments, from upstream materials to recycling.
    static let segments = RecordSchema(
        .segment,
        [
            .nameEN, .nameZH,
            Field("parent_id", .reference([.segment]), "Part of", "上级环节"),
            Field("stage", .code(.chainStage), required: true, "Stage", "阶段"),
            Field("automotive", .boolean, required: true, "Automotive chain", "属于汽车链"),
            Field("named_in_source", .boolean, "Named in a document", "文献点名"),
        ])

    /// Who works in which segment.
    static let activities = RecordSchema(
        .activity,
        [
            Field("organization_id", .reference([.organization]), required: true, "Organization", "机构"),
            Field("segment_id", .reference([.segment]), required: true, "Segment", "环节"),
            Field("role", .code(.activityRole), "Role", "角色"),
            Field("rank", .code(.activityRank), "Rank", "主次"),
            Field("capacity", .number(0...1e15), "Weekly capacity", "周产能"),
            Field("capacity_unit", .unit, "Unit of capacity", "产能单位"),
        ])

    /// Products, brands and models.
    static let products = RecordSchema(
        .product,
        [
            .nameEN, .nameZH,
            Field("kind", .code(.productKind), required: true, "Kind", "类别"),
            Field("organization_id", .reference([.organization]), "Organization", "机构"),
            Field("segment_id", .reference([.segment]), "Segment", "环节"),
            Field("name_confidence", .code(.confidence), "Name confidence", "名称把握"),
        ])

    /// What a product is made of, and where each component comes from.
    static let components = RecordSchema(
        .component,
        [
            Field("product_id", .reference([.product]), required: true, "Product", "产品"),
            .nameEN, .nameZH,
            Field("segment_id", .reference([.segment]), "Segment", "环节"),
            Field("supply_region", .reference([.region]), "Supplied from", "供应地"),
            Field("supplier_id", .reference([.organization]), "Supplier", "供应商"),
            Field("share_note", .phrase, "Share", "份额说明"),
            Field("value", .number(0...1e15), "Value", "价值"),
            Field("unit", .unit, "Unit", "单位"),
        ])

    /// Kinds of relation.
    static let predicates = RecordSchema(
        .predicate,
        [
            Field("label_en", .name(.en), "Label (English)", "英文标签"),
            Field("label_zh", .name(.zh), "Label (Chinese)", "中文标签"),
            Field("inverse_en", .name(.en), "Read backwards (English)", "反向英文标签"),
            Field("inverse_zh", .name(.zh), "Read backwards (Chinese)", "反向中文标签"),
            Field("definition", .phrase, "Definition", "定义"),
            Field("inverse", .text, "Inverse", "反向代码"),
            Field("directed", .boolean, "Directed", "有方向"),
        ])

    /// Supply and all other relations between two entities.
    static let relations = RecordSchema(
        .relation,
        [
            Field(
                "subject_id", .reference([]), required: true, "Subject", "主体", aliases: ["from", "supplier"]),
            Field("predicate", .reference([.predicate]), required: true, "Relation", "关系"),
            Field("object_id", .reference([]), required: true, "Object", "客体", aliases: ["to", "customer"]),
            Field("qualifier", .phrase, "Content", "内容"),
            Field("segment_id", .reference([.segment]), "Segment", "环节"),
            Field("value", .number(0...1e15), "Value a year", "年值"),
            Field("unit", .unit, "Unit", "单位"),
            Field("figure_ids", .references([.indicator, .event]), "Typed figures", "数字记录"),
            Field("origin", .code(.relationOrigin), "Written from", "录入来源"),
        ])

    /// By-products of one place that feed the next.
    static let byproductFlows = RecordSchema(
        .byproductFlow,
        [
            Field("from_id", .reference([]), required: true, "From", "产出方"),
            Field("to_id", .reference([]), required: true, "To", "利用方"),
            Field("material_en", .name(.en), required: true, "Material (English)", "物料英文名"),
            Field("material_zh", .name(.zh), "Material (Chinese)", "物料中文名"),
            Field("use", .phrase, "Use", "用途"),
            Field("loop_level", .code(.loopLevel), "Loop", "循环层级"),
            Field("qualifier", .qualifier, "Comparison", "限定"),
            Field("quantity", .number(0...1e15), "Quantity", "数量"),
            Field("unit", .unit, "Unit", "单位"),
        ])
}
