/// The time that a figure speaks of, as printed: a date, a span, a comparison, a length, a word, or nothing.
public enum Period: Sendable, Hashable {
    /// A year, quarter, month or day.
    case at(CalendarPoint)
    /// From one point to another, both included; without an end: since.
    case span(CalendarPoint, CalendarPoint?)
    /// One point against an earlier one: `2024 vs 2013`.
    case comparison(CalendarPoint, with: CalendarPoint)
    /// A length of time without a date: `5 years`.
    case lasting(Int, Length)
    /// A word: `planned`, `peak`, `before`.
    case worded(String)
    /// The document prints no date: `n.d.`
    case notPrinted

    /// What a length is counted in.
    public enum Length: String, Sendable, Hashable, CaseIterable {
        /// Years.
        case years
        /// Months.
        case months
        /// Weeks.
        case weeks
        /// Days.
        case days
    }

    /// Reads a period; every text is one, as a word if nothing else. An empty text is "not printed".
    ///
    /// ``isDoubtful(_:)`` says whether a text looks like a date that does not exist.
    public init(reading text: String) {
        let scalars = text.unicodeScalars
        let words =
            text.utf8.allSatisfy { $0 > 32 && $0 < 127 }
            ? text
            : scalars.split(whereSeparator: \.properties.isWhitespace).map(String.init).joined(separator: " ")
        if let first = words.unicodeScalars.first, first.properties.numericType == .decimal {
            self =
                CalendarPoint(reading: words).map(Period.at) ?? Self.comparing(words) ?? Self.spanning(words)
                ?? Self.length(words) ?? .worded(words)
        } else if Self.unprinted.contains(words.lowercased()) {
            self = .notPrinted
        } else {
            self = .worded(words)
        }
    }

    private static let unprinted: Set<String> = [
        "", "n.d.", "n.d", "nd", "no date", "not printed", "年份未印", "未印", "无日期",
    ]

    /// Whether a text begins like a date and is none: `2014-13`, `2014-02-30`, `2015-2013`.
    public static func isDoubtful(_ text: String) -> Bool {
        switch Period(reading: text) {
        case .worded(let words):
            let scalars = IdentifierText(words).scalars
            return scalars.count >= 4 && scalars.prefix(4).allSatisfy(IdentifierText.isDigit)
        case .span(let from, let to): return to.map { $0.lastDay < from.firstDay } ?? false
        case .comparison(let later, let earlier): return later.lastDay <= earlier.firstDay
        default: return false
        }
    }

    /// The canonical text, which reads back as the same period.
    public var text: String {
        switch self {
        case .at(let point): return point.text
        case .span(let from, let to):
            guard let to else { return from.text + "/.." }
            if case .year = from, case .year = to { return from.text + "-" + to.text }
            return from.text + "/" + to.text
        case .comparison(let later, let earlier): return later.text + " vs " + earlier.text
        case .lasting(let number, let length): return "\(number) \(length.rawValue)"
        case .worded(let words): return words
        case .notPrinted: return "n.d."
        }
    }

    /// The first day as `yyyymmdd`; `nil` without a date.
    public var firstDay: Int? {
        switch self {
        case .at(let point), .span(let point, _): point.firstDay
        case .comparison(_, let earlier): earlier.firstDay
        default: nil
        }
    }

    /// The last day as `yyyymmdd`; `nil` without a date and for a span without an end.
    public var lastDay: Int? {
        switch self {
        case .at(let point), .comparison(let point, _): point.lastDay
        case .span(_, let to): to?.lastDay
        default: nil
        }
    }

    /// The year it ends in, for "as of"; `nil` without a date and for a span without an end.
    public var lastYear: Int? { lastDay.map { $0 / 10000 } }

    private static func spanning(_ words: String) -> Period? {
        for separator in ["/", "–", "—", "~", "～", "至", " to ", "-"] where words.contains(separator) {
            let parts = words.split(separator: separator, maxSplits: 1, omittingEmptySubsequences: false).map(
                String.init)
            guard parts.count == 2, let from = CalendarPoint(reading: parts[0]) else { continue }
            let end = parts[1]
            if end == ".." || (end.isEmpty && separator != "至") { return .span(from, nil) }
            if let to = CalendarPoint(reading: end) { return .span(from, to) }
        }
        return nil
    }

    private static func comparing(_ words: String) -> Period? {
        for separator in [" vs. ", " vs ", " versus ", "较"] where words.contains(separator) {
            let parts = words.split(separator: separator, maxSplits: 1).map(String.init)
            guard parts.count == 2, let later = CalendarPoint(reading: parts[0]),
                let earlier = CalendarPoint(reading: parts[1])
            else { continue }
            return .comparison(later, with: earlier)
        }
        return nil
    }

    private static func length(_ words: String) -> Period? {
        let scalars = IdentifierText(words).scalars
        let digits = scalars.prefix(while: IdentifierText.isDigit)
        guard (1...4).contains(digits.count), let number = Int(IdentifierText.string(digits)) else {
            return nil
        }
        let unit = IdentifierText.string(scalars.dropFirst(digits.count).drop { $0 == " " })
        switch unit {
        case "YEARS", "YEAR", "年间", "年内": return .lasting(number, .years)
        case "MONTHS", "MONTH", "个月": return .lasting(number, .months)
        case "WEEKS", "WEEK", "周": return .lasting(number, .weeks)
        case "DAYS", "DAY", "天": return .lasting(number, .days)
        default: return nil
        }
    }
}

extension Period: Comparable {
    /// Dated ones first, by first day, then by last day; then lengths, words and at the end what is not printed.
    public static func < (left: Period, right: Period) -> Bool {
        (left.rank, left.firstDay ?? 0, left.lastDay ?? 99_999_999, left.text)
            < (right.rank, right.firstDay ?? 0, right.lastDay ?? 99_999_999, right.text)
    }

    private var rank: Int {
        switch self {
        case .at, .span, .comparison: 0
        case .lasting: 1
        case .worded: 2
        case .notPrinted: 3
        }
    }
}

extension Period: Codable {
    /// Reads any text.
    public init(from decoder: any Decoder) throws {
        self.init(reading: try decoder.singleValueContainer().decode(String.self))
    }

    /// Writes the canonical text.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
