import Ecosystem
import Foundation

extension Monitor {
    /// Follows the figures and compares packages.
    public func result(on input: StudyInput) throws -> Result {
        let parameters = input.parameters
        let model = input.model
        let region = parameters.text("region").map(RegionID.init) ?? model.identity.homeRegion
        let indicator = parameters.text("indicator")
        try input.progress.advance(to: 0.1, Localized("reading figures", "读取数字"))
        let reader = SeriesReader(model, region: region, indicator: indicator)
        let breakAt = parameters.number("break-at") ?? 3
        let series = reader.actual.sorted { $0.key < $1.key }.filter { $0.value.count > 1 }
            .map { Monitor.series($0.key, $0.value, breakAt: breakAt) }
            .sorted {
                ($1.points.count, $0.indicator.text, $0.entity) < (
                    $0.points.count, $1.indicator.text, $1.entity
                )
            }
        try input.progress.advance(to: 0.5, Localized("judging trends", "判定趋势"))
        let newest = model.all(Indicator.self).filter { $0.record.factState == .actual }.compactMap(
            \.lastYear
        ).max()
        let targets = reader.planned.sorted { $0.key < $1.key }.flatMap { key, figures in
            figures.compactMap { Monitor.target($0, key, reader) }
        }
        let alerts = Monitor.alerts(
            series, targets, newest: newest, jump: parameters.number("jump") ?? 0.25,
            staleAfter: parameters.integer("stale-after") ?? 5)
        var changes: [Result.Change] = []
        var records: [Result.RecordChange] = []
        for (index, other) in input.others.enumerated() {
            try input.progress.advance(
                to: 0.6 + 0.4 * Double(index) / Double(input.others.count),
                Localized("comparing figures", "比较数字"))
            let before = SeriesReader(other, region: region, indicator: indicator)
            changes += Monitor.changes(from: before, to: reader)
            records += Monitor.recordChanges(from: other, to: model)
        }
        return Result(
            region: region, newestYear: newest, series: series,
            single: reader.actual.values.count { $0.count == 1 },
            undated: reader.undated.values.map(\.count).reduce(0, +), targets: targets, alerts: alerts,
            changes: changes, recordChanges: records)
    }

    private static func series(_ key: SeriesReader.Key, _ figures: [Indicator], breakAt: Double)
        -> Result.Series
    {
        let values = figures.compactMap(\.value)
        var series = Result.Series(
            entity: key.entity, indicator: IndicatorDefinitionID(key.indicator), unit: key.unit,
            points: figures.map { figure in
                let sign = Qualifier(reading: figure.qualifier ?? "") ?? .exactly
                return Result.Point(
                    time: figure.period ?? "", value: figure.value ?? 0,
                    qualifier: sign == .exactly ? nil : sign.rawValue, figure: figure.id)
            }, change: nil, turns: [], breaks: [])
        guard let first = values.first, let last = values.last, let from = figures.first,
            let to = figures.last
        else {
            return series
        }
        let signs = [from, to].map { Qualifier(reading: $0.qualifier ?? "") ?? .exactly }
        let isOpen: Set<Qualifier> = [.moreThan, .lessThan, .atLeast, .atMost, .nearly, .justOver]
        if !isOpen.contains(signs[0]) {
            series.change = last - first
            if isOpen.contains(signs[1]) {
                series.changeQualifier = [.lessThan, .atMost, .nearly].contains(signs[1]) ? "<" : ">"
            }
            series.relativeChange = first != 0 ? (last - first) / first.magnitude : nil
            if series.changeQualifier == nil, let start = from.years, let end = to.years, end > start,
                first > 0, last > 0
            {
                series.growthAYear = Growth.rate(from: first, to: last, years: end - start)
            }
            let limit = series.changeQualifier
            series.direction =
                last > first
                ? (limit == "<" ? nil : .rising)
                : last < first
                    ? (limit == ">" ? nil : .falling)
                    : limit == nil ? .level : limit == "<" ? .falling : .rising
        }
        let isExact = figures.allSatisfy {
            !isOpen.contains(Qualifier(reading: $0.qualifier ?? "") ?? .exactly)
        }
        guard isExact else { return series }
        series.turns = turns(figures, values)
        series.breaks = breaks(figures, values, breakAt: breakAt)
        return series
    }

    /// Periods whose step goes against the last step before that was not level.
    private static func turns(_ figures: [Indicator], _ values: [Double]) -> [String] {
        var before = 0.0
        var turns: [String] = []
        for (index, pair) in zip(values, values.dropFirst()).enumerated() {
            let step = pair.1 - pair.0
            if step != 0 {
                if step * before < 0 { turns.append(figures[index + 1].period ?? "") }
                before = step
            }
        }
        return turns
    }

    /// Steps that are further from the median step than the limit; yearly where dates are known throughout.
    private static func breaks(_ figures: [Indicator], _ values: [Double], breakAt: Double) -> [Result.Break]
    {
        let times = figures.compactMap(\.years)
        guard values.count >= 6, times.count == values.count else { return [] }
        let steps = values.indices.dropLast().map { index in
            (values[index + 1] - values[index]) / max(times[index + 1] - times[index], 1.0 / 12)
        }
        let typical = Growth.median(steps)
        let spread = 1.4826 * Growth.median(steps.map { ($0 - typical).magnitude })
        return steps.enumerated().compactMap { index, step in
            let off = (step - typical).magnitude
            // Steps that agree to their last digits are equal.
            guard off > max(breakAt * spread, 1e-9 * max(typical.magnitude, 1)) else { return nil }
            return Result.Break(
                time: figures[index + 1].period ?? "", step: step, typical: typical,
                deviations: spread > 0 ? off / spread : nil)
        }
    }

    private static func target(
        _ figure: Indicator, _ key: SeriesReader.Key, _ reader: SeriesReader
    ) -> Result.Target? {
        guard let printed = figure.printed else { return nil }
        let actual = reader.actual[key] ?? []
        let latest = actual.last ?? reader.undated[key]?.last
        var target = Result.Target(
            entity: key.entity, indicator: figure.definition, figure: figure.id, time: figure.period ?? "",
            target: printed, latest: latest?.value, latestTime: latest?.period, isReached: nil)
        target.gap = (latest?.value).map { printed.value - $0 }
        // Only a figure of the target's own date or later can say whether it was reached.
        if let due = figure.order, due > 0, let after = actual.first(where: { ($0.order ?? 0) >= due }),
            let value = after.value
        {
            let start = actual.last { ($0.order ?? 0) < due }?.value
            let isDown = start.map { $0 > printed.value } ?? false
            target.isReached = isDown ? value <= printed.value : value >= printed.value
        }
        return target
    }
}

/// Small sums on series.
enum Growth {
    /// The constant rate a year that leads from one positive value to another.
    static func rate(from first: Double, to last: Double, years: Double) -> Double {
        pow(last / first, 1 / years) - 1
    }

    /// The middle of some numbers; the mean of the two middle ones of an even count; 0 for none.
    static func median(_ values: [Double]) -> Double {
        let sorted = values.sorted()
        guard let low = sorted.dropLast(sorted.count / 2).last else { return 0 }
        return sorted.count.isMultiple(of: 2) ? (low + sorted[sorted.count / 2]) / 2 : low
    }
}
