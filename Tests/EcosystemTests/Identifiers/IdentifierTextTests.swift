import Ecosystem
import Testing

@Suite struct IdentifierTextTests {
    @Test func `no text crashes a reader, and every refusal says why`() {
        var draws = SeededDraws(20260731)
        for _ in 0..<20_000 {
            let text = draws.text(upTo: 30)
            check(UnifiedSocialCreditCode.read(text), text)
            check(AdministrativeCode.read(text), text)
            check(Locode.read(text), text)
            check(BusinessPartnerNumber.read(text), text)
            check(IndustryCode.read(text, assuming: .gbt2017), text)
            check(HSCode.read(text, assuming: .hs2022), text)
            _ = HSEntry.search(text)
            _ = LocodeCoordinates.point(text)
        }
    }

    @Test func `a read value reads back as itself without findings about its form`() {
        var draws = SeededDraws(3)
        for _ in 0..<5000 {
            let text = draws.text(upTo: 12)
            if let code = Locode.read(text).value { #expect(Locode.read(code.text).value == code) }
            if let code = AdministrativeCode.read(text).value {
                #expect(AdministrativeCode.read(code.text).value == code)
            }
            if let code = HSCode.read(text, assuming: .hs2022).value {
                #expect(HSCode.read(code.description).value == code)
            }
            if let code = IndustryCode.read(text, assuming: .gbt2017).value {
                #expect(IndustryCode.read(code.description).value == code)
            }
        }
    }

    @Test func `long texts are cut in findings`() {
        let long = String(repeating: "汽", count: 100_000)
        for finding in UnifiedSocialCreditCode.check(long) + Locode.check(long) {
            #expect(finding.value.count <= 61)
        }
    }

    private func check<Value>(_ reading: IdentifierReading<Value>, _ text: String) {
        let hasError = reading.findings.contains { $0.severity == .error }
        #expect(hasError == (reading.value == nil), "\(text.debugDescription)")
        for finding in reading.findings {
            #expect(!finding.message.en.isEmpty && !finding.message.zh.isEmpty)
        }
    }
}
