public import Ecosystem
import Kernels

/// The economic systemic risk of firms: what part of all output is lost when a firm, or some firms, fail.
///
/// Source: C. Diem, A. Borsos, T. Reisch, J. Kertész, S. Thurner, “Quantifying firm-level economic systemic risk from
/// nation-wide supply networks”, Scientific Reports 12 (2022) 7719. Each firm's loss downstream is the largest over its
/// essential inputs, or the sum over the others; its loss upstream is the part of its sales that is not ordered.
public enum SystemicRisk {
    /// Losses of the scenarios of a network, or of every firm alone where it has none.
    ///
    /// - Complexity: peer mode: rounds × links × scenarios / 8 for up to 20,000 firms; open mode: some sweeps over the links,
    ///   then far less than a sweep a scenario.
    public static func run(
        on network: SupplyNetwork, _ options: SystemicRiskOptions = SystemicRiskOptions()
    ) -> Result<SystemicRiskResult, SystemicRiskProblem> {
        do {
            return .success(try Computation(network, options).result())
        } catch let problem as SystemicRiskProblem {
            return .failure(problem)
        } catch {
            return .failure(.cancelled)
        }
    }

    /// One computation: the network made ready, the scenarios, and what was found on the way.
    struct Computation {
        let network: SupplyNetwork
        let options: SystemicRiskOptions
        let ground: RiskGround
        let scenarios: RiskScenarios

        init(_ network: SupplyNetwork, _ options: SystemicRiskOptions) throws(SystemicRiskProblem) {
            self.network = network
            self.options = options
            ground = try RiskGround(network, options)
            scenarios = RiskScenarios(network, options.shard)
        }

        func result() throws -> SystemicRiskResult {
            var result = SystemicRiskResult(
                losses: [], scenarioCount: scenarios.count, isEveryFirmAlone: scenarios.isEveryFirmAlone,
                weight: ground.weightColumn, findings: ground.findings + scenarios.findings)
            switch options.mode {
            case .peer: try runPeer(&result)
            case .open: try runOpen(&result)
            }
            for loss in result.losses where touchesNothing(loss) {
                result.findings.append(.touchesNothing(scenario: loss.scenario))
            }
            return result
        }

        private func runPeer(_ result: inout SystemicRiskResult) throws {
            var change = 1e-2
            if case .absolute(let given) = options.tolerance { change = given }
            let stop = CascadeStop(
                change: change, rounds: max(1, options.maximumRounds), hasUnitFloor: true)
            let total = scenarios.range.count
            let error =
                options.peerError
                ?? (network.firms.count > SystemicRiskOptions.largestInFull ? 1e-6 : 0)
            let losses =
                error > 0 ? pruned(stop, error) : full(stop)
            guard let losses else { throw SystemicRiskProblem.cancelled }
            var unfinished = 0
            result.losses.reserveCapacity(losses.count)
            for (number, loss) in zip(scenarios.range, losses) {
                let isDone = loss.change <= change
                if !isDone { unfinished += 1 }
                result.losses.append(
                    SystemicRiskResult.Loss(
                        scenario: scenarios.name(number), firm: scenarios.firm(number), index: loss.total,
                        downstream: loss.downstream, upstream: loss.upstream, own: own(number),
                        iterations: loss.rounds, residual: loss.change, errorBound: loss.bound,
                        isCertified: isDone))
            }
            if unfinished > 0 { result.findings.append(.notConverged(count: unfinished)) }

            func full(_ stop: CascadeStop) -> [PeerLoss]? {
                let cascade = ExactCascade(
                    CascadeRows(ground.problem, threads: options.threads), weights: [ground.weights])
                let losses = cascade.losses(
                    of: scenarios.range.map { scenarios.shock($0) }, stop: stop, threads: options.threads
                ) { [options] done in options.progress.tell(done, total) }
                return losses?.map { PeerLoss($0) }
            }
            func pruned(_ stop: CascadeStop, _ error: Double) -> [PeerLoss]? {
                let cascade = PeerCascade(
                    CascadeRows(ground.problem, threads: options.threads), weights: ground.weights,
                    stop: stop,
                    tolerance: error)
                let first = scenarios.range.lowerBound
                return cascade.losses(
                    count: total, threads: options.threads,
                    progress: { [options] done in options.progress.tell(done, total) },
                    shock: { [scenarios] in scenarios.shock(first + $0) })
            }
        }

        private func runOpen(_ result: inout SystemicRiskResult) throws {
            let goal: CertifiedCascade.Goal =
                switch options.tolerance {
                case .none: .absolute(1e-6)
                case .absolute(let tolerance): .absolute(tolerance)
                case .relative(let part): .relative(part)
                }
            let cascade = CertifiedCascade(
                CascadeRows(ground.problem, forSweeps: false, threads: options.threads),
                weights: ground.weights, goal: goal, threads: options.threads)
            if !cascade.isBounded { result.findings.append(.noLeak) }
            let total = scenarios.range.count
            let first = scenarios.range.lowerBound
            let scenarios = scenarios
            let estimates = cascade.estimates(
                count: total, threads: options.threads,
                progress: { [options] done in options.progress.tell(done, total) },
                shock: { scenarios.shock(first + $0) })
            guard let estimates else { throw SystemicRiskProblem.cancelled }
            var open = 0
            result.losses.reserveCapacity(estimates.count)
            for (number, estimate) in zip(scenarios.range, estimates) {
                if !estimate.isCertified { open += 1 }
                result.losses.append(
                    SystemicRiskResult.Loss(
                        scenario: scenarios.name(number), firm: scenarios.firm(number),
                        index: min(1, estimate.total), downstream: min(1, estimate.downstream),
                        upstream: min(1, estimate.upstream), own: own(number), iterations: estimate.passes,
                        residual: estimate.bound, errorBound: estimate.bound,
                        isCertified: estimate.isCertified))
            }
            if open > 0 { result.findings.append(.notCertified(count: open)) }
        }

        /// What the shocked firms lose themselves.
        private func own(_ number: Int) -> Double {
            let shock = scenarios.shock(number)
            return zip(shock.nodes, zip(shock.downstream, shock.upstream)).reduce(0) { sum, entry in
                sum + ground.weights[Int(entry.0)] * max(entry.1.0, entry.1.1)
            }
        }

        private func touchesNothing(_ loss: SystemicRiskResult.Loss) -> Bool {
            guard loss.firm == nil else { return false }
            return loss.index == 0 || (loss.downstream == loss.own && loss.upstream == loss.own)
        }
    }
}
