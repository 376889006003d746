/// A date, a time of day, or both, as a worksheet holds it: without a time zone.
public struct XLSXDate: Sendable, Equatable, Hashable, CustomStringConvertible {
    /// The year, month (1…12) and day (1…31); nil for a mere time of day.
    public var day: Day?
    /// Seconds since midnight, 0 ..< 86,400.
    public var secondOfDay: Int

    /// A day of the Gregorian calendar.
    public struct Day: Sendable, Equatable, Hashable {
        /// The year, 1900…9999 in a worksheet.
        public var year: Int
        /// The month, 1…12.
        public var month: Int
        /// The day of the month, 1…31.
        public var day: Int

        /// A day; not checked.
        public init(year: Int, month: Int, day: Int) {
            self.year = year
            self.month = month
            self.day = day
        }
    }

    /// A date, a time of day, or both.
    public init(day: Day?, secondOfDay: Int = 0) {
        self.day = day
        self.secondOfDay = secondOfDay
    }

    /// ISO 8601: `2024-05-01`, `2024-05-01T08:30:00` or `08:30:00`.
    public var description: String {
        func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
        let time = two(secondOfDay / 3_600) + ":" + two(secondOfDay / 60 % 60) + ":" + two(secondOfDay % 60)
        guard let day else { return time }
        let year = String(repeating: "0", count: max(0, 4 - String(day.year).count)) + String(day.year)
        let date = year + "-" + two(day.month) + "-" + two(day.day)
        return secondOfDay == 0 ? date : date + "T" + time
    }

    /// The date of a serial number: days since the end of 1899, or since the start of 1904.
    ///
    /// Excel's 1900 system counts a 29 February 1900 that never was (serial 60): days before it are one off, and it has no
    /// date itself. Nil outside 0 ..< 2,958,466 (the year 10000). Seconds are rounded.
    public init?(serial: Double, uses1904: Bool) {
        guard serial >= 0, serial < (uses1904 ? 2_957_004 : 2_958_466) else { return nil }
        let seconds = Int((serial * 86_400).rounded())
        let days = seconds / 86_400
        guard days < (uses1904 ? 2_957_004 : 2_958_466) else { return nil }
        secondOfDay = seconds % 86_400
        if uses1904 {
            day = serial < 1 ? nil : XLSXDate.civil(daysSince1970: days - 24_107)
            return
        }
        guard days != 60 else { return nil }
        day = days < 1 ? nil : XLSXDate.civil(daysSince1970: days - (days < 60 ? 25_568 : 25_569))
    }

    /// The serial number in the 1900 system; nil for a day that is no date between 1900-03-01 and 9999-12-31 (earlier days
    /// are written as text, because programs disagree on them).
    public var serial: Double? {
        let fraction = Double(secondOfDay) / 86_400
        guard let day else { return fraction }
        guard day.year >= 1900, day.year <= 9999, day.month >= 1, day.month <= 12, day.day >= 1, day.day <= 31
        else {
            return nil
        }
        let days = XLSXDate.daysSince1970(day)
        guard XLSXDate.civil(daysSince1970: days) == day, days + 25_569 > 60 else { return nil }
        return Double(days + 25_569) + fraction
    }

    /// Years are counted from March, so that the leap day is the last of its year, in eras of 400 years.
    static func civil(daysSince1970 days: Int) -> Day {
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let month = (5 * dayOfYear + 2) / 153
        let calendarMonth = month < 10 ? month + 3 : month - 9
        return Day(
            year: yearOfEra + era * 400 + (calendarMonth <= 2 ? 1 : 0), month: calendarMonth,
            day: dayOfYear - (153 * month + 2) / 5 + 1)
    }

    static func daysSince1970(_ day: Day) -> Int {
        let year = day.month <= 2 ? day.year - 1 : day.year
        let era = (year >= 0 ? year : year - 399) / 400
        let yearOfEra = year - era * 400
        let dayOfYear = (153 * (day.month + (day.month > 2 ? -3 : 9)) + 2) / 5 + day.day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }
}
