import Ecosystem
import Foundation
import Testing

@Suite struct UnifiedSocialCreditCodeTests {
    /// A test value published with python-stdnum.
    let published = "91110000600037341L"

    @Test func `valid codes of the vectors are read as they are`() throws {
        let vectors = try PlatformVectors.load().uscc
        #expect(vectors.valid.count == 3)
        for code in vectors.valid {
            let value = try UnifiedSocialCreditCode(checking: code)
            #expect(value.text == code)
            #expect(UnifiedSocialCreditCode.check(code).allSatisfy { $0.severity == .warning })
        }
        #expect(vectors.alphabet == UnifiedSocialCreditCode.alphabet)
        #expect(UnifiedSocialCreditCode.check(published).isEmpty)
    }

    @Test func `invalid codes of the vectors are refused for their reason, full width is folded`() throws {
        let vectors = try PlatformVectors.load().uscc
        for item in vectors.invalid {
            let reading = UnifiedSocialCreditCode.read(item.code)
            let kinds = reading.findings.map(\.kind)
            switch item.why {
            case "check char": #expect(kinds == [.checkCharacter] && reading.value == nil)
            case "letter O": #expect(kinds == [.character] && reading.value == nil)
            case "length": #expect(kinds == [.length] && reading.value == nil)
            default: #expect(kinds == [.normalized] && reading.value?.text == published)
            }
        }
    }

    @Test func `parts are cut at the places of GB 32100`() throws {
        let code = try UnifiedSocialCreditCode(checking: published)
        #expect(code.registrar == "9" && code.registrarName?.zh == "市场监管")
        #expect(code.category == "1" && code.categoryName?.en == "enterprise")
        #expect(code.registeringDivision == "110000")
        #expect(code.organizationCode == "600037341")
        #expect(code.checkCharacter == "L")
    }

    @Test func `the check character is found for departments with letters too`() throws {
        for first in ["A1", "N2", "Y1"] {
            let prefix = first + "110000600037341"
            let check = try #require(UnifiedSocialCreditCode.checkCharacter(after: prefix))
            let value = try UnifiedSocialCreditCode(checking: prefix + String(check))
            #expect(value.registrarName != nil)
        }
        #expect(UnifiedSocialCreditCode.checkCharacter(after: "911100006000373") == nil)
        #expect(UnifiedSocialCreditCode.checkCharacter(after: "9111000060003734é") == nil)
    }

    @Test func `every substitution of one character is detected`() throws {
        let alphabet = Array(UnifiedSocialCreditCode.alphabet)
        for code in try PlatformVectors.load().uscc.valid {
            let characters = Array(code)
            for place in characters.indices {
                for other in alphabet where other != characters[place] {
                    var damaged = characters
                    damaged[place] = other
                    let reading = UnifiedSocialCreditCode.read(String(damaged))
                    #expect(reading.value == nil, "\(String(damaged)) was accepted")
                }
            }
        }
    }

    @Test func `a wrong check character names the computed one`() throws {
        let finding = try #require(UnifiedSocialCreditCode.check("91110000600037341A").first)
        #expect(finding.expected == "L" && finding.position == 18 && finding.suggestion == published)
    }

    @Test func `lower case, blanks, marks and an apostrophe are folded away`() throws {
        for text in [
            "91110000600037341l", " 91110000600037341L\u{FEFF}", "'91110000600037341L",
            "\u{3000}91110000600037341Ｌ",
        ] {
            #expect(try UnifiedSocialCreditCode(checking: text).text == published)
        }
        #expect(UnifiedSocialCreditCode.check(" 91110000600037341L ").isEmpty)
        #expect(UnifiedSocialCreditCode.check("91110000600037341l").map(\.kind) == [.normalized])
    }

    @Test(arguments: [
        "9.11E+17", "9.1110E+17", "9,11E+17", "911100006000373000", "911100006000373.0", "9E+17",
    ])
    func `a number that a spreadsheet made is refused with advice`(text: String) throws {
        let reading = UnifiedSocialCreditCode.read(text)
        #expect(reading.value == nil && reading.findings.map(\.kind) == [.spreadsheetNumber])
        #expect(reading.findings.first?.message.en.contains("as text") == true)
        #expect(reading.findings.first?.message.zh.contains("文本") == true)
    }

    @Test func `look-alike letters are repaired in the suggestion where the check then holds`() throws {
        let finding = try #require(UnifiedSocialCreditCode.check("9111000060OO37341L").first)
        #expect(finding.kind == .character && finding.position == 11 && finding.suggestion == published)
        let inDivision = try #require(UnifiedSocialCreditCode.check("91L10000600037341L").first)
        #expect(inDivision.expected == "0-9" && inDivision.suggestion == published)
        #expect(UnifiedSocialCreditCode.check("9111000060Z037341L").first?.suggestion == nil)
    }

    @Test func `other numbers of an organization are recognized by their length`() {
        #expect(
            UnifiedSocialCreditCode.check("110000012345678").first?.message.en.contains("registration number")
                == true)
        #expect(
            UnifiedSocialCreditCode.check("600037341").first?.message.en.contains("organization code") == true
        )
        #expect(UnifiedSocialCreditCode.check("9111 0000 6000 3734 1L").first?.suggestion == published)
        #expect(UnifiedSocialCreditCode.check("").map(\.kind) == [.empty])
        #expect(UnifiedSocialCreditCode.check(String(repeating: "9", count: 5000)).map(\.kind) == [.length])
    }

    @Test func `a national or repealed division is no finding, a province that never was is a warning`()
        throws
    {
        #expect(try withCheck("9110000060003734" + "1").isEmpty)
        // 512900 was a prefecture of Sichuan until 1993.
        #expect(try withCheck("91512900600037341").isEmpty)
        #expect(try withCheck("91990000600037341").map(\.kind) == [.unknownDivision])
    }

    @Test func `department, category and inner organization code are warnings`() throws {
        #expect(try withCheck("C1110000600037341").map(\.kind) == [.unknownRegistrar])
        #expect(try withCheck("95110000600037341").map(\.kind) == [.unknownCategory])
        let inner = try withCheck("91110000600037342")
        #expect(inner.map(\.kind) == [.innerCheckCharacter] && inner.first?.expected == "1")
    }

    @Test func `the inner check follows the standard's X and 0`() {
        // 40000000-X: 4 × 3 = 12, 11 - 12 mod 11 = 10 → X. 10000008-0 by the same arithmetic: 3 + 16 = 19 → 3.
        #expect(UnifiedSocialCreditCode.organizationCheckCharacter(after: "40000000") == "X")
        #expect(UnifiedSocialCreditCode.organizationCheckCharacter(after: "10000008") == "3")
        // 00000000: 11 - 0 = 11 → 0.
        #expect(UnifiedSocialCreditCode.organizationCheckCharacter(after: "00000000") == "0")
        #expect(UnifiedSocialCreditCode.organizationCheckCharacter(after: "0000000é") == nil)
    }

    @Test func `a code is encoded as one text and a wrong one does not decode`() throws {
        let code = try UnifiedSocialCreditCode(checking: published)
        let data = try JSONEncoder().encode([code])
        #expect(String(decoding: data, as: UTF8.self) == "[\"\(published)\"]")
        #expect(try JSONDecoder().decode([UnifiedSocialCreditCode].self, from: data) == [code])
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode(
                [UnifiedSocialCreditCode].self, from: Data("[\"91110000600037341A\"]".utf8))
        }
    }

    private func withCheck(_ prefix: String) throws -> [IdentifierFinding] {
        let check = try #require(UnifiedSocialCreditCode.checkCharacter(after: prefix))
        let reading = UnifiedSocialCreditCode.read(prefix + String(check))
        #expect(reading.value != nil)
        return reading.findings
    }
}
