import Ecosystem
import Resilience

extension Disrupt {
    private static let days = Localized("days", "天")

    static let shockParameters = [
        StudyParameter(
            "what", .text(maximumLength: 4_000), title: Localized("What stops", "停摆对象"),
            help: Localized(
                "Names separated by semicolons: a firm, a sector, a region, or a way such as a port; sector:NAME, region:NAME, way:NAME, firm:NAME and "
                    + "link:SUPPLIER>CUSTOMER where a name means several things. A scenario's shocks or the network's shocks.csv where nothing is said",
                "以分号分隔的名称：企业、部门、地区，或港口等通道；同名时写 sector:名称、region:名称、way:名称、firm:名称、link:供应商>客户。不填时取情景中的冲击或网络的 shocks.csv"
            )),
        StudyParameter(
            "case", .text(maximumLength: 200), title: Localized("Scenario of shocks.csv", "shocks.csv 中的情景"),
            help: Localized("Which of them; the first where none is named", "取其中哪一个；不填取第一个")),
        StudyParameter(
            "start", .number(0...10_000), title: Localized("Begins on day", "开始日"),
            help: Localized("Days after the first one", "自首日起的天数"), unit: days, default: .value("0")),
        StudyParameter(
            "days", .number(0...10_000), title: Localized("Stops for", "停摆时长"),
            help: Localized("Days until the recovery begins", "至恢复开始的天数"), unit: days,
            default: .value("56")),
        StudyParameter(
            "depth", .number(0...1), title: Localized("How deep", "深度"),
            help: Localized("The part of capacity that is lost: 1 is all", "损失的产能比例，1 为全部"),
            default: .value("1")),
        StudyParameter(
            "recovery", .number(0...10_000), title: Localized("Recovers in", "恢复时长"),
            help: Localized("Days of the recovery", "恢复所需天数"), unit: days, default: .value("14")),
        StudyParameter(
            "curve",
            .choice([
                .init("linear", Localized("the same part every day", "每日等量恢复")),
                .init("convex", Localized("fast at first", "先快后慢")),
                .init("concave", Localized("slow at first", "先慢后快")),
            ]),
            title: Localized("Curve of the recovery", "恢复曲线"),
            help: Localized("How what was lost comes back", "损失如何恢复"), default: .value("linear")),
        StudyParameter(
            "horizon", .integer(1...3_650), title: Localized("Days to compute", "推演天数"),
            help: Localized("How long is looked ahead", "向前推演多久"), unit: days, default: .value("180")),
        StudyParameter(
            "date", .text(maximumLength: 10), title: Localized("Date of day 0", "首日日期"),
            help: Localized(
                "Such as 2027-01-11; needed for the disruption notifications only", "如 2027-01-11；仅生成中断通知时需要")
        ),
        StudyParameter(
            "root-cause",
            .choice(DisruptionNotice.rootCauses.map { .init($0.code, $0.label) }),
            title: Localized("Root cause", "根本原因"),
            help: Localized("What the notifications name", "通知中写明的原因"), default: .value("other")),
    ]

    static let ruleParameters = [
        StudyParameter(
            "stock-days", .number(1...3_650), title: Localized("Stock of inputs", "投入库存"),
            help: Localized(
                "Days of use that firms aim to hold, an assumption: 15 for a network, 90 for a table where nothing is said",
                "企业目标持有的使用天数（假设）：不填时网络取 15、投入产出表取 90"),
            unit: days),
        StudyParameter(
            "restock-days", .number(1...3_650), title: Localized("Restocking time", "补库时间"),
            help: Localized(
                "Days in which a gap in the stock is ordered: 6 for a network, 60 for a table where nothing is said",
                "库存缺口分多少天订购：不填时网络取 6、投入产出表取 60"),
            unit: days),
        StudyParameter(
            "search-days", .integer(0...3_650), title: Localized("Search for new suppliers", "寻找新供应商"),
            help: Localized(
                "Days until a firm that lacks an input finds others of the sector with capacity to spare; never where nothing is said",
                "缺货企业找到同部门有余力的其他企业所需天数；不填表示找不到"),
            unit: days),
        StudyParameter(
            "spare", .number(0...10), title: Localized("Idle capacity", "闲置产能"),
            help: Localized(
                "Capacity beyond output before, as a part of it", "冲击前产出之外的产能，占产出的比例"),
            default: .value("0")),
        StudyParameter(
            "overproduction", .number(1...10), title: Localized("Overproduction", "超负荷生产"),
            help: Localized(
                "The most that production can rise above capacity, in a year: 1.25 is a quarter more. 1 for a network, 1.25 for a table where nothing is said",
                "产量最多可升至产能的倍数（一年内）；1.25 即多四分之一。不填时网络取 1、投入产出表取 1.25")),
        StudyParameter(
            "rationing",
            .choice([
                .init("proportional", Localized("all orders get the same part", "各订单同比例")),
                .init("small-first", Localized("small orders first", "小订单优先")),
            ]),
            title: Localized("Who is served first", "分配规则"),
            help: Localized(
                "How a firm shares out what does not suffice", "产出不足时如何分配"),
            default: .value("proportional")),
        StudyParameter(
            "substitution",
            .choice([
                .init("on", Localized("orders move to suppliers that can still produce", "订单转向尚能生产的供应商")),
                .init("off", Localized("orders stay as they were", "订单比例不变")),
            ]),
            title: Localized("Substitution", "替代"),
            help: Localized("Among the suppliers that a firm has", "在企业已有供应商之间"),
            default: .value("on")),
        StudyParameter(
            "imports", .text(maximumLength: 2_000), title: Localized("From abroad", "来自境外"),
            help: Localized(
                "The part of each sector's product that its users buy abroad, and the way it takes: SECTOR=0.8; SECTOR=0.1@Port of Tianjin; *=0.05; table: what the "
                    + "network says of imports. An assumption; the source is called abroad:SECTOR, and takes the network's part where it stops and nothing is said",
                "各部门产品的使用者从境外购买的比例及其通道：部门=0.8；部门=0.1@天津港；*=0.05；table 取网络自带的进口比例。属假设；来源名为 abroad:部门，停摆而未填比例时取网络自带的比例"
            )),
        StudyParameter(
            "period", .number(1...3_660), title: Localized("Days of the values", "数值所含天数"),
            help: Localized(
                "How many days the values of links and revenue hold: 365 for a year",
                "连线金额与收入所含天数：一年为 365"), unit: days, default: .value("365")),
        StudyParameter(
            "jobs", .text(maximumLength: 60), title: Localized("Column of jobs", "就业列"),
            help: Localized(
                "The column of firms.csv that holds jobs", "firms.csv 中的就业列"), default: .value("jobs")),
        StudyParameter(
            "pay", .number(1...1e8), title: Localized("Yearly pay of a job", "每个岗位年报酬"),
            help: Localized(
                "Where no column holds jobs: jobs are the pay of employees (column compensation) over it; no document states it",
                "没有就业列时：就业 = 劳动者报酬（compensation 列）÷ 此值；文献未给出"),
            unit: Localized("yuan", "元")),
        StudyParameter(
            "rows", .integer(1...1_000), title: Localized("Rows shown", "显示行数"),
            help: Localized("How many rows the tables show; the result holds all", "表格显示的行数；结果含全部"),
            default: .value("30")),
    ]

    /// The rules as they were asked for.
    func options(_ input: StudyInput, base: DisruptionOptions) -> DisruptionOptions {
        let values = input.parameters
        var options = base
        options.horizon = values.integer("horizon") ?? options.horizon
        options.period = values.number("period") ?? options.period
        options.stockDays = values.number("stock-days") ?? options.stockDays
        options.restockDays = values.number("restock-days") ?? options.restockDays
        options.searchDays = values.integer("search-days")
        options.spare = values.number("spare") ?? options.spare
        options.overproduction = values.number("overproduction") ?? options.overproduction
        options.rationing =
            values.text("rationing").flatMap(DisruptionOptions.Rationing.init(rawValue:)) ?? options.rationing
        options.movesOrders = values.text("substitution") != "off"
        let progress = input.progress
        options.progress = .init { done, total in
            let step = Localized("day \(done) of \(total)", "第 \(done)/\(total) 天")
            return (try? progress.advance(to: Double(done) / Double(max(1, total)), step)) != nil
        }
        return options
    }
}
