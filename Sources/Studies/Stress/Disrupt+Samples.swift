import Ecosystem
import Foundation
import Kernels
import Reconstruction
import Resilience
import Synchronization

extension Disrupt {
    /// The same shocks on many reconstructed networks: sums of the middle one, and the middle 90 % of all as a band.
    ///
    /// Networks are drawn and followed side by side; the answer is the same on any number of cores.
    func samplesResult(_ samples: Int, _ input: StudyInput) throws -> Result {
        let (plan, reconstruction) = try FirmRisk().plan(input)
        let found = Mutex([Result?](repeating: nil, count: samples))
        let failure = Mutex<(any Error)?>(nil)
        let done = Mutex(0)
        let queue = WorkQueue(count: samples)
        let threads = max(1, min(samples, ProcessInfo.processInfo.activeProcessorCount))
        var quiet = input
        quiet.progress = StudyProgress()
        let asked = quiet
        WorkQueue.run(threads: threads) { _ in
            while let places = queue.take() {
                for place in places {
                    do {
                        var drawing = reconstruction
                        drawing.seed = reconstruction.seed &+ UInt64(place)
                        drawing.threads = 1
                        let name = asked.model.identity.id + "+reconstructed"
                        guard let companion = try CompanionNetwork(plan, drawing, name: name) else {
                            throw StudyCancelled()
                        }
                        let result = try self.networkResult(companion.network, asked)
                        found.withLock { $0[place] = result }
                        let count = done.withLock { count in
                            count += 1
                            return count
                        }
                        try input.progress.advance(
                            to: Double(count) / Double(samples),
                            Localized("network \(count) of \(samples)", "第 \(count)/\(samples) 个网络"))
                    } catch {
                        failure.withLock { $0 = $0 ?? error }
                        queue.stop()
                    }
                }
            }
        }
        if let error = failure.withLock({ $0 }) { throw error }
        let all = found.withLock { $0.compactMap(\.self) }
        let sorted = all.sorted { ($0.loss, $0.worst) < ($1.loss, $1.worst) }
        guard sorted.count == samples, var middle = sorted.dropFirst(samples / 2).first,
            !middle.shocks.isEmpty
        else { return all.first ?? Result(missing: .init(input.model)) }
        for day in middle.curve.indices {
            let losses = all.compactMap { $0.curve.indices.contains(day) ? $0.curve[day].loss : nil }.sorted()
            middle.curve[day].low = losses[Self.place(0.05, losses.count)]
            middle.curve[day].high = losses[Self.place(0.95, losses.count)]
        }
        let shares = all.map(\.lossShare).sorted()
        let worst = all.map(\.worst).sorted()
        middle.bands = .init(
            samples: samples, seed: Int(clamping: reconstruction.seed),
            lossShare: .init(shares), worst: .init(worst),
            firstDry: .init(
                all.compactMap { $0.segments.compactMap(\.dryDay).min() }.map(Double.init).sorted()),
            felt: all.count { $0.segments.contains { $0.dryDay != nil } },
            segments: Self.intervals(all) { $0.segments.map { ($0.sector, $0.worst) } },
            regions: Self.intervals(all) { $0.regions.map { ($0.region, $0.worst) } })
        return middle
    }

    /// The place of a quantile among sorted numbers: the nearest rank.
    static func place(_ part: Double, _ count: Int) -> Int {
        max(0, min(count - 1, Int((part * Double(count)).rounded(.up)) - 1))
    }

    private static func intervals(
        _ all: [Result], _ values: (Result) -> [(String, Double)]
    ) -> [Result.Bands.Named] {
        var found: [String: [Double]] = [:]
        for result in all { for (name, value) in values(result) { found[name, default: []].append(value) } }
        return found.sorted { $0.key < $1.key }.map { name, values in
            .init(name: name, worst: .init(values.sorted()))
        }
    }
}

extension Disrupt.Result.Bands.Interval {
    /// The middle 90 % of sorted numbers; nothing of none.
    init(_ sorted: [Double]) {
        guard !sorted.isEmpty else {
            self.init(low: nil, middle: nil, high: nil)
            return
        }
        self.init(
            low: sorted[Disrupt.place(0.05, sorted.count)], middle: sorted[Disrupt.place(0.5, sorted.count)],
            high: sorted[Disrupt.place(0.95, sorted.count)])
    }
}
