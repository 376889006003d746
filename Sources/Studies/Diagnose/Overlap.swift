import Ecosystem
import Reporting

/// Whether two ports or parks are rivals: what both do, whom both serve, and what sets them apart.
public struct Overlap: Study {
    /// The study.
    public init() {}

    /// What it asks.
    public var description: StudyDescription {
        StudyDescription(
            id: "overlap", version: "1", verb: .diagnose,
            title: Localized("Overlap of two ports or parks", "两港（园）重叠与分工"),
            question: Localized(
                "How alike are two ports or parks, whom do both serve, and what sets them apart?",
                "两个港口或园区有多相似，共同服务于谁，差别何在？"),
            parameters: [
                StudyParameter(
                    "first", .record(.park), title: Localized("First", "甲"),
                    help: Localized("a port or park", "一个港口或园区"),
                    default: .fromPackage { Overlap.ports(of: $0).first }),
                StudyParameter(
                    "second", .record(.park), title: Localized("Second", "乙"),
                    help: Localized("another port or park", "另一个港口或园区"),
                    default: .fromPackage { Overlap.ports(of: $0).dropFirst().first }),
                StudyParameter(
                    "exponent", .number(0.1...10), title: Localized("Weight of distance", "距离权重"),
                    help: Localized(
                        "β of the chance d^−β with which a place goes to each", "各地选择两者的概率 d^−β 中的 β"),
                    default: .value("2.0")),
                StudyParameter(
                    "ratio", .number(1...10), title: Localized("Contested up to", "争夺界限"),
                    help: Localized(
                        "a place is contested where the farther of the two is at most so many times as far",
                        "较远者的距离不超过较近者的若干倍时，视为争夺地带"), default: .value("1.5")),
                StudyParameter(
                    "threshold", .number(0...1), title: Localized("Alike from", "相似界限"),
                    help: Localized("from which similarity on two count as alike", "相似度达到多少视为相似"),
                    default: .value("0.5")),
                StudyParameter(
                    "rows", .text(maximumLength: 200), title: Localized("Rows of the matrix", "矩阵中的两行"),
                    help: Localized(
                        "two names of rows, “;” between; the first two where it is empty",
                        "两个行名，用“;”分隔；留空取前两行")),
            ],
            methods: [Overlap.method], takes: [.matrix])
    }

    static let method = Method(
        Localized(
            "Similarity on record: the common part of functions, kinds of cargo, focus and segments. Cargo is compared word by "
                + "word, so that it is inferred. Hinterland on record: the other ends of transport links, supplies and "
                + "dependences of the two, their sites and anchors. Hinterland by distance: each site of the region with a point "
                + "goes to the two by Huff's rule with equal attraction, since their capacities are not on record in one unit. With a "
                + "matrix, columns “cargo/…” and “from/…” give shares: cosine, common part and difference of both. Pattern: rivals are "
                + "alike and share a hinterland; partners share it and differ; parallel are alike apart; separate neither.",
            "记录相似度：功能、货类、方向与环节的共有部分；货类逐词比较，属推断。记录腹地：两者及其点位、龙头的运输连线、供应与依赖的另一端。距离腹地：区内有坐标的点位按等吸引力的哈夫法则分配，因两者的能力无同一单位的记录。给出矩阵时，“cargo/…” 与 “from/…” 列给出份额，分别计算余弦、共有部分与差异。格局：相似且腹地共享为竞争；腹地共享而有别为互补；相似而腹地不同为平行；两者皆否为分立。"
        ),
        formula:
            "J = |A ∩ B| ÷ |A ∪ B|; cos = Σ pq ÷ √(Σp² Σq²); P = d₁^−β ÷ (d₁^−β + d₂^−β); shared = mean 2 min(P, 1 − P)",
        literature: [
            "P. Jaccard 1912", "E. Pianka, Annu. Rev. Ecol. Syst. 4 (1973), 53–74",
            "J. M. Finger, M. E. Kreinin, Econ. J. 89 (1979), 905–912",
            "D. Huff, J. Marketing 28 (1964), 34–38",
        ],
        limits: Localized(
            "What is not on record is not shared here. Distance is the great circle: roads, rails, depths and tariffs are not "
                + "counted.",
            "未记录的在此不算共有。距离为大圆距离；未计道路、铁路、水深与费率。"))

    /// Ports of the home region first, those that stand alone before those that are part of something; then other parks.
    static func ports(of model: EcosystemModel) -> [String] {
        let tree = RegionTree(model)
        let parks = model.all(Park.self)
        let inside = parks.filter { tree.isInside($0.region) && $0.record.factState == .actual }
        let ports = inside.filter { $0.parkKind == "port" }
        if ports.count > 1 { return ports.map(\.id.text) }
        return (ports + inside.filter { $0.parkKind != "port" }).map(\.id.text)
    }
}
