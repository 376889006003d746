import DataPackages
import Ecosystem
import Testing

@Suite("What a network folder says of its money and of imports")
struct NetworkMoneyTests {
    private let plain = [
        "firms.csv": "id,sector,compensation\na,x,2\nb,y,\n", "links.csv": "supplier,customer,value\na,b,1\n",
    ]

    private func read(_ more: [String: String]) throws -> SupplyNetwork {
        let files = plain.merging(more) { $1 }.mapValues { Array($0.utf8) }
        let input = try ComputingInputReader.read(.network, from: .memory(files, name: "net")).input
        let network: SupplyNetwork? = if case .network(let network) = input { network } else { nil }
        return try #require(network)
    }

    private let about = [
        "network.json":
            #"{"unit": {"en": "100 million yuan", "zh": "亿元"}, "scale": 100000000, "days": 73, "importsBasis": "estimated"}"#,
        "imports.csv": "sector,share,counted_en,counted_zh\ny,0.25,Wider things,更宽的部门\n",
    ]

    @Test func `unit, scale, days and parts from abroad are read, written back and part of the fingerprint`()
        throws
    {
        let network = try read(about)
        #expect(
            network.money == .init(unit: Localized("100 million yuan", "亿元"), scale: 1e8, days: 73))
        #expect(
            network.imports
                == .init(
                    shares: [nil, 0.25], counted: [nil, Localized("Wider things", "更宽的部门")], basis: .estimated
                ))
        let again = try ComputingInputReader.read(
            .network, from: .memory(NetworkWriter.files(network), name: "net")
        ).input
        #expect(again.fingerprint == ComputingInput.network(network).fingerprint)
        let bare = try read([:])
        #expect(bare.money == nil && bare.imports == nil)
        #expect(ComputingInput.network(bare).fingerprint != again.fingerprint)
    }

    /// 2 × 100 million yuan in 73 days are 1,000 million in a year: 10,000 jobs of 100,000 yuan.
    @Test func `jobs are pay over the pay of one job, or the column of jobs`() throws {
        let network = try read(about)
        let jobs = try #require(network.jobs(column: "jobs", pay: 100_000))
        #expect(jobs.count == 2 && jobs[1] == nil && abs((jobs[0] ?? 0) - 10_000) < 1e-6)
        #expect(network.jobs(column: "jobs", pay: nil) == nil)
        #expect(network.jobs(column: "compensation", pay: nil) == [2, nil])
        #expect(try read([:]).jobs(column: "jobs", pay: 100_000) == nil)
    }

    @Test func `what is wrong with them is said with its place`() throws {
        let problem = #expect(throws: ComputingInputProblem.self) {
            try read([
                "network.json": #"{"basis": "sure", "unit": "shells", "scale": -1, "days": "many"}"#,
                "imports.csv": "sector,share\nz,0.1\nx,1.5\n",
            ])
        }
        let lines = problem?.findings.map(\.description) ?? []
        #expect(lines.contains { $0.hasPrefix("imports.csv:2:sector") && $0.contains("“z”") })
        #expect(lines.contains { $0.hasPrefix("imports.csv:3:share") && $0.contains("“1.5”") })
        #expect(lines.count { $0.hasPrefix("network.json") } == 3)
    }
}
