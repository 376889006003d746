import Ecosystem
import Reporting
import Testing

@Suite struct `The directory of sources` {
    private var model: EcosystemModel {
        var builder = EcosystemBuilder(PackageIdentity(id: "p", title: Localized(same: "P")))
        builder.add(.source, ["id": "s1", "title_en": "One", "title_zh": "一", "date": "2024"])
        builder.add(.paragraph, ["id": "s1.p1", "source_id": "s1", "section": "Intro", "topic": "parks"])
        builder.add(.paragraph, ["id": "s1.p2", "source_id": "s1"])
        builder.add(.translation, ["id": "t1", "en": "parks", "zh": "园区"])
        return builder.build()
    }

    @Test func `is made from a model with both languages`() {
        let directory = SourceDirectory(model)
        #expect(directory.paragraph("s1.p1")?.topic == Localized("parks", "园区"))
        #expect(directory.paragraph("s1.p1")?.section == Localized(same: "Intro"))
        #expect(directory.document("s1")?.title == Localized("One", "一"))
        #expect(directory.document("s1")?.date == "2024")
    }

    @Test func `can be limited to what is cited`() {
        let directory = SourceDirectory(model, citing: ["s1.p2", "s1", "nowhere"])
        #expect(directory.paragraph("s1.p1") == nil)
        #expect(directory.paragraph("s1.p2") != nil)
    }

    @Test func `groups by document, whole documents and unknown paragraphs included`() {
        let citations = SourceDirectory(model).citations(of: ["s1.p2", "x", "s1.p1"])
        #expect(citations.map { $0.document?.id } == ["s1", nil])
        #expect(citations.map { $0.paragraphs.map(\.id) } == [["s1.p2", "s1.p1"], ["x"]])
        #expect(SourceDirectory(model).citations(of: ["s1"]).map { $0.paragraphs.count } == [0])
        #expect(SourceDirectory().citations(of: []).isEmpty)
    }
}
