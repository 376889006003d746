import Ecosystem
import Reporting

extension Timeline {
    /// Lays events and stages out.
    public func draft(of result: Result, on input: StudyInput) throws -> ReportDraft {
        let model = input.model
        var blocks: [Block] = []
        if result.events.isEmpty {
            let text = Localized(
                "\(result.leftOut.words) events of the package are left out by the filters",
                "数据包中有 \(result.leftOut.words) 个事件不符合筛选条件")
            blocks.append(
                .note(Note(.gap, Localized("No event is on record for these filters", "无符合条件的事件记录"), text)))
        } else {
            blocks.append(
                .picture(
                    Picture(
                        .timeline(start: "date", end: "end", name: "event", lane: "place"),
                        events(result, model))))
        }
        if !result.stages.isEmpty { blocks.append(.table(stages(result, model))) }
        blocks += notes(result, model).map(Block.note)
        if !result.compare.isEmpty { blocks.append(.table(compare(result, input))) }
        blocks.append(.method(Timeline.method))
        return ReportDraft(title: description.title, answer: answer(result, model), blocks: blocks)
    }

    private func answer(_ result: Result, _ model: EcosystemModel) -> Localized {
        guard let first = result.first, let last = result.last else {
            return Localized("No dated event is on record for these filters.", "没有符合条件的有日期事件。")
        }
        let count = Localized.count(result.events.count, "event is", "events are", "个事件")
        let stages = Localized.count(
            result.stages.count, "stage of cooperation", "stages of cooperation", "个合作阶段")
        let dates = (CalendarPoint(reading: first)?.words, CalendarPoint(reading: last)?.words)
        let from = dates.0 ?? Localized(same: first)
        let to = dates.1 ?? Localized(same: last)
        var en = "\(count.en) on record from \(from.en) to \(to.en)"
        var zh = "自\(from.zh)至\(to.zh)记录有 \(count.zh)"
        if result.planned > 0 {
            en += ", \(result.planned.words) of them planned"
            zh += "，其中 \(result.planned.words) 个为计划"
        }
        if !result.stages.isEmpty {
            en += ", in \(stages.en)"
            zh += "，分为 \(stages.zh)"
        }
        return Localized(en + ".", zh + "。")
    }

    private func events(_ result: Result, _ model: EcosystemModel) -> Table {
        Table(
            "events", Localized("Events in order", "事件"),
            caption: Localized("Dates as exact as printed", "日期精度同原文"),
            columns: [
                .words("date", "Date", "日期"), .words("precision", "Precision", "精度"),
                .words("end", "Until", "至"), .words("event", "Event", "事件"), .words("kind", "Kind", "类别"),
                .words("state", "State", "状态"), .words("place", "Where", "地区"),
                .words("entities", "Concerns", "涉及"), .words("stage", "Stage", "阶段"),
            ],
            rows: result.events.compactMap { entry in
                guard let record = model.record(id: entry.id.text) else { return nil }
                let origin = record.origin
                return [
                    entry.date.map { .text(Localized(same: $0), origin: origin) } ?? .notPrinted,
                    record.label("date_precision").map { .text($0) } ?? .notPrinted,
                    entry.end.map { .text(Localized(same: $0), origin: origin) } ?? .text(""),
                    .link(record, origin: origin), .text(record.label("kind") ?? Localized(same: "")),
                    .text(entry.state.label), model.linkCell(entry.region?.text),
                    model.linksCell(entry.entities), stageCell(entry.stage, model),
                ]
            })
    }

    private func stageCell(_ id: StageID?, _ model: EcosystemModel) -> Cell {
        guard let record = id.flatMap({ model.record(id: $0.text) }) else { return .text("") }
        return .text(Localized(same: record.text("number") ?? record.id))
    }

    private func stages(_ result: Result, _ model: EcosystemModel) -> Table {
        func words(_ texts: [Localized], _ origin: Origin?) -> Cell {
            texts.isEmpty ? .notPrinted : .text(.joined(texts, Localized("; ", "；")), origin: origin)
        }
        return Table(
            "stages", Localized("Stages of cooperation", "合作阶段"),
            columns: [
                .numbers("number", "Stage", "阶段"), .words("years", "Years", "年份"),
                .words("subjects", "Carried by", "主体"), .words("forms", "Forms", "形式"),
                .words("features", "Features", "特征"), .words("traits", "Traits in the text", "文中特点"),
                .numbers("events", "Events", "事件"),
            ],
            rows: result.stages.map { stage in
                let origin = model.record(id: stage.id.text)?.origin
                let years = stage.startYear.map { start in
                    stage.endYear.map { Localized(same: "\(start)–\($0)") }
                        ?? Localized("from \(start)", "\(start)年起")
                }
                let own = result.events.filter { $0.stage == stage.id }
                let events = model.records(ids: own.map(\.id.text))
                let subjects = stage.subjects.map { Ecosystem.Vocabulary.stageSubject.label($0) }
                return [
                    stage.number.map { .number($0, origin: origin) } ?? .notPrinted,
                    years.map { .text($0, origin: origin) } ?? .notPrinted, words(subjects, origin),
                    words(stage.forms, origin), words(stage.features, origin), words(stage.traits, origin),
                    events.isEmpty ? .noRecord : .number(events.count, origin: .counted(events)),
                ]
            })
    }

    private func notes(_ result: Result, _ model: EcosystemModel) -> [Note] {
        let ids = Set(result.events.flatMap(\.corrections).map(\.text)).sorted()
        var notes = model.records(ids: ids).map(\.correctionNote)
        if result.undated > 0 {
            notes.append(
                Note(
                    .gap,
                    Localized(
                        "\(result.undated.words) events have no printed date",
                        "\(result.undated.words) 个事件未印日期")))
        }
        if result.leftOut > 0, !result.events.isEmpty {
            notes.append(
                Note(
                    .note,
                    Localized(
                        "\(result.leftOut.words) further events of the package are outside these filters",
                        "数据包中另有 \(result.leftOut.words) 个事件不在筛选范围内")))
        }
        return notes
    }

    private func compare(_ result: Result, _ input: StudyInput) -> Table {
        let origin = Origin(basis: .counted)
        func row(_ title: Localized, _ compared: Compared) -> [Cell] {
            [
                .text(title), compared.events == 0 ? .noRecord : .number(compared.events, origin: origin),
                compared.first.map { .text($0) } ?? .noRecord, compared.last.map { .text($0) } ?? .noRecord,
                compared.stages == 0 ? .noRecord : .number(compared.stages, origin: origin),
            ]
        }
        return Table(
            "compare", Localized("Events of the compared packages", "各数据包的事件"),
            caption: Localized("Whole packages, without filters", "按整个数据包，不筛选"),
            columns: [
                .words("package", "Package", "数据包"), .numbers("events", "Dated events", "有日期的事件"),
                .words("first", "First", "最早"), .words("last", "Last", "最晚"),
                .numbers("stages", "Stages", "合作阶段"),
            ],
            rows: [row(input.model.identity.title, Timeline.compared(input.model))]
                + zip(input.others, result.compare).map { row($0.identity.title, $1) })
    }
}
