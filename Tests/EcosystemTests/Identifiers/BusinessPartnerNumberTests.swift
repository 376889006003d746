import Ecosystem
import Testing

@Suite struct BusinessPartnerNumberTests {
    @Test func `numbers of the vectors carry the check characters of ISO 7064 MOD 1271-36`() throws {
        let vectors = try PlatformVectors.load().bpn
        #expect(vectors.valid.count == 5)
        for number in vectors.valid {
            let value = try BusinessPartnerNumber(checking: number)
            #expect(BusinessPartnerNumber.check(number).isEmpty)
            #expect(value.text.hasSuffix(value.expectedCheckCharacters))
        }
    }

    @Test func `the example of CX-0010 breaks the rule and is only warned about`() throws {
        let reading = BusinessPartnerNumber.read("BPNL00000000IF61")
        #expect(reading.value?.text == "BPNL00000000IF61")
        #expect(reading.findings.map(\.severity) == [.warning])
        // The published code of the register gives 4P for this prefix.
        #expect(reading.findings.first?.expected == "4P")
        #expect(reading.findings.first?.suggestion == "BPNL00000000IF4P")
    }

    @Test func `kinds are told apart`() throws {
        #expect(try BusinessPartnerNumber(checking: "BPNL00000BTHC1OI").kind == .legalEntity)
        #expect(try BusinessPartnerNumber(checking: "BPNS00000BTHC1FP").kind == .site)
        #expect(try BusinessPartnerNumber(checking: "BPNA00000BTHS1GM").kind == .address)
        let asSite = BusinessPartnerNumber.read("BPNL00000BTHC1OI", requiring: .site)
        #expect(asSite.value == nil && asSite.findings.map(\.kind) == [.wrongKind])
    }

    @Test func `form errors are errors`() {
        #expect(BusinessPartnerNumber.check("BPNX00000BTHC1OI").first?.position == 4)
        #expect(BusinessPartnerNumber.check("BPML00000BTHC1OI").first?.position == 3)
        #expect(BusinessPartnerNumber.check("BPNL00000BTHC1O").map(\.kind) == [.length])
        #expect(BusinessPartnerNumber.check("BPNL00000BTH-1OI").first?.position == 13)
        #expect(BusinessPartnerNumber.check("bpnl00000bthc1oi").map(\.kind) == [.normalized])
    }

    @Test func `every substitution of one character behind the kind is noticed`() throws {
        let letters = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        for number in try PlatformVectors.load().bpn.valid {
            let characters = Array(number)
            for place in 4..<16 {
                for other in letters where other != characters[place] {
                    var damaged = characters
                    damaged[place] = other
                    #expect(!BusinessPartnerNumber.check(String(damaged)).isEmpty)
                }
            }
        }
    }
}
