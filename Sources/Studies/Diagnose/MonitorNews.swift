public import Ecosystem
import Foundation
public import Reporting

/// What the monitor of a region has to tell a reader who follows it: alerts, breaks of trends, and what changed between
/// the answers that were kept, newest first.
///
/// An entry's key is made of what it says, so that the same alert has the same key in every answer; its time is that of the
/// first of the answers in a row that hold it.
public struct MonitorNews: Sendable {
    /// One thing to read.
    public struct Entry: Sendable, Equatable {
        /// What makes it this entry and no other.
        public let key: String
        /// When it was first seen, in seconds since 1970.
        public let time: Double
        /// In a few words.
        public let title: Localized
        /// In a sentence.
        public let text: Localized
    }

    /// The entries, newest first.
    public let entries: [Entry]

    /// The most entries that are told; of older ones readers have heard.
    public static let limit = 100
    /// The most single figures that are told of one change of data.
    private static let figuresLimit = 30

    /// News out of answers of one question.
    ///
    /// - Parameters:
    ///   - history: The kept reports with the time at which each was kept, the current one behind those of its time; others than the monitor's are
    ///     passed over.
    ///   - model: The package as it is now, for names.
    public init(_ history: [(time: Double, report: Report)], model: EcosystemModel) {
        let answers = history.enumerated().sorted {
            $0.element.time != $1.element.time ? $0.element.time < $1.element.time : $0.offset < $1.offset
        }.map(\.element).compactMap { entry in
            Monitor.Result(entry.report).map {
                Answer(time: entry.time, print: entry.report.package.fingerprint, result: $0)
            }
        }
        let writer = Writer(model: model)
        var found: [Entry] = []
        if let last = answers.last {
            for item in writer.items(of: last.result) {
                let since = answers.reversed().prefix { writer.keys(of: $0.result).contains(item.key) }.last
                found.append(
                    Entry(
                        key: item.key, time: since?.time ?? last.time, title: item.title, text: item.text))
            }
        }
        for (before, after) in zip(answers, answers.dropFirst()) where before.print != after.print {
            found += writer.changes(
                from: before.result, to: after.result, at: after, limit: Self.figuresLimit)
        }
        entries = Array(
            found.sorted { $0.time != $1.time ? $0.time > $1.time : $0.key < $1.key }.prefix(Self.limit))
    }

    /// A kept answer.
    fileprivate struct Answer {
        let time: Double
        let print: String
        let result: Monitor.Result
    }
}

extension Monitor.Result {
    /// The result of a report of the monitor; `nil` for others and for those of an older form.
    init?(_ report: Report) {
        guard report.study == Monitor().id,
            let result = try? JSONDecoder().decode(Monitor.Result.self, from: Data(report.result.text().utf8))
        else { return nil }
        self = result
    }
}

/// Puts what the monitor found in words.
private struct Writer {
    let model: EcosystemModel

    struct Item {
        let key: String
        let title: Localized
        let text: Localized
    }

    private func figure(_ id: IndicatorID) -> Localized? {
        guard let figure = model.find(id, as: Indicator.self), let printed = figure.printed else {
            return nil
        }
        let (text, time) = (printed.text, figure.periodWords)
        return Localized("\(text.en) (\(time.en))", "\(text.zh)（\(time.zh)）")
    }

    private func title(_ label: Localized, _ indicator: IndicatorDefinitionID, _ entities: [String])
        -> Localized
    {
        let name = model.name(of: indicator.text)
        let shown = Localized.joined(entities.prefix(3).map { model.name(of: $0) })
        let more = entities.count - 3
        return Localized(
            "\(label.en): \(name.en), \(shown.en)" + (more > 0 ? " and \(more) more" : ""),
            "\(label.zh)：\(name.zh)，\(shown.zh)" + (more > 0 ? "等 \(entities.count) 个" : ""))
    }

    /// Alerts, and every break of a trend that is no alert.
    func items(of result: Monitor.Result) -> [Item] {
        var seen: Set<String> = []
        let alerts = result.alerts.map { alert -> Item in
            let figures = Localized.joined(alert.figures.prefix(4).compactMap(figure))
            let time = Period(reading: alert.time).words
            return Item(
                key: key(alert), title: title(alert.kind.label, alert.indicator, alert.entities),
                text: Localized(
                    "\(alert.kind.label.en), \(time.en)" + (figures.en.isEmpty ? "." : ": \(figures.en)."),
                    "\(alert.kind.label.zh)，\(time.zh)" + (figures.zh.isEmpty ? "。" : "：\(figures.zh)。")))
        }
        let breaks = result.series.flatMap { series in
            series.breaks.map { step -> Item in
                let (size, typical) = (step.step.words(decimals: 2), step.typical.words(decimals: 2))
                let time = Period(reading: step.time).words
                return Item(
                    key: key(.trendBreak, series.indicator, [series.entity], step.time),
                    title: title(
                        Monitor.Result.Alert.Kind.trendBreak.label, series.indicator, [series.entity]),
                    text: Localized(
                        "Up to \(time.en) it moved by \(size) a year, where \(typical) is usual.",
                        "截至 \(time.zh) 年变化 \(size)，通常为 \(typical)。"))
            }
        }
        // A break in the last step is told once, as the alert.
        return (alerts + breaks).filter { seen.insert($0.key).inserted }
    }

    func keys(of result: Monitor.Result) -> Set<String> {
        var keys = Set(result.alerts.map(key))
        for series in result.series {
            for step in series.breaks {
                keys.insert(key(.trendBreak, series.indicator, [series.entity], step.time))
            }
        }
        return keys
    }

    private func key(_ alert: Monitor.Result.Alert) -> String {
        key(alert.kind, alert.indicator, alert.entities, alert.time)
    }

    private func key(
        _ kind: Monitor.Result.Alert.Kind, _ indicator: IndicatorDefinitionID, _ entities: [String],
        _ time: String
    ) -> String {
        ([kind.rawValue, indicator.text, time] + entities).joined(separator: "\n")
    }

    /// What two answers on different data tell apart: figures that came, went or differ, and alerts that are over.
    func changes(
        from before: Monitor.Result, to after: Monitor.Result, at answer: MonitorNews.Answer, limit: Int
    ) -> [MonitorNews.Entry] {
        let (old, new) = (points(before), points(after))
        let all = Set(old.keys).union(new.keys).filter { old[$0] != new[$0] }.sorted {
            $0.parts.lexicographicallyPrecedes($1.parts)
        }
        func entry(_ key: String, _ title: Localized, _ text: Localized) -> MonitorNews.Entry {
            MonitorNews.Entry(key: "\(answer.print)\n\(key)", time: answer.time, title: title, text: text)
        }
        var entries = all.prefix(limit).map { place -> MonitorNews.Entry in
            let kind: Monitor.Result.Change.Kind =
                old[place] == nil ? .added : new[place] == nil ? .removed : .changed
            let time = Period(reading: place.time).words
            let missing = Localized("none", "无")
            let (was, now) = (old[place].map(words) ?? missing, new[place].map(words) ?? missing)
            return entry(
                (["figure"] + place.parts).joined(separator: "\n"),
                title(
                    Localized("figure \(kind.label.en)", "数字\(kind.label.zh)"),
                    IndicatorDefinitionID(place.indicator), [place.entity]),
                Localized(
                    "\(time.en): before \(was.en), now \(now.en).", "\(time.zh)：此前 \(was.zh)，现在 \(now.zh)。"))
        }
        if all.count > limit {
            let rest = all.count - limit
            entries.append(
                entry(
                    "more figures", Localized("\(rest) more figures differ", "另有 \(rest) 个数字不同"),
                    Localized(
                        "The page of the monitor, compared with the earlier package, lists all of them.",
                        "监测页面与早期数据包对比可列出全部。")))
        }
        let present = keys(of: after)
        for item in items(of: before) where !present.contains(item.key) {
            entries.append(
                entry(
                    "over\n\(item.key)", Localized("No longer: \(item.title.en)", "已解除：\(item.title.zh)"),
                    item.text))
        }
        return entries
    }

    /// Where a figure stands.
    private struct Place: Hashable {
        let indicator: String
        let entity: String
        let time: String

        var parts: [String] { [indicator, entity, time] }
    }

    private struct Value: Equatable {
        let value: Double
        let qualifier: String?
        let unit: String
    }

    private func points(_ result: Monitor.Result) -> [Place: Value] {
        var found: [Place: Value] = [:]
        for series in result.series {
            for point in series.points {
                let place = Place(indicator: series.indicator.text, entity: series.entity, time: point.time)
                found[place] = Value(value: point.value, qualifier: point.qualifier, unit: series.unit)
            }
        }
        return found
    }

    private func words(_ value: Value) -> Localized {
        let unit = UnitOfMeasure(value.unit).label
        let number = (value.qualifier.map { $0 + " " } ?? "") + value.value.words(decimals: 2)
        return Localized("\(number) \(unit.en)", "\(number) \(unit.zh)")
    }
}
