import Ecosystem
import Foundation
import Reporting
import Studies
import Synchronization
import Testing

@Suite struct `Studies that open a region` {
    static let studies: [any Study] = [
        Overview(), Roles(), Parks(), Clusters(), Innovation(), Timeline(), Chain(), Suppliers(),
        Candidates(),
        LocalContent(),
    ]

    private static func report(_ study: any Study, _ model: EcosystemModel, others: [EcosystemModel] = [])
        throws -> Report
    {
        try study.report(on: StudyInput.prepared(for: study.description, model: model, others: others))
    }

    /// Keys of the result that hold something, as paths: `clusters.coreMakers`.
    private static func filled(_ value: JSONValue, _ path: String, into paths: inout Set<String>) {
        switch value {
        case .null: break
        case .array(let items):
            if !items.isEmpty { paths.insert(path) }
            for item in items { filled(item, path, into: &paths) }
        case .object(let members):
            if !members.isEmpty { paths.insert(path) }
            for (key, member) in members {
                filled(member, path.isEmpty ? key : path + "." + key, into: &paths)
            }
        default: paths.insert(path)
        }
    }

    /// The keys that the page of a study documents: every name in backquotes in its table of result keys.
    private static func documented(_ id: String) throws -> [String] {
        let page = try String(
            contentsOf: OpenPackages.root.appending(path: "docs/studies/\(id).md"), encoding: .utf8)
        guard let table = page.range(of: "## Result keys") else { return [] }
        let rows = page[table.upperBound...].split(separator: "\n").filter { $0.hasPrefix("| `") }
        return rows.flatMap { row in
            row.split(separator: "`").enumerated().filter { $0.offset % 2 == 1 }
                .flatMap { $0.element.split(separator: ",") }
                .map { $0.filter { !" []".contains($0) } }
                .filter { !$0.isEmpty && $0 != "null" && $0.allSatisfy { $0.isLetter || $0 == "." } }
        }
    }

    @Test(arguments: studies.map(\.id)) func `every documented key is filled on a package that we ship`(
        id: String
    ) throws {
        let study = try #require(StudyCatalogueOfTests.study(id))
        let models = try [OpenPackages.builtIn(), OpenPackages.constructed(), OpenPackages.sixClusters()]
        var paths: Set<String> = []
        for model in models {
            let report = try Self.report(study, model, others: models)
            Self.filled(report.result, "", into: &paths)
        }
        let keys = try Self.documented(id)
        #expect(keys.count >= 5)
        for key in keys {
            // ".partsCompanies" continues the list that the cell began with.
            let isFilled =
                paths.contains(key) || paths.contains { $0.hasSuffix("." + key.drop { $0 == "." }) }
            #expect(isFilled, "\(id): \(key)")
        }
    }

    @Test func `cost and scale of parks are filled where figures exist`() throws {
        // Fixtures/studies/constructed-vehicle/README.md: areas 12, 6 and 20 km².
        let report = try Self.report(Parks(), OpenPackages.constructed())
        let areas = (0..<5).compactMap { report.result["gradient"]?[$0]?["area"]?["value"] }
        #expect(areas == [.integer(12), .integer(6), .integer(20)])
        #expect(report.result["gradient"]?[0]?["unitCost"]?["value"] == .integer(9000))
    }

    @Test(arguments: studies.map(\.id)) func `the same question gives the same report`(id: String) throws {
        let study = try #require(StudyCatalogueOfTests.study(id))
        let first = try Self.report(study, OpenPackages.builtIn())
        let second = try Self.report(study, OpenPackages.builtIn())
        #expect(first == second)
        #expect(first.result.text() == second.result.text())
    }

    @Test(arguments: studies.map(\.id)) func `every number carries an origin and every text both languages`(
        id: String
    ) throws {
        let study = try #require(StudyCatalogueOfTests.study(id))
        for model in try [OpenPackages.builtIn(), OpenPackages.constructed(), OpenPackages.sixClusters()] {
            let report = try Self.report(study, model, others: [model])
            #expect(Blocks.numbersWithoutOrigin(report.blocks).isEmpty, "\(model.identity.id)")
            for text in [report.title, report.answer] {
                #expect(!text.en.isEmpty && text.zh.contains { $0 >= "\u{4E00}" && $0 <= "\u{9FFF}" })
            }
        }
    }

    @Test(arguments: studies.map(\.id))
    func `tables have ids of their own and pictures name columns that exist`(
        id: String
    ) throws {
        let study = try #require(StudyCatalogueOfTests.study(id))
        let model = try OpenPackages.builtIn()
        var ids: [String] = []
        for block in try Self.report(study, model, others: [model]).blocks {
            switch block {
            case .table(let table): ids.append(table.id)
            case .picture(let picture):
                ids.append(picture.table.id)
                let columns = Set(picture.table.columns.map(\.id))
                #expect(columns.isSuperset(of: picture.drawing.columns), "\(picture.table.id)")
            default: break
            }
        }
        #expect(Set(ids).count == ids.count)
        #expect(ids.contains("compare"))
    }

    @Test func `a study that is told to stop stops`() throws {
        let asked = Mutex(0)
        let progress = StudyProgress { _, _ in
            asked.withLock { $0 += 1 }
            return false
        }
        let studies: [any Study] = [
            Overview(), Roles(), Parks(), Innovation(), Chain(), Suppliers(), Candidates(), LocalContent(),
        ]
        for study in studies {
            let input = try StudyInput.prepared(
                for: study.description, model: OpenPackages.builtIn(), progress: progress)
            #expect(throws: StudyCancelled.self) { try study.report(on: input) }
        }
        #expect(asked.withLock { $0 } == studies.count)
    }

    @Test func `the constructed package is marked as made up`() throws {
        for study in Self.studies {
            let report = try Self.report(study, OpenPackages.constructed())
            #expect(report.weakestBasis == .synthetic, "\(report.study)")
        }
    }
}

/// The studies of this suite by id, independent of the catalogue's order.
enum StudyCatalogueOfTests {
    static func study(_ id: String) -> (any Study)? {
        `Studies that open a region`.studies.first { $0.id == id }
    }
}

extension Picture.Drawing {
    /// The columns that the drawing reads.
    var columns: Set<String> {
        switch self {
        case .series(let time, let values, let group): Set([time] + values + [group].compactMap(\.self))
        case .bars(let name, let values): Set([name] + values)
        case .heatmap(let row, let column, let value): [row, column, value]
        case .sankey(let from, let to, let value): [from, to, value]
        case .network(let from, let to, let label): Set([from, to] + [label].compactMap(\.self))
        case .map(let name, let longitude, let latitude, let kind):
            Set([name, longitude, latitude] + [kind].compactMap(\.self))
        case .bands(let time, let quantiles, _): Set([time] + quantiles)
        case .mapOverTime(let time, let areas): Set([time] + areas.map(\.column))
        case .scatter(let name, let x, let y, let group, let ranges, _):
            Set([name, x, y] + [group].compactMap(\.self) + (ranges?.columns ?? []))
        case .timeline(let start, let end, let name, let lane):
            Set([start, name] + [end, lane].compactMap(\.self))
        }
    }
}
