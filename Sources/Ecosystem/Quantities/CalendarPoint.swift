/// A year, a quarter, a month or a day of the Gregorian calendar: as exact as it was printed.
public enum CalendarPoint: Sendable, Hashable {
    /// A year.
    case year(Int)
    /// A quarter of a year, 1 to 4.
    case quarter(Int, Int)
    /// A month, 1 to 12.
    case month(Int, Int)
    /// A day.
    case day(Int, Int, Int)

    /// Reads `2014`, `2014-Q3`, `2014-07`, `2014-07-31`; also `2014年7月31日`, `2014/7/31` and `2014.7.31`, in full
    /// width too. `nil` for anything else, for years outside 1000 to 2999 and for days that do not exist.
    public init?(reading text: String) {
        let given = IdentifierText(text)
        guard !given.isEmpty, given.scalars.count <= 16 else { return nil }
        var numbers: [Int] = []
        var digits = ""
        var isQuarter = false
        func close() -> Bool {
            guard (1...4).contains(digits.utf8.count), let number = Int(digits) else { return false }
            numbers.append(number)
            digits = ""
            return true
        }
        let separators: [Unicode.Scalar] = ["-", "/", ".", "年", "月"]
        for (index, scalar) in given.scalars.enumerated() {
            if IdentifierText.isDigit(scalar) {
                digits.unicodeScalars.append(scalar)
            } else if separators.contains(scalar) {
                guard close() else { return nil }
            } else if scalar == "日", index == given.scalars.count - 1, numbers.count == 2 {
                continue
            } else if scalar == "Q", digits.isEmpty, numbers.count == 1 {
                isQuarter = true
            } else if scalar != " " || digits.isEmpty == false {
                return nil
            }
        }
        if let last = given.scalars.last, last == "年" || last == "月" {
            guard digits.isEmpty, numbers.count == (last == "年" ? 1 : 2) else { return nil }
        } else {
            guard close() else { return nil }
        }
        self.init(numbers, isQuarter: isQuarter)
    }

    private init?(_ numbers: [Int], isQuarter: Bool) {
        guard let year = numbers.first, (1000...2999).contains(year) else { return nil }
        switch (numbers.count, isQuarter) {
        case (1, false): self = .year(year)
        case (2, true):
            guard (1...4).contains(numbers[1]) else { return nil }
            self = .quarter(year, numbers[1])
        case (2, false):
            guard (1...12).contains(numbers[1]) else { return nil }
            self = .month(year, numbers[1])
        case (3, false):
            guard (1...12).contains(numbers[1]), numbers[2] >= 1, numbers[2] <= Self.days(year, numbers[1])
            else {
                return nil
            }
            self = .day(year, numbers[1], numbers[2])
        default: return nil
        }
    }

    /// The year.
    public var year: Int {
        switch self {
        case .year(let year), .quarter(let year, _), .month(let year, _), .day(let year, _, _): year
        }
    }

    /// The first day, as the number `yyyymmdd`, which orders days.
    public var firstDay: Int {
        switch self {
        case .year(let year): year * 10000 + 101
        case .quarter(let year, let quarter): year * 10000 + (quarter * 3 - 2) * 100 + 1
        case .month(let year, let month): year * 10000 + month * 100 + 1
        case .day(let year, let month, let day): year * 10000 + month * 100 + day
        }
    }

    /// The last day, as the number `yyyymmdd`.
    public var lastDay: Int {
        switch self {
        case .year(let year): year * 10000 + 1231
        case .quarter(let year, let quarter):
            year * 10000 + quarter * 300 + Self.days(year, quarter * 3)
        case .month(let year, let month): year * 10000 + month * 100 + Self.days(year, month)
        case .day: firstDay
        }
    }

    /// The canonical text: `2014`, `2014-Q3`, `2014-07`, `2014-07-31`.
    public var text: String {
        switch self {
        case .year(let year): String(year)
        case .quarter(let year, let quarter): "\(year)-Q\(quarter)"
        case .month(let year, let month): "\(year)-\(Self.two(month))"
        case .day(let year, let month, let day): "\(year)-\(Self.two(month))-\(Self.two(day))"
        }
    }

    /// The date in a sentence: `16 March 2026`, `2026年3月16日`.
    public var words: Localized {
        switch self {
        case .year(let year): Localized("\(year)", "\(year)年")
        case .quarter(let year, let quarter):
            Localized("quarter \(quarter) of \(year)", "\(year)年第 \(quarter) 季度")
        case .month(let year, let month): Localized("\(Self.names[month - 1]) \(year)", "\(year)年\(month)月")
        case .day(let year, let month, let day):
            Localized("\(day) \(Self.names[month - 1]) \(year)", "\(year)年\(month)月\(day)日")
        }
    }

    private static let names = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
        "November",
        "December",
    ]

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    private static func days(_ year: Int, _ month: Int) -> Int {
        switch month {
        case 4, 6, 9, 11: 30
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        default: 31
        }
    }
}

extension CalendarPoint: Comparable {
    /// By the first day; of two that begin together the shorter first.
    public static func < (left: CalendarPoint, right: CalendarPoint) -> Bool {
        (left.firstDay, left.lastDay, left.text) < (right.firstDay, right.lastDay, right.text)
    }
}

extension CalendarPoint: Codable {
    /// Reads the canonical text and every other form that ``init(reading:)`` reads.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let point = CalendarPoint(reading: text) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "“\(text.prefix(40))” is no year, month or day.")
        }
        self = point
    }

    /// Writes the canonical text.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
