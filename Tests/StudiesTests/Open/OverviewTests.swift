import Ecosystem
import Reporting
import Studies
import Testing

@Suite struct `Study overview` {
    private func ask(
        _ model: EcosystemModel, region: String = "", others: [EcosystemModel] = [], scenario: Scenario? = nil
    ) throws -> (Overview.Result, ReportDraft) {
        let study = Overview()
        let input = try StudyInput.prepared(
            for: study.description, model: model, others: others, scenario: scenario,
            given: ["region": region])
        let result = try study.result(on: input)
        return (result, try study.draft(of: result, on: input))
    }

    @Test func `records are counted as the files hold them`() throws {
        let (result, _) = try ask(OpenPackages.builtIn())
        for kind in RecordKind.allCases {
            let rows = try OpenPackages.rows("Data/beijing-tianjin-hebei", kind.table).count
            #expect(result.kinds.first { $0.kind == kind }?.count ?? 0 == rows, "\(kind.table)")
        }
        #expect(result.records == result.kinds.reduce(0) { $0 + $1.count })
    }

    @Test func `shares of the bases sum to one and count every fact`() throws {
        let (result, _) = try ask(OpenPackages.builtIn())
        var facts = 0
        for kind in RecordKind.allCases where EcosystemSchema.schema(of: kind).isFact {
            facts += try OpenPackages.rows("Data/beijing-tianjin-hebei", kind.table).count
        }
        #expect(result.bases.reduce(0) { $0 + $1.count } == facts)
        #expect(abs(result.bases.reduce(0) { $0 + $1.share } - 1) < 1e-12)
        #expect(result.bases.map(\.basis) == result.bases.map(\.basis).sorted())
    }

    @Test func `the headline is that of the package, shares as fractions`() throws {
        let (result, draft) = try ask(OpenPackages.builtIn())
        // Documents 001 (52 makers, 1,178 parts firms) and 002 (22 %, 84.37 billion yuan, 14 platforms).
        #expect(result.headline.map { $0.figure?.value } == [52, 1178, 0.22, 84.37, 14])
        #expect(result.headline[2].figure?.unit.key == "fraction")
        #expect(result.headline[0].period == nil)
        #expect(result.headline[3].period == "2024")
        guard case .figures(let figures) = draft.blocks.first else {
            Issue.record("no figures")
            return
        }
        #expect(figures[3].value == .text(Localized("CNY 84.37 billion", "843.7 亿元")))
        #expect(figures[3].origin?.paragraphs == ["s002.p21"])
    }

    @Test func `sites without points and figures without year are counted from the files`() throws {
        let (result, _) = try ask(OpenPackages.builtIn())
        let package = "Data/beijing-tianjin-hebei"
        func gap(_ id: Overview.Gap.Kind) -> Overview.Gap? { result.gaps.first { $0.id == id } }
        let sites = try OpenPackages.rows(package, "sites")
        #expect(gap(.sitesWithoutPoint)?.count == sites.count { $0["lon"] == nil || $0["lat"] == nil })
        let figures = try OpenPackages.rows(package, "indicators")
        let undated = figures.filter { row in
            !(row["period"] ?? "").split(whereSeparator: { !$0.isNumber }).contains { $0.count == 4 }
        }
        #expect(gap(.figuresWithoutYear)?.count == undated.count)
        let owners = Set(sites.compactMap { $0["organization_id"] })
        let organizations = try OpenPackages.rows(package, "organizations")
        #expect(
            gap(.organizationsWithoutSite)?.count == organizations.count { !owners.contains($0["id"] ?? "") })
        #expect(Set(result.gaps.map(\.id)) == Set(Overview.Gap.Kind.allCases))
    }

    @Test func `readings beside printed figures are the rows that correct another`() throws {
        let (result, _) = try ask(OpenPackages.builtIn())
        let rows = try OpenPackages.rows("Data/beijing-tianjin-hebei", "indicators")
        #expect(result.contradictions.count == rows.count { $0["corrects_id"] != nil })
        #expect(result.contradictions.contains { $0.printed.text == "in.0086" && !$0.sameNumber })
        #expect(result.corrections.count == 73)
    }

    @Test func `the loom counts each organization once in a place and stage`() throws {
        let (result, _) = try ask(OpenPackages.builtIn())
        #expect(result.loom.places.map(\.text) == ["r.bj", "r.tj", "r.he"])
        // Document 000 §2.2: Denso, Aisin, Toyota Boshoku, ZF, BorgWarner, Magna and Lear are in Tianjin.
        let tianjin = result.loom.cells.filter { $0.place.text == "r.tj" }.flatMap(\.organizations).map(
            \.text)
        for id in ["o.aisin", "o.tboshoku", "o.zf", "o.borgwarner", "o.magna", "o.lear"] {
            #expect(tianjin.contains(id))
        }
        for cell in result.loom.cells {
            #expect(cell.count == Set(cell.organizations).count && cell.count > 0)
            #expect(cell.basis >= .counted)
        }
    }

    @Test func `an organization with a planned site only is not in the place`() throws {
        var builder = EcosystemBuilder(
            PackageIdentity(
                id: "small", title: Localized(same: "small"), homeRegion: RegionID("r.x"),
                places: [RegionID("r.a"), RegionID("r.b")]))
        builder.add(.region, ["id": "r.x", "level": "cluster"])
        for id in ["r.a", "r.b"] {
            builder.add(.region, ["id": id, "level": "province", "parent_id": "r.x", "basis": "stated"])
        }
        builder.add(.segment, ["id": "sg.v", "stage": "vehicle", "automotive": "yes", "basis": "stated"])
        builder.add(.organization, ["id": "o.1", "kind": "oem", "home_region": "r.a", "basis": "stated"])
        builder.add(
            .activity, ["id": "os.1", "organization_id": "o.1", "segment_id": "sg.v", "basis": "stated"])
        builder.add(
            .site,
            [
                "id": "si.1", "organization_id": "o.1", "region_id": "r.b", "state": "planned",
                "basis": "stated",
            ])
        let model = builder.build()
        let (result, _) = try ask(model)
        #expect(result.loom.cells.map(\.place.text) == ["r.a"])
        #expect(result.loom.cells.first?.basis == .counted)
        #expect(result.places.map(\.sitesNotInPlace) == [0, 1])

        let built = Scenario(title: "built", changes: [.set(id: "si.1", field: "state", value: "actual")])
        let (after, _) = try ask(model, scenario: built)
        #expect(after.loom.cells.map(\.place.text) == ["r.a", "r.b"])
        #expect(after.loom.cells.allSatisfy { $0.basis == .inferred })
    }

    @Test func `a deeper region has its own parts as rows`() throws {
        let (result, draft) = try ask(OpenPackages.builtIn(), region: "r.he")
        let parts = try OpenPackages.rows("Data/beijing-tianjin-hebei", "regions")
            .filter { $0["parent_id"] == "r.he" }.compactMap { $0["id"] }
        #expect(result.places.map(\.id.text) == parts)
        #expect(draft.title.en == "Hebei at a glance")
    }

    @Test func `regions that are each other's parent do not hang the study`() throws {
        var builder = EcosystemBuilder(
            PackageIdentity(id: "loop", title: Localized(same: "loop"), homeRegion: RegionID("r.a")))
        builder.add(.region, ["id": "r.a", "parent_id": "r.b", "level": "province"])
        builder.add(.region, ["id": "r.b", "parent_id": "r.a", "level": "province"])
        builder.add(.organization, ["id": "o.1", "home_region": "r.b"])
        builder.add(.segment, ["id": "sg.1", "parent_id": "sg.1", "stage": "vehicle"])
        builder.add(.activity, ["id": "os.1", "organization_id": "o.1", "segment_id": "sg.1"])
        let (result, _) = try ask(builder.build())
        #expect(result.organizations == 1)
        #expect(result.segments.map(\.organizations) == [1])
    }

    @Test func `a folder that names neither home nor places is read from its highest regions`() throws {
        var builder = EcosystemBuilder(PackageIdentity(id: "plain", title: Localized(same: "plain")))
        builder.add(.region, ["id": "r.x", "level": "province"])
        for id in ["r.a", "r.b"] { builder.add(.region, ["id": id, "level": "county", "parent_id": "r.x"]) }
        builder.add(.segment, ["id": "sg.1", "stage": "vehicle"])
        builder.add(.organization, ["id": "o.1", "home_region": "r.b"])
        builder.add(.activity, ["id": "os.1", "organization_id": "o.1", "segment_id": "sg.1"])
        let (result, _) = try ask(builder.build())
        #expect(result.places.map(\.id.text) == ["r.a", "r.b"])
        #expect(result.loom.cells.map(\.place.text) == ["r.b"])
        #expect(result.organizations == 1)
    }

    @Test func `an empty package is an answer`() throws {
        let (result, draft) = try ask(.empty)
        #expect(result.records == 0)
        #expect(result.freshness.undatedShare == nil)
        #expect(draft.answer.en.contains("no record yet"))
        #expect(!draft.blocks.isEmpty)
    }

    @Test func `other packages stand beside`() throws {
        let model = try OpenPackages.builtIn()
        let (result, draft) = try ask(model, others: [.empty])
        #expect(result.compare.map(\.records) == [0])
        #expect(
            draft.blocks.contains { if case .table(let table) = $0 { table.id == "compare" } else { false } })
    }

    @Test func `every number in the report carries an origin`() throws {
        let (_, draft) = try ask(OpenPackages.builtIn())
        #expect(Blocks.numbersWithoutOrigin(draft.blocks).isEmpty)
    }
}

/// What holds for the blocks of every study.
enum Blocks {
    /// Places of numbers without an origin, and of tables whose rows have another number of cells than columns.
    static func numbersWithoutOrigin(_ blocks: [Block]) -> [String] {
        var found: [String] = []
        func look(_ table: Table) {
            for (row, cells) in table.rows.enumerated() {
                if cells.count != table.columns.count {
                    found.append("\(table.id) row \(row): \(cells.count) cells")
                }
                for (column, cell) in zip(table.columns, cells) {
                    if case .number = cell.value, cell.origin == nil {
                        found.append("\(table.id) \(row) \(column.id)")
                    }
                }
            }
        }
        for block in blocks {
            switch block {
            case .table(let table): look(table)
            case .picture(let picture): look(picture.table)
            case .figures(let figures):
                for figure in figures {
                    if case .number = figure.value, figure.origin == nil { found.append(figure.label.en) }
                }
            default: break
            }
        }
        return found
    }
}
