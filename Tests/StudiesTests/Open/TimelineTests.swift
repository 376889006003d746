import Ecosystem
import Reporting
import Studies
import Testing

@Suite struct `Study timeline` {
    private func ask(_ model: EcosystemModel, _ given: [String: String] = [:]) throws
        -> (Timeline.Result, ReportDraft)
    {
        let study = Timeline()
        let input = try StudyInput.prepared(
            for: study.description, model: model, others: [model], given: given)
        let result = try study.result(on: input)
        return (result, try study.draft(of: result, on: input))
    }

    @Test func `stages are those of table 1 of document 003`() throws {
        let (result, _) = try ask(OpenPackages.builtIn())
        #expect(result.stages.map(\.number) == [1, 2, 3, 4])
        #expect(result.stages.map(\.startYear) == [1982, 1996, 2004, 2011])
        #expect(result.stages.map(\.endYear) == [1995, 2003, 2010, nil])
        #expect(
            result.stages.allSatisfy { !$0.forms.isEmpty && !$0.features.isEmpty && !$0.subjects.isEmpty })
        #expect(result.stages.reduce(0) { $0 + $1.events } == result.events.count { $0.stage != nil })
    }

    @Test func `dates stand as printed and in order`() throws {
        let (result, draft) = try ask(OpenPackages.builtIn())
        let rows = try OpenPackages.rows("Data/beijing-tianjin-hebei", "events")
        for entry in result.events {
            #expect(entry.date == rows.first { $0["id"] == entry.id.text }?["date"])
        }
        let dates = result.events.compactMap(\.date)
        #expect(dates == dates.sorted())
        #expect(result.events.count + result.leftOut == rows.count)
        // Document 003: seven agreements were signed on 31 July 2014.
        #expect(result.events.first { $0.id.text == "ev.20140731" }?.date == "2014-07-31")
        #expect(result.events.first { $0.id.text == "ev.20140731" }?.stage == StageID("st.4"))
        #expect(Blocks.numbersWithoutOrigin(draft.blocks).isEmpty)
    }

    @Test func `planned events are marked`() throws {
        let (result, _) = try ask(OpenPackages.builtIn())
        let rows = try OpenPackages.rows("Data/beijing-tianjin-hebei", "events")
        let planned = result.events.filter { $0.state == .planned }.map(\.id.text)
        #expect(Set(planned) == Set(rows.filter { $0["state"] == "planned" }.compactMap { $0["id"] }))
        #expect(result.planned == planned.count && !planned.isEmpty)
    }

    @Test func `filters keep what they name`() throws {
        let model = try OpenPackages.builtIn()
        let agreements = try ask(model, ["kind": "agreement"]).0
        #expect(agreements.events.allSatisfy { $0.kind == "agreement" } && !agreements.events.isEmpty)
        let shougang = try ask(model, ["entity": "o.shougang"]).0
        #expect(shougang.events.map(\.id.text) == ["ev.sg2003"])
        let langfang = try ask(model, ["region": "r.he.lf"]).0
        #expect(langfang.events.allSatisfy { $0.region?.text == "r.he.lf" } && !langfang.events.isEmpty)
    }

    @Test func `an unknown entity is refused with what to do`() throws {
        #expect(throws: StudyProblem.self) { try ask(OpenPackages.builtIn(), ["entity": "o.nobody"]) }
    }

    @Test func `an event without a date comes last and is counted`() throws {
        var builder = EcosystemBuilder(PackageIdentity(id: "small", title: Localized(same: "small")))
        builder.add(.event, ["id": "ev.1", "title_en": "a", "kind": "plan"])
        builder.add(.event, ["id": "ev.2", "title_en": "b", "kind": "plan", "date": "2014-05"])
        builder.add(.event, ["id": "ev.3", "title_en": "c", "kind": "stage", "date": "2014"])
        builder.add(.event, ["id": "ev.4", "title_en": "d", "kind": "plan", "date": "2014"])
        let (result, _) = try ask(builder.build())
        #expect(result.events.map(\.id.text) == ["ev.3", "ev.4", "ev.2", "ev.1"])
        #expect(result.undated == 1)
        #expect(result.first == "2014" && result.last == "2014-05")
    }

    @Test func `an empty package is an answer`() throws {
        let (result, draft) = try ask(.empty)
        #expect(result.events.isEmpty && result.first == nil)
        #expect(draft.answer.en.contains("No dated event"))
    }
}
