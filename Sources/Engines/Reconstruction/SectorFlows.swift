import Kernels

/// What the groups of firms sell each other in expectation, from outputs and coefficients: every group buys of every sector
/// exactly what it should, and sells, as far as that can be met, in proportion to its output.
struct SectorFlows {
    /// Supplying groups, groups of a sector side by side, in the order of sectors.
    let groups: [ReconstructionTargets.Group]
    /// The place of each in the targets.
    let places: [Int]
    /// Where the groups of each sector stand in ``groups``.
    let ofSector: [Range<Int>]
    /// T, row by row, `groups × groups`: what the row sells to the column.
    private(set) var flows: [Double]
    /// What each sector sells to each in all, `sectors × sectors`; coefficients times output, as far as it can be had here.
    private(set) var wanted: [Double]
    private(set) var findings: [ReconstructionFinding] = []
    /// The largest relative deviation of what a group sells to a sector from its share by output.
    private(set) var worstSales = 0.0

    init(_ targets: ReconstructionTargets) {
        let order = targets.groups.indices.filter { targets.groups[$0].firms > 0 }.sorted { left, right in
            (targets.groups[left].sector, targets.groups[left].region)
                < (targets.groups[right].sector, targets.groups[right].region)
        }
        places = order
        groups = order.map { targets.groups[$0] }
        let sectors = targets.sectors.count
        var ranges = [Range<Int>](repeating: 0..<0, count: sectors)
        for (place, group) in groups.enumerated() {
            let start = ranges[group.sector].isEmpty ? place : ranges[group.sector].lowerBound
            ranges[group.sector] = start..<place + 1
        }
        ofSector = ranges
        flows = [Double](repeating: 0, count: groups.count * groups.count)
        wanted = [Double](repeating: 0, count: sectors * sectors)
        let outputs = ranges.map { range in groups[range].map(\.output).compensatedSum }
        for supplier in 0..<sectors {
            let row = supplier * sectors
            for customer in 0..<sectors {
                wanted[row + customer] = targets.coefficients[row + customer] * outputs[customer]
            }
            let sold = wanted[row..<row + sectors].compensatedSum
            guard sold > 0 else { continue }
            let part = min(1, outputs[supplier] / sold)
            if part == 0 {
                findings.append(.emptySector(supplier))
            } else if part < 1 - 1e-12 {
                findings.append(.boughtElsewhere(sector: supplier, share: 1 - part))
            }
            if part < 1 { for customer in 0..<sectors { wanted[row + customer] *= part } }
        }
        for supplier in 0..<sectors {
            for customer in 0..<sectors where wanted[supplier * sectors + customer] > 0 {
                spread(supplier, customer, outputs, sectors, targets)
            }
        }
        for sector in 0..<sectors where !ranges[sector].isEmpty {
            let trades = (0..<sectors).contains {
                wanted[sector * sectors + $0] > 0 || wanted[$0 * sectors + sector] > 0
            }
            if !trades { findings.append(.isolatedSector(sector)) }
        }
    }

    /// Splits the flow between two sectors over their groups by proportional fitting, last to what customers buy.
    ///
    /// Source: W. E. Deming, F. F. Stephan, “On a least squares adjustment of a sampled frequency table”, Ann. Math. Stat. 11
    /// (1940) 427–444. Without differences of closeness and without sectors of one firm it is done after one round.
    private mutating func spread(
        _ supplier: Int, _ customer: Int, _ outputs: [Double], _ sectors: Int,
        _ targets: ReconstructionTargets
    ) {
        let flow = wanted[supplier * sectors + customer]
        let rows = ofSector[supplier]
        let columns = ofSector[customer]
        let width = columns.count
        var cells = [Double](repeating: 0, count: rows.count * width)
        for (r, row) in rows.enumerated() {
            for (c, column) in columns.enumerated() {
                // A firm alone in its group cannot supply itself.
                if row == column, groups[row].firms == 1 { continue }
                let place = groups[row].region * targets.regions.count + groups[column].region
                cells[r * width + c] =
                    (targets.closeness?[place] ?? 1) * groups[row].output * groups[column].output
            }
        }
        let sold = rows.map { flow * groups[$0].output / outputs[supplier] }
        let bought = columns.map { flow * groups[$0].output / outputs[customer] }
        var worst = 0.0
        for _ in 0..<300 {
            for r in sold.indices {
                let sum = cells[r * width..<(r + 1) * width].reduce(0, +)
                if sum > 0 {
                    for c in 0..<width { cells[r * width + c] *= sold[r] / sum }
                }
            }
            for c in 0..<width {
                let sum = stride(from: c, to: cells.count, by: width).reduce(0) { $0 + cells[$1] }
                if sum > 0 {
                    for r in sold.indices { cells[r * width + c] *= bought[c] / sum }
                }
            }
            worst = 0
            for r in sold.indices where sold[r] > 0 {
                let sum = cells[r * width..<(r + 1) * width].reduce(0, +)
                worst = max(worst, abs(sum / sold[r] - 1))
            }
            if worst < 1e-13 { break }
        }
        let placed = cells.compensatedSum
        if placed < flow * (1 - 1e-9) {
            findings.append(.ownInput(sector: supplier, share: 1 - placed / flow))
            wanted[supplier * sectors + customer] = placed
        }
        worstSales = max(worstSales, worst)
        for (r, row) in rows.enumerated() {
            for (c, column) in columns.enumerated() {
                flows[row * groups.count + column] = cells[r * width + c]
            }
        }
    }
}
