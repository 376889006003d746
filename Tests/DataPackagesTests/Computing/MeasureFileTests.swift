import DataPackages
import Ecosystem
import Testing

@Suite("Measures in a network folder")
struct MeasureFileTests {
    private func read(_ measures: String) throws -> SupplyNetwork {
        let files = [
            "firms.csv": "id,sector,demand\na,x,5\nb,y,\nc,y,\n",
            "links.csv": "supplier,customer,value\nb,a,2\n",
            "measures.csv": measures,
        ]
        let source = PackageSource.memory(files.mapValues { Array($0.utf8) }, name: "net")
        guard case .network(let network) = try ComputingInputReader.read(.network, from: source).input else {
            throw DataPackageError("no network", "没有网络")
        }
        return network
    }

    @Test func `every kind is read with its firm, amount and cost`() throws {
        let network = try read(
            """
            id,kind,firm,amount,cost,customers,need,material
            s,stock,b,10,1,,,
            k,capacity,b,2.5,0,,,
            r,recovery,a,3,7,,,
            o,source,c,4,2,a,,
            n,supplier,new,6,9,a; c,3,y

            """)
        #expect(
            network.measures == [
                .init(id: "s", kind: .stock, firm: 1, amount: 10, cost: 1),
                .init(id: "k", kind: .capacity, firm: 1, amount: 2.5, cost: 0),
                .init(id: "r", kind: .recovery, firm: 0, amount: 3, cost: 7),
                .init(id: "o", kind: .source, firm: 2, amount: 4, cost: 2, customers: [0]),
                .init(
                    id: "n", kind: .supplier, firm: nil, amount: 6, cost: 9, customers: [0, 2], need: 3,
                    material: 1),
            ])
        let other = try read("id,kind,firm,amount,cost\ns,stock,b,11,1\n")
        #expect(ComputingInput.network(other).fingerprint != ComputingInput.network(network).fingerprint)
    }

    @Test func `everything that is wrong is told at its row and column`() throws {
        let problem = #expect(throws: ComputingInputProblem.self) {
            try read(
                """
                id,kind,firm,amount,cost,customers,need,material
                a,magic,b,1,1,,,
                b,stock,nobody,1,1,,,
                c,stock,b,0,1,,,
                d,stock,b,1,-1,,,
                e,source,b,1,1,,,
                f,supplier,a,1,1,a,,y
                g,supplier,g,1,1,a,,gold
                h,source,b,1,1,a,many,
                h,stock,b,1,1,,,

                """)
        }
        let places = (problem?.findings ?? []).map { "\($0.row ?? 0) \($0.column?.rawValue ?? "")" }
        #expect(
            places == [
                "2 kind", "3 firm", "4 amount", "5 cost", "6 customers", "7 firm", "8 material", "9 need",
                "10 id",
            ])
        #expect(throws: ComputingInputProblem.self) { try read("id,kind\na,stock\n") }
    }
}
