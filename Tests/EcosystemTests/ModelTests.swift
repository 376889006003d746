import Ecosystem
import Testing

struct `Ecosystem model` {
    private func model(_ rows: [[FieldName: String]], _ kind: RecordKind = .organization) -> EcosystemModel {
        var builder = EcosystemBuilder(PackageIdentity(id: "p", title: Localized(same: "P")))
        for row in rows { builder.add(kind, row) }
        return builder.build()
    }

    @Test func `a record is read as it was added, and an empty cell is not stated`() {
        let model = model([["id": "o.a", "name_zh": "甲", "kind": ""]])
        let record = model.record(id: "o.a")
        #expect(record?.text("name_zh") == "甲")
        #expect(record?.text("kind") == nil)
        #expect(record?.text("nonsense") == nil)
        #expect(model.record(id: "") == nil)
        #expect(model.record(id: "o.b") == nil)
    }

    @Test func `the fingerprint does not depend on the order of rows, but on every statement`() {
        let rows: [[FieldName: String]] = [["id": "o.a", "name_en": "A"], ["id": "o.b", "name_en": "B"]]
        #expect(model(rows).fingerprint == model(rows.reversed()).fingerprint)
        #expect(model(rows).fingerprint != model([rows[0]]).fingerprint)
        #expect(model(rows).fingerprint != model([rows[0], ["id": "o.b", "name_en": "b"]]).fingerprint)
        #expect(model(rows).fingerprint.count == 64)
    }

    @Test func `a list field is found by each of its ids and by no part of one`() {
        let model = model(
            [["id": "pk.a", "anchors": "o.ab; o.c"], ["id": "pk.b", "anchors": "o.a"]], .park)
        #expect(model.record(id: "pk.a")?.list("anchors") == ["o.ab", "o.c"])
        #expect(model.records(of: .park, where: "anchors", is: "o.a").map(\.id) == ["pk.b"])
    }

    @Test func `a phrase is read both ways and stands for itself where nobody translated it`() {
        let model = model([["id": "tr.1", "en": "seats", "zh": "座椅"]], .translation)
        #expect(model.phrase("seats") == Localized("seats", "座椅"))
        #expect(model.phrase("座椅") == Localized("seats", "座椅"))
        #expect(model.phrase("doors") == Localized(same: "doors"))
        #expect(!model.hasTranslation("doors"))
        #expect(model.hasTranslation("12.5"))
    }

    @Test func `many texts are kept apart in the pool`() {
        var pool = TextPool(capacity: 4)
        let ids = (0..<20_000).map { pool.intern("text \($0)") }
        #expect(Set(ids).count == 20_000)
        for number in stride(from: 0, to: 20_000, by: 997) {
            #expect(pool.text(ids[number]) == "text \(number)")
            #expect(pool.find("text \(number)") == ids[number])
        }
        #expect(pool.find("text 20000") == nil)
        #expect(pool.text(4_000_000_000).isEmpty)
    }

    @Test
    func `the weakest basis of what it rests on is the basis of a result, and never stronger than derived`() {
        let stated = Origin(basis: .stated, paragraphs: ["p2", "p1", "p1"])
        let guess = Origin(basis: .estimated, records: ["in.1"])
        #expect(Origin.combined([stated]).basis == .derived)
        #expect(Origin.combined([stated, guess]).basis == .estimated)
        #expect(Origin.combined([stated, guess]).paragraphs == ["p1", "p2"])
        #expect(Basis.weakest([.stated, .synthetic, .general]) == .synthetic)
    }
}
