import Ecosystem
import Reconstruction

/// What can be set where a network is reconstructed; each choice that no document states is one of these.
enum ReconstructParameters {
    /// The version of the study: the engine's rules and the plan's.
    static let version = "2." + ReconstructionOptions.version
    /// The national table that coefficients are taken from.
    static let table = "china-2018"
    /// Ids of the parameters that make the network, shared with studies that draw many.
    static let all: [StudyParameter] = counts + shape + rules

    private static let counts = [
        StudyParameter(
            "seed", .integer(0...Int(Int32.max)), title: Localized("Seed", "种子"),
            help: Localized("Another seed draws another network", "不同种子生成不同网络"), default: .value("1")),
        StudyParameter(
            "vehicle-firms", .integer(1...100_000), title: Localized("Vehicle makers", "整车企业数"),
            help: Localized("As many as documents count where nothing is said", "不填则取文献统计数")),
        StudyParameter(
            "parts-firms", .integer(1...2_000_000), title: Localized("Parts firms", "零部件企业数"),
            help: Localized("As many as documents count where nothing is said", "不填则取文献统计数")),
        StudyParameter(
            "vehicle-output", .number(1e-6...1e6),
            title: Localized("Mean output of a vehicle maker", "整车企业平均产出"),
            help: Localized(
                "Output of the national sector over the firms counted in all clusters where nothing is said",
                "不填则为全国部门产出除以各集群统计企业数"),
            unit: Localized("100 million yuan", "亿元")),
        StudyParameter(
            "parts-output", .number(1e-6...1e6), title: Localized("Mean output of a parts firm", "零部件企业平均产出"),
            help: Localized(
                "Output of the national sector over the firms counted in all clusters where nothing is said",
                "不填则为全国部门产出除以各集群统计企业数"),
            unit: Localized("100 million yuan", "亿元")),
        StudyParameter(
            "pay", .number(1...1e8), title: Localized("Yearly pay of a job", "每个岗位年报酬"),
            help: Localized(
                "Jobs are then the pay of employees by the table over it; no document states it, and without it jobs stay unknown",
                "就业 = 按投入产出表推算的劳动者报酬 ÷ 此值；文献未给出，不填则就业未知"),
            unit: Localized("yuan", "元")),
    ]

    private static let shape = [
        StudyParameter(
            "mean-suppliers", .number(0.1...1_000),
            title: Localized("Suppliers of a firm, on average", "平均供应商数"),
            help: Localized("No document counts links", "没有文献统计连线数"), default: .value("10.0")),
        StudyParameter(
            "size-spread", .number(0...5), title: Localized("Spread of sizes", "规模离散度"),
            help: Localized(
                "σ of the lognormal distribution of firms' output within a segment and city",
                "同环节同城市企业产出对数正态分布的 σ"),
            default: .value("1.5")),
        StudyParameter(
            "supply-power", .number(0...2), title: Localized("Customers grow with size", "客户数随规模增长"),
            help: Localized("To this power of the supplier's size; 1 as published", "按供应商规模的此幂次；1 为已发表模型"),
            default: .value("0.5")),
        StudyParameter(
            "demand-power", .number(0...2), title: Localized("Suppliers grow with size", "供应商数随规模增长"),
            help: Localized("To this power of the customer's size; 1 as published", "按客户规模的此幂次；1 为已发表模型"),
            default: .value("0.5")),
        StudyParameter(
            "local-share", .number(0...1), title: Localized("Part of inputs bought here", "本地采购比例"),
            help: Localized(
                "What documents say of the package's focus product, else as much as the firms here can make",
                "不填则取文献对重点产品的说法，无则按本地产出能力上限")),
        StudyParameter(
            "distance", .number(0...10_000), title: Localized("Decay with distance", "距离衰减长度"),
            help: Localized("Trade falls to 37 % over this distance; 0 for no decay", "经此距离贸易降至 37%；0 为不衰减"),
            unit: Localized("km", "公里"), default: .value("300.0")),
    ]

    private static let rules = [
        StudyParameter(
            "essential-from", .number(0...1),
            title: Localized("Essential from this coefficient on", "必需投入的系数下限"),
            help: Localized(
                "Inputs of an earlier stage of the chain count as essential from this input coefficient on",
                "较前阶段的投入，系数达到此值即视为必需"),
            default: .value("0.02")),
        StudyParameter(
            "main-suppliers",
            .choice([
                .init("on", Localized("a main supplier in each needed sector", "每个必需部门各有一家主供应商")),
                .init("off", Localized("links by chance alone", "只按概率抽取连线")),
            ]), title: Localized("Suppliers of essential inputs", "必需投入的供应商"),
            help: Localized(
                "A firm has at least one supplier in each sector of the table that it cannot do without, chosen in proportion to expected trade",
                "对投入产出表中不可缺少的每个部门，企业至少有一家供应商，按期望贸易额的比例抽取"),
            default: .value("on")),
        StudyParameter(
            "split",
            .choice([
                .init(
                    "recorded",
                    Localized("in proportion to one more than the named firms there", "与当地具名企业数加一成比例")),
                .init("even", Localized("every segment and city alike", "各环节、各城市相同")),
            ]), title: Localized("Firms by segment and city", "按环节与城市分布"),
            help: Localized("No document tells the split of the counted firms", "没有文献给出企业的分布"),
            default: .value("recorded")),
        StudyParameter(
            "named-size",
            .choice([
                .init("any", Localized("that of any firm of their segment and city", "与同环节同城市任一企业相同")),
                .init("largest", Localized("they are the largest there", "为当地最大")),
            ]), title: Localized("Size of named firms", "具名企业规模"),
            help: Localized("Documents name firms and seldom say how large they are", "文献列名但很少说明规模"),
            default: .value("any")),
        StudyParameter(
            "values",
            .choice([
                .init("expected", Localized("purchases are met on average over seeds", "采购额在多个种子平均意义上满足")),
                .init(
                    "fitted",
                    Localized(
                        "purchases are met in this network where a supplier is linked", "有供应商处采购额在本网络中恰好满足")),
            ]), title: Localized("Values of links", "连线金额"),
            help: Localized("What the values of links meet", "连线金额满足什么条件"), default: .value("expected")),
    ]

    /// The number of a parameter as it was given, else its default in the description.
    static func number(_ id: String, _ values: ParameterValues) -> Double {
        values.number(id) ?? fallback(id).flatMap { Double($0) } ?? 0
    }

    /// The code of a choice as it was given, else its default in the description.
    static func text(_ id: String, _ values: ParameterValues) -> String {
        values.text(id) ?? fallback(id) ?? ""
    }

    private static func fallback(_ id: String) -> String? {
        guard case .value(let text)? = parameter(id)?.fallback else { return nil }
        return text
    }

    /// The parameter of that id.
    static func parameter(_ id: String) -> StudyParameter? { all.first { $0.id == id } }

    /// The engine's options; the seed of a scenario goes before the parameter.
    static func options(_ input: StudyInput) -> ReconstructionOptions {
        let values = input.parameters
        var options = ReconstructionOptions()
        options.seed = input.seed ?? UInt64(max(0, number("seed", values)))
        options.meanSuppliers = number("mean-suppliers", values)
        options.supplyExponent = number("supply-power", values)
        options.demandExponent = number("demand-power", values)
        options.values =
            ReconstructionOptions.Values(rawValue: text("values", values)) ?? options.values
        options.namedSize =
            ReconstructionOptions.NamedSize(rawValue: text("named-size", values)) ?? options.namedSize
        return options
    }
}
