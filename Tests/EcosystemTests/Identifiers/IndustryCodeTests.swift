import Ecosystem
import Foundation
import Testing

@Suite struct IndustryCodeTests {
    /// All codes that the reference notes list for the edition of 2017.
    static let listed = [
        "36", "3611", "3612", "3620", "3630", "3640", "3650", "3660", "3670", "3812", "3813", "3821", "3824",
        "3831", "384",
        "3841", "3842", "3843", "3849", "3872", "3891", "3962", "3972", "3973", "3974", "3976", "3982",
        "3983", "3985",
        "3562", "4011", "4015", "4022", "4210", "4220",
    ]

    @Test(arguments: listed) func `a listed code has a title in both languages`(digits: String) throws {
        let code = try IndustryCode(checking: digits, edition: .gbt2017)
        let title = try #require(code.title)
        #expect(!title.zh.isEmpty && !title.en.isEmpty)
        #expect(title.zh.unicodeScalars.contains { $0.value > 0x4E00 })
        #expect(code.section == "C")
        #expect(IndustryCode.check(digits, edition: .gbt2017).isEmpty)
    }

    @Test func `3660 and 3640 mean different things in the two editions`() throws {
        #expect(try IndustryCode(checking: "3660", edition: .gbt2011).title?.zh == "汽车零部件及配件制造")
        #expect(try IndustryCode(checking: "3660", edition: .gbt2017).title?.zh == "汽车车身、挂车制造")
        #expect(try IndustryCode(checking: "3640", edition: .gbt2011).title?.zh == "电车制造")
        #expect(try IndustryCode(checking: "3640", edition: .gbt2017).title?.zh == "低速汽车制造")
        let parts = try IndustryCode(checking: "3660", edition: .gbt2011)
        #expect(parts.codes(in: .gbt2017).map(\.digits) == ["3670"])
        let vehicles = try IndustryCode(checking: "3612", edition: .gbt2017)
        #expect(vehicles.codes(in: .gbt2011).map(\.digits) == ["3610"])
        // Engines were no part of division 36 in 2011.
        #expect(try IndustryCode(checking: "3620", edition: .gbt2017).codes(in: .gbt2011).isEmpty)
    }

    @Test func `a code without edition is refused, with an assumed one it warns where editions differ`()
        throws
    {
        let missing = IndustryCode.read("3660")
        #expect(missing.value == nil && missing.findings.map(\.kind) == [.editionMissing])
        #expect(missing.findings.first?.message.zh.contains("2011：汽车零部件及配件制造") == true)
        let assumed = IndustryCode.read("3660", assuming: .gbt2017)
        #expect(assumed.value?.edition == .gbt2017 && assumed.findings.map(\.kind) == [.editionAssumed])
        #expect(IndustryCode.read("3841", assuming: .gbt2017).findings.isEmpty)
    }

    @Test(arguments: [
        "GB/T 4754-2017 C3612", "2017:3612", "GB/T4754-2017:3612", "gb/t 4754-2017 c3612", "4754-2017 3612",
        "ＧＢ／Ｔ 4754-2017 C3612",
    ])
    func `the edition may stand in the text`(text: String) throws {
        let code = try IndustryCode(checking: text)
        #expect(code.edition == .gbt2017 && code.digits == "3612")
        #expect(code.description == "GB/T 4754-2017 C3612")
        #expect(try IndustryCode(checking: code.description) == code)
    }

    @Test func `parts of a code`() throws {
        let code = try IndustryCode(checking: "C3612", edition: .gbt2017)
        #expect(code.division == "36" && code.group == "361" && code.industryClass == "3612")
        #expect(code.parent?.digits == "361" && code.parent?.parent?.digits == "36")
        #expect(code.parent?.parent?.parent == nil)
        let division = try IndustryCode(checking: "36", edition: .gbt2017)
        #expect(division.group == nil && division.industryClass == nil)
    }

    @Test func `sections follow the edition`() throws {
        #expect(try IndustryCode(checking: "90", edition: .gbt2017).section == "R")
        #expect(try IndustryCode(checking: "90", edition: .gbt2011).section == "S")
        let wrong = IndustryCode.read("D3612", edition: .gbt2017)
        #expect(wrong.value?.digits == "3612" && wrong.findings.map(\.kind) == [.section])
        #expect(wrong.findings.first?.suggestion == "C3612")
        #expect(IndustryCode.check("97", edition: .gbt2011).map(\.kind) == [.unknownDivision])
        #expect(IndustryCode.check("00", edition: .gbt2017).map(\.kind) == [.unknownDivision])
    }

    @Test func `conflicts, unknown editions and other texts are refused`() {
        #expect(IndustryCode.check("2011:3660", edition: .gbt2017).map(\.kind) == [.editionUnknown])
        #expect(IndustryCode.check("2002:3660").map(\.kind) == [.editionUnknown])
        #expect(IndustryCode.check("36120", edition: .gbt2017).map(\.kind) == [.length])
        #expect(IndustryCode.check("3612.0", edition: .gbt2017).first?.suggestion == "3612")
        #expect(IndustryCode.check("36.0", edition: .gbt2017).map(\.kind) == [.spreadsheetNumber])
        #expect(IndustryCode.check("C", edition: .gbt2017).map(\.kind) == [.length])
        #expect(IndustryCode.check("汽车", edition: .gbt2017).map(\.kind) == [.character])
    }

    @Test func `a code that division 36 does not have is a warning`() {
        let finding = IndustryCode.check("3610", edition: .gbt2017).first
        #expect(finding?.kind == .unknownCode && finding?.suggestion == "361")
        #expect(IndustryCode.check("3610", edition: .gbt2011).isEmpty)
        #expect(IndustryCode.check("3691", edition: .gbt2017).first?.suggestion == "36")
    }

    @Test func `a code is encoded with its edition`() throws {
        let code = try IndustryCode(checking: "3660", edition: .gbt2011)
        let data = try JSONEncoder().encode(code)
        #expect(try JSONDecoder().decode(IndustryCode.self, from: data) == code)
    }
}
