import Ecosystem
import Kernels

extension UseRule.Metric {
    /// The metric of some records by time, earliest first, over the plants of one subject.
    ///
    /// A time counts only where every plant that is known at all at that time has its number, so that a plant that did
    /// not report does not look idle.
    func figures(_ records: [OperatingRecord]) -> [(time: CalendarPoint, value: Double)] {
        switch self {
        case .outputAMonth: UseRule.Metric.monthly(records)
        case .outputAYear:
            UseRule.Metric.yearly(records).compactMap { time, group in
                UseRule.Metric.sum(group.map(\.output)).map { (time, $0) }
            }
        case .useOfYear:
            UseRule.Metric.yearly(records).compactMap { time, group in
                let pairs = group.compactMap(\.pair)
                guard pairs.count == group.count, !pairs.isEmpty else { return nil }
                return (time, pairs.map(\.output).compensatedSum / pairs.map(\.capacity).compensatedSum)
            }
        }
    }

    /// Months as they are where there are any; else the monthly mean of quarters, else of years.
    private static func monthly(_ records: [OperatingRecord]) -> [(time: CalendarPoint, value: Double)] {
        for months in [1, 3, 12] {
            let own = records.filter { $0.time.months == months }
            guard own.contains(where: { $0.output != nil }) else { continue }
            return Dictionary(grouping: own, by: \.time).sorted { $0.key < $1.key }.compactMap {
                time, group in
                sum(group.map(\.output)).map { (time, $0 / Double(months)) }
            }
        }
        return []
    }

    /// Years as they are; a year without records of its own is put together from its twelve months or four quarters.
    private static func yearly(_ records: [OperatingRecord]) -> [(CalendarPoint, [OperatingRecord])] {
        var years: [CalendarPoint: [OperatingRecord]] = Dictionary(
            grouping: records.filter { $0.time.months == 12 }, by: \.time)
        for (months, count) in [(3, 4), (1, 12)] {
            let parts = Dictionary(grouping: records.filter { $0.time.months == months }) {
                CalendarPoint.year($0.time.year)
            }
            for (year, group) in parts where years[year] == nil {
                let plants = Dictionary(grouping: group, by: \.plant)
                guard plants.values.allSatisfy({ Set($0.map(\.time)).count == count }) else { continue }
                years[year] = group
            }
        }
        return years.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// The sum; `nil` where a number is missing.
    private static func sum(_ values: [Double?]) -> Double? {
        let known = values.compactMap(\.self)
        return known.count == values.count && !known.isEmpty ? known.compensatedSum : nil
    }
}

extension CalendarPoint {
    /// How many months it lasts; 0 for a day.
    var months: Int {
        switch self {
        case .year: 12
        case .quarter: 3
        case .month: 1
        case .day: 0
        }
    }
}
