import Foundation
import InputOutput
import Kernels
import Testing

/// Values of `ref/io.json`, a reference in plain numpy without packages, on a made-up table of four regions.
@Suite struct `The reference of the made-up region` {
    @Test func `outputs and both inverses agree`() throws {
        let wanted = try Fixture.answers()
        let table = try Fixture.region()
        let inverse = try LeontiefInverse(table.system)
        #expect(distance(table.system.output, wanted["x"].list) < 1e-9)
        #expect(distance(inverse.matrix, wanted["L"].matrix) < 1e-9)
        #expect(distance(inverse.ghosh, wanted["G"].matrix) < 1e-9)
    }

    @Test func `linkages agree by solves and by the inverse`() throws {
        let wanted = try Fixture.answers()["linkages"]
        let solver = try Fixture.region().system.solver()
        for linkages in [try Linkages(solver.system), Linkages(solver), Linkages(solver.inverse())] {
            #expect(distance(linkages.directBackward, wanted["BL_direct"].list) < 1e-9)
            #expect(distance(linkages.directForward, wanted["FL_direct_B"].list) < 1e-9)
            #expect(distance(linkages.columnMultipliers, wanted["BL_total"].list) < 1e-9)
            #expect(distance(linkages.ghoshMultipliers, wanted["FL_total_G"].list) < 1e-9)
            #expect(distance(linkages.backward, wanted["rasmussen_backward"].list) < 1e-9)
            #expect(distance(linkages.forwardLeontief, wanted["rasmussen_forward_L"].list) < 1e-9)
            #expect(distance(linkages.forwardGhosh, wanted["forward_G_norm"].list) < 1e-9)
            #expect(linkages.standings.map(\.rawValue) == wanted["class_BL_L_FL_G"].texts)
        }
    }

    @Test func `coefficients of variation agree`() throws {
        let wanted = try Fixture.answers()["linkages"]
        let linkages = Linkages(try LeontiefInverse(try Fixture.region().system))
        #expect(distance(linkages.backwardVariation.map { $0 ?? .nan }, wanted["cv_backward"].list) < 1e-9)
        #expect(distance(linkages.forwardVariation.map { $0 ?? .nan }, wanted["cv_forward"].list) < 1e-9)
    }

    @Test func `extraction of every sector agrees with solving again without it`() throws {
        let wanted = try Fixture.answers()
        let inverse = try LeontiefInverse(try Fixture.region().system)
        let extraction = SectorExtraction(inverse)
        let backward = try #require(wanted["hem_backward_all"].matrix)
        let forward = try #require(wanted["hem_forward_all"].matrix)
        for sector in 0..<20 {
            #expect(
                distance(SectorExtraction.backwardLosses(of: sector, inverse), Array(backward.row(sector)))
                    < 1e-9)
            #expect(
                distance(SectorExtraction.forwardLosses(of: sector, inverse), Array(forward.row(sector)))
                    < 1e-9)
        }
        #expect(distance(extraction.backwardLoss, backward.rowSums) < 1e-9)
        #expect(distance(extraction.forwardLoss, forward.rowSums) < 1e-9)
        #expect(
            distance(extraction.completeLoss, wanted["hem_complete_sum_incl_own_output"].list) < 1e-9)
    }

    @Test func `footprints agree and the two accounts have one sum`() throws {
        let wanted = try Fixture.answers()["footprint"]
        let table = try Fixture.region()
        let footprint = try Footprint.run(
            table.system.solver(), regions: table.regions, regionCount: 4, demand: table.demand,
            accounts: .init(bySector: table.accounts)
        ).get()
        #expect(distance(footprint.intensities, wanted["S"].matrix) < 1e-9)
        #expect(distance(footprint.multipliers, wanted["M"].matrix) < 1e-9)
        #expect(distance(footprint.consumption, wanted["cba"].matrix) < 1e-9)
        #expect(distance(footprint.production, wanted["pba"].matrix) < 1e-9)
        #expect(distance(footprint.consumption.rowSums, footprint.production.rowSums) < 1e-9)
    }

    @Test func `value added by origin and the region's part agree`() throws {
        let wanted = try Fixture.answers()
        let table = try Fixture.region()
        let footprint = try Footprint.run(
            table.system.solver(), regions: table.regions, regionCount: 4, demand: table.demand,
            accounts: .init(bySector: table.accounts)
        ).get()
        let origin = footprint.origins[0]
        #expect(distance(origin, wanted["value_added_origin_by_final_demand_region"].matrix) < 1e-9)
        let local = (0..<4).map { origin[$0, $0] / origin.columnSums[$0] }
        #expect(distance(local, wanted["local_VA_share_of_own_final_demand"].list) < 1e-9)
    }

    @Test func `the localization of vehicles made in Beijing agrees`() throws {
        let wanted = try Fixture.answers()["sourcing_BJ_Vehicles"]
        let table = try Fixture.region()
        let chain = try ChainLocalization.run(
            table.system.solver(), product: 0, inside: table.regions.map { $0 < 3 }, regions: table.regions,
            regionCount: 4, valueAdded: Array(table.accounts.row(0))
        ).get()
        #expect(distance([chain.direct ?? .nan], [wanted["direct_BTH_share"].number]) < 1e-9)
        #expect(distance([chain.total ?? .nan], [wanted["total_BTH_share"].number]) < 1e-9)
        let content = ["BJ", "TJ", "HE", "ROC"].map { wanted["VA_content"][$0].number }
        #expect(distance(chain.valueAdded, content) < 1e-9)
        #expect(abs(chain.valueAdded.reduce(0, +) - 1) < 1e-9)
    }

    @Test func `a fit to the totals of the later date agrees`() throws {
        let wanted = try Fixture.answers()["ras"]
        let later = try Fixture.region("_t1").system.flows
        let fit = ProportionalFit.run(
            try Fixture.region().system.flows, rowTotals: later.rowSums, columnTotals: later.columnSums)
        #expect(fit.status == .fitted)
        #expect(distance(fit.matrix, wanted["Z"].matrix) < 1e-9)
    }

    @Test func `output decomposed into technology and demand agrees`() throws {
        let wanted = try Fixture.answers()["sda_x"]
        let earlier = try Fixture.region()
        let later = try Fixture.region("_t1")
        let decomposition = try StructuralDecomposition.output(
            earlier: earlier.system.solver(), earlierDemand: earlier.demand.rowSums,
            later: later.system.solver(), laterDemand: later.demand.rowSums)
        let split = try #require(decomposition)
        #expect(distance(split.polar[0], wanted["dL"].list) < 1e-9)
        #expect(distance(split.polar[1], wanted["dy"].list) < 1e-9)
        #expect(distance(split.total, wanted["total"].list) < 1e-9)
        #expect(distance(split.exact[0], split.polar[0]) < 1e-9, "two factors have one mean")
    }

    @Test func `value added decomposed into three factors agrees in both means`() throws {
        let wanted = try Fixture.answers()["sda_va"]
        let earlier = try Fixture.region()
        let later = try Fixture.region("_t1")
        let intensity = zip(earlier.accounts.row(0), earlier.system.output).map { $1 > 0 ? $0 / $1 : 0 }
        let decomposition = try StructuralDecomposition.account(
            earlier: earlier.system.solver(), earlierIntensity: intensity,
            earlierDemand: earlier.demand.rowSums, later: later.system.solver(),
            laterIntensity: intensity.map { $0 * 1.03 }, laterDemand: later.demand.rowSums)
        let split = try #require(decomposition)
        #expect(distance(split.polar.map { $0[0] }, wanted["polar_mean"].list) < 1e-9)
        #expect(distance(split.exact.map { $0[0] }, wanted["all_orders_mean"].list) < 1e-9)
        #expect(distance(split.total, [wanted["total"].number]) < 1e-9)
    }

    /// The national table behind this part of the reference is not kept. Flegg's coefficients are; dividing them by Flegg's
    /// factor gives the national ones back but for sector 1, which the region lacks.
    @Test func `location quotients and their multipliers agree`() throws {
        let wanted = try Fixture.answers()["regionalization"]
        let flegg = try #require(wanted["A_FLQ_03"].matrix)
        let quotients = wanted["SLQ"].list
        let lambda = wanted["lambda_03"].number
        let lacking = 1
        var national = flegg
        for row in 0..<42 {
            for column in 0..<42 where row != lacking && column != lacking {
                let cross = row == column ? quotients[row] : quotients[row] / quotients[column]
                national[row, column] = flegg[row, column] / min(1, lambda * cross)
            }
        }
        // Any national output with these shares: x^r_i = share_i x^n_i and Σ x^r = size Σ x^n.
        let outputs = try #require(
            Self.outputs(shares: wanted["share"].list, size: wanted["region_size"].number))
        for (method, key) in [
            (RegionalCoefficients.Method.simple, "mult_SLQ"), (.crossIndustry, "mult_CILQ"),
            (.flegg(delta: 0.3), "mult_FLQ_03"), (.augmentedFlegg(delta: 0.3), "mult_AFLQ_03"),
            (.flegg(delta: 0), "mult_CILQ"),
        ] {
            let region = try RegionalCoefficients.run(
                national: national, nationalOutput: outputs.national, regionalOutput: outputs.regional, method
            ).get()
            #expect(distance(region.quotients.map { $0 ?? .nan }, quotients) < 1e-9)
            var rest = region.coefficients
            rest.subtractFromIdentity()
            var found = try LUFactors(rest).solveTransposed([Double](repeating: 1, count: 42))
            var multipliers = wanted[key].list
            found.remove(at: lacking)
            multipliers.remove(at: lacking)
            #expect(distance(found, multipliers) < 1e-9, "\(key)")
        }
        let region = try RegionalCoefficients.run(
            national: national, nationalOutput: outputs.national, regionalOutput: outputs.regional,
            .flegg(delta: 0.3)
        ).get()
        #expect(abs(region.sizeFactor - lambda) < 1e-12)
        #expect(distance(region.coefficients, flegg) < 1e-12)
    }

    /// Two sizes of national output, on sectors below and above the mean share, chosen so that the mean is the region's.
    private static func outputs(shares: [Double], size: Double) -> (national: [Double], regional: [Double])? {
        let above = shares.filter { $0 > size }.map { $0 - size }.reduce(0, +)
        let below = shares.filter { $0 <= size }.map { size - $0 }.reduce(0, +)
        guard above > 0, below > 0 else { return nil }
        let national = shares.map { $0 > size ? 1 / above : 1 / below }
        return (national, zip(national, shares).map(*))
    }

    @Test func `cross-hauling of a region agrees`() throws {
        let wanted = try Fixture.answers()["charm"]
        let share = wanted["h"].list
        let balance = wanted["b_r"].list
        let volume = wanted["v_r"].list
        let exports = wanted["national_export"].list
        let imports = wanted["national_import"].list
        // The reference gives h, b, v and the nation's trade; the volumes x + z + d that it rests on follow from them.
        let national = share.indices.map { place -> Double in
            let crossing = exports[place] + imports[place] - abs(exports[place] - imports[place])
            return share[place] > 0 ? crossing / share[place] : 1
        }
        let regional = share.indices.map { place in
            share[place] > 0 ? (volume[place] - abs(balance[place])) / share[place] : abs(balance[place])
        }
        let zero = share.map { _ in 0.0 }
        let found = try CrossHauling.run(
            nation: .init(output: national, intermediateUse: zero, finalUse: zero), exports: exports,
            imports: imports,
            region: .init(
                output: zip(regional, balance).map { ($0 + $1) / 2 },
                intermediateUse: zip(regional, balance).map { ($0 - $1) / 2 }, finalUse: zero)
        ).get()
        #expect(distance(found.share, share) < 1e-9)
        #expect(distance(found.balance, balance) < 1e-9)
        #expect(distance(found.volume, volume) < 1e-9)
        #expect(distance(found.exports, wanted["e_r"].list) < 1e-9)
        #expect(distance(found.imports, wanted["m_r"].list) < 1e-9)
    }
}
