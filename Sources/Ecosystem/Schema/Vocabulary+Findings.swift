/// Terms of problems, recommendations and advantages.
extension Vocabulary {
    /// Themes of problems and recommendations.
    public static let theme = Vocabulary(
        "theme",
        [
            Term("governance", "governance", "治理"),
            Term("division", "division of labour", "分工"),
            Term("capacity", "capacity", "产能"),
            Term("structure", "structure", "结构"),
            Term("network", "network", "网络"),
            Term("security", "security", "安全"),
            Term("matching", "matching", "对接"),
            Term("relocation", "relocation", "疏解与承接"),
            Term("logistics", "logistics", "物流"),
            Term("infrastructure", "infrastructure", "基础设施"),
            Term("finance", "finance", "金融"),
            Term("innovation", "innovation", "创新"),
            Term("talent", "talent", "人才"),
            Term("platform", "platform", "平台"),
            Term("digital", "digital", "数字化"),
            Term("environment", "environment", "环境"),
            Term("competition", "competition", "竞争"),
            Term("analysis", "analysis", "分析"),
            Term("goal", "goal", "目标"),
        ])

    /// Whom a recommendation addresses.
    public static let addressee = Vocabulary(
        "addressee",
        [
            Term("government", "governments", "政府"),
            Term("oem", "vehicle makers", "整车企业"),
            Term("supplier", "suppliers", "供应商"),
            Term("company", "companies", "企业"),
            Term("institute", "institutes", "科研院所"),
            Term("alliance", "alliances", "联盟"),
            Term("platform_operator", "platform operators", "平台运营方"),
            Term("park", "parks", "园区"),
            Term("finance", "finance", "金融机构"),
        ])

    /// Advantage or constraint of a region.
    public static let advantageKind = Vocabulary(
        "advantage kind", closed: true,
        [
            Term("advantage", "advantage", "优势"),
            Term("constraint", "constraint", "约束"),
            Term("difference", "difference", "差异"),
            Term("income_level", "income level", "收入水平"),
        ])

    /// Factors of advantage or constraint.
    public static let factor = Vocabulary(
        "factor",
        [
            Term("research", "research", "科研"),
            Term("talent", "talent", "人才"),
            Term("education_science_culture", "education, science and culture", "科教文化"),
            Term("engineering_workforce", "engineering workforce", "工程人力"),
            Term("labour_cost", "labour cost", "劳动力成本"),
            Term("population", "population", "人口"),
            Term("traffic", "traffic", "交通拥堵"),
            Term("air", "air quality", "空气"),
            Term("water", "water", "水"),
            Term("city_disease", "big-city ills", "大城市病"),
            Term("land", "land", "土地"),
            Term("coast_land", "coastal land", "沿海土地"),
            Term("carrying_space", "carrying space", "承载空间"),
            Term("geography_ecology", "geography and ecology", "地理生态"),
            Term("resources_climate", "resources and climate", "资源气候"),
            Term("development_resources", "development resources", "开发资源"),
            Term("port", "port", "港口"),
            Term("artificial_port", "artificial port", "人工港"),
            Term("deep_water", "deep water", "深水"),
            Term("shipping_logistics", "shipping and logistics", "航运物流"),
            Term("transport_network", "transport network", "交通网"),
            Term("industrial_base", "industrial base", "工业基础"),
            Term("supporting_industry", "supporting industry", "配套产业"),
            Term("equipment_base", "equipment base", "装备基础"),
            Term("aerospace_marine", "aerospace and marine", "航空航天与海洋"),
            Term("services", "services", "服务业"),
            Term("internationalisation", "internationalisation", "国际化"),
            Term("scale", "scale", "规模"),
            Term("primary_share", "primary share", "第一产业占比"),
            Term("positioning", "positioning", "定位"),
            Term("history", "history", "历史"),
            Term("proximity_incentives", "proximity and incentives", "区位与激励"),
            Term("world_bank_group", "World Bank income group", "世行收入分组"),
        ])

    /// Kinds of described system.
    public static let systemKind = Vocabulary(
        "system kind",
        [
            Term("mechanism", "mechanism", "机制"),
            Term("network", "network", "网络"),
            Term("analysis", "analysis", "分析"),
            Term("policy", "policy", "政策"),
            Term("platform", "platform", "平台"),
            Term("infrastructure", "infrastructure", "基础设施"),
        ])

    /// The course of a series as words give it.
    public static let course = Vocabulary(
        "course", closed: true,
        [
            Term("rises", "rises over the period", "期内上升"),
            Term("rises_each_step", "continues to rise", "持续上升"),
            Term("falls", "falls over the period", "期内下降"),
            Term("falls_each_step", "continues to fall", "持续下降"),
            Term("unchanged", "remains unchanged", "保持不变"),
            Term("behind", "lies behind by", "落后"),
        ])
}
