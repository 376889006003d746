extension EcosystemSchema {
    /// Roads, railways, sea routes and corridors between places.
    static let logisticsLinks = RecordSchema(
        .logisticsLink,
        [
            .nameEN, .nameZH,
            Field("mode", .code(.transportMode), required: true, "Mode", "方式"),
            Field("from_id", .reference([]), "From", "起点"),
            Field("to_id", .reference([]), "To", "终点"),
            Field("via", .references([]), "Via", "途经"),
            Field("printed_time", .phrase, "Time as printed", "原文时间"),
            Field("time_qualifier", .qualifier, "Time comparison", "时间限定"),
            Field("time", .number(0...1e6), "Time", "时间"),
            Field("time_unit", .unit, "Unit of time", "时间单位"),
            Field("printed_distance", .phrase, "Distance as printed", "原文距离"),
            Field("distance_qualifier", .qualifier, "Distance comparison", "距离限定"),
            Field("distance", .number(0...1e6), "Distance", "距离"),
            Field("distance_unit", .unit, "Unit of distance", "距离单位"),
        ])

    /// Activities that moved, extended or are to be received elsewhere.
    static let relocations = RecordSchema(
        .relocation,
        [
            .nameEN, .nameZH,
            Field("kind", .code(.relocationKind), "Kind", "类别"),
            Field("organization_id", .reference([.organization]), "Organization", "机构"),
            Field("from_region", .reference([.region]), "From", "迁出地"),
            Field("to_region", .reference([.region]), "To", "迁入地"),
            Field("to_site", .reference([.site]), "To site", "迁入点位"),
            Field("activity", .phrases, "Activity", "业务"),
            Field("start_year", .integer(1800...2200), "Start year", "起始年"),
            Field("drivers", .phrases, "Drivers", "动因"),
            Field("figures", .phrases, "Figures as printed", "原文数字"),
            Field("figure_ids", .references([.indicator, .event]), "Typed figures", "数字记录"),
            Field("outcome", .phrases, "Outcome", "结果"),
            Field("lead", .code(.leadType), "Led by", "主导方"),
        ])

    /// Policies, plans and agreements.
    static let policies = RecordSchema(
        .policy,
        [
            .nameEN, .nameZH,
            Field("instrument", .code(.policyInstrument), required: true, "Instrument", "工具"),
            Field("issuer_id", .reference([.organization, .region]), "Issuer", "发布方"),
            Field("region_id", .reference([.region]), "Region", "地区"),
            Field("segments", .references([.segment]), "Segments", "环节"),
            Field("year", .integer(1800...2200), "Year", "年份"),
            Field("status", .code(.policyStatus), "Status", "状态"),
        ])

    /// What happened or is to happen, with dates as exact as printed.
    static let events = RecordSchema(
        .event,
        [
            Field("title_en", .name(.en), required: true, "Title (English)", "英文标题"),
            Field("title_zh", .name(.zh), "Title (Chinese)", "中文标题"),
            Field("date", .date, "Date", "日期"),
            Field("date_precision", .code(.datePrecision), "Precision", "日期精度"),
            Field("end_date", .date, "End date", "结束日期"),
            Field("kind", .code(.eventKind), required: true, "Kind", "类别"),
            Field("region_id", .reference([.region]), "Region", "地区"),
            Field("entities", .references([]), "Concerns", "涉及"),
        ])

    /// Stages of cooperation.
    static let stages = RecordSchema(
        .stage,
        [
            Field("number", .integer(1...100), required: true, "Stage", "阶段"),
            Field("start_year", .integer(1800...2200), "From", "起"),
            Field("end_year", .integer(1800...2200), "To", "止"),
            Field("subjects", .codes(.stageSubject), "Carried by", "主体"),
            Field("forms", .phrases, "Forms", "形式"),
            Field("features", .phrases, "Features", "特征"),
            Field("traits", .phrases, "Traits in the text", "文中特点"),
            Field("event_id", .reference([.event]), "Event", "事件"),
        ])
}
