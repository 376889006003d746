import Ecosystem
import Reporting
import Testing

@testable import Studies

@Suite struct `Names for ids in reports of networks` {
    private let plain = Localized(same: "t")

    private func named(_ draft: ReportDraft) throws -> ReportDraft {
        RecordNaming(try OpenPackages.builtIn()).named(draft)
    }

    @Test func `ids in sentences become names in both languages, and the sentence keeps its point`() throws {
        let draft = try named(
            ReportDraft(
                title: Localized(same: "r.tj"),
                answer: Localized("r.tj stops sg.veh. It costs 1.5 %.", "r.tj：停 sg.veh，1.5%。"),
                blocks: []))
        #expect(draft.title.en == "Tianjin" && draft.title.zh == "天津市")
        #expect(draft.answer.en == "Tianjin stops Vehicle manufacturing. It costs 1.5 %.")
        #expect(draft.answer.zh == "天津市：停整车制造，1.5%。")
    }

    @Test func `a cell that holds an id alone links to the record, and what is no id stays`() throws {
        let table = Table(
            "t", plain, columns: [Table.Column("a", plain), Table.Column("b", plain)],
            rows: [[.text("sg.veh"), .text("firm.1")], [.text("s000.1.p1"), .text("r.tj → x")]])
        let draft = try named(ReportDraft(title: plain, answer: plain, blocks: [.table(table)]))
        guard case .table(let rows) = try #require(draft.blocks.first) else {
            Issue.record("no table")
            return
        }
        #expect(
            rows.rows[0][0].value
                == .links([
                    Cell.Link(
                        Localized("Vehicle manufacturing", "整车制造"), kind: .segment, id: "sg.veh")
                ]))
        #expect(rows.rows[0][1] == .text("firm.1"))
        #expect(rows.rows[1][0] == .text("s000.1.p1"))
        #expect(rows.rows[1][1].value == .text(Localized("Tianjin → x", "天津市 → x")))
    }

    @Test func `a drawn network keeps its ends apart by their ids`() throws {
        let table = Table(
            "t", plain, columns: [Table.Column("from", plain), Table.Column("to", plain)],
            rows: [[.text("sg.veh"), .text("sg.sys")]])
        let block = Block.picture(Picture(.network(from: "from", to: "to", label: nil), table))
        let draft = try named(ReportDraft(title: plain, answer: plain, blocks: [block]))
        let isSame = draft.blocks == [block]
        #expect(isSame)
    }
}
