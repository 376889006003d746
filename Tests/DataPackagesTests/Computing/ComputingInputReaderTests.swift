import DataPackages
import Ecosystem
import Testing

private func read(_ kind: ComputingInput.Kind, _ files: [String: String]) throws -> LoadedComputingInput {
    try ComputingInputReader.read(kind, from: .memory(files.mapValues { Array($0.utf8) }, name: "given"))
}

private func problem(_ kind: ComputingInput.Kind, _ files: [String: String]) -> [Finding] {
    let error = #expect(throws: ComputingInputProblem.self) { try read(kind, files) }
    return error?.findings ?? []
}

struct `Reading a matrix` {
    @Test func `keeps the file's order and tells missing from zero`() throws {
        let loaded = try read(.matrix, ["m.csv": "region,steel,cars\nTangshan,\"1,200\",\nBeijing,0,３５.5\n"])
        guard case .matrix(let matrix) = loaded.input else { throw Wrong.kind }
        #expect(matrix.regions == ["Tangshan", "Beijing"])
        #expect(matrix.industries == ["steel", "cars"])
        #expect(matrix.values == [1200, nil, 0, 35.5])
        #expect(matrix.complete == nil)
    }

    @Test func `tells every fault at once with row and column`() {
        let findings = problem(.matrix, ["m.csv": "region,steel,steel\nA,x,1\nA,2,3,4\n"])
        #expect(findings.contains { $0.row == 1 && $0.position == 3 && $0.value == "steel" })
        #expect(findings.contains { $0.row == 2 && $0.position == 2 && $0.value == "x" })
        #expect(findings.contains { $0.row == 3 && $0.position == 1 && $0.value == "A" })
        #expect(findings.contains { $0.row == 3 && $0.message.en.contains("4 cells") })
        #expect(problem(.matrix, ["m.csv": "only a header\n"]).count == 1)
    }
}

struct `Reading numbers that are none` {
    @Test(arguments: [
        ("s,a,b\na,x1,10\nb,30,20\n", 2, "“x1” is no number"),
        ("s,a,b\na,NaN,10\nb,30,20\n", 2, "“NaN” is no number"),
        ("s,a,b\na,1,inf\nb,30,20\n", 2, "“inf” is no number"),
        ("s,a,b\na,1,10\nb,30,1e300\n", 3, "too large to compute with"),
    ])
    func `a cell of a table that is no number is told where it stands`(flows: String, row: Int, words: String)
    {
        let findings = problem(
            .table, ["flows.csv": flows, "final_demand.csv": "s,use\na,1\nb,2\n"])
        #expect(findings.count == 1, "\(findings)")
        #expect(findings.first?.row == row && findings.first?.message.en.contains(words) == true)
        #expect(findings.first?.message.zh.contains("请") == true)
    }

    @Test func `so is one of a table with one column, and a sparse row stays a row`() throws {
        let findings = problem(
            .table, ["flows.csv": "s,a,b\na,1,10\nb,30,20\n", "final_demand.csv": "s,use\na,x\nb,2\n"])
        #expect(findings.map(\.row) == [2] && findings.first?.value == "x")
        let loaded = try read(
            .table, ["flows.csv": "s,a,b\na,,10\nb,30,\n", "final_demand.csv": "s,use\na,1\nb,2\n"])
        guard case .table(let table) = loaded.input else { throw Wrong.kind }
        #expect(table.flows == [0, 10, 30, 0])
    }

    @Test func `numbers that squares of overflow are told in every kind of input`() {
        #expect(problem(.matrix, ["m.csv": "r,a\nx,1e308\n"]).first?.message.en.contains("too large") == true)
        let network = problem(
            .network,
            ["firms.csv": "id,sector\n1,A\n2,B\n", "links.csv": "supplier,customer,value\n1,2,1e308\n"])
        #expect(network.map(\.row) == [2])
    }

    @Test func `a folder without its files is told which it needs`() {
        let table = #expect(throws: DataPackageError.self) { try read(.table, ["sectors.csv": "sector\n"]) }
        #expect(table?.description.contains("flows.csv and final_demand.csv") == true)
        let network = #expect(throws: DataPackageError.self) {
            try read(.network, ["firms.csv": "id,sector\n1,A\n"])
        }
        #expect(network?.description.contains("links.csv") == true)
    }
}

struct `Reading a table folder` {
    private let demand = "region,,a,b\ncategory,,fd,fd\nregion,sector,,\na,x,1,2\nb,x,3,4\n"

    @Test func `two header rows and two leading columns name region and sector`() throws {
        let flows = "region,,a,b\nsector,,x,x\nregion,sector,,\na,x,1,2\nb,x,3,4\n"
        let extra = "region,a,b\nsector,x,x\nkind,,\njobs,5,6\n"
        let loaded = try read(
            .table, ["flows.csv": flows, "final_demand.csv": demand, "extensions.csv": extra])
        guard case .table(let table) = loaded.input else { throw Wrong.kind }
        #expect(table.sectors.map(\.text) == ["a/x", "b/x"])
        #expect(table.flows == [1, 2, 3, 4])
        #expect(table.finalDemand == [1, 2, 3, 4])
        #expect(table.demandCategories.map(\.region) == ["a", "b"])
        #expect(table.extensionNames == ["jobs"])
        #expect(table.extensions == [5, 6])
    }

    @Test(arguments: ["/", "."])
    func `one header row may hold region and sector`(sign: String) throws {
        let flows = ",a\(sign)x,b\(sign)x\na\(sign)x,1,2\nb\(sign)x,,4\n"
        let loaded = try read(.table, ["flows.csv": flows, "final_demand.csv": demand])
        guard case .table(let table) = loaded.input else { throw Wrong.kind }
        #expect(table.sectors == [.init(region: "a", sector: "x"), .init(region: "b", sector: "x")])
        #expect(table.flows == [1, 2, 0, 4])
    }

    @Test func `labels that do not fit are found with the first that differs`() {
        let findings = problem(
            .table, ["flows.csv": ",x,y\nx,1,2\nz,3,4\n", "final_demand.csv": ",fd\nx,1\nz,1\n"])
        #expect(findings.contains { $0.file == "flows.csv" && $0.message.en.contains("“y” ≠ “z”") })
    }

    @Test func `no number in the file, a missing file and a word among numbers are told`() {
        #expect(
            problem(.table, ["flows.csv": "a,b\nc,d\n", "final_demand.csv": demand]).contains {
                $0.file == "flows.csv"
            })
        #expect(throws: DataPackageError.self) { try read(.table, ["flows.csv": ",x\nx,1\n"]) }
        let findings = problem(
            .table, ["flows.csv": ",x,y\nx,1,2\ny,oops,4\n", "final_demand.csv": ",fd\nx,1\ny,1\n"])
        #expect(findings.map(\.row) == [3])
        #expect(findings.map(\.position) == [2])
    }
}

struct `Reading a network folder` {
    private let firms = "firm,sector,revenue,name\n1,a,10,One\n2,b,,Two\n"

    @Test func `firms, links, needs and shocks are read`() throws {
        let loaded = try read(
            .network,
            [
                "firms.csv": firms, "edges.csv": "\"supplier\",\"customer\",\"w\"\n2,1,3.5\n",
                "ess_mat_sec.csv": "\"\",\"b\",\"a\"\n\"a\",0,1\n\"b\",2,0\n",
                "shocks.csv": "scenario,firm,loss\ns1,2,0.5\n",
            ])
        guard case .network(let network) = loaded.input else { throw Wrong.kind }
        #expect(network.firms == ["1", "2"])
        #expect(network.sectors == ["a", "b"])
        #expect(network.suppliers == [1])
        #expect(network.customers == [0])
        #expect(network.values == [3.5])
        #expect(network.column("revenue") == [10, nil])
        #expect(network.column("name") == nil)
        // Row = input, column = user: a for a 1, a for b 0, b for a 0, b for b 2, in the order of the firms' sectors.
        #expect(network.needs == [.replaceable, .irrelevant, .irrelevant, .essential])
        #expect(network.shocks == [.init(scenario: "s1", firm: 1, loss: 0.5)])
    }

    @Test func `every fault is told with its row`() {
        let findings = problem(
            .network,
            [
                "firms.csv": firms + "1,a,1,Again\n", "links.csv": "supplier,customer,value\n9,1,1\n1,2,-1\n",
                "essential.csv": ",a\na,7\n", "shocks.csv": "scenario,firm,loss\ns,1,2\n",
            ])
        let places = findings.map { "\($0.file):\($0.row ?? 0)" }
        for place in [
            "firms.csv:4", "links.csv:2", "links.csv:3", "essential.csv:0", "essential.csv:2", "shocks.csv:2",
        ] {
            #expect(places.contains(place), "\(place) in \(places)")
        }
    }
}

struct `A computing input's fingerprint` {
    @Test func `depends on the numbers and labels and not on the name`() throws {
        func matrix(_ name: String, _ value: Double?) throws -> ComputingInput {
            .matrix(
                try #require(RegionMatrix(name: name, regions: ["r"], industries: ["i"], values: [value])))
        }
        #expect(try matrix("a", 1).fingerprint == matrix("b", 1).fingerprint)
        #expect(try matrix("a", 1).fingerprint != matrix("a", 2).fingerprint)
        #expect(try matrix("a", 0).fingerprint != matrix("a", nil).fingerprint)
    }
}

private enum Wrong: Error { case kind }
