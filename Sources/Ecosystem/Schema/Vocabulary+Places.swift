/// Terms of places and of who is there.
extension Vocabulary {
    /// Levels of a region.
    public static let regionLevel = Vocabulary(
        "region level",
        [
            Term("world", "world", "世界"),
            Term("country", "country", "国家"),
            Term("foreign", "place abroad", "境外"),
            Term("macro_region", "macro-region", "大区"),
            Term("line", "line", "线"),
            Term("cluster", "cluster", "集群"),
            Term("metro", "metropolitan area", "都市圈"),
            Term("corridor", "corridor", "走廊"),
            Term("municipality", "municipality", "直辖市"),
            Term("province", "province", "省"),
            Term("autonomous_region", "autonomous region", "自治区"),
            Term("special_administrative_region", "special administrative region", "特别行政区"),
            Term("prefecture_city", "prefecture-level city", "地级市"),
            Term("county_city", "county-level city", "县级市"),
            Term("county", "county", "县"),
            Term("district", "district", "区"),
            Term("development_zone", "development zone", "开发区"),
            Term("innovation_area", "innovation area", "创新区"),
            Term("new_area", "new area", "新区"),
            Term("special_zone", "special zone", "特殊功能区"),
            Term("sub_area", "sub-area", "片区"),
            Term("sea", "sea", "海域"),
        ])

    /// How a point is known.
    public static let pointBasis = Vocabulary(
        "point basis", closed: true,
        [
            Term("stated", "exact point", "准确点位"),
            Term("general_knowledge", "point by general knowledge", "编者常识点位"),
            Term("general_knowledge_capital", "seat of government", "驻地"),
            Term("general_knowledge_approx", "approximate to the district", "约到区县"),
            Term("declared", "declared point", "申报点位"),
            Term("synthetic", "constructed point", "构造点位"),
            Term("none", "no point", "无点位"),
        ])

    /// Kinds of organization.
    public static let organizationKind = Vocabulary(
        "organization kind",
        [
            Term("oem", "vehicle maker", "整车企业"),
            Term("supplier", "supplier", "供应商"),
            Term("battery_maker", "battery maker", "电池企业"),
            Term("chip_maker", "chip maker", "芯片企业"),
            Term("company", "company", "企业"),
            Term("port_operator", "port operator", "港口企业"),
            Term("platform_operator", "platform operator", "平台运营方"),
            Term("market", "wholesale market", "批发市场"),
            Term("university", "university", "高校"),
            Term("research_institute", "research institute", "科研院所"),
            Term("testing_body", "testing body", "检测机构"),
            Term("alliance", "alliance", "联盟"),
            Term("association", "association", "协会"),
            Term("government", "government body", "政府部门"),
            Term("international_body", "international body", "国际组织"),
            Term("programme", "programme", "计划"),
            Term("media", "media", "媒体"),
            Term("school", "school", "学校"),
            Term("hospital", "hospital", "医院"),
        ])

    /// Functions of a site.
    public static let siteFunction = Vocabulary(
        "site function",
        [
            Term("hq", "headquarters", "总部"),
            Term("r&d", "R&D", "研发"),
            Term("vehicle_plant", "vehicle plant", "整车厂"),
            Term("component_plant", "component plant", "零部件厂"),
            Term("electronics_plant", "electronics plant", "电子工厂"),
            Term("proving_ground", "proving ground", "试验场"),
            Term("testing", "testing", "检测"),
            Term("standards", "standards", "标准"),
            Term("port", "port", "港口"),
            Term("berth", "berth", "泊位"),
            Term("logistics", "logistics", "物流"),
            Term("warehouse", "warehouse", "仓库"),
            Term("steel_plant", "steel plant", "钢厂"),
            Term("refinery", "refinery", "炼厂"),
            Term("power_plant", "power plant", "电厂"),
            Term("desalination", "desalination", "海水淡化"),
            Term("recycling_plant", "recycling plant", "回收厂"),
            Term("redevelopment", "redevelopment", "再开发"),
            Term("wholesale_market", "wholesale market", "批发市场"),
            Term("agro_logistics", "agricultural logistics", "农产品物流"),
            Term("technology_market", "technology market", "技术市场"),
            Term("school", "school", "学校"),
            Term("hospital", "hospital", "医院"),
        ])

    /// What a source says about a site.
    public static let siteStatus = Vocabulary(
        "site status",
        [
            Term("operating", "operating", "运营"),
            Term("presence_only", "presence only", "仅知其存在"),
            Term("under_construction", "under construction", "在建"),
            Term("construction_started", "construction started", "已开工"),
            Term("first_phase_invested", "first phase invested", "一期已投"),
            Term("approved", "approved", "已批准"),
            Term("signed", "signed", "已签约"),
            Term("planned", "planned", "规划"),
            Term("relocating", "relocating", "迁移中"),
            Term("relocated", "relocated", "已迁出"),
        ])

    /// Kinds of park.
    public static let parkKind = Vocabulary(
        "park kind",
        [
            Term("industrial_park", "industrial park", "产业园"),
            Term("automotive_park", "automotive park", "汽车产业园"),
            Term("science_park", "science park", "科技园"),
            Term("demonstration_zone", "demonstration zone", "示范区"),
            Term("development_zone", "development zone", "开发区"),
            Term("new_area", "new area", "新区"),
            Term("bonded_zone", "bonded zone", "保税区"),
            Term("logistics_park", "logistics park", "物流园"),
            Term("corporate_park", "corporate park", "企业园区"),
            Term("port", "port", "港口"),
        ])

    /// Kinds of product.
    public static let productKind = Vocabulary(
        "product kind",
        [
            Term("brand", "brand", "品牌"),
            Term("vehicle_model", "vehicle model", "车型"),
            Term("vehicle_family", "vehicle family", "车系"),
            Term("vehicle_project", "vehicle project", "整车项目"),
            Term("electronics", "electronics", "电子产品"),
            Term("material", "material", "材料"),
        ])
}
