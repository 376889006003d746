import Ecosystem
import Testing

@Suite struct AdministrativeCodeTests {
    @Test(arguments: [
        ("100000", AdministrativeCode.Level.country, nil as String?), ("130000", .province, nil),
        ("130600", .prefecture, "130000"), ("130681", .county, "130600"), ("110105", .county, "110000"),
        ("120116", .county, "120000"), ("110100", .prefecture, "110000"), ("500230", .county, "500000"),
        ("429004", .county, "420000"), ("810000", .province, nil),
    ])
    func `level and parent follow the digits, groups for numbering are skipped`(
        text: String, level: AdministrativeCode.Level, parent: String?
    ) throws {
        let code = try AdministrativeCode(checking: text)
        #expect(code.level == level)
        #expect(code.parent?.text == parent)
    }

    @Test func `a division contains what lies below it`() throws {
        let hebei = try AdministrativeCode(checking: "130000")
        let baoding = try AdministrativeCode(checking: "130600")
        let dingzhou = try AdministrativeCode(checking: "130682")
        let beijing = try AdministrativeCode(checking: "110000")
        #expect(hebei.contains(dingzhou) && baoding.contains(dingzhou) && dingzhou.contains(dingzhou))
        #expect(!dingzhou.contains(baoding) && !beijing.contains(dingzhou))
        #expect(try AdministrativeCode(checking: "100000").contains(dingzhou))
        #expect(dingzhou.ancestors == [baoding, hebei])
        #expect(dingzhou.province == hebei)
    }

    @Test(arguments: [
        ("13", IdentifierFinding.Kind.length, "130000"), ("1306", .length, "130600"),
        ("130681001002", .length, "130681"), ("130600.0", .spreadsheetNumber, "130600"),
    ])
    func `shortened, longer and decimal forms are refused with the code that may be meant`(
        text: String, kind: IdentifierFinding.Kind, suggestion: String
    ) {
        let reading = AdministrativeCode.read(text)
        #expect(reading.value == nil)
        #expect(reading.findings.map(\.kind) == [kind])
        #expect(reading.findings.first?.suggestion == suggestion)
    }

    @Test func `wrong characters, provinces and blanks are errors`() {
        #expect(AdministrativeCode.check("13O600").first?.position == 3)
        #expect(AdministrativeCode.check("990000").map(\.kind) == [.unknownDivision])
        #expect(AdministrativeCode.check("  ").map(\.kind) == [.empty])
        #expect(AdministrativeCode.check("天津").map(\.kind) == [.character])
        #expect(AdministrativeCode.check("１３０６００").map(\.kind) == [.normalized])
    }
}
