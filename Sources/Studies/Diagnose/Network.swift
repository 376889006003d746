import Ecosystem
import Reporting

/// How a supply network is built: who is central, who holds it together, what it falls into, what it bears.
public struct Network: Study {
    /// The study.
    public init() {}

    /// What it asks.
    public var description: StudyDescription {
        StudyDescription(
            id: "network", version: "1", verb: .diagnose,
            title: Localized("Structure of the supply network", "供应网络结构"),
            question: Localized(
                "Who is central in the supply network, who holds it together, and what does it bear?",
                "供应网络以谁为中心，由谁维系，能承受多大损失？"),
            parameters: [
                StudyParameter(
                    "top", .integer(5...500), title: Localized("Members shown", "列示成员数"),
                    help: Localized("how many members, links and losses the tables show", "各表列示的成员、连线与损失条数"),
                    default: .value("20")),
                StudyParameter(
                    "resolution", .number(0...100), title: Localized("Resolution of communities", "社群分辨率"),
                    help: Localized(
                        "above 1 for more and smaller groups, below for fewer", "大于 1 则社群更多更小，小于 1 则更少"),
                    default: .value("1.0")),
                StudyParameter(
                    "trials", .integer(1...500), title: Localized("Random removals", "随机移除次数"),
                    help: Localized("how often members are taken out by lot", "随机移除成员的次数"),
                    default: .value("20")),
                StudyParameter(
                    "samples", .integer(10...100_000), title: Localized("Sources of paths", "路径抽样数"),
                    help: Localized(
                        "how many members paths are followed from where there are more than are followed exactly",
                        "成员数超过精确上限时，从多少成员出发追踪路径"), default: .value("1000")),
                StudyParameter(
                    "exact-up-to", .integer(2...20_000), title: Localized("Exact up to", "精确上限"),
                    help: Localized(
                        "the most members whose paths and nestedness are measured exactly; above, a sample with its error",
                        "成员数不超过此数时，路径与嵌套度精确计算；超过则抽样并给出误差"), default: .value("20000")),
                StudyParameter(
                    "seed", .integer(1...1_000_000), title: Localized("Seed", "随机种子"),
                    help: Localized("of everything that is drawn", "用于一切随机抽取"), default: .value("1")),
            ],
            methods: Network.methods, takes: [.network])
    }

    static let methods = [
        Method(
            Localized(
                "Links run from supplier to customer; several supplies of one pair count as one, weighted by value where "
                    + "every supply has one. Importance of a supplier: PageRank against the direction of supply, so that "
                    + "purchases are followed up the chain; of a customer: along it. Between: the share of shortest chains of "
                    + "others that pass; close: the mean of 1 ÷ steps from all others. A member without which its part falls "
                    + "apart is a cut member. The core is the largest set of members that supply each other, directly or around.",
                "连线由供应方指向需方；同一对的多项供应合为一条，各项均有值时按值加权。供应方重要度：逆供应方向的 PageRank，即沿链向上追溯采购；需方重要度：顺供应方向。中介度：其他成员之间最短链条经过它的比例；接近度：从所有其他成员到它的 1 ÷ 步数的均值。缺之则所在部分断裂的为关键连接成员。核心为彼此直接或间接互供的最大集合。"
            ),
            formula: "x = d P x + (1 − d) ÷ n, d = 0.85; b(v) = Σ σ(s,t|v) ÷ σ(s,t) ÷ (n−1)(n−2)",
            literature: [
                "S. Brin, L. Page (1998)", "U. Brandes, J. Math. Sociol. 25 (2001), 163–177",
                "P. Boldi, S. Vigna, Internet Mathematics 10 (2014), 222–262",
                "J. Hopcroft, R. Tarjan, Comm. ACM 16 (1973), 372–378",
                "S. Seidman, Social Networks 5 (1983)",
                "A. Broder et al., Computer Networks 33 (2000), 309–320",
            ]),
        Method(
            Localized(
                "Communities: the Leiden method for modularity. Likeness of partners: assortativity, 1 where like meets only "
                    + "like, 0 for chance. Nestedness: NODF, 0 to 100, how far the customers of narrow suppliers are those of "
                    + "broad ones. Removal: the largest part that still hangs together after members are gone; R is its mean. "
                    + "A segment's concentration is the Herfindahl–Hirschman index of its suppliers' shares.",
                "社群：以模块度为目标的 Leiden 方法。伙伴相似度：同配系数，只与同类相连为 1，随机为 0。嵌套度：NODF，0 至 100，表示供应面窄者的客户在多大程度上也是供应面宽者的客户。移除：成员移除后仍连为一体的最大部分；R 为其均值。环节集中度为供应方份额的赫芬达尔指数。"
            ),
            formula: "Q = Σ (e_c ÷ m − γ (k_c ÷ 2m)²); R = Σ S(q) ÷ n; HHI = Σ s²",
            literature: [
                "V. Traag, L. Waltman, N. J. van Eck, Sci. Rep. 9 (2019), 5233",
                "M. Newman, Phys. Rev. E 67 (2003), 026126",
                "M. Almeida-Neto et al., Oikos 117 (2008), 1227–1239",
                "C. Schneider et al., PNAS 108 (2011), 3838–3841",
            ],
            limits: Localized(
                "A network on record is a part of the real one: a member without a recorded supplier is not one without "
                    + "suppliers, and one recorded supplier is not proof of a single source. Removal tells what stays joined, "
                    + "not what output is lost; for that see systemic-risk.",
                "记录中的网络只是实际网络的一部分：没有供应商记录不等于没有供应商，只有一家供应商记录也不证明单一来源。移除只说明仍连通的部分，不说明产出损失；后者见 systemic-risk。")
        ),
    ]
}
