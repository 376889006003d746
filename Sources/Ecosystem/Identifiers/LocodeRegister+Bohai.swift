extension LocodeRegister {
    /// The ports of the Bohai coast and two variants that circulate for them.
    ///
    /// CNHUA is Huangpu in the register, CNQHD is not its code for the seaport of Qinhuangdao; data files use both.
    public static let bohai = LocodeRegister(
        entries: [
            port("CNTXG", "Tianjin Xingang", "天津新港"),
            port("CNTSN", "Tianjin", "天津"),
            port("CNCFD", "Caofeidian", "曹妃甸"),
            port("CNHUH", "Huanghua", "黄骅"),
            port("CNSHP", "Qinhuangdao", "秦皇岛"),
            port("CNJTG", "Jingtang", "京唐港"),
            port("CNTGS", "Tangshan", "唐山"),
        ],
        aliases: [
            Alias(
                variant: Locode(unchecked: "CNHUA"), meant: Locode(unchecked: "CNHUH"),
                belongsTo: Localized("Huangpu", "黄埔")),
            Alias(variant: Locode(unchecked: "CNQHD"), meant: Locode(unchecked: "CNSHP")),
        ])

    private static func port(_ code: String, _ en: String, _ zh: String) -> Entry {
        Entry(code: Locode(unchecked: code), name: Localized(en, zh), functions: .port)
    }
}
