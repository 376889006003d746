/// CHARM: a region's exports and imports of each product, with goods that cross the border both ways.
///
/// The nation's cross-hauling h = (v − |b|) / (x + z + d), with v = e + m and b = e − m of its foreign trade, is taken to
/// hold in the region: v^r = |b^r| + h (x^r + z^r + d^r), b^r = x^r − z^r − d^r, e^r = (v^r + b^r) / 2, m^r = (v^r − b^r) / 2. x output,
/// z use by sectors, d domestic final use. Kronenberg 2009 (International Regional Science Review 32:40).
public struct CrossHauling: Sendable, Equatable {
    /// What a place makes and uses of each product.
    public struct Place: Sendable, Equatable {
        /// Output x.
        public var output: [Double]
        /// Use by sectors z.
        public var intermediateUse: [Double]
        /// Domestic final use d, without exports.
        public var finalUse: [Double]

        /// A place.
        public init(output: [Double], intermediateUse: [Double], finalUse: [Double]) {
            self.output = output
            self.intermediateUse = intermediateUse
            self.finalUse = finalUse
        }

        /// x + z + d.
        func volume(_ product: Int) -> Double {
            output[product] + intermediateUse[product] + finalUse[product]
        }
    }

    /// Why there is no estimate.
    public enum Problem: Error, Sendable, Equatable {
        /// A list is longer or shorter than the nation's output.
        case shape
        /// A number of this product is not finite, or exports or imports are negative.
        case badNumber(product: Int)
    }

    /// h of each product; 0 for a product that the nation neither makes nor uses.
    public let share: [Double]
    /// b^r: exports less imports.
    public let balance: [Double]
    /// v^r: exports and imports together.
    public let volume: [Double]
    /// e^r.
    public let exports: [Double]
    /// m^r.
    public let imports: [Double]

    /// Estimates a region's trade.
    public static func run(nation: Place, exports: [Double], imports: [Double], region: Place)
        -> Result<CrossHauling, Problem>
    {
        let count = nation.output.count
        let lists = [
            nation.intermediateUse, nation.finalUse, exports, imports, region.output, region.intermediateUse,
            region.finalUse,
        ]
        guard lists.allSatisfy({ $0.count == count }) else { return .failure(.shape) }
        for product in 0..<count {
            let numbers = lists.map { $0[product] } + [nation.output[product]]
            guard numbers.allSatisfy(\.isFinite), exports[product] >= 0, imports[product] >= 0 else {
                return .failure(.badNumber(product: product))
            }
        }
        let share = (0..<count).map { product -> Double in
            let volume = nation.volume(product)
            let crossing =
                exports[product] + imports[product] - (exports[product] - imports[product]).magnitude
            return volume > 0 ? crossing / volume : 0
        }
        let balance = (0..<count).map { product in
            region.output[product] - region.intermediateUse[product] - region.finalUse[product]
        }
        let volume = (0..<count).map { balance[$0].magnitude + share[$0] * region.volume($0) }
        return .success(
            CrossHauling(
                share: share, balance: balance, volume: volume,
                exports: zip(volume, balance).map { ($0 + $1) / 2 },
                imports: zip(volume, balance).map { ($0 - $1) / 2 }))
    }
}
