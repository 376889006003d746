import HTTPTypes
import Ecosystem
import Reporting
import Testing

@testable import Web

@Suite struct `The page of a record` {
    private let root = "/r/\(TestSites.region)"
    private var visitor: Visitor { TestSites.visitor.fresh() }

    private func model() throws -> EcosystemModel {
        try #require(TestSites.shipped.first { $0.id == TestSites.region }).model
    }

    private func record(_ id: String) throws -> Record { try #require(try model().record(id: id)) }

    @Test(arguments: Language.allCases)
    func `is sound for the first and the last record of every kind`(language: Language) async throws {
        for kind in RecordKind.withFolder + RecordKind.listed {
            let records = try model().records(of: kind)
            for record in Set([records.first?.id, records.last?.id].compactMap { $0 }).sorted() {
                let reply = try await visitor.get(
                    "\(root)/\(kind.folder ?? "records")/\(WebAddress.encoded(record))?lang=\(language.rawValue)"
                )
                #expect(reply.status == 200, "\(record)")
                let page = PageReading(reply.text)
                #expect(page.problems == [], "\(record)")
                #expect(
                    page.tags.contains { $0.attributes["class"] == "lead" && $0.text.count > 3 }, "\(record)")
            }
        }
    }

    @Test func `stands in the folder of its kind, whatever address asked for it`() async throws {
        for (id, folder) in [("o.gwm", "organizations"), ("si.tjport", "sites"), ("po.bth", "policies")] {
            let reply = try await visitor.get("\(root)/records/\(id)?lang=en")
            #expect(reply.status == 301)
            #expect(reply.headers[.location] == "\(root)/\(folder)/\(id)?lang=en")
        }
        let paragraph = try await visitor.get("\(root)/records/s000.2.2.p3?lang=zh")
        #expect(paragraph.headers[.location] == "\(root)/sources/s000?lang=zh#s000.2.2.p3")
        #expect(try await visitor.get("\(root)/sites/o.gwm").status == 404)
        #expect(try await visitor.get("\(root)/records/rl.shougang").status == 200)
    }

    @Test func `leads with who, where and what, from recorded facts`() throws {
        let page = RecordPage(try record("o.gwm"))
        #expect(page.lead.zh.contains("保定市的整车企业") && page.lead.zh.contains("在天津市有整车厂"))
        #expect(page.lead.en.contains("is a vehicle maker based in Baoding"))
        let segment = RecordPage(
            try record("sg.cmp.chip"),
            strength: SegmentStrength(of: try record("sg.cmp.chip"), site: TestSites.site))
        #expect(segment.lead.zh.contains("弱") && segment.lead.en.contains("weak"))
    }

    @Test func `says each thing once: what comes from other tables is not repeated among the relations`()
        throws
    {
        // 000 §2.1: three sites and four brands; 000 §2.2: two suppliers, three relations of supply.
        let page = RecordPage(try record("o.gwm"))
        let tables = page.blocks.compactMap { block in
            if case .table(let table) = block { table } else { nil }
        }
        #expect(tables.first { $0.id == "sites" }?.rows.count == 3)
        #expect(tables.first { $0.id == "products" }?.rows.count == 4)
        #expect(tables.first { $0.id == "suppliers" }?.rows.count == 3)
        let relations = try #require(tables.first { $0.id == "relations" })
        let named = Set(relations.rows.flatMap { row in row.flatMap { $0.origin?.records ?? [] } })
        for id in named {
            let relation = try record(id)
            #expect((relation.text("origin") ?? "hand") == "hand")
            #expect(
                relation.text("predicate") != "supplies"
                    && relation.text("subject_id") != relation.text("object_id"))
        }
        #expect(Set(tables.map(\.id)).count == tables.count)
    }

    @Test func `lists a relation of a thing with itself nowhere`() {
        var builder = EcosystemBuilder(PackageIdentity(id: "p", title: Localized(same: "P")))
        builder.add(
            .organization, ["id": "o.a", "name_en": "A", "name_zh": "甲", "kind": "oem", "basis": "stated"])
        builder.add(.predicate, ["id": "knows", "label_en": "knows", "label_zh": "认识"])
        builder.add(
            .relation,
            ["id": "re.1", "subject_id": "o.a", "predicate": "knows", "object_id": "o.a", "basis": "stated"])
        builder.add(
            .relation,
            [
                "id": "re.2", "subject_id": "o.a", "predicate": "supplies", "object_id": "o.a",
                "basis": "stated",
            ])
        let model = builder.build()
        let blocks = model.record(id: "o.a").map { RecordPage($0).blocks } ?? []
        #expect(!blocks.isEmpty)
        #expect(
            !blocks.flatMap(\.origins).contains { $0.records.contains("re.1") || $0.records.contains("re.2") }
        )
    }

    @Test func `shows what is printed struck beside a corrected figure`() async throws {
        // 003, Caofeidian ¶1: a pledge printed in dollars, read as yuan.
        let page = RecordPage(try record("r.bj"))
        let cells = page.blocks.flatMap { block -> [Cell] in
            if case .table(let table) = block { table.rows.flatMap { $0 } } else { [] }
        }
        let pledge = try #require(cells.first { $0.origin?.records == ["in.0087"] && $0.printed != nil })
        #expect(pledge.printed?.en.contains("USD") == true)
        // The printed figure has no row of its own there.
        #expect(!cells.contains { $0.origin?.records == ["in.0086"] })
        let text = try await visitor.get("\(root)/regions/r.bj?lang=zh").text
        #expect(text.contains("<s class=\"was\">200 亿美元</s>"))
    }

    @Test func `draws one tier each way, dotted where nothing is on record`() async throws {
        let page = PageReading(try await visitor.get("\(root)/organizations/o.gwm?lang=en").text)
        let nodes = page.tags.filter { $0.attributes["class"]?.hasPrefix("node") == true }
        #expect(nodes.count { $0.attributes["class"] == "node me" } == 1)
        #expect(
            nodes.contains { $0.attributes["class"] == "node none" && $0.text == "Second tier: no record" })
        #expect(nodes.contains { $0.attributes["class"] == "node none" && $0.text == "Customers: no record" })
        #expect(page.links.contains("\(root)/organizations/o.nobo"))
    }

    @Test func `names what is not known and never shows a zero for it`() throws {
        let page = RecordPage(try record("sg.aft.swap"))
        #expect(page.facts.gaps.contains { $0.title.en == "No organization is named here" })
        guard case .figures(let figures)? = page.blocks.first else {
            Issue.record("no figures")
            return
        }
        for figure in figures {
            if case .number(let number) = figure.value { #expect(number.value > 0) }
        }
    }

    @Test func `gives each of its tables as a file`() async throws {
        let json = try await visitor.get("\(root)/records/o.gwm/tables/suppliers?format=json&lang=en")
        #expect(json.status == 200 && json.json["blocks"]?[0]?["rows"]?.list.count == 3)
        #expect(try await visitor.get("\(root)/records/o.gwm/tables/suppliers?format=xlsx").status == 200)
        #expect(try await visitor.get("\(root)/records/o.gwm/tables/nothing").status == 404)
        #expect(try await visitor.get("\(root)/records/o.gwm/tables/suppliers?format=exe").status == 422)
    }

    @Test func `survives trees that bite their own tail`() {
        var builder = EcosystemBuilder(PackageIdentity(id: "p", title: Localized(same: "P")))
        for (kind, first, second) in [
            (RecordKind.region, "r.a", "r.b"), (.segment, "sg.a", "sg.b"), (.park, "pk.a", "pk.b"),
            (.organization, "o.a", "o.b"),
        ] {
            builder.add(kind, ["id": first, "name_en": first, "parent_id": second])
            builder.add(kind, ["id": second, "name_en": second, "parent_id": first])
        }
        builder.add(.indicator, ["id": "in.a", "entity_id": "in.a", "indicator_id": "in.a", "value": "1"])
        let model = builder.build()
        for id in ["r.a", "sg.a", "pk.a", "o.a", "in.a"] {
            #expect(model.record(id: id).map { !RecordPage($0).blocks.isEmpty } == true)
        }
    }
}
