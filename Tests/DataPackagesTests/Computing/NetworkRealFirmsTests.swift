import DataPackages
import Ecosystem
import Testing

@Suite("What a network folder says of real firms")
struct NetworkRealFirmsTests {
    private func read(_ about: String) throws -> SupplyNetwork {
        let files = [
            "firms.csv": "id,sector\na,x\nb,y\nc,y\n", "links.csv": "supplier,customer,value\na,b,1\n",
            "network.json": about,
        ].mapValues { Array($0.utf8) }
        let input = try ComputingInputReader.read(.network, from: .memory(files, name: "net")).input
        let network: SupplyNetwork? = if case .network(let network) = input { network } else { nil }
        return try #require(network)
    }

    @Test func `who is real is read, written back and part of the fingerprint`() throws {
        let network = try read(#"{"basis": "synthetic", "named": ["a", "b", "a"], "standIns": ["o.1"]}"#)
        #expect(network.realFirms == .init(listed: ["a", "b"], behindStandIns: ["o.1"]))
        let again = try ComputingInputReader.read(
            .network, from: .memory(NetworkWriter.files(network), name: "net")
        ).input
        #expect(again == .network(network))
        #expect(again.fingerprint != ComputingInput.network(try read(#"{"basis": "synthetic"}"#)).fingerprint)
    }

    @Test func `ids that no firm has and lists that are none are said`() throws {
        let problem = #expect(throws: ComputingInputProblem.self) {
            try read(#"{"basis": "synthetic", "named": ["z", "a"], "standIns": "o.1"}"#)
        }
        let lines = problem?.findings.map(\.description) ?? []
        #expect(lines.contains { $0.contains("“z”") } && lines.contains { $0.contains("standIns: a list") })
    }

    @Test func `stand-ins have ids of their own, and the network keeps its fingerprint and its numbers`()
        throws
    {
        let network = try read(#"{"basis": "synthetic"}"#)
        let hidden = network.standingIn(for: [2, 0, 9])
        #expect(hidden.firms == ["stand-in.1", "b", "stand-in.2"] && hidden.values == network.values)
        #expect(hidden.realFirms.hidden == [0, 2] && hidden.realFirms.hiddenIDs == ["a", "c"])
        #expect(ComputingInput.network(hidden).fingerprint == ComputingInput.network(network).fingerprint)
        #expect(network.standingIn(for: [9]) == network && network.realFirms.count == 0)
        #expect(
            SupplyNetwork.standInNumber("stand-in.07") == 7
                && SupplyNetwork.standInNumber("stand-in.x") == nil)
    }
}
