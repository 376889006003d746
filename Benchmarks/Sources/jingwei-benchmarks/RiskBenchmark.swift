import Foundation
import Jingwei

/// Systemic risk of firms of a heavy-tailed network that fail one at a time: set-up, then scenarios, and a check of a sample.
struct RiskBenchmark {
    /// What is computed.
    enum Mode: String {
        /// The published iteration in full.
        case full
        /// The published iteration, followed only where it matters.
        case peer
        /// Well posed, off by at most the tolerance.
        case open
        /// Well posed, off by at most that part of each value.
        case relative
        /// Well posed, scenarios of several firms.
        case joint
    }

    var firms: Int
    var mode: Mode
    var tolerance: Double
    var threads: Int
    /// How many firms fail, spread over all.
    var sample: Int
    /// How many of these are computed again in full.
    var checked: Int

    private struct Answer {
        var loss: PeerLoss
        var isProven: Bool
    }

    func run() {
        let network = HeavyTailedNetwork(firms: firms, meanDegree: 10, seed: 42)
        let isOpen = mode == .open || mode == .relative || mode == .joint
        let problem = CascadeProblem(
            nodeCount: firms, suppliers: network.suppliers, customers: network.customers,
            values: network.values,
            groups: network.sectors, groupCount: HeavyTailedNetwork.sectorCount, needs: network.needs,
            denominators: isOpen ? network.revenues : nil)
        guard let problem else { return print("the network does not fit together") }
        let column = isOpen ? network.revenues : problem.sizes
        let whole = column.reduce(0, +)
        let weights = column.map { $0 / whole }
        print(
            "\(firms) firms, \(network.values.count) links, \(mode.rawValue), tolerance \(tolerance), \(threads) threads"
        )
        let (rows, ordering) = Measure.run { CascadeRows(problem, forSweeps: !isOpen) }
        print("links in order: \(ordering.text)")
        let step = max(1, firms / max(1, sample))
        let nodes = Array(stride(from: 0, to: firms, by: step))
        let shocks: @Sendable (Int) -> CascadeShock = { [mode] number in
            guard mode == .joint else { return .alone(nodes[number]) }
            let some = (0..<20).map { Int32((nodes[number] + $0 * 7919) % nodes.count) * Int32(step) }
            return CascadeShock(
                nodes: Array(Set(some)).sorted(), downstream: [Double](repeating: 1, count: Set(some).count))
        }
        let stop = CascadeStop(change: 1e-2, hasUnitFloor: true)
        var answers: [Answer] = []
        var cost: Measure
        switch mode {
        case .full:
            let exact = ExactCascade(rows, weights: [weights])
            let found: [CascadeLoss]?
            (found, cost) = Measure.run {
                exact.losses(of: nodes.indices.map(shocks), stop: stop, threads: threads)
            }
            answers = (found ?? []).map { Answer(loss: PeerLoss($0), isProven: true) }
        case .peer:
            let (peer, ready) = Measure.run {
                PeerCascade(rows, weights: weights, stop: stop, tolerance: tolerance)
            }
            print("shared potentials: \(ready.text)")
            let found: [PeerLoss]?
            (found, cost) = Measure.run { peer.losses(count: nodes.count, threads: threads, shock: shocks) }
            answers = (found ?? []).map { Answer(loss: $0, isProven: $0.bound <= tolerance) }
            print("followed in full: \(answers.count { $0.loss.isExact })")
        case .open, .relative, .joint:
            let (certified, ready) = Measure.run {
                CertifiedCascade(
                    rows, weights: weights,
                    goal: mode == .relative ? .relative(tolerance) : .absolute(tolerance))
            }
            print("shared potentials: \(ready.text)")
            let found: [CascadeEstimate]?
            (found, cost) = Measure.run {
                certified.estimates(count: nodes.count, threads: threads, shock: shocks)
            }
            answers = (found ?? []).map { Answer(loss: PeerLoss($0), isProven: $0.isCertified) }
        }
        let milliseconds = cost.userSeconds / Double(max(1, nodes.count)) * 1000
        print("\(nodes.count) scenarios: \(cost.text), \((milliseconds * 1000).rounded() / 1000) ms each")
        print(
            "mean index \(answers.reduce(0) { $0 + $1.loss.total } / Double(max(1, answers.count))), "
                + "bound not closed \(answers.count { !$0.isProven })")
        check(answers, rows, weights, isOpen ? CascadeStop(change: 1e-12) : stop, nodes, shocks)
    }

    /// Computes some again in full and tells the largest error and how often it is above the bound.
    private func check(
        _ answers: [Answer], _ rows: CascadeRows, _ weights: [Double], _ stop: CascadeStop, _ nodes: [Int],
        _ shocks: (Int) -> CascadeShock
    ) {
        guard checked > 0, !answers.isEmpty else { return }
        let places = Array(stride(from: 0, to: nodes.count, by: max(1, nodes.count / checked)))
        let exact = ExactCascade(rows, weights: [weights])
        guard let truth = exact.losses(of: places.map(shocks), stop: stop, method: .events) else { return }
        var worst = 0.0
        var above = 0
        var rounds = 0
        for (place, true_) in zip(places, truth) {
            let found = answers[place].loss
            let error = max(
                abs(found.total - true_.total[0]), abs(found.downstream - true_.downstream[0]),
                abs(found.upstream - true_.upstream[0]))
            worst = max(worst, error)
            if error > found.bound + 1e-9 { above += 1 }
            if found.rounds != true_.rounds { rounds += 1 }
        }
        let other = mode == .full || mode == .peer ? ", other number of rounds \(rounds)" : ""
        print("checked in full: \(places.count), largest error \(worst), above its bound \(above)\(other)")
    }
}
