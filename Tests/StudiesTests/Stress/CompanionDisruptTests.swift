import DataPackages
import Ecosystem
import Foundation
import Reporting
import Studies
import Testing

@Suite struct `A disruption of a reconstructed companion` {
    private static let companion = Result { try CompanionPackage(of: OpenPackages.builtIn()) }
    private let study = Disrupt()

    private func input(_ given: [String: String]) throws -> StudyInput {
        let companion = try Self.companion.get()
        return try StudyInput.prepared(
            for: study.description, model: companion.model, supplied: .network(companion.network),
            given: given)
    }

    @Test func `chips from abroad stop with the part that the table says, and a typed part wins`() throws {
        let network = try Self.companion.get().network
        let chips = try #require(network.sectors.firstIndex(of: "sg.cmp.aichip"))
        let asked = try input(["what": "abroad:sg.cmp.aichip"])
        let result = try study.result(on: asked)
        #expect(result.abroad.map(\.sector) == ["sg.cmp.aichip"] && result.abroad[0].isOfTable)
        #expect(result.abroad[0].share == network.imports?.shares[chips])
        // At 43 % makers here can stand in by selling less elsewhere: what is lost is rounding. Four fifths are felt.
        #expect(result.lossShare < 1e-9 && result.money == Localized("100 million yuan", "亿元"))
        let draft = try study.draft(of: result, on: asked)
        let notes = draft.blocks.compactMap { if case .note(let note) = $0 { note } else { nil } }
        #expect(
            notes.contains {
                $0.text?.en.contains("Electronic components") == true && $0.text?.zh.contains("电子元器件") == true
            })
        let typed = try study.result(
            on: input(["what": "abroad:sg.cmp.aichip", "imports": "sg.cmp.aichip=0.8"]))
        #expect(typed.abroad.map(\.share) == [0.8] && !typed.abroad[0].isOfTable && typed.lossShare > 1e-4)
    }

    @Test func `the word table takes all parts that the network says, and nothing is taken unasked`() throws {
        let all = try study.result(on: input(["what": "region:r.he.bd", "imports": "table; sg.veh=0.5"]))
        let network = try Self.companion.get().network
        let known = network.imports?.shares.count { ($0 ?? 0) > 0 } ?? 0
        #expect(all.abroad.count == known && all.abroad.first { $0.sector == "sg.veh" }?.share == 0.5)
        #expect(try study.result(on: input(["what": "region:r.he.bd"])).abroad.isEmpty)
    }

    @Test func `work lost is known where the pay of a job is given`() throws {
        let without = try study.result(on: input(["what": "region:r.he.bd"]))
        #expect(without.jobDays == nil)
        let result = try study.result(on: input(["what": "region:r.he.bd", "pay": "100000"]))
        let half = try study.result(on: input(["what": "region:r.he.bd", "pay": "200000"]))
        #expect((result.jobDays ?? 0) > 0 && abs((half.jobDays ?? 0) * 2 - (result.jobDays ?? 0)) < 1e-6)
    }
}
