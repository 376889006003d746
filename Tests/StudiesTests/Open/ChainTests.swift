import Ecosystem
import Reporting
import Studies
import Testing

@Suite struct `Study chain` {
    private static let builtIn = "Data/beijing-tianjin-hebei"

    private func ask(
        _ model: EcosystemModel, given: [String: String] = [:], others: [EcosystemModel] = []
    ) throws -> (Chain.Result, ReportDraft) {
        let study = Chain()
        let input = try StudyInput.prepared(
            for: study.description, model: model, others: others, given: given)
        let result = try study.result(on: input)
        return (result, try study.draft(of: result, on: input))
    }

    private func classes(_ result: Chain.Result) -> [String: String] {
        Dictionary(uniqueKeysWithValues: result.segments.map { ($0.id.text, $0.class) })
    }

    @Test func `every automotive segment of the built-in region is judged, and adjacent ones on request`()
        throws
    {
        let rows = try OpenPackages.rows(Self.builtIn, "segments")
        let (result, _) = try ask(OpenPackages.builtIn())
        let automotive = rows.filter { $0["automotive"] == "yes" }.compactMap { $0["id"] }
        #expect(Set(result.segments.map(\.id.text)) == Set(automotive))
        #expect(result.completeness.total == automotive.count && result.completeness.value == nil)
        let (all, _) = try ask(OpenPackages.builtIn(), given: ["adjacent": "yes"])
        #expect(all.segments.count == rows.count)
    }

    @Test func `weak and missing rest on a document, adequate on two groups, unknown on fewer`() throws {
        let (result, _) = try ask(OpenPackages.builtIn())
        let said = try OpenPackages.rows(Self.builtIn, "segment-assessments")
        for segment in result.segments {
            #expect(segment.coverage == nil)
            switch segment.class {
            case "weak", "missing":
                let own = said.filter { $0["segment_id"] == segment.id.text && $0["region_id"] == "r.bth" }
                #expect(segment.by == "assessment" && own.contains { $0["strength"] == segment.class })
            case "strong":
                #expect(segment.by == "assessment" && !segment.assessments.isEmpty)
                for id in segment.assessments {
                    #expect(said.contains { $0["id"] == id.text && $0["strength"] == "strong" })
                }
            case "adequate": #expect(segment.by == "count" && segment.independent >= 2)
            default: #expect(segment.class == "unknown" && segment.by == "count" && segment.independent < 2)
            }
        }
        #expect(classes(result)["sg.cmp.chip"] == "weak")
    }

    @Test func `a leaf's organizations are those of the table that are in the region`() throws {
        let (result, _) = try ask(OpenPackages.builtIn())
        let work = try OpenPackages.rows(Self.builtIn, "activities")
        // Batteries: Lishen and Samsung SDI by their Tianjin bases, SVOLT by its Hebei bases (document 000, §2.2).
        let battery = try #require(result.segments.first { $0.id.text == "sg.sys.battery" })
        #expect(battery.organizations.map(\.text) == ["o.lishen", "o.samsungsdi", "o.svolt"])
        let parents = Set(result.segments.compactMap { $0.parent?.text })
        for segment in result.segments where !parents.contains(segment.id.text) {
            let named = Set(
                work.filter { $0["segment_id"] == segment.id.text }.compactMap { $0["organization_id"] })
            #expect(Set(segment.organizations.map(\.text)).isSubset(of: named))
            #expect(segment.organizations.count + segment.planned.count + segment.elsewhere == named.count)
        }
    }

    /// The classes that the fixture's README states.
    @Test func `quantities of the constructed region give the stated classes`() throws {
        let (result, draft) = try ask(OpenPackages.constructed())
        let expected: [String: String] = [
            "sg.veh": "strong", "sg.cell": "strong", "sg.glass": "strong", "sg.steel": "strong",
            "sg.battery": "adequate", "sg.harness": "adequate", "sg.seat": "weak", "sg.batmat": "weak",
            "sg.edrive": "weak", "sg.stamp": "weak", "sg.chip": "missing", "sg.tyre": "missing",
            "sg.sensor": "unknown", "sg.recyc": "missing", "sg.light": "weak", "sg.test": "unknown",
        ]
        let found = classes(result)
        for (segment, grade) in expected.sorted(by: { $0.key < $1.key }) {
            #expect(found[segment] == grade, "\(segment)")
        }
        let battery = try #require(result.segments.first { $0.id.text == "sg.battery" })
        #expect(
            battery.by == "quantity" && battery.coverage == 0.8 && battery.need == 2000
                && battery.capacity == 1600)
        #expect(battery.surveyedShare == 0.9 && battery.concentration == 0.5)
        let measured = [
            "sg.veh": 1, "sg.cell": 1, "sg.glass": 1, "sg.steel": 1, "sg.battery": 0.8, "sg.harness": 0.9,
        ]
        .merging([
            "sg.seat": 1, "sg.batmat": 0.9, "sg.edrive": 0.9, "sg.stamp": 0.4, "sg.chip": 0, "sg.tyre": 0,
        ]) {
            $1
        }
        #expect(result.completeness.surveyed == measured.count)
        let mean = measured.values.reduce(0, +) / Double(measured.count)
        #expect(abs((result.completeness.value ?? -1) - mean) < 1e-12)
        // Values of supply by segment and place, summed from the relations of the package.
        let glass = result.tiers.filter { $0.segment.text == "sg.glass" }
        #expect(glass.map(\.value) == [40, 220] && glass.allSatisfy { $0.unit == "million yuan" })
        #expect(draft.blocks.flatMap(\.origins).allSatisfy { $0.basis == .synthetic })
    }

    @Test func `a technology track is found by words of its segments`() throws {
        let (result, draft) = try ask(OpenPackages.builtIn(), given: ["track": "hydrogen, fuel cell"])
        #expect(
            result.segments.map(\.id.text) == [
                "sg.mat.h2", "sg.cmp.stack", "sg.sys.fuelcell", "sg.veh.fcv", "sg.aft.charge",
            ])
        #expect(draft.title.en.contains("hydrogen"))
        let (chinese, _) = try ask(OpenPackages.builtIn(), given: ["track": "氢；燃料电池；虚无之物"])
        #expect(chinese.segments.map(\.id) == result.segments.map(\.id))
        #expect(chinese.unknownWords == ["虚无之物"])
        let (byID, _) = try ask(OpenPackages.builtIn(), given: ["track": "sg.sys.3e"])
        #expect(byID.segments.map(\.id.text) == ["sg.sys.3e", "sg.sys.battery", "sg.sys.edrive"])
    }

    @Test func `a track that nothing fits is refused with what to do`() throws {
        #expect(throws: StudyProblem.self) { try ask(OpenPackages.builtIn(), given: ["track": "dilithium"]) }
    }

    @Test func `one segment is asked for with everything below it`() throws {
        let (result, _) = try ask(OpenPackages.builtIn(), given: ["root": "sg.veh"])
        let rows = try OpenPackages.rows(Self.builtIn, "segments")
        var below: Set<String> = ["sg.veh"]
        for _ in rows {
            for row in rows where below.contains(row["parent_id"] ?? "") { below.insert(row["id"] ?? "") }
        }
        #expect(Set(result.segments.map(\.id.text)) == below)
        #expect(result.stages.map(\.stage) == ["vehicle"])
    }

    /// Document 003, strategies, paragraph 2: vehicle manufacturing is in operation, six further modules are to come.
    @Test func `the park's plan shows which modules are there and which are planned`() throws {
        let (result, draft) = try ask(OpenPackages.builtIn(), given: ["park": "pk.hhmc"])
        let template = try #require(result.template)
        #expect(template.modules.count == 7 && template.present == 1)
        let standing = Dictionary(
            uniqueKeysWithValues: template.modules.map { ($0.segment.text, $0.standing) })
        #expect(standing["sg.veh"] == "present" && standing["sg.svc.pg"] == "sitePlanned")
        #expect(standing.values.count { $0 == "planned" } == 5)
        #expect(template.figures.map(\.text) == ["in.0138", "in.0302"])
        #expect(result.segments.count == 7)
        #expect(draft.answer.en.contains("7 modules"))
    }

    @Test func `the loom counts what the tables hold`() throws {
        let (result, _) = try ask(OpenPackages.builtIn())
        for crossing in result.loom { #expect(crossing.count > 0) }
        // Lear, Boshoku, ZF, Aisin, BorgWarner, Lishen, Samsung SDI and Magna make systems in Tianjin (000 §2.2).
        #expect(result.loom.first { $0.place.text == "r.tj" && $0.stage == "systems" }?.count == 8)
    }

    @Test func `ties are the supply relations of the table, laid between segments`() throws {
        let (result, draft) = try ask(OpenPackages.builtIn())
        let relations = try OpenPackages.rows(Self.builtIn, "relations").filter {
            $0["predicate"] == "supplies"
        }
        let known = Set(relations.compactMap { $0["id"] })
        let shown = Set(result.segments.map(\.id))
        for tie in result.ties {
            #expect(tie.from != tie.to && shown.contains(tie.from) && shown.contains(tie.to))
            #expect(!tie.relations.isEmpty && tie.relations.allSatisfy { known.contains($0.text) })
        }
        // A relation stands in one tie at most; SVOLT supplies batteries to Great Wall Motor (000 §2.2).
        let used = result.ties.flatMap(\.relations)
        #expect(used.count == Set(used).count)
        let battery = try #require(result.ties.first { $0.relations.map(\.text).contains("re.0009") })
        #expect(battery.from.text == "sg.sys.battery" && battery.customers.contains("o.gwm"))
        // Hebei is named for body stampings without a firm (000 §2.2): a place, not a tie.
        let stamping = try #require(result.segments.first { $0.id.text == "sg.cmp.stamping" })
        #expect(stamping.places.map(\.text) == ["r.he"])
        #expect(!used.map(\.text).contains("re.0013"))
        let table = draft.blocks.compactMap { block -> Table? in
            if case .picture(let picture) = block, picture.table.id == "ties" { picture.table } else { nil }
        }.first
        #expect(table?.rows.count == result.ties.count)
    }

    @Test func `every class says what it means`() {
        for term in Vocabulary.strength.terms { #expect(Chain.meaning(ofClass: term.code) != nil) }
        #expect(Chain.meaning(ofClass: "no class") == nil)
    }

    @Test func `other packages stand beside and an empty one says what is missing`() throws {
        let (result, _) = try ask(OpenPackages.sixClusters(), others: [OpenPackages.constructed()])
        #expect(result.segments.contains { $0.class == "weak" })
        #expect(result.compare.first?.classes["missing"] == 3)
        let empty = EcosystemBuilder(PackageIdentity(id: "empty", title: Localized(same: "empty"))).build()
        let (nothing, draft) = try ask(empty)
        #expect(nothing.segments.isEmpty && draft.answer.en.contains("nothing to judge"))
    }

    @Test func `a folder that names no home region is judged everywhere, organizations without a place too`()
        throws
    {
        var builder = EcosystemBuilder(PackageIdentity(id: "bare", title: Localized(same: "bare")))
        builder.add(.segment, ["id": "sg.1", "name_en": "One", "stage": "components", "automotive": "yes"])
        for id in ["o.1", "o.2"] {
            builder.add(.organization, ["id": id, "name_en": id, "kind": "supplier"])
            builder.add(
                .activity,
                ["id": "os.\(id)", "organization_id": id, "segment_id": "sg.1", "basis": "declared"])
        }
        let (result, draft) = try ask(builder.build())
        #expect(result.segments.map(\.class) == ["adequate"] && result.region == nil)
        #expect(result.segments.first?.organizations.count == 2)
        #expect(draft.answer.en.contains("all places") && draft.answer.zh.contains("所有地区"))
    }

    @Test func `the JSON has the keys that others rely on`() throws {
        let study = Chain()
        let input = try StudyInput.prepared(for: study.description, model: OpenPackages.constructed())
        let json = try study.report(on: input).result
        let segment = try #require(json["segments"]?[0])
        for key in ["id", "class", "by", "organizations"] { #expect(segment[key] != nil) }
        #expect(
            json["segments"]?[1]?["coverage"] == .integer(1)
                || json["segments"]?[1]?["coverage"] == .number(1))
    }
}
