import Ecosystem
import Reporting

extension Monitor {
    /// Lays the answer out: alerts, the longest series, all series, targets, changes.
    public func draft(of result: Result, on input: StudyInput) throws -> ReportDraft {
        let model = input.model
        var blocks: [Block] = [.figures(figures(result, in: model))]
        if !result.alerts.isEmpty { blocks.append(.table(alertTable(result, in: model))) }
        if let first = result.series.first {
            blocks.append(
                .picture(
                    Picture(
                        .series(time: "time", values: ["value"], group: "entity"),
                        lineTable(result, first, in: model))))
            blocks.append(.table(seriesTable(result, in: model)))
        }
        if !result.targets.isEmpty { blocks.append(.table(targetTable(result, in: model))) }
        if !input.others.isEmpty {
            blocks.append(.table(compareTable(result, input)))
            if !result.changes.isEmpty { blocks.append(.table(changeTable(result, in: model))) }
        }
        blocks += notes(result, input).map(Block.note)
        blocks.append(.method(Monitor.method))
        return ReportDraft(title: description.title, answer: answer(result, input), blocks: blocks)
    }

    private func answer(_ result: Result, _ input: StudyInput) -> Localized {
        let name = input.model.name(of: result.region?.text ?? "")
        guard !result.series.isEmpty || !result.targets.isEmpty || result.single > 0 else {
            return Localized("This package holds no figure to follow.", "此数据包没有可跟踪的数字。")
        }
        func count(_ direction: Result.Direction) -> Int { result.series.count { $0.direction == direction } }
        let grave = result.alerts.count { $0.kind != .outOfDate }
        var parts = [
            Localized(
                "\(name.en): \(Localized.count(result.series.count, "series", "series", "").en) can be followed, \(count(.rising)) rising and "
                    + "\(count(.falling)) falling; \(grave) \(grave == 1 ? "alert asks" : "alerts ask") for a look",
                "\(name.zh)有 \(result.series.count) 个序列可跟踪，\(count(.rising)) 升 \(count(.falling)) 降；\(grave) 项提醒需要查看"
            )
        ]
        let old = result.alerts.filter { $0.kind == .outOfDate }.flatMap(\.entities).count
        if old > 0 {
            parts.append(
                Localized(
                    "\(old) series \(old == 1 ? "ends" : "end") long before \(result.newestYear.map(String.init) ?? "the newest figure")",
                    "\(old) 个序列远早于\(result.newestYear.map { "\($0)年" } ?? "最新数字")"))
        }
        if !input.others.isEmpty {
            let changes = result.changes.count
            parts.append(
                Localized(
                    "\(changes) \(changes == 1 ? "figure differs" : "figures differ") from the compared state",
                    "与所比较状态相比 \(changes) 个数字不同"))
        }
        let joined = Localized.joined(parts, Localized("; ", "；"))
        return Localized(joined.en + ".", joined.zh + "。")
    }

    /// The figures that a package puts first, as they are now.
    private func figures(_ result: Result, in model: EcosystemModel) -> [Figure] {
        let latest = result.series.prefix(3).compactMap { series -> Figure? in
            guard let point = series.points.last, let figure = model.find(point.figure, as: Indicator.self)
            else {
                return nil
            }
            let name = model.name(of: series.entity)
            return Figure(
                Localized("\(figure.name.en), \(name.en)", "\(name.zh)\(figure.name.zh)"), figure.cell.value,
                unit: figure.printed?.unit.label, period: figure.periodWords, origin: figure.origin)
        }
        let grave = result.alerts.filter { $0.kind != .outOfDate }
        return [
            Figure(
                Localized("Alerts", "提醒"), .number(FigureNumber(grave.count)),
                origin: .counted(
                    model.records(ids: grave.flatMap(\.figures).map(\.text)), atBest: .derived))
        ] + latest
    }

    private func notes(_ result: Result, _ input: StudyInput) -> [Note] {
        var notes: [Note] = []
        if result.single > 0 {
            notes.append(
                Note(
                    .gap,
                    Localized(
                        "\(result.single) figures stand alone", "\(result.single) 项只有一个时点"),
                    Localized(
                        "One figure of one time shows no trend; the next one begins a series.",
                        "单一时点看不出趋势；有下一个数字即成序列。")))
        }
        if result.undated > 0 {
            notes.append(
                Note(
                    .gap,
                    Localized("\(result.undated) figures have no date", "\(result.undated) 项数字没有日期"),
                    Localized("They cannot be followed.", "无法跟踪。")))
        }
        let short = result.series.filter { $0.points.count < 6 }.count
        if short > 0 {
            notes.append(
                Note(
                    .note,
                    Localized(
                        "\(short) series have fewer than six points", "\(short) 个序列不足六个点"),
                    Localized(
                        "No break in the trend is judged there; turns are shown.", "不判断点，只列转折。")))
        }
        if input.others.isEmpty {
            notes.append(
                Note(
                    .note, Localized("No other state is compared", "未与其他状态比较"),
                    Localized(
                        "Name an earlier state of the package with --compare to list every figure that was added, removed or changed.",
                        "用 --compare 指定数据包的早先状态，即可列出新增、删除与更改的每个数字。")))
        }
        return notes
    }
}
