import CLanes

/// What firms lose, added up day by day: their losses, their worst days, when they are hit first; sums of what sectors and regions make.
public final class LossLedger {
    /// Output lost so far, less what was made up for.
    public let loss: PlainMemory<Double>
    /// The lowest output.
    public let lowest: PlainMemory<Double>
    /// Its day, −1 where output never fell.
    public let worstDay: PlainMemory<Int32>
    /// The first day on which a firm lost more than the threshold; −1 for never.
    public let hitDay: PlainMemory<Int32>
    /// What each sector makes today.
    public let byGroup: PlainMemory<Double>
    /// What each region makes today.
    public let byRegion: PlainMemory<Double>
    private let output: PlainMemory<Double>
    private let counts: PlainMemory<UInt8>
    private let groups: PlainMemory<UInt32>
    private let regions: PlainMemory<UInt32>
    private let shorts: PlainMemory<UInt32>
    private let news: PlainMemory<UInt32>
    private let regionCount: Int

    /// What a day brought.
    public struct Day {
        /// Firms below their usual output by more than the threshold.
        public var hits: Int
        /// Firms that made less than they wanted; the list lives until the next day is noted, as the other one.
        public var shorts: UnsafeBufferPointer<UInt32>
        /// Firms hit for the first time.
        public var news: UnsafeBufferPointer<UInt32>
    }

    /// An empty ledger.
    ///
    /// - Parameters:
    ///   - output: usual output, filled up to eights of firms.
    ///   - isLeftOut: firms that are not counted.
    ///   - groupOf: the sector of each firm; regionOf: its region, −1 for none.
    public init(
        output: PlainMemory<Double>, isLeftOut: PlainMemory<Bool>, groupOf: PlainMemory<Int32>,
        groupCount: Int,
        regionOf: PlainMemory<Int32>, regionCount: Int
    ) {
        let padded = output.count
        self.output = output
        self.regionCount = regionCount
        loss = PlainMemory(padded)
        lowest = PlainMemory((0..<padded).map { output[$0] * (1 - 1e-12) })
        worstDay = PlainMemory([Int32](repeating: -1, count: padded))
        hitDay = PlainMemory([Int32](repeating: -1, count: padded))
        byGroup = PlainMemory(groupCount)
        byRegion = PlainMemory(regionCount + 1)
        counts = PlainMemory(padded)
        groups = PlainMemory(padded)
        regions = PlainMemory(regionCount > 0 ? padded : 0)
        for node in 0..<isLeftOut.count {
            counts[node] = isLeftOut[node] ? 0 : 1
            groups[node] = UInt32(bitPattern: groupOf[node])
            if regionCount > 0 {
                let region = Int(regionOf[node])
                regions[node] = UInt32(truncatingIfNeeded: region >= 0 ? region : regionCount)
            }
        }
        shorts = PlainMemory(padded + 1)
        news = PlainMemory(padded + 1)
    }

    /// Notes a day.
    ///
    /// - Parameters:
    ///   - made: what each firm makes; wanted: what it would make if stocks sufficed.
    ///   - floor: the part of its usual output below which a firm is hit.
    public func note(
        _ day: Int32, made: PlainMemory<Double>, wanted: PlainMemory<Double>, floor: Double
    ) -> Day {
        for group in 0..<byGroup.count { byGroup[group] = 0 }
        for region in 0..<byRegion.count { byRegion[region] = 0 }
        var lists = LossLists(
            rows: UInt32(truncatingIfNeeded: output.count / 8), output: output.start, made: made.start,
            wanted: wanted.start, counts: counts.start, groups: groups.start, regions: regions.start,
            loss: loss.start, lowest: lowest.start, worstDay: worstDay.start, hitDay: hitDay.start,
            byGroup: byGroup.start, byRegion: regionCount > 0 ? byRegion.start : nil)
        var found: (UInt32, UInt32) = (0, 0)
        let hits = withUnsafeMutableBytes(of: &found) { bytes in
            lossDay(
                &lists, day, floor, shorts.start, news.start,
                bytes.assumingMemoryBound(to: UInt32.self).baseAddress)
        }
        return Day(
            hits: Int(hits), shorts: .init(start: shorts.start, count: Int(found.0)),
            news: .init(start: news.start, count: Int(found.1)))
    }
}
