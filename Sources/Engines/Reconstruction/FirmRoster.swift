import Kernels

/// The firms, group by group, the largest of each group first.
struct FirmRoster {
    /// Where the firms of each group of ``SectorFlows/groups`` stand.
    let ofGroup: [Range<Int>]
    /// The group of each firm.
    let groupOfFirm: [Int32]
    /// What each firm makes.
    let output: [Double]
    /// The share of each firm in its group's output.
    let share: [Double]
    /// The firm that each named firm is.
    let named: [Int32]

    init(_ targets: ReconstructionTargets, _ flows: SectorFlows, _ options: ReconstructionOptions) {
        var ranges: [Range<Int>] = []
        var groupOfFirm: [Int32] = []
        var share: [Double] = []
        let count = flows.groups.reduce(0) { $0 + $1.firms }
        groupOfFirm.reserveCapacity(count)
        share.reserveCapacity(count)
        var output = [Double](repeating: 0, count: count)
        for (number, group) in flows.groups.enumerated() {
            var generator = SeededGenerator(seed: Self.seed(options.seed, 1, number))
            let start = share.count
            share += targets.sizes.shares(group.firms, &generator)
            ranges.append(start..<share.count)
            groupOfFirm += repeatElement(Int32(clamping: number), count: group.firms)
            for firm in start..<share.count { output[firm] = share[firm] * group.output }
        }
        ofGroup = ranges
        self.groupOfFirm = groupOfFirm
        self.share = share
        self.output = output
        named = Self.places(of: targets, flows, ranges, options)
    }

    /// A seed for a stream of its own: purpose and number are mixed in.
    static func seed(_ seed: UInt64, _ purpose: UInt64, _ number: Int) -> UInt64 {
        var mixer = SplitMix64(seed: seed)
        var next = SplitMix64(seed: mixer.next() ^ (purpose << 48) ^ UInt64(truncatingIfNeeded: number))
        return next.next()
    }

    /// Different firms of their groups for the named ones: any, or the largest in any order.
    private static func places(
        of targets: ReconstructionTargets, _ flows: SectorFlows, _ ranges: [Range<Int>],
        _ options: ReconstructionOptions
    ) -> [Int32] {
        var numbers: [Int: Int] = [:]
        for (number, place) in flows.places.enumerated() { numbers[place] = number }
        var members: [Int: [Int]] = [:]
        for (firm, place) in targets.namedFirms.enumerated() {
            if let number = numbers[place] { members[number, default: []].append(firm) }
        }
        var named = [Int32](repeating: 0, count: targets.namedFirms.count)
        for (number, firms) in members.sorted(by: { $0.key < $1.key }) {
            var generator = SeededGenerator(seed: seed(options.seed, 2, number))
            let range = ranges[number]
            var taken: Set<Int> = []
            let reach = options.namedSize == .largest ? firms.count : range.count
            for firm in firms {
                var place = generator.next(below: reach)
                while !taken.insert(place).inserted { place = generator.next(below: reach) }
                named[firm] = Int32(clamping: range.lowerBound + place)
            }
        }
        return named
    }
}
