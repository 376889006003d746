import Ecosystem
import Foundation
import Testing

@Suite struct HSCodeTests {
    @Test(arguments: [
        "870380", "8703.80", "8703 80", "HS 2022 8703.80", "2022:870380", "HS2022:870380", "８７０３８０",
    ])
    func `a subheading is read in its usual forms`(text: String) throws {
        let code = try HSCode(checking: text, edition: .hs2022)
        #expect(code.digits == "870380" && code.nationalSuffix == nil)
        #expect(code.printed == "8703.80" && code.heading == "8703" && code.chapter == "87")
        #expect(code.title?.zh == "纯电动乘用车")
        #expect(try HSCode(checking: code.description) == code)
    }

    @Test func `the national part stays apart`() throws {
        let code = try HSCode(checking: "8703.80.0010", edition: .hs2022)
        #expect(code.digits == "870380" && code.nationalSuffix == "0010" && code.printed == "8703.80.0010")
        #expect(try HSCode(checking: code.description) == code)
        #expect(try HSCode(checking: "85076000", edition: .hs2022).nationalSuffix == "00")
    }

    @Test func `8708.22 is new in 2022`() {
        #expect(HSCode.check("870822", edition: .hs2022).isEmpty)
        let finding = HSCode.check("870822", edition: .hs2017).first
        #expect(finding?.kind == .unknownCode && finding?.severity == .warning && finding?.expected == "2022")
        #expect(HSCode.check("870377", edition: .hs2022).first?.suggestion == "8703")
    }

    @Test func `a code without edition is refused`() {
        #expect(HSCode.check("870380").map(\.kind) == [.editionMissing])
        #expect(HSCode.read("870380", assuming: .hs2022).value?.edition == .hs2022)
        #expect(HSCode.check("2012:870380").map(\.kind) == [.editionUnknown])
        #expect(HSCode.check("2017:870380", edition: .hs2022).map(\.kind) == [.editionUnknown])
    }

    @Test func `lost zeros, numbers and wrong lengths are refused`() {
        #expect(HSCode.check("10121", edition: .hs2022).first?.suggestion == "010121")
        #expect(HSCode.check("870380.0", edition: .hs2022).first?.suggestion == "870380")
        #expect(HSCode.check("8.70E+05", edition: .hs2022).map(\.kind) == [.spreadsheetNumber])
        #expect(HSCode.check("770000", edition: .hs2022).map(\.kind) == [.unknownDivision])
        #expect(HSCode.check("8703X0", edition: .hs2022).first?.position == 5)
        #expect(HSCode.check("", edition: .hs2022).map(\.kind) == [.empty])
    }

    @Test func `every listed code reads back and headings are known`() throws {
        #expect(HSEntry.builtIn.map(\.digits) == HSEntry.builtIn.map(\.digits).sorted())
        for entry in HSEntry.builtIn {
            for edition in entry.editions {
                let code = try HSCode(checking: entry.digits, edition: edition)
                #expect(code.title == entry.title)
            }
        }
        #expect(
            try HSCode(checking: "850140", edition: .hs2022).title?.en == "Electric motors and generators")
    }

    @Test func `EV is not found in HEV`() {
        #expect(digits("EV") == ["870380"])
        #expect(digits("HEV") == ["870340", "870350"])
        #expect(digits("PHEV") == ["870360", "870370"])
        #expect(digits("BEV") == ["870380"])
        #expect(digits("纯电动") == ["870380"])
        #expect(digits("插电") == ["870360", "870370"])
    }

    @Test func `words match whole, plurals match singulars, digits match the beginning`() {
        #expect(digits("battery") == ["850760", "870380"])
        #expect(digits("brake") == ["870830"])
        #expect(digits("hybrid diesel") == ["870350", "870370"])
        #expect(digits("8708.2", edition: .hs2017) == ["870821", "870829"])
        #expect(digits("car 870333") == ["870333"])
        #expect(digits("brak").isEmpty && digits("").isEmpty && digits(" ?! ").isEmpty)
    }

    private func digits(_ query: String, edition: HSEdition = .hs2022) -> [String] {
        HSEntry.search(query, edition: edition).map(\.digits)
    }
}
