import Kernels

/// One supplier for each need of a firm, chosen in proportion to what it is expected to buy of each.
///
/// Drawn pair by pair alone, most firms of a sparse network would have no supplier of what they make nothing without. So
/// firm j first gets a main supplier i for each need with chance q = ⟨w_ij⟩ / Σ_l ⟨w_lj⟩ (l over the firms of the sectors
/// that meet the need), and every pair is then linked with chance p as before. In all a pair is linked with chance
/// 1 − (1 − p)(1 − q), and a link is worth ⟨w_ij⟩ over that: what firms buy is met in expectation as exactly as without.
/// The rule is ours; that no input of a firm stays without a supplier is usual (one forced draw for an empty margin), but
/// then the chance of a link has no closed form.
struct MainSuppliers {
    private let cells: TradingCells
    /// Sectors × sectors: the need of the column's firms that the row's meet, −1 for none.
    private let needOf: [Int]
    /// The needs of each sector's firms.
    private let needsOfUser: [[Int]]
    /// The groups that meet each need.
    private let groupsOfNeed: [[Int]]
    /// What groups buy to meet their needs in all: need · groups + group.
    private let bought: [Double]
    /// Sums of shares, and of what firms sell inside their own group, from the first firm on.
    private let shareSums: [Double]
    private let ownSums: [Double]
    private let seed: UInt64
    /// `nil` where no firm needs anything.
    init?(_ cells: TradingCells, _ targets: ReconstructionTargets, seed: UInt64) {
        let sectors = targets.sectors.count
        guard !targets.needs.isEmpty else { return nil }
        let groups = cells.flows.groups.count
        var needOf = [Int](repeating: -1, count: sectors * sectors)
        var needsOfUser = [[Int]](repeating: [], count: sectors)
        for (number, need) in targets.needs.enumerated() {
            needsOfUser[need.user].append(number)
            for input in need.inputs { needOf[input * sectors + need.user] = number }
        }
        let groupsOfNeed = targets.needs.map { need in
            need.inputs.sorted().flatMap { cells.flows.ofSector[$0] }
        }
        var bought = [Double](repeating: 0, count: targets.needs.count * groups)
        for (customer, group) in cells.flows.groups.enumerated() {
            for need in needsOfUser[group.sector] {
                bought[need * groups + customer] = groupsOfNeed[need].reduce(0) {
                    $0 + cells.flows.flows[$1 * groups + customer]
                }
            }
        }
        self.cells = cells
        self.needOf = needOf
        self.needsOfUser = needsOfUser
        self.groupsOfNeed = groupsOfNeed
        self.bought = bought
        self.seed = seed
        shareSums = Self.sums(cells.roster.share)
        ownSums = Self.sums(cells.ownSupply)
    }

    /// How many there are: one for each need of each firm that anybody here sells to.
    var count: Int {
        let groups = cells.flows.groups.count
        return cells.roster.ofGroup.enumerated().reduce(0) { count, group in
            let (customer, firms) = group
            let needs = needsOfUser[cells.flows.groups[customer].sector].filter {
                bought[$0 * groups + customer] > 0
            }
            return needs.reduce(count) { count, need in
                let purchase = purchase(for: need, by: customer)
                return count + firms.count { purchase.total($0) > 0 }
            }
        }
    }

    private static func sums(_ values: [Double]) -> [Double] {
        var sums = [0.0]
        sums.reserveCapacity(values.count + 1)
        var sum = 0.0
        for value in values {
            sum += value
            sums.append(sum)
        }
        return sums
    }

    /// What the firms of a group buy to meet a need, on average.
    struct Purchase {
        private let share: [Double]
        private let demand: [Double]
        private let supply: [Double]
        /// Bought of groups other than their own, for a share of 1.
        private let outside: Double
        /// What all firms of their own group sell inside it; 0 where that does not meet the need.
        private let inside: Double

        fileprivate init(
            _ cells: TradingCells, _ bought: Double, includesOwn: Bool, _ ownSums: [Double], _ customer: Int
        ) {
            let own =
                includesOwn ? cells.flows.flows[customer * cells.flows.groups.count + customer] : 0
            let firms = cells.roster.ofGroup[customer]
            share = cells.roster.share
            demand = cells.ownDemand
            supply = cells.ownSupply
            outside = max(0, bought - own)
            inside = own > 0 ? ownSums[firms.upperBound] - ownSums[firms.lowerBound] : 0
        }

        /// Of its own group.
        @inline(__always)
        func own(_ firm: Int) -> Double {
            inside > 0 ? demand[firm] * max(0, inside - supply[firm]) : 0
        }

        /// In all.
        @inline(__always)
        func total(_ firm: Int) -> Double { share[firm] * outside + own(firm) }
    }

    /// The need of a group's firms that another group's meet.
    private func need(of customer: Int, metBy supplier: Int) -> Int? {
        let sectors = needsOfUser.count
        let need = needOf[cells.flows.groups[supplier].sector * sectors + cells.flows.groups[customer].sector]
        return need >= 0 ? need : nil
    }

    private func purchase(for need: Int, by customer: Int) -> Purchase {
        Purchase(
            cells, bought[need * cells.flows.groups.count + customer],
            includesOwn: self.need(of: customer, metBy: customer) == need, ownSums, customer)
    }

    /// What the firms of a group buy for the need that another group meets; `nil` where it meets none.
    func purchase(of supplier: Int, by customer: Int) -> Purchase? {
        need(of: customer, metBy: supplier).map { purchase(for: $0, by: customer) }
    }

    /// The part of what a group buys for a need that it buys of this group; 0 where it meets none.
    func part(of supplier: Int, by customer: Int) -> Double {
        guard let need = need(of: customer, metBy: supplier) else { return 0 }
        let groups = cells.flows.groups.count
        let all = bought[need * groups + customer]
        return all > 0 ? cells.flows.flows[supplier * groups + customer] / all : 0
    }

    /// The main suppliers of a group's firms.
    struct Chosen {
        /// By need, for each firm of the group its main supplier, −1 for none.
        fileprivate var ofNeed: [Int: [Int32]] = [:]
        /// The same by the supplier's group, each sorted by customer.
        fileprivate(set) var ofGroup: [Int: [(supplier: Int32, customer: Int32)]] = [:]
    }

    /// For each firm of the buying group, from its first, the main supplier for the need that a group meets.
    func suppliers(_ chosen: Chosen, of supplier: Int, by customer: Int) -> [Int32]? {
        need(of: customer, metBy: supplier).flatMap { chosen.ofNeed[$0] }
    }

    /// Draws them; each group has a stream of its own.
    /// - Complexity: firms · needs · (groups that meet one + log firms).
    func chosen(by customer: Int) -> Chosen {
        let firms = cells.roster.ofGroup[customer]
        let user = cells.flows.groups[customer].sector
        let groups = cells.flows.groups.count
        var generator = SeededGenerator(seed: FirmRoster.seed(seed, 4, customer))
        var chosen = Chosen()
        for need in needsOfUser[user] where bought[need * groups + customer] > 0 {
            let purchase = purchase(for: need, by: customer)
            var suppliers = [Int32](repeating: -1, count: firms.count)
            for firm in firms {
                guard purchase.total(firm) > 0 else { continue }
                let group = group(for: need, of: firm, in: customer, purchase, &generator)
                let supplier =
                    group == customer
                    ? another(than: firm, in: group, &generator) : any(in: group, &generator)
                guard supplier != firm else { continue }
                let link = (supplier: Int32(clamping: supplier), customer: Int32(clamping: firm))
                suppliers[firm - firms.lowerBound] = link.supplier
                chosen.ofGroup[group, default: []].append(link)
            }
            chosen.ofNeed[need] = suppliers
        }
        return chosen
    }

    /// A group that meets a need, in proportion to what the firm buys of each.
    private func group(
        for need: Int, of firm: Int, in customer: Int, _ purchase: Purchase,
        _ generator: inout SeededGenerator
    ) -> Int {
        let groups = cells.flows.groups.count
        let share = cells.roster.share[firm]
        var left = generator.nextFraction() * purchase.total(firm)
        var last = groupsOfNeed[need].first ?? customer
        for group in groupsOfNeed[need] {
            let part =
                group == customer
                ? purchase.own(firm) : share * cells.flows.flows[group * groups + customer]
            guard part > 0 else { continue }
            last = group
            left -= part
            if left < 0 { break }
        }
        return last
    }

    /// A firm of a group, in proportion to its share.
    private func any(in group: Int, _ generator: inout SeededGenerator) -> Int {
        Self.place(shareSums, cells.roster.ofGroup[group], generator.nextFraction())
    }

    /// Another firm of the same group, in proportion to what each sells inside it.
    private func another(than firm: Int, in group: Int, _ generator: inout SeededGenerator) -> Int {
        let firms = cells.roster.ofGroup[group]
        let own = cells.ownSupply[firm]
        let all = ownSums[firms.upperBound] - ownSums[firms.lowerBound]
        guard firms.count > 1, all - own > 0 else { return firm }
        // The firm's own part is cut out of the line on which all stand.
        let point = generator.nextFraction() * (all - own) / all
        let before = (ownSums[firm] - ownSums[firms.lowerBound]) / all
        let place = Self.place(ownSums, firms, point < before ? point : min(1, point + own / all))
        guard place == firm else { return place }
        return firm + 1 < firms.upperBound ? firm + 1 : firm - 1
    }

    /// Where a fraction of the sum over a range is reached.
    private static func place(_ sums: [Double], _ range: Range<Int>, _ fraction: Double) -> Int {
        let start = sums[range.lowerBound]
        let wanted = start + fraction * (sums[range.upperBound] - start)
        var low = range.lowerBound
        var high = range.upperBound - 1
        while low < high {
            let middle = (low + high) / 2
            if sums[middle + 1] > wanted { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
