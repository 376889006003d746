import DataPackages
import Ecosystem
import Foundation
import Reporting
import Studies
import Testing

/// A matrix file may say in an about-file beside it that its numbers are made up: every answer on it says so.
@Suite struct `A matrix that is made up` {
    private let about = #"{"basis": "synthetic", "source": {"en": "drawn to try it", "zh": "为试用而生成"}}"#

    private func matrix(_ cells: String, _ about: String?) throws -> ComputingInput {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let file = folder.appendingPathComponent("jobs.csv")
        try Data(cells.utf8).write(to: file)
        if let about { try Data(about.utf8).write(to: folder.appendingPathComponent("jobs.about.json")) }
        return try ComputingInputReader.read(.matrix, path: file.path).input
    }

    private static let cities = "region,a,b,c\nx,5,3,1\ny,2,8,4\nz,1,1,9\n"
    private static let scores = "region,a,b\nx,0.5,0.3\ny,0.2,0.8\n"
    private static let stations = "station,seconds,places\none,50,1\ntwo,80,2\n"
    private static let questions: [(study: any Study, cells: String, given: [String: String])] = [
        (Specialization(), cities, [:]), (Similarity(), cities, [:]), (Positioning(), cities, [:]),
        (Coordination(), scores, [:]), (Takt(), stations, [:]),
        (Overlap(), cities, ["rows": "x; y"]),
    ]

    private func report(_ study: any Study, _ given: [String: String], _ matrix: ComputingInput) throws
        -> Report
    {
        try study.report(
            on: StudyInput.prepared(
                for: study.description, model: OpenPackages.builtIn(), supplied: matrix, given: given))
    }

    @Test func `every study on it says so, in its figures and in words`() throws {
        for question in Self.questions {
            let said = try report(question.study, question.given, matrix(question.cells, about))
            let plain = try report(question.study, question.given, matrix(question.cells, nil))
            #expect(said.weakestBasis == .synthetic, "\(question.study.id)")
            #expect(plain.weakestBasis != .synthetic, "\(question.study.id)")
            let notes = said.blocks.compactMap { if case .note(let note) = $0 { note } else { nil } }
            #expect(
                notes.contains { $0.level == .synthetic && $0.text?.zh == "为试用而生成" }, "\(question.study.id)")
            #expect(said.supplied?.fingerprint != plain.supplied?.fingerprint)
        }
    }

    @Test func `a file without one is as it was, and a word that is no basis is said`() throws {
        guard case .matrix(let plain) = try matrix(Self.cities, nil) else { return }
        #expect(plain.basis == nil && plain.source == nil && plain.name == "jobs.csv")
        #expect(throws: ComputingInputProblem.self) { try matrix(Self.cities, #"{"basis": "sure"}"#) }
        guard case .matrix(let claimed) = try matrix(Self.cities, #"{"basis": "stated"}"#) else { return }
        let report = try report(Specialization(), [:], .matrix(claimed))
        #expect(report.weakestBasis == .declared)
    }
}
