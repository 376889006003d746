import DataPackages
import Ecosystem
import Foundation
import Kernels
import Testing

/// Whatever the bytes, the readers of a matrix, a table and a network answer with numbers that fit together, or with
/// findings. See `FuzzTests` for the other readers and the switch.
@Suite struct `Fuzzing the readers of computing inputs` {
    private static let executions =
        ProcessInfo.processInfo.environment["JINGWEI_FUZZ_EXECUTIONS"].flatMap(Int.init) ?? 400

    private static let seeds: [(ComputingInput.Kind, [String: String])] = [
        (.matrix, ["m.csv": "region,steel,cars\nTangshan,\"1,200\",\nBeijing,0,３５.5\n"]),
        (
            .table,
            [
                "flows.csv": "region,,a,b\nsector,,x,x\nregion,sector,,\na,x,1,2\nb,x,3,4\n",
                "final_demand.csv": "region,,a,b\ncategory,,fd,fd\nregion,sector,,\na,x,1,2\nb,x,3,4\n",
                "extensions.csv": "region,a,b\nsector,x,x\nkind,,\njobs,5,6\n",
            ]
        ),
        (
            .table,
            [
                "flows.csv": ",a/x,b/x\na/x,1,2\nb/x,,4\n",
                "final_demand.csv": ",households\na/x,1\nb/x,2\n",
            ]
        ),
        (
            .network,
            [
                "firms.csv": "id,sector,revenue,name\n1,a,10,甲\n2,b,,乙\n3,a,5,丙\n",
                "links.csv": "supplier,customer,value\n1,2,3.5\n2,3,1\n",
                "essential.csv": ",a,b\na,1,0\nb,0,2\n",
                "shocks.csv": "scenario,firm,loss\ns1,2,0.5\n",
                "measures.csv":
                    "id,kind,firm,amount,cost,customers,need,material\nm,stock,1,5,2,,,\nn,source,2,4,1,1; 2,1,\n",
            ]
        ),
    ]

    @Test func `matrices, tables and networks`() throws {
        var mutator = Mutator(seed: 7)
        var refused = 0
        for number in 0..<Self.executions {
            let (kind, texts) = Self.seeds[number % Self.seeds.count]
            var files = texts.mapValues { Array($0.utf8) }
            let names = files.keys.sorted()
            let name = names[mutator.generator.next(below: names.count)]
            let other = names[mutator.generator.next(below: names.count)]
            // Every tenth is as it ought to be, so that the way to the end is gone too.
            if number % 10 != 0 { files[name] = mutator.change(files[name] ?? [], with: files[other] ?? []) }
            if number % 23 == 0 { files[name] = nil }
            do {
                let loaded = try ComputingInputReader.read(kind, from: .memory(files, name: "given"))
                #expect(Self.fits(loaded.input), "number \(number)")
                #expect(!loaded.findings.hasErrors)
            } catch let problem as ComputingInputProblem {
                refused += 1
                #expect(problem.findings.hasErrors)
            } catch {
                refused += 1
                #expect(error is DataPackageError)
            }
        }
        print(
            "fuzz: computing inputs: \(Self.executions) executions, \(refused) answered with errors, no crash"
        )
        #expect(refused < Self.executions)
    }

    /// Whether labels and numbers belong together and every number is one.
    private static func fits(_ input: ComputingInput) -> Bool {
        switch input {
        case .matrix(let matrix):
            return matrix.values.count == matrix.regions.count * matrix.industries.count
                && matrix.values.allSatisfy { $0?.isFinite ?? true }
        case .table(let table):
            let count = table.sectors.count
            return table.flows.count == count * count
                && table.finalDemand.count == count * table.demandCategories.count
                && table.extensions.count == count * table.extensionNames.count
                && (table.flows + table.finalDemand + table.extensions).allSatisfy(\.isFinite)
        case .network(let network):
            let firms = Int32(network.firms.count)
            return network.sectorOfFirm.count == network.firms.count
                && network.sectorOfFirm.allSatisfy { $0 >= 0 && $0 < network.sectors.count }
                && network.suppliers.count == network.values.count
                && network.customers.count == network.values.count
                && (network.suppliers + network.customers).allSatisfy { $0 >= 0 && $0 < firms }
                && network.values.allSatisfy { $0.isFinite && $0 >= 0 }
                && network.measures.allSatisfy { $0.amount > 0 && $0.amount.isFinite && $0.cost >= 0 }
                && network.shocks.allSatisfy { $0.firm >= 0 && $0.firm < firms && (0...1).contains($0.loss) }
        }
    }
}
