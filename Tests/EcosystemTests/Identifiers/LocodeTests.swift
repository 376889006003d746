import Ecosystem
import Testing

@Suite struct LocodeTests {
    @Test(arguments: ["CNTXG", "CN TXG", "cn txg", "CN-TXG", "ＣＮＴＸＧ"])
    func `a code is read with and without the blank`(text: String) throws {
        let code = try Locode(checking: text)
        #expect(
            code.text == "CNTXG" && code.country == "CN" && code.place == "TXG" && code.printed == "CN TXG")
    }

    @Test func `digits 0 and 1, long and short texts are refused`() {
        #expect(Locode.check("CNTX1").first?.position == 5)
        #expect(Locode.check("CN TX1").first?.position == 6)
        #expect(Locode.check("C1TXG").first?.position == 2)
        #expect(Locode.check("CNTX").map(\.kind) == [.length])
        #expect(Locode.check("天津港").map(\.kind) == [.length])
        #expect(Locode.check("USNY2").isEmpty)
    }

    @Test func `the ports of the reference notes are known`() throws {
        let expected = ["CNCFD", "CNHUH", "CNJTG", "CNSHP", "CNTGS", "CNTSN", "CNTXG"]
        #expect(LocodeRegister.bohai.entries.map(\.code.text) == expected)
        let port = LocodeRegister.bohai.resolve(try Locode(checking: "CNCFD"))
        #expect(port.entry?.name.zh == "曹妃甸" && port.finding == nil && port.meant == port.written)
    }

    @Test func `CNQHD is an alias of CNSHP with a note, not an error`() throws {
        let result = LocodeRegister.bohai.resolve(try Locode(checking: "CNQHD"))
        #expect(result.meant.text == "CNSHP" && result.entry?.name.zh == "秦皇岛")
        #expect(result.finding?.severity == .warning && result.finding?.kind == .alias)
        #expect(result.finding?.suggestion == "CNSHP")
    }

    @Test func `CNHUA is Huangpu unless Huanghua is named beside it`() throws {
        let code = try Locode(checking: "CNHUA")
        let alone = LocodeRegister.bohai.resolve(code)
        #expect(alone.meant == code && alone.finding?.suggestion == "CNHUH" && alone.finding?.kind == .alias)
        #expect(alone.finding?.message.en.contains("Huangpu") == true)
        for place in ["Huanghua Port", "黄骅港", "HUANGHUA"] {
            #expect(LocodeRegister.bohai.resolve(code, place: place).meant.text == "CNHUH")
        }
        for place in ["Huangpu", "黄埔", "Guangzhou", ""] {
            #expect(LocodeRegister.bohai.resolve(code, place: place).meant == code)
        }
    }

    @Test func `an unlisted code is a warning, and a package may add it`() throws {
        let code = try Locode(checking: "CNSHA")
        #expect(LocodeRegister.bohai.resolve(code).finding?.kind == .unknownCode)
        let wider = LocodeRegister.bohai.adding(entries: [
            .init(code: code, name: Localized("Shanghai", "上海"))
        ])
        #expect(wider.resolve(code).finding == nil)
    }

    @Test func `the function classifier is a set`() {
        #expect(LocodeFunctions(classifier: "1-34----") == [.port, .road, .airport])
        #expect(LocodeFunctions(classifier: "-2-----B") == [.rail, .border])
        #expect(LocodeFunctions(classifier: "0-------") == [])
        #expect(LocodeFunctions(classifier: "1X") == nil)
    }
}
