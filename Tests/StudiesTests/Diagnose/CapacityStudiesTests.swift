import DataPackages
import Ecosystem
import Foundation
import Reporting
import Studies
import Testing

/// The made-up packages under `docs/samples`.
enum Samples {
    static func folder(_ name: String) -> String {
        OpenPackages.root.appending(path: "docs/samples/\(name)").path
    }
    static func model(_ name: String) throws -> EcosystemModel {
        try PackageReader.read(folder: folder(name)).model
    }

    /// Asks a study of a package.
    static func ask(
        _ study: any Study, _ model: EcosystemModel, others: [EcosystemModel] = [],
        _ given: [String: String] = [:]
    ) throws -> Report {
        try study.report(
            on: StudyInput.prepared(for: study.description, model: model, others: others, given: given))
    }
}

@Suite struct `Studies of capacity and movement` {
    static let studies: [any Study] = [Utilization(), Balance(), SmileCurve(), Monitor()]

    private static func study(_ id: String) throws -> any Study {
        try #require(studies.first { $0.id == id })
    }

    @Test(arguments: studies.map(\.id)) func `every documented key is filled on the sample`(id: String) throws
    {
        let study = try Self.study(id)
        let model = try Samples.model(id)
        let other = id == "monitor" ? try Samples.model("monitor-before") : model
        let filled = ResultKeys.filled(try Samples.ask(study, model, others: [other]).result)
        let page = try String(
            contentsOf: OpenPackages.root.appending(path: "docs/studies/\(id).md"), encoding: .utf8)
        let keys = try ResultKeys.documented(in: page)
        #expect(keys.count >= 5)
        for key in keys { #expect(filled.holds(key), "\(id): \(key)") }
    }

    @Test(arguments: studies.map(\.id))
    func `the built-in region gives numbers with their origin, in both languages, the same each time`(
        id: String
    ) throws {
        let study = try Self.study(id)
        for model in try [OpenPackages.builtIn(), OpenPackages.sixClusters(), Samples.model(id)] {
            let report = try Samples.ask(study, model, others: [model])
            #expect(report == (try Samples.ask(study, model, others: [model])))
            #expect(Blocks.numbersWithoutOrigin(report.blocks).isEmpty, "\(id) on \(model.identity.id)")
            for text in [report.title, report.answer] {
                #expect(!text.en.isEmpty && text.zh.contains { $0 >= "\u{4E00}" && $0 <= "\u{9FFF}" })
            }
            var ids: [String] = []
            for block in report.blocks {
                switch block {
                case .table(let table): ids.append(table.id)
                case .picture(let picture):
                    ids.append(picture.table.id)
                    #expect(Set(picture.table.columns.map(\.id)).isSuperset(of: picture.drawing.columns))
                default: break
                }
            }
            #expect(Set(ids).count == ids.count)
            #expect(ids.contains("compare"))
        }
    }

    @Test(arguments: studies.map(\.id)) func `an empty package and a made-up one say what they are`(
        id: String
    ) throws {
        let study = try Self.study(id)
        let nothing = try Samples.ask(study, .empty)
        #expect(!nothing.answer.en.isEmpty && !nothing.answer.zh.isEmpty)
        #expect(try Samples.ask(study, Samples.model(id)).weakestBasis == .synthetic)
    }

    @Test(arguments: studies.map(\.id)) func `the sample is a package without an error`(id: String) throws {
        let findings = try PackageReader.read(folder: Samples.folder(id)).findings
        let bad = findings.filter { $0.severity == .error || $0.severity == .warning }
        #expect(bad.isEmpty, "\(bad.map(\.description))")
    }
}
