import Kernels
import Synchronization

/// Draws firm-level supply networks that fit known totals.
public enum NetworkReconstruction {
    /// A network: sizes of firms, who supplies whom, and what each link is worth.
    ///
    /// The same targets, options and seed give the same network on any number of threads. In expectation over seeds, with
    /// sizes as they are drawn, every firm buys of every sector exactly its coefficient times its output.
    /// - Complexity: time firms · log firms + (size classes of groups)² + links; memory about 16 bytes a link and 60 a firm.
    public static func run(
        on targets: ReconstructionTargets, _ options: ReconstructionOptions = ReconstructionOptions()
    ) -> Result<ReconstructedNetwork, ReconstructionRefusal> {
        let problems = targets.problems(options)
        guard problems.isEmpty else { return .failure(ReconstructionRefusal(problems: problems)) }
        guard let network = NetworkDrawing(targets, options).network() else {
            return .failure(ReconstructionRefusal(problems: [.cancelled]))
        }
        return .success(network)
    }
}

/// One drawing.
struct NetworkDrawing {
    let targets: ReconstructionTargets
    let options: ReconstructionOptions
    let cells: TradingCells
    let sampler: LinkSampler
    /// The part of the wanted links that is drawn pair by pair at least.
    private static let leastDrawn = 0.1
    let links: [(supplier: Int32, customer: Int32)]
    private(set) var findings: [ReconstructionFinding]
    let wanted: Double
    let expected: Double

    init(_ targets: ReconstructionTargets, _ options: ReconstructionOptions) {
        self.targets = targets
        self.options = options
        let flows = SectorFlows(targets)
        let roster = FirmRoster(targets, flows, options)
        cells = TradingCells(flows, roster, options)
        findings = flows.findings
        var seen: Set<UInt64> = []
        links = targets.namedLinks.map { link in
            (supplier: roster.named[link.supplier], customer: roster.named[link.customer])
        }.filter { seen.insert(LinkSampler.key($0.supplier, $0.customer)).inserted }
        let mains = MainSuppliers(cells, targets, seed: options.seed)
        let needed = Double(mains?.count ?? 0)
        let density = LinkDensity(cells, mains)
        wanted = options.meanSuppliers * Double(roster.output.count)
        let possible = density.pairs + needed
        if wanted > possible * 0.999 {
            findings.append(.tooManyLinks(wanted: wanted, possible: possible))
        }
        let drawn = min(max(wanted - needed, wanted * Self.leastDrawn), density.pairs * 0.999)
        let z = density.solved(for: drawn)
        expected = density.links(z) + needed
        if needed > wanted * (1 - Self.leastDrawn) {
            findings.append(.moreLinksForNeeds(wanted: wanted, drawn: expected))
        }
        sampler = LinkSampler(cells, z: z, seed: options.seed, links: links, mains: mains)
        for (place, link) in targets.namedLinks.enumerated() {
            let (from, to) = (Int(roster.named[link.supplier]), Int(roster.named[link.customer]))
            if link.value == nil, cells.expectedValue(from, to) == 0 {
                findings.append(.namedWithoutFlow(link: place))
            }
        }
    }

    /// The network; `nil` where the listener said to stop.
    func network() -> ReconstructedNetwork? {
        guard var drawn = draw() else { return nil }
        let values = values(&drawn)
        let roster = cells.roster
        let groups = cells.flows.groups
        return ReconstructedNetwork(
            sectorOfFirm: roster.groupOfFirm.map { Int32(clamping: groups[Int($0)].sector) },
            regionOfFirm: roster.groupOfFirm.map { Int32(clamping: groups[Int($0)].region) },
            output: roster.output, suppliers: drawn.links.suppliers, customers: drawn.links.customers,
            values: values, named: roster.named, expectedLinks: expected, wantedLinks: wanted,
            expectedFlows: cells.flows.wanted, worstSales: cells.flows.worstSales, findings: findings)
    }

    /// All links, and for each buying group where those of each supplying group begin.
    struct Drawn {
        var links = LinkSampler.Draw()
        var starts: [[Int]] = []
    }

    private func draw() -> Drawn? {
        let groups = cells.flows.groups.count
        let room = Int(expected + 6 * expected.squareRoot()) + links.count + 16
        var drawn = Drawn()
        drawn.links.suppliers.reserveCapacity(room)
        drawn.links.customers.reserveCapacity(room)
        drawn.starts.reserveCapacity(groups)
        guard options.threads > 1, groups > 1 else {
            for customer in 0..<groups {
                guard options.goesOn() else { return nil }
                drawn.starts.append(sampler.draw(to: customer, into: &drawn.links))
            }
            return drawn
        }
        let parts = Mutex([(draw: LinkSampler.Draw, starts: [Int])?](repeating: nil, count: groups))
        let queue = WorkQueue(count: groups)
        WorkQueue.run(threads: min(options.threads, groups)) { [sampler, options] _ in
            while let range = queue.take() {
                for customer in range {
                    guard options.goesOn() else {
                        queue.stop()
                        return
                    }
                    var part = LinkSampler.Draw()
                    let starts = sampler.draw(to: customer, into: &part)
                    parts.withLock { $0[customer] = (part, starts) }
                }
            }
        }
        guard !queue.wasStopped else { return nil }
        parts.withLock { parts in
            for number in parts.indices {
                guard let part = parts[number] else { continue }
                let offset = drawn.links.suppliers.count
                drawn.links.suppliers += part.draw.suppliers
                drawn.links.customers += part.draw.customers
                drawn.starts.append(part.starts.map { $0 + offset })
                parts[number] = nil
            }
        }
        return drawn
    }

    private func values(_ drawn: inout Drawn) -> [Double] {
        let count = drawn.links.suppliers.count
        var values = [Double](repeating: 0, count: count)
        let groups = cells.flows.groups.count
        drawn.links.suppliers.withUnsafeBufferPointer { suppliers in
            drawn.links.customers.withUnsafeBufferPointer { customers in
                values.withUnsafeMutableBufferPointer { values in
                    for customer in 0..<groups {
                        for supplier in 0..<groups {
                            guard cells.strength(supplier, customer) > 0 else { continue }
                            let range =
                                drawn.starts[customer][supplier]..<drawn.starts[customer][supplier + 1]
                            fill(range, supplier, customer, suppliers, customers, values)
                        }
                    }
                }
            }
        }
        keepNamed(drawn, &values)
        if options.values == .fitted { fit(drawn, &values) }
        return values
    }

    /// Expected value over probability of the links of a cell.
    private func fill(
        _ range: Range<Int>, _ supplier: Int, _ customer: Int,
        _ suppliers: UnsafeBufferPointer<Int32>, _ customers: UnsafeBufferPointer<Int32>,
        _ values: UnsafeMutableBufferPointer<Double>
    ) {
        let strength = sampler.z * cells.strength(supplier, customer)
        let purchase = sampler.mains?.purchase(of: supplier, by: customer)
        let isOwn = supplier == customer
        let flow = cells.flows.flows[supplier * cells.flows.groups.count + customer]
        let from = isOwn ? cells.ownSupply : cells.roster.share
        let to = isOwn ? cells.ownDemand : cells.roster.share
        let scale = isOwn ? 1 : flow
        from.withUnsafeBufferPointer { from in
            to.withUnsafeBufferPointer { to in
                cells.supplyWeight.withUnsafeBufferPointer { supply in
                    cells.demandWeight.withUnsafeBufferPointer { demand in
                        for link in range {
                            let (i, j) = (Int(suppliers[link]), Int(customers[link]))
                            let y = strength * supply[i] * demand[j]
                            let expected = scale * from[i] * to[j]
                            // The chance of a link is p = y/(1 + y), and 1 − (1 − p)(1 − q) where one in q is the main supplier.
                            let all = purchase?.total(j) ?? 0
                            let main = all > 0 ? expected / all : 0
                            values[link] = expected * (1 + y) / (y + main)
                        }
                    }
                }
            }
        }
    }

    /// Named links are certain: their value is the expected one, or the one that is known.
    private func keepNamed(_ drawn: Drawn, _ values: inout [Double]) {
        guard !links.isEmpty else { return }
        var known: [UInt64: Double] = [:]
        for link in targets.namedLinks {
            let (from, to) = (cells.roster.named[link.supplier], cells.roster.named[link.customer])
            if let value = link.value { known[LinkSampler.key(from, to)] = value }
        }
        let mean = cells.flows.wanted.compensatedSum / max(1, expected)
        for link in values.indices {
            let key = LinkSampler.key(drawn.links.suppliers[link], drawn.links.customers[link])
            guard sampler.named.contains(key) else { continue }
            let value = cells.expectedValue(
                Int(drawn.links.suppliers[link]), Int(drawn.links.customers[link]))
            values[link] = known[key] ?? (value > 0 ? value : mean)
        }
    }

    /// Scales what a firm buys of a sector to what it should, where it has a supplier there.
    private func fit(_ drawn: Drawn, _ values: inout [Double]) {
        let flows = cells.flows
        let sectors = flows.ofSector.count
        for (customer, firms) in cells.roster.ofGroup.enumerated() {
            let group = flows.groups[customer]
            for sector in 0..<sectors where !flows.ofSector[sector].isEmpty {
                let suppliers = flows.ofSector[sector]
                let starts = drawn.starts[customer]
                let range = starts[suppliers.lowerBound]..<starts[suppliers.upperBound]
                guard !range.isEmpty else { continue }
                let asked = suppliers.reduce(0.0) { $0 + flows.flows[$1 * flows.groups.count + customer] }
                guard asked > 0, group.output > 0 else { continue }
                var bought = [Double](repeating: 0, count: firms.count)
                for link in range {
                    bought[Int(drawn.links.customers[link]) - firms.lowerBound] += values[link]
                }
                for link in range {
                    let firm = Int(drawn.links.customers[link])
                    let sum = bought[firm - firms.lowerBound]
                    if sum > 0 { values[link] *= asked * cells.roster.share[firm] / sum }
                }
            }
        }
    }
}
