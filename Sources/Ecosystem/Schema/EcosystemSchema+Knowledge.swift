extension EcosystemSchema {
    /// What an indicator measures.
    static let indicatorDefinitions = RecordSchema(
        .indicatorDefinition,
        [
            .nameEN, .nameZH,
            Field("unit", .unit, "Usual unit", "常用单位"),
            Field("definition", .phrase, "Definition", "定义"),
        ])

    /// Figures as printed, counted, derived or corrected.
    static let indicators = RecordSchema(
        .indicator,
        [
            Field("entity_id", .reference([]), required: true, "Describes", "描述对象"),
            Field("indicator_id", .reference([.indicatorDefinition]), required: true, "Indicator", "指标"),
            Field("period", .period, "Period", "时期"),
            Field("qualifier", .qualifier, "Comparison", "限定"),
            Field("value", .anyNumber, required: true, "Value", "数值"),
            Field("unit", .unit, required: true, "Unit", "单位"),
            Field("status", .code(.indicatorStatus), "Kind of number", "数值性质"),
            Field("corrects_id", .reference([.indicator]), "Corrects", "校正对象"),
        ])

    /// Services that somebody offers.
    static let services = RecordSchema(
        .service,
        [
            .nameEN, .nameZH,
            Field("group", .code(.serviceGroup), "Group", "服务类别"),
            Field("provider_id", .reference([]), "Provider", "提供方"),
            Field("segment_id", .reference([.segment]), "Segment", "环节"),
        ])

    /// Persons named in the documents.
    static let persons = RecordSchema(
        .person,
        [
            .nameEN, .nameZH,
            Field("role", .phrase, "Role", "身份"),
            Field("organization_id", .reference([.organization]), "Organization", "机构"),
        ])

    /// Problems that the documents name.
    static let problems = RecordSchema(
        .problem,
        [
            Field("title", .phrase, required: true, "Problem", "问题"),
            Field("region_id", .reference([.region]), "Region", "地区"),
            Field("theme", .code(.theme), "Theme", "主题"),
            Field("description", .phrase, "Description", "说明"),
            Field("capability_needed", .phrase, "Capability needed", "所需能力"),
        ])

    /// What the documents recommend.
    static let recommendations = RecordSchema(
        .recommendation,
        [
            Field("title", .phrase, required: true, "Recommendation", "建议"),
            Field("addressees", .codes(.addressee), "Addressed to", "对象"),
            Field("theme", .code(.theme), "Theme", "主题"),
            Field("description", .phrase, "Description", "说明"),
            Field("capability_needed", .phrase, "Capability needed", "所需能力"),
        ])

    /// What a document says of a segment in a region: that the region leads in it, or that it is weak or missing.
    static let assessments = RecordSchema(
        .assessment,
        [
            Field("segment_id", .reference([.segment]), required: true, "Segment", "环节"),
            Field("region_id", .reference([.region]), required: true, "Region", "地区"),
            Field("strength", .code(.strength), required: true, "Strength", "强弱"),
            Field("description", .phrase, "Description", "说明"),
        ])

    /// What a document says in words of the course of an indicator; a study holds it against the numbers.
    static let claims = RecordSchema(
        .claim,
        [
            Field("entity_id", .reference([]), required: true, "Describes", "描述对象"),
            Field("indicator_id", .reference([.indicatorDefinition]), required: true, "Indicator", "指标"),
            Field("course", .code(.course), required: true, "Course", "走势"),
            Field("period", .period, "Period", "时期"),
            Field("than_id", .reference([]), "Compared with", "比较对象"),
            Field("value", .anyNumber, "Size said", "所称幅度"),
            Field("unit", .unit, "Unit", "单位"),
            Field("description", .phrase, "Description", "说明"),
        ])
}
