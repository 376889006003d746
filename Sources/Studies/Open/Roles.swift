import Ecosystem
import Reporting

/// What each place does in the region's division of labour: by its sites and organizations, as the documents put it,
/// and as it is planned.
public struct Roles: Study {
    /// The study.
    public init() {}

    /// What it asks.
    public var description: StudyDescription {
        StudyDescription(
            id: "roles", version: "1", verb: .see,
            title: Localized("Roles of the places", "各地分工角色"),
            question: Localized(
                "Who does what in the region, and does it match what is planned?", "区域内各地承担什么角色，与规划是否一致？"),
            parameters: [
                StudyParameter(
                    "region", .record(.region), title: Localized("Region", "地区"),
                    help: Localized("The region whose parts are compared", "比较其下级地区"),
                    default: .fromPackage { $0.identity.homeRegion?.text })
            ],
            methods: [Roles.method])
    }

    static let method = Method(
        Localized(
            "Functions are those of sites that are in place; a site with two functions counts for both. Stages count an "
                + "organization once in each place where it is. The benchmark is the whole region, places and the rest. "
                + "Planned: segments that a policy for the place supports, that a park planned there hosts, and planned "
                + "activities; contested and missing policies do not count. Recorded: segments in which an "
                + "organization in the place works, those that a park there hosts, and those that the function of a site there "
                + "says; work in a part of a segment counts for the segment.",
            "功能按已有点位统计，一个点位有两项功能则各计一次；阶段按机构在各地各计一次。基准为整个区域。"
                + "规划：该地政策支持的环节、规划园区承载的环节、计划中的业务；争取中或缺失的政策不计。"
                + "已有：当地机构从事的环节、园区承载的环节及点位功能所示环节；下级环节的业务计入上级环节。"),
        formula: "LQ = (e_ir / e_r) / (E_i / E); e = sites of function i in place r, E = the whole region",
        literature: ["Florence 1939", "Balassa 1965"],
        limits: Localized(
            "Counts of records, not employment or output: a quotient of a few sites moves with each of them. No record "
                + "does not mean that there is nothing.",
            "按记录计数，不是就业或产值；点位少时区位商随个别点位变动。无记录不等于没有。"))

    /// The relations and codes that the study reads.
    enum Vocabulary {
        static let specialises = "specialises_in"
        static let hosts = "hosts"
        static let plans = "plans"
        static let supports = "policy_supports"
        static let limits = "policy_limits"
        /// Segments that a site's function says by itself; ids of the common segment tree, read where a package has them.
        static let segmentOfFunction: [String: String] = [
            "hq": "sg.svc.hq", "r&d": "sg.svc.rd", "testing": "sg.svc.test", "standards": "sg.svc.std",
            "proving_ground": "sg.svc.pg", "vehicle_plant": "sg.veh", "port": "sg.cir.port",
            "warehouse": "sg.cir.wh", "steel_plant": "sg.mat.steel", "refinery": "sg.mat.petro",
            "power_plant": "sg.adj.power", "desalination": "sg.adj.desal", "school": "sg.adj.edu",
            "hospital": "sg.adj.health",
        ]
        static let policiesThatDoNotPlan: Set<String> = ["contested", "missing"]
    }
}
