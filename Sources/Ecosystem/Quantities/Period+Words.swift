extension Period {
    /// The period for readers: `2003–2014`, `31 July 2014`, `planned`, `year not printed`.
    public var words: Localized {
        switch self {
        case .at(let point): return point.words
        case .span(let from, let to):
            guard let to else { return Localized("since \(from.words.en)", "\(from.words.zh)以来") }
            if case .year(let first) = from, case .year(let last) = to {
                return Localized("\(first)–\(last)", "\(first)–\(last)年")
            }
            return Localized("\(from.words.en) to \(to.words.en)", "\(from.words.zh)至\(to.words.zh)")
        case .comparison(let later, let earlier):
            return Localized(
                "\(later.words.en) against \(earlier.words.en)", "\(later.words.zh)较\(earlier.words.zh)")
        case .lasting(let number, let length): return Self.words(number, length)
        case .worded(let text): return Self.known[text.lowercased()] ?? Localized(same: text)
        case .notPrinted: return Localized("year not printed", "年份未印")
        }
    }

    /// The period for a table cell: dates in digits, the rest in words.
    public var cell: Localized {
        switch self {
        case .at(let point): return Localized(same: point.text)
        case .span(let from, let to?): return Localized(same: from.text + "–" + to.text)
        default: return words
        }
    }

    private static func words(_ number: Int, _ length: Length) -> Localized {
        let en = number == 1 ? String(length.rawValue.dropLast()) : length.rawValue
        let zh =
            switch length {
            case .years: "年"
            case .months: " 个月"
            case .weeks: " 周"
            case .days: "天"
            }
        return Localized("\(number) \(en)", "\(number)\(zh)")
    }

    /// Words that stand for a period in documents; others are shown as they are.
    private static let known: [String: Localized] = [
        "planned": Localized("planned", "规划"),
        "plan": Localized("plan", "规划"),
        "future": Localized("future", "未来"),
        "peak": Localized("peak", "峰值"),
        "latest": Localized("latest", "最新"),
        "before": Localized("before", "此前"),
        "after": Localized("after", "此后"),
        "after reclamation": Localized("after reclamation", "填海后"),
        "district total": Localized("district total", "全区合计"),
        "per year": Localized("per year", "每年"),
        "per month": Localized("per month", "每月"),
        "per day": Localized("per day", "每日"),
    ]
}
