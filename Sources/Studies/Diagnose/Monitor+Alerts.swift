import Ecosystem

extension Monitor {
    /// What to look at: missed targets first, then breaks, jumps, turns, and what is out of date (one alert an indicator).
    static func alerts(
        _ series: [Result.Series], _ targets: [Result.Target], newest: Int?, jump: Double, staleAfter: Int
    ) -> [Result.Alert] {
        var alerts: [Result.Alert] = []
        func add(_ kind: Result.Alert.Kind, _ series: Result.Series) {
            alerts.append(
                Result.Alert(
                    kind: kind, indicator: series.indicator, entities: [series.entity],
                    time: series.points.last?.time ?? "", figures: series.points.suffix(2).map(\.figure)))
        }
        for target in targets {
            let due = Period(reading: target.time).lastYear
            let isPast = due.flatMap { year in newest.map { year < $0 } } ?? false
            guard target.isReached == false || (target.isReached == nil && isPast) else { continue }
            alerts.append(
                Result.Alert(
                    kind: target.isReached == false ? .targetMissed : .targetUnknown,
                    indicator: target.indicator,
                    entities: [target.entity], time: target.time, figures: [target.figure]))
        }
        for entry in series {
            guard let last = entry.points.last?.time else { continue }
            if entry.breaks.contains(where: { $0.time == last }) { add(.trendBreak, entry) }
            if let step = lastYearlyStep(entry), step.magnitude > jump { add(.jump, entry) }
            if entry.turns.contains(last) { add(.turn, entry) }
        }
        var old: [IndicatorDefinitionID: [Result.Series]] = [:]
        for entry in series {
            let year = entry.points.last.flatMap { Period(reading: $0.time).lastYear }
            if let newest, let year, newest - year > staleAfter {
                old[entry.indicator, default: []].append(entry)
            }
        }
        for (indicator, entries) in old.sorted(by: { $0.key < $1.key }) {
            alerts.append(
                Result.Alert(
                    kind: .outOfDate, indicator: indicator, entities: entries.map(\.entity).sorted(),
                    time: entries.compactMap(\.points.last?.time).max() ?? "",
                    figures: entries.compactMap(\.points.last?.figure).sorted()))
        }
        let order = Result.Alert.Kind.allCases
        return alerts.enumerated().sorted { left, right in
            let ranks = [left, right].map { order.firstIndex(of: $0.element.kind) ?? order.count }
            return ranks[0] != ranks[1] ? ranks[0] < ranks[1] : left.offset < right.offset
        }.map(\.element)
    }

    /// The last step as a constant rate a year; `nil` without dates or for values that are not above zero.
    private static func lastYearlyStep(_ series: Result.Series) -> Double? {
        let pair = series.points.suffix(2)
        guard pair.count == 2, let from = pair.first, let to = pair.last, from.qualifier == nil,
            to.qualifier == nil,
            from.value > 0, to.value > 0,
            let start = Period(reading: from.time).lastDay, let end = Period(reading: to.time).lastDay,
            end > start
        else { return nil }
        let years = Double(end / 10_000 - start / 10_000) + Double(end / 100 % 100 - start / 100 % 100) / 12
        return years > 0 ? Growth.rate(from: from.value, to: to.value, years: max(years, 1)) : nil
    }

    /// Every figure that differs between two states, by indicator, thing and period.
    static func changes(from before: SeriesReader, to after: SeriesReader) -> [Result.Change] {
        /// Figures by indicator, thing, period and state, in the order of their ids.
        func table(_ reader: SeriesReader) -> [[String]: [Indicator]] {
            let all = [reader.actual, reader.planned, reader.undated].flatMap { $0.values.flatMap(\.self) }
            return Dictionary(grouping: all.sorted { $0.id < $1.id }) { figure in
                [
                    figure.definition.text, figure.entity, figure.period ?? "",
                    figure.record.factState.rawValue,
                ]
            }
        }
        let (old, new) = (table(before), table(after))
        var changes: [Result.Change] = []
        for key in Set(old.keys).union(new.keys) {
            var left = old[key] ?? []
            // What both hold is no change; of several figures of one time the equal ones are taken off pair by pair.
            let right = (new[key] ?? []).filter { figure in
                guard let same = left.firstIndex(where: { $0.printed == figure.printed }) else { return true }
                left.remove(at: same)
                return false
            }
            let pairs = left.count == right.count ? left.count : 0
            func add(_ kind: Result.Change.Kind, _ from: Indicator?, _ to: Indicator?) {
                changes.append(
                    Result.Change(
                        since: before.model.identity.id, kind: kind, entity: key[1],
                        indicator: IndicatorDefinitionID(key[0]), time: key[2], before: from?.printed,
                        after: to?.printed))
            }
            for index in 0..<pairs { add(.changed, left[index], right[index]) }
            for figure in left.dropFirst(pairs) { add(.removed, figure, nil) }
            for figure in right.dropFirst(pairs) { add(.added, nil, figure) }
        }
        return changes.sorted { sortKey($0).lexicographicallyPrecedes(sortKey($1)) }
    }

    private static func sortKey(_ change: Result.Change) -> [String] {
        [
            change.indicator.text, change.entity, change.time, change.kind.rawValue,
            change.before?.text.en ?? "", change.after?.text.en ?? "",
        ]
    }

    /// Records that were added, removed or changed, by kind, kinds without a difference left out.
    static func recordChanges(from before: EcosystemModel, to after: EcosystemModel) -> [Result.RecordChange]
    {
        RecordKind.allCases.compactMap { kind -> Result.RecordChange? in
            let schema = EcosystemSchema.schema(of: kind)
            guard schema.isFact else { return nil }
            let fields = schema.fields.map(\.name)
            let old = Dictionary(before.records(of: kind).map { ($0.id, $0) }) { first, _ in first }
            let new = Dictionary(after.records(of: kind).map { ($0.id, $0) }) { first, _ in first }
            let changed = new.count { id, record in
                old[id].map { earlier in fields.contains { record.text($0) != earlier.text($0) } } ?? false
            }
            let (added, removed) = (new.keys.count { old[$0] == nil }, old.keys.count { new[$0] == nil })
            guard added + removed + changed > 0 else { return nil }
            return Result.RecordChange(
                since: before.identity.id, table: kind.table, added: added, removed: removed, changed: changed
            )
        }
    }
}
