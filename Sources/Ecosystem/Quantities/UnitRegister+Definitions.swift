extension UnitRegister {
    /// The units in the order in which they are listed: shares, counts, money, physical units, orders, unstated.
    static let definitions: [UnitDefinition] = shares + counts + money + physical + orders + unstated

    private static let shares: [UnitDefinition] = [
        UnitDefinition(
            "fraction", .share, label: Localized("fraction", "比值"), style: .bare),
        UnitDefinition(
            "percent", .share, power: -2, label: Localized(same: "%"),
            style: .words(zh: ("", "%"), en: ("", " %"), one: nil)),
        UnitDefinition(
            "percentage points", .shareDifference, power: -2, label: Localized("percentage points", "个百分点"),
            style: .words(zh: ("", " 个百分点"), en: ("", " percentage points"), one: " percentage point")),
        UnitDefinition("ratio", .ratio, label: Localized("ratio", "比"), style: .bare),
        UnitDefinition(
            "times", .ratio, label: Localized("times", "倍"),
            style: .words(zh: ("", " 倍"), en: ("", " times"), one: " time")),
    ]

    private static let counts: [UnitDefinition] = [
        UnitDefinition(
            "count", .count(of: "item"), label: Localized("number", "个"), style: .bare, usesNumberWords: true,
            isWhole: true),
        thing("companies", "company", "companies", "company", "家"),
        thing("enterprises", "company", "enterprises", "enterprise", "家"),
        thing("parks", "park", "parks", "park", " 个园区"),
        thing("cities", "city", "cities", "city", " 个城市"),
        thing("projects", "project", "projects", "project", " 个项目"),
        thing("vehicles", "vehicle", "vehicles", "vehicle", " 辆"),
        thing("persons", "person", "persons", "person", " 人"),
        thing("platforms", "platform", "platforms", "platform", " 个平台"),
        thing("agreements", "agreement", "agreements", "agreement", " 项协议"),
        thing("brands", "brand", "brands", "brand", " 个品牌"),
        thing("levels", "level", "levels", "level", " 级"),
        thing("tiers", "tier", "tiers", "tier", " 层"),
        UnitDefinition(
            "vehicles/month", .per(.count(of: "vehicle"), .calendar),
            label: Localized("vehicles a month", "辆/月"),
            style: .words(zh: ("", " 辆/月"), en: ("", " vehicles a month"), one: " vehicle a month"),
            usesNumberWords: true,
            isWhole: true),
        UnitDefinition(
            "vehicles/year", .per(.count(of: "vehicle"), .calendar), rest: 1.0 / 12,
            label: Localized("vehicles a year", "辆/年"),
            style: .words(zh: ("", " 辆/年"), en: ("", " vehicles a year"), one: " vehicle a year"),
            usesNumberWords: true,
            isWhole: true),
    ]

    private static let money: [UnitDefinition] =
        amounts("yuan", "CNY", zh: "元") + amounts("USD", "USD", zh: "美元") + [
            UnitDefinition(
                "yuan/tonne", .per(.money(currency: "CNY"), .mass), label: Localized("CNY per tonne", "元/吨"),
                style: .words(zh: ("", " 元/吨"), en: ("CNY ", " per tonne"), one: nil), usesNumberWords: true)
        ]

    private static let physical: [UnitDefinition] = [
        mass("tonnes", 0, Localized("tonnes", "吨")),
        mass("10 thousand tonnes", 4, Localized("10,000 tonnes", "万吨")),
        mass("million tonnes", 6, Localized("million tonnes", "百万吨")),
        flow("tonnes/day"),
        flow("t/d"),
        length("m", -3, 1, Localized("m", "米")),
        length("km", 0, 1, Localized("km", "公里")),
        length("miles", 0, 1.609344, Localized("miles", "英里")),
        length("nautical miles", 0, 1.852, Localized("nautical miles", "海里")),
        UnitDefinition(
            "km2", .area, label: Localized("km²", "平方公里"),
            style: .words(zh: ("", " 平方公里"), en: ("", " km²"), one: nil)),
        time("seconds", .duration, 1, "second", " 秒"),
        time("minutes", .duration, 60, "minute", " 分钟"),
        time("hours", .duration, 3600, "hour", " 小时"),
        time("days", .duration, 86400, "day", "天"),
        time("weeks", .duration, 604_800, "week", " 周"),
        time("months", .calendar, 1, "month", " 个月"),
        time("years", .calendar, 12, "year", "年"),
        UnitDefinition(
            "degC", .temperature, label: Localized(same: "°C"),
            style: .words(zh: ("", " °C"), en: ("", " °C"), one: nil)),
        kilowatts("kW", 0, Localized("kW", "千瓦")),
        kilowatts("million kW", 6, Localized("million kW", "百万千瓦")),
        UnitDefinition(
            "kWh", .energy, label: Localized("kWh", "千瓦时"),
            style: .words(zh: ("", " 千瓦时"), en: ("", " kWh"), one: nil),
            usesNumberWords: true),
    ]

    private static let orders: [UnitDefinition] = [
        UnitDefinition(
            "rank", .rank, label: Localized("rank", "位次"),
            style: .words(zh: ("第 ", " 位"), en: ("rank ", ""), one: nil), isWhole: true),
        UnitDefinition(
            "Euro class", .grade, label: Localized("Euro class", "欧标"),
            style: .words(zh: ("欧标 ", ""), en: ("Euro ", ""), one: nil), isWhole: true),
        UnitDefinition("code", .code, label: Localized("code", "编码"), style: .code, isWhole: true),
    ]

    private static let unstated: [UnitDefinition] = [
        open("not printed", 0, Localized("unit not printed", "单位未印")),
        open("million (unit not printed)", 6, Localized("unit not printed", "单位未印")),
        open("million (unit as printed absent)", 6, Localized("unit not printed", "单位未印")),
        open("billion", 9, Localized("unit not printed", "单位未印")),
        open("currency units (not printed)", 0, Localized("currency not printed", "币种未印")),
    ]

    private static func thing(_ key: String, _ what: String, _ en: String, _ one: String, _ zh: String)
        -> UnitDefinition
    {
        UnitDefinition(
            key, .count(of: what), label: Localized(en, zh.split(separator: " ").joined()),
            style: .words(zh: ("", zh), en: ("", " " + en), one: " " + one), usesNumberWords: true,
            isWhole: true)
    }

    /// Money in the scales that documents print, all shown from one currency unit on.
    private static func amounts(_ word: String, _ code: String, zh: String) -> [UnitDefinition] {
        let scales: [(prefix: String, power: Int, en: String, zh: String)] = [
            ("", 0, "", ""), ("10 thousand ", 4, " 10,000", "万"), ("million ", 6, " million", "百万"),
            ("100 million ", 8, " 100 million", "亿"), ("billion ", 9, " billion", "十亿"),
            ("trillion ", 12, " trillion", "万亿"),
        ]
        return scales.map { scale in
            UnitDefinition(
                scale.prefix + word, .money(currency: code), power: scale.power,
                label: Localized(code + scale.en, scale.zh + zh),
                style: .words(zh: ("", " " + zh), en: (code + " ", ""), one: nil), usesNumberWords: true)
        }
    }

    private static func mass(_ key: String, _ power: Int, _ label: Localized) -> UnitDefinition {
        UnitDefinition(
            key, .mass, power: power, label: label,
            style: .words(zh: ("", " 吨"), en: ("", " tonnes"), one: " tonne"), usesNumberWords: true)
    }

    private static func flow(_ key: String) -> UnitDefinition {
        UnitDefinition(
            key, .per(.mass, .duration), rest: 1.0 / 86400, label: Localized("tonnes a day", "吨/日"),
            style: .words(zh: ("", " 吨/日"), en: ("", " tonnes a day"), one: " tonne a day"),
            usesNumberWords: true)
    }

    private static func length(_ key: String, _ power: Int, _ rest: Double, _ label: Localized)
        -> UnitDefinition
    {
        let one = label.en.utf8.count > 2 ? " " + label.en.dropLast() : nil
        return UnitDefinition(
            key, .length, power: power, rest: rest, label: label,
            style: .words(zh: ("", " " + label.zh), en: ("", " " + label.en), one: one))
    }

    private static func time(
        _ key: String, _ dimension: UnitOfMeasure.Dimension, _ rest: Double, _ one: String, _ zh: String
    )
        -> UnitDefinition
    {
        UnitDefinition(
            key, dimension, rest: rest, label: Localized(key, zh.split(separator: " ").joined()),
            style: .words(zh: ("", zh), en: ("", " " + key), one: " " + one))
    }

    private static func kilowatts(_ key: String, _ power: Int, _ label: Localized) -> UnitDefinition {
        UnitDefinition(
            key, .power, power: power, label: label,
            style: .words(zh: ("", " 千瓦"), en: ("", " kW"), one: nil),
            usesNumberWords: true)
    }

    /// A figure of which the document prints no unit: no two of them convert into each other.
    private static func open(_ key: String, _ power: Int, _ what: Localized) -> UnitDefinition {
        UnitDefinition(
            key, .unstated(key), power: power, label: what,
            style: .words(zh: ("", "（\(what.zh)）"), en: ("", " (\(what.en))"), one: nil),
            usesNumberWords: true)
    }

    /// Other names of registered units, folded; English ones in lower case.
    static let aliases: [(key: String, names: [String])] = [
        ("percent", ["%", "百分比", "per cent"]),
        ("percentage points", ["个百分点", "百分点", "pp"]),
        ("fraction", ["share", "1"]),
        ("times", ["倍"]),
        ("count", ["个", "项", "number"]),
        ("companies", ["家", "company", "家企业", "firms"]),
        ("vehicles", ["辆", "vehicle", "台"]),
        ("persons", ["人", "people", "person"]),
        ("yuan", ["元", "cny", "rmb", "人民币元"]),
        ("10 thousand yuan", ["万元", "10,000 yuan", "10 thousand cny"]),
        ("million yuan", ["百万元", "million cny", "cny million"]),
        ("100 million yuan", ["亿元", "100 million cny"]),
        ("billion yuan", ["十亿元", "billion cny", "cny billion"]),
        ("trillion yuan", ["万亿元", "trillion cny", "cny trillion"]),
        ("USD", ["美元", "usd", "us dollars"]),
        ("million USD", ["百万美元", "million usd"]),
        ("100 million USD", ["亿美元", "100 million usd"]),
        ("billion USD", ["billion usd"]),
        ("trillion USD", ["万亿美元", "trillion usd"]),
        ("tonnes", ["吨", "t", "tonne"]),
        ("10 thousand tonnes", ["万吨"]),
        ("million tonnes", ["百万吨", "mt"]),
        ("tonnes/day", ["吨/日", "吨/天"]),
        ("km", ["公里", "千米", "kilometres", "kilometers"]),
        ("m", ["米", "metres", "meters"]),
        ("nautical miles", ["海里", "nmi"]),
        ("miles", ["英里"]),
        ("km2", ["平方公里", "平方千米", "square kilometres", "sq km"]),
        ("seconds", ["秒", "s", "second"]),
        ("minutes", ["分钟", "min", "minute"]),
        ("hours", ["小时", "h", "hour"]),
        ("days", ["天", "d", "day"]),
        ("weeks", ["周", "week"]),
        ("months", ["个月", "month"]),
        ("years", ["年", "year"]),
        ("degC", ["°c", "℃", "摄氏度", "degrees celsius"]),
        ("kW", ["千瓦", "kw"]),
        ("kWh", ["千瓦时", "度", "kwh"]),
        ("million kW", ["百万千瓦", "gw", "million kw"]),
        ("yuan/tonne", ["元/吨", "cny/t"]),
        ("vehicles/month", ["辆/月"]),
        ("vehicles/year", ["辆/年"]),
    ]
}
