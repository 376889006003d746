import Ecosystem
import Reporting

/// Which segments a city can grow into: near to what it holds, and not what its neighbours hold already.
public struct Positioning: Study {
    /// The study.
    public init() {}

    /// What it asks.
    public var description: StudyDescription {
        StudyDescription(
            id: "positioning", version: "1", verb: .diagnose,
            title: Localized("Positioning of cities", "城市错位定位"),
            question: Localized(
                "Which segments can each city grow into, given what it holds, and where would it only repeat its neighbours?",
                "依各城市现有基础，可向哪些环节延伸，又在何处只是与邻市重复？"),
            parameters: [
                StudyParameter(
                    "city", .record(.region), title: Localized("City", "城市"),
                    help: Localized("only this city; empty for all", "只看此城市；留空为全部")),
                StudyParameter(
                    "candidates", .integer(1...50), title: Localized("Candidates a city", "每市候选数"),
                    help: Localized("How many segments are named for each city", "每个城市列出的环节数"),
                    default: .value("5")),
            ],
            methods: [Positioning.method], takes: [.matrix])
    }

    static let method = Method(
        Localized(
            "Cities are the municipalities and prefecture-level cities inside the home region; what a city holds of a segment is the number of "
                + "organizations with a home or a site in place there that are on record in it (or the cell of a given matrix). An advantage is "
                + "a location quotient of at least 1. Two segments are near where the same cities have advantages in both; the density of a segment "
                + "around a city is how much of what is near to it the city holds, 0…1, the segment itself not counted. A candidate is a segment "
                + "that the city does not hold and whose density is above 0, nearest first. Advice: where nobody holds it, fill the gap; where one or "
                + "two hold it, join them or take another part of it; where more hold it, it would repeat.",
            "城市指主地区内的直辖市与地级市；某市某环节的数量为所在地或在位点位位于该市、在录从事该环节的机构数（或所给矩阵的单元格）。区位商不低于 1 为优势。若同一批城市在两环节均有优势，则"
                + "两环节相近；某环节相对某市的密度为该市已具备的相近环节所占比例（0–1，不计自身）。候选为该市尚无、密度大于 0 的环节，由近到远。建议：无人具备者补缺；一两市具备者与之"
                + "配套或取其另一部分；更多城市具备者属重复。"),
        formula:
            "φ(c,c′) = Σ M(r,c)M(r,c′) / max(u(c), u(c′));  density(r,c) = Σ M(r,c′)φ(c,c′) / Σ φ(c,c′), c′ ≠ c",
        literature: [
            "Hidalgo, Klinger, Barabási, Hausmann, Science 317 (2007) 482",
            "Balassa, Manchester School 33 (1965) 99",
        ],
        limits: Localized(
            "Counts of named organizations are thin: a city of which documents name two firms has few neighbours in the space of segments. Nearness "
                + "says what tends to go together, not what pays.",
            "具名机构数量有限：文献只点名两家企业的城市，其相近环节也少。“相近”只表示常相伴出现，不代表有利可图。"))

    /// Levels of regions that are cities.
    static let cityLevels: Set<String> = ["municipality", "prefecture_city"]
    /// The most holders of a segment beside which another is no repetition.
    static let fewHolders = 2
}
