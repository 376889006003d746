/// Terms of policies, events and services.
extension Vocabulary {
    /// Instruments of policy.
    public static let policyInstrument = Vocabulary(
        "policy instrument",
        [
            Term("national_strategy", "national strategy", "国家战略"),
            Term("strategy", "strategy", "战略"),
            Term("relocation_policy", "relocation policy", "疏解政策"),
            Term("incentive", "incentive", "激励"),
            Term("sector_policy", "sector policy", "产业政策"),
            Term("structure_policy", "structure policy", "结构政策"),
            Term("division_of_labour", "division of labour", "分工"),
            Term("demonstration_zone", "demonstration zone", "示范区"),
            Term("cluster_plan", "cluster plan", "集群规划"),
            Term("pilot", "pilot", "试点"),
            Term("principle", "principle", "原则"),
            Term("regulation", "regulation", "法规"),
            Term("proposal", "proposal", "提案"),
            Term("platform", "platform", "平台"),
            Term("mechanism", "mechanism", "机制"),
            Term("interest_mechanism", "interest mechanism", "利益机制"),
            Term("tax_sharing", "tax sharing", "税收分享"),
            Term("finance", "finance", "金融"),
            Term("fund", "fund", "基金"),
            Term("agreement", "agreement", "协议"),
            Term("customs_zone", "customs zone", "海关监管区"),
            Term("status", "status", "资格"),
            Term("programme", "programme", "计划"),
            Term("talent", "talent", "人才"),
            Term("certification", "certification", "认证"),
        ])

    /// What a source says about a policy.
    public static let policyStatus = Vocabulary(
        "policy status",
        [
            Term("in_force", "in force", "施行"),
            Term("operating", "operating", "运行"),
            Term("established", "established", "已建立"),
            Term("issued", "issued", "已发布"),
            Term("approved", "approved", "已批准"),
            Term("signed", "signed", "已签署"),
            Term("concluded", "concluded", "已达成"),
            Term("first_batch", "first batch", "首批"),
            Term("achieved", "achieved", "已实现"),
            Term("planned", "planned", "规划"),
            Term("recommended", "recommended", "建议"),
            Term("reference_model", "reference model", "样板"),
            Term("contested", "contested", "争取中"),
            Term("missing", "missing", "缺失"),
        ])

    /// Kinds of event.
    public static let eventKind = Vocabulary(
        "event kind",
        [
            Term("stage", "stage", "阶段"),
            Term("concept", "concept", "构想"),
            Term("plan", "plan", "规划"),
            Term("policy", "policy", "政策"),
            Term("agreement", "agreement", "协议"),
            Term("approval", "approval", "批复"),
            Term("construction", "construction", "建设"),
            Term("opening", "opening", "开业"),
            Term("launch", "launch", "发布"),
            Term("relocation", "relocation", "迁移"),
            Term("investment", "investment", "投资"),
            Term("business", "business", "经营"),
            Term("capacity", "capacity", "产能"),
            Term("zone", "zone", "设区"),
            Term("market", "market", "市场"),
            Term("milestone", "milestone", "里程碑"),
            Term("result", "result", "成效"),
            Term("report", "report", "报道"),
            Term("baseline", "baseline", "基期"),
            Term("context", "context", "背景"),
            Term("data", "data", "数据"),
            Term("data_window", "data window", "数据区间"),
            Term("reference", "reference", "参照"),
        ])

    /// How exact a date is.
    public static let datePrecision = Vocabulary(
        "date precision", closed: true,
        [
            Term("day", "day", "日"),
            Term("month", "month", "月"),
            Term("year", "year", "年"),
            Term("year_end", "end of the year", "年底"),
            Term("decade", "decade", "年代"),
        ])

    /// Groups of service.
    public static let serviceGroup = Vocabulary(
        "service group",
        [
            Term("public_platform", "public service platform", "公共服务平台"),
            Term("testing_body", "testing body", "检测机构"),
            Term("alliance", "alliance", "联盟"),
            Term("association", "association", "协会"),
            Term("demonstration_zone", "demonstration zone", "示范区"),
            Term("technology_market", "technology market", "技术市场"),
            Term("oem", "vehicle maker", "整车企业"),
        ])

    /// Who carries a stage of cooperation.
    public static let stageSubject = Vocabulary(
        "subject",
        [
            Term("entity", "entities", "实体"),
            Term("government", "government", "政府"),
            Term("industry", "industry", "行业"),
            Term("enterprise", "enterprises", "企业"),
            Term("social_organization", "social organizations", "社会组织"),
        ])
}
