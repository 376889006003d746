/// A calendar week, named by its Monday.
public struct Week: Sendable, Hashable, Comparable {
    /// Why a text names no week.
    public enum Problem: Error, Sendable, Equatable {
        /// It is no day of the form `2027-01-04`.
        case notADay(String)
        /// It is a day, but no Monday; the Monday of its week.
        case notAMonday(String, monday: Week)
    }

    /// Days from 1970-01-01 to the Monday.
    public let dayNumber: Int

    /// The week that a day lies in, from days since 1970-01-01 (a Thursday).
    public init(containing dayNumber: Int) {
        let fromMonday = (dayNumber + 3) % 7
        self.dayNumber = dayNumber - (fromMonday < 0 ? fromMonday + 7 : fromMonday)
    }

    /// The week that a date or date-time lies in: the day is read from its first ten characters, as written there.
    public init?(containing text: String) {
        guard let day = Week.dayNumber(of: String(text.prefix(10))) else { return nil }
        self.init(containing: day)
    }

    /// Reads the Monday of a week: `2027-01-04`.
    public static func reading(monday text: String) -> Result<Week, Problem> {
        guard let day = dayNumber(of: text) else { return .failure(.notADay(text)) }
        let week = Week(containing: day)
        return week.dayNumber == day ? .success(week) : .failure(.notAMonday(text, monday: week))
    }

    /// The week so many weeks later.
    public func advanced(by weeks: Int) -> Week { Week(containing: dayNumber + 7 * weeks) }

    /// How many weeks another week lies behind this one.
    public func weeks(to other: Week) -> Int { (other.dayNumber - dayNumber) / 7 }

    /// Its Monday: `2027-01-04`.
    public var text: String {
        // Days to a civil date: H. Hinnant, "chrono-compatible low-level date algorithms" (2013).
        let shifted = dayNumber + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let part = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * part + 2) / 5 + 1
        let month = part < 10 ? part + 3 : part - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        func padded(_ number: Int, _ width: Int) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        return padded(year, 4) + "-" + padded(month, 2) + "-" + padded(day, 2)
    }

    /// Earlier first.
    public static func < (left: Week, right: Week) -> Bool { left.dayNumber < right.dayNumber }

    /// Days from 1970-01-01 to a day of the Gregorian calendar; `nil` for what is no such day.
    static func dayNumber(of text: String) -> Int? {
        let bytes = Array(text.utf8)
        guard bytes.count == 10, bytes[4] == 45, bytes[7] == 45 else { return nil }
        func number(_ range: Range<Int>) -> Int? {
            var value = 0
            for byte in bytes[range] {
                guard (48...57).contains(byte) else { return nil }
                value = value * 10 + Int(byte - 48)
            }
            return value
        }
        guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10),
            (1...12).contains(month), year >= 1, day >= 1
        else { return nil }
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        guard day <= lengths[month - 1] else { return nil }
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }
}

extension Week: Codable {
    /// Reads the Monday.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard case .success(let week) = Week.reading(monday: text) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "“\(text.prefix(40))” is no Monday of the form 2027-01-04.")
        }
        self = week
    }

    /// Writes the Monday.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
