import DataPackages
import Ecosystem
import Foundation
import Reporting
import Studies
import Testing

@Suite struct `Study takt` {
    private func input(
        _ model: EcosystemModel, matrix: RegionMatrix? = nil, others: [EcosystemModel] = [],
        _ given: [String: String] = [:]
    ) throws -> StudyInput {
        try StudyInput.prepared(
            for: Takt().description, model: model, others: others, supplied: matrix.map { .matrix($0) },
            given: given)
    }

    private func sample() throws -> RegionMatrix {
        let path = Samples.folder("takt") + "/line.csv"
        guard case .matrix(let matrix) = try ComputingInputReader.read(.matrix, path: path).input else {
            throw StudyProblem(Localized(same: "no matrix"))
        }
        return matrix
    }

    @Test func `the line of document 002 makes one every nine seconds, three times as fast as before`() throws
    {
        let answer = try Takt().result(on: input(OpenPackages.builtIn()))
        let line = try #require(answer.documented.first)
        #expect(answer.documented.count == 1 && line.entity == "si.lenovo_tj")
        #expect(line.cycle.value == 9 && line.piecesAnHour == 400)
        #expect(line.secondsLow == 8.5 && line.secondsHigh == 9.5)
        #expect(line.piecesAnHourLow == 3600 / 9.5 && line.piecesAnHourHigh == 3600 / 8.5)
        // 200 percent more is three times as many: 9 × 3.
        #expect(line.secondsBefore == 27)
        #expect(line.workforce?.digitsText == ">3,000")
        #expect(line.piecesADay == 6400 && answer.line == nil)
        let short = try Takt().result(
            on: input(OpenPackages.builtIn(), ["hours": "10", "availability": "0.5", "days": "100"]))
        #expect(short.documented.first?.piecesADay == 2000 && short.documented.first?.piecesAYear == 200_000)
    }

    @Test func `what no document prints is said and outputs a day are estimates`() throws {
        let report = try Takt().report(on: input(OpenPackages.builtIn()))
        #expect(report.answer.en.contains("9 seconds") && report.answer.en.contains("bottleneck is unknown"))
        let gaps = report.blocks.compactMap { block -> String? in
            if case .note(let note) = block, note.level == .gap { note.title.en } else { nil }
        }
        #expect(gaps == ["No station of a line is printed", "Hours of work are not printed"])
        #expect(report.weakestBasis == .estimated)
    }

    @Test func `the sample's line is balanced as its page says`() throws {
        // docs/samples/takt/README.md: 17.8 s on two places; 156.3 s of work on 19 places.
        let answer = try Takt().result(
            on: input(OpenPackages.builtIn(), matrix: sample(), ["demand": "7000"]))
        let line = try #require(answer.line)
        #expect(line.bottlenecks == ["keyboard and screen"] && line.cycle == 8.9)
        #expect(abs(line.work - 156.3) < 1e-9 && line.places == 19)
        #expect(abs(line.efficiency - 156.3 / (19 * 8.9)) < 1e-12)
        #expect(line.takt == 57_600.0 / 7000 && line.piecesADay == 57_600 / 8.9)
        #expect(line.stations.filter { $0.isAboveTakt == true }.count == 5)
        #expect(line.stations.first { $0.id == "software" }?.placesNeeded == 6)
        // One more place at the bottleneck leaves 8.8 s.
        #expect(abs(line.reliefCycle - 8.8) < 1e-12)
    }

    @Test func `every documented key is filled by the built-in region with the sample`() throws {
        let model = try OpenPackages.builtIn()
        let report = try Takt().report(
            on: input(model, matrix: sample(), others: [model], ["demand": "7000"]))
        let page = try String(
            contentsOf: OpenPackages.root.appending(path: "docs/studies/takt.md"), encoding: .utf8)
        let keys = try ResultKeys.documented(in: page)
        #expect(keys.count >= 30)
        for key in keys { #expect(ResultKeys.filled(report.result).holds(key), "\(key)") }
        #expect(Blocks.numbersWithoutOrigin(report.blocks).isEmpty)
        #expect(
            report
                == (try Takt().report(on: input(model, matrix: sample(), others: [model], ["demand": "7000"])))
        )
    }

    @Test func `a line that cannot be used is refused with every station that is wrong`() throws {
        let model = try OpenPackages.builtIn()
        let bad = try #require(
            RegionMatrix(
                name: "bad.csv", regions: ["a", "b", "c"], industries: ["Seconds", "places"],
                values: [nil, 1, 5, 1.5, 6, 1]))
        let problem = #expect(throws: StudyProblem.self) { try Takt().result(on: input(model, matrix: bad)) }
        #expect(problem?.details.count == 2)
        #expect(problem?.details.allSatisfy { $0.parameter == "matrix" && !$0.message.zh.isEmpty } == true)
        let none = try #require(RegionMatrix(regions: ["a"], industries: ["jobs"], values: [1]))
        #expect(throws: StudyProblem.self) { try Takt().result(on: input(model, matrix: none)) }
        let zero = try #require(RegionMatrix(regions: ["a"], industries: ["seconds"], values: [0]))
        #expect(throws: StudyProblem.self) { try Takt().result(on: input(model, matrix: zero)) }
    }

    @Test func `an empty package without a line says what to give`() throws {
        let report = try Takt().report(on: input(.empty))
        #expect(report.answer.en.contains("matrix file") && report.answer.zh.contains("矩阵文件"))
    }
}
