/// Terms of the chain and of what moves along it.
extension Vocabulary {
    /// Stages of the chain, upstream to recycling.
    public static let chainStage = Vocabulary(
        "stage", closed: true,
        [
            Term("upstream_materials", "materials", "上游材料"),
            Term("components", "components", "零部件"),
            Term("systems", "systems", "系统总成"),
            Term("vehicle", "vehicles", "整车"),
            Term("circulation", "logistics", "流通物流"),
            Term("after_sales_recycling", "after-sales and recycling", "售后回收"),
            Term("enabling_services", "services", "支撑服务"),
            Term("adjacent", "adjacent", "相邻产业"),
        ])

    /// Role of an organization in a segment.
    public static let activityRole = Vocabulary(
        "activity role", closed: true,
        [
            Term("producer_or_provider", "producer or provider", "生产或提供"),
            Term("service", "service", "服务"),
            Term("user", "user", "使用"),
        ])

    /// Main or further activity.
    public static let activityRank = Vocabulary(
        "activity rank", closed: true,
        [
            Term("primary", "main", "主要"),
            Term("secondary", "further", "次要"),
        ])

    /// Modes of a logistics link.
    public static let transportMode = Vocabulary(
        "transport mode",
        [
            Term("expressway", "expressway", "高速公路"),
            Term("road", "road", "公路"),
            Term("intercity_rail", "intercity rail", "城际铁路"),
            Term("urban_rail", "urban rail", "城市轨道"),
            Term("rail", "rail", "铁路"),
            Term("road_rail", "road and rail", "公铁"),
            Term("sea", "sea", "海运"),
            Term("sea_channel", "sea channel", "航道"),
            Term("pipeline", "pipeline", "管道"),
            Term("conveyor", "conveyor", "传送带"),
            Term("internal", "within a site", "厂内"),
            Term("corridor", "corridor", "走廊"),
            Term("network", "network", "网络"),
            Term("distance", "distance only", "仅距离"),
        ])

    /// Loops of a by-product flow.
    public static let loopLevel = Vocabulary(
        "loop level",
        [
            Term("small_circulation", "small loop (within a firm)", "小循环（企业内）"),
            Term("middle_circulation", "middle loop (between firms)", "中循环（企业间）"),
            Term("large_circulation", "large loop (region)", "大循环（区域）"),
            Term("resource", "resource intake", "资源取用"),
            Term("product_output", "product output", "产品输出"),
        ])

    /// Who leads a relocation.
    public static let leadType = Vocabulary(
        "lead type",
        [
            Term("state_owned", "state-owned firm", "国有企业"),
            Term("joint_venture", "joint venture", "合资企业"),
            Term("private", "private capital", "民间资本"),
            Term("market", "market", "市场"),
            Term("public_service", "public service", "公共服务"),
            Term("government", "government", "政府"),
        ])

    /// Whether the activity moved or was extended.
    public static let relocationKind = Vocabulary(
        "relocation kind", closed: true,
        [
            Term("relocation", "relocation", "迁移"),
            Term("extension", "extension while the base stays", "延伸（原址保留）"),
            Term("park_plan", "joint park plan", "共建园区"),
        ])

    /// Where a relation was written.
    public static let relationOrigin = Vocabulary(
        "relation origin",
        [
            Term("hand", "written from the text", "据文录入"),
            Term("sites", "table of sites", "点位表"),
            Term("parks", "table of parks", "园区表"),
            Term("regions", "table of regions", "地区表"),
            Term("products", "table of products", "产品表"),
            Term("byproduct_flows", "table of by-product flows", "副产物流表"),
            Term("relocations", "table of relocations", "迁移表"),
            Term("logistics_links", "table of logistics links", "物流通道表"),
            Term("policies", "table of policies", "政策表"),
            Term("persons", "table of persons", "人物表"),
        ])

    /// How strong a segment is in a region.
    public static let strength = Vocabulary(
        "strength", closed: true,
        [
            Term("strong", "strong", "强"),
            Term("adequate", "adequate", "够用"),
            Term("weak", "weak", "弱"),
            Term("missing", "missing", "缺失"),
            Term("unknown", "unknown", "未知"),
        ])
}
