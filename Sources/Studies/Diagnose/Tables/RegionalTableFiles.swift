import Ecosystem
import InputOutput
import Kernels
import Reporting

/// The estimated table of a region as the files of a table folder.
struct RegionalTableFiles {
    private let region: Regionalize.Region
    private let result: Regionalize.Result
    private let given: GivenTable

    init(_ region: Regionalize.Region, _ result: Regionalize.Result, _ given: GivenTable) {
        self.region = region
        self.result = result
        self.given = given
    }

    /// `flows.csv`, `final_demand.csv` with what is left of each output, `extensions.csv` with what is bought elsewhere and the rest.
    func files(_ input: StudyInput) throws -> [ReportFile] {
        let regional = given.table.companions.regional
        guard let place = regional?.regions.firstIndex(of: region.region),
            let sizes = regional?.output[place],
            let way = Regionalize.Way(rawValue: result.method),
            let estimate = try? RegionalEstimates(given).estimate(sizes, way, delta: result.delta ?? 0)
        else { return [] }
        let labels = given.table.sectors.map(\.text)
        let flows = estimate.flows
        let bought = flows.columnSums
        let all = zip(estimate.technique.columnSums, estimate.output).map(*)
        return [
            GivenTable.file(
                "flows.csv", corner: "sector", columns: labels,
                rows: labels.indices.map { (labels[$0], Array(flows.row($0))) }),
            GivenTable.file(
                "final_demand.csv", corner: "sector", columns: ["Final use and sales elsewhere"],
                rows: zip(labels, estimate.left).map { ($0, [$1]) }),
            GivenTable.file(
                "extensions.csv", corner: "account", columns: labels,
                rows: [
                    ("Imports", zip(all, bought).map(-)),
                    ("Value added", zip(estimate.output, all).map(-)),
                ]),
        ]
    }
}
