import Ecosystem
import Reconstruction

/// One network drawn from a plan, as the computing input that other studies take.
struct CompanionNetwork: Sendable {
    let drawn: ReconstructedNetwork
    let network: SupplyNetwork
    /// The made-up firm that stands in for each named one, as its place in ``network``.
    let standIn: [Int]

    /// Draws a network; `nil` where the listener says to stop.
    ///
    /// Every firm is made up and bears a number; a named firm has a stand-in, of which the network itself says nothing, so that
    /// no answer that rests on one network ranks a real firm.
    init?(
        _ plan: CompanionPlan, _ options: ReconstructionOptions, name: String
    ) throws(StudyProblem) {
        let drawn: ReconstructedNetwork
        switch NetworkReconstruction.run(on: plan.targets, options) {
        case .success(let network): drawn = network
        case .failure(let refusal):
            if refusal.problems == [.cancelled] { return nil }
            throw StudyProblem(refusal.problems.map(Self.detail))
        }
        self.drawn = drawn
        standIn = drawn.named.map { Int($0) }
        // Sectors and regions in the order in which firms name them, as a reader of the files finds them.
        var sectors: [Int32] = []
        var sectorPlaces = [Int32](repeating: -1, count: plan.segments.count)
        var regions: [Int32] = []
        var regionPlaces = [Int32](repeating: -1, count: plan.regions.count)
        for firm in drawn.output.indices {
            let (sector, region) = (Int(drawn.sectorOfFirm[firm]), Int(drawn.regionOfFirm[firm]))
            if sectorPlaces[sector] < 0 {
                sectorPlaces[sector] = Int32(clamping: sectors.count)
                sectors.append(Int32(clamping: sector))
            }
            if regionPlaces[region] < 0 {
                regionPlaces[region] = Int32(clamping: regions.count)
                regions.append(Int32(clamping: region))
            }
        }
        // By supplier, then customer, as a reader of the files expects.
        var links: [(key: UInt64, value: Double)] = []
        links.reserveCapacity(drawn.values.count)
        for link in drawn.values.indices {
            let key = UInt64(drawn.suppliers[link]) << 32 | UInt64(drawn.customers[link])
            links.append((key, drawn.values[link]))
        }
        links.sort { $0.key < $1.key }
        let values = links.map(\.value)
        let suppliers = links.map { Int32(truncatingIfNeeded: $0.key >> 32) }
        var sales = [Double](repeating: 0, count: drawn.output.count)
        for (supplier, value) in zip(suppliers, values) { sales[Int(supplier)] += value }
        let revenue = zip(drawn.output, sales).map { max($0, $1) }
        let width = plan.segments.count
        let needs = sectors.flatMap { input in
            sectors.map { user in plan.needs[Int(input) * width + Int(user)] }
        }
        let digits = String(drawn.output.count).count
        let network = SupplyNetwork(
            name: name, firms: drawn.output.indices.map { Self.id($0, digits) },
            sectors: sectors.map { plan.segments[Int($0)].text },
            sectorOfFirm: drawn.sectorOfFirm.map { sectorPlaces[Int($0)] },
            columns: [
                .init(name: "revenue", values: revenue),
                .init(name: "final_demand", values: zip(revenue, sales).map { max(0, $0 - $1) }),
            ] + plan.accounts.columns(revenue, drawn.sectorOfFirm),
            suppliers: suppliers, customers: links.map { Int32(truncatingIfNeeded: $0.key & 0xFFFF_FFFF) },
            values: values, needs: needs,
            places: .init(
                regions: regions.map { plan.regions[Int($0)].text },
                regionOfFirm: drawn.regionOfFirm.map { regionPlaces[Int($0)] }),
            basis: .synthetic, source: Self.source(options.seed), money: plan.accounts.money,
            imports: plan.accounts.imports(of: sectors.map { Int($0) }),
            realFirms: .init(behindStandIns: plan.named.prefix(drawn.named.count).map(\.organization.text)))
        guard let network else {
            throw StudyProblem(Localized("the network does not fit together", "网络数据不一致"))
        }
        self.network = network
    }

    /// The id of a made-up firm; as wide as the largest number, so that ids sort as numbers do.
    static func id(_ firm: Int, _ digits: Int) -> String {
        let number = String(firm + 1)
        return "syn." + String(repeating: "0", count: max(0, digits - number.count)) + number
    }

    /// The place of a made-up firm in its network, by its id; `nil` for other ids.
    static func place(of id: String) -> Int? {
        guard id.hasPrefix("syn."), let number = Int(id.dropFirst(4)), number > 0 else { return nil }
        return number - 1
    }

    static func source(_ seed: UInt64) -> Localized {
        Localized(
            "reconstructed by Jingwei (study reconstruct \(ReconstructParameters.version), seed \(seed)): every firm and every link is made up",
            "由经纬重建（研究 reconstruct \(ReconstructParameters.version)，种子 \(seed)）：所有企业与连线均为合成")
    }

    private static func detail(_ problem: ReconstructionProblem) -> StudyProblem.Detail {
        StudyProblem.Detail(
            parameter: nil,
            message: Localized(
                "no network can be drawn: \(problem); change the parameters", "无法生成网络：\(problem)；请调整参数"))
    }
}
