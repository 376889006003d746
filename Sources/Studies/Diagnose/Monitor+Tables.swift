import Ecosystem
import Reporting

extension Monitor {
    func alertTable(_ result: Result, in model: EcosystemModel) -> Table {
        Table(
            "alerts", Localized("What to look at", "需要查看"),
            columns: [
                .words("alert", "Alert", "提醒"), .words("indicator", "Indicator", "指标"),
                .words("entities", "Of", "对象"), .words("time", "Period", "时期"),
                .words("figures", "Figures", "数字"),
            ],
            rows: result.alerts.map { alert in
                let figures = alert.figures.compactMap { model.find($0, as: Indicator.self) }
                let shown = figures.prefix(3).map { figure in
                    let text = figure.printed?.text ?? Localized(same: figure.valueText ?? "")
                    let time = figure.periodWords
                    return Localized("\(text.en) (\(time.en))", "\(text.zh)（\(time.zh)）")
                }
                let more = figures.count > 3 ? [Localized("…", "…")] : []
                return [
                    .text(alert.kind.label, origin: model.origin(of: alert.figures)),
                    .text(model.name(of: alert.indicator.text)), model.linksCell(alert.entities),
                    .text(Period(reading: alert.time).words),
                    .text(
                        Localized.joined(
                            shown + more,
                            alert.entities.count > 1 ? Localized("; ", "；") : Localized(same: " → "))),
                ]
            })
    }

    /// The points of one indicator, of everything that has a series of it in the same unit.
    func lineTable(_ result: Result, _ first: Result.Series, in model: EcosystemModel) -> Table {
        let shown = result.series.filter { $0.indicator == first.indicator && $0.unit == first.unit }
        let name = model.name(of: first.indicator.text)
        return Table(
            "line", name,
            columns: [
                .words("time", "Period", "时期"), .words("entity", "Of", "对象"),
                .numbers("value", "Value", "数值", unit: UnitOfMeasure(first.unit).label),
            ],
            rows: shown.flatMap { series in
                series.points.map { point in
                    [
                        .text(point.time), .text(model.name(of: series.entity)),
                        model.find(point.figure, as: Indicator.self)?.cell ?? .notPrinted,
                    ]
                }
            })
    }

    func seriesTable(_ result: Result, in model: EcosystemModel) -> Table {
        Table(
            "series", Localized("Series", "序列"),
            caption: Localized(
                "A comparison sign of the last figure passes on to the change", "末点的比较符号传递给变化"),
            columns: [
                .words("indicator", "Indicator", "指标"), .words("entity", "Of", "对象"),
                .numbers("points", "Points", "点数"), .words("from", "First", "首点"),
                .words("to", "Last", "末点"), .numbers("change", "Change", "变化"),
                .words("unit", "Unit", "单位"), .percent("growth", "A year", "年均"),
                .words("direction", "Direction", "方向"), .words("turns", "Turns", "转折"),
                .words("breaks", "Breaks", "断点"),
            ],
            rows: result.series.map { series in
                let origin = model.origin(of: series.points.map(\.figure))
                func end(_ point: Result.Point?) -> Cell {
                    guard let point, let figure = model.find(point.figure, as: Indicator.self) else {
                        return .unknown
                    }
                    let (text, time) = (figure.printed?.digitsText ?? "", figure.periodWords)
                    return .text(
                        Localized("\(text) (\(time.en))", "\(text)（\(time.zh)）"), origin: figure.origin)
                }
                let decimals =
                    series.points.compactMap { point in
                        model.find(point.figure, as: Indicator.self)?.printed?.number.decimals
                    }.max() ?? 0
                let isShare = UnitOfMeasure(series.unit).dimension == .share
                return [
                    .text(model.name(of: series.indicator.text)), model.linkCell(series.entity),
                    .number(series.points.count, origin: origin), end(series.points.first),
                    end(series.points.last),
                    series.change.map {
                        Cell(
                            .number(
                                FigureNumber($0, decimals: decimals, qualifier: series.changeQualifier ?? "")),
                            origin: origin)
                    } ?? .unknown,
                    .text(isShare ? Localized("points", "百分点") : UnitOfMeasure(series.unit).label),
                    .percent(isShare ? nil : series.growthAYear, origin: origin),
                    series.direction.map { .text($0.label) } ?? .unknown,
                    series.turns.isEmpty
                        ? .missing(Localized("none", "无"))
                        : .text(Localized.joined(series.turns.map { Localized(same: $0) })),
                    series.points.count < 6
                        ? .missing(Localized("too short", "过短"))
                        : series.breaks.isEmpty
                            ? .missing(Localized("none", "无"))
                            : .text(Localized.joined(series.breaks.map { Localized(same: $0.time) })),
                ]
            })
    }

    func targetTable(_ result: Result, in model: EcosystemModel) -> Table {
        Table(
            "targets", Localized("Planned figures against what is", "规划数字与现状"),
            columns: [
                .words("indicator", "Indicator", "指标"), .words("entity", "Of", "对象"),
                .words("time", "For", "期限"), .words("target", "Planned", "规划"),
                .words("latest", "Last actual", "最近实际"),
                .numbers("gap", "Still lacking", "差距"), .words("reached", "Reached", "是否达到"),
            ],
            rows: result.targets.map { target in
                let figure = model.find(target.figure, as: Indicator.self)
                let decimals = max(
                    target.target.number.decimals, target.latest.flatMap { PrintedNumber($0) }?.decimals ?? 0)
                return [
                    .text(model.name(of: target.indicator.text)), model.linkCell(target.entity),
                    .text(Period(reading: target.time).words),
                    .text(target.target.text, origin: figure?.origin),
                    target.latest.map { value in
                        let time = Period(reading: target.latestTime ?? "").words
                        return .text(
                            Localized("\(value.words()) (\(time.en))", "\(value.words())（\(time.zh)）"))
                    } ?? .noRecord,
                    target.gap.map {
                        .number($0, decimals: decimals, origin: model.origin(of: [target.figure]))
                    }
                        ?? .unknown,
                    target.isReached.map { .text($0 ? Localized("yes", "是") : Localized("no", "否")) }
                        ?? .missing(Localized("no later figure", "无更新数字")),
                ]
            })
    }

    func changeTable(_ result: Result, in model: EcosystemModel) -> Table {
        Table(
            "changes", Localized("Figures that differ", "不同的数字"),
            columns: [
                .words("kind", "Change", "变化"), .words("indicator", "Indicator", "指标"),
                .words("entity", "Of", "对象"), .words("time", "Period", "时期"),
                .words("before", "Before", "此前"), .words("after", "Now", "现在"),
                .words("since", "Compared with", "比较对象"),
            ],
            rows: result.changes.map { change in
                [
                    .text(change.kind.label), .text(model.name(of: change.indicator.text)),
                    model.linkCell(change.entity), .text(Period(reading: change.time).words),
                    change.before.map { .text($0.text) } ?? .noRecord,
                    change.after.map { .text($0.text) } ?? .noRecord,
                    .text(change.since),
                ]
            })
    }

    func compareTable(_ result: Result, _ input: StudyInput) -> Table {
        Table(
            "compare", Localized("Records that differ from the compared packages", "与所比较数据包不同的记录"),
            columns: [
                .words("package", "Compared with", "比较对象"), .words("kind", "Kind", "类别"),
                .numbers("added", "Only here", "新增"), .numbers("removed", "Only there", "删除"),
                .numbers("changed", "Changed", "更改"),
            ],
            rows: input.others.flatMap { other -> [[Cell]] in
                let own = result.recordChanges.filter { $0.since == other.identity.id }
                guard !own.isEmpty else {
                    return [
                        [
                            .text(other.identity.title), .missing(Localized("no difference", "无差别")),
                            .missing(Localized(same: "–")), .missing(Localized(same: "–")),
                            .missing(Localized(same: "–")),
                        ]
                    ]
                }
                return own.map { change in
                    let kind = RecordKind.allCases.first { $0.table == change.table }
                    let origin = Origin.counted(kind.map { input.model.records(of: $0) } ?? [])
                    return [
                        .text(other.identity.title), .text(kind?.label ?? Localized(same: change.table)),
                        .number(change.added, origin: origin), .number(change.removed, origin: origin),
                        .number(change.changed, origin: origin),
                    ]
                }
            })
    }
}

extension Monitor.Result.Direction {
    /// The word for readers.
    var label: Localized {
        switch self {
        case .rising: Localized("rising", "上升")
        case .falling: Localized("falling", "下降")
        case .level: Localized("level", "持平")
        }
    }
}

extension Monitor.Result.Alert.Kind {
    /// The words for readers.
    var label: Localized {
        switch self {
        case .targetMissed: Localized("target missed", "目标未达")
        case .targetUnknown: Localized("target date passed, no later figure", "目标期限已过，无更新数字")
        case .trendBreak: Localized("break in the trend", "趋势断点")
        case .jump: Localized("jump", "跳变")
        case .turn: Localized("turn in the last step", "最近一步转折")
        case .outOfDate: Localized("out of date", "过期")
        }
    }
}

extension Monitor.Result.Change.Kind {
    /// The word for readers.
    var label: Localized {
        switch self {
        case .added: Localized("added", "新增")
        case .removed: Localized("removed", "删除")
        case .changed: Localized("changed", "更改")
        }
    }
}
