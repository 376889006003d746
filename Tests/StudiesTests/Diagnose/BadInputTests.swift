import DataPackages
import Ecosystem
import Foundation
import Reporting
import Studies
import Testing

/// What studies that take numbers say of numbers that make no sense: a finding or a result with reasons, never a crash, and no
/// number that is not finite.
@Suite struct `Bad input` {
    private static let matrices = [
        "negative": "r,a,b,c\nx,1,-2,3\ny,4,5,6\n", "empty row": "r,a,b,c\nx,0,0,0\ny,4,5,6\nz,1,2,3\n",
        "empty column": "r,a,b,c\nx,0,1,2\ny,0,5,6\n", "one region": "r,a,b,c\nx,1,2,3\n",
        "one industry": "r,a\nx,1\ny,2\n", "zeros": "r,a,b\nx,0,0\ny,0,0\n", "missing": "r,a,b\nx,,1\ny,2,\n",
        "short row": "r,a,b\nx,1\ny,2,3\n", "a cell": "r,a\nx,0.5\n", "seconds": "r,seconds\nx,0\ny,0\n",
        "tiny": "r,a,b\nx,1e-300,1e-300\ny,1,0\n",
    ]

    private static let tables = [
        "negative": ("s,a,b\na,-20,10\nb,30,20\n", "s,use\na,70\nb,50\n"),
        "empty row": ("s,a,b\na,0,0\nb,30,20\n", "s,use\na,0\nb,50\n"),
        "empty column": ("s,a,b\na,0,10\nb,0,20\n", "s,use\na,70\nb,50\n"),
        "one sector": ("s,a\na,2\n", "s,use\na,3\n"), "nothing": ("s,a\na,0\n", "s,use\na,0\n"),
        "inputs above output": ("s,a,b\na,0,15\nb,15,0\n", "s,use\na,-5\nb,-5\n"),
        "sells to itself alone": ("s,a,b\na,10,0\nb,0,10\n", "s,use\na,0\nb,0\n"),
        "tiny": ("s,a,b\na,0,1e-300\nb,1e-300,0\n", "s,use\na,1e-300\nb,1\n"),
    ]

    private static let networks = [
        "to itself": "supplier,customer,value\n1,1,3\n", "of no value": "supplier,customer,value\n1,2,0\n",
        "no link": "supplier,customer,value\n", "twice": "supplier,customer,value\n1,2,3\n1,2,4\n2,3,0\n",
    ]

    /// Every number of a result, with the keys that lead to it, that is not finite.
    private func odd(_ value: JSONValue, _ path: String = "") -> [String] {
        switch value {
        case .number(let number): number.isFinite ? [] : [path]
        case .array, .rows: value.items.flatMap { odd($0, path) }
        case .object(let members): members.flatMap { odd($0.value, path + "." + $0.key) }
        default: []
        }
    }

    /// Asks every study that takes this kind of input; each answers with finite numbers or says what is wrong in both languages.
    private func ask(_ kind: ComputingInput.Kind, _ files: [String: String], _ name: String) throws {
        let input: ComputingInput
        do {
            input = try ComputingInputReader.read(
                kind, from: .memory(files.mapValues { Array($0.utf8) }, name: name)
            ).input
        } catch let problem as ComputingInputProblem {
            #expect(problem.findings.hasErrors)
            return
        }
        for study in StudyCatalogue.all where study.description.takes.contains(kind) {
            do {
                let prepared = try StudyInput.prepared(
                    for: study.description, model: OpenPackages.builtIn(), supplied: input)
                let report = try study.report(on: prepared)
                #expect(odd(report.result).isEmpty, "\(study.id), \(name): \(odd(report.result))")
                #expect(!report.answer.en.isEmpty && !report.answer.en.contains("nan"))
                _ = try ReportRenderer.render(
                    report, as: .text, language: .zh, sources: SourceDirectory(prepared.model))
            } catch let problem as StudyProblem {
                for detail in problem.details {
                    #expect(detail.message.en.contains(" "), "\(study.id), \(name)")
                    let isChinese = detail.message.zh.unicodeScalars.contains {
                        (0x4E00...0x9FFF).contains($0.value)
                    }
                    #expect(isChinese, "\(study.id), \(name): \(detail.message.zh)")
                }
            }
        }
    }

    @Test(arguments: matrices.keys.sorted())
    func `a matrix that makes no sense is answered with reasons`(name: String) throws {
        try ask(.matrix, ["m.csv": Self.matrices[name] ?? ""], name)
    }

    @Test(arguments: tables.keys.sorted())
    func `a table that makes no sense is answered with reasons`(name: String) throws {
        let (flows, demand) = try #require(Self.tables[name])
        let sectors = flows.split(separator: "\n").dropFirst().map { String($0.prefix(1)) }
        let regional = "sector,R,Q\n" + sectors.map { "\($0),0,1\n" }.joined()
        let margins = "sector,sales,purchases\n" + sectors.map { "\($0),1,1\n" }.joined()
        let files = ["flows.csv": flows, "final_demand.csv": demand]
        try ask(.table, files, name)
        try ask(
            .table, files.merging(["regional_output.csv": regional, "margins.csv": margins]) { $1 }, name)
        try ask(
            .table, files.merging(["flows-earlier.csv": flows, "final_demand-earlier.csv": demand]) { $1 },
            name)
    }

    @Test(arguments: networks.keys.sorted())
    func `a network that makes no sense is answered with reasons`(name: String) throws {
        let firms = "id,sector,revenue\n1,A,5\n2,B,0\n3,A,7\n"
        try ask(.network, ["firms.csv": firms, "links.csv": Self.networks[name] ?? ""], name)
    }

    @Test func `a matrix in which every region has a gap says what to fill, and one region says so`() throws {
        let study = Specialization()
        func answer(_ text: String) throws -> String {
            let input = try ComputingInputReader.read(
                .matrix, from: .memory(["m.csv": Array(text.utf8)], name: "m")
            ).input
            return try study.report(
                on: StudyInput.prepared(
                    for: study.description, model: OpenPackages.builtIn(), supplied: input)
            ).answer.en
        }
        let problem = #expect(throws: StudyProblem.self) { try answer(Self.matrices["missing"] ?? "") }
        #expect(problem?.description.contains("every region of the matrix has a missing cell") == true)
        #expect(try answer(Self.matrices["one region"] ?? "").contains("the only region"))
    }

    @Test func `a matrix of a million cells is answered`() throws {
        let header = "r," + (0..<1_000).map { "i\($0)" }.joined(separator: ",")
        var text = header + "\n"
        for row in 0..<1_000 {
            text +=
                "r\(row)," + (0..<1_000).map { String((row * 7 + $0 * 13) % 10) }.joined(separator: ",")
                + "\n"
        }
        let loaded = try ComputingInputReader.read(
            .matrix, from: .memory(["m.csv": Array(text.utf8)], name: "m"))
        guard case .matrix(let matrix) = loaded.input else {
            Issue.record("no matrix")
            return
        }
        #expect(matrix.regions.count == 1_000 && matrix.values.count == 1_000_000)
    }
}
