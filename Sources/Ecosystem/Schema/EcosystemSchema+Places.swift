extension EcosystemSchema {
    /// Regions: administrative divisions, clusters, zones, seas.
    static let regions = RecordSchema(
        .region,
        [
            .nameEN, .nameZH, .printedName,
            Field("level", .code(.regionLevel), required: true, "Level", "层级"),
            Field("parent_id", .reference([.region]), "Part of", "上级地区", aliases: ["parent", "上级"]),
            Field(
                "gbt2260", .identifier(.administrativeDivision), "GB/T 2260", "行政区划代码",
                aliases: ["行政区划代码", "区划代码", "adcode"]),
            Field("valid_from", .date, "Valid from", "生效日期"),
            Field("valid_to", .date, "Valid to", "失效日期"),
            Field("successor_id", .reference([.region]), "Succeeded by", "后继地区"),
            Field("lon", .longitude, "Longitude", "经度", aliases: ["longitude", "lng", "经度"]),
            Field("lat", .latitude, "Latitude", "纬度", aliases: ["latitude", "纬度"]),
            Field("point_basis", .code(.pointBasis), "Point known by", "点位依据"),
            Field("role", .phrase, "Role", "角色"),
            Field("named_in_source", .boolean, "Named in a document", "文献点名"),
        ])

    /// Organizations: firms, universities, alliances, governments.
    static let organizations = RecordSchema(
        .organization,
        [
            .nameEN, .nameZH,
            Field("short_en", .name(.en), "Short name (English)", "英文简称"),
            Field("short_zh", .name(.zh), "Short name (Chinese)", "中文简称", aliases: ["简称"]),
            .printedName,
            Field(
                "kind", .code(.organizationKind), required: true, "Kind", "类别",
                aliases: ["type", "企业类型", "机构类型", "类型"]),
            Field(
                "home_region", .reference([.region]), "Home region", "所在地",
                aliases: [
                    "region", "region_id", "division", "city", "所在地区", "地区", "注册地", "行政区划", "所属地区", "城市",
                ]),
            Field("home_basis", .code(.basis), "Home known by", "所在地依据"),
            Field(
                "parent_id", .reference([.organization]), "Parent", "上级单位", aliases: ["parent_org", "母公司"]),
            Field("parent_basis", .code(.basis), "Parent known by", "上级单位依据"),
            Field(
                "uscc", .identifier(.unifiedSocialCredit), "Unified Social Credit Code", "统一社会信用代码",
                aliases: ["统一社会信用代码", "信用代码"]),
            Field(
                "bpn", .identifier(.businessPartner), "Business partner number", "业务伙伴编号", aliases: ["bpnl"]),
            Field(
                "industry", .identifier(.industry), "Industry (GB/T 4754)", "国民经济行业代码",
                aliases: ["gbt4754", "industry code", "行业代码", "行业"]),
            Field("industry_edition", .integer(1984...2200), "Edition of the industry code", "行业代码版本"),
            Field("lon", .longitude, "Longitude", "经度", aliases: ["longitude", "lng", "经度"]),
            Field("lat", .latitude, "Latitude", "纬度", aliases: ["latitude", "纬度"]),
            Field("point_basis", .code(.pointBasis), "Point known by", "点位依据"),
            Field("name_confidence", .code(.confidence), "Name confidence", "名称把握"),
        ])

    /// Sites: plants, laboratories, terminals; where an organization does something.
    static let sites = RecordSchema(
        .site,
        [
            .nameEN, .nameZH,
            Field(
                "organization_id", .reference([.organization]), "Organization", "机构",
                aliases: ["org_id", "企业"]),
            Field(
                "region_id", .reference([.region]), required: true, "Region", "地区",
                aliases: ["region", "所在地"]),
            Field("park_id", .reference([.park]), "Park", "园区", aliases: ["park", "所在园区"]),
            Field(
                "functions", .codes(.siteFunction), required: true, "Functions", "功能",
                aliases: ["function", "功能"]),
            Field("products", .phrases, "Products and brands", "产品与品牌", aliases: ["products_brands"]),
            Field("status", .code(.siteStatus), "Status", "状态"),
            Field("status_date", .date, "Status since", "状态时间"),
            Field("lon", .longitude, "Longitude", "经度", aliases: ["longitude", "lng", "经度"]),
            Field("lat", .latitude, "Latitude", "纬度", aliases: ["latitude", "纬度"]),
            Field("point_basis", .code(.pointBasis), "Point known by", "点位依据"),
            Field("locode", .identifier(.locode), "UN/LOCODE", "UN/LOCODE", aliases: ["unlocode"]),
        ])

    /// Parks, zones and ports as places that host sites; sub-parks name their parent.
    static let parks = RecordSchema(
        .park,
        [
            .nameEN, .nameZH,
            Field("parent_id", .reference([.park]), "Sub-park of", "上级园区"),
            Field("region_id", .reference([.region]), required: true, "Region", "地区"),
            Field("kind", .code(.parkKind), required: true, "Kind", "类别"),
            Field("focus", .phrases, "Focus", "方向"),
            Field("receiving_role", .phrase, "Receiving role", "承接角色"),
            Field("access_note", .phrase, "Access", "交通条件"),
            Field("anchors", .references([.organization]), "Anchor organizations", "龙头机构"),
            Field("policy_note", .phrase, "Policy", "政策说明"),
            Field("figure_ids", .references([.indicator, .event]), "Typed figures", "数字记录"),
            Field("locode", .identifier(.locode), "UN/LOCODE", "UN/LOCODE"),
        ])

    /// What speaks for a region and what limits it.
    static let advantages = RecordSchema(
        .advantage,
        [
            Field("region_id", .reference([.region]), required: true, "Region", "地区"),
            Field("kind", .code(.advantageKind), required: true, "Kind", "类别"),
            Field("factor", .code(.factor), required: true, "Factor", "要素"),
            Field("description", .phrase, required: true, "Description", "说明"),
        ])
}
