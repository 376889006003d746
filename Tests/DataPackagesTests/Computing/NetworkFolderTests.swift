import DataPackages
import Ecosystem
import Foundation
import Testing

@Suite("Regions and an earlier date in a network folder")
struct NetworkFolderTests {
    private func read(_ files: [String: String]) throws -> SupplyNetwork {
        let source = PackageSource.memory(files.mapValues { Array($0.utf8) }, name: "net")
        let input = try ComputingInputReader.read(.network, from: source).input
        let network: SupplyNetwork? = if case .network(let network) = input { network } else { nil }
        return try #require(network)
    }

    private let firms = "id,sector,region,revenue\na,x,West,1\nb,y,,2\nc,x,East,3\nd,x,West,4\n"
    private let links = "supplier,customer,value\na,b,1\n"

    @Test func `regions are read in order, and a firm without one has none`() throws {
        let network = try read(["firms.csv": firms, "links.csv": links])
        #expect(network.places?.regions == ["West", "East"])
        #expect(network.places?.regionOfFirm == [0, -1, 1, 0])
        #expect(network.columns.map(\.name) == ["revenue"] && network.earlier == nil)
        let plain = try read(["firms.csv": "id,sector\na,x\nb,y\n", "links.csv": links])
        #expect(plain.places == nil)
        #expect(ComputingInput.network(plain).fingerprint != ComputingInput.network(network).fingerprint)
    }

    @Test func `ways of links and numbers of sites are read, and are part of the fingerprint`() throws {
        let plain = try read(["firms.csv": firms, "links.csv": links])
        let ways = try read([
            "firms.csv": "id,sector,bpns\na,x,BPNS00000BTHS142\nb,y,\n",
            "links.csv": "supplier,customer,value,via\na,b,1,port\nb,a,2,\na,b,3,rail\n",
        ])
        #expect(ways.ways == .init(names: ["port", "rail"], wayOfLink: [0, -1, 1]))
        #expect(ways.siteNumbers == ["BPNS00000BTHS142", ""])
        #expect(plain.ways == nil && plain.siteNumbers == nil)
        #expect(ComputingInput.network(plain).fingerprint != ComputingInput.network(ways).fingerprint)
    }

    @Test func `earlier links name the same firms, and are part of the fingerprint`() throws {
        let earlier = "supplier,customer,value\nc,b,5\n"
        let both = try read(["firms.csv": firms, "links.csv": links, "links-earlier.csv": earlier])
        #expect(both.earlier == SupplyNetwork.Links(suppliers: [2], customers: [1], values: [5]))
        let one = try read(["firms.csv": firms, "links.csv": links])
        #expect(ComputingInput.network(both).fingerprint != ComputingInput.network(one).fingerprint)
        let problem = #expect(throws: ComputingInputProblem.self) {
            try read(["firms.csv": firms, "links.csv": links, "links-earlier.csv": earlier + "e,b,1\n"])
        }
        #expect(problem?.findings.contains { $0.file == "links-earlier.csv" && $0.row == 3 } == true)
    }

    @Test func `a package brings its network in the folder network, and is not asked for one`() throws {
        try Places.withFolder { folder in
            #expect(try ComputingInputReader.network(ofPackage: folder)?.input == nil)
            let inside = folder + "/" + ComputingInputReader.networkFolder
            try FileManager.default.createDirectory(atPath: inside, withIntermediateDirectories: true)
            try firms.write(toFile: inside + "/firms.csv", atomically: true, encoding: .utf8)
            #expect(throws: (any Error).self) { try ComputingInputReader.network(ofPackage: folder) }
            try links.write(toFile: inside + "/links.csv", atomically: true, encoding: .utf8)
            let loaded = try #require(try ComputingInputReader.network(ofPackage: folder))
            #expect(loaded.input.kind == .network && loaded.input.name.hasSuffix("/network"))
        }
    }
}
