import Ecosystem
import Reporting
import Studies
import Testing

@Suite struct `Study candidates` {
    private func ask(
        _ model: EcosystemModel, given: [String: String] = [:], others: [EcosystemModel] = []
    ) throws -> (Candidates.Result, ReportDraft) {
        let study = Candidates()
        let input = try StudyInput.prepared(
            for: study.description, model: model, others: others, given: given)
        let result = try study.result(on: input)
        return (result, try study.draft(of: result, on: input))
    }

    @Test func `battery makers of the region come first, nearer before farther`() throws {
        let (result, draft) = try ask(OpenPackages.builtIn(), given: ["component": "pc.06"])
        #expect(result.segment == SegmentID("sg.sys.battery") && result.near == "o.xiaomiauto")
        let same = result.candidates.filter { $0.match == "same" }
        #expect(Set(same.map(\.organization.text)) == ["o.lishen", "o.samsungsdi", "o.svolt"])
        #expect(result.candidates.prefix(3).allSatisfy { $0.match == "same" && $0.inside == true })
        #expect(same.compactMap(\.distance) == same.compactMap(\.distance).sorted())
        // Beijing E-Town to Tianjin is some 100 km, to Shijiazhuang some 260 km, by any map.
        #expect((same.first?.distance).map { (80...120).contains($0) } == true)
        #expect(same.last?.organization.text == "o.svolt")
        #expect(same.allSatisfy { $0.exactness == "region" })
        #expect(draft.answer.en.contains("3 organizations"))
    }

    @Test func `the default component is one for whose segment somebody is on record`() throws {
        let (result, _) = try ask(OpenPackages.builtIn())
        #expect(result.candidates.contains { $0.match == "same" })
        #expect(result.component != nil && result.hasPoint)
    }

    @Test func `who supplies it now is left out with its group, and so is who is excluded`() throws {
        let (result, draft) = try ask(OpenPackages.constructed(), given: ["component": "pc.03"])
        #expect(result.supplier == OrganizationID("o.stamp1"))
        #expect(
            result.candidates.filter { $0.match == "same" }.map(\.organization.text).sorted() == [
                "o.stamp2", "o.stamp3",
            ])
        #expect(result.candidates.allSatisfy { $0.organization.text != "o.stamp1" })
        #expect(draft.answer.zh.contains("2 家机构"))
        let (fewer, _) = try ask(
            OpenPackages.constructed(), given: ["component": "pc.03", "exclude": "o.stamp2"])
        #expect(fewer.candidates.filter { $0.match == "same" }.map(\.organization.text) == ["o.stamp3"])
    }

    @Test func `every listed organization works in a segment that matched`() throws {
        let work = try OpenPackages.rows("Data/beijing-tianjin-hebei", "activities")
        let (result, _) = try ask(OpenPackages.builtIn(), given: ["segment": "sg.sys.os", "near": "r.tj"])
        #expect(!result.candidates.isEmpty)
        for candidate in result.candidates {
            for segment in candidate.segments {
                #expect(
                    work.contains {
                        $0["organization_id"] == candidate.organization.text
                            && $0["segment_id"] == segment.text
                    })
            }
        }
        let order = ["same", "broader", "related"]
        let ranks = result.candidates.compactMap { order.firstIndex(of: $0.match) }
        #expect(ranks == ranks.sorted())
    }

    @Test func `distances come from the sites of the constructed region`() throws {
        let (result, _) = try ask(OpenPackages.constructed(), given: ["segment": "sg.glass", "near": "r.qa"])
        let sites = try OpenPackages.rows("Fixtures/studies/constructed-vehicle", "sites")
        #expect(result.candidates.contains { $0.exactness != nil })
        for candidate in result.candidates {
            guard let at = candidate.at, let site = sites.first(where: { $0["id"] == at }) else { continue }
            #expect(site["organization_id"] == candidate.organization.text)
            #expect(candidate.longitude == site["lon"].flatMap { Double($0) })
        }
    }

    @Test func `inside only leaves out who is elsewhere`() throws {
        let (all, _) = try ask(OpenPackages.constructed(), given: ["segment": "sg.chip"])
        let (inside, _) = try ask(OpenPackages.constructed(), given: ["segment": "sg.chip", "inside": "yes"])
        #expect(all.candidates.contains { $0.inside == false })
        #expect(inside.candidates.allSatisfy { $0.inside == true })
    }

    @Test func `a place without a point gives no distance, not zero`() throws {
        let (result, draft) = try ask(
            OpenPackages.builtIn(), given: ["segment": "sg.sys.battery", "near": "r.bth"])
        #expect(!result.hasPoint && result.candidates.allSatisfy { $0.distance == nil })
        #expect(
            draft.blocks.contains { block in
                if case .note(let note) = block { note.title.en.contains("has no point") } else { false }
            })
    }

    @Test func `ids that do not exist are refused together`() throws {
        let error = #expect(throws: StudyProblem.self) {
            try ask(OpenPackages.builtIn(), given: ["near": "r.nowhere", "exclude": "o.nobody, o.lear"])
        }
        #expect(error?.details.compactMap(\.parameter) == ["near", "exclude"])
    }

    @Test func `a package without components begins with its busiest segment`() throws {
        let (result, _) = try ask(OpenPackages.sixClusters(), others: [OpenPackages.builtIn()])
        let work = try OpenPackages.rows("Data/six-clusters", "activities").filter {
            $0["segment_id"] == result.segment?.text
        }
        #expect(!result.candidates.isEmpty && work.count > 1)
        #expect(result.compare.first?.hasSegment == true)
        let empty = EcosystemBuilder(PackageIdentity(id: "empty", title: Localized(same: "empty"))).build()
        let (nothing, draft) = try ask(empty)
        #expect(nothing.segment == nil && draft.answer.en.contains("name a segment"))
    }
}
