import ChainAnalysis
import Ecosystem
import Reporting

/// Who else could make something, where, and how far away.
public struct Candidates: Study {
    /// The study.
    public init() {}

    /// What it asks.
    public var description: StudyDescription {
        StudyDescription(
            id: "candidates", version: "1", verb: .see, title: Localized("Who else could make it", "还有谁能做"),
            question: Localized(
                "Who else could make a component or work in a segment, where, and how far away?",
                "还有谁能生产某部件或从事某环节，在哪里，有多远？"),
            parameters: [
                StudyParameter(
                    "component", .record(.component), title: Localized("Component", "部件"),
                    help: Localized(
                        "whose segment is searched; its named supplier is left out", "按其环节查找；不含其具名供应商"),
                    default: .fromPackage { Candidates.defaultComponent(of: $0)?.text }),
                StudyParameter(
                    "segment", .record(.segment), title: Localized("Segment", "环节"),
                    help: Localized("searched instead of a component's segment", "直接按此环节查找，优先于部件"),
                    default: .fromPackage { Candidates.defaultSegment(of: $0)?.text }),
                StudyParameter(
                    "near", .text(maximumLength: 80), title: Localized("Needed at", "需求地"),
                    help: Localized(
                        "id of a site, organization, park or region; distance is measured from there",
                        "点位、机构、园区或地区的编号；距离自此量起"),
                    default: .fromPackage { Candidates.defaultPlace(of: $0) }),
                StudyParameter(
                    "region", .record(.region), title: Localized("Region", "地区"),
                    help: Localized("candidates inside come first", "区内者在前"),
                    default: .fromPackage { $0.identity.homeRegion?.text }),
                StudyParameter(
                    "inside", .flag, title: Localized("Inside only", "仅限区内"),
                    help: Localized("leave out who is not in the region", "不列区外机构"), default: .value("no")),
                StudyParameter(
                    "exclude", .text(maximumLength: 400), title: Localized("Leave out", "排除"),
                    help: Localized(
                        "ids of organizations, set apart by commas; their groups are left out too",
                        "机构编号，用逗号分开；其集团一并排除")),
            ],
            methods: [Candidates.method])
    }

    static let method = Method(
        Localized(
            "Organizations on record in the segment or in a part of it come first, then those of the segment above, then "
                + "those of its other parts. Within these: inside the region before outside, nearer before farther, better "
                + "known before worse. Distance is along a great circle between the nearest points; sites count before "
                + "seats, and a point that stands for a district or region is marked.",
            "先列在该环节或其组成部分有记录的机构，再列上级环节，再列上级环节的其他部分。同类中：区内先于区外，近者先于远者，依据强者先于弱者。距离为最近两点间的大圆距离；点位先于驻地，代表区县或地区的点另作标注。"
        ),
        formula: "d = 2 R asin √(sin²(Δφ/2) + cos φ₁ cos φ₂ sin²(Δλ/2)), R = 6371.0088 km",
        literature: ["Haversine formula; mean radius of the earth after IUGG"],
        limits: Localized(
            "Only facts on record: no judgement of quality, price, certificates or free capacity. Distance is not travel "
                + "time.", "仅据记录中的事实，不评价质量、价格、认证与空闲产能。距离不是行程时间。"))

    /// The first component of the default product for whose segment somebody is on record, else its first.
    static func defaultComponent(of model: EcosystemModel) -> ComponentID? {
        guard let product = LocalContent.defaultProduct(of: model) else { return nil }
        let components = model.all(Component.self, where: "product_id", is: product)
        let known = components.first { component in
            guard let segment = component.segment else { return false }
            return !model.records(of: .activity, where: "segment_id", is: segment.text).isEmpty
        }
        return (known ?? components.first)?.id
    }

    /// Where a package has no component: the segment with most work on record, the first of several.
    static func defaultSegment(of model: EcosystemModel) -> SegmentID? {
        if defaultComponent(of: model) != nil { return nil }
        var counts: [SegmentID: Int] = [:]
        for activity in model.all(Activity.self) {
            if let segment = activity.segment { counts[segment, default: 0] += 1 }
        }
        return counts.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key
    }

    /// The maker of the default product.
    static func defaultPlace(of model: EcosystemModel) -> String? {
        LocalContent.defaultProduct(of: model)
            .flatMap { model.find(ProductID($0), as: Product.self)?.organization?.text }
    }
}
