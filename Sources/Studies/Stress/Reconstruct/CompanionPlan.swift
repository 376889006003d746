import DataPackages
import Ecosystem
import Kernels
import Reconstruction

/// What a package says of its firms, and what is assumed where it says nothing, as targets for reconstruction.
///
/// Firms are counted by documents in two classes: those that make vehicles and those that make parts. How they spread over
/// segments and cities, what they make and whom they buy from is not on record: each such choice is an ``Assumption``.
struct CompanionPlan: Sendable {
    /// One choice that no document states, or one figure that a document does.
    struct Assumption: Sendable {
        var id: String
        var label: Localized
        var value: Localized
        var origin: Origin
        var why: Localized
    }

    /// A class of firms that documents count.
    struct FirmClass: Sendable {
        var id: String
        var label: Localized
        var firms: Int
        var counted: Origin
        /// Mean output of a firm, 100 million yuan.
        var meanOutput: Double
    }

    /// A firm that documents name.
    struct Named: Sendable {
        var organization: OrganizationID
        var segment: Int
        var region: Int
    }

    /// Segments that have firms, in the order of the table of segments.
    let segments: [SegmentID]
    /// The class of each segment, as its place in ``classes``.
    let classOfSegment: [Int]
    /// Regions that have firms.
    let regions: [RegionID]
    let classes: [FirmClass]
    let named: [Named]
    let targets: ReconstructionTargets
    /// Row = input segment, column = using segment.
    let needs: [SupplyNetwork.Need]
    /// The same by sector of the table: which of a sector's segments a firm uses, the table cannot tell.
    let firmNeeds: [ReconstructionTargets.Need]
    /// What the table says of a segment's output beside its inputs.
    let accounts: CompanionAccounts
    private(set) var assumptions: [Assumption]

    /// Reads a package.
    ///
    /// - Throws: ``StudyProblem`` where firms are not counted, or the table knows none of the segments.
    init(_ model: EcosystemModel, _ table: FlowTable, _ values: ParameterValues) throws(StudyProblem) {
        let places = try CompanionPlaces(model, values)
        let chain = try CompanionSegments(model, table, places.tree)
        var assumptions: [Assumption] = []
        let classes = try Self.classes(model, table, places, chain, values, &assumptions)
        let spread = CompanionSpread(
            model, places, chain, isEven: ReconstructParameters.text("split", values) == "even")
        self.classes = classes
        segments = chain.segments
        classOfSegment = chain.classOfSegment
        regions = places.units
        named = spread.named
        var groups: [ReconstructionTargets.Group] = []
        var places_: [[Int]: Int] = [:]
        for (segment, row) in spread.firms.enumerated() {
            for (region, count) in row.enumerated() where count > 0 {
                places_[[segment, region]] = groups.count
                groups.append(
                    .init(
                        sector: segment, region: region, firms: count,
                        output: Double(count) * classes[chain.classOfSegment[segment]].meanOutput))
            }
        }
        let local = try Self.localShare(model, values, &assumptions)
        var targets = ReconstructionTargets(
            sectors: chain.segments.map(\.text), regions: places.units.map(\.text), groups: groups,
            coefficients: Self.coefficients(table, chain, groups, local),
            closeness: Self.closeness(model, places, values, &assumptions),
            sizes: .lognormal(sigma: ReconstructParameters.number("size-spread", values)))
        var firmOfName: [String: Int] = [:]
        for (place, firm) in spread.named.enumerated() {
            guard let group = places_[[firm.segment, firm.region]] else { continue }
            firmOfName[firm.organization.text] = place
            targets.namedFirms.append(group)
        }
        targets.namedLinks = Self.links(model, firmOfName)
        needs = Self.needs(model, table, chain, values)
        firmNeeds = Self.firmNeeds(needs, chain)
        if ReconstructParameters.text("main-suppliers", values) == "on" {
            targets.needs = firmNeeds
        }
        self.targets = targets
        assumptions += Self.choices(values, spread, targets)
        accounts = CompanionAccounts(table, chain, groups, values)
        assumptions += accounts.assumptions(table)
        self.assumptions = assumptions
    }

    /// What a unit of a segment's output takes of each segment: the table's coefficient of the two sectors, split over the
    /// segments of the supplying sector by their output here, times the part that is bought here.
    private static func coefficients(
        _ table: FlowTable, _ chain: CompanionSegments, _ groups: [ReconstructionTargets.Group],
        _ local: Double
    ) -> [Double] {
        let count = chain.segments.count
        let width = table.sectors.count
        let output = table.output
        var made = [Double](repeating: 0, count: count)
        for group in groups { made[group.sector] += group.output }
        var ofSector = [Double](repeating: 0, count: width)
        for segment in 0..<count { ofSector[chain.sectorOfSegment[segment]] += made[segment] }
        var coefficients = [Double](repeating: 0, count: count * count)
        for supplier in 0..<count {
            let from = chain.sectorOfSegment[supplier]
            guard ofSector[from] > 0 else { continue }
            let part = local * made[supplier] / ofSector[from]
            for customer in 0..<count {
                let to = chain.sectorOfSegment[customer]
                guard output[to] > 0 else { continue }
                coefficients[supplier * count + customer] = part * table.flows[from * width + to] / output[to]
            }
        }
        return coefficients
    }

    /// Named links between named firms, each once; their values are hardly ever on record.
    private static func links(
        _ model: EcosystemModel, _ places: [String: Int]
    ) -> [ReconstructionTargets.NamedLink] {
        var seen: Set<[Int]> = []
        return SupplyPairs.pairs(model).compactMap { pair in
            guard let supplier = places[pair.supplier], let customer = places[pair.customer],
                supplier != customer, seen.insert([supplier, customer]).inserted
            else { return nil }
            return .init(supplier: supplier, customer: customer)
        }
    }

    /// For each user the segments that it cannot do without, those of one sector of the table together.
    private static func firmNeeds(
        _ needs: [SupplyNetwork.Need], _ chain: CompanionSegments
    ) -> [ReconstructionTargets.Need] {
        let count = chain.segments.count
        return (0..<count).flatMap { user in
            let essential = (0..<count).filter { needs[$0 * count + user] == .essential }
            let sectors = Dictionary(grouping: essential) { chain.sectorOfSegment[$0] }
            return sectors.keys.sorted().map {
                ReconstructionTargets.Need(inputs: sectors[$0] ?? [], user: user)
            }
        }
    }

    /// Which inputs a segment cannot do without: those of an earlier stage whose coefficient reaches the threshold. What else is
    /// bought can partly be done without.
    private static func needs(
        _ model: EcosystemModel, _ table: FlowTable, _ chain: CompanionSegments, _ values: ParameterValues
    ) -> [SupplyNetwork.Need] {
        let threshold = ReconstructParameters.number("essential-from", values)
        let width = table.sectors.count
        let output = table.output
        var needs: [SupplyNetwork.Need] = []
        for input in chain.segments.indices {
            for user in chain.segments.indices {
                let cell = chain.sectorOfSegment[input] * width + chain.sectorOfSegment[user]
                let made = output[chain.sectorOfSegment[user]]
                let flow = table.flows[cell] + (table.importedFlows?[cell] ?? 0)
                let coefficient = made > 0 ? flow / made : 0
                let isEarlier = chain.stageOfSegment[input] < chain.stageOfSegment[user]
                needs.append(
                    coefficient <= 0
                        ? .irrelevant
                        : isEarlier && coefficient >= threshold ? .essential : .replaceable)
            }
        }
        return needs
    }
}
