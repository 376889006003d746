public import Kernels

/// Who causes what: emissions, jobs or value added of sectors, by the region whose final demand calls for them.
///
/// S = F x̂⁻¹, M = S L; the account of region r by consumption is S L Y_r, by production the sum of F over its sectors,
/// both with what final demand itself causes (F_Y). Imports are what r's consumption causes elsewhere, exports what
/// others' consumption causes in r. Over all regions the account by consumption equals the one by production. Miller &
/// Blair 2009, ch. 10; Stadler 2021 (pymrio, J. Open Research Software 9:8).
public struct Footprint: Sendable, Equatable {
    /// What is to be traced.
    public struct Accounts: Sendable {
        /// F: one row an account, one column a sector.
        public var bySector: DenseMatrix
        /// F_Y: one row an account, one column a region of final demand; `nil` where final demand causes nothing itself.
        public var byDemand: DenseMatrix?

        /// Accounts.
        public init(bySector: DenseMatrix, byDemand: DenseMatrix? = nil) {
            self.bySector = bySector
            self.byDemand = byDemand
        }
    }

    /// S: an account for a unit of output; 0 for a sector without output. One row an account, one column a sector.
    public let intensities: DenseMatrix
    /// M = S L: an account for a unit of final demand for a product.
    public let multipliers: DenseMatrix
    /// For each account, by region of origin (rows) and region of final demand (columns), without F_Y.
    public let origins: [DenseMatrix]
    /// One row an account, one column a region: by consumption.
    public let consumption: DenseMatrix
    /// By production.
    public let production: DenseMatrix
    /// What consumption in the region causes in the others.
    public let imports: DenseMatrix
    /// What the others' consumption causes in the region.
    public let exports: DenseMatrix

    /// Traces accounts.
    ///
    /// - Parameters:
    ///   - regions: For each sector the number of its region, 0 ..< `regionCount`.
    ///   - demand: Y: one row a sector, one column a region.
    /// - Complexity: one solve an account and one a region.
    public static func run(
        _ solver: some LeontiefResponse, regions: [Int], regionCount: Int, demand: DenseMatrix,
        accounts: Accounts
    ) -> Result<Footprint, TableProblem> {
        let system = solver.system
        let kinds = accounts.bySector.rowCount
        if regions.count != system.count || regions.contains(where: { $0 < 0 || $0 >= regionCount }) {
            return .failure(.shape("the list of regions", found: regions.count, expected: system.count))
        }
        if demand.rowCount != system.count || demand.columnCount != regionCount {
            return .failure(
                .shape("final demand", found: demand.values.count, expected: system.count * regionCount))
        }
        if accounts.bySector.columnCount != system.count {
            return .failure(
                .shape("an account", found: accounts.bySector.columnCount, expected: system.count))
        }
        if let own = accounts.byDemand, own.rowCount != kinds || own.columnCount != regionCount {
            return .failure(
                .shape("accounts of final demand", found: own.values.count, expected: kinds * regionCount))
        }
        var intensities = accounts.bySector
        intensities.scaleColumns(by: system.reciprocalOutput)
        var multipliers = DenseMatrix(rows: kinds, columns: system.count)
        for kind in 0..<kinds {
            let content = solver.content(of: Array(intensities.row(kind)))
            for sector in 0..<system.count { multipliers[kind, sector] = content[sector] }
        }
        var origins = [DenseMatrix](
            repeating: DenseMatrix(rows: regionCount, columns: regionCount), count: kinds)
        for region in 0..<regionCount {
            let output = solver.output(for: demand.column(region))
            for kind in 0..<kinds {
                for sector in 0..<system.count {
                    origins[kind][regions[sector], region] += intensities[kind, sector] * output[sector]
                }
            }
        }
        return .success(
            Footprint(
                intensities: intensities, multipliers: multipliers, origins: origins,
                accounts: accounts, regions: regions, regionCount: regionCount))
    }

    private init(
        intensities: DenseMatrix, multipliers: DenseMatrix, origins: [DenseMatrix], accounts: Accounts,
        regions: [Int], regionCount: Int
    ) {
        let kinds = origins.count
        var consumption = DenseMatrix(rows: kinds, columns: regionCount)
        var production = consumption
        var imports = consumption
        var exports = consumption
        for kind in 0..<kinds {
            let byDemand = origins[kind].columnSums
            let caused = origins[kind].rowSums
            for sector in regions.indices {
                production[kind, regions[sector]] += accounts.bySector[kind, sector]
            }
            for region in 0..<regionCount {
                let direct = accounts.byDemand?[kind, region] ?? 0
                let own = origins[kind][region, region]
                consumption[kind, region] = byDemand[region] + direct
                production[kind, region] += direct
                imports[kind, region] = byDemand[region] - own
                exports[kind, region] = caused[region] - own
            }
        }
        self.intensities = intensities
        self.multipliers = multipliers
        self.origins = origins
        self.consumption = consumption
        self.production = production
        self.imports = imports
        self.exports = exports
    }

    /// An account by region of final demand and product, whichever region made the product: Σ over regions q of
    /// M of (q, product) · Y of (q, product) to r.
    ///
    /// - Parameters:
    ///   - products: For each sector the number of its product, 0 ..< `productCount`.
    /// - Returns: One row a region, one column a product, without F_Y.
    public func consumption(
        of kind: Int, byProduct products: [Int], productCount: Int, demand: DenseMatrix
    ) -> DenseMatrix {
        var result = DenseMatrix(rows: demand.columnCount, columns: productCount)
        for sector in products.indices {
            for region in 0..<demand.columnCount {
                result[region, products[sector]] += multipliers[kind, sector] * demand[sector, region]
            }
        }
        return result
    }
}
