import Foundation
import Jingwei

/// Networks of made-up firms: how long drawing takes, and bands over many of them.
enum ReconstructionBenchmark {
    /// So many firms in sectors by Zipf(0.7), sizes lognormal(1.5), three of ten coefficients above 0 with half of the output
    /// bought in the network, drawn by seed; ten suppliers a firm.
    static func targets(firms: Int, sectors: Int, regions: Int, seed: UInt64) -> ReconstructionTargets {
        var generator = SeededGenerator(seed: seed)
        let weights = (0..<sectors).map { pow(Double($0 + 1), -0.7) }
        let whole = weights.reduce(0, +)
        var groups: [ReconstructionTargets.Group] = []
        for sector in 0..<sectors {
            for region in 0..<regions {
                let count = Int((weights[sector] / whole * Double(firms) / Double(regions)).rounded())
                if count > 0 {
                    groups.append(.init(sector: sector, region: region, firms: count, output: Double(count)))
                }
            }
        }
        var coefficients = [Double](repeating: 0, count: sectors * sectors)
        for buyer in 0..<sectors {
            var column = (0..<sectors).map { _ in
                generator.nextFraction() < 0.3 ? generator.nextFraction() : 0
            }
            let sum = column.reduce(0, +)
            if sum > 0 { column = column.map { $0 * 0.5 / sum } }
            for seller in 0..<sectors { coefficients[seller * sectors + buyer] = column[seller] }
        }
        let closeness =
            regions > 1
            ? (0..<regions * regions).map { exp(-abs(Double($0 / regions) - Double($0 % regions)) / 3) } : nil
        return ReconstructionTargets(
            sectors: (0..<sectors).map { "s\($0)" }, regions: (0..<regions).map { "r\($0)" }, groups: groups,
            coefficients: coefficients, closeness: closeness)
    }

    static func draw(firms: Int, sectors: Int, regions: Int, threads: Int) throws {
        let targets = targets(firms: firms, sectors: sectors, regions: regions, seed: 42)
        var options = ReconstructionOptions()
        options.threads = threads
        let (answer, cost) = Measure.run { NetworkReconstruction.run(on: targets, options) }
        let network = try answer.get()
        print(
            "\(network.output.count) firms, \(sectors) sectors, \(regions) regions, \(network.values.count) links "
                + "(\(network.expectedLinks.rounded()) expected, \(network.wantedLinks) wanted), \(threads) threads: \(cost.text)"
        )
        let trade = network.values.reduce(0, +)
        let asked = network.expectedFlows.reduce(0, +)
        print("trade drawn \(trade), asked \(asked); worst expected sales \(network.worstSales)")
    }

    /// The study `systemic-risk` over reconstructed networks of a package.
    static func bands(samples: Int, folder: String) throws {
        let package = try PackageReader.read(folder: folder)
        let study = FirmRisk()
        let (result, cost) = try Measure.run {
            try study.result(
                on: StudyInput.prepared(
                    for: study.description, model: package.model, given: ["samples": String(samples)]))
        }
        guard let bands = result.bands else { return print("no bands") }
        print(
            "\(samples) networks of \(bands.firms) firms and \(Int(bands.links)) links, every firm alone, to \(result.tolerance ?? 0): \(cost.text)"
        )
        print(
            "gravest \(bands.curve.first?.loss ?? bands.mean), mean \(bands.mean), off by \(bands.errorBound), \(bands.uncertified) unproven"
        )
    }
}
