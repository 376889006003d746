import Foundation
import Jingwei

/// Times to survive and losses until recovery of all firms that stop alone, against the programs as published, each solved from scratch.
struct SurvivalBenchmark {
    var families: Int
    var threads: Int
    /// How many firms the peer solves, spread over all.
    var sample: Int
    /// Whether every program is solved whole too, from a near basis.
    var isWholeToo = false

    func run() throws {
        guard let network = DrawnBill.network(families: families, seed: 42) else {
            return print("the network does not fit together")
        }
        print(
            "\(network.firms.count) firms, \(network.values.count) links, \(threads) threads, HiGHS \(SolverLibrary.version ?? "?")"
        )
        var results: [SurvivalResult] = []
        for isLocal in [true, false] {
            if !isLocal, !isWholeToo { break }
            var options = SurvivalOptions()
            options.threads = threads
            options.isLocal = isLocal
            let (answer, cost) = Measure.run { Survival.run(on: network, options) }
            let result = try answer.get()
            results.append(result)
            let exposed = result.disruptions.count { $0.isExposed == true }
            print(
                (isLocal ? "near the disruption" : "whole, warm starts") + ": \(cost.text), "
                    + "\(Self.milliseconds(cost.userSeconds, network.firms.count)) ms a firm for both questions, "
                    + "\(exposed) exposed, \(result.wholeModels) whole, undisturbed \(result.undisturbed)")
        }
        if results.count == 2 {
            let worst =
                zip(results[0].disruptions, results[1].disruptions).map { left, right in
                    let apart =
                        left.survival == right.survival
                        ? 0 : (left.survival - right.survival).magnitude / right.survival
                    return max(
                        apart, ((left.loss ?? 0) - (right.loss ?? 0)).magnitude / max(1, right.loss ?? 0))
                }.max() ?? 0
            print("largest relative difference of the two: \(worst)")
        }
        try compare(network, results[0])
    }

    private static func milliseconds(_ seconds: Double, _ count: Int) -> Double {
        (seconds / Double(max(1, count)) * 1e6).rounded() / 1e3
    }

    /// The peer: the published programs in amounts over a time, handed to HiGHS anew for each firm.
    private func compare(_ network: SupplyNetwork, _ result: SurvivalResult) throws {
        guard sample > 0 else { return }
        let firms = Array(stride(from: 0, to: network.firms.count, by: max(1, network.firms.count / sample)))
        for isPresolving in [true, false] {
            let options = SolverOptions(isPresolving: isPresolving, explainsInfeasibility: false)
            var worst = 0.0
            let (_, times) = try Measure.run {
                for firm in firms {
                    let found = try PublishedProgram(network, without: firm, over: nil).model.solve(options)
                    let expected = result.disruptions[firm].survival
                    worst = max(
                        worst,
                        (found.objective - min(expected, PublishedProgram.horizon)).magnitude
                            / found.objective)
                }
            }
            let (_, losses) = try Measure.run {
                for firm in firms {
                    let time = result.disruptions[firm].recovery ?? 0
                    let found = try PublishedProgram(network, without: firm, over: time).model.solve(options)
                    worst = max(
                        worst,
                        (found.objective - (result.disruptions[firm].loss ?? 0)).magnitude
                            / max(1, found.objective))
                }
            }
            print(
                "from scratch, \(isPresolving ? "with" : "without") presolve, \(firms.count) firms: "
                    + "time \(Self.milliseconds(times.userSeconds, firms.count)) ms, "
                    + "loss \(Self.milliseconds(losses.userSeconds, firms.count)) ms a program; "
                    + "largest relative difference \(worst)")
        }
    }
}
