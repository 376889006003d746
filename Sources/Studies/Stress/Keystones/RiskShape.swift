import Kernels

extension FirmRisk.Result {
    /// How losses are spread over firms, and what a firm's size says of them. A firm's size is its own part of what is weighed.
    ///
    /// A measure is one number where the network is given, and an interval over many reconstructed ones.
    public struct Shape<Measure: Codable & Sendable & Equatable>: Codable, Sendable, Equatable {
        /// Firms of one class of size; losses are quantiles over its firms.
        public struct SizeClass: Codable, Sendable, Equatable {
            /// Mean size.
            public var size: Measure
            /// Losses that 5 %, 25 %, half, 75 % and 95 % of its firms do not exceed.
            public var low: Measure, quarter: Measure, middle: Measure, threeQuarters: Measure, high: Measure
        }

        /// The part of the sum of all firms' losses that the ten gravest carry, and the gravest one per cent.
        public var firstTen: Measure, firstPercent: Measure
        /// How many firms are one per cent, at least one.
        public var firmsOfPercent: Int
        /// Rank correlation of size and loss, −1…1; 0 where either is the same for all firms.
        public var sizeCorrelation: Measure
        /// How many of the ten gravest firms are among the ten largest.
        public var gravestAmongLargest: Measure
        /// Ten classes with as many firms each, the smallest first; fewer where there are fewer firms.
        public var classes: [SizeClass]
    }
}

extension FirmRisk.Result.Shape<Double> {
    /// The shape of one network.
    ///
    /// - Parameters:
    ///   - losses: the index of each firm.
    ///   - sizes: the size of each, as many.
    init(losses: [Double], sizes: [Double]) {
        func order(_ values: [Double]) -> [Int] {
            values.indices.sorted { (-values[$0], $0) < (-values[$1], $1) }
        }
        let (byLoss, bySize) = (order(losses), order(sizes))
        let all = losses.compensatedSum
        func part(ofFirst count: Int) -> Double {
            all > 0 ? byLoss.prefix(count).map { losses[$0] }.compensatedSum / all : 0
        }
        firmsOfPercent = max(1, (losses.count + 50) / 100)
        firstTen = part(ofFirst: 10)
        firstPercent = part(ofFirst: firmsOfPercent)
        sizeCorrelation = RankCorrelation.spearman(sizes, losses) ?? 0
        gravestAmongLargest = Double(Set(byLoss.prefix(10)).intersection(bySize.prefix(10)).count)
        let smallestFirst = Array(bySize.reversed())
        let count = min(10, smallestFirst.count)
        classes = (0..<count).map { number in
            let range = number * losses.count / count..<(number + 1) * losses.count / count
            let firms = smallestFirst[range]
            let quantiles = Quantiles(firms.map { losses[$0] })
            return SizeClass(
                size: firms.map { sizes[$0] }.compensatedSum / Double(firms.count),
                low: quantiles.value(at: 0.05), quarter: quantiles.value(at: 0.25),
                middle: quantiles.value(at: 0.5), threeQuarters: quantiles.value(at: 0.75),
                high: quantiles.value(at: 0.95))
        }
    }
}

extension FirmRisk.Result.Shape<FirmRisk.Result.Bands.Interval> {
    /// The shapes of many networks of as many firms.
    init(_ shapes: [FirmRisk.Result.Shape<Double>]) {
        typealias One = FirmRisk.Result.Shape<Double>
        func over(_ value: (One) -> Double) -> FirmRisk.Result.Bands.Interval { .init(shapes.map(value)) }
        let first = shapes.first
        firmsOfPercent = first?.firmsOfPercent ?? 0
        firstTen = over(\.firstTen)
        firstPercent = over(\.firstPercent)
        sizeCorrelation = over(\.sizeCorrelation)
        gravestAmongLargest = over(\.gravestAmongLargest)
        classes = (first?.classes ?? []).indices.map { place in
            SizeClass(
                size: over { $0.classes[place].size }, low: over { $0.classes[place].low },
                quarter: over { $0.classes[place].quarter }, middle: over { $0.classes[place].middle },
                threeQuarters: over { $0.classes[place].threeQuarters }, high: over { $0.classes[place].high }
            )
        }
    }
}

/// Quantiles of some values, interpolated between neighbours (type 7 of R. J. Hyndman, Y. Fan, “Sample quantiles in
/// statistical packages”, The American Statistician 50 (1996) 361–365).
struct Quantiles {
    private let sorted: [Double]

    init(_ values: [Double]) { sorted = values.sorted() }

    /// The value that a part of 0…1 of them does not exceed; 0 where there are none.
    func value(at part: Double) -> Double {
        guard let last = sorted.last else { return 0 }
        let place = min(max(part, 0), 1) * Double(sorted.count - 1)
        let lower = Int(place)
        guard lower + 1 < sorted.count else { return last }
        return sorted[lower] + (place - Double(lower)) * (sorted[lower + 1] - sorted[lower])
    }
}
