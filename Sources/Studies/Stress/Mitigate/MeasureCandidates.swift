import Ecosystem
import Resilience

/// Measures that could be taken in a network that names none: of every kind, for those whose stop costs most.
///
/// Sizes are choices that are listed; what a unit of each costs is asked for and never guessed.
struct MeasureCandidates {
    /// How large measures are.
    struct Sizes {
        /// Days of a firm's deliveries that it holds more.
        var stockDays = 15.0
        /// Capacity that others of its sector get more, as a part of theirs.
        var capacity = 0.1
        /// By which part a firm is back sooner.
        var faster = 0.5
        /// For how many firms measures are made.
        var count = 8
    }

    private let bill: SupplyNetwork
    private let sizes: Sizes
    private let unitDays: Double
    /// What each delivers and sells in a unit of time.
    private let flow: [Double]
    /// Links by supplier.
    private let deliveries: [[Int]]

    /// - Parameter bill: a bill of materials with the column `throughput`.
    init(_ bill: SupplyNetwork, _ sizes: Sizes, unitDays: Double) {
        (self.bill, self.sizes, self.unitDays) = (bill, sizes, unitDays)
        flow = (bill.column("throughput") ?? []).map { $0 ?? 0 }
        var deliveries = [[Int]](repeating: [], count: bill.firms.count)
        for link in bill.values.indices where bill.values[link] > 0 {
            deliveries[Int(bill.suppliers[link])].append(link)
        }
        self.deliveries = deliveries
    }

    /// The measures, kind by kind, of each kind for the gravest first.
    ///
    /// - Parameter losses: what is lost when each firm stops, by place; `nil` where that is not known.
    func measures(_ losses: [Double?]) -> [SupplyNetwork.Measure] {
        let gravest = losses.indices.filter { (losses[$0] ?? 0) > 0 }.sorted { left, right in
            (-(losses[left] ?? 0), left) < (-(losses[right] ?? 0), right)
        }
        // Those that deliver to others: what an end of the chain lacks, no supplier brings.
        let before = gravest.filter { !deliveries[$0].isEmpty }.prefix(sizes.count)
        let all = gravest.prefix(sizes.count)
        let stocked = Set(all).union(before).sorted { rank($0, gravest) < rank($1, gravest) }
        let times = bill.column("ttr")
        return measures(
            stocked: stocked, lacking: Array(before), back: all.map { ($0, times?[$0] ?? nil) }, without: [])
    }

    /// The measures against one stop: stock of those that stop, of those that lose by it and of those that are cut off; spare capacity, second
    /// sources and new suppliers of what is lacking; an earlier return of those that stop.
    ///
    /// - Parameter hits: those with a demand that lose by it, the largest loss first.
    func measures(against stop: SurvivalStop, hits: [Int]) -> [SupplyNetwork.Measure] {
        func first(_ weights: [Int: Double]) -> [Int] {
            weights.filter { $0.value > 0 }.sorted { (-$0.value, $0.key) < (-$1.value, $1.key) }.map(\.key)
        }
        var stopped: [Int: Double] = [:]
        for firm in stop.firms { stopped[firm.place] = flow[firm.place] * firm.loss }
        var (lacking, cut) = (stopped, [Int: Double]())
        for link in stop.links {
            let amount = (link.usual ?? 0) * link.loss
            lacking[link.supplier, default: 0] += amount
            cut[link.customer, default: 0] += amount
        }
        let down = first(stopped)
        var stocked: [Int] = []
        for firm in down.prefix(sizes.count) + hits.prefix(sizes.count) + first(cut).prefix(sizes.count)
        where !stocked.contains(firm) && !isAbroad(firm) { stocked.append(firm) }
        return measures(
            stocked: stocked,
            lacking: Array(first(lacking).filter { !deliveries[$0].isEmpty }.prefix(sizes.count)),
            back: down.filter { !isAbroad($0) }.prefix(sizes.count).map { ($0, stop.time) },
            without: Set(first(lacking)))
    }

    private func isAbroad(_ firm: Int) -> Bool { bill.firms[firm].hasPrefix(DisruptImports.prefix) }

    /// - Parameters:
    ///   - stocked: who could hold more.
    ///   - lacking: whose product others could bring.
    ///   - back: who could be back sooner, and when it is back else.
    ///   - out: who cannot stand in for anybody.
    private func measures(
        stocked: [Int], lacking: [Int], back: [(firm: Int, time: Double?)], without out: Set<Int>
    ) -> [SupplyNetwork.Measure] {
        var found: [SupplyNetwork.Measure] = []
        for firm in stocked {
            found.append(
                .init(
                    id: "stock:\(bill.firms[firm])", kind: .stock, firm: firm,
                    amount: flow[firm] / unitDays * sizes.stockDays, cost: 0))
        }
        for firm in capacityHolders(lacking, out) {
            found.append(
                .init(
                    id: "capacity:\(bill.firms[firm])", kind: .capacity, firm: firm,
                    amount: flow[firm] * sizes.capacity, cost: 0))
        }
        for case (let firm, let time?) in back {
            found.append(
                .init(
                    id: "recovery:\(bill.firms[firm])", kind: .recovery, firm: firm,
                    amount: time * (1 - sizes.faster), cost: 0))
        }
        for firm in lacking { if let measure = source(firm, out) { found.append(measure) } }
        var taken: Set<String> = []
        for firm in lacking {
            if let measure = supplier(firm), taken.insert(measure.id).inserted { found.append(measure) }
        }
        return found.filter { $0.amount > 0 }
    }

    private func rank(_ firm: Int, _ order: [Int]) -> Int { order.firstIndex(of: firm) ?? order.count }

    /// For each of the gravest the largest other maker of its material.
    private func capacityHolders(_ gravest: [Int], _ out: Set<Int>) -> [Int] {
        var found: [Int] = []
        for firm in gravest {
            guard let other = others(firm, out).first, !found.contains(other) else { continue }
            found.append(other)
        }
        return found
    }

    /// Other makers of the same material that deliver it, the largest first.
    private func others(_ firm: Int, _ out: Set<Int>) -> [Int] {
        bill.firms.indices.filter {
            $0 != firm && !out.contains($0) && bill.sectorOfFirm[$0] == bill.sectorOfFirm[firm]
                && !deliveries[$0].isEmpty
        }.sorted { (-flow[$0], $0) < (-flow[$1], $1) }
    }

    /// What a customer takes of a link's material in a unit of time.
    private func taken(_ link: Int) -> Double { bill.values[link] * flow[Int(bill.customers[link])] }

    /// Customers that have a firm as their only supplier of its material get the largest other one too.
    private func source(_ firm: Int, _ out: Set<Int>) -> SupplyNetwork.Measure? {
        guard let other = others(firm, out).first else { return nil }
        let material = bill.sectorOfFirm[firm]
        var makers: [Int32: Int] = [:]
        for link in bill.values.indices where bill.sectorOfFirm[Int(bill.suppliers[link])] == material {
            makers[bill.customers[link], default: 0] += 1
        }
        let alone = deliveries[firm].filter {
            makers[bill.customers[$0]] == 1 && Int(bill.customers[$0]) != other
        }
        guard !alone.isEmpty else { return nil }
        return .init(
            id: "source:\(bill.firms[other])→\(bill.firms[firm])", kind: .source, firm: other,
            amount: alone.reduce(0) { $0 + taken($1) }, cost: 0,
            customers: alone.map { Int(bill.customers[$0]) })
    }

    /// A new maker of a firm's material, as large as the firm's deliveries, for all of its customers; in the place that takes most of the material
    /// and makes none, else in the one that takes most of it.
    private func supplier(_ firm: Int) -> SupplyNetwork.Measure? {
        guard !deliveries[firm].isEmpty else { return nil }
        let material = bill.sectorOfFirm[firm]
        var id = "supplier:\(bill.sectors[Int(material)])"
        if let places = bill.places {
            var taken = [Double](repeating: 0, count: places.regions.count)
            var makes = [Bool](repeating: false, count: places.regions.count)
            for link in bill.values.indices where bill.sectorOfFirm[Int(bill.suppliers[link])] == material {
                let (from, to) = (
                    Int(places.regionOfFirm[Int(bill.suppliers[link])]),
                    Int(places.regionOfFirm[Int(bill.customers[link])])
                )
                if from >= 0 { makes[from] = true }
                if to >= 0 { taken[to] += self.taken(link) }
            }
            let best = taken.indices.max { left, right in
                (makes[left] ? 0 : 1, taken[left], -left) < (makes[right] ? 0 : 1, taken[right], -right)
            }
            if let best, taken[best] > 0 { id += GroupedNetwork.mark + places.regions[best] }
        }
        return .init(
            id: id, kind: .supplier, firm: nil, amount: flow[firm], cost: 0,
            customers: deliveries[firm].map { Int(bill.customers[$0]) }, material: Int(material))
    }
}
